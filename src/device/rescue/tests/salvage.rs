//! A store of which a part cannot be read.

use domain::change::Kind;
use domain::round::Statement;

use super::*;
use crate::passphrase::Cost;
use crate::rescue::salvage;
use crate::storage::Stored;
use crate::tablet::{NewPin, NotUnlocked};

#[test]
fn of_a_store_that_does_not_open_everything_else_is_rescued_and_the_rest_is_counted() {
    let (tablet, round) = Held::with_a_round(1);
    let visit = tablet.begins(&round, 0);
    tablet.counts(&visit, 5);
    let stored = wait(tablet.memory.read_all()).unwrap();
    let third = stored.iter().filter(|record| record.key.starts_with("mark/")).nth(2).unwrap();
    let damaged = Stored { key: third.key.clone(), sealed: third.sealed[1..].to_vec() };
    let unknown = Stored { key: "newer/1".into(), sealed: Vault::new([1; 32]).seal("newer/1", b"{}", &Stream::of(3)) };
    wait(tablet.memory.commit(&[Write::Put(damaged), Write::Put(unknown)])).unwrap();

    let salvaged = wait(salvage(&tablet.memory, Vault::new([1; 32]), None)).unwrap();
    assert_eq!(salvaged.unreadable, 2);
    let file = salvaged.rescued(None, Moment(0));
    assert_eq!(file.unreadable, 2);
    let second = Held::empty(2);
    second.opens(&file);
    assert_eq!(second.marks(&visit), 4);
    assert_eq!(wait(tablet.memory.read_all()).unwrap().len(), stored.len() + 1, "nothing is thrown away");
}

#[test]
fn of_a_locked_tablet_that_does_not_open_the_pin_brings_out_what_it_seals() {
    let (tablet, round) = Held::with_a_round(1);
    let visit = tablet.begins(&round, 0);
    tablet.counts(&visit, 5);
    let cost = Cost { memory_kib: 8, passes: 1 };
    wait(tablet.tablet.set_lock(&NewPin::parse("490817").unwrap(), 5, cost)).unwrap();
    let salvaged = |pin| wait(salvage(&tablet.memory, Vault::new(tablet.memory.data_key().unwrap().key), pin));

    let locked = salvaged(None).unwrap();
    assert!(locked.is_locked && locked.unreadable == 0);
    assert!(locked.held.visit(&visit).is_none() && !locked.held.unsent().is_nothing());
    // Nothing is left out in silence: five marks, a visit, a round, and what else the PIN seals.
    let file = locked.rescued(None, Moment(0));
    assert!(locked.behind_pin > 6 && file.unreadable == locked.behind_pin);
    let second = Held::empty(2);
    second.opens(&file);
    has_the_plan_and_needs_the_code(&second, &round);

    assert_eq!(salvaged(Some("490818")), Err(NotUnlocked::Wrong));
    let file = salvaged(Some("490817")).unwrap().rescued(None, Moment(0));
    let second = Held::empty(2);
    second.opens(&file);
    assert_eq!(second.marks(&visit), 5);
}

#[test]
fn of_a_round_whose_record_is_damaged_the_plan_and_the_board_that_wait_are_taken_and_its_code_joins_it() {
    let (tablet, round) = Held::with_a_round(1);
    let visit = tablet.begins(&round, 0);
    tablet.counts(&visit, 5);
    let statement = Statement { sense: Sense::Saw, text: Sentence::parse("nine wrote").unwrap() };
    wait(tablet.tablet.write_debrief(&round, |board| board.described.push(statement))).unwrap();
    let code = tablet.tablet.held().round(&round).unwrap().record.key.as_ref().unwrap().code();
    let file = tablet.saved_without("round/", 0);

    let second = Held::empty(2);
    let found = second.opens(&file);
    assert_eq!((file.unreadable, found.unplaced, found.rounds.len()), (1, 0, 1));
    has_the_plan_and_needs_the_code(&second, &round);
    assert_eq!(second.tablet.held().unsent().shared, 2, "the plan and the board");
    assert_eq!(second.tablet.held().round(&round).unwrap().debrief.clone().unwrap().described.len(), 1);
    let second = second.reopened();
    wait(second.tablet.join_round(&code)).unwrap();
    second.counts(&visit, 1);
    assert_eq!(second.reopened().marks(&visit), 6);
}

#[test]
fn a_board_whose_round_is_at_the_server_alone_waits_on_the_other_tablet_too() {
    let (tablet, round) = Held::with_a_round(1);
    let statement = Statement { sense: Sense::Saw, text: Sentence::parse("nine wrote").unwrap() };
    wait(tablet.tablet.write_debrief(&round, |board| board.described.push(statement))).unwrap();
    tablet.forgets(Key::Outgoing(Kind::Plan, round.to_string()));
    let second = Held::empty(2);
    second.opens(&tablet.saved_without("round/", 0));
    assert_eq!(second.reopened().tablet.held().unsent().shared, 1);
}

#[test]
fn marks_of_a_visit_whose_beginning_is_damaged_are_counted_and_taken_where_the_visit_is() {
    let (tablet, round) = Held::with_a_round(1);
    let visit = tablet.begins(&round, 0);
    tablet.counts(&visit, 2);
    let has_it = Held::empty(3);
    has_it.opens(&tablet.saves());
    tablet.counts(&visit, 2);
    let file = tablet.saved_without("visit/", 4);

    let second = Held::empty(2);
    assert_eq!(second.opens(&file).unplaced, 4);
    assert_eq!(second.marks(&visit), 0);
    let found = has_it.opens(&file);
    assert_eq!((found.unplaced, found.visits.len(), has_it.reopened().marks(&visit)), (0, 1, 4));
}

fn has_the_plan_and_needs_the_code(held: &Held, round: &RoundId) {
    let again = held.reopened();
    let again = again.tablet.held();
    assert_eq!(again.round(round).unwrap().record.key, None);
    assert!(again.outgoing.contains_key(&(Kind::Plan, round.to_string())));
}

impl Held {
    /// A rescue file of this tablet after one record under `beginning` was damaged; so many things then have no place.
    fn saved_without(&self, beginning: &str, unplaced: usize) -> Contents {
        let stored = wait(self.memory.read_all()).unwrap();
        let damaged = stored.into_iter().find(|record| record.key.starts_with(beginning)).unwrap();
        let damaged = Stored { sealed: damaged.sealed[1..].to_vec(), ..damaged };
        wait(self.memory.commit(&[Write::Put(damaged)])).unwrap();
        let salvaged = wait(salvage(&self.memory, Vault::new([self.number as u8; 32]), None)).unwrap();
        assert_eq!((salvaged.unreadable, salvaged.unplaced()), (1, unplaced));
        salvaged.rescued(None, Moment(0))
    }
}
