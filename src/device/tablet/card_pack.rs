//! Cards: printed eight to a page before the walk, each used once and printed once.

use domain::note::Card;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

use crate::storage::StorageFailure;
use crate::tablet::{Edit, Key, Record, Tablet};

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
    /// Whether it was given out for printing, which happens once: of two prints of one card the second would open what
    /// was sealed to the first.
    #[serde(default = "perhaps_printed")]
    pub printed: bool,
}

/// Of a card that was stored before printing was taken note of.
fn perhaps_printed() -> bool {
    true
}

impl Tablet {
    /// Makes eight more cards, numbered on from the last.
    pub async fn make_card_pack(&self) -> Result<Vec<PackedCard>, StorageFailure> {
        let acting = self.act().await;
        let cards = self.cards_after(0, CARDS_IN_A_PACK);
        self.keep(&acting, keep(&cards)).await?;
        Ok(cards)
    }

    /// Gives out cards for printing: those that were made and never printed, filled up with new ones to whole sheets.
    /// From now on they count as printed, whatever becomes of the paper.
    pub async fn print_cards(&self) -> Result<Vec<PackedCard>, StorageFailure> {
        let acting = self.act().await;
        let waiting: Vec<PackedCard> = self.held().unused_cards().filter(|card| !card.printed).cloned().collect();
        let cards = self.whole_sheets(waiting);
        self.keep(&acting, keep(&cards)).await?;
        Ok(cards)
    }

    /// Prints again what was spoiled or lost: every unused card that was printed is forgotten, so that no note is ever
    /// sealed to it, and as many sheets of new cards are given out, numbered on from the last.
    pub async fn print_cards_again(&self) -> Result<Vec<PackedCard>, StorageFailure> {
        let acting = self.act().await;
        let (spoiled, waiting): (Vec<PackedCard>, Vec<PackedCard>) =
            self.held().unused_cards().cloned().partition(|card| card.printed);
        let fresh = self.cards_after(0, u32::try_from(spoiled.len()).unwrap_or(CARDS_IN_A_PACK));
        let cards = self.whole_sheets(waiting.into_iter().chain(fresh).collect());
        let forgotten = spoiled.iter().map(|card| Edit::Forget(Key::Card(card.card.note_id())));
        self.keep(&acting, forgotten.chain(keep(&cards)).collect()).await?;
        Ok(cards)
    }

    /// These cards as printed ones, and new ones up to whole sheets; one sheet at least.
    fn whole_sheets(&self, mut cards: Vec<PackedCard>) -> Vec<PackedCard> {
        let have = u32::try_from(cards.len()).unwrap_or(u32::MAX);
        let wanted = have.max(1).next_multiple_of(CARDS_IN_A_PACK);
        let last = cards.last().map_or(0, |card| card.number);
        cards.extend(self.cards_after(last, wanted - have));
        cards.into_iter().map(|card| PackedCard { printed: true, ..card }).collect()
    }

    /// New cards with numbers above `number` and above every card's that is held.
    fn cards_after(&self, number: u32, how_many: u32) -> Vec<PackedCard> {
        let held = self.held().cards.values().map(|card| card.number).max().unwrap_or(0);
        let first = held.max(number) + 1;
        let numbers = first..first + how_many;
        let card = |number| PackedCard {
            number,
            card: Card::from_random(self.draw()),
            used: false,
            used_at: None,
            printed: false,
        };
        numbers.map(card).collect()
    }
}

fn keep(cards: &[PackedCard]) -> Vec<Edit> {
    cards.iter().cloned().map(|card| Edit::Keep(Record::Card(card))).collect()
}
