//! What the agreement says about a round now: a pause, and notes that a teacher should have by a day.

use dioxus::prelude::*;
use domain::ids::RoundId;

use crate::browser::clock::today;
use crate::browser::dates;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Who paused the round, or everything, and since when; nothing where nobody did.
#[component]
pub fn PausedNotice(round: RoundId) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let paused = tablet.held().paused(&round).map(|(pause, since)| (pause.paused.clone(), since));
    rsx! {
        if let Some((paused, since)) = paused {
            div { class: "notice hold", role: "status",
                p { strong { {(words.agreement.paused)(&paused, &dates::day(since, words.language))} } }
                p { {words.agreement.paused_what} }
            }
        }
    }
}

/// Notes of this tablet that no server has yet, with the day by which the agreement says that the teacher has them.
#[component]
pub fn NotesDue(round: RoundId) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let today = today();
    let due: Vec<String> = tablet
        .notes_due(&round)
        .into_iter()
        .map(|(room, by)| {
            let held = tablet.held();
            let name = held.roster().room(&room).map_or_else(String::new, |room| room.name.clone());
            let day = dates::day(by, words.language);
            if by < today { (words.agreement.note_late)(&name, &day) } else { (words.agreement.note_due)(&name, &day) }
        })
        .collect();
    rsx! {
        if !due.is_empty() {
            div { class: "notice tip",
                for sentence in due {
                    p { {sentence} }
                }
            }
        }
    }
}
