//! A district's term: every school's newest pictures side by side, and what was promised.

use device::reading::{District as Schools, TermReading};
use dioxus::prelude::*;
use domain::release::{Release, Term, TermFinding, Trend, term_picture};
use domain::time::Day;

use super::head::Never;
use super::kept::use_tablet_to_read;
use super::meaning::Meaning;
use super::promised::Promised;
use super::taking::{Along, Of, take};
use super::term_finding::TermCard;
use super::trouble::NoAnswer;
use crate::browser::{clock, dates, page};
use crate::components::{Back, Page, Title};
use crate::reading_context::use_reading;
use crate::route::Route;
use crate::words::use_words;

/// The picture of a term: the present one, or an earlier one that was chosen.
#[component]
pub fn District() -> Element {
    let words = use_words();
    let reading = use_reading();
    let mut chosen = use_signal(|| None::<Day>);
    let ask = use_callback(move |()| {
        spawn(reading.read_term(*chosen.peek()));
    });
    use_hook(|| ask.call(()));
    let mut choose = move |day: Option<Day>| {
        chosen.set(day);
        ask.call(());
    };
    let kept = use_kept(Term::holding(chosen().unwrap_or_else(clock::today)));

    let stopped = reading.stopped();
    let read = reading.term().or(kept);
    let has_older = read.is_some();
    let back = Back { to: Route::Pictures {}, label: words.picture.back.to_owned() };
    rsx! {
        Page { back,
            match read {
                Some(read) => rsx! {
                    OfTerm { read: read.clone() }
                    div { class: "acts",
                        if let Some(day) = read.earlier {
                            button { onclick: move |_| choose(Some(day)), {words.district.term_before} }
                        }
                        if chosen().is_some() {
                            button { onclick: move |_| choose(None), {words.district.this_term} }
                        }
                        button { onclick: |_| page::print_unfolded(), {words.views.print} }
                    }
                    Meaning {}
                },
                None if stopped.is_some() => rsx! {
                    Title { text: words.district.link }
                },
                None => rsx! {
                    p { class: "soft", role: "status", {words.picture.asking} }
                },
            }
            if let Some(stopped) = stopped {
                NoAnswer { stopped, has_older, again: ask }
            }
        }
    }
}

/// One term: the sentence, each look-for, what was promised.
#[component]
fn OfTerm(read: TermReading) -> Element {
    let words = use_words();
    let TermReading { district, term, releases, deliveries, .. } = read;
    let picture = term_picture(term, &releases);
    let labels: Vec<String> =
        picture.iter().map(|finding| words.picture.label(&finding.look_for, finding.version)).collect();
    let said = picture.iter().zip(&labels);
    let said = said.map(|(finding, label)| (finding.whole(), label.clone(), Trend::NoClearChange));
    let title = match picture.is_empty() {
        true => words.district.nothing_title.to_owned(),
        false => words.picture.title(said),
    };
    let k = releases.iter().map(|release| release.k).min();
    let days = (words.district.term_of)(&dates::window_and_year(term.from, term.to, words.language));
    let twice = |finding: &TermFinding| picture.iter().filter(|other| other.look_for == finding.look_for).count() > 1;
    rsx! {
        div { class: "head",
            p { class: "soft",
                // A tablet without a network knows its schools and not the district's name.
                if !district.name.is_empty() {
                    {district.name.as_str()}
                    " · "
                }
                {days}
            }
            Title { text: title }
            if let Some(k) = k {
                p { {words.district.what} }
                Never { k }
            } else {
                p { {words.district.nothing} }
            }
        }
        for (place, (finding, label)) in picture.iter().zip(labels.iter()).enumerate() {
            TermCard {
                key: "{place}",
                finding: finding.clone(),
                label: label.clone(),
                other_wording: twice(finding),
                schools: district.schools.clone(),
            }
        }
        if k.is_some() {
            {take(Along { of: Of::Term, name: district.name, from: term.from, to: term.to })}
            Promised { releases, deliveries, schools: district.schools }
        }
    }
}

/// What the tablet keeps of a term, where it has anything of it.
fn use_kept(term: Term) -> Option<TermReading> {
    let tablet = use_tablet_to_read()?;
    let held = tablet.held();
    let all: Vec<Release> = held.rounds().into_iter().filter_map(|round| round.release()).collect();
    let earlier = all.iter().map(|release| release.closed).filter(|closed| *closed < term.from).max();
    let releases: Vec<Release> = all.into_iter().filter(|release| term.holds(release.closed)).collect();
    let deliveries = held.rounds().into_iter().filter_map(|round| round.delivery.clone()).collect();
    let district = Schools { name: String::new(), schools: held.roster().schools.clone() };
    (!releases.is_empty()).then_some(TermReading { district, term, releases, deliveries, earlier })
}
