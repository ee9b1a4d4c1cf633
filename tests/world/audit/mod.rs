//! The adversary: plays attacker over drawn districts, and over what a server stores and logs before a close.
//!
//! Read in this order: a [`history`] is rounds whose answers the attacker does not know, drawn by [`draw`]; the
//! [`publisher`] says everything that is published of one, by the rules of `domain` or by one that was [`broken`]; the
//! [`reference`] says what the design lets a reader know; the [`adversary`] holds one against the other by trying every
//! answer, and the [`joints`] where there are too many. [`stored`] attacks a server's rows and logs. [`figures`] are how
//! often intervals hold and trends speak.

pub mod adversary;
pub mod broken;
pub mod draw;
pub mod figures;
pub mod history;
pub mod joints;
pub mod publisher;
pub mod reference;
pub mod rules;
pub mod stored;

use self::adversary::{Exposure, attack};
use self::broken::Broken;
use self::history::{History, Kind};
use crate::district::Dice;

/// What an audit of drawn districts found.
#[derive(Debug, Default)]
pub struct Found {
    /// Histories of which every possible answer was tried.
    pub enumerated: u64,
    /// Possible answers that were tried.
    pub worlds: u64,
    /// Histories that were tried at the joints.
    pub at_joints: u64,
    /// Replaced counts that were tried there.
    pub replaced: u64,
    /// What the real rules gave away.
    pub exposures: Vec<Exposure>,
}

/// How a broken rule was found out.
#[derive(Debug)]
pub struct Caught {
    /// The rule.
    pub broken: Broken,
    /// How, or nothing when it was not.
    pub how: Option<Exposure>,
    /// Districts that were drawn until then.
    pub drawn: u64,
}

/// Attacks what the real rules publish of so many districts, every kind in turn, drawn from `seed` on.
pub fn published(districts: u64, seed: u64) -> Found {
    let mut found = Found::default();
    for number in 0..districts {
        let kind = Kind::ALL[(number % Kind::ALL.len() as u64) as usize];
        let dice = Dice::of(seed.wrapping_mul(1_000_003).wrapping_add(number));
        let history = draw::history(kind, &dice);
        if kind == Kind::Large {
            let tried = joints::attack(&history, &dice);
            found.at_joints += 1;
            found.replaced += tried.replaced;
            found.exposures.extend(tried.exposure);
        } else {
            let tried = attack(&history, None);
            found.enumerated += 1;
            found.worlds += tried.worlds;
            found.exposures.extend(tried.exposures);
        }
    }
    found
}

/// Attacks what each broken rule publishes, of up to so many districts of the kind in which it shows.
pub fn broken_rules(districts: u64, seed: u64) -> Vec<Caught> {
    let caught = |broken: Broken| {
        let draw = |number: u64| -> History {
            draw::history(broken.shows_in(), &Dice::of(seed.wrapping_mul(1_000_003).wrapping_add(number)))
        };
        let mut caught = Caught { broken, how: None, drawn: 0 };
        while caught.drawn < districts && caught.how.as_ref().is_none_or(|how| how.rank() > 1) {
            let found = attack(&draw(caught.drawn), Some(broken)).clearest();
            caught.how = found.into_iter().chain(caught.how).min_by_key(Exposure::rank);
            caught.drawn += 1;
        }
        caught
    };
    Broken::ALL.into_iter().map(caught).collect()
}
