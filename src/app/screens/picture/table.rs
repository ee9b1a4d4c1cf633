//! The picture as a table, for those who read it with a voice or take it elsewhere.

use ::words::table::Row;
use dioxus::prelude::*;
use domain::release::{Release, history};
use domain::roster::Roster;

use crate::browser::dates;
use crate::words::use_words;

/// Each look-for of the last of `releases` in a row, and each of its groups in one below. On a narrow screen the style
/// lays rows out otherwise, for which some browsers forget what they are; so the roles are said.
#[component]
pub fn AsTable(
    /// Oldest first; at least one.
    releases: Vec<Release>,
    /// The names of all schools.
    schools: Roster,
) -> Element {
    let words = use_words();
    let said = &words.picture;
    let Some((release, earlier)) = releases.split_last() else { return rsx! {} };
    rsx! {
        details {
            summary { {said.as_table} }
            table { class: "cells", role: "table",
                caption { class: "aside", {(said.round_of)(&dates::window(release.opens, release.ends, words.language))} }
                thead { role: "rowgroup",
                    tr { role: "row",
                        th { scope: "col", role: "columnheader", {said.look_for} }
                        th { scope: "col", role: "columnheader", {said.seen_in} }
                        th { scope: "col", role: "columnheader", {said.earlier} }
                    }
                }
                for finding in &release.findings {
                    tbody { key: "{finding.look_for}", role: "rowgroup",
                        for (place, row) in words.published.rows(finding, &history(finding, release, earlier), &releases, &schools).into_iter().enumerate() {
                            if place == 0 {
                                tr { key: "{place}", role: "row",
                                    th { scope: "rowgroup", role: "rowheader",
                                        {said.label(&finding.look_for, finding.version)}
                                        br {}
                                        span { class: "small soft", {row.rooms.as_str()} }
                                    }
                                    td { role: "cell", {seen(&row, said)} }
                                    td { role: "cell",
                                        {row.change.as_str()}
                                        for (number, line) in row.earlier.into_iter().enumerate() {
                                            if number > 0 || !row.change.is_empty() {
                                                br {}
                                            }
                                            span { class: "small soft", {line} }
                                        }
                                    }
                                }
                            } else {
                                tr { key: "{place}", role: "row",
                                    th { scope: "row", role: "rowheader", class: "group", {row.rooms.as_str()} }
                                    td { colspan: 2, role: "cell", {seen(&row, said)} }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a row says: what was seen, on how many rooms that rests, and why something is not shown or not by itself.
fn seen(row: &Row, said: &::words::picture::Picture) -> String {
    let seen = row.range.map(|range| format!("{} {}", said.sentence(range), row.certainty));
    seen.into_iter().chain(row.notes.iter().cloned()).collect::<Vec<_>>().join(" ")
}
