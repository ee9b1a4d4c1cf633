//! A slice of the simulation, and every seed that has ever found something.

use world::simulation::{Locks, play};

/// Seeds that found something once. They stay, so that it does not come back.
///
/// 394 and 473 found that the oracle asked for a release which a restore had taken away before any tablet had read it, 163
/// that it then forgot one which the backup had.
const FOUND: [u64; 3] = [163, 394, 473];

#[test]
fn whatever_goes_wrong_nothing_acknowledged_is_lost_and_nothing_is_shown_twice() {
    let tally = play((1..=25).chain(FOUND), Locks::None, |_| ());
    assert!(tally.violations.is_empty(), "{:#?}", tally.violations);
    // A slice in which nothing went wrong would show nothing.
    for what in ["requests dropped", "answers lost", "releases checked", "the server is restored from a backup"] {
        assert!(tally.happened.contains_key(what), "no history had: {what}");
    }
}

#[test]
fn nor_is_it_where_tablets_are_locked_and_send_while_they_are() {
    let tally = play(1..=8, Locks::Set, |_| ());
    assert!(tally.violations.is_empty(), "{:#?}", tally.violations);
    for what in ["a locked tablet sends", "a locked tablet is broken off", "the server is restored from a backup"] {
        assert!(tally.happened.contains_key(what), "no history had: {what}");
    }
}
