//! The cells of one release: a row for all rooms of each look-for, then one for each group that is coded apart.

use domain::language::Language;
use domain::library::{Line, LookForId};
use domain::release::{Finding, History, Range, Release, history};
use domain::roster::Roster;
use words::Words;
use words::export::{Column, Kind};
use words::picture::{HowFar, HowMany};
use words::table::asked;

use super::table::{Row, Table};

/// The file of the last of `releases`, which are a school's, oldest first; nothing when there is none. `name` is the
/// school's, and `schools` has the names of all.
pub fn of_round(releases: &[Release], name: &str, schools: &Roster, language: Language) -> Option<Table> {
    let (release, earlier) = releases.split_last()?;
    let words = words::of(language);
    let histories: Vec<History> = release.findings.iter().map(|finding| history(finding, release, earlier)).collect();
    let look_fors = release.findings.iter().zip(&histories);
    let title = words.picture.title(look_fors.clone().map(|(finding, history)| {
        (finding.whole(), words.picture.label(&finding.look_for, finding.version), history.trend())
    }));
    let about =
        about(release, schools, words).with(Column::Purpose, release.purpose.as_str()).with(Column::Sentence, title);
    let rows: Vec<Row> =
        look_fors.flat_map(|look_for| rows(look_for, (release, releases), &about, schools, words)).collect();
    Some(Table::of(Kind::Round, name, [release.opens, release.ends, release.closed], language, &rows))
}

/// What every row says of a round.
pub(super) fn about(release: &Release, schools: &Roster, words: &Words) -> Row {
    let visited = match release.rooms {
        Some(rooms) => (words.picture.rooms)(rooms),
        None => (words.picture.few_rooms)(release.k),
    };
    days_of(&Row::default(), release)
        .with(Column::Schools, school_names(release, schools, words))
        .with(Column::K, release.k.to_string())
        .with(Column::Visited, visited)
        .with(Column::Protects, words.picture.protects(release.k))
}

/// A row with the days of a round.
pub(super) fn days_of(row: &Row, release: &Release) -> Row {
    row.clone().with(Column::From, release.opens.to_string()).with(Column::To, release.ends.to_string())
}

/// The schools of a round, by name.
pub(super) fn school_names(release: &Release, schools: &Roster, words: &Words) -> String {
    let name = |id| schools.school(id).map_or_else(|| id.to_string(), |school| school.name.clone());
    let mut names: Vec<String> = release.schools.iter().map(name).collect();
    names.sort();
    words.roster.list(names)
}

/// A row with which look-for it is about, in which version, with which line.
pub(super) fn look_for(row: &Row, (look_for, version, line): (&LookForId, u32, Line), words: &Words) -> Row {
    let in_words = words.picture.line_in_words(look_for, version, line);
    row.clone()
        .with(Column::LookForId, look_for.to_string())
        .with(Column::LookFor, words.picture.label(look_for, version))
        .with(Column::Version, version.to_string())
        .with(Column::Line, in_words.map(|line| (words.picture.line)(&line)).unwrap_or_default())
}

fn rows(
    (finding, history): (&Finding, &History),
    (release, releases): (&Release, &[Release]),
    about: &Row,
    schools: &Roster,
    words: &Words,
) -> Vec<Row> {
    let about = look_for(about, (&finding.look_for, finding.version, finding.line), words);
    let rows = words.rows(finding, history, releases, schools).into_iter().map(|row| {
        let cells = about
            .clone()
            .with(Column::Group, row.rooms)
            .with(Column::Certainty, row.certainty)
            .with(Column::Change, row.change)
            .with(Column::Earlier, row.earlier.join(" "))
            .with(Column::Note, row.notes.join(" "));
        match row.range {
            Some(range) => said(cells, range, words),
            None => cells,
        }
    });
    let mut rows: Vec<Row> = rows.collect();
    // Of the whole round: in the row of a group they would look like that group's.
    if let Some(whole) = rows.first_mut() {
        let contexts: Vec<&str> = release.contexts.iter().map(|kind| kind.said_in(words.language)).collect();
        let asked: Vec<String> = history.points.iter().flat_map(|point| asked(point, releases)).collect();
        *whole = whole
            .clone()
            .with(Column::Asked, asked.join(" "))
            .with(Column::Contexts, contexts.join("; "))
            .with(Column::Action, release.action.what.as_str())
            .with(Column::By, release.action.by.to_string())
            .with(Column::Question, release.question.asks.as_str());
    }
    rows
}

/// A row with what is said of a range.
pub(super) fn said(row: Row, range: Range, words: &Words) -> Row {
    row.with(Column::Seen, (words.picture.seen)(HowMany::of(range)))
        .with(Column::CouldBe, (words.picture.could_be)(HowFar::of(range)))
        .with(Column::Rooms, range.rooms.to_string())
}
