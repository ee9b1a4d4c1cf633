//! What readers have read since the page was opened: kept in memory and nowhere else.

use std::collections::BTreeMap;

use device::reading::{self, District, TermReading};
use device::sync::Stopped;
use dioxus::prelude::*;
use domain::ids::SchoolId;
use domain::release::Release;
use domain::time::Day;

use crate::browser::network::Fetch;

/// The district and the releases read so far.
#[derive(Clone, Copy)]
pub struct ReadingContext {
    district: Signal<Option<District>>,
    releases: Signal<BTreeMap<SchoolId, Vec<Release>>>,
    term: Signal<Option<TermReading>>,
    /// Why the last question got no answer; nothing when it did.
    stopped: Signal<Option<Stopped>>,
}

/// The district and the releases read so far, and the ways to ask for more.
pub fn use_reading() -> ReadingContext {
    use_context()
}

impl ReadingContext {
    /// Nothing was read yet.
    pub fn new() -> ReadingContext {
        let (district, releases) = (Signal::new(None), Signal::new(BTreeMap::new()));
        ReadingContext { district, releases, term: Signal::new(None), stopped: Signal::new(None) }
    }

    /// The district, once it was read.
    pub fn district(self) -> Option<District> {
        (self.district)()
    }

    /// What the rounds of a school published, oldest first, once it was read.
    pub fn releases(self, school: &SchoolId) -> Option<Vec<Release>> {
        self.releases.read().get(school).cloned()
    }

    /// What the schools published in the term that was last read.
    pub fn term(self) -> Option<TermReading> {
        (self.term)()
    }

    /// Why the last question got no answer. What was read before is still there.
    pub fn stopped(self) -> Option<Stopped> {
        (self.stopped)()
    }

    /// Asks for the district and its schools.
    pub async fn read_district(self) {
        let mut context = self;
        let answer = reading::district(&Fetch::as_reader()).await;
        context.stopped.set(answer.as_ref().err().cloned());
        if let Ok(district) = answer {
            context.district.set(Some(district));
        }
    }

    /// Asks for what the rounds of a school published.
    pub async fn read_releases(self, school: SchoolId) {
        let mut context = self;
        let answer = reading::releases(&Fetch::as_reader(), &school).await;
        context.stopped.set(answer.as_ref().err().cloned());
        if let Ok(releases) = answer {
            context.releases.write().insert(school, releases);
        }
    }

    /// Asks for what the schools published in the term that holds `day`; without one, in the present term.
    pub async fn read_term(self, day: Option<Day>) {
        let mut context = self;
        let answer = reading::term(&Fetch::as_reader(), day).await;
        context.stopped.set(answer.as_ref().err().cloned());
        if let Ok(term) = answer {
            context.term.set(Some(term));
        }
    }
}
