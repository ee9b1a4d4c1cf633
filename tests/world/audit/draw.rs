//! Draws a district, its rounds, and how it was.

use std::collections::BTreeMap;

use domain::ids::{RoomId, RoundId, SchoolId, SummaryId};
use domain::library::Library;
use domain::roster::{GradeBand, Room, Roster, School, Tags};
use domain::round::{Action, Debrief, Grouping, Plan, PlannedLookFor, Question, RoundKey, group_rooms};
use domain::text::{Name, Sentence};
use domain::time::Day;

use super::history::{Again, Apart, Atom, History, Kind, Round, Unknown, Visited};
use crate::district::Dice;

/// Rooms of a group that go together, as they are drawn.
#[derive(Clone)]
struct Part {
    name: &'static str,
    /// Rooms of its group before its first.
    after: usize,
    rooms: usize,
    apart: Apart,
    /// Whether they were visited twice, and whether the visits agree.
    again: Option<bool>,
}

/// A history under way.
struct Drawing<'dice> {
    dice: &'dice Dice,
    history: History,
}

/// Draws a history of that kind.
pub fn history(kind: Kind, dice: &Dice) -> History {
    let empty = History {
        kind,
        rounds: Vec::new(),
        unknowns: Vec::new(),
        truth: Vec::new(),
        own_room: None,
        named: None,
        is_lead: true,
    };
    let mut drawing = Drawing { dice, history: empty };
    drawing.draw(kind);
    drawing.history
}

