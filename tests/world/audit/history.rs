//! Rounds as an attacker knows them: timetable, who was visited, and not what was seen there.

use std::ops::Range;

use domain::ids::{RoomToken, SummaryId};
use domain::round::{Debrief, GroupNumber, Plan};
use domain::time::Day;
use domain::visit::{Answer, Answered, Summary};
use sha2::{Digest, Sha256};

/// What a district is drawn to have. Each of the cases is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A school of 3 to 9 rooms.
    Small,
    /// A school of which 5 to 9 rooms were visited, and nobody knows how many were usable.
    FewVisited,
    /// A group of 10 to 14 rooms.
    OneGroup,
    /// The same, and all rooms said the same.
    AllSame,
    /// Two groups.
    TwoGroups,
    /// Two groups, of which one has fewer than k usable rooms.
    OneShort,
    /// A group with a smaller one of at least k rooms inside it, so that one or two rooms are left over.
    Nested,
    /// Two rounds, the second of the same rooms and one more.
    OneAdded,
    /// Two rounds of one school.
    Rounds,
    /// Two small schools that visit together, and a third by itself.
    Across,
    /// A round that closed without one tablet's room, and a server that was restored.
    Restored,
    /// Teachers name contexts on their cards.
    Contexts,
    /// Some rooms were visited by two visitors at once, who compare what they saw.
    Calibration,
    /// Fewer than k rooms, each visited twice.
    Twice,
    /// A group with more tokens than rooms, because some were invented.
    Invented,
    /// Up to 200 rooms, several groups, look-fors and rounds: too many answers to try all of them.
    Large,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 16] = [
        Kind::Small,
        Kind::FewVisited,
        Kind::OneGroup,
        Kind::AllSame,
        Kind::TwoGroups,
        Kind::OneShort,
        Kind::Nested,
        Kind::OneAdded,
        Kind::Rounds,
        Kind::Across,
        Kind::Restored,
        Kind::Contexts,
        Kind::Calibration,
        Kind::Twice,
        Kind::Invented,
        Kind::Large,
    ];
}

/// A value for each unknown of a history, in their order: one way in which it could have been.
pub type World = Vec<u32>;

/// Something that the attacker does not know.
#[derive(Debug, Clone)]
pub struct Unknown {
    /// What it is, in words.
    pub what: String,
    /// The largest value it can have; the smallest is 0.
    pub most: u32,
}

/// Rounds in the order of their closes.
#[derive(Debug, Clone)]
pub struct History {
    /// What it was drawn to have.
    pub kind: Kind,
    /// The rounds.
    pub rounds: Vec<Round>,
    /// What the attacker does not know.
    pub unknowns: Vec<Unknown>,
    /// How it was.
    pub truth: World,
    /// The unknown that is the answer of the attacker's own room.
    pub own_room: Option<usize>,
    /// The unknown that is the number of cards which name a kind of context, read with the last round.
    pub named: Option<usize>,
    /// Whether the attacker also sees what a lead sees before the close. It says how many rooms are usable; where that is
    /// an unknown, the attacker is a reader.
    pub is_lead: bool,
}

/// One round.
#[derive(Debug, Clone)]
pub struct Round {
    /// Its plan.
    pub plan: Plan,
    /// Its board.
    pub board: Debrief,
    /// The day of its close.
    pub closed: Day,
    /// Its visited rooms, in the order in which they were visited.
    pub atoms: Vec<Atom>,
}

/// Visited rooms that the attacker can tell from all others of their group, and not from one another.
#[derive(Debug, Clone)]
pub struct Atom {
    /// Their group.
    pub group: GroupNumber,
    /// What they are, in words.
    pub name: &'static str,
    /// What sets them apart.
    pub apart: Apart,
    /// The rooms.
    pub rooms: Vec<Visited>,
    /// Of how many a visit is usable, by look-for.
    pub usable: Vec<u32>,
    /// The unknown that is the number of usable rooms, where it is one.
    pub unknown_usable: Option<usize>,
    /// The unknown that is the number of rooms that said yes, by look-for.
    pub yes: Vec<usize>,
}

/// What sets rooms apart from others of their group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Nothing.
    Nothing,
    /// They are the inner ones of a nested timetable, or the rooms of one school of several.
    Inside(usize),
    /// Their summaries came after the close.
    Late,
    /// The attacker made them up: they say no, and there are as many as there have to be, and this unknown more.
    Invented(usize),
}

