//! The picture as a table, for those who read it with a voice or take it elsewhere.

use dioxus::prelude::*;
use domain::release::{History, Release};
use domain::time::Day;

use crate::browser::dates;
use crate::words::picture::HowMany;
use crate::words::use_words;

/// Each look-for in a row.
#[component]
pub fn AsTable(release: Release, labels: Vec<String>, histories: Vec<History>, ends: Vec<Day>) -> Element {
    let words = use_words();
    let said = &words.picture;
    let rows = release.findings.iter().zip(labels).zip(histories);
    rsx! {
        details {
            summary { {said.as_table} }
            table {
                caption { class: "aside", {(said.round_of)(&dates::window(release.opens, release.ends, words.language))} }
                thead {
                    tr {
                        th { scope: "col", {said.look_for} }
                        th { scope: "col", {said.seen_in} }
                        th { scope: "col", {said.earlier} }
                    }
                }
                tbody {
                    for ((finding, label), history) in rows {
                        tr { key: "{finding.look_for}",
                            th { scope: "row", {label} }
                            td {
                                if let Some(range) = finding.whole() {
                                    {said.sentence(range)}
                                    " "
                                    {(said.group_rooms)(range.rooms, said.how_steady(range))}
                                } else {
                                    {said.why_hidden(finding, &release)}
                                }
                            }
                            td {
                                {said.changed(&history)}
                                for point in history.points.iter().rev().skip(1) {
                                    br {}
                                    span { class: "small soft",
                                        {dates::day(ends[point.place], words.language)}
                                        ": "
                                        if let Some(range) = point.range {
                                            {(said.seen)(HowMany::of(range))}
                                            " "
                                            {(said.group_rooms)(range.rooms, said.how_steady(range))}
                                        } else {
                                            {said.hidden_here}
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
