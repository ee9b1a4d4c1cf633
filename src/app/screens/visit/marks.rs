//! The sheet with everything recorded so far: each mark with its time, and a way to take it out.

use dioxus::prelude::*;
use domain::library::{LookFor, LookForId, ShareOf, Unit};
use domain::round::Sense;
use domain::visit::{Act, BlockAnswer, Mark, Presence, Share, Visit};

use super::block_clock::BlockClock;
use super::not_saved::NotSaved;
use super::recording::use_recording;
use super::sheet::{Sheet, close};
use super::sounds::SoundChoice;
use super::talk::clock;
use crate::browser::page;
use crate::words::marks::{Marks, use_mark_words};
use crate::words::talk::{Talk, use_talk_words};
use crate::words::voices::{Voices, use_voices_words};
use crate::words::{Words, use_words};

/// How many marks are shown at first, and how many more each time.
const SOME: usize = 40;

/// The sheet.
#[component]
pub fn MarksSheet(look_fors: Vec<&'static LookFor>, has_blocks: bool, closed: Callback) -> Element {
    let (words, said) = (use_words(), use_mark_words());
    let saying = use_saying(look_fors);
    let recording = use_recording();
    let mut shown = use_signal(|| SOME);
    let drawn = recording.drawn.read();
    let marks: Vec<(u32, String, String)> = drawn
        .standing()
        .rev()
        .filter_map(|mark| Some((mark.number, clock(mark.at), saying.what(mark, &drawn)?)))
        .collect();
    let more = marks.len().saturating_sub(shown());
    rsx! {
        Sheet { heading: "so-far", closed,
            div { class: "stack",
                h2 { id: "so-far", tabindex: "-1", {said.so_far} }
                if marks.is_empty() {
                    p { class: "soft", {said.nothing} }
                } else {
                    p { class: "soft", {said.taken_out_how} }
                    ul { class: "marks",
                        for (number, at, what) in marks.iter().take(shown()).cloned() {
                            li { key: "{number}",
                                span { class: "number soft", "{at}" }
                                span { "{what}" }
                                button {
                                    "aria-label": (said.take_out_this)(&what),
                                    onclick: move |_| {
                                        recording.record(Act::TakeBack(number));
                                        page::focus("#so-far");
                                    },
                                    {said.take_out}
                                }
                            }
                        }
                    }
                }
                if more > 0 {
                    p {
                        button { onclick: move |_| shown += SOME, {(said.earlier)(more.min(SOME))} }
                    }
                }
                NotSaved {}
                SoundChoice { has_blocks }
                div { class: "acts",
                    button { class: "main", autofocus: true, onclick: move |_| close(closed), {words.visit.back_to_visit} }
                }
            }
        }
    }
}

/// What it takes to say what a mark is.
pub struct Saying {
    words: &'static Words,
    marks: &'static Marks,
    talk: &'static Talk,
    voices: &'static Voices,
    look_fors: Vec<&'static LookFor>,
}

/// What it takes to speak of the marks of a visit that looks for `look_fors`.
pub fn use_saying(look_fors: Vec<&'static LookFor>) -> Saying {
    Saying {
        words: use_words(),
        marks: use_mark_words(),
        talk: use_talk_words(),
        voices: use_voices_words(),
        look_fors,
    }
}

impl Saying {
    /// A mark in words; nothing for the subject, which is corrected and not taken out, and for the end.
    pub fn what(&self, mark: &Mark, visit: &Visit) -> Option<String> {
        let (visited, marks) = (&self.words.visit, self.marks);
        let (look_for, what) = match &mark.act {
            Act::Count(id) => (id, marks.counted.to_owned()),
            Act::Presence(id, value) => (id, self.presence(*value).to_owned()),
            Act::Share(id, shared) => (id, self.share(id, shared.share).to_owned()),
            Act::InView(id, number) => (id, format!("{number} {}", visited.in_view)),
            Act::Block(id, block, answer) => {
                let (from, to) = BlockClock::minutes(*block);
                let said = self.block(*answer, [visited.block_yes, visited.block_no]);
                (id, format!("{}: {said}", (visited.block_minutes)(from, to)))
            }
            Act::Sample(id, block, answer) => {
                let said = self.block(*answer, [visited.state_yes, visited.state_no]);
                (id, format!("{}: {said}", (visited.block_state)(BlockClock::minutes(*block).1)))
            }
            Act::Talk(_, who) => return Some((marks.talking)((self.talk.who)(*who))),
            Act::Quiet(id, millis) => (id, (marks.quiet)(millis / 1_000)),
            Act::Seats(id, seating) => (id, (marks.seats)(seating.seats)),
            Act::Heard(id, seat) => {
                let across = visit.grid(id)?.seating.across;
                (id, (self.voices.seat)((seat - 1) / across + 1, (seat - 1) % across + 1))
            }
            Act::Evidence(..) => {
                // As it was last written.
                let written = visit.evidence().find(|written| written.number == mark.number)?;
                let sense = if written.sense == Sense::Saw { visited.i_saw } else { visited.i_heard };
                return Some(format!("{sense}: {}", written.text));
            }
            Act::Subject(_) | Act::Rewrite(..) | Act::Voices(..) | Act::TakeBack(_) | Act::Finish(_) | Act::Abandon => {
                return None;
            }
        };
        let label = self.label(self.look_for(look_for)?);
        Some(format!("{label}: {what}"))
    }

    /// What a look-for is called.
    pub fn label(&self, look_for: &'static LookFor) -> &'static str {
        look_for.label.in_language(self.words.language).as_str()
    }

    fn presence(&self, value: Presence) -> &'static str {
        let words = &self.words.visit;
        match value {
            Presence::Seen => words.seen,
            Presence::NotSeen => words.not_seen,
            Presence::NotApplicable => words.does_not_apply,
            Presence::NotEnoughTime => words.not_enough_time,
        }
    }

    fn look_for(&self, id: &LookForId) -> Option<&'static LookFor> {
        self.look_fors.iter().find(|each| each.id == *id).copied()
    }

    fn share(&self, look_for: &LookForId, share: Share) -> &'static str {
        let words = &self.words.visit;
        let of_tables =
            self.look_for(look_for).is_some_and(|look_for| look_for.unit == Unit::Share { of: ShareOf::Tables });
        let bands = if of_tables { words.table_shares } else { words.shares };
        let band = Share::BANDS.into_iter().zip(bands).find(|(band, _)| *band == share);
        match share {
            Share::NotEnoughTime => words.not_enough_time,
            _ => band.map_or(words.does_not_apply, |(_, said)| said),
        }
    }

    fn block(&self, answer: BlockAnswer, [yes, no]: [&'static str; 2]) -> &'static str {
        match answer {
            BlockAnswer::Yes => yes,
            BlockAnswer::No => no,
            BlockAnswer::NotApplicable => self.words.visit.block_not_applicable,
        }
    }
}
