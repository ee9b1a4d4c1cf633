//! Catching up with a server: pull what is new, hand over what is held, say what is still unsent.

pub(crate) mod ask;
mod boards;
mod clear_out;
mod closing;
mod news;
mod pull;
mod push;
#[cfg(test)]
mod tests;

use domain::change::Kind;
pub use protocol::problem::{Problem, ProblemKind};

pub use self::clear_out::{DAYS_A_USED_CARD_STAYS, DAYS_ACKNOWLEDGED_STAY, DAYS_EVIDENCE_STAYS};
use crate::network::Network;
use crate::storage::StorageFailure;
use crate::tablet::{Edit, Record, SyncState, Tablet};

/// Why a sync stopped. Everything it had done until then is kept, and the next one goes on from there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// No answer came.
    #[error("no answer came")]
    NoAnswer,
    /// Something answered that is not the server, such as the sign-in page of a guest network.
    #[error("something else than the server answered")]
    NotTheServer,
    /// The server said why not.
    #[error("{}", .0.detail)]
    Problem(Problem),
    /// The tablet could not store what it heard.
    #[error(transparent)]
    Storage(#[from] StorageFailure),
}

/// What a sync did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Synced {
    /// Changes that the server acknowledged.
    pub sent: usize,
    /// Changes that the server did not take.
    pub refused: usize,
    /// New things heard.
    pub heard: usize,
}

impl Tablet {
    /// Catches up with the server, as far as it can be reached.
    ///
    /// Safe to break off at any point and to run again, also while another sync is under way.
    pub async fn sync(&self, network: &dyn Network) -> Result<Synced, Stopped> {
        let mut synced = Synced::default();
        if self.is_locked() {
            // What waits goes out. What is new waits for the PIN: it would have to be sealed with the data key.
            if self.held().outgoing.is_empty() {
                return Ok(synced);
            }
            self.hand_back_what_was_reached(network).await?;
            for kind in Kind::ALL {
                self.push(network, kind, &mut synced).await?;
            }
            return Ok(synced);
        }

        loop {
            // What is new comes first: it may say that the server was restored, that a round is closed, or that another
            // tablet wrote on the same board.
            self.pull(network, &mut synced).await?;
            self.offer_releases(network).await?;

            // Plans, boards and deliveries name who leads a round; summaries and notes must not arrive in one request with
            // them, nor with one another.
            for kind in Kind::ALL {
                self.push(network, kind, &mut synced).await?;
            }

            // An answer to a push can be what shows that the server was restored: then all of it is said once more.
            if !self.held().sync.restored {
                break;
            }
        }

        self.pull(network, &mut synced).await?;
        self.report_on_rounds(network).await?;
        self.clear_out().await?;
        self.finish_sync().await?;
        Ok(synced)
    }

    async fn finish_sync(&self) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        let state = SyncState { last: Some(self.now()), ..self.held().sync.clone() };
        self.keep(&acting, vec![Edit::Keep(Record::Sync(state))]).await
    }
}
