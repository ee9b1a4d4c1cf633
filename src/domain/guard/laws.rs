//! Laws of the guard that hold for any text.

use proptest::prelude::*;

use super::{Concern, ConcernKind, concerns};

/// What a concern says, however the text is composed.
fn said(text: &str, found: &[Concern]) -> Vec<(ConcernKind, String)> {
    let plain =
        |concern: &Concern| text[concern.place.clone()].chars().filter(|c| !is_accent(*c)).map(letter).collect();
    found.iter().map(|concern| (concern.kind, plain(concern))).collect()
}

fn is_accent(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

fn letter(character: char) -> char {
    match character {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

/// The text with each of its accents after its letter.
fn decomposed(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            'ñ' => "n\u{303}".to_owned(),
            'ü' => "u\u{308}".to_owned(),
            'á' | 'é' | 'í' | 'ó' | 'ú' => format!("{}\u{301}", letter(character)),
            other => other.to_string(),
        })
        .collect()
}

/// Words and signs that the guard decides by, in any order.
fn note() -> impl Strategy<Value = String> {
    let pieces = [
        "good",
        "engaged",
        "débil",
        "Sofía",
        "Ms.",
        "Room",
        "salón",
        "12",
        "204B",
        "said",
        "dijo",
        "that",
        "que",
        "\"",
        "“",
        "”",
        "'",
        "’",
        "«",
        "T:",
        "was",
        "estaba",
        "muy",
        "?",
        ".",
        "¿",
        "niños",
        "deberían",
        "José",
        "Rm",
        "#",
        "-",
        "no",
        "\n",
        "😀",
        "should",
        "too",
        "long",
        "vergüenza",
    ];
    let piece = proptest::sample::select(pieces.to_vec());
    proptest::collection::vec((piece, prop_oneof![Just(" "), Just("")]), 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

proptest! {
    #[test]
    fn concerns_of_any_text_are_whole_characters_in_order_and_apart(text in prop_oneof![note(), any::<String>()]) {
        let mut end = 0;
        for concern in concerns(&text) {
            prop_assert!(concern.place.start >= end && !concern.place.is_empty());
            prop_assert!(text.get(concern.place.clone()).is_some());
            end = concern.place.end;
        }
    }

    #[test]
    fn accents_in_one_character_or_in_two_make_no_difference(text in note()) {
        let other = decomposed(&text);
        prop_assert_eq!(said(&text, &concerns(&text)), said(&other, &concerns(&other)));
    }

    #[test]
    fn what_stands_in_quotation_marks_is_neither_judged_nor_guessed(text in "[a-z áéíóúñ]{0,60}") {
        let quoted = format!("“{text}”");
        let inferred = |concern: &Concern| matches!(concern.kind, ConcernKind::Judgement | ConcernKind::Guess);
        prop_assert!(!concerns(&quoted).iter().any(inferred));
    }
}

#[test]
fn words_without_their_accents_are_the_same_words() {
    let found = concerns("La discusion fue debil, deberian hablar mas");
    assert_eq!(found.iter().map(|concern| concern.kind).collect::<Vec<_>>(), [ConcernKind::Judgement; 2]);
}

/// Found by the law above: the mark after a letter with its accent apart was taken for the beginning of speech.
#[test]
fn an_apostrophe_after_an_accent_that_stands_apart_begins_no_speech() {
    let text = "José'\" \" good ' ";
    assert_eq!(said(text, &concerns(text)), said(&decomposed(text), &concerns(&decomposed(text))));
}

/// A paste of any length is looked at as far as a passage goes, so that no text holds up the page.
#[test]
fn of_an_endless_text_only_what_fits_a_passage_is_looked_at() {
    for piece in ["said that good ", "Ms. ", "\"", "room ", "a "] {
        let text = piece.repeat(200_000);
        assert!(concerns(&text).iter().all(|concern| concern.place.end <= 500), "{piece:?}");
    }
    let late = format!("{}good", " ".repeat(500));
    assert_eq!(concerns(&late), []);
}
