//! Where the thumb in a page tells what the screen says, and hears what to tap: beside the server, in the test's process,
//! so that what was told outlives the browser.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{Path, State};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::acts::{Counts, Harm, LOOKS, Tap, Taps};
use crate::district::Dice;

/// What was told so far. Clones are the same.
#[derive(Clone)]
pub(super) struct Told(Arc<(Mutex<Telling>, Condvar)>);

struct Telling {
    taps: Taps,
    /// The seed of the next taps.
    chance: u64,
    /// Which start of the browser is meant; what one that was killed had still said is its own.
    launch: u64,
    /// Whether a page of this start has run its first script.
    has_begun: bool,
    /// What this start of the browser found.
    returned: Option<Harm>,
    /// Taps that were called saved for the first time, over all starts, and since this one.
    acknowledged: usize,
    newly: usize,
    stuck: String,
}

impl Told {
    pub(super) fn new(chance: u64) -> Told {
        let (taps, stuck) = (Taps::default(), String::new());
        let telling =
            Telling { taps, chance, launch: 0, has_begun: false, returned: None, acknowledged: 0, newly: 0, stuck };
        Told(Arc::new((Mutex::new(telling), Condvar::new())))
    }

    /// What the pages ask.
    pub(super) fn routes(&self) -> Router {
        Router::new().route("/thumb/{what}", post(hear)).with_state(self.clone())
    }

    /// The browser is started once more.
    pub(super) fn begins_again(&self) {
        let mut telling = self.telling();
        telling.launch += 1;
        telling.has_begun = false;
        telling.returned = None;
        telling.newly = 0;
        telling.stuck = "nothing".to_owned();
    }

    /// Waits until the page's first script has run; whether it has so soon.
    pub(super) fn begins_within(&self, patience: Duration) -> bool {
        self.wait(patience, |telling| telling.has_begun.then_some(())).is_some()
    }

    /// Waits until the browser shows the visit; what it found, or nothing when it does not come so soon.
    pub(super) fn returned_within(&self, patience: Duration) -> Option<Harm> {
        self.wait(patience, |telling| telling.returned)
    }

    /// Waits until this start of the browser has called a tap saved; whether it has so soon.
    pub(super) fn acknowledges_one_within(&self, patience: Duration) -> bool {
        self.wait(patience, |telling| (telling.newly > 0).then_some(())).is_some()
    }

    /// How many taps were called saved for the first time.
    pub(super) fn acknowledged(&self) -> usize {
        self.telling().acknowledged
    }

    /// What a thumb that found no way last saw.
    pub(super) fn stuck(&self) -> String {
        self.telling().stuck.clone()
    }

    fn wait<T>(&self, patience: Duration, found: impl Fn(&Telling) -> Option<T>) -> Option<T> {
        let deadline = Instant::now() + patience;
        let mut telling = self.telling();
        loop {
            if let Some(found) = found(&telling) {
                return Some(found);
            }
            let left = deadline.checked_duration_since(Instant::now())?;
            telling = self.0.1.wait_timeout(telling, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn telling(&self) -> MutexGuard<'_, Telling> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The body is read whatever its type is called.
async fn hear(State(told): State<Told>, Path(what): Path<String>, body: String) -> Json<Value> {
    let said: Value = serde_json::from_str(&body).unwrap_or_default();
    let mut telling = told.telling();
    let is_now = said["launch"] == telling.launch;
    let answer = match what.as_str() {
        "begin" => {
            telling.has_begun = true;
            json!({ "launch": telling.launch })
        }
        "stuck" => {
            telling.stuck = said["text"].to_string();
            Value::Null
        }
        "returned" if is_now => {
            let found: Option<Counts> = serde_json::from_value(said["counts"].clone()).ok();
            telling.returned = found.map(|found| telling.taps.find(found));
            telling.next()
        }
        "saved" | "next" if is_now => {
            let first = said["saved"].as_u64().and_then(|first| usize::try_from(first).ok()).unwrap_or_default();
            let newly = telling.taps.save(first);
            telling.acknowledged += newly;
            telling.newly += newly;
            if what == "next" { telling.next() } else { Value::Null }
        }
        _ => Value::Null,
    };
    told.0.1.notify_all();
    Json(answer)
}

impl Telling {
    fn next(&mut self) -> Value {
        let saved = self.taps.saved();
        let dice = Dice::of(self.chance);
        let taps = self.taps.ask(&dice);
        self.chance = dice.next();
        let acts = taps.into_iter().map(|(tap, of, is)| {
            let look = if let Tap::Count(look) = tap { look } else { LOOKS };
            json!({ "look": look, "count": { "of": of, "is": is } })
        });
        json!({ "acts": acts.collect::<Vec<_>>(), "saved": saved })
    }
}
