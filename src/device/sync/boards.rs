//! Joining what several tablets wrote on one board.

use domain::change::{BodyHash, Change, Kind, write};
use domain::round::Debrief;

use crate::tablet::{Edit, Key, Record, Tablet};

impl Tablet {
    /// What becomes of this tablet's board when one with that `hash` stands at the server.
    ///
    /// Words that are still on their way join the board that stands, as its next revision. Where this tablet's board
    /// grew from it there is nothing to join, and what was changed or taken off since stays so. `again` when everything
    /// that was acknowledged is on its way once more.
    pub(super) fn take_board(&self, stands: Debrief, hash: BodyHash, again: bool) -> Vec<Edit> {
        let held = self.held();
        let key = (Kind::Debrief, stands.round.as_str().to_owned());
        let waits = held.has_waiting_board(&stands.round) || again && held.acknowledged.contains_key(&key);
        let Some((own, mut grown_from)) =
            held.round(&stands.round).and_then(|round| Some((round.debrief.clone()?, round.grown_from.clone())))
        else {
            return vec![Edit::Keep(Record::Debrief(Box::new(stands), Default::default()))];
        };
        let own_hash = BodyHash::of(&write(&own));
        if own_hash == hash {
            // Its answer was lost: sent once more, it is acknowledged.
            return if waits { vec![Edit::send(&Change::Debrief(own))] } else { Vec::new() };
        }
        if !waits {
            if stands.follows.as_ref() == Some(&own_hash) {
                grown_from.insert(own_hash);
            } else {
                // Nothing tells whether it grew from anything that this tablet has seen.
                grown_from.clear();
            }
            return vec![Edit::Keep(Record::Debrief(Box::new(stands), grown_from))];
        }

        let grew = grown_from.contains(&hash);
        grown_from.insert(own_hash);
        let mut joined = if grew { own.clone() } else { stands.clone() };
        if !grew {
            joined.take_in(&own);
            if joined == stands {
                let forget = Edit::Forget(Key::Outgoing(key.0, key.1));
                return vec![Edit::Keep(Record::Debrief(Box::new(stands), grown_from)), forget];
            }
        }
        joined.revision = own.revision.max(stands.revision).saturating_add(1);
        joined.follows = Some(hash.clone());
        grown_from.insert(hash);
        let sent = Edit::send(&Change::Debrief(joined.clone()));
        vec![Edit::Keep(Record::Debrief(Box::new(joined), grown_from)), sent]
    }
}
