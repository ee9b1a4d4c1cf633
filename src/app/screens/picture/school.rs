//! One school's pictures: the newest, or an earlier one that was chosen.

use std::collections::BTreeMap;

use device::reading::family_page;
use device::sync::Stopped;
use dioxus::prelude::*;
use domain::ids::{RoundId, SchoolId};
use domain::release::Release;
use domain::roster::Roster;
use domain::round::Delivery;

use super::book::WayToBook;
use super::delivered::use_deliveries;
use super::groups::Groups;
use super::kept::use_tablet_to_read;
use super::meaning::Meaning;
use super::released::Released;
use super::taking::{Along, Of, take};
use super::talk::Talk;
use super::trouble::NoAnswer;
use super::view::{View, Ways};
use crate::browser::{dates, page};
use crate::components::{Back, Page, Title};
use crate::reading_context::use_reading;
use crate::route::Route;
use crate::tablet_context::use_tablet_if_open;
use crate::words::use_words;

/// A school, read in one of the ways there are.
#[component]
pub fn Picture(school: String, view: View) -> Element {
    let words = use_words();
    let back = Back { to: Route::Pictures {}, label: words.picture.back.to_owned() };
    match SchoolId::parse(&school) {
        Ok(school) => rsx! {
            OfSchool { key: "{school}", school, view }
        },
        Err(_) => rsx! {
            Page { narrow: true, back,
                Title { text: words.picture.no_such_school }
            }
        },
    }
}

#[component]
fn OfSchool(school: SchoolId, view: View) -> Element {
    let words = use_words();
    let reading = use_reading();
    let Published { ask, stopped, releases, deliveries, has_family_page, schools, name } = use_published(&school);
    let book = try_use_context::<WayToBook>();
    let newest = releases.as_ref().map_or(0, Vec::len).saturating_sub(1);
    let chosen =
        |releases: &Vec<Release>| releases.iter().position(|release| Some(&release.round) == reading.chosen().as_ref());
    let place = releases.as_ref().and_then(chosen).unwrap_or(newest);
    let back = Back { to: Route::Pictures {}, label: words.picture.back.to_owned() };
    rsx! {
        Page { back,
            match releases.clone() {
                None if stopped.is_some() => rsx! {
                    Title { text: name.clone() }
                },
                None => rsx! {
                    p { class: "soft", role: "status", {words.picture.asking} }
                },
                Some(releases) if releases.is_empty() => rsx! {
                    div { class: "head",
                        p { class: "soft", {name.clone()} }
                        Title { text: words.picture.none_title }
                        p { {words.picture.none} }
                    }
                    Meaning {}
                },
                Some(releases) => rsx! {
                    Ways { school: school.clone(), open: view }
                    match view {
                        View::Picture => rsx! {
                            Released {
                                key: "{place}",
                                releases: releases[..=place].to_vec(),
                                name: name.clone(),
                                schools,
                                delivery: deliveries.get(&releases[place].round).cloned(),
                            }
                            {along(Of::Round(school.clone(), releases[place].round.clone()), &releases[place..=place], name).and_then(take)}
                            if has_family_page {
                                p { class: "screen", a { href: family_page(&school), {words.picture.for_families} } }
                            }
                        },
                        View::Opportunity => rsx! {
                            Groups { key: "{place}", release: releases[place].clone(), name: name.clone(), schools }
                            {along(Of::Opportunity(school.clone(), releases[place].round.clone()), &releases[place..=place], name).and_then(take)}
                        },
                        View::Talk => rsx! {
                            Talk { releases: releases.clone(), name: name.clone() }
                            {along(Of::Talk(school.clone()), &releases, name).and_then(take)}
                        },
                    }
                    if releases.len() > 1 && view != View::Talk {
                        Rounds { releases, place }
                    }
                    div { class: "acts",
                        button { onclick: |_| page::print_unfolded(), {words.views.print} }
                        if let Some(WayToBook(draw)) = book {
                            {draw(school.clone())}
                        }
                    }
                    Meaning {}
                },
            }
            if let Some(stopped) = stopped {
                NoAnswer { stopped, has_older: releases.is_some(), again: ask }
            }
        }
    }
}

/// Something to take along of a school called `name`, from the first of these releases to the last.
fn along(of: Of, releases: &[Release], name: String) -> Option<Along> {
    let (first, last) = (releases.first()?, releases.last()?);
    Some(Along { of, name, from: first.opens, to: last.ends })
}

/// All rounds of a school, of which the one at `place` is open; the newest first.
#[component]
fn Rounds(releases: Vec<Release>, place: usize) -> Element {
    let words = use_words();
    let reading = use_reading();
    let newest = releases.len() - 1;
    rsx! {
        section { class: "card screen",
            h2 { {words.picture.earlier_rounds} }
            ul { class: "list",
                for (other, release) in releases.into_iter().enumerate().rev() {
                    li { key: "{release.round}",
                        span {
                            {dates::window(release.opens, release.ends, words.language)}
                            br {}
                            span { class: "small soft", lang: "", {release.purpose.as_str()} }
                        }
                        button {
                            class: "plain",
                            "aria-pressed": other == place,
                            onclick: move |_| reading.choose(release.round.clone()),
                            if other == newest { {words.picture.newest} } else { {words.picture.look} }
                        }
                    }
                }
            }
        }
    }
}

/// What is known of a school's rounds, from the server or the tablet.
pub struct Published {
    /// Asks for it once more.
    pub ask: Callback,
    /// Why the last question got no answer.
    pub stopped: Option<Stopped>,
    /// Oldest first; nothing while nobody has answered.
    pub releases: Option<Vec<Release>>,
    /// What was last said of each round's action.
    pub deliveries: BTreeMap<RoundId, Delivery>,
    /// Whether families have a page about the school.
    pub has_family_page: bool,
    /// The names of all schools.
    pub schools: Roster,
    /// The school's own; empty while it is not known.
    pub name: String,
}

/// Asks for what the rounds of a school published, and says what is known so far.
pub fn use_published(school: &SchoolId) -> Published {
    let reading = use_reading();
    let id = school.clone();
    let ask = use_callback(move |()| {
        let id = id.clone();
        spawn(async move {
            reading.read_district().await;
            reading.read_releases(id).await;
        });
    });
    use_hook(|| ask.call(()));
    let kept = use_kept(school);
    let schools = use_schools();
    let read = reading.of_school(school);
    Published {
        ask,
        stopped: reading.stopped(),
        deliveries: use_deliveries(read.as_ref().map_or_else(Vec::new, |read| read.deliveries.clone())),
        has_family_page: read.as_ref().is_some_and(|read| read.has_family_page),
        releases: read.map(|read| read.releases).or(kept),
        name: schools.school(school).map_or(String::new(), |school| school.name.clone()),
        schools,
    }
}

/// Releases that the tablet keeps, oldest first, where it has any.
fn use_kept(school: &SchoolId) -> Option<Vec<Release>> {
    let tablet = use_tablet_to_read()?;
    let held = tablet.held();
    let mut kept: Vec<Release> = held.rounds().into_iter().filter_map(|round| round.release()).collect();
    kept.retain(|release| release.schools.contains(school));
    kept.sort_by_key(|release| (release.closed, release.ends));
    (!kept.is_empty()).then_some(kept)
}

/// The names of the schools, from wherever they are known.
fn use_schools() -> Roster {
    let district = use_reading().district().map(|district| district.schools);
    let tablet = use_tablet_if_open().map(|tablet| tablet.held().roster().schools.clone());
    Roster { schools: district.or(tablet).unwrap_or_default(), rooms: Vec::new() }
}
