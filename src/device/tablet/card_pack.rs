//! Cards: printed eight to a page before the walk, each used once.

use domain::note::Card;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

use crate::storage::StorageFailure;
use crate::tablet::{Edit, Record, Tablet};

/// How many cards fit on a page.
pub const CARDS_IN_A_PACK: u32 = 8;

/// A card of this tablet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedCard {
    /// Printed on the card, so that a visitor can say which one was handed over.
    pub number: u32,
    /// The card. It is erased from the tablet when the server holds its note, or seven days after it was used.
    pub card: Card,
    /// Whether a note was sealed to it.
    pub used: bool,
    /// When that was, in the tablet's own time; nothing while it is not used, or until the tablet can tell.
    #[serde(default)]
    pub used_at: Option<Moment>,
}

impl Tablet {
    /// Makes eight more cards, numbered on from the last.
    pub async fn make_card_pack(&self) -> Result<Vec<PackedCard>, StorageFailure> {
        let acting = self.act().await;
        let first = self.held().cards.values().map(|card| card.number).max().unwrap_or(0) + 1;
        let cards: Vec<PackedCard> = (first..first + CARDS_IN_A_PACK)
            .map(|number| PackedCard { number, card: Card::from_random(self.draw()), used: false, used_at: None })
            .collect();
        self.keep(&acting, cards.iter().cloned().map(|card| Edit::Keep(Record::Card(card))).collect()).await?;
        Ok(cards)
    }
}
