//! The voices grid: blank seats, of which only the number heard and the size of the class outlive the visit.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::library::LookForId;
use crate::visit::{Act, Mark, MarkNumber, Refused, Share, Shared, Visit};

/// The most seats a grid can have.
pub const MOST_SEATS: u8 = 60;
/// The most seats that stand side by side.
pub const MOST_ACROSS: u8 = 10;

/// How blank seats are laid out. A seat has a place in the room and nothing else: no name, no trait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seating {
    /// Students in the class, one seat each.
    pub seats: u8,
    /// Seats side by side.
    pub across: u8,
}

impl Seating {
    /// Whether such a grid can be laid out.
    pub fn is_sound(self) -> bool {
        (1..=MOST_SEATS).contains(&self.seats) && (1..=MOST_ACROSS).contains(&self.across)
    }
}

/// What outlives a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voices {
    /// Seats that were heard at least once.
    pub heard: u8,
    /// Students in the class.
    pub of: u8,
}

impl Voices {
    /// The band that the look-for's line is read against.
    pub fn share(self) -> Shared {
        let (heard, of) = (u16::from(self.heard), u16::from(self.of));
        Shared { share: Share::of(heard, of), in_view: Some(of) }
    }
}

/// A grid while the visit is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// How the seats stand.
    pub seating: Seating,
    /// Seats that were heard, from 1.
    pub heard: BTreeSet<u8>,
}

/// How a visit ends: what is recorded, and what is destroyed with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// Marks that are added, the end itself last.
    pub added: Vec<Mark>,
    /// Marks of grids, and those that took them back. Nothing of them may stay.
    pub destroyed: Vec<MarkNumber>,
}

impl Visit {
    /// The grid as it stands; nothing before one was laid out and after the visit.
    pub fn grid(&self, look_for: &LookForId) -> Option<Grid> {
        let seating = self.standing().rev().find_map(|mark| match &mark.act {
            Act::Seats(id, seating) if id == look_for => Some(*seating),
            _ => None,
        })?;
        let heard = self.standing().filter_map(|mark| match &mark.act {
            Act::Heard(id, seat) if id == look_for && *seat <= seating.seats => Some(*seat),
            _ => None,
        });
        Some(Grid { seating, heard: heard.collect() })
    }

    /// How many were heard of how many; nothing where there was no grid.
    pub fn voices(&self, look_for: &LookForId) -> Option<Voices> {
        let kept = self.standing().rev().find_map(|mark| match &mark.act {
            Act::Voices(id, voices) if id == look_for => Some(*voices),
            _ => None,
        });
        let counted = || {
            let grid = self.grid(look_for)?;
            Some(Voices { heard: u8::try_from(grid.heard.len()).unwrap_or(u8::MAX), of: grid.seating.seats })
        };
        kept.or_else(counted)
    }

    /// What ending the visit with `last`, a [`Act::Finish`] or an [`Act::Abandon`], adds and destroys. Of a finished
    /// visit's grids the number heard and the size of the class stay, of an abandoned one's nothing.
    pub fn ending(&self, last: Mark) -> Ending {
        let grids: BTreeSet<&LookForId> = self.marks.iter().filter_map(|mark| of_grid(&mark.act)).collect();
        let mut added = Vec::new();
        if matches!(last.act, Act::Finish(_)) {
            for look_for in grids {
                let voices = self.voices(look_for).map(|voices| Act::Voices(look_for.clone(), voices));
                // Where the grid was set aside as not applicable, that stands.
                if let Some(act) = voices.filter(|_| !self.is_set_aside(look_for)) {
                    added.push(act);
                }
            }
        }
        added.push(last.act.clone());
        let added = (last.number..).zip(added).map(|(number, act)| Mark { number, at: last.at, act }).collect();
        Ending { added, destroyed: self.grid_marks().into_iter().collect() }
    }

    /// Marks of grids, and those that took them back.
    pub(super) fn grid_marks(&self) -> BTreeSet<MarkNumber> {
        let of_grids = self.marks.iter().filter(|mark| of_grid(&mark.act).is_some());
        let mut marks: BTreeSet<MarkNumber> = of_grids.map(|mark| mark.number).collect();
        let removals = self.marks.iter().filter(|mark| match mark.act {
            Act::TakeBack(number) => marks.contains(&number),
            _ => false,
        });
        let removals: Vec<MarkNumber> = removals.map(|mark| mark.number).collect();
        marks.extend(removals);
        marks
    }

    /// Whether the last word on a look-for with a grid was that it did not apply, or that there was not enough time.
    pub(super) fn is_set_aside(&self, look_for: &LookForId) -> bool {
        let last = self.standing().rev().find_map(|mark| match &mark.act {
            Act::Share(id, _) if id == look_for => Some(true),
            // What is left of a grid stands for it.
            Act::Voices(id, _) if id == look_for => Some(false),
            act => of_grid(act).filter(|id| *id == look_for).map(|_| false),
        });
        last == Some(true)
    }

    pub(super) fn check_seats(&self, look_for: &LookForId, seating: Seating) -> Result<(), Refused> {
        if !seating.is_sound() {
            return Err(Refused::NoSeat(seating.seats));
        }
        let last_heard = self.grid(look_for).and_then(|grid| grid.heard.last().copied());
        match last_heard {
            Some(heard) if heard > seating.seats => Err(Refused::SeatInUse(heard)),
            _ => Ok(()),
        }
    }

    /// Taking a mark back must leave no seat that was heard outside its grid, as laying out a smaller one must not.
    pub(super) fn check_grids_without(&self, number: MarkNumber) -> Result<(), Refused> {
        let seats = |mark: &&Mark| mark.number == number && matches!(mark.act, Act::Seats(..));
        let Some(look_for) = self.marks.iter().find(seats).and_then(|mark| of_grid(&mark.act)) else { return Ok(()) };
        let heard_now = self.grid(look_for).and_then(|grid| grid.heard.last().copied());
        let before = self.standing().rev().filter(|mark| mark.number != number).find_map(|mark| match &mark.act {
            Act::Seats(id, seating) if id == look_for => Some(seating.seats),
            _ => None,
        });
        match heard_now {
            Some(heard) if before.is_none_or(|seats| heard > seats) => Err(Refused::SeatInUse(heard)),
            _ => Ok(()),
        }
    }

    pub(super) fn check_heard(&self, look_for: &LookForId, seat: u8) -> Result<(), Refused> {
        let grid = self.grid(look_for).ok_or(Refused::NoSeat(seat))?;
        if !(1..=grid.seating.seats).contains(&seat) {
            return Err(Refused::NoSeat(seat));
        }
        if grid.heard.contains(&seat) { Err(Refused::HeardBefore(seat)) } else { Ok(()) }
    }
}

/// The look-for of a mark that is part of a grid.
fn of_grid(act: &Act) -> Option<&LookForId> {
    match act {
        Act::Seats(id, _) | Act::Heard(id, _) => Some(id),
        _ => None,
    }
}
