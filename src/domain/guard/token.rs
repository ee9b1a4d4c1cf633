//! A text as words, in small letters and without accents.

use std::ops::Range;

/// A word or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes of the text.
    pub place: Range<usize>,
    /// In small letters, without accents and apostrophes: `didnt`, `debil`, `204b`.
    pub word: String,
    /// Whether it ends in an apostrophe and an s: `Emma's`.
    pub is_possessive: bool,
    /// Whether it is written with a capital.
    pub is_capital: bool,
    /// Whether a sentence, a list or speech begins with it.
    pub is_first: bool,
    /// Whether nothing but blanks and hyphens is between the token before and this one.
    pub follows: bool,
}

/// The words and numbers of a text, in its order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut characters = text.char_indices().peekable();
    let (mut is_first, mut follows) = (true, false);
    while let Some((start, character)) = characters.next() {
        if !character.is_alphanumeric() {
            is_first |=
                matches!(character, '.' | '!' | '?' | '¿' | '¡' | ':' | ';' | '\n' | '"' | '“' | '«' | '‘' | '•');
            follows &= character.is_whitespace() || matches!(character, '-' | '‑' | '–');
            continue;
        }
        let mut word = String::new();
        fold(character, &mut word);
        let mut end = start + character.len_utf8();
        while let Some((at, next)) = characters.next_if(|(_, next)| is_inside(*next)) {
            // An apostrophe after the last letter closes speech, or is no part of the word.
            if is_apostrophe(next) {
                if !characters.peek().is_some_and(|(_, after)| after.is_alphanumeric()) {
                    is_first = false;
                    break;
                }
                continue;
            }
            fold(next, &mut word);
            end = at + next.len_utf8();
        }
        found.push(Token {
            place: start..end,
            is_possessive: is_possessive(&text[start..end]),
            word,
            is_capital: character.is_uppercase(),
            is_first,
            follows,
        });
        (is_first, follows) = (false, true);
    }
    end_of_titles(text, &mut found);
    found
}

/// A full stop after a title or an initial ends no sentence: `Ms. Alvarez`.
fn end_of_titles(text: &str, tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let between = &text[tokens[at - 1].place.end..tokens[at].place.start];
        let is_title = super::names::is_short_title(&tokens[at - 1].word);
        if between.trim() == "." && is_title {
            (tokens[at].is_first, tokens[at].follows) = (false, true);
        }
    }
}

fn is_possessive(written: &str) -> bool {
    written.strip_suffix(['s', 'S']).is_some_and(|rest| rest.ends_with(is_apostrophe))
}

fn is_inside(character: char) -> bool {
    character.is_alphanumeric() || is_accent(character) || is_apostrophe(character)
}

pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// The accents that follow their letter in decomposed text.
pub(super) fn is_accent(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

/// Adds a letter in small and without its accent.
fn fold(character: char, word: &mut String) {
    for small in character.to_lowercase().filter(|small| !is_accent(*small)) {
        word.push(match small {
            'á' | 'à' | 'ä' | 'â' | 'ã' => 'a',
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'í' | 'ì' | 'ï' | 'î' => 'i',
            'ó' | 'ò' | 'ö' | 'ô' | 'õ' => 'o',
            'ú' | 'ù' | 'ü' | 'û' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            other => other,
        });
    }
}
