//! Taps become marks: drawn at once, stored in the order in which they were made, and called saved only then.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::task::{Context, Waker};

use device::tablet::{Tablet, Unkept, VisitRefused};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use domain::ids::VisitId;
use domain::round::PlannedLookFor;
use domain::visit::{Act, Visit};

use super::evidence::put_back;
use crate::browser::pulse::pulse;
use crate::browser::remembered::{self, Sounds};
use crate::browser::sound;
use crate::screens::pause::{Storing, use_pause};

/// What became of the last taps.
#[derive(Debug, Clone, PartialEq)]
pub enum Saving {
    /// Everything is stored for good.
    Saved,
    /// Something is on its way into the store.
    UnderWay,
    /// Something was not stored, and is not drawn any more.
    Not(VisitRefused),
}

/// The visit as it is drawn, and the way to record in it. The controls find it as a context.
#[derive(Clone, Copy)]
pub struct Recording {
    /// What is stored, and on top of it what is being stored.
    pub drawn: Signal<Visit>,
    /// Whether it is stored.
    pub saving: Signal<Saving>,
    /// Seconds since the visit began, for those who need to know.
    pub seconds: Signal<u32>,
    /// The sentence that is being written; it is kept when its sheet is closed.
    pub unkept: Signal<Unkept>,
    /// Which sounds are wanted.
    pub sounds: Signal<Sounds>,
    record: Callback<Act>,
}

/// The visit of this screen.
pub fn use_recording() -> Recording {
    use_context()
}

/// Begins to record in a visit whose round looks for `looked_for`.
pub fn use_new_recording(visit: Visit, looked_for: Vec<PlannedLookFor>) -> Recording {
    let tablet: Tablet = use_context();
    let seconds = use_signal(|| visit.elapsed(tablet.now()));
    let id = use_hook(|| visit.id.clone());
    let drawn = use_signal(|| visit);
    let saving = use_signal(|| left_behind(&id).map_or(Saving::Saved, Saving::Not));
    let stored = use_hook(|| tablet.held().visit(&id).and_then(|held| held.unkept.clone()));
    let unkept = use_signal(|| stored.unwrap_or_default());
    let pause = use_pause();
    // As it is typed: a tablet that locks itself or ends in the middle of a sentence has it.
    use_effect({
        let (tablet, id) = (tablet.clone(), id.clone());
        move || {
            let (tablet, id, unkept) = (tablet.clone(), id.clone(), unkept.read().clone());
            // A mark that cannot be stored says so; what is not kept yet is still on the screen.
            pause.then(async move { drop(tablet.write_unkept(&id, unkept).await) });
        }
    });
    let sounds = use_signal(remembered::sounds);
    let has_blocks = looked_for.iter().any(PlannedLookFor::has_blocks);
    let waiting: Waiting = use_hook(Waiting::default);
    let record = use_callback(move |act: Act| {
        let (mut drawn, mut saving) = (drawn, saving);
        let next = drawn.peek().next_mark(act.clone(), tablet.now(), &looked_for);
        match next {
            Err(refused) => saving.set(Saving::Not(refused.into())),
            Ok(mark) => {
                if LEFT_BEHIND.peek().is_some() {
                    *LEFT_BEHIND.write() = None;
                }
                drawn.write().marks.push(mark);
                saving.set(Saving::UnderWay);
                waiting.borrow_mut().push_back(act);
                if waiting.borrow().len() == 1 {
                    let storing = store(tablet.clone(), id.clone(), waiting.clone(), drawn, saving, unkept);
                    let mut storing = Box::pin(storing);
                    // Begun before anything is drawn, felt or heard: the browser writes while the screen changes.
                    if storing.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
                        // Not a task of this screen: what was tapped is stored even when the screen is left at once.
                        spawn_forever(storing);
                    }
                }
                pulse();
                sounds_with_a_tap(*sounds.peek(), has_blocks);
            }
        }
    });
    use_context_provider(|| Recording { drawn, saving, seconds, unkept, sounds, record })
}

