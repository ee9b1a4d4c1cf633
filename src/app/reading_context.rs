//! What readers have read since the page was opened: kept in memory and nowhere else.

use std::collections::BTreeMap;

use device::reading::{self, District, SchoolReading, TermReading};
use device::sync::Stopped;
use dioxus::prelude::*;
use domain::ids::{RoundId, SchoolId};
use domain::time::Day;

use crate::browser::network::Fetch;

/// The district and the pictures read so far.
#[derive(Clone, Copy)]
pub struct ReadingContext {
    district: Signal<Option<District>>,
    of_schools: Signal<BTreeMap<SchoolId, SchoolReading>>,
    term: Signal<Option<TermReading>>,
    /// The round that the reader chose, on whichever screen of its school.
    chosen: Signal<Option<RoundId>>,
    /// Why the last question got no answer; nothing when it did.
    stopped: Signal<Option<Stopped>>,
}

/// The district and the pictures read so far, and the ways to ask for more.
pub fn use_reading() -> ReadingContext {
    use_context()
}

impl ReadingContext {
    /// Nothing was read yet.
    pub fn new() -> ReadingContext {
        let (district, of_schools) = (Signal::new(None), Signal::new(BTreeMap::new()));
        let (chosen, stopped) = (Signal::new(None), Signal::new(None));
        ReadingContext { district, of_schools, term: Signal::new(None), chosen, stopped }
    }

    /// The district, once it was read.
    pub fn district(self) -> Option<District> {
        (self.district)()
    }

    /// What the rounds of a school published and what came of it, once it was read.
    pub fn of_school(self, school: &SchoolId) -> Option<SchoolReading> {
        self.of_schools.read().get(school).cloned()
    }

    /// What the schools published in the term that was last read.
    pub fn term(self) -> Option<TermReading> {
        (self.term)()
    }

    /// The round that the reader chose; nothing for the newest of any school.
    pub fn chosen(self) -> Option<RoundId> {
        (self.chosen)()
    }

    /// Shows a round wherever its school is read.
    pub fn choose(mut self, round: RoundId) {
        self.chosen.set(Some(round));
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
        if let Ok(read) = answer {
            context.of_schools.write().insert(school, read);
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
