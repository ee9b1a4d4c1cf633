//! What a visit recorded, in numbers that stay on the tablet.

use dioxus::prelude::*;
use domain::ids::VisitId;
use domain::library::{Instrument, LookFor, Unit};
use domain::round::PlannedLookFor;
use domain::visit::{Blocks, Observed, QUIET_MILLIS, Visit, per_ten_minutes};

use crate::screens::visit::clock;
use crate::tablet_context::use_tablet;
use crate::words::marks::Marks;
use crate::words::talk::{Talk, use_talk_words};
use crate::words::voices::Voices;

/// The words it takes.
#[derive(Clone, Copy)]
pub struct Said {
    /// Of marks.
    pub marks: &'static Marks,
    /// Of the talk strip.
    pub talk: &'static Talk,
    /// Of the voices grid.
    pub voices: &'static Voices,
}

impl Said {
    /// The numbers behind an answer, with missed blocks said as missed; nothing where the answer has none.
    pub fn recorded(self, look_for: &LookFor, planned: &PlannedLookFor, visit: &Visit, seconds: u32) -> Option<String> {
        let observed = visit.observed(&look_for.id, &look_for.unit);
        match (planned.instrument, observed) {
            (Some(Instrument::TalkStrip), _) => {
                let quiets: Vec<u32> = visit.quiets(&look_for.id).collect();
                let long = quiets.iter().filter(|millis| **millis >= QUIET_MILLIS).count();
                Some((self.talk.timed)(quiets.len(), u32::try_from(long).unwrap_or(u32::MAX)))
            }
            (Some(Instrument::VoicesGrid), _) => {
                visit.voices(&look_for.id).map(|voices| (self.voices.heard_of)(voices.heard, voices.of))
            }
            (None, Observed::Tally(count)) => {
                let count_said = (self.marks.count)(count);
                let rate = per_ten_minutes(count, seconds).filter(|_| count > 0);
                Some(match (look_for.unit, rate) {
                    (Unit::Tally { of: None }, Some(rate)) => {
                        format!("{count_said}; {}", (self.marks.in_ten)(rate))
                    }
                    _ => count_said,
                })
            }
            (None, Observed::Interval(answers)) => Some((self.marks.events)(Blocks::of(&answers, seconds))),
            (None, Observed::Samples(answers)) => Some((self.marks.samples)(Blocks::of(&answers, seconds))),
            (None, Observed::Presence(_) | Observed::Share(_)) => None,
        }
    }
}

/// Who was talking for how long, where the talk strip was used. None of it leaves the tablet.
#[component]
pub fn TalkTimes(visit: VisitId, after: u32) -> Element {
    let said = use_talk_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let times = held.visit(&visit).and_then(|held_visit| {
        let round = held.round(&held_visit.visit.round)?;
        let strip = |planned: &&PlannedLookFor| planned.instrument == Some(Instrument::TalkStrip);
        let planned = round.record.plan.look_fors.iter().find(strip)?;
        Some(held_visit.visit.talk(&planned.id, after)).filter(|times| !times.spent.is_empty())
    });
    let Some(times) = times else { return rsx! {} };
    let before = (times.before > 0).then_some((said.before, times.before));
    let spent = times.spent.iter().map(|(who, seconds)| ((said.who)(*who), *seconds));
    rsx! {
        section { class: "card",
            h2 { {said.times} }
            p { class: "small soft", {said.times_stay} }
            table {
                tbody {
                    for (who, seconds) in before.into_iter().chain(spent) {
                        tr { key: "{who}",
                            th { scope: "row", {who} }
                            td { class: "number", {clock(seconds)} }
                        }
                    }
                }
            }
        }
    }
}
