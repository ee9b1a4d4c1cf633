//! What a batch of edits writes: each record sealed, and changes that lie side by side in the outbox removed together.

use std::collections::BTreeSet;

use domain::change::{Kind, write};

use crate::storage::{StorageFailure, Write};
use crate::tablet::{Edit, Key, Record, Tablet};

/// A change in the outbox.
type Waiting = (Kind, String);

impl Tablet {
    /// Seals a batch. This comes before a transaction opens: one of IndexedDB's does not wait for anything else.
    pub(super) fn writes(&self, edits: &[Edit]) -> Result<Vec<Write>, StorageFailure> {
        let leaving = leaving(edits);
        // First of all, so that a change that a later edit puts among them stays.
        let mut writes = self.removing(&leaving);
        for edit in edits {
            match edit {
                Edit::Forget(Key::Outgoing(kind, id)) if leaving.contains(&(*kind, id.clone())) => (),
                Edit::Forget(key) => writes.push(Write::Delete(key.to_string())),
                Edit::Keep(record) => writes.push(self.sealed(record)?),
            }
        }
        Ok(writes)
    }

    fn sealed(&self, record: &Record) -> Result<Write, StorageFailure> {
        let key = record.key().to_string();
        let seals = self.inner.seals.borrow();
        Ok(Write::Put(seals.seal(key, write(record).as_bytes(), self.inner.random.as_ref())?))
    }

    /// Removes what leaves the outbox: one write for all that have nothing between them that stays. After a long time
    /// without a network that is all of it.
    fn removing(&self, leaving: &BTreeSet<Waiting>) -> Vec<Write> {
        let mut runs: Vec<(&Waiting, &Waiting)> = Vec::new();
        let mut before: Option<&Waiting> = None;
        let held = self.held();
        for waiting in held.outgoing.keys() {
            let goes_on = before.is_some_and(|before| before.0 == waiting.0 && leaving.contains(before));
            before = Some(waiting);
            match runs.last_mut() {
                _ if !leaving.contains(waiting) => (),
                Some((_, last)) if goes_on => *last = waiting,
                _ => runs.push((waiting, waiting)),
            }
        }
        let key = |(kind, id): &Waiting| Key::Outgoing(*kind, id.clone()).to_string();
        runs.into_iter().map(|(first, last)| Write::DeleteRange(key(first), key(last))).collect()
    }
}

/// What is forgotten of the outbox and not kept by another edit of the same batch.
fn leaving(edits: &[Edit]) -> BTreeSet<Waiting> {
    let mut leaving = BTreeSet::new();
    for edit in edits {
        if let Edit::Forget(Key::Outgoing(kind, id)) = edit {
            leaving.insert((*kind, id.clone()));
        }
    }
    for edit in edits {
        if let Edit::Keep(Record::Outgoing(item)) = edit {
            leaving.remove(&(item.kind, item.id.clone()));
        }
    }
    leaving
}