impl Recording {
    /// Records one thing.
    pub fn record(self, act: Act) {
        self.record.call(act);
    }

    /// Takes back the last mark that `wanted` fits; does nothing when none does.
    pub fn take_back(self, wanted: impl Fn(&Act) -> bool) {
        let last = self.drawn.peek().standing().rev().find(|mark| wanted(&mark.act)).map(|mark| mark.number);
        if let Some(number) = last {
            self.record(Act::TakeBack(number));
        }
    }

    /// Whether there is anything to undo. The subject is corrected, not undone.
    pub fn can_undo(self) -> bool {
        self.drawn.read().standing().any(|mark| can_be_undone(&mark.act))
    }

    /// Takes back the last thing recorded.
    pub fn undo(self) {
        self.take_back(can_be_undone);
    }
}

/// Acts that are drawn and not stored yet, oldest first; the first is being stored.
type Waiting = Rc<RefCell<VecDeque<Act>>>;

/// A tick, where one is wanted; and a beep that comes later needs a tap before it.
fn sounds_with_a_tap(sounds: Sounds, has_blocks: bool) {
    if sounds.tick || (sounds.beep && has_blocks) {
        sound::allow();
    }
    if sounds.tick {
        sound::tick();
    }
}

fn can_be_undone(act: &Act) -> bool {
    !matches!(act, Act::Subject(_))
}

/// What was tapped in a visit and not stored, where its screen was gone when that turned out.
static LEFT_BEHIND: GlobalSignal<Option<(VisitId, VisitRefused)>> = Signal::global(|| None);

/// Why something of a visit was not stored after its screen was left; nothing where all was, or somebody went on in it.
pub fn left_behind(visit: &VisitId) -> Option<VisitRefused> {
    LEFT_BEHIND.read().as_ref().filter(|(of, _)| of == visit).map(|(_, why)| why.clone())
}

/// The next screen of this visit says why something was not stored.
pub fn leave_behind(visit: VisitId, why: VisitRefused) {
    *LEFT_BEHIND.write() = Some((visit, why));
}

/// Stores what waits, one after the other, and draws what is stored at the end.
async fn store(
    tablet: Tablet,
    id: VisitId,
    waiting: Waiting,
    mut drawn: Signal<Visit>,
    mut saving: Signal<Saving>,
    mut unkept: Signal<Unkept>,
) {
    let _storing = Storing::begins();
    let mut refused = None;
    loop {
        let Some(act) = waiting.borrow().front().cloned() else { break };
        let outcome = tablet.mark(&id, act.clone()).await;
        waiting.borrow_mut().pop_front();
        if outcome.is_err() {
            // The sheet in which a sentence was written may be closed by now: it is found there when it is opened again.
            let is_seen = unkept.try_peek().is_ok();
            match is_seen {
                true => put_back(&mut unkept.write(), &act),
                false => put_back_unseen(&tablet, &id, &act).await,
            }
        }
        refused = outcome.err().or(refused);
    }
    let other = {
        let held = tablet.held();
        let (Ok(seen), Some(stored)) = (drawn.try_peek(), held.visit(&id)) else {
            // The screen is gone; the next one of this visit says it.
            if let Some(why) = refused {
                leave_behind(id, why);
            }
            return;
        };
        (*seen != stored.visit).then(|| stored.visit.clone())
    };
    if let Some(stored) = other {
        drawn.set(stored);
    }
    match refused {
        Some(why) => saving.set(Saving::Not(why)),
        // What was refused meanwhile, and never began to be stored, stays said.
        None if *saving.peek() == Saving::UnderWay => saving.set(Saving::Saved),
        None => (),
    }
}

async fn put_back_unseen(tablet: &Tablet, id: &VisitId, act: &Act) {
    let mut unkept = tablet.held().visit(id).and_then(|held| held.unkept.clone()).unwrap_or_default();
    put_back(&mut unkept, act);
    // Where this is not stored either, that the sentence was not is said all the same.
    drop(tablet.write_unkept(id, unkept).await);
}
