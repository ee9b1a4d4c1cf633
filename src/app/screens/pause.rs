//! Storing what is typed, once the person pauses.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use dioxus::core::spawn_forever;
use dioxus::prelude::*;

use crate::browser::clock::wait;

/// Milliseconds without a key after which what was typed is stored.
const PAUSE: i32 = 400;

/// Runs what was last asked, once nothing else was asked for a while; also when the screen is gone by then.
#[derive(Clone, Default)]
pub struct Pause {
    asked: Rc<Cell<u32>>,
}

/// One for a group of fields that are stored together.
pub fn use_pause() -> Pause {
    use_hook(Pause::default)
}

impl Pause {
    /// Runs `act` after a pause, in the place of what was asked before.
    pub fn then(&self, act: impl Future<Output = ()> + 'static) {
        let (asked, mine) = (self.asked.clone(), self.asked.get() + 1);
        asked.set(mine);
        spawn_forever(async move {
            wait(PAUSE).await;
            if asked.get() == mine {
                act.await;
            }
        });
    }
}
