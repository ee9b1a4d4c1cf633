//! One look-for of a district's term: all schools that are shown, then each by itself, by the alphabet.

use dioxus::prelude::*;
use domain::ids::SchoolId;
use domain::release::{Part, Range, Standing, TermFinding};
use domain::roster::School;

use super::dots::RangeDots;
use crate::words::picture::{HowFar, HowMany};
use crate::words::use_words;

/// A school that is shown, and with which others.
struct Row<'finding> {
    name: &'finding str,
    range: Range,
    others: Vec<String>,
}

/// A look-for. Which schools are shown, and why others are not, never depends on what was seen.
#[component]
pub fn TermCard(
    finding: TermFinding,
    label: String,
    /// Whether the term also has it by another wording or line.
    other_wording: bool,
    /// All schools of the district, by name.
    schools: Vec<School>,
) -> Element {
    let words = use_words();
    let said = &words.district;
    let name_of = |id: &SchoolId| schools.iter().find(|school| school.id == *id).map(|school| school.name.clone());
    let others =
        |part: &Part, own: &SchoolId| part.schools.iter().filter(|id| *id != own).filter_map(name_of).collect();
    let (mut rows, mut too_few, mut elsewhere, mut not_looked_for) = (vec![], vec![], vec![], vec![]);
    for school in &schools {
        match finding.standing(&school.id) {
            Standing::Counted(part, range) => {
                let mut others: Vec<String> = others(part, &school.id);
                others.sort();
                rows.push(Row { name: &school.name, range, others });
            }
            Standing::TooFewRooms => too_few.push(school.name.clone()),
            Standing::CountedElsewhere => elsewhere.push(school.name.clone()),
            Standing::NotLookedFor => not_looked_for.push(school.name.clone()),
        }
    }
    let why_not = [
        (said.too_few_rooms as fn(&str) -> String, too_few),
        (said.counted_elsewhere, elsewhere),
        (said.not_looked_for, not_looked_for),
    ];
    let class = if rows.is_empty() { "card quiet" } else { "card" };
    rsx! {
        section { class,
            if let Some(range) = finding.whole() {
                div { class: "stack share-row",
                    div { class: "stack",
                        h2 { {label} }
                        p {
                            strong { {(words.picture.seen)(HowMany::of(range))} }
                            " "
                            {(words.picture.could_be)(HowFar::of(range))}
                        }
                        p { class: "small soft",
                            if let Some(line) = words.picture.line_in_words(&finding.look_for, finding.version, finding.line) {
                                {(words.picture.line)(&line)}
                                " "
                            }
                            {(words.picture.rests_on)(range.rooms, words.picture.how_steady(range))}
                        }
                        if other_wording {
                            p { class: "small soft", {said.other_wording} }
                        }
                    }
                    RangeDots { range, label: words.picture.sentence(range) }
                }
                hr {}
                h3 { {said.by_school} }
                ul { class: "cards",
                    for row in rows {
                        li { key: "{row.name}",
                            p {
                                strong { {row.name} }
                                br {}
                                {words.picture.sentence(row.range)}
                            }
                            p { class: "small soft",
                                {(words.picture.group_rooms)(row.range.rooms, words.picture.how_steady(row.range))}
                                if !row.others.is_empty() {
                                    " "
                                    {(said.together_with)(&words.roster.list(row.others))}
                                }
                            }
                        }
                    }
                }
            } else {
                h2 { {label} }
            }
            for (why, names) in why_not {
                if !names.is_empty() {
                    p { class: "small soft", {why(&words.roster.list(names))} }
                }
            }
        }
    }
}
