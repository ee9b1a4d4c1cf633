//! Notes that go to a teacher's door card in the place of a paper card.

use domain::change::Kind;
use domain::language::Language;
use domain::note::{DoorKey, Letter, SEALED_LETTER, SealedNote};

use super::{Server, Story, opened, wait};
use crate::tablet::{Draft, Finishing};

/// The example of RFC 9180 as a door card; its secret is public.
const DOOR: &str = "0BZ8 R6EE 142H J7NW 5659 4HBS 4MRZ 4VRC XKH4 C1HS X2Y3 KJVZ E1N8 5TAF";

impl Story {
    fn visits_with_a_note_to_a_door(&self) -> domain::ids::VisitId {
        let tablet = &self.tablet;
        let room = tablet.held().round(&self.round).unwrap().record.plan.rooms().next().unwrap().clone();
        wait(async {
            let visit = tablet.begin_visit(&self.round, &room, &crate::people::Door::Lead.mandate()).await.unwrap();
            let door = Some(DoorKey::from_code(DOOR).unwrap());
            let draft = Draft { noticed: "They add on.".into(), wondered: "How?".into(), door, ..Draft::default() };
            tablet.write_draft(&visit, draft).await.unwrap();
            tablet.finish_visit(&visit, Finishing { after: 0, language: Language::En }).await.unwrap();
            visit
        })
    }

    fn waiting<T: serde::de::DeserializeOwned>(&self, kind: Kind) -> Vec<T> {
        let held = self.tablet.held();
        let items = held.own_items().filter(|item| item.kind == kind);
        items.map(|item| serde_json::from_str(&item.body).unwrap()).collect()
    }
}

#[test]
fn a_note_to_a_door_needs_no_card_and_sends_the_note_and_one_letter() {
    let story = Story::begins();
    story.visits_with_a_note_to_a_door();
    let (notes, letters): (Vec<SealedNote>, Vec<Letter>) = (story.waiting(Kind::Note), story.waiting(Kind::Letter));
    assert_eq!((notes.len(), letters.len()), (1, 1));
    assert_eq!((letters[0].sealed.len(), letters[0].expires), (SEALED_LETTER, notes[0].expires));
    assert!(story.tablet.held().cards().is_empty(), "the card is in the letter and nowhere else");

    // It goes on after the tablet was opened again, and nothing of it waits once the server has it.
    let tablet = opened(&story.storage, &story.clock);
    assert_eq!((tablet.held().unsent().notes, tablet.held().unsent().shared), (1, 2), "the plan and the letter");
    wait(tablet.sync(&Server(None))).expect("nothing is in the way");
    assert!(tablet.held().is_all_sent());
}

#[test]
fn the_teacher_can_have_a_paper_card_after_all() {
    let story = Story::begins();
    let visit = story.visits_with_a_note_to_a_door();
    let card = wait(story.tablet.make_card_pack()).unwrap().remove(0).card;
    wait(story.tablet.issue_note_again(&visit, &card.note_id())).unwrap();
    let notes: Vec<SealedNote> = story.waiting(Kind::Note);
    let on_paper = notes.iter().find(|note| note.id == card.note_id()).unwrap();
    let read = domain::note::open(on_paper, &card).unwrap();
    assert_eq!((read.noticed.as_str(), read.round), ("They add on.", Some(story.round.clone())));
    assert_eq!((notes.len(), story.waiting::<Letter>(Kind::Letter).len()), (2, 1));
}
