//! Laying out blank seats: how many, and how many side by side.

use dioxus::prelude::*;
use domain::visit::{MOST_ACROSS, MOST_SEATS, Seating};

use crate::words::use_words;
use crate::words::voices::use_voices_words;

/// A class to begin with.
const USUAL: Seating = Seating { seats: 24, across: 6 };

/// Two numbers and what they look like.
#[component]
pub fn LayOut(
    /// How the seats stand now.
    now: Option<Seating>,
    /// The last seat that was heard: the grid cannot be smaller.
    least: u8,
    /// Called with the choice, or with nothing where all stays as it was.
    done: Callback<Option<Seating>>,
) -> Element {
    let (words, said) = (use_words(), use_voices_words());
    let mut seating = use_signal(|| now.unwrap_or(USUAL));
    let Seating { seats, across } = seating();
    let numbers = [(said.students, seats, (least, MOST_SEATS), true), (said.across, across, (1, MOST_ACROSS), false)];
    rsx! {
        div { class: "stack",
            div { class: "cards",
                for (label, number, (fewest, most), is_seats) in numbers {
                    div { class: "step", role: "group", "aria-label": label,
                        for (more, sign, name) in [(false, "−", words.visit.one_fewer), (true, "+", words.visit.one_more)] {
                            button {
                                "aria-label": name,
                                "aria-disabled": number == if more { most } else { fewest },
                                onclick: move |_| {
                                    let number = (if more { number + 1 } else { number - 1 }).clamp(fewest, most);
                                    let mut seating = seating.write();
                                    *(if is_seats { &mut seating.seats } else { &mut seating.across }) = number;
                                },
                                {sign}
                            }
                        }
                        span { role: "status",
                            b { "{number}" }
                            " "
                            {label}
                        }
                    }
                }
            }
            div { class: "grid", "aria-hidden": "true", grid_template_columns: "repeat({across}, minmax(44px, 5.5rem))",
                for seat in 0..seats {
                    i { key: "{seat}" }
                }
            }
            p { class: "small soft", {said.erased} }
            div { class: "acts",
                button {
                    class: "main",
                    onclick: move |_| done.call(Some(seating()).filter(|chosen| Some(*chosen) != now)),
                    {(said.lay_out_so_many)(seats)}
                }
            }
        }
    }
}
