//! The tour of every screen, looked at as bodies differ: by the rules of WCAG 2.2, and under people's settings.

use std::cell::RefCell;
use std::collections::BTreeSet;

use world::Person;
use world::browser::{PHONE, TABLET};
use world::tour::{Looker, STORIES, Tour};

use crate::places::left_out;
use crate::{axe, settings};

/// Tests begin in the order of their names, and this one takes longest.
#[test]
fn all_screens_of_a_round_can_be_used_by_every_body() {
    goes_well("round");
}

#[test]
fn every_body_can_use_what_a_newcomer_sees() {
    goes_well("nothing");
}

#[test]
fn every_body_can_use_the_ways_to_read_a_school() {
    goes_well("reading");
}

#[test]
fn every_body_can_use_the_instruments() {
    goes_well("instruments");
}

#[test]
fn every_body_can_use_what_comes_between_visits() {
    goes_well("between");
}

#[test]
fn every_body_can_use_rescue_files_and_the_lock() {
    goes_well("keeping");
}

#[test]
fn every_body_can_use_what_is_said_when_something_goes_wrong() {
    goes_well("trouble");
}

#[test]
fn every_body_can_use_the_office() {
    goes_well("office");
}

#[test]
fn every_body_can_use_the_page_for_families() {
    goes_well("families");
}

fn goes_well(story: &str) {
    let (_, play) = STORIES.iter().find(|(name, _)| *name == story).unwrap();
    let everyone = Everyone::default();
    play(&Tour(&everyone));
    let left_out = left_out(story, &everyone.stops.take());
    assert!(left_out.is_empty(), "the story does not stop at {left_out:?}");
    let found = everyone.found.take();
    assert!(found.is_empty(), "{} things:\n{}", found.len(), found.iter().cloned().collect::<Vec<_>>().join("\n"));
}

/// Looks with everyone's eyes.
#[derive(Default)]
struct Everyone {
    found: RefCell<BTreeSet<String>>,
    /// The addresses of what was looked at.
    stops: RefCell<BTreeSet<String>>,
}

impl Looker for Everyone {
    fn looks(&self, person: &Person, language: &str, screen: &str) {
        self.stops.borrow_mut().insert(person.path());
        let mut found = self.found.borrow_mut();
        // Each size and each theme in each language, and each size in each theme over both.
        let schemes = if language == "en" { ["light", "dark"] } else { ["dark", "light"] };
        for (size, scheme) in [PHONE, TABLET].into_iter().zip(schemes) {
            person.resizes(size);
            person.prefers_scheme(scheme);
            person.sees_it_drawn();
            let wrong = axe::wrong(person);
            found.extend(wrong.iter().map(|line| format!("{screen} in {language}, {scheme}, {size:?}: {line}")));
        }
        found.extend(settings::wrong(person).iter().map(|line| format!("{screen} in {language}, {line}")));
        person.resizes(TABLET);
        person.prefers_scheme("light");
    }
}
