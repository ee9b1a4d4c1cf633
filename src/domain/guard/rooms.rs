//! Rooms with their numbers: `Room 12`, `rm. 204B`, `salón 7`.

use super::heard::among;
use super::token::Token;
use super::{Concern, ConcernKind, span};

/// What a room is called before its number.
const ROOMS: &str = "room rm classroom portable bungalow salon aula sala";

/// What may stand between.
const BETWEEN: &str = "number no num numero nr";

/// Rooms with their numbers.
pub(super) fn rooms(text: &str, tokens: &[Token]) -> Vec<Concern> {
    let found = tokens.iter().enumerate().filter_map(|(at, room)| {
        if is_glued(&room.word) {
            return Some(room.place.clone());
        }
        if !among(ROOMS, &room.word) {
            return None;
        }
        let mut next = at + 1;
        if tokens.get(next).is_some_and(|token| among(BETWEEN, &token.word)) {
            next += 1;
        }
        let number = tokens.get(next)?;
        let between = &text[tokens[next - 1].place.end..number.place.start];
        if !between.chars().all(|character| matches!(character, ' ' | '.' | '#' | '-' | 'º' | '°')) {
            return None;
        }
        if is_number(&number.word) {
            return Some(span(room, number));
        }
        // A wing and a number: `B-14`, `B 14`.
        let second = tokens.get(next + 1).filter(|second| second.follows && is_number(&second.word))?;
        let is_wing = number.word.chars().count() == 1 && number.is_capital;
        is_wing.then(|| span(room, second))
    });
    found.map(|place| Concern { place, kind: ConcernKind::Room }).collect()
}

/// `12`, `204b`, `c3`: digits with a letter or two.
fn is_number(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().count() - digits;
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending));
    (1..=4).contains(&digits) && letters <= 2 && !is_ordinal
}

/// `rm12`
fn is_glued(word: &str) -> bool {
    ["room", "rm", "salon", "aula"].iter().any(|name| word.strip_prefix(name).is_some_and(is_number))
}
