//! A locked tablet: what opens it, what it still does, and what nobody gets out of it.

use domain::visit::Mark;

use super::*;
use crate::passphrase::Cost;
use crate::people::Door;

pub(super) const QUICK: Cost = Cost { memory_kib: 8, passes: 1 };
pub(super) const PIN: &str = "490817";
pub(super) const OTHER: &str = "four kind owls";

pub(super) fn pin(typed: &str) -> NewPin {
    NewPin::parse(typed).unwrap()
}

impl Story {
    /// A visit under way with one sentence of evidence, one that waits to be sent, and a lock.
    pub(super) fn is_locked_in_a_visit() -> (Story, VisitId, RecoveryCode) {
        let story = Story::begins();
        story.visits_with_a_note();
        let visit = story.begins_a_visit();
        story.marks(&visit);
        let code = wait(story.tablet.set_lock(&pin(PIN), 5, QUICK)).unwrap();
        (story, visit, code)
    }

    fn begins_a_visit(&self) -> VisitId {
        let room = self.tablet.held().round(&self.round).unwrap().record.plan.rooms().nth(1).unwrap().clone();
        wait(self.tablet.begin_visit(&self.round, &room, &Door::Lead.mandate())).unwrap()
    }

    fn marks(&self, visit: &VisitId) -> Mark {
        let evidence = Act::Evidence(Sense::Heard, Passage::parse("What makes you say that?").unwrap(), None);
        wait(self.tablet.mark(visit, evidence)).unwrap()
    }

    /// The app is closed and opened again: in a browser, its own key gives back what was last kept.
    pub(super) fn opens_the_app_again(&mut self) {
        self.tablet = opened_as_left(&self.storage, &self.clock);
    }
}

pub(super) fn opened_as_left(storage: &Memory, clock: &Rc<Clock>) -> Tablet {
    let key = storage.data_key().map_or([7; 32], |kept| kept.key);
    wait(Tablet::open(Rc::new(storage.opened_again()), Vault::new(key), clock.clone(), Rc::new(Mixing))).unwrap()
}

/// Bytes that do not come again when a tablet is opened once more.
pub(super) struct Mixing;

