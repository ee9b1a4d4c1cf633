//! What was tapped in a visit, in order, and what must be found of it after the browser was killed.

use crate::district::Dice;

/// The look-fors that are counted.
pub(super) const LOOKS: usize = 4;

/// How often each look-for was counted, less what was taken back.
pub(super) type Counts = [u32; LOOKS];

/// One tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tap {
    /// On the button of a look-for.
    Count(usize),
    /// On the button that takes back the last tap that still stands.
    Undo,
}

/// Every tap that was asked for, and how many of them the screen has called saved.
///
/// Taps are stored one after the other: what is found is what the first so many of them come to, of which there are at
/// least the saved ones and at most all.
#[derive(Debug, Default)]
pub(super) struct Taps {
    asked: Vec<Tap>,
    saved: usize,
}

/// What a kill did to the taps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Harm {
    /// Taps that the screen had called saved and that were not there.
    pub(super) lost: usize,
    /// Marks that nobody had tapped, or tapped once and found twice.
    pub(super) doubled: usize,
}

impl Taps {
    /// Asks for one to five more; each with the look-for whose count changes and what it then is.
    pub(super) fn ask(&mut self, dice: &Dice) -> Vec<(Tap, usize, u32)> {
        let more = 1 + dice.below(5);
        (0..more)
            .map(|_| {
                let last = self.standing().last().copied();
                let (tap, look) = match last {
                    Some(last) if dice.percent(15) => (Tap::Undo, last),
                    _ => {
                        let look = dice.below(LOOKS);
                        (Tap::Count(look), look)
                    }
                };
                self.asked.push(tap);
                (tap, look, self.counts_after(self.asked.len())[look])
            })
            .collect()
    }

    /// The screen calls the first so many saved; how many of them it had not called so before.
    pub(super) fn save(&mut self, first: usize) -> usize {
        let newly = first.min(self.asked.len()).saturating_sub(self.saved);
        self.saved += newly;
        newly
    }

    /// How many the screen has called saved.
    pub(super) fn saved(&self) -> usize {
        self.saved
    }

    /// Compares what was found with what must be there, and goes on from what was found.
    pub(super) fn find(&mut self, found: Counts) -> Harm {
        let fits = (0..=self.asked.len()).rev().find(|first| self.counts_after(*first) == found);
        if let Some(first) = fits {
            let lost = self.saved.saturating_sub(first);
            self.asked.truncate(first);
            self.saved = first;
            return Harm { lost, doubled: 0 };
        }
        let wanted = self.counts_after(self.saved);
        let most = (self.saved..=self.asked.len()).map(|first| self.counts_after(first));
        let most = most.reduce(|left, right| std::array::from_fn(|look| left[look].max(right[look]))).unwrap_or(wanted);
        let sum = |more: Counts, less: Counts| -> usize {
            more.into_iter().zip(less).map(|(more, less)| more.saturating_sub(less) as usize).sum()
        };
        let harm = Harm { lost: sum(wanted, found), doubled: sum(found, most) };
        self.asked = (0..LOOKS).flat_map(|look| (0..found[look]).map(move |_| Tap::Count(look))).collect();
        self.saved = self.asked.len();
        harm
    }

    fn counts_after(&self, first: usize) -> Counts {
        let mut counts = [0; LOOKS];
        for look in standing(&self.asked[..first]) {
            counts[look] += 1;
        }
        counts
    }

    fn standing(&self) -> Vec<usize> {
        standing(&self.asked)
    }
}

fn standing(taps: &[Tap]) -> Vec<usize> {
    let mut standing = Vec::new();
    for tap in taps {
        match tap {
            Tap::Count(look) => standing.push(*look),
            Tap::Undo => drop(standing.pop()),
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tapped(looks: &[usize], saved: usize) -> Taps {
        Taps { asked: looks.iter().map(|look| Tap::Count(*look)).collect(), saved }
    }

    #[test]
    fn what_was_saved_must_be_there_and_what_was_only_tapped_may_be() {
        for found in [[2, 0, 0, 0], [2, 1, 0, 0], [2, 1, 1, 0]] {
            assert_eq!(tapped(&[0, 0, 1, 2], 2).find(found), Harm::default());
        }
        assert_eq!(tapped(&[0, 0, 1, 2], 3).find([1, 0, 0, 0]), Harm { lost: 2, doubled: 0 });
        assert_eq!(tapped(&[0, 0, 1, 2], 3).find([3, 1, 1, 0]), Harm { lost: 0, doubled: 1 });
        assert_eq!(tapped(&[0, 0, 1, 2], 4).find([2, 0, 1, 1]), Harm { lost: 1, doubled: 1 });
    }

    #[test]
    fn a_tap_that_took_one_back_is_a_tap_like_the_others() {
        let mut taps = tapped(&[0, 1], 2);
        taps.asked.push(Tap::Undo);
        assert_eq!(taps.save(3), 1);
        assert_eq!(taps.find([1, 1, 0, 0]), Harm { lost: 1, doubled: 0 });
        assert_eq!(taps.find([1, 1, 0, 0]), Harm::default());
    }
}
