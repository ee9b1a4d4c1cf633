//! The cells of one release's groups beside one another: a row for each group of each look-for, or why there is none.

use domain::language::Language;
use domain::release::{Finding, Release};
use domain::roster::Roster;
use words::Words;
use words::beside::Group;
use words::export::{Column, Kind};

use super::round::{about, look_for, said};
use super::table::{Row, Table};

/// The file of a release's groups. `name` is the school's, and `schools` has the names of all.
pub fn of_opportunity(release: &Release, name: &str, schools: &Roster, language: Language) -> Table {
    let words = words::of(language);
    let beside = words.beside(release, schools);
    let about = about(release, schools, words).with(Column::Sentence, beside.title);
    let mut rows = match beside.nothing {
        Some(nothing) => vec![about.clone().with(Column::Note, nothing)],
        None => {
            let look_fors = release.findings.iter().zip(beside.look_fors);
            look_fors.flat_map(|(finding, groups)| rows(finding, groups, release, &about, schools, words)).collect()
        }
    };
    let left_out = words.why_left_out(release, schools);
    rows.extend(left_out.map(|why| about.with(Column::Note, why)));
    Table::of(Kind::Opportunity, name, [release.opens, release.ends, release.closed], language, &rows)
}

fn rows(
    finding: &Finding,
    groups: Result<Vec<Group>, Vec<String>>,
    release: &Release,
    about: &Row,
    schools: &Roster,
    words: &Words,
) -> Vec<Row> {
    let about = look_for(about, (&finding.look_for, finding.version, finding.line), words);
    let groups = match groups {
        Ok(groups) => groups,
        Err(why_not) => return vec![about.with(Column::Note, why_not.join(" "))],
    };
    let row = |Group { cell, compared }: Group| {
        let range = cell.range();
        let note = words.why_together(finding, release, Some(&cell.groups), schools).join(" ");
        let row = said(about.clone(), range, words)
            .with(Column::Group, words.roster.groups(&cell.groups, release, schools))
            .with(Column::Certainty, words.group_rooms(range))
            .with(Column::Note, note);
        match compared {
            Some(compared) => row.with(Column::ComparedWith, compared.with).with(Column::Difference, compared.how),
            None => row,
        }
    };
    groups.into_iter().map(row).collect()
}