/// A visited room: the first visit, and the second one if there was one.
#[derive(Debug, Clone)]
pub struct Visited {
    /// The room under the round's key.
    pub token: RoomToken,
    /// The summary of its first visit.
    pub id: SummaryId,
    /// Its second visit, if there was one.
    pub again: Option<Again>,
}

/// A second visit to a room.
#[derive(Debug, Clone)]
pub struct Again {
    /// Its summary.
    pub id: SummaryId,
    /// The token that the room would have under another key.
    pub other_token: RoomToken,
    /// Whether it saw the same as the first, or the opposite.
    pub agrees: bool,
}

impl Round {
    /// The summaries of some of its atoms in the order in which they come in; second visits come last.
    ///
    /// Of two visits to a room that do not agree, the one with the lowest hash says what the room counts as.
    pub fn summaries(&self, world: &World, atoms: Range<usize>) -> Vec<Summary> {
        let (mut first, mut again) = (Vec::new(), Vec::new());
        for atom in &self.atoms[atoms] {
            for (place, room) in atom.rooms[..atom.size(world)].iter().enumerate() {
                let answers: Vec<Answer> =
                    (0..atom.yes.len()).map(|look_for| atom.answer(world, look_for, place as u32)).collect();
                let turned = answers.iter().map(|answer| match answer {
                    Answer::Yes => Answer::No,
                    Answer::No => Answer::Yes,
                    Answer::Unusable => Answer::Unusable,
                });
                let turned: Vec<Answer> = turned.collect();
                let (mut mine, mut other) = (&answers, &turned);
                if let Some(second) = &room.again {
                    if second.agrees {
                        other = &answers;
                    } else if hash(&second.id) < hash(&room.id) {
                        (mine, other) = (&turned, &answers);
                    }
                }
                first.push(self.summary(atom, room, &room.id, mine));
                again.extend(room.again.iter().map(|second| self.summary(atom, room, &second.id, other)));
            }
        }
        first.extend(again);
        first
    }

    /// The atoms whose summaries came before the close: late ones stand last.
    pub fn in_time(&self) -> Range<usize> {
        0..self.atoms.iter().position(|atom| atom.apart == Apart::Late).unwrap_or(self.atoms.len())
    }

    fn summary(&self, atom: &Atom, room: &Visited, id: &SummaryId, answers: &[Answer]) -> Summary {
        let answered = self.plan.look_fors.iter().zip(answers);
        Summary {
            id: id.clone(),
            revision: 1,
            round: self.plan.round.clone(),
            group: atom.group,
            token: room.token.clone(),
            answers: answered
                .map(|(planned, answer)| Answered { look_for: planned.id.clone(), answer: *answer })
                .collect(),
        }
    }
}

impl Atom {
    /// How many of its rooms there are in a world.
    pub fn size(&self, world: &World) -> usize {
        match self.apart {
            // As many as there have to be are there in every world; `rooms` has the unknown ones too.
            Apart::Invented(more) => self.usable[0] as usize + world[more] as usize,
            _ => self.rooms.len(),
        }
    }

    /// How many of its rooms are usable for a look-for in a world.
    pub fn usable(&self, world: &World, look_for: usize) -> u32 {
        match (self.unknown_usable, self.apart) {
            (Some(unknown), _) => world[unknown],
            (None, Apart::Invented(_)) => self.size(world) as u32,
            (None, _) => self.usable[look_for],
        }
    }

    /// How many of its rooms said yes in a world.
    pub fn yes(&self, world: &World, look_for: usize) -> u32 {
        world[self.yes[look_for]]
    }

    fn answer(&self, world: &World, look_for: usize, place: u32) -> Answer {
        if matches!(self.apart, Apart::Invented(_)) {
            Answer::No
        } else if place < self.yes(world, look_for) {
            Answer::Yes
        } else if place < self.usable(world, look_for) {
            Answer::No
        } else {
            Answer::Unusable
        }
    }
}

impl History {
    /// Whether no atom has more rooms that said yes than usable ones.
    pub fn is_possible(&self, world: &World) -> bool {
        let fits = |atom: &Atom| {
            (0..atom.yes.len()).all(|look_for| {
                matches!(atom.apart, Apart::Invented(_)) || atom.yes(world, look_for) <= atom.usable(world, look_for)
            })
        };
        self.rounds.iter().flat_map(|round| &round.atoms).all(fits)
    }
}

fn hash(id: &SummaryId) -> [u8; 32] {
    Sha256::digest(id.as_str().as_bytes()).into()
}