impl Drawing<'_> {
    fn draw(&mut self, kind: Kind) {
        let between = |low: usize, high: usize| low + self.dice.below(high - low + 1);
        let one = |rooms: usize| vec![vec![own(0), rest(1, rooms - 1)]];
        match kind {
            Kind::Small => {
                let rooms = between(3, 9);
                self.round(&[("Alder", &[rooms])], Grouping::None, 1, one(rooms));
            }
            Kind::FewVisited => {
                let (rooms, visited) = (between(10, 24), between(5, 9));
                self.round(&[("Alder", &[rooms])], Grouping::None, 1, vec![vec![rest(0, visited)]]);
                self.usable_is_unknown();
            }
            Kind::OneGroup => {
                let rooms = between(10, 14);
                self.round(&[("Alder", &[rooms])], Grouping::None, 1, one(rooms));
            }
            Kind::AllSame => {
                let rooms = between(10, 14);
                self.round(&[("Alder", &[rooms])], Grouping::None, 1, one(rooms));
                let all = self.dice.percent(50);
                self.everyone_said(all);
            }
            Kind::TwoGroups => {
                let (first, second) = (between(10, 12), between(10, 12));
                let parts = vec![vec![own(0), rest(1, first - 1)], vec![rest(0, second)]];
                self.round(&[("Alder", &[first, second])], Grouping::GradeBand, 1, parts);
                if self.dice.percent(40) {
                    self.everyone_said(false);
                }
            }
            Kind::OneShort => {
                let (first, short) = (between(10, 12), between(3, 9));
                let parts = vec![vec![own(0), rest(1, first - 1)], vec![rest(0, short)]];
                self.round(&[("Alder", &[first, 12])], Grouping::GradeBand, 1, parts);
            }
            Kind::Nested => {
                let (inner, left_over, second) = (between(10, 11), between(1, 2), between(10, 11));
                let inside = |part: Part| Part { apart: Apart::Inside(0), ..part };
                let first = vec![
                    inside(own(0)),
                    inside(rest(1, inner - 1)),
                    Part { name: "left over", ..rest(inner, left_over) },
                ];
                let parts = vec![first, vec![rest(0, second)]];
                self.round(&[("Alder", &[inner + left_over, second])], Grouping::GradeBand, 1, parts);
            }
            Kind::OneAdded => {
                let rooms = between(10, 12);
                let school: &[(&str, &[usize])] = &[("Alder", &[rooms + 1])];
                self.round(school, Grouping::None, 1, vec![vec![rest(0, rooms)]]);
                let added = Part { name: "the room that was added", ..rest(rooms, 1) };
                self.round(school, Grouping::None, 1, vec![vec![rest(0, rooms), added]]);
            }
            Kind::Rounds => {
                let rooms = between(10, 12);
                for _ in 0..2 {
                    self.round(&[("Alder", &[rooms])], Grouping::None, 1, vec![vec![rest(0, rooms)]]);
                }
                let far_apart = self.dice.percent(50);
                if far_apart {
                    let last = self.history.truth.len() - 1;
                    self.history.truth[0] = self.dice.below(3) as u32;
                    self.history.truth[last] = self.history.unknowns[last].most * 2 / 3;
                }
            }
            Kind::Across => {
                let (first, second, third) = (between(5, 7), between(5, 7), between(10, 11));
                let grouping = if self.dice.percent(50) { Grouping::None } else { Grouping::School };
                let school =
                    |place, name, after, rooms| Part { name, apart: Apart::Inside(place), ..rest(after, rooms) };
                let parts = vec![vec![school(0, "one school", 0, first), school(1, "the other school", first, second)]];
                self.round(&[("Alder", &[first]), ("Birch", &[second])], grouping, 1, parts);
                self.round(&[("Cedar", &[third])], Grouping::None, 1, vec![vec![rest(0, third)]]);
            }
            Kind::Restored => {
                let (rooms, late) = (between(10, 12), between(1, 2));
                let away = Part { name: "the tablet that was away", apart: Apart::Late, ..rest(rooms, late) };
                self.round(&[("Alder", &[14])], Grouping::None, 1, vec![vec![own(0), rest(1, rooms - 1), away]]);
            }
            Kind::Contexts => {
                let rooms = between(10, 12);
                self.round(&[("Alder", &[rooms])], Grouping::None, 1, one(rooms));
                self.history.named = Some(self.unknown("cards that name a context".to_owned(), 14));
            }
            Kind::Calibration => {
                let (rooms, pairs) = (between(7, 9), between(3, 4));
                let pairs = Part { name: "rooms visited twice", again: Some(false), ..rest(rooms, pairs) };
                self.round(&[("Alder", &[18])], Grouping::None, 1, vec![vec![own(0), rest(1, rooms - 1), pairs]]);
            }
            Kind::Twice => {
                let rooms = between(5, 7);
                let twice = Part { name: "rooms visited twice", again: Some(true), ..rest(0, rooms) };
                self.round(&[("Alder", &[18])], Grouping::None, 1, vec![vec![twice]]);
            }
            Kind::Invented => {
                let (first, second, honest) = (between(10, 12), between(10, 12), between(4, 6));
                let more = self.unknown("invented tokens beyond what it takes".to_owned(), 3);
                let apart = Apart::Invented(more);
                let made_up = Part { name: "invented rooms", apart, ..rest(first, first - honest + 1) };
                let parts = vec![vec![rest(0, honest), made_up], vec![rest(0, second)]];
                self.round(&[("Alder", &[first, second])], Grouping::GradeBand, 1, parts);
                self.history.is_lead = false;
            }
            Kind::Large => self.large(),
        }
    }

    /// One to three schools of up to 200 rooms, one or two look-fors and rounds, some visits unusable.
    fn large(&mut self) {
        let below = |end: usize| self.dice.below(end);
        let look_fors = 1 + below(2);
        let sizes: Vec<usize> = (0..1 + below(4)).map(|_| 1 + below(50)).collect();
        let names = ["Alder", "Birch", "Cedar"];
        let count = 1 + below(names.len());
        let per_school: Vec<Vec<usize>> =
            (0..count).map(|_| sizes.iter().map(|size| 1 + below(*size)).collect()).collect();
        let schools: Vec<(&str, &[usize])> = names.into_iter().zip(per_school.iter().map(Vec::as_slice)).collect();
        let grouping = [Grouping::None, Grouping::School, Grouping::GradeBand][below(3)];
        for _ in 0..1 + below(2) {
            let groups = self.groups(&schools, grouping);
            let parts = groups.iter().map(|rooms| {
                let visited = rooms - below(rooms / 3 + 1);
                let inner = below(visited + 1);
                [rest(0, inner), rest(inner, visited - inner)].into_iter().filter(|part| part.rooms > 0).collect()
            });
            let parts: Vec<Vec<Part>> = parts.collect();
            self.round(&schools, grouping, look_fors, parts);
            self.some_are_unusable();
        }
    }

    fn groups(&self, schools: &[(&str, &[usize])], grouping: Grouping) -> Vec<usize> {
        let roster = roster(schools);
        group_rooms(&roster.rooms, grouping, 10).iter().map(|group| group.rooms.len()).collect()
    }

    /// Adds a round of schools whose grade bands have so many rooms, with these parts of each of its groups.
    fn round(&mut self, schools: &[(&str, &[usize])], grouping: Grouping, look_fors: usize, parts: Vec<Vec<Part>>) {
        let number = self.history.rounds.len();
        let key = RoundKey::from_random([number as u8 + 1; 16]);
        let other_key = RoundKey::from_random([number as u8 + 101; 16]);
        let plan = plan(number, schools, grouping, look_fors, &key);
        let mut round = Round { board: board(&plan.round), closed: plan.ends.plus(1), atoms: Vec::new(), plan };
        for (group, parts) in parts.iter().enumerate() {
            let rooms: Vec<RoomId> = round.plan.groups[group].rooms.iter().cloned().collect();
            for part in parts {
                // Invented rooms are none of the round's, and there are some that only other worlds have.
                let more =
                    if let Apart::Invented(more) = part.apart { self.history.unknowns[more].most as usize } else { 0 };
                let visited = (part.after..part.after + part.rooms + more).map(|place| {
                    let room = rooms.get(place).cloned().unwrap_or_else(|| RoomId::from_bytes([place as u8; 16]));
                    let id = || SummaryId::from_bytes(self.bytes());
                    let token = key.token(&room);
                    let first = id();
                    let again = |agrees| Again { id: id(), other_token: other_key.token(&room), agrees };
                    Visited { token, id: first, again: part.again.map(again) }
                });
                let visited: Vec<Visited> = visited.collect();
                let yes = (0..look_fors).map(|_| {
                    let what = format!("round {}, group {}, {}", number + 1, group + 1, part.name);
                    let most = if matches!(part.apart, Apart::Invented(_)) { 0 } else { part.rooms as u32 };
                    self.unknown(what, most)
                });
                let yes: Vec<usize> = yes.collect();
                if number == 0 && part.name == OWN {
                    self.history.own_room = Some(yes[0]);
                }
                round.atoms.push(Atom {
                    group: group as u8,
                    name: part.name,
                    apart: part.apart,
                    rooms: visited,
                    usable: vec![part.rooms as u32; look_fors],
                    unknown_usable: None,
                    yes,
                });
            }
        }
        // Late ones come last.
        round.atoms.sort_by_key(|atom| atom.apart == Apart::Late);
        self.history.rounds.push(round);
    }

    fn unknown(&mut self, what: String, most: u32) -> usize {
        self.history.unknowns.push(Unknown { what, most });
        self.history.truth.push(self.dice.below(most as usize + 1) as u32);
        self.history.unknowns.len() - 1
    }

    /// Of the last round, nobody but a lead knows how many rooms were usable.
    fn usable_is_unknown(&mut self) {
        let number = self.history.rounds.len() - 1;
        for place in 0..self.history.rounds[number].atoms.len() {
            let rooms = self.history.rounds[number].atoms[place].rooms.len() as u32;
            let usable = self.unknown("usable rooms".to_owned(), rooms);
            let atom = &mut self.history.rounds[number].atoms[place];
            atom.unknown_usable = Some(usable);
            let yes = atom.yes[0];
            self.history.truth[usable] = self.history.truth[usable].max(self.history.truth[yes]);
        }
        self.history.is_lead = false;
    }

    /// Of the last round, a fifth of the visits says nothing about a look-for.
    fn some_are_unusable(&mut self) {
        let Some(round) = self.history.rounds.last_mut() else { return };
        for atom in &mut round.atoms {
            for (usable, yes) in atom.usable.iter_mut().zip(&atom.yes) {
                *usable -= self.dice.below(*usable as usize / 5 + 1) as u32;
                self.history.unknowns[*yes].most = *usable;
                self.history.truth[*yes] = self.history.truth[*yes].min(*usable);
            }
        }
    }

    fn everyone_said(&mut self, yes: bool) {
        for (truth, unknown) in self.history.truth.iter_mut().zip(&self.history.unknowns) {
            *truth = if yes { unknown.most } else { 0 };
        }
    }

    fn bytes(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.dice.next().to_be_bytes());
        bytes[8..].copy_from_slice(&self.dice.next().to_be_bytes());
        bytes
    }
}

