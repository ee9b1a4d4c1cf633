//! The cells of one release: a row for all rooms of each look-for, then one for each group that is coded apart.

use std::collections::BTreeSet;

use domain::language::Language;
use domain::release::{Finding, Range, Release, history};
use domain::roster::Roster;
use domain::round::GroupNumber;
use words::Words;
use words::export::{Column, OF_ROUND, file_name};
use words::picture::{HowFar, HowMany};

use super::table::{Row, Table};

/// The file of the last of `releases`, which are a school's, oldest first; nothing when there is none. `name` is the
/// school's, and `schools` has the names of all.
pub fn of_round(releases: &[Release], name: &str, schools: &Roster, language: Language) -> Option<Table> {
    let (release, earlier) = releases.split_last()?;
    let words = words::of(language);
    let about = about(release, schools, words);
    let rows = release.findings.iter().flat_map(|finding| rows(finding, release, earlier, &about, schools, words));
    Some(Table {
        name: file_name(name, release.opens, release.ends),
        language,
        day: release.closed,
        columns: &OF_ROUND,
        rows: rows.map(|row| row.cells(&OF_ROUND)).collect(),
    })
}

/// What every row says of the round.
fn about(release: &Release, schools: &Roster, words: &Words) -> Row {
    let mut names: Vec<String> = release.schools.iter().map(|id| school_name(id, schools)).collect();
    names.sort();
    let visited = match release.rooms {
        Some(rooms) => (words.picture.rooms)(rooms),
        None => (words.picture.few_rooms)(release.k),
    };
    Row::default()
        .with(Column::Schools, words.roster.list(names))
        .with(Column::From, release.opens.to_string())
        .with(Column::To, release.ends.to_string())
        .with(Column::Purpose, release.purpose.as_str())
        .with(Column::K, release.k.to_string())
        .with(Column::Visited, visited)
}

fn school_name(id: &domain::ids::SchoolId, schools: &Roster) -> String {
    schools.school(id).map_or_else(|| id.to_string(), |school| school.name.clone())
}

fn rows(
    finding: &Finding,
    release: &Release,
    earlier: &[Release],
    about: &Row,
    schools: &Roster,
    words: &Words,
) -> Vec<Row> {
    let picture = &words.picture;
    let history = history(finding, &release.schools, earlier);
    let about = about
        .clone()
        .with(Column::LookForId, finding.look_for.to_string())
        .with(Column::LookFor, picture.label(&finding.look_for, finding.version))
        .with(Column::Version, finding.version.to_string())
        .with(Column::Line, line(finding, words));
    let name = |groups: &BTreeSet<GroupNumber>| words.roster.groups(groups, release, schools);
    // One group alone is the whole: it is not said twice.
    let apart = if finding.cells.len() > 1 { finding.cells.as_slice() } else { &[] };
    let together = match finding.cells.len() {
        1 => picture.why_together(finding, release, None, name),
        _ => Vec::new(),
    };
    let hidden = picture.why_hidden(finding, release);
    let left_out = picture.why_left_out(release, name);
    let other_schools = history.other_schools.then(|| picture.other_schools.to_owned());
    let notes: Vec<String> = hidden.into_iter().chain(together).chain(left_out).chain(other_schools).collect();
    // Of the whole round: in the row of a group they would look like that group's.
    let contexts: Vec<&str> = release.contexts.iter().map(|kind| kind.said_in(words.language)).collect();
    let whole = about
        .clone()
        .with(Column::Group, words.roster.everything)
        .with(Column::Change, picture.changed(&history))
        .with(Column::Note, notes.join(" "))
        .with(Column::Contexts, contexts.join("; "))
        .with(Column::Action, release.action.what.as_str())
        .with(Column::By, release.action.by.to_string())
        .with(Column::Question, release.question.asks.as_str());
    let Some(range) = finding.whole() else { return vec![whole] };
    let whole = said(whole, range, words).with(Column::Certainty, rests_on(range, words));
    let groups = apart.iter().map(|cell| {
        let range = cell.range();
        let certainty = (picture.group_rooms)(range.rooms, picture.how_steady(range));
        said(about.clone(), range, words)
            .with(Column::Group, name(&cell.groups))
            .with(Column::Certainty, certainty)
            .with(Column::Note, picture.why_together(finding, release, Some(&cell.groups), name).join(" "))
    });
    std::iter::once(whole).chain(groups).collect()
}

/// A row with what is said of a range.
pub(super) fn said(row: Row, range: Range, words: &Words) -> Row {
    row.with(Column::Seen, (words.picture.seen)(HowMany::of(range)))
        .with(Column::CouldBe, (words.picture.could_be)(HowFar::of(range)))
        .with(Column::Rooms, range.rooms.to_string())
}

/// On how many rooms something rests, and how steady that is.
pub(super) fn rests_on(range: Range, words: &Words) -> String {
    (words.picture.rests_on)(range.rooms, words.picture.how_steady(range))
}

fn line(finding: &Finding, words: &Words) -> String {
    let line = words.picture.line_in_words(&finding.look_for, finding.version, finding.line);
    line.map(|line| (words.picture.line)(&line)).unwrap_or_default()
}
