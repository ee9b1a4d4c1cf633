//! What was heard or read in the room: there, a word that judges is not the visitor's.

use std::ops::Range;

use super::token::{Token, is_accent, is_apostrophe};

/// Verbs after which somebody's words may follow.
const SAYING: &str = "said say says saying asked ask asks asking answered answers replied replies told tells whispered \
    shouted called explained explains stated wrote writes repeated added commented responded read reads dijo dice dicen \
    dijeron decia pregunto pregunta preguntan preguntaron contesto contesta contestaron respondio responde respondieron \
    explico explica grito comento comenta repitio leyo lee escribio escribe agrego";

/// Words with which speech begins when it is written without quotation marks.
const BEGINS: &str = "that thats if whether why what whats how who which where when can could do does did is are i im id \
    ill ive be we my this these he she they you your youre its yes no ok let lets please me him her them que si por porque \
    como cual cuales quien donde cuando yo mi este esta esto es no gracias nosotros ustedes tu";

/// Who or what speaks before a colon.
const SPEAKERS: &str = "t s s1 s2 s3 s4 ss teacher teachers student students kid girl boy child partner maestra maestro \
    profe profesora profesor alumno alumna alumnos estudiante nino nina ninos m a e";

/// What words stand on, before a colon.
const WRITTEN: &str = "board poster posters slide screen chart sign wall card target objective sheet sticky notes banner \
    title prompt frame list pizarron cartel lamina pantalla tarjeta objetivo hoja letrero titulo";

/// Before one of these, a verb of saying is a noun: `la pregunta`, `each answer`.
const MAKES_A_NOUN: &str = "the a an this each every his her their one la el una un esta esa cada su sus otra";

/// Words with which a question begins.
const QUESTIONS: &str = "what whats why how who which where when can could do does did is are will que por como cual cuales quien donde cuando";

/// The stretches of a text that are speech or writing of somebody else, in bytes; they may overlap.
pub(super) fn heard(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut heard = quoted(text);
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1);
        let is_noun = at > 0 && token.follows && among(MAKES_A_NOUN, &tokens[at - 1].word);
        let reports = among(SAYING, &token.word)
            && !is_noun
            && next.is_some_and(|next| next.follows || after_comma(text, token, next));
        // "Told him that", "dijo un niño que".
        let begins = |at: usize| tokens.get(at).is_some_and(|token| !token.is_first && among(BEGINS, &token.word));
        if reports && (begins(at + 1) || (among("told tells le les", &token.word) && begins(at + 2))) {
            heard.push(token.place.end..end_of_sentence(text, token.place.end));
        }
        let colon = text[token.place.end..].starts_with(':');
        let line = tokens[..=at].iter().rev().take(6).take_while(|token| !token.is_first).count();
        let before = &tokens[at.saturating_sub(line)..=at];
        if colon && (among(SPEAKERS, &token.word) || before.iter().any(|token| among(WRITTEN, &token.word))) {
            heard.push(token.place.end..end_of_sentence(text, token.place.end + 1));
        }
        if token.is_first && among(QUESTIONS, &token.word) {
            let end = end_of_sentence(text, token.place.end);
            if text[..end].ends_with('?') {
                heard.push(token.place.start..end);
            }
        }
    }
    heard
}

/// Whether a word is one of a list.
pub(super) fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

fn after_comma(text: &str, token: &Token, next: &Token) -> bool {
    matches!(text[token.place.end..next.place.start].trim(), "," | ":")
}

/// The byte after the sentence that goes on at `from`.
fn end_of_sentence(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let end = rest.char_indices().find(|(at, character)| {
        let after = rest[at + character.len_utf8()..].chars().next();
        matches!(character, '.' | '!' | '?' | '\n' | ';') && after.is_none_or(|after| !after.is_alphanumeric())
    });
    end.map_or(text.len(), |(at, character)| from + at + character.len_utf8())
}

/// What stands in quotation marks. One that is not closed yet goes on to the end: it is being typed.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut quoted = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = None;
    for (at, character) in text.char_indices() {
        let after = text[at + character.len_utf8()..].chars().next();
        let opens = before.is_none_or(|before: char| !before.is_alphanumeric() && !is_accent(before))
            && after.is_some_and(|after| !after.is_whitespace());
        match open {
            Some((from, close)) => {
                let closes =
                    character == close || (close == '"' && character == '”') || (close == '”' && character == '"');
                let inside = is_apostrophe(character) && after.is_some_and(char::is_alphanumeric);
                if closes && !inside {
                    quoted.push(from..at);
                    open = None;
                }
            }
            None => {
                open = match character {
                    '"' | '＂' => Some((at, '"')),
                    '“' | '”' => Some((at, '”')),
                    '«' => Some((at, '»')),
                    '‘' => Some((at, '’')),
                    '\'' if opens => Some((at, '\'')),
                    _ => None,
                };
            }
        }
        before = Some(character);
    }
    // A single one may have been an apostrophe, as in 'cause.
    quoted.extend(open.filter(|(_, close)| !is_apostrophe(*close)).map(|(from, _)| from..text.len()));
    quoted
}
