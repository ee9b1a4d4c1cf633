//! Joining what several tablets wrote on one board.

use domain::change::{BodyHash, Change, Kind, write};
use domain::round::Debrief;
use protocol::push::{Item, Refusal, RefusalCode};

use crate::tablet::{Edit, Key, Record, RefusedChange, Tablet};

impl Tablet {
    /// What becomes of this tablet's board when one with that `hash` stands at the server.
    ///
    /// Words that are still on their way, or were refused because another tablet wrote at the same time, join the board
    /// that stands, as its next revision; words that it has no room for stay refused. Where this tablet's board grew
    /// from it there is nothing to join, and what was changed or taken off since stays so. `again` when everything that
    /// was acknowledged is on its way once more.
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

        let is_in_own = |refused: &&RefusedChange| {
            let hash = BodyHash::of(&refused.item.body);
            hash == own_hash || grown_from.contains(&hash)
        };
        let (in_own, apart): (Vec<_>, Vec<_>) = held.boards_in_conflict(&stands.round).partition(is_in_own);
        let mut edits: Vec<Edit> = in_own.into_iter().map(|refused| Edit::Forget(refused.key())).collect();

        let mut joined = stands.clone();
        if waits {
            edits.push(Edit::Forget(Key::Outgoing(key.0, key.1)));
            if grown_from.contains(&hash) {
                joined = own.clone();
                grown_from.insert(own_hash);
            } else if joined.take_in(&own) {
                grown_from.insert(own_hash);
            } else {
                let detail = "the board that another tablet filled has no room for all of these words".to_owned();
                let refusal = Refusal { code: RefusalCode::Conflict, detail };
                edits.extend(Edit::refuse(&Item::of(&Change::Debrief(own.clone())), refusal));
            }
        } else if stands.follows.as_ref() == Some(&own_hash) {
            grown_from.insert(own_hash);
        } else {
            // Nothing tells whether it grew from anything that this tablet has seen.
            grown_from.clear();
        }
        // What had no room before joins as a whole or not at all: what did go up then may have been corrected since.
        for refused in apart {
            let mut with = joined.clone();
            let words = serde_json::from_str(&refused.item.body);
            if words.is_ok_and(|words| with.take_in(&words)) {
                joined = with;
                edits.push(Edit::Forget(refused.key()));
            }
        }

        if joined == stands {
            edits.push(Edit::Keep(Record::Debrief(Box::new(stands), grown_from)));
        } else {
            joined.revision = own.revision.max(stands.revision).saturating_add(1);
            joined.follows = Some(hash.clone());
            grown_from.insert(hash);
            let sent = Edit::send(&Change::Debrief(joined.clone()));
            edits.extend([Edit::Keep(Record::Debrief(Box::new(joined), grown_from)), sent]);
        }
        edits
    }
}
