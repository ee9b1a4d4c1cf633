//! Words that judge or guess, and how their lists are written.
//!
//! A list has entries between blanks. `engag*` is every word that begins so, `*ar` every one that ends so; `needs_to` is two words in a row. Words of
//! the lists called `said_of` judge or guess only where something is said to be so ("the tone was warm") or where they
//! stand before what a visitor rates ("rich discussion").

use std::ops::Range;

use super::heard::among;
use super::token::Token;
use super::{Concern, ConcernKind, english, spanish};

/// The words of one language.
pub(super) struct Words {
    /// Judge wherever they stand.
    pub judging: &'static str,
    /// Judge where something is said to be so.
    pub judging_said_of: &'static str,
    /// Guess wherever they stand.
    pub guessing: &'static str,
    /// Guess where somebody is said to be so.
    pub guessing_said_of: &'static str,
    /// Neither, though their words are in another list.
    pub harmless: &'static str,
}

/// The words of both languages, ready to be looked up.
pub(super) struct Vocabulary {
    entries: Vec<Entry>,
}

struct Entry {
    /// As the list has it: `needs_to`.
    written: &'static str,
    /// What it is; nothing for what is harmless.
    kind: Option<ConcernKind>,
    said_of: bool,
}

/// Says that something is so.
const IS: &str = "is are was were be been being isnt arent wasnt werent am seem seems seemed look looks looked looking felt feels \
    feel feeling got became becomes stayed sounded sounds appeared appears es son era eran fue fueron estan estaba estaban \
    estuvo estuvieron esta parece parecen parecia parecian veia veian ve ven quedo sintio sienten siente";

/// Stands between such a word and what is said.
const HOW: &str = "very so really quite more most too not pretty rather extremely somewhat totally super just all both also a an \
    the little bit still always never being muy mas bien tan poco nada todo bastante super un una algo realmente totalmente no ya";

/// Makes a judgement of the word after it.
const RATES: &str = "very really quite rather pretty extremely such so muy bastante tan";

/// What visitors rate.
const RATED: &str = "class lesson discussion discussions talk conversation conversations questions questioning question routine \
    routines pacing pace feedback instruction teaching teacher management tone work ideas vocabulary organization \
    transition transitions participation expectations environment climate energy students student kids kid girl boy \
    explanation engagement effort behavior start finish job use example examples strategy strategies structure planning \
    rapport relationships relationship support scaffolds scaffolding modeling thinking reasoning dialogue skills task tasks \
    activity activities understanding rigor clase leccion discusion conversacion preguntas pregunta rutina rutinas ritmo \
    manejo tono trabajo ideas vocabulario organizacion transicion participacion ambiente energia alumnos alumno ninos nino \
    explicacion esfuerzo conducta uso ejemplo ejemplos estrategia estrategias dialogo apoyo actividad razonamiento";

impl Vocabulary {
    /// English and Spanish.
    pub(super) fn of_both() -> Vocabulary {
        let entries = [&english::WORDS, &spanish::WORDS].into_iter().flat_map(entries).collect();
        Vocabulary { entries }
    }

    /// Every word of a text that judges or guesses and stands in none of the stretches that were `heard`.
    pub(super) fn inferences(&self, text: &str, tokens: &[Token], heard: &[Range<usize>]) -> Vec<Concern> {
        let mut found: Vec<Concern> = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let is_heard = heard.iter().any(|heard| heard.contains(&token.place.start));
            let fitting = if is_heard { None } else { self.longest(&tokens[at..]) };
            let length = fitting.map_or(1, |(_, length)| length);
            let before = found.last().map(|concern| concern.place.end);
            if let Some((Entry { kind: Some(kind), said_of, .. }, _)) = fitting
                && (!said_of || is_said(text, tokens, at, before))
            {
                found.push(Concern { place: super::span(token, &tokens[at + length - 1]), kind: *kind });
            }
            at += length;
        }
        found
    }

    /// The entry of most words with which these begin, and how many it has; of equals the first.
    fn longest(&self, tokens: &[Token]) -> Option<(&Entry, usize)> {
        let fitting = self.entries.iter().filter_map(|entry| Some((entry, entry.length_in(tokens)?)));
        fitting.rev().max_by_key(|(_, length)| *length)
    }
}

impl Entry {
    /// How many words it has, where these begin with it.
    fn length_in(&self, tokens: &[Token]) -> Option<usize> {
        // No list begins an entry with an ending, so that most entries are done with at their first letter.
        if tokens.first()?.word.as_bytes().first() != self.written.as_bytes().first() {
            return None;
        }
        let mut length = 0;
        for word in self.written.split('_') {
            let token = tokens.get(length).filter(|token| length == 0 || token.follows)?;
            let same = match (word.strip_suffix('*'), word.strip_prefix('*')) {
                (Some(beginning), _) => token.word.starts_with(beginning),
                (None, Some(ending)) => token.word.ends_with(ending),
                (None, None) => token.word == word,
            };
            if !same {
                return None;
            }
            length += 1;
        }
        Some(length)
    }
}

fn entries(words: &Words) -> impl Iterator<Item = Entry> {
    let lists = [
        (words.harmless, None, false),
        (words.judging, Some(ConcernKind::Judgement), false),
        (words.guessing, Some(ConcernKind::Guess), false),
        (words.judging_said_of, Some(ConcernKind::Judgement), true),
        (words.guessing_said_of, Some(ConcernKind::Guess), true),
    ];
    lists
        .into_iter()
        .flat_map(|(list, kind, said_of)| list.split_whitespace().map(move |written| Entry { written, kind, said_of }))
}

/// Whether the word at `at` is said of something: after "was" or "very", before "discussion", or joined by "and" to one
/// that is. `last` is where the concern before it ends.
fn is_said(text: &str, tokens: &[Token], at: usize, last: Option<usize>) -> bool {
    let before: Vec<&Token> = {
        let mut line: Vec<&Token> = Vec::new();
        let mut here = at;
        while here > 0 && tokens[here].follows && line.len() < 4 {
            here -= 1;
            line.push(&tokens[here]);
        }
        line
    };
    let after_is = before.iter().find(|token| !among(HOW, &token.word)).is_some_and(|token| among(IS, &token.word));
    let rated = before.first().is_some_and(|token| among(RATES, &token.word));
    let next = tokens.get(at + 1).filter(|next| next.follows);
    let after_next =
        tokens.get(at + 2).filter(|_| next.is_some_and(|next| next.word.len() > 3)).filter(|next| next.follows);
    let before_rated =
        next.is_some_and(|next| among(RATED, &next.word)) || after_next.is_some_and(|next| among(RATED, &next.word));
    let after_rated = before.first().is_some_and(|token| among(RATED, &token.word))
        && tokens.get(at + 1).is_none_or(|next| next.is_first);
    let joined = last.is_some_and(|last| {
        matches!(
            text[last..tokens[at].place.start].trim(),
            "and" | "y" | "e" | "&" | "," | "but" | "pero" | "or" | "o" | "/"
        )
    });
    after_is || rated || before_rated || after_rated || joined
}
