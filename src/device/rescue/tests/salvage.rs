//! A store of which a part cannot be read.

use super::*;
use crate::rescue::salvage;
use crate::storage::{Storage, Stored, Write};

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

    let salvaged = wait(salvage(&tablet.memory, &Vault::new([1; 32]))).unwrap();
    assert_eq!(salvaged.unreadable, 2);
    let file = salvaged.rescued(None, Moment(0));
    assert_eq!(file.unreadable, 2);
    let second = Held::empty(2);
    second.opens(&file);
    assert_eq!(second.marks(&visit), 4);
    assert_eq!(wait(tablet.memory.read_all()).unwrap().len(), stored.len() + 1, "nothing is thrown away");
}
