//! Copies of one visit: which of two goes on from the other.

use crate::visit::{Act, Mark, Visit};

impl Visit {
    /// Whether everything that was recorded in `other`, a copy of this visit, is recorded here too, in the same order, so
    /// that nothing of it is lost where this one is kept. What a visit recorded in a grid is gone once it has ended, so of
    /// a grid only what came after the end tells them apart.
    pub fn goes_on_from(&self, other: &Visit) -> bool {
        if !self.has_ended() || other.has_ended() {
            return self.marks.starts_with(&other.marks);
        }
        let gone = other.grid_marks();
        let left: Vec<&Mark> = other.marks.iter().filter(|mark| !gone.contains(&mark.number)).collect();
        let is_end = |mark: &&Mark| matches!(mark.act, Act::Voices(..) | Act::Finish(_) | Act::Abandon);
        let end = self.marks.iter().find(is_end).map_or(0, |mark| mark.number);
        let before_end = other.marks.iter().all(|mark| mark.number < end);
        before_end
            && self.marks.len() >= left.len()
            && left.into_iter().eq(&self.marks[..other.marks.len() - gone.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{RoomId, RoundId, VisitId};
    use crate::library::LookForId;
    use crate::time::Moment;
    use crate::visit::{Seating, Voices};

    fn visit(acts: Vec<Act>) -> Visit {
        let marks = (1..).zip(acts).map(|(number, act)| Mark { number, at: number, act }).collect();
        let (id, round) = (VisitId::from_bytes([1; 16]), RoundId::from_bytes([2; 16]));
        Visit { id, round, room: RoomId::from_bytes([3; 16]), began: Moment(0), marks }
    }

    fn counts(how_many: usize) -> Vec<Act> {
        vec![Act::Count(LookForId::parse("DIS-04").unwrap()); how_many]
    }

    #[test]
    fn the_longer_of_two_copies_goes_on_from_the_shorter() {
        assert!(visit(counts(3)).goes_on_from(&visit(counts(2))));
        assert!(visit(counts(2)).goes_on_from(&visit(counts(2))));
        assert!(!visit(counts(2)).goes_on_from(&visit(counts(3))));
        let finished = visit([counts(2), vec![Act::Finish(600)]].concat());
        assert!(finished.goes_on_from(&visit(counts(2))));
        assert!(!finished.goes_on_from(&visit(counts(3))) && !visit(counts(3)).goes_on_from(&finished));
    }

    #[test]
    fn a_finished_copy_goes_on_from_one_whose_grid_is_still_there() {
        let grid = LookForId::parse("EQP-01").unwrap();
        let open = vec![
            Act::Seats(grid.clone(), Seating { seats: 20, across: 5 }),
            Act::Heard(grid.clone(), 7),
            Act::Count(LookForId::parse("DIS-04").unwrap()),
        ];
        let mut finished = visit(open.clone());
        let ending = finished.ending(Mark { number: 4, at: 600, act: Act::Finish(600) });
        finished.marks.retain(|mark| !ending.destroyed.contains(&mark.number));
        finished.marks.extend(ending.added);
        assert!(finished.marks.iter().any(|mark| mark.act == Act::Voices(grid.clone(), Voices { heard: 1, of: 20 })));
        assert!(finished.goes_on_from(&visit(open.clone())));
        assert!(!visit(open.clone()).goes_on_from(&finished));
        // The copy that went on hears another seat: that is not in the finished one.
        let later = visit([open, vec![Act::Heard(grid, 8)]].concat());
        assert!(!finished.goes_on_from(&later));
    }
}
