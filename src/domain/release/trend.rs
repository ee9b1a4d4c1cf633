//! What changed from one release to the next, said only when it is clear.

use crate::release::{Finding, Z_99};

/// The sentence between two releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// In more rooms than before.
    More,
    /// In fewer rooms than before.
    Fewer,
    /// The default.
    NoClearChange,
    /// The two cannot be compared.
    Broken(Broken),
}

/// Why two releases cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The look-for has another wording now.
    Wording,
    /// The line was moved.
    Line,
    /// One of the two does not show it.
    NotShown,
}

/// Compares a look-for of two releases; speaks only when the 99 % interval of every difference that the two codes
/// could mean is clear of zero.
///
/// 99 % because with 90 % about a third of rounds with four look-fors would announce a change that is not there.
pub fn trend(earlier: &Finding, later: &Finding) -> Trend {
    if earlier.look_for != later.look_for || earlier.version != later.version {
        return Trend::Broken(Broken::Wording);
    }
    if earlier.line != later.line {
        return Trend::Broken(Broken::Line);
    }
    let (Some(before), Some(after)) = (earlier.whole(), later.whole()) else {
        return Trend::Broken(Broken::NotShown);
    };
    match before.until(after, Z_99) {
        difference if difference.from > 0.0 => Trend::More,
        difference if difference.to < 0.0 => Trend::Fewer,
        _ => Trend::NoClearChange,
    }
}
