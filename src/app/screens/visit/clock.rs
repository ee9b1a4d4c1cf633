//! The clock of a visit: a ring that fills in the agreed minutes, and goes on counting beyond them.

use device::tablet::Tablet;
use dioxus::prelude::*;

use super::recording::use_recording;
use crate::app::use_happenings;
use crate::browser::clock::wait;
use crate::words::use_words;

/// The clock. It is the only thing on the screen that is drawn every second.
#[component]
pub fn Clock(
    /// How long a visit is meant to last, in minutes.
    minutes: u32,
) -> Element {
    let words = &use_words().visit;
    let tablet: Tablet = use_context();
    let recording = use_recording();
    let (visible, of_sleep) = (use_happenings().visible, tablet.clone());
    // A page that slept has timers that are late: it is right as soon as it is seen.
    use_effect(move || {
        if visible() {
            let mut seconds = recording.seconds;
            let elapsed = recording.drawn.peek().elapsed(of_sleep.now());
            seconds.set(elapsed);
        }
    });
    use_future(move || {
        let tablet = tablet.clone();
        let mut seconds = recording.seconds;
        async move {
            loop {
                let (now, visit) = (tablet.now(), recording.drawn);
                let elapsed = visit.peek().elapsed(now);
                if *seconds.peek() != elapsed {
                    seconds.set(elapsed);
                }
                // To the next full second of the visit, so that none is skipped.
                let past = (now.0 - visit.peek().began.0).rem_euclid(1000);
                wait(i32::try_from(1000 - past).unwrap_or(1000) + 5).await;
            }
        }
    });
    let seconds = (recording.seconds)();
    let (whole, rest) = (seconds / 60, seconds % 60);
    let filled = (100 * seconds / (minutes * 60).max(1)).min(100);
    rsx! {
        div { class: "clock", role: "timer", "aria-live": "off", "aria-label": (words.clock)(whole, rest, minutes),
            svg { view_box: "0 0 100 100", "aria-hidden": "true",
                circle { class: "track", cx: "50", cy: "50", r: "45" }
                if filled > 0 {
                    circle { class: "run", cx: "50", cy: "50", r: "45", "pathLength": "100", "stroke-dasharray": "{filled} 100" }
                }
            }
            span { "aria-hidden": "true", "{whole}:{rest:02}" }
        }
    }
}
