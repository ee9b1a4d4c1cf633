//! The cells of productive talk in a school: for each look-for of each strand a row for its newest round, then one for each
//! round before it that can be compared, the newest first.

use domain::language::Language;
use domain::release::{Point, Release, Strand, Thread, productive_talk};
use domain::roster::Roster;
use words::Words;
use words::export::{Column, Kind};
use words::strands;
use words::table::asked;

use super::round::{days_of, look_for, said, school_names};
use super::table::{Row, Table};

/// The file of `releases`, which are a school's, oldest first; nothing when there is none. `name` is the school's, and
/// `schools` has the names of all.
pub fn of_talk(releases: &[Release], name: &str, schools: &Roster, language: Language) -> Option<Table> {
    let (first, last) = (releases.first()?, releases.last()?);
    let words = words::of(language);
    let strands = productive_talk(releases);
    let k = releases.iter().map(|release| release.k).min()?;
    let about = Row::default()
        .with(Column::K, k.to_string())
        .with(Column::Sentence, words.talk(&strands))
        .with(Column::Protects, words.picture.protects(k));
    let rows: Vec<Row> = strands
        .iter()
        .flat_map(|Strand { group, threads }| {
            let about = about.clone().with(Column::Strand, strands::name(*group, language));
            match threads.is_empty() {
                true => vec![about.with(Column::Note, words.strands.none)],
                false => {
                    let rows = threads.iter().flat_map(|thread| rows(thread, releases, &about, schools, words));
                    rows.collect()
                }
            }
        })
        .collect();
    Some(Table::of(Kind::Talk, name, [first.opens, last.ends, last.closed], language, &rows))
}

fn rows(thread: &Thread, releases: &[Release], about: &Row, schools: &Roster, words: &Words) -> Vec<Row> {
    let Thread { place, finding, history } = thread;
    let newest_first = history.points.iter().rev();
    let row = |point: &Point| {
        let release = releases.get(point.place)?;
        let found = release.findings.iter().find(|other| other.look_for == finding.look_for)?;
        let about = days_of(about, release).with(Column::Schools, school_names(release, schools, words));
        let about = look_for(&about, (&found.look_for, found.version, found.line), words)
            .with(Column::Asked, asked(point, releases).join(" "));
        let row = match point.range {
            Some(range) => said(about, range, words),
            None => about,
        };
        Some(if point.place == *place {
            newest(row, thread, release, point, words)
        } else {
            earlier(row, point, words)
        })
    };
    newest_first.filter_map(row).collect()
}

/// The newest round: what its own picture says.
fn newest(row: Row, thread: &Thread, release: &Release, point: &Point, words: &Words) -> Row {
    let Thread { finding, history, .. } = thread;
    let notes = words.picture.why_hidden(finding, release).into_iter();
    let notes = notes.chain(words.other_schools(finding, history)).chain(words.marks(point));
    row.with(Column::Certainty, point.range.map_or_else(String::new, |range| words.rests_on(range)))
        .with(Column::Change, words.change(finding, history))
        .with(Column::Note, notes.collect::<Vec<_>>().join(" "))
}

/// A round before it, as it stands in a row of rounds.
fn earlier(row: Row, point: &Point, words: &Words) -> Row {
    let hidden = point.range.is_none().then(|| words.picture.hidden_here.to_owned());
    let notes = hidden.into_iter().chain(words.marks(point));
    row.with(Column::Certainty, point.range.map_or_else(String::new, |range| words.group_rooms(range)))
        .with(Column::Note, notes.collect::<Vec<_>>().join(" "))
}
