//! What a lead has filled in so far, and what is still wrong with it. An unfinished form is not an error.

use std::collections::BTreeSet;

use device::tablet::RoundDraft;
use domain::agreement::{Agreement, MOST_LOOK_FORS};
use domain::ids::SchoolId;
use domain::library::LookForId;
use domain::roster::Roster;
use domain::round::{Group, Grouping, group_rooms};
use domain::text::Sentence;
use domain::time::Day;
use serde::{Deserialize, Serialize};

use crate::browser::clock::today;
use crate::browser::dates;
use crate::words::Words;

/// The longest round, in days; `domain` holds plans to it.
const LONGEST: i64 = 150;
/// Days that a round is first taken to last: two school weeks.
const USUAL: i64 = 11;

/// The form as it stands. It survives a reload of the tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Schools chosen.
    pub schools: BTreeSet<SchoolId>,
    /// The first day as the field has it.
    pub opens: String,
    /// The last day as the field has it.
    pub ends: String,
    /// The purpose as typed.
    pub purpose: String,
    /// Look-fors in the order in which they were chosen.
    pub look_fors: Vec<LookForId>,
    /// Those of them that are recorded with their instrument.
    #[serde(default)]
    pub instruments: BTreeSet<LookForId>,
    /// By what rooms are grouped.
    pub grouping: Grouping,
    /// Whether the lead confirmed that each group has enough different teachers.
    pub teachers: bool,
}

/// What is wrong, beside each field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// With the schools.
    pub schools: Option<String>,
    /// With the first day.
    pub opens: Option<String>,
    /// With the last day.
    pub ends: Option<String>,
    /// With the purpose.
    pub purpose: Option<String>,
    /// With the look-fors.
    pub look_fors: Option<String>,
    /// With the confirmation.
    pub teachers: Option<String>,
}

impl Form {
    /// A form to begin with: the only school there is, two weeks from the `first` day on which a round can open.
    pub fn new(roster: &Roster, first: Day) -> Form {
        let only = match roster.schools.as_slice() {
            [school] => Some(school.id.clone()),
            _ => None,
        };
        Form {
            schools: only.into_iter().collect(),
            opens: first.to_string(),
            ends: first.plus(USUAL).to_string(),
            purpose: String::new(),
            look_fors: Vec::new(),
            instruments: BTreeSet::new(),
            grouping: Grouping::None,
            teachers: false,
        }
    }

    /// The groups that this choice gives.
    pub fn groups(&self, roster: &Roster, agreement: &Agreement) -> Vec<Group> {
        let rooms = self.schools.iter().flat_map(|school| roster.rooms_of(school));
        group_rooms(rooms, self.grouping, agreement.k())
    }

    /// Chooses a look-for, or takes it out; a fifth is not taken.
    pub fn toggle(&mut self, id: &LookForId) {
        if let Some(place) = self.look_fors.iter().position(|chosen| chosen == id) {
            self.look_fors.remove(place);
            self.instruments.remove(id);
        } else if self.look_fors.len() < MOST_LOOK_FORS {
            self.look_fors.push(id.clone());
        }
    }

    /// Records a look-for with its instrument, or not.
    pub fn toggle_instrument(&mut self, id: &LookForId) {
        if !self.instruments.remove(id) {
            self.instruments.insert(id.clone());
        }
    }

    /// Chooses a school, or takes it out.
    pub fn toggle_school(&mut self, id: &SchoolId) {
        if !self.schools.remove(id) {
            self.schools.insert(id.clone());
        }
        if self.schools.len() < 2 && self.grouping == Grouping::School {
            self.grouping = Grouping::None;
        }
        self.teachers = false;
    }

    /// Groups in another way; what was confirmed about the groups before says nothing about these.
    pub fn group_by(&mut self, grouping: Grouping) {
        self.grouping = grouping;
        self.teachers = false;
    }

    /// What is still wrong, where `first` is the first day on which a round can open if the agreement has it announced.
    pub fn problems(&self, roster: &Roster, first: Day, words: &Words) -> Problems {
        let plan = &words.plan;
        let say = |wrong: bool, text: &str| wrong.then(|| text.to_owned());
        let (opens, ends) = (Day::parse(&self.opens).ok(), Day::parse(&self.ends).ok());
        let window = match (opens, ends) {
            (_, None) => Some(plan.no_day.to_owned()),
            (Some(opens), Some(ends)) if ends < opens => Some(plan.days_backwards.to_owned()),
            (Some(opens), Some(ends)) if ends.days_since(opens) >= LONGEST => {
                Some((plan.too_long)(ends.days_since(opens) + 1))
            }
            _ => None,
        };
        // Where nothing is announced beforehand a round may be planned after it has begun.
        let too_soon = opens.filter(|opens| *opens < first && first > today());
        let too_soon = too_soon.map(|_| (words.agreement.opens_too_soon)(&dates::day(first, words.language)));
        let no_rooms = self.schools.iter().all(|school| roster.rooms_of(school).next().is_none());
        Problems {
            schools: say(self.schools.is_empty(), plan.no_school).or_else(|| say(no_rooms, plan.no_rooms)),
            opens: say(opens.is_none(), plan.no_day).or(too_soon),
            ends: window,
            purpose: Sentence::parse(&self.purpose).err().map(|wrong| (plan.not_text)(&wrong)),
            look_fors: say(self.look_fors.is_empty(), plan.no_look_for),
            teachers: say(self.grouping.needs_teachers_confirmed() && !self.teachers, plan.no_teachers),
        }
    }

    /// What is handed to the tablet; nothing while a field cannot be read.
    pub fn draft(&self) -> Option<RoundDraft> {
        Some(RoundDraft {
            schools: self.schools.clone(),
            opens: Day::parse(&self.opens).ok()?,
            ends: Day::parse(&self.ends).ok()?,
            purpose: Sentence::parse(&self.purpose).ok()?,
            look_fors: self.look_fors.clone(),
            instruments: self.instruments.clone(),
            grouping: self.grouping,
        })
    }
}

impl Problems {
    /// The fields that have one, by the selectors of what takes the focus, from the top of the page.
    pub fn places(&self) -> Vec<&'static str> {
        let all = [
            (&self.schools, "#schools input"),
            (&self.opens, "#opens"),
            (&self.ends, "#ends"),
            (&self.purpose, "#purpose"),
            (&self.look_fors, "#look-fors summary"),
            (&self.teachers, "#teachers"),
        ];
        all.into_iter().filter(|(problem, _)| problem.is_some()).map(|(_, place)| place).collect()
    }
}
