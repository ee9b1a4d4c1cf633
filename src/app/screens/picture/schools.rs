//! The schools whose pictures there are, by name.

use device::reading::District;
use dioxus::prelude::*;

use super::trouble::NoAnswer;
use crate::components::{Page, Title};
use crate::navigation::Link;
use crate::reading_context::use_reading;
use crate::route::Route;
use crate::tablet_context::use_tablet_if_open;
use crate::words::use_words;

/// The list of schools.
#[component]
pub fn Pictures() -> Element {
    let words = use_words();
    let (link, link_what) = (words.district.link, words.district.link_what);
    let words = &words.picture;
    let reading = use_reading();
    let ask = use_callback(move |()| {
        spawn(reading.read_district());
    });
    use_hook(|| ask.call(()));
    let (kept, stopped) = (use_kept(), reading.stopped());
    let district = reading.district().or(kept);
    rsx! {
        Page {
            div { class: "head",
                Title { text: words.schools }
                p { class: "soft", {words.schools_what} }
            }
            if let Some(stopped) = stopped.clone() {
                NoAnswer { stopped, has_older: district.is_some(), again: ask }
            }
            match district {
                Some(district) if district.schools.is_empty() => rsx! {
                    section { class: "card quiet",
                        p { class: "soft", {words.no_schools} }
                    }
                },
                Some(district) => rsx! {
                    p { class: "soft", {district.name} }
                    // Whoever may read about one school is shown one, and the server says no to a figure over several.
                    if district.schools.len() > 1 {
                        Link { class: "card door", to: Route::District {},
                            h2 { {link} }
                            p { class: "soft", {link_what} }
                        }
                    }
                    nav { class: "cards", "aria-label": words.schools,
                        for school in district.schools {
                            Link {
                                key: "{school.id}",
                                class: "card door",
                                to: Route::Picture { school: school.id.to_string() },
                                h2 { {school.name} }
                            }
                        }
                    }
                },
                None if stopped.is_none() => rsx! {
                    p { class: "soft", role: "status", {words.asking} }
                },
                None => rsx! {},
            }
        }
    }
}

/// The schools that the tablet knows, where it is open. It does not know the district's name.
fn use_kept() -> Option<District> {
    let schools = use_tablet_if_open()?.held().roster().schools.clone();
    (!schools.is_empty()).then(|| District { name: String::new(), schools })
}
