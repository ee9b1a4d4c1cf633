//! The guard of the evidence: it points at words that were neither seen nor heard, and at what could tell who it was.
//!
//! It advises and never refuses. Visitors mix languages in one sentence, so English and Spanish are looked for together.
//! What somebody said or wrote is heard, whatever it judges: see [`heard`]. The words are in [`english`] and [`spanish`],
//! written as [`vocabulary`] says; `data/evidence-notes` holds the notes that it is measured by.

mod english;
mod heard;
#[cfg(test)]
mod laws;
mod names;
mod rooms;
mod spanish;
mod token;
mod vocabulary;

use std::ops::Range;

use self::token::Token;
use self::vocabulary::Vocabulary;

/// Something in a sentence of evidence that its writer may want to say in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// Where it stands, in bytes of the text.
    pub place: Range<usize>,
    /// What it is.
    pub kind: ConcernKind,
}

/// What the guard looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConcernKind {
    /// How good or bad something was, what ought to be, or that something goes without saying.
    Judgement,
    /// What is in a head: attention, understanding, wanting, feeling.
    Guess,
    /// Most likely somebody's name.
    Name,
    /// A room with its number.
    Room,
}

impl ConcernKind {
    /// Every kind, in the order of this page.
    pub const ALL: [ConcernKind; 4] =
        [ConcernKind::Judgement, ConcernKind::Guess, ConcernKind::Name, ConcernKind::Room];
}

/// Characters that are looked at: no passage of evidence has more.
const MOST: usize = 500;

/// Everything in `text` that the guard points at, in the order of the text; no two of them overlap.
pub fn concerns(text: &str) -> Vec<Concern> {
    let text = text.char_indices().nth(MOST).map_or(text, |(end, _)| &text[..end]);
    let tokens = token::tokens(text);
    let mut found = rooms::rooms(text, &tokens);
    found.extend(names::names(text, &tokens));
    let heard = heard::heard(text, &tokens);
    found.extend(Vocabulary::of_both().inferences(text, &tokens, &heard));
    // A name or a room before a word that only stands inside it.
    found.sort_by_key(|concern| (concern.place.start, std::cmp::Reverse(concern.kind)));
    let mut end = 0;
    found.retain(|concern| {
        let apart = concern.place.start >= end;
        end = if apart { concern.place.end } else { end };
        apart
    });
    found
}

/// From the first byte of one token to the last of another.
fn span(first: &Token, last: &Token) -> Range<usize> {
    first.place.start..last.place.end
}
