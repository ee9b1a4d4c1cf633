//! Storing what is typed, once the person pauses; and at once, before the tablet is locked.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use dioxus::core::spawn_forever;
use dioxus::prelude::*;

use crate::browser::clock::wait;

/// Milliseconds without a key after which what was typed is stored.
const PAUSE: i32 = 400;
/// Milliseconds between two looks at what is being stored.
const LOOK: i32 = 5;

/// What is to be done for one group of fields.
type Act = Pin<Box<dyn Future<Output = ()>>>;

/// Runs what was last asked, once nothing else was asked for a while; also when the screen is gone by then.
#[derive(Clone, Default)]
pub struct Pause {
    asked: Rc<Cell<u32>>,
    waits: Rc<RefCell<Option<Act>>>,
}

thread_local! {
    static ALL: RefCell<Vec<Pause>> = const { RefCell::new(Vec::new()) };
    static UNDER_WAY: Cell<u32> = const { Cell::new(0) };
}

/// Something is being stored as long as this is held.
pub struct Storing;

/// One for a group of fields that are stored together.
pub fn use_pause() -> Pause {
    use_hook(Pause::default)
}

/// Returns when everything that waits for a pause is stored, and everything that is being stored.
pub async fn all_stored() {
    for pause in ALL.take() {
        pause.act().await;
    }
    while UNDER_WAY.get() > 0 {
        wait(LOOK).await;
    }
}

impl Pause {
    /// Runs `act` after a pause, in the place of what was asked before.
    pub fn then(&self, act: impl Future<Output = ()> + 'static) {
        let (pause, mine) = (self.clone(), self.asked.get() + 1);
        self.asked.set(mine);
        let waited = self.waits.borrow_mut().replace(Box::pin(act));
        if waited.is_none() {
            ALL.with_borrow_mut(|all| all.push(self.clone()));
        }
        spawn_forever(async move {
            wait(PAUSE).await;
            if pause.asked.get() == mine {
                ALL.with_borrow_mut(|all| all.retain(|other| !Rc::ptr_eq(&other.asked, &pause.asked)));
                pause.act().await;
            }
        });
    }

    async fn act(&self) {
        let act = self.waits.borrow_mut().take();
        if let Some(act) = act {
            let _storing = Storing::begins();
            act.await;
        }
    }
}

impl Storing {
    /// From now on.
    pub fn begins() -> Storing {
        UNDER_WAY.set(UNDER_WAY.get() + 1);
        Storing
    }
}

impl Drop for Storing {
    fn drop(&mut self) {
        UNDER_WAY.set(UNDER_WAY.get() - 1);
    }
}
