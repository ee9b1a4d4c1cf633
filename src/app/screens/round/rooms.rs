//! The rooms of a round, each with what this tablet knows of its visits.

use std::collections::BTreeSet;

use device::tablet::{Held, HeldRound};
use domain::ids::RoomId;
use domain::roster::Room;

/// What is known of a room's visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visited {
    /// Nothing.
    NotYet,
    /// A visit was finished on this tablet; the server has not been heard to hold it.
    Here,
    /// The server holds a visit to it.
    Received,
}

/// The rooms of a round.
#[derive(Debug, Clone, PartialEq)]
pub struct Rooms(Vec<(Room, Visited)>);

impl Rooms {
    /// The rooms of a round in the order of their names. Without the round's key none is known to be visited.
    pub fn of(held: &Held, round: &HeldRound) -> Rooms {
        let plan = &round.record.plan;
        let finished: BTreeSet<RoomId> = held
            .visits_of(&plan.round)
            .into_iter()
            .filter(|held| held.visit.finished_after().is_some())
            .map(|held| held.visit.room.clone())
            .collect();
        let known = held.roster().by_id();
        let mut rooms: Vec<(Room, Visited)> = plan
            .rooms()
            .filter_map(|id| known.get(id))
            .map(|room| {
                let token = round.record.key.as_ref().map(|key| key.token(&room.id));
                let received = token.as_ref().is_some_and(|token| round.record.tokens.contains(token));
                // Evidence is forgotten after a week, and the summary may still wait.
                let own = token.is_some_and(|token| held.is_visited(&plan.round, &token));
                let visited = match (received, own || finished.contains(&room.id)) {
                    (true, _) => Visited::Received,
                    (false, true) => Visited::Here,
                    (false, false) => Visited::NotYet,
                };
                ((*room).clone(), visited)
            })
            .collect();
        rooms.sort_by_key(|(room, _)| in_order(&room.name));
        Rooms(rooms)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// How many were visited, as far as this tablet has heard.
    pub fn visited(&self) -> usize {
        self.0.iter().filter(|(_, visited)| *visited != Visited::NotYet).count()
    }

    /// The rooms whose name has `typed` in it, whatever its case.
    pub fn named(&self, typed: &str) -> Vec<(Room, Visited)> {
        let wanted = typed.trim().to_lowercase();
        self.0.iter().filter(|(room, _)| room.name.to_lowercase().contains(&wanted)).cloned().collect()
    }
}

/// `Room 9` before `Room 12`: the digits of a name as a number.
fn in_order(name: &str) -> (String, u64, String) {
    let start = name.find(|character: char| character.is_ascii_digit()).unwrap_or(name.len());
    let (words, rest) = name.split_at(start);
    let end = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, rest) = rest.split_at(end);
    (words.to_owned(), digits.parse().unwrap_or(0), rest.to_owned())
}
