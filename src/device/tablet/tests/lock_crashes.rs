//! A crash in the middle of setting, changing, using or removing a lock: the tablet then has the old lock or the new one.

use super::lock::{Mixing, OTHER, PIN, QUICK, opened_as_left, pin};
use super::*;
use crate::storage::{Stored, Write};

/// A storage that fails at one of its commits, counted from now.
struct Failing {
    memory: Memory,
    /// Commits until it fails, that one included; none where it does not.
    fails_in: Cell<usize>,
    how: How,
    broken: Cell<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// Nothing of the batch is stored, and the process ends.
    EndsBefore,
    /// All of it is stored, and the process ends before it hears so.
    EndsAfter,
    /// All of it is stored, and only the answer is lost.
    LosesTheAnswer,
}

#[async_trait(?Send)]
impl Storage for Failing {
    async fn read_all(&self) -> Result<Vec<Stored>, StorageFailure> {
        if self.broken.get() { Err(StorageFailure::Failed("ended".into())) } else { self.memory.read_all().await }
    }

    async fn commit(&self, batch: &[Write]) -> Result<(), StorageFailure> {
        if self.broken.get() {
            return Err(StorageFailure::Failed("ended".into()));
        }
        let fails_in = self.fails_in.get();
        self.fails_in.set(fails_in.saturating_sub(1));
        if fails_in != 1 {
            return self.memory.commit(batch).await;
        }
        self.broken.set(self.how != How::LosesTheAnswer);
        if self.how != How::EndsBefore {
            self.memory.commit(batch).await?;
        }
        Err(StorageFailure::Failed("no answer".into()))
    }

    async fn erase(&self) -> Result<(), StorageFailure> {
        self.memory.erase().await
    }
}

/// What is done to the lock, on a tablet that is open and, but for the first, has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Set,
    Change,
    Remove,
    Recover,
    Unlock,
}

#[test]
fn whenever_the_tablet_ends_it_has_the_old_lock_or_the_new_one_and_everything_it_held() {
    let mut ended = 0;
    for doing in [Doing::Set, Doing::Change, Doing::Remove, Doing::Recover, Doing::Unlock] {
        for how in [How::EndsBefore, How::EndsAfter, How::LosesTheAnswer] {
            for fails_at in 1..=3 {
                ended += usize::from(ends_in_the_middle(doing, how, fails_at));
            }
        }
    }
    // One commit to set; three at most for what asks for the PIN first; two to open.
    assert_eq!(ended, (1 + 3 + 3 + 1 + 2) * 3);
}

/// Whether it came to that commit.
fn ends_in_the_middle(doing: Doing, how: How, fails_at: usize) -> bool {
    let story = Story::begins();
    story.visits_with_a_note();
    let has_lock = doing != Doing::Set;
    let code = has_lock.then(|| wait(story.tablet.set_lock(&pin(PIN), 5, QUICK)).unwrap());
    let before = story.tablet.held().clone();

    let key = story.storage.data_key().map_or([7; 32], |kept| kept.key);
    let memory = story.storage.opened_again();
    let failing = Rc::new(Failing { memory, fails_in: Cell::default(), how, broken: Cell::default() });
    let random = Rc::new(Mixing);
    let tablet = wait(Tablet::open(failing.clone(), Vault::new(key), story.clock.clone(), random)).unwrap();
    if has_lock && !matches!(doing, Doing::Recover | Doing::Unlock) {
        wait(tablet.unlock(PIN)).unwrap();
    }
    failing.fails_in.set(fails_at);
    let done = match doing {
        Doing::Set => wait(tablet.set_lock(&pin(OTHER), 5, QUICK)).map(drop),
        Doing::Change => wait(tablet.change_lock(PIN, &pin(OTHER), QUICK)).map(drop),
        Doing::Remove => wait(tablet.remove_lock(PIN)),
        Doing::Recover => wait(tablet.recover(&code.unwrap(), &pin(OTHER), QUICK)).map(drop),
        Doing::Unlock => wait(tablet.unlock(PIN)),
    };
    let came_to_it = failing.fails_in.get() == 0;
    if !failing.broken.get() {
        // The same page goes on: what it writes now opens at the next start too.
        let _written = wait(tablet.keep_phrases(Vec::new()));
        let _synced = wait(tablet.sync(&Server(Some((Kind::Summary, RefusalCode::UnknownRound)))));
    }

    let opened = opened_as_left(&story.storage, &story.clock);
    let pins: Vec<&str> =
        [PIN, OTHER].into_iter().filter(|pin| opened.is_locked() && wait(opened.unlock(pin)).is_ok()).collect();
    assert!(!opened.is_locked(), "{doing:?} {how:?} {fails_at}: no PIN opens it");
    let expected: &[&[&str]] = match doing {
        Doing::Set => &[&[], &[OTHER]],
        Doing::Change | Doing::Recover => &[&[PIN], &[OTHER]],
        Doing::Remove => &[&[PIN], &[]],
        Doing::Unlock => &[&[PIN]],
    };
    assert!(expected.contains(&pins.as_slice()), "{doing:?} {how:?} {fails_at}: {pins:?}");
    if done.is_ok() && doing != Doing::Unlock {
        assert_eq!(pins.as_slice(), expected[1], "{doing:?} {how:?} {fails_at}");
    }
    let found = opened.held();
    let visits = |held: &Held| held.visits.values().map(|held| held.visit.clone()).collect::<Vec<_>>();
    assert_eq!((visits(&found), &found.rounds), (visits(&before), &before.rounds));
    assert!(found.unused_cards().eq(before.unused_cards()));
    assert_eq!(found.received(Kind::Note, Received::Received) + found.unsent().notes, 1);
    assert_eq!(found.unsent().summaries, 1);
    came_to_it
}

#[test]
fn where_nobody_knows_which_lock_it_has_the_screens_are_told_and_the_next_start_finds_out() {
    let story = Story::begins();
    let memory = story.storage.opened_again();
    let failing = Failing { memory, fails_in: Cell::new(1), how: How::EndsAfter, broken: Cell::default() };
    let tablet =
        wait(Tablet::open(Rc::new(failing), Vault::new([7; 32]), story.clock.clone(), Rc::new(Mixing))).unwrap();
    let told = Rc::new(Cell::new(false));
    let (watched, hears) = (tablet.clone(), told.clone());
    tablet.watch(Rc::new(move || hears.set(watched.is_lost())));
    assert!(!tablet.is_lost());
    assert!(wait(tablet.set_lock(&pin(PIN), 5, QUICK)).is_err());
    assert!(told.get(), "the screens hear nothing");

    let opened = opened_as_left(&story.storage, &story.clock);
    wait(opened.unlock(PIN)).unwrap();
    assert!(!opened.is_lost() && opened.held().rounds().len() == 1);
}