/// What the attacker's own room is called.
const OWN: &str = "the attacker's own room";

fn own(after: usize) -> Part {
    Part { name: OWN, ..rest(after, 1) }
}

fn rest(after: usize, rooms: usize) -> Part {
    Part { name: "the other rooms", after, rooms, apart: Apart::Nothing, again: None }
}

/// Rounds are a month apart, so that those of one term are read together.
fn plan(number: usize, schools: &[(&str, &[usize])], grouping: Grouping, look_fors: usize, key: &RoundKey) -> Plan {
    let roster = roster(schools);
    let opens = day("2026-08-03").plus(28 * number as i64);
    let schools = roster.schools.iter().map(|school| school.id.clone()).collect();
    let groups = group_rooms(&roster.rooms, grouping, 10);
    Plan {
        round: RoundId::from_bytes([number as u8 + 1; 16]),
        revision: 1,
        announced: None,
        opens,
        ends: opens.plus(4),
        purpose: Sentence::parse("Who explains to whom?").expect("a sentence"),
        look_fors: Library::shipped().look_fors.iter().take(look_fors).map(PlannedLookFor::of).collect(),
        grouping,
        timetable: roster.hash_of(&schools),
        schools,
        groups,
        agreement: Default::default(),
        key_check: key.check(),
    }
}

fn roster(schools: &[(&str, &[usize])]) -> Roster {
    let mut roster = Roster::default();
    for (name, bands) in schools {
        let school = School { id: SchoolId::from_roster(name), name: (*name).to_owned() };
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        for (band, rooms) in bands.iter().enumerate() {
            for _ in 0..*rooms {
                let number = numbers.len();
                numbers.insert(number, band);
                let tags = Tags { grade_bands: [GradeBand::ALL[band]].into(), ..Tags::default() };
                let id = RoomId::from_roster(&school.id, &number.to_string());
                roster.rooms.push(Room {
                    id,
                    school: school.id.clone(),
                    name: format!("Room {number}"),
                    tags,
                    active: true,
                });
            }
        }
        roster.schools.push(school);
    }
    roster
}

fn board(round: &RoundId) -> Debrief {
    let sentence = |text| Sentence::parse(text).expect("a sentence");
    Debrief {
        action: Some(Action {
            owner: Name::parse("Principal").expect("a name"),
            what: sentence("Cover two afternoons"),
            by: day("2026-12-04"),
        }),
        question: Some(Question { team: Name::parse("Grade 4").expect("a name"), asks: sentence("What comes next?") }),
        ..Debrief::of(round.clone())
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}
