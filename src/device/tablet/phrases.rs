//! The phrases with which whoever uses this tablet begins evidence.

use domain::text::Phrase;

use crate::storage::StorageFailure;
use crate::tablet::{Edit, Key, Record, Tablet};

/// Phrases that a tablet keeps: more do not fit under a thumb.
pub const MOST_PHRASES: usize = 12;

impl Tablet {
    /// Keeps these phrases in the place of all others; of more than [`MOST_PHRASES`] the first ones.
    pub async fn keep_phrases(&self, mut phrases: Vec<Phrase>) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        phrases.truncate(MOST_PHRASES);
        self.keep(&acting, vec![Edit::Keep(Record::Phrases(phrases))]).await
    }

    /// Goes back to the phrases that Noticeboard offers.
    pub async fn forget_phrases(&self) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        self.keep(&acting, vec![Edit::Forget(Key::Phrases)]).await
    }
}
