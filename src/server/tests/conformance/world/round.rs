//! A round as a story tells it: one plan, its key, and visits made up by room and answer.

use std::collections::BTreeSet;

use domain::agreement::Agreement;
use domain::change::{Change, hash};
use domain::ids::{RoomId, RoundId, SchoolId, SummaryId, TabletId, from_hex};
use domain::library::Library;
use domain::note::{Card, Note, SealedNote, seal};
use domain::roster::{GradeBand, Room, Roster, School, Tags};
use domain::round::{Action, Debrief, Grouping, Plan, PlannedLookFor, Question, RoundKey, group_rooms};
use domain::text::{Name, Passage, Sentence};
use domain::time::Day;
use domain::visit::{Answer, Answered, Summary};
use protocol::path::of_round;

use super::first_day;

/// A round of one school: a plan, and the key that its tablets share.
pub struct Walk {
    pub plan: Plan,
    key: RoundKey,
}

/// Two schools, Alder and Birch, of 24 rooms each; in each twelve rooms of either of two grade bands.
pub fn roster() -> Roster {
    let mut roster = Roster::default();
    for name in ["Alder", "Birch"] {
        let id = SchoolId::from_roster(name);
        roster.rooms.extend((1..=24).map(|number| room(&id, number)));
        roster.schools.push(School { id, name: name.to_owned() });
    }
    roster
}

fn room(school: &SchoolId, number: u32) -> Room {
    let band = if number <= 12 { GradeBand::KindergartenTo2 } else { GradeBand::Grades3To5 };
    let tags = Tags { grade_bands: [band].into(), ..Tags::default() };
    let id = RoomId::from_roster(school, &number.to_string());
    Room { id, school: school.clone(), name: format!("Room {number}"), tags, active: true }
}

impl Walk {
    /// The round of that number at Alder, planned on the first day for 100 days.
    pub fn number(number: u8) -> Walk {
        Walk::at("Alder", number)
    }

    pub fn at(school: &str, number: u8) -> Walk {
        let (school, roster) = (SchoolId::from_roster(school), roster());
        let schools = BTreeSet::from([school.clone()]);
        let key = RoundKey::from_random([number; 16]);
        let look_fors = Library::shipped().look_fors.iter().take(2).map(PlannedLookFor::of);
        let plan = Plan {
            round: RoundId::from_bytes([number; 16]),
            revision: 1,
            announced: None,
            opens: first_day(),
            ends: first_day().plus(99),
            purpose: Sentence::parse("To see where students explain to one another.").unwrap(),
            look_fors: look_fors.collect(),
            grouping: Grouping::GradeBand,
            timetable: roster.hash_of(&schools),
            groups: group_rooms(roster.rooms_of(&school), Grouping::GradeBand, 10),
            agreement: Agreement::before_signatures(),
            key_check: key.check(),
            schools,
        };
        Walk { plan, key }
    }

    pub fn round(&self) -> &RoundId {
        &self.plan.round
    }

    /// One of the round's paths.
    pub fn path(&self, pattern: &str) -> String {
        of_round(pattern, self.round())
    }

    pub fn planned(&self) -> Change {
        Change::Plan(self.plan.clone())
    }

    pub fn debriefed(&self) -> Change {
        Change::Debrief(debrief(self.round()))
    }

    /// The summary of a visit to the room of that place in the plan, 0 to 23, that saw everything or nothing.
    pub fn visit(&self, room: usize, seen: bool) -> Summary {
        let id = from_hex(&hash(&format!("{} {room}", self.round()))).unwrap();
        let group = if room < 12 { 0 } else { 1 };
        let room = self.plan.rooms().nth(room).unwrap();
        let answer = if seen { Answer::Yes } else { Answer::No };
        let answers = self.plan.look_fors.iter().map(|planned| Answered { look_for: planned.id.clone(), answer });
        Summary {
            id: SummaryId::from_bytes(id[..16].try_into().unwrap()),
            revision: 1,
            round: self.round().clone(),
            group,
            token: self.key.token(room),
            answers: answers.collect(),
        }
    }

    /// Visits to the rooms of those places; every third room shows nothing.
    pub fn visits(&self, rooms: impl IntoIterator<Item = usize>) -> Vec<Change> {
        rooms.into_iter().map(|room| Change::Summary(self.visit(room, room % 3 > 0))).collect()
    }

    /// The plan, a finished debrief, and visits to 22 rooms.
    pub fn everything(&self) -> Vec<Change> {
        [vec![self.planned(), self.debriefed()], self.visits(0..22)].concat()
    }
}

/// A board with an action and a question.
pub fn debrief(round: &RoundId) -> Debrief {
    let sentence = |text| Sentence::parse(text).unwrap();
    Debrief {
        action: Some(Action {
            owner: Name::parse("Principal").unwrap(),
            what: sentence("Give every team one planning hour for questions."),
            by: first_day().plus(120),
        }),
        question: Some(Question {
            team: Name::parse("Grade 3 team").unwrap(),
            asks: sentence("What makes a student answer another student?"),
        }),
        ..Debrief::of(round.clone())
    }
}

/// A tablet of a round.
pub fn tablet(number: u8) -> TabletId {
    TabletId::from_bytes([0xa0 + number; 16])
}

/// A note sealed to a card.
pub fn note(card: &Card, expires: Day) -> SealedNote {
    sealed(None, card, expires)
}

/// A note of a round, so that its card can add context there.
pub fn note_of(round: &RoundId, card: &Card, expires: Day) -> SealedNote {
    sealed(Some(round.clone()), card, expires)
}

fn sealed(round: Option<RoundId>, card: &Card, expires: Day) -> SealedNote {
    let passage = |text| Passage::parse(text).unwrap();
    let note = Note {
        noticed: passage("Four students added to one another."),
        wondered: passage("What could you hand over?"),
        visited: first_day(),
        minutes: 10,
        language: domain::language::Language::En,
        round,
    };
    seal(&note, card, expires, [7; 12], 1)
}
