//! What one version of an agreement changes of another, as values that pages and screens can say in words.

use crate::agreement::{Agreement, Term};

/// One clause that another version says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What it said.
    pub before: Term,
    /// What it says.
    pub after: Term,
}

impl Agreement {
    /// What `later` changes, in the order in which an agreement is read; nothing where it says the same.
    pub fn changes_to(&self, later: &Agreement) -> Vec<Changed> {
        let pairs = self.terms().into_iter().zip(later.terms());
        pairs.filter(|(before, after)| before != after).map(|(before, after)| Changed { before, after }).collect()
    }
}