impl Random for Mixing {
    fn fill(&self, bytes: &mut [u8]) {
        thread_local!(static DRAWN: Cell<u64> = const { Cell::new(1) });
        // Steele and Vigna's SplitMix64.
        bytes.fill_with(|| {
            DRAWN.set(DRAWN.get().wrapping_add(0x9e37_79b9_7f4a_7c15));
            let mixed = (DRAWN.get() ^ (DRAWN.get() >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb).to_be_bytes()[0]
        });
    }
}

#[test]
fn a_locked_tablet_opens_only_with_the_pin_and_the_browsers_key_together() {
    let (mut story, visit, _) = Story::is_locked_in_a_visit();
    let before = story.tablet.held().clone();
    story.opens_the_app_again();
    assert!(story.tablet.is_locked());
    assert!(story.tablet.held().visit(&visit).is_none() && story.tablet.held().rounds().is_empty());

    // With the browser's key alone: what is sent anyway, and nothing else.
    let kept = Vault::new(story.storage.data_key().unwrap().key);
    for stored in wait(story.storage.read_all()).unwrap() {
        let kind = stored.key.split('/').next().unwrap().to_owned();
        let opens = kept.open(&stored.key, &stored.sealed).is_ok();
        let leaves = ["outgoing", "refused", "acknowledged", "sync", "lock", "tries"].contains(&kind.as_str());
        assert_eq!(opens, leaves, "{}", stored.key);
    }
    // With the PIN and the key of another browser, or of this one before it was locked: nothing at all.
    for key in [[8; 32], [7; 32]] {
        let random = Rc::new(Counting(Cell::new(0)));
        let storage = Rc::new(story.storage.opened_again());
        let other = wait(Tablet::open(storage, Vault::new(key), story.clock.clone(), random));
        assert!(matches!(other, Err(NotOpened::Unreadable(_))));
    }

    story.opens_the_app_again();
    wait(story.tablet.unlock(PIN)).unwrap();
    assert_eq!(*story.tablet.held(), before);
    assert!(!story.tablet.is_locked());
}

#[test]
fn locking_leaves_in_memory_what_a_start_of_a_locked_tablet_finds() {
    let (mut story, visit, _) = Story::is_locked_in_a_visit();
    wait(story.tablet.lock());
    let left = story.tablet.held().clone();
    story.opens_the_app_again();
    assert_eq!(left, *story.tablet.held());
    assert!(left.visit(&visit).is_none() && left.cards().is_empty() && left.unsent().summaries == 1);
}

#[test]
fn nothing_can_be_done_on_a_locked_tablet_but_to_send() {
    let (story, visit, _) = Story::is_locked_in_a_visit();
    let other = story.tablet.clone();
    wait(story.tablet.lock());
    assert_eq!(wait(other.mark(&visit, Act::Count(LookForId::parse("INQ-02").unwrap()))), Err(VisitRefused::Unknown));
    assert_eq!(wait(other.clear_out()), Err(StorageFailure::Locked));
    assert_eq!(wait(other.erase()), Err(NotErased::Storage(StorageFailure::Locked)));
    assert_eq!(wait(other.keep_phrases(Vec::new())), Err(StorageFailure::Locked));
    wait(other.unlock(PIN)).unwrap();
    assert_eq!(other.held().visit(&visit).unwrap().visit.marks.len(), 1);
}

#[test]
fn what_waits_goes_out_while_the_tablet_is_locked_also_after_a_start() {
    for starts in [false, true] {
        let (mut story, visit, _) = Story::is_locked_in_a_visit();
        wait(story.tablet.lock());
        if starts {
            story.opens_the_app_again();
        }
        assert_eq!(wait(story.tablet.sync(&Server(None))).unwrap().sent, 3, "a plan, a summary and a note");
        assert!(story.tablet.held().unsent().is_nothing());
        wait(story.tablet.unlock(PIN)).unwrap();
        let held = story.tablet.held();
        assert_eq!(
            (held.received(Kind::Summary, Received::Received), held.received(Kind::Note, Received::Received)),
            (1, 1)
        );
        assert!(!story.is_used_card_here(), "the card's code is erased with the receipt");
        assert_eq!(held.visit(&visit).unwrap().visit.marks.len(), 1);
    }
}

/// The server of [`Server`] in the epoch after a restore.
struct Restored;

#[async_trait(?Send)]
impl Network for Restored {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let Response { status, body } = Server(None).send(request).await?;
        Ok(Response { status, body: body.replace(r#""epoch":"1""#, r#""epoch":"2""#) })
    }
}

#[test]
fn what_was_sent_before_the_tablet_ever_heard_a_server_unlocked_is_offered_again_after_a_restore() {
    let (story, ..) = Story::is_locked_in_a_visit();
    wait(story.tablet.lock());
    assert_eq!(wait(story.tablet.sync(&Server(None))).unwrap().sent, 3);
    wait(story.tablet.unlock(PIN)).unwrap();
    assert_eq!(wait(story.tablet.sync(&Restored)).unwrap().sent, 3);
    assert_eq!(story.tablet.held().unsent().on_their_way(), 0);
}

#[test]
fn what_is_refused_while_the_tablet_is_locked_waits_for_the_person() {
    let (story, ..) = Story::is_locked_in_a_visit();
    wait(story.tablet.lock());
    wait(story.tablet.sync(&Server(Some((Kind::Summary, RefusalCode::AgainstTheRules))))).unwrap();
    wait(story.tablet.unlock(PIN)).unwrap();
    assert_eq!(story.the_refused().item.kind, Kind::Summary);
}

#[test]
fn a_wrong_pin_opens_nothing_and_loses_nothing_and_the_next_ones_wait() {
    let (mut story, visit, _) = Story::is_locked_in_a_visit();
    story.opens_the_app_again();
    for _ in 0..5 {
        assert_eq!(wait(story.tablet.unlock("490818")), Err(NotUnlocked::Wrong));
    }
    assert_eq!(wait(story.tablet.unlock(PIN)), Err(NotUnlocked::Wait(30)), "also the right one waits");
    // Opening the app again ends no wait; it begins anew.
    story.days_pass(20.0 / 86_400.0);
    story.opens_the_app_again();
    assert_eq!(wait(story.tablet.unlock(PIN)), Err(NotUnlocked::Wait(30)));
    for seconds in [30, 60, 120, 300, 300] {
        assert_eq!(story.tablet.wait_before_next_try(), seconds);
        story.days_pass(f64::from(seconds) / 86_400.0);
        assert_eq!(wait(story.tablet.unlock("490818")), Err(NotUnlocked::Wrong));
    }
    story.days_pass(1.0);
    wait(story.tablet.unlock(PIN)).unwrap();
    assert_eq!(story.tablet.held().visit(&visit).unwrap().visit.marks.len(), 1);
    assert_eq!(story.tablet.wait_before_next_try(), 0);
    // The right one is counted as none.
    story.opens_the_app_again();
    assert_eq!(story.tablet.wait_before_next_try(), 0);
}

#[test]
fn the_recovery_code_opens_the_tablet_once_and_sets_another_pin() {
    let (mut story, visit, code) = Story::is_locked_in_a_visit();
    story.opens_the_app_again();
    let typed = RecoveryCode::from_code(&code.code().to_lowercase()).unwrap();
    let next = wait(story.tablet.recover(&typed, &pin(OTHER), QUICK)).unwrap();
    assert!(story.tablet.held().visit(&visit).is_some());
    story.opens_the_app_again();
    assert_eq!(wait(story.tablet.unlock(PIN)), Err(NotUnlocked::Wrong));
    assert_eq!(wait(story.tablet.recover(&code, &pin(PIN), QUICK)).err(), Some(NotUnlocked::Wrong));
    wait(story.tablet.unlock(OTHER)).unwrap();
    wait(story.tablet.recover(&next, &pin(PIN), QUICK)).unwrap();
}

#[test]
fn a_lock_can_be_changed_and_removed_by_whoever_has_its_pin() {
    let (mut story, visit, _) = Story::is_locked_in_a_visit();
    assert_eq!(wait(story.tablet.change_lock("490818", &pin(OTHER), QUICK)).err(), Some(NotUnlocked::Wrong));
    wait(story.tablet.change_lock(PIN, &pin(OTHER), QUICK)).unwrap();
    wait(story.tablet.set_lock_after(60)).unwrap();
    story.opens_the_app_again();
    wait(story.tablet.unlock(OTHER)).unwrap();
    assert_eq!(story.tablet.held().locking(), Some(Locking { is_digits: false, after_minutes: 60 }));
    assert_eq!(wait(story.tablet.remove_lock(PIN)), Err(NotUnlocked::Wrong));
    wait(story.tablet.remove_lock(OTHER)).unwrap();
    let before = story.tablet.held().clone();
    story.opens_the_app_again();
    assert!(!story.tablet.is_locked());
    assert_eq!(*story.tablet.held(), before);
    assert!(before.visit(&visit).is_some() && before.locking().is_none());
}

#[test]
fn without_a_lock_a_tablet_is_never_locked() {
    let mut story = Story::begins();
    wait(story.tablet.lock());
    story.opens_the_app_again();
    assert!(!story.tablet.is_locked() && story.tablet.held().rounds().len() == 1);
    assert_eq!(wait(story.tablet.unlock(PIN)), Err(NotUnlocked::OtherLock));
}

#[test]
fn a_pin_that_anybody_would_try_first_is_none() {
    for typed in ["12345", "  12345 ", "111111", "123456", "987654", "aaaaaaaa", "abcdef"] {
        assert!(NewPin::parse(typed).is_err(), "{typed}");
    }
    assert!(pin(" 490817 ").is_digits() && !pin(OTHER).is_digits());
}

#[test]
fn a_sentence_that_is_being_written_outlives_the_lock_and_goes_when_it_is_kept() {
    let (mut story, visit, _) = Story::is_locked_in_a_visit();
    let unkept = Unkept { sense: Sense::Saw, text: "Two pairs comp".into(), look_for: None, anew: None };
    wait(story.tablet.write_unkept(&visit, unkept.clone())).unwrap();
    wait(story.tablet.lock());
    story.opens_the_app_again();
    wait(story.tablet.unlock(PIN)).unwrap();
    assert_eq!(story.tablet.held().visit(&visit).unwrap().unkept, Some(unkept.clone()));
    story.marks(&visit);
    assert_eq!(story.tablet.held().visit(&visit).unwrap().unkept, None);
    // Nor does it outlive its visit.
    wait(story.tablet.write_unkept(&visit, unkept)).unwrap();
    wait(story.tablet.abandon_visit(&visit)).unwrap();
    assert!(wait(story.storage.read_all()).unwrap().iter().all(|stored| !stored.key.starts_with("unkept/")));
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Mark,
    Finish,
    Lock,
    Unlock,
    WrongPin,
    Sync,
    OpenAgain,
    SetLock,
    RemoveLock,
}

#[test]
fn whatever_order_things_are_done_in_every_acknowledged_mark_is_there_after_the_pin() {
    use Step::*;
    let steps = [Mark, Mark, Mark, Finish, Lock, Lock, Unlock, Unlock, WrongPin, Sync, OpenAgain, SetLock, RemoveLock];
    let mut locked = 0;
    for _ in 0..60 {
        let drawn: [u8; 40] = draw(&Mixing);
        locked += usize::from(plays(&drawn.map(|byte| steps[usize::from(byte) % steps.len()])));
    }
    assert!(locked > 10, "only {locked} of these ended locked");
}

/// Whether the tablet was locked in the end.
fn plays(steps: &[Step]) -> bool {
    let mut story = Story::begins();
    story.opens_the_app_again();
    let mut visit = story.begins_a_visit();
    let mut acknowledged: Vec<(VisitId, Mark)> = Vec::new();
    let (mut finished, mut sent) = (0, 0);
    for step in steps {
        // Waiting after wrong PINs is another test's matter.
        story.days_pass(0.01);
        match step {
            Step::Mark => {
                let act = Act::Evidence(Sense::Saw, Passage::parse("Two pairs compare.").unwrap(), None);
                acknowledged.extend(wait(story.tablet.mark(&visit, act)).ok().map(|mark| (visit.clone(), mark)));
            }
            Step::Finish => {
                let finishing = Finishing { after: 600, language: Language::En };
                if wait(story.tablet.finish_visit(&visit, finishing)).is_ok() {
                    finished += 1;
                    visit = story.begins_a_visit();
                }
            }
            Step::Lock => wait(story.tablet.lock()),
            Step::Unlock => drop(wait(story.tablet.unlock(PIN))),
            Step::WrongPin => drop(wait(story.tablet.unlock(OTHER))),
            Step::Sync => sent += wait(story.tablet.sync(&Server(None))).unwrap().sent,
            Step::OpenAgain => story.opens_the_app_again(),
            Step::SetLock => drop(wait(story.tablet.set_lock(&pin(PIN), 5, QUICK))),
            Step::RemoveLock => drop(wait(story.tablet.remove_lock(PIN))),
        }
    }
    story.days_pass(0.01);
    let locked = story.tablet.is_locked();
    if locked {
        wait(story.tablet.unlock(PIN)).unwrap_or_else(|why| panic!("{why} after {steps:?}"));
    }
    let held = story.tablet.held();
    for (visit, mark) in acknowledged {
        assert!(held.visit(&visit).is_some_and(|held| held.visit.marks.contains(&mark)), "{steps:?}");
    }
    // The plan and each summary was sent once, or waits.
    let unsent = held.unsent();
    assert_eq!(sent + unsent.summaries + unsent.shared, finished + 1, "{steps:?}");
    locked
}
