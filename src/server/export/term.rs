//! The cells of a district's term: a row for all schools together of each look-for, then one for each school, by name.

use domain::ids::SchoolId;
use domain::language::Language;
use domain::release::{Release, Standing, Term, TermFinding, Trend, term_picture};
use domain::roster::School;
use words::Words;
use words::export::{Column, Kind};

use super::round::{look_for, said};
use super::table::{Row, Table};

/// The file of a term. `schools` are all of the district's, by name.
pub fn of_term(term: Term, releases: &[Release], district: &str, schools: &[School], language: Language) -> Table {
    let words = words::of(language);
    let picture = term_picture(term, releases);
    let k = releases.iter().map(|release| release.k).min();
    let look_fors = picture.iter().map(|finding| {
        (finding.whole(), words.picture.label(&finding.look_for, finding.version), Trend::NoClearChange)
    });
    let about = Row::default()
        .with(Column::From, term.from.to_string())
        .with(Column::To, term.to.to_string())
        .with(Column::K, k.map_or_else(String::new, |k| k.to_string()))
        .with(Column::Sentence, words.picture.title(look_fors))
        .with(Column::Protects, k.map_or_else(String::new, |k| words.picture.protects(k)));
    let other_wording =
        |finding: &TermFinding| picture.iter().filter(|other| other.look_for == finding.look_for).count() > 1;
    let rows: Vec<Row> =
        picture.iter().flat_map(|finding| rows(finding, other_wording(finding), &about, schools, words)).collect();
    Table::of(Kind::Term, district, [term.from, term.to, term.to], language, &rows)
}

fn rows(finding: &TermFinding, other_wording: bool, about: &Row, schools: &[School], words: &Words) -> Vec<Row> {
    let about = look_for(about, (&finding.look_for, finding.version, finding.line), words);
    let whole = finding.whole().map(|range| {
        let note = if other_wording { words.district.other_wording } else { "" };
        said(about.clone(), range, words)
            .with(Column::Schools, words::export::of(words.language).all_schools)
            .with(Column::Certainty, words.rests_on(range))
            .with(Column::Note, note)
    });
    let each = schools.iter().map(|school| of_school(finding, school, &about, schools, words));
    whole.into_iter().chain(each).collect()
}

/// How one school stands: counted, alone or with others, or why it is not.
fn of_school(finding: &TermFinding, school: &School, about: &Row, schools: &[School], words: &Words) -> Row {
    let row = about.clone().with(Column::Schools, school.name.as_str());
    let name_of = |id: &SchoolId| schools.iter().find(|school| school.id == *id).map(|school| school.name.clone());
    match finding.standing(&school.id) {
        Standing::Counted(part, range) => {
            let mut others: Vec<String> =
                part.schools.iter().filter(|id| **id != school.id).filter_map(name_of).collect();
            others.sort();
            let together = (!others.is_empty()).then(|| (words.district.together_with)(&words.roster.list(others)));
            said(row, range, words)
                .with(Column::Certainty, words.group_rooms(range))
                .with(Column::Note, together.unwrap_or_default())
        }
        Standing::TooFewRooms => row.with(Column::Note, (words.district.too_few_rooms)(&school.name)),
        Standing::CountedElsewhere => row.with(Column::Note, (words.district.counted_elsewhere)(&school.name)),
        Standing::NotLookedFor => row.with(Column::Note, (words.district.not_looked_for)(&school.name)),
    }
}
