//! One look-for of a picture: the sentence, the dots, its line, and what came before.

use dioxus::prelude::*;
use domain::library::{Library, Line, LookForId};
use domain::release::{Broken, Cell, Finding, Range, Release, Steadiness, Trend};
use domain::roster::Roster;
use domain::time::Day;

use super::dots::RangeDots;
use super::history::{History, TrendRow};
use crate::browser::dates;
use crate::words::picture::{HowFar, HowMany};
use crate::words::{Words, use_words};

/// A look-for that is shown, or that is not and why.
#[component]
pub fn FindingCard(finding: Finding, label: String, history: History, release: Release, schools: Roster) -> Element {
    let words = use_words();
    let Some(range) = finding.whole() else {
        return rsx! {
            section { class: "card quiet",
                h2 { {label} }
                p { class: "soft", {words.picture.not_shown} }
            }
        };
    };
    let has_groups = finding.cells.len() > 1;
    rsx! {
        section { class: "card",
            div { class: "stack share-row",
                div { class: "stack",
                    h2 { {label} }
                    p {
                        strong { {(words.picture.seen)(HowMany::of(range))} }
                        " "
                        {(words.picture.could_be)(HowFar::of(range))}
                    }
                    p { class: "small soft",
                        if let Some(line) = line_in_words(&finding.look_for, finding.version, finding.line, words) {
                            {(words.picture.line)(&line)}
                            " "
                        }
                        {(words.picture.rests_on)(range.rooms, steadiness(range, words))}
                    }
                    p { {changed(&history, words)} }
                    if history.other_schools {
                        p { class: "small soft", {words.picture.other_schools} }
                    }
                    if !has_groups && release.groups.len() > 1 {
                        p { class: "small soft", {words.picture.one_cell} }
                    }
                }
                div { class: "stack",
                    RangeDots { range, label: sentence(range, words) }
                    TrendRow { history, ends: release.ends, range: Some(range) }
                }
            }
            if has_groups {
                hr {}
                h3 { {words.picture.by_group} }
                for cell in finding.cells {
                    GroupRow { cell, release: release.clone(), schools: schools.clone() }
                }
            }
        }
    }
}

/// One group, or several that were too small alone.
#[component]
fn GroupRow(cell: Cell, release: Release, schools: Roster) -> Element {
    let words = use_words();
    let values =
        cell.groups.iter().filter_map(|group| release.groups.get(usize::from(*group))).flatten().cloned().collect();
    let range = cell.range();
    rsx! {
        div { class: "stack share-row",
            p {
                strong { {words.roster.group(&values, release.grouping, &schools)} }
                br {}
                {sentence(range, words)}
                br {}
                span { class: "small soft", {(words.picture.group_rooms)(range.rooms, steadiness(range, words))} }
            }
            RangeDots { range, label: sentence(range, words) }
        }
    }
}

/// Everything that may be said of a range.
pub fn sentence(range: Range, words: &Words) -> String {
    format!("{} {}", (words.picture.seen)(HowMany::of(range)), (words.picture.could_be)(HowFar::of(range)))
}

/// The line that was in force, in words; nothing where the library has another one by now.
pub fn line_in_words(look_for: &LookForId, version: u32, line: Line, words: &Words) -> Option<String> {
    let look_for = Library::shipped().find(look_for, version)?;
    (look_for.line.rule == line).then(|| look_for.line.words.in_language(words.language).clone())
}

/// How steady a range is, in words.
pub fn steadiness(range: Range, words: &Words) -> &'static str {
    Steadiness::of(range.rooms).map(words.picture.steadiness).unwrap_or_default()
}

/// What changed since the round before.
pub fn changed(history: &History, words: &Words) -> String {
    history.since.map_or_else(|| words.picture.first_time.to_owned(), |(day, trend)| said(trend, day, words))
}

fn said(trend: Trend, day: Day, words: &Words) -> String {
    let (said, day) = (&words.picture, dates::day(day, words.language));
    match trend {
        Trend::More => (said.since_more)(&day),
        Trend::Fewer => (said.since_fewer)(&day),
        Trend::NoClearChange => (said.no_clear_change)(&day),
        Trend::Broken(Broken::Wording) => (said.other_wording)(&day),
        Trend::Broken(Broken::Line) => (said.other_line)(&day),
        Trend::Broken(Broken::NotShown) => (said.not_shown_then)(&day),
    }
}
