//! The labelled notes of `data/evidence-notes`, and how well the guard of the evidence does on them.

use std::fs;
use std::ops::Range;

use domain::guard::{Concern, ConcernKind, concerns};
use domain::language::Language;

use crate::world::repository;

/// Which half of the set a note is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The guard was made to fit these.
    Tune,
    /// Nobody looks at what the guard gets wrong here.
    HeldOut,
}

/// A note, and what is to be found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledNote {
    /// Its half of the set.
    pub part: Part,
    /// What it is written in.
    pub language: Language,
    /// The note as it was typed.
    pub text: String,
    /// What is marked in it.
    pub marked: Vec<Concern>,
}

/// How often the guard was right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Words it pointed at.
    pub pointed: usize,
    /// Those of them that touch a marked word of the same kind.
    pub right: usize,
    /// Marked words.
    pub marked: usize,
    /// Those of them that the guard touched with the same kind.
    pub found: usize,
}

/// Every note of the set.
///
/// # Panics
/// When the file is not as its README says.
pub fn evidence_notes() -> Vec<LabelledNote> {
    let text = fs::read_to_string(repository().join("data/evidence-notes/notes.csv")).expect("the notes are there");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    rows.deserialize::<(String, String, String)>().map(|row| note(row.expect("a row has three columns"))).collect()
}

fn note((part, language, marked_up): (String, String, String)) -> LabelledNote {
    let part = match part.as_str() {
        "tune" => Part::Tune,
        "held_out" => Part::HeldOut,
        other => panic!("`{other}` is no part of the set"),
    };
    let language = Language::parse(&language).expect("a language spoken here");
    let (mut text, mut marked) = (String::new(), Vec::new());
    for piece in marked_up.split_inclusive(['{', '}']) {
        if let Some((words, kind)) = piece.strip_suffix('}').and_then(|piece| piece.rsplit_once('|')) {
            let place = text.len()..text.len() + words.len();
            marked.push(Concern { place, kind: kind_of(kind) });
            text.push_str(words);
        } else {
            text.push_str(piece.trim_end_matches('{'));
        }
    }
    LabelledNote { part, language, text, marked }
}

fn kind_of(word: &str) -> ConcernKind {
    ConcernKind::ALL.into_iter().find(|kind| word_of(*kind) == word).unwrap_or_else(|| panic!("`{word}` is no kind"))
}

/// The word of the set for a kind.
pub fn word_of(kind: ConcernKind) -> &'static str {
    match kind {
        ConcernKind::Judgement => "judgement",
        ConcernKind::Guess => "guess",
        ConcernKind::Name => "name",
        ConcernKind::Room => "room",
    }
}

impl LabelledNote {
    /// What the guard points at and is not marked.
    pub fn wrong(&self) -> Vec<Concern> {
        let found = concerns(&self.text);
        found.into_iter().filter(|concern| !touches(concern, &self.marked)).collect()
    }

    /// What is marked and the guard misses.
    pub fn missed(&self) -> Vec<Concern> {
        let found = concerns(&self.text);
        self.marked.iter().filter(|concern| !touches(concern, &found)).cloned().collect()
    }
}

impl Score {
    /// The guard's score for one kind, or all, on some notes.
    pub fn of<'notes>(notes: impl Iterator<Item = &'notes LabelledNote>, kind: Option<ConcernKind>) -> Score {
        let wanted = |concern: &&Concern| kind.is_none_or(|kind| concern.kind == kind);
        notes.fold(Score::default(), |score, note| {
            let pointed = concerns(&note.text).iter().filter(wanted).count();
            let marked = note.marked.iter().filter(wanted).count();
            Score {
                pointed: score.pointed + pointed,
                right: score.right + pointed - note.wrong().iter().filter(wanted).count(),
                marked: score.marked + marked,
                found: score.found + marked - note.missed().iter().filter(wanted).count(),
            }
        })
    }

    /// The share of what it pointed at that was right; 1 when it pointed at nothing.
    pub fn precision(self) -> f64 {
        share(self.right, self.pointed)
    }

    /// The share of what is marked that it found; 1 when nothing is.
    pub fn recall(self) -> f64 {
        share(self.found, self.marked)
    }
}

fn share(some: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { some as f64 / all as f64 }
}

fn touches(concern: &Concern, others: &[Concern]) -> bool {
    others.iter().any(|other| other.kind == concern.kind && overlap(&other.place, &concern.place))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
