//! A store of which a part cannot be read.

use super::*;
use crate::passphrase::Cost;
use crate::rescue::salvage;
use crate::storage::{Storage, Stored, Write};
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
    assert_eq!(salvaged(Some("490818")), Err(NotUnlocked::Wrong));
    let file = salvaged(Some("490817")).unwrap().rescued(None, Moment(0));
    let second = Held::empty(2);
    second.opens(&file);
    assert_eq!(second.marks(&visit), 5);
}
