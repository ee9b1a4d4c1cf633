//! Cards on paper, told with a real tablet: what was printed once is never printed again.
#![expect(clippy::unwrap_used, reason = "a story that cannot be told is a failed test")]

use protocol::people::Door;
use std::collections::BTreeSet;

use device::tablet::{Draft, Finishing, PackedCard, RoundDraft, VisitRefused};
use domain::ids::VisitId;
use domain::language::Language;
use domain::library::LookForId;
use domain::round::Grouping;
use domain::text::Sentence;
use world::district::{District, Player};

#[tokio::test]
async fn two_prints_never_share_a_code_or_a_number() {
    let district = District::of(1).await;
    let mut tablet = district.tablet(0).await;
    let mut prints: Vec<Vec<PackedCard>> = Vec::new();
    for again in [false, false, true, false, true] {
        prints.push(match again {
            false => tablet.tablet.print_cards().await.unwrap(),
            true => tablet.tablet.print_cards_again().await.unwrap(),
        });
        // The tablet was switched off in between.
        tablet.reopen().await;
    }
    let cards: Vec<&PackedCard> = prints.iter().flatten().collect();
    assert_eq!(prints.iter().map(Vec::len).collect::<Vec<_>>(), [8, 8, 16, 8, 24]);
    assert_eq!(cards.iter().map(|card| card.card.code()).collect::<BTreeSet<_>>().len(), cards.len());
    assert_eq!(cards.iter().map(|card| card.number).collect::<BTreeSet<_>>().len(), cards.len());
}

#[tokio::test]
async fn cards_made_in_a_room_are_printed_with_the_next_sheet_and_no_half_sheet_is_printed() {
    let district = District::of(2).await;
    let (tablet, visit) = visiting(&district).await;
    let made = tablet.tablet.make_card_pack().await.unwrap();
    seal(&tablet, &visit, &made[0]).await.unwrap();
    let printed = tablet.tablet.print_cards().await.unwrap();
    assert_eq!(printed.iter().map(|card| card.number).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7, 8, 9]);
    assert!(printed.iter().all(|card| card.card != made[0].card), "a used card is not printed");
}

#[tokio::test]
async fn no_note_is_sealed_to_a_card_of_a_print_that_was_replaced() {
    let district = District::of(3).await;
    let (tablet, visit) = visiting(&district).await;
    let spoiled = tablet.tablet.print_cards().await.unwrap();
    let printed = tablet.tablet.print_cards_again().await.unwrap();
    for card in &spoiled {
        assert_eq!(seal(&tablet, &visit, card).await, Err(VisitRefused::Card));
    }
    seal(&tablet, &visit, &printed[3]).await.unwrap();
}

#[tokio::test]
async fn printing_again_leaves_the_card_of_a_note_alone() {
    let district = District::of(4).await;
    let (tablet, visit) = visiting(&district).await;
    let first = tablet.tablet.print_cards().await.unwrap();
    seal(&tablet, &visit, &first[0]).await.unwrap();
    let again = tablet.tablet.print_cards_again().await.unwrap();
    assert!(again.iter().all(|card| card.number > 8));
    let held = tablet.tablet.held();
    let used: Vec<&PackedCard> = held.cards().into_iter().filter(|card| card.used).collect();
    assert_eq!(used.len(), 1, "it can still be shown until the note is received");
    assert_eq!(used[0].card, first[0].card);
}

#[test]
fn a_card_stored_before_printing_was_noted_counts_as_printed() {
    let card = PackedCard {
        number: 1,
        card: domain::note::Card::from_random([7; 10]),
        used: false,
        used_at: None,
        printed: false,
    };
    let mut stored = serde_json::to_value(card).unwrap();
    stored.as_object_mut().unwrap().remove("printed");
    assert!(serde_json::from_value::<PackedCard>(stored).unwrap().printed);
}

/// Writes a note and finishes the visit with it on this card.
async fn seal(tablet: &Player, visit: &VisitId, card: &PackedCard) -> Result<(), VisitRefused> {
    let (noticed, wondered) = ("two answers".to_owned(), "which came first?".to_owned());
    let draft = Draft { noticed, wondered, card: Some(card.card.note_id()), door: None, language: None, sealed: None };
    tablet.tablet.write_draft(visit, draft).await?;
    tablet.tablet.finish_visit(visit, Finishing { after: 0, language: Language::En }).await
}
/// A tablet with a visit under way.
async fn visiting(district: &District) -> (Player, VisitId) {
    let tablet = district.tablet(0).await;
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    let today = district.time.now().day();
    let school = tablet.tablet.held().roster().schools[0].id.clone();
    let draft = RoundDraft {
        schools: [school].into(),
        opens: today,
        ends: today.plus(7),
        purpose: Sentence::parse("Who is exploring before explaining?").unwrap(),
        look_fors: vec![LookForId::parse("INQ-02").unwrap()],
        instruments: [].into(),
        grouping: Grouping::None,
    };
    let round = tablet.tablet.plan_round(draft).await.unwrap();
    let room = tablet.tablet.held().round(&round).unwrap().record.plan.rooms().next().unwrap().clone();
    let visit = tablet.tablet.begin_visit(&round, &room, &Door::Lead.mandate()).await.unwrap();
    (tablet, visit)
}
