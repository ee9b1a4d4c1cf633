//! The line: how what was recorded becomes one yes, one no, or nothing for the picture.

use crate::library::Line;
use crate::visit::{Answer, Blocks, Observed, Presence, Share};

/// A visit shorter than this says nothing about how often something happens.
pub const FEWEST_MINUTES: u32 = 8;
/// Fewer answered full blocks than this say nothing.
pub const FEWEST_FULL_BLOCKS: usize = 4;

/// What a visit of `seconds` says by `line`; the rules are those of the look-for library's units.
///
/// Something recorded in another unit than the line is about is unusable.
pub fn answer(line: Line, observed: &Observed, seconds: u32) -> Answer {
    let long_enough = seconds >= FEWEST_MINUTES * 60;
    match (line, observed) {
        (Line::PerTenMinutes(wanted), Observed::Tally(count)) if long_enough => {
            yes_when(per_ten_minutes(*count, seconds).is_some_and(|rate| rate >= wanted))
        }
        (Line::OfFive(wanted), Observed::Tally(count)) if long_enough => yes_when(*count >= wanted),
        (Line::Blocks(wanted), Observed::Interval(answers) | Observed::Samples(answers)) => {
            let Blocks { yes, no, .. } = Blocks::of(answers, seconds);
            if yes + no < FEWEST_FULL_BLOCKS { Answer::Unusable } else { yes_when(yes >= wanted as usize) }
        }
        (Line::Seen, Observed::Presence(Some(Presence::Seen))) => Answer::Yes,
        (Line::Seen, Observed::Presence(Some(Presence::NotSeen))) => Answer::No,
        (Line::MostOrMore, Observed::Share(Some(shared))) => match shared.share {
            Share::Most | Share::NearlyAll => Answer::Yes,
            Share::None | Share::Few | Share::Some => Answer::No,
            Share::NotApplicable | Share::NotEnoughTime => Answer::Unusable,
        },
        _ => Answer::Unusable,
    }
}

/// So many in `seconds` are this many in ten minutes; nothing in the first minute.
///
/// Minutes are whole ones, because nobody leaves a room on the second: three in 10:40 are three in ten minutes. What is
/// over is cut off, so that the number shown is on the same side of a line as the count itself.
pub fn per_ten_minutes(count: u32, seconds: u32) -> Option<u32> {
    let rate = (u64::from(count) * 10).checked_div(u64::from(seconds / 60))?;
    Some(u32::try_from(rate).unwrap_or(u32::MAX))
}

fn yes_when(condition: bool) -> Answer {
    if condition { Answer::Yes } else { Answer::No }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visit::{BlockAnswer, Shared};

    fn blocks(answers: &[BlockAnswer]) -> Observed {
        Observed::Interval((1..).zip(answers.iter().copied()).collect())
    }

    #[test]
    fn a_count_is_held_against_the_minutes_of_the_visit() {
        let three = Line::PerTenMinutes(3);
        assert_eq!(answer(three, &Observed::Tally(3), 600), Answer::Yes);
        assert_eq!(answer(three, &Observed::Tally(3), 659), Answer::Yes);
        assert_eq!(answer(three, &Observed::Tally(3), 660), Answer::No);
        assert_eq!(answer(three, &Observed::Tally(4), 800), Answer::Yes);
    }

    #[test]
    fn a_count_in_under_eight_minutes_says_nothing_however_high_it_is() {
        assert_eq!(answer(Line::PerTenMinutes(1), &Observed::Tally(9), 479), Answer::Unusable);
        assert_eq!(answer(Line::OfFive(3), &Observed::Tally(5), 479), Answer::Unusable);
        assert_eq!(answer(Line::OfFive(3), &Observed::Tally(3), 480), Answer::Yes);
    }

    #[test]
    fn a_missed_block_is_neither_yes_nor_no() {
        use BlockAnswer::{No, NotApplicable, Yes};
        assert_eq!(answer(Line::Blocks(2), &blocks(&[Yes, Yes, No]), 600), Answer::Unusable);
        assert_eq!(answer(Line::Blocks(2), &blocks(&[Yes, Yes, No, NotApplicable]), 600), Answer::Unusable);
        assert_eq!(answer(Line::Blocks(2), &blocks(&[Yes, No, No, Yes]), 600), Answer::Yes);
        assert_eq!(answer(Line::Blocks(2), &blocks(&[Yes, No, No, No]), 600), Answer::No);
    }

    #[test]
    fn a_block_that_the_visit_did_not_fill_is_not_counted() {
        use BlockAnswer::{No, Yes};
        assert_eq!(answer(Line::Blocks(2), &blocks(&[Yes, No, No, No, Yes]), 599), Answer::No);
        assert_eq!(answer(Line::Blocks(2), &blocks(&[Yes, No, No, No, Yes]), 600), Answer::Yes);
    }

    #[test]
    fn not_applicable_and_not_enough_time_and_no_choice_at_all_are_unusable() {
        for value in [None, Some(Presence::NotApplicable), Some(Presence::NotEnoughTime)] {
            assert_eq!(answer(Line::Seen, &Observed::Presence(value), 600), Answer::Unusable);
        }
        let share = |share| Observed::Share(Some(Shared { share, in_view: None }));
        assert_eq!(answer(Line::MostOrMore, &share(Share::NotEnoughTime), 600), Answer::Unusable);
        assert_eq!(answer(Line::MostOrMore, &share(Share::Some), 600), Answer::No);
        assert_eq!(answer(Line::MostOrMore, &share(Share::Most), 600), Answer::Yes);
    }
}
