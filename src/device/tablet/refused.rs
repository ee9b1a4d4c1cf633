//! What a server did not take: kept until the person decides what becomes of it.

use domain::change::{Change, Kind};
use domain::ids::RoundId;
use domain::library::Library;
use domain::round::{Debrief, Delivery, Plan};
use domain::visit::Summary;
use protocol::push::{Item, Refusal, RefusalCode};
use serde::{Deserialize, Serialize};

use crate::storage::StorageFailure;
use crate::tablet::{Edit, Held, Key, Record, RoundRecord, RoundRefused, Tablet};

/// A change that a server did not take. Each is a record of its own, so that a later edit of the same thing does not
/// take its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedChange {
    /// The change as it travelled.
    pub item: Item,
    /// Why it was not taken.
    pub refusal: Refusal,
}

/// Why a refused change was not put up again. It is kept, and everything is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotPutUp {
    /// It was decided about already.
    #[error("this tablet does not keep it any more")]
    Unknown,
    /// Nothing that the server would take can be made of it.
    #[error("nothing can be made of it that the server would take")]
    Gone,
    /// The board that stands has no room for its words.
    #[error("the board has no room for its words")]
    BoardFull,
    /// The round does not take it.
    #[error(transparent)]
    Round(#[from] RoundRefused),
}

impl From<StorageFailure> for NotPutUp {
    fn from(failure: StorageFailure) -> NotPutUp {
        NotPutUp::Round(RoundRefused::Storage(failure))
    }
}

impl RefusedChange {
    /// The key under which it is kept: two edits of one thing differ in their bytes.
    pub fn key(&self) -> Key {
        Key::refused(&self.item)
    }

    /// The round it belongs to. A note and a letter are sealed, and name none.
    pub fn round(&self) -> Option<RoundId> {
        match Change::read(self.item.kind, &self.item.body).ok()? {
            Change::Plan(plan) => Some(plan.round),
            Change::Debrief(board) => Some(board.round),
            Change::Summary(summary) => Some(summary.round),
            Change::Delivery(delivery) => Some(delivery.round),
            Change::Note(_) | Change::Letter(_) => None,
        }
    }
}

impl Key {
    /// Where a change is kept once a server did not take it.
    pub(crate) fn refused(item: &Item) -> Key {
        let mut mark = item.hash();
        mark.truncate(16);
        Key::Refused(item.kind, item.id.clone(), mark)
    }
}

impl Edit {
    /// A change that a server did not take waits for a decision, and no longer in the outbox.
    pub(crate) fn refuse(item: &Item, refusal: Refusal) -> [Edit; 2] {
        [
            Edit::Forget(Key::Outgoing(item.kind, item.id.clone())),
            Edit::Keep(Record::Refused(RefusedChange { item: item.clone(), refusal })),
        ]
    }
}

impl Held {
    /// Changes that the server did not take, each with the reason.
    pub fn refused(&self) -> Vec<&RefusedChange> {
        self.refused.values().collect()
    }

    /// Whether a refused change can be put up again: not a note whose card's holder deleted it, no plan or board of a
    /// round that is closed, no delivery of one that is open, and nothing of a round that is not on this tablet.
    pub fn can_be_put_up(&self, change: &RefusedChange) -> bool {
        match change.item.kind {
            Kind::Plan | Kind::Debrief => {
                let round = change.round().and_then(|round| self.round(&round));
                round.is_some_and(|round| !round.is_closed())
            }
            Kind::Delivery => {
                let round = change.round().and_then(|round| self.round(&round));
                round.is_some_and(|round| round.is_closed())
            }
            Kind::Summary | Kind::Note | Kind::Letter => change.refusal.code != RefusalCode::Gone,
        }
    }

    /// Boards of a round that were refused because another tablet wrote at the same time.
    pub(crate) fn boards_in_conflict<'held>(
        &'held self,
        round: &'held RoundId,
    ) -> impl Iterator<Item = &'held RefusedChange> + 'held {
        self.refused.values().filter(move |change| {
            let item = &change.item;
            item.kind == Kind::Debrief && item.id == round.as_str() && change.refusal.code == RefusalCode::Conflict
        })
    }
}

impl Tablet {
    /// Puts a refused change up again: a board's words join the board that stands, a plan's last day becomes the next
    /// edit of the plan that stands, what was said of an action is said again, a summary that another copy of its visit was
    /// quicker than becomes the next revision, and anything else is sent once more as it was.
    pub async fn put_up_again(&self, change: &RefusedChange) -> Result<(), NotPutUp> {
        let acting = self.act().await;
        let known = self.held().refused.get(&change.key().to_string()).cloned();
        let change = known.ok_or(NotPutUp::Unknown)?;
        if change.refusal.code == RefusalCode::Gone {
            return Err(NotPutUp::Gone);
        }
        let read = Change::read(change.item.kind, &change.item.body).map_err(|_| NotPutUp::Gone)?;
        let mut edits = match read {
            Change::Plan(plan) => self.plan_again(&plan)?,
            Change::Debrief(board) => self.board_again(&board)?,
            Change::Delivery(Delivery { round, delivered, .. }) => self.delivery_after(&round, delivered)?,
            // Another tablet finished a copy of the visit: the person says that this one is right.
            Change::Summary(summary) if change.refusal.code == RefusalCode::Conflict => {
                let revision = summary.revision.saturating_add(1);
                vec![Edit::send(&Change::Summary(Summary { revision, ..summary }))]
            }
            Change::Summary(_) | Change::Note(_) | Change::Letter(_) => {
                vec![Edit::Keep(Record::Outgoing(change.item.clone()))]
            }
        };
        edits.push(Edit::Forget(change.key()));
        Ok(self.keep(&acting, edits).await?)
    }

    /// Lets a refused change go for good. With a note goes the code of its card, which nothing will come to any more.
    pub async fn let_go(&self, change: &RefusedChange) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        let mut edits = vec![Edit::Forget(change.key())];
        edits.extend(self.held().card_of(&change.item).map(|note| Edit::Forget(Key::Card(note))));
        self.keep(&acting, edits).await
    }

    fn plan_again(&self, refused: &Plan) -> Result<Vec<Edit>, RoundRefused> {
        let held = self.held();
        let round = held.round(&refused.round).ok_or(RoundRefused::Unknown)?;
        if round.is_closed() {
            return Err(RoundRefused::Closed);
        }
        let plan = round.record.plan.with_end(refused.ends);
        // Under the agreement that it was planned under, which may be none that this tablet holds.
        let faults = plan.faults(held.roster(), Library::shipped(), std::slice::from_ref(&plan.agreement));
        if !faults.is_empty() {
            return Err(RoundRefused::Faults(faults));
        }
        let sent = Edit::send(&Change::Plan(plan.clone()));
        let record = RoundRecord { plan, ..round.record.clone() };
        Ok(vec![Edit::Keep(Record::Round(Box::new(record))), sent])
    }

    fn board_again(&self, refused: &Debrief) -> Result<Vec<Edit>, NotPutUp> {
        let held = self.held();
        let round = held.round(&refused.round).ok_or(RoundRefused::Unknown)?;
        if round.is_closed() {
            return Err(RoundRefused::Closed.into());
        }
        let mut joined = round.board();
        if !joined.take_in(refused) || joined.is_too_long() {
            return Err(NotPutUp::BoardFull);
        }
        // Also where nothing is new in it: the board that stands here may be the one that was refused.
        joined.revision = joined.revision.max(refused.revision);
        Ok(held.next_board(round, joined))
    }
}
