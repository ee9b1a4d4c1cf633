//! The guard of the evidence holds its floor on notes that it was not made to fit, and the set of notes stays honest.

use domain::language::Language;
use sha2::{Digest, Sha256};
use world::evidence_notes::{Part, Score, evidence_notes};

#[test]
fn the_set_has_notes_enough_and_no_note_was_moved_from_one_part_to_the_other() {
    let notes = evidence_notes();
    let of = |language| notes.iter().filter(|note| note.language == language).count();
    assert!(of(Language::En) >= 200 && of(Language::Es) >= 100);
    for note in &notes {
        let is_even = Sha256::digest(&note.text)[0].is_multiple_of(2);
        assert_eq!(note.part == Part::Tune, is_even, "{}", note.text);
    }
}

#[test]
fn the_guard_is_mostly_right_and_finds_most_on_notes_that_it_was_not_tuned_with() {
    let notes = evidence_notes();
    for language in Language::ALL {
        let held_out = notes.iter().filter(|note| note.part == Part::HeldOut && note.language == language);
        let score = Score::of(held_out, None);
        assert!(score.precision() >= 0.85, "precision in {language:?}: {score:?}");
        assert!(score.recall() >= 0.80, "recall in {language:?}: {score:?}");
    }
}
