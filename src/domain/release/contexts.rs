//! What teachers said of the visits: a kind is released when at least k cards named it, and never by how many.

use std::collections::BTreeMap;

use crate::note::Context;
use crate::release::Release;

impl Release {
    /// The same release with the kinds that at least k different cards named. `named` has one kind for each card.
    ///
    /// A kind that fewer named leaves no trace: not that it was named, and not that anything was.
    pub fn with_contexts(self, named: impl IntoIterator<Item = Context>) -> Release {
        let mut cards: BTreeMap<Context, u32> = BTreeMap::new();
        for kind in named {
            *cards.entry(kind).or_default() += 1;
        }
        let shown = cards.into_iter().filter(|(_, cards)| *cards >= self.k).map(|(kind, _)| kind);
        Release { contexts: shown.collect(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::change::write;
    use crate::release::laws::{plan, released};
    use crate::round::Plan;

    /// A release under an agreement of this k, before anything was named.
    fn release(k: u32) -> Release {
        let plan = plan(&[12]);
        let agreement = plan.agreement.clone().with_k(k);
        released(&Plan { agreement, ..plan }, &[])
    }

    /// How many cards named each kind, around every k that is drawn.
    fn counts() -> impl Strategy<Value = Vec<usize>> {
        prop::collection::vec(0..25_usize, Context::ALL.len())
    }

    fn named(counts: &[usize]) -> Vec<Context> {
        let each = Context::ALL.into_iter().zip(counts);
        each.flat_map(|(kind, count)| std::iter::repeat_n(kind, *count)).collect()
    }

    proptest! {
        #[test]
        fn exactly_the_kinds_that_k_cards_named_are_released(counts in counts(), k in 10..16_u32) {
            let released = release(k).with_contexts(named(&counts)).contexts;
            for (kind, count) in Context::ALL.into_iter().zip(counts) {
                prop_assert_eq!(released.contains(&kind), count >= k as usize, "{:?} {}", kind, count);
            }
        }

        #[test]
        fn what_fewer_than_k_cards_named_never_changes_a_byte_of_a_release(counts in counts(), k in 10..16_u32) {
            let shown: Vec<usize> = counts.iter().map(|count| if *count < k as usize { 0 } else { *count }).collect();
            prop_assert_eq!(
                write(&release(k).with_contexts(named(&counts))),
                write(&release(k).with_contexts(named(&shown)))
            );
        }

        #[test]
        fn neither_their_order_nor_how_many_more_there_are_shows(
            counts in counts(), more in counts(), order in any::<prop::sample::Index>(),
        ) {
            let released = write(&release(10).with_contexts(named(&counts)));
            let mut turned = named(&counts);
            let by = order.index(turned.len().max(1));
            turned.rotate_left(by);
            turned.reverse();
            prop_assert_eq!(&released, &write(&release(10).with_contexts(turned)));
            let grown: Vec<usize> =
                counts.iter().zip(more).map(|(count, more)| if *count < 10 { *count } else { count + more }).collect();
            prop_assert_eq!(&released, &write(&release(10).with_contexts(named(&grown))));
        }
    }

    #[test]
    fn a_release_without_context_is_written_as_before_there_was_any() {
        assert!(!write(&release(10)).contains("context"));
        let read: Release = serde_json::from_str(&write(&release(10))).unwrap();
        assert_eq!(read, release(10));
    }
}
