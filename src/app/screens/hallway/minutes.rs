//! Four minutes that fill a ring and then say so once. They never call anyone back, and are silent unless asked.

use device::tablet::Tablet;
use dioxus::prelude::*;
use domain::ids::VisitId;
use domain::time::Moment;

use crate::browser::clock::wait;
use crate::browser::remembered::{self, Sounds};
use crate::browser::sound;
use crate::words::hallway::use_hallway_words;

/// Seconds of talk.
const TALK: u32 = 4 * 60;

/// Who comes back to a talk after this many seconds begins it anew.
const ANEW: u32 = 15 * 60;

/// The ring, and the choice of a sound at its end.
#[component]
pub fn Minutes(visit: VisitId) -> Element {
    let said = use_hallway_words();
    let tablet: Tablet = use_context();
    let began = use_hook(|| began(&visit, tablet.now()));
    let mut seconds = use_signal(|| tablet.now().seconds_since(began));
    let mut sounds = use_signal(remembered::sounds);
    use_future(move || {
        let tablet = tablet.clone();
        async move {
            while *seconds.peek() < TALK {
                wait(1000).await;
                let now = tablet.now().seconds_since(began).min(TALK);
                if now == TALK && sounds.peek().talk {
                    sound::beep();
                }
                seconds.set(now);
            }
        }
    });
    let choose = move |_| {
        let Sounds { talk, .. } = sounds();
        sounds.write().talk = !talk;
        remembered::set_sounds(sounds());
        sound::allow();
    };
    let shown = seconds().min(TALK);
    let (minutes, rest, filled) = (shown / 60, shown % 60, 100 * shown / TALK);
    rsx! {
        div { class: "minutes",
            div { class: "clock", role: "timer", "aria-live": "off", "aria-label": (said.clock)(minutes, rest),
                svg { view_box: "0 0 100 100", "aria-hidden": "true",
                    circle { class: "track", cx: "50", cy: "50", r: "45" }
                    if filled > 0 {
                        circle { class: "run", cx: "50", cy: "50", r: "45", "pathLength": "100", "stroke-dasharray": "{filled} 100" }
                    }
                }
                span { "aria-hidden": "true", "{minutes}:{rest:02}" }
            }
            button { class: "plain small", "aria-pressed": sounds().talk, onclick: choose,
                if sounds().talk {
                    {said.sound_on}
                } else {
                    {said.sound_off}
                }
            }
        }
        p { class: "small", role: "status",
            if shown == TALK {
                {said.over}
            }
        }
    }
}

/// Forgets when the talk began.
pub fn is_over(visit: &VisitId) {
    remembered::forget_form(&form(visit));
}

/// When the talk began: now, or before this page was loaded again.
fn began(visit: &VisitId, now: Moment) -> Moment {
    let before = remembered::form::<Moment>(&form(visit));
    let goes_on = before.filter(|before| (*before..).contains(&now) && now.seconds_since(*before) < ANEW);
    let began = goes_on.unwrap_or(now);
    remembered::set_form(&form(visit), &began);
    began
}

fn form(visit: &VisitId) -> String {
    format!("noticeboard-hallway-{visit}")
}
