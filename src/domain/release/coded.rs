//! A group's count in a form that does not point at anyone, and everything that form could mean.

use serde::{Deserialize, Serialize};

use crate::release::{Interval, Z_90, newcombe, wilson};

/// How many of a group's rooms said yes, coded.
///
/// The ends are wide: with "none of 10", the one who did would know it of nine others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Coded {
    /// None to two rooms, or up to a tenth of them if that is more.
    FewOrNone,
    /// About so many of ten.
    Tenths(u8),
    /// All rooms, all but two, or all but a tenth of them if that is more.
    NearlyAll,
}

/// The counts that a published value could stand for: `low` to `high` of `rooms`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The smallest count.
    pub low: u32,
    /// The largest count.
    pub high: u32,
    /// Usable rooms.
    pub rooms: u32,
}

impl Coded {
    /// Codes `yes` of `rooms`.
    pub fn of(yes: u32, rooms: u32) -> Coded {
        let end = widest_end(rooms);
        if yes <= end {
            Coded::FewOrNone
        } else if yes + end >= rooms {
            Coded::NearlyAll
        } else {
            // Tenths, halves upwards, in whole numbers: (10·yes/rooms + ½), rounded down.
            Coded::Tenths(u8::try_from((20 * yes + rooms) / (2 * rooms)).unwrap_or(10))
        }
    }

    /// Every count of `rooms` that is coded like this. The counts of one code lie side by side.
    pub fn range(self, rooms: u32) -> Range {
        let mut counts = (0..=rooms).filter(|yes| Coded::of(*yes, rooms) == self);
        let low = counts.next().unwrap_or(0);
        Range { low, high: counts.next_back().unwrap_or(low), rooms }
    }
}

impl Range {
    /// Both ranges together, as far as the two can be told: the sums of the ends.
    pub fn plus(self, other: Range) -> Range {
        Range { low: self.low + other.low, high: self.high + other.high, rooms: self.rooms + other.rooms }
    }

    /// The union of the 90 % intervals of everything the range could mean.
    pub fn interval(self) -> Interval {
        Interval { from: wilson(self.low, self.rooms, Z_90).from, to: wilson(self.high, self.rooms, Z_90).to }
    }

    /// The union of Newcombe's intervals of every difference `later` − this one that the two could mean.
    pub fn until(self, later: Range, z: f64) -> Interval {
        let counts = |range: Range| (range.low..=range.high).map(move |count| (count, range.rooms));
        let every_pair = counts(self).flat_map(|before| counts(later).map(move |after| newcombe(before, after, z)));
        let narrowest = Interval { from: 1.0, to: -1.0 };
        every_pair.fold(narrowest, |union, one| Interval { from: union.from.min(one.from), to: union.to.max(one.to) })
    }

    /// The interval in tenths, rounded outwards: "4 to 8 of 10".
    pub fn interval_tenths(self) -> (u8, u8) {
        let interval = self.interval();
        ((interval.from * 10.0).floor() as u8, (interval.to * 10.0).ceil() as u8)
    }

    /// The range in tenths, for the filled dots: the nearest tenth of its middle.
    pub fn dots(self) -> u8 {
        let middle_doubled = self.low + self.high;
        u8::try_from((10 * middle_doubled + self.rooms) / (2 * self.rooms)).unwrap_or(10)
    }

    /// Whether every count in it would be coded as few or none.
    pub fn is_few_or_none(self) -> bool {
        self.high <= widest_end(self.rooms)
    }

    /// Whether every count in it would be coded as nearly all.
    pub fn is_nearly_all(self) -> bool {
        self.low + widest_end(self.rooms) >= self.rooms
    }

    /// The ends in tenths, nearest: equal where the range is one code's.
    pub fn tenths(self) -> (u8, u8) {
        let tenth = |count: u32| u8::try_from((20 * count + self.rooms) / (2 * self.rooms)).unwrap_or(10);
        (tenth(self.low), tenth(self.high))
    }
}

/// Two rooms, or a tenth of the rooms if that is more.
fn widest_end(rooms: u32) -> u32 {
    (rooms / 10).max(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_and_two_are_told_apart_from_three_but_not_from_each_other() {
        assert_eq!(Coded::of(0, 12), Coded::of(2, 12));
        assert_eq!(Coded::of(12, 12), Coded::of(10, 12));
        assert_ne!(Coded::of(2, 12), Coded::of(3, 12));
    }

    #[test]
    fn in_a_large_group_the_ends_are_a_tenth_of_it() {
        assert_eq!(Coded::of(6, 60), Coded::FewOrNone);
        assert_eq!(Coded::of(7, 60), Coded::Tenths(1));
        assert_eq!(Coded::of(54, 60), Coded::NearlyAll);
    }

    #[test]
    fn the_range_of_a_code_holds_exactly_the_counts_that_have_it() {
        for rooms in 10..=120 {
            for yes in 0..=rooms {
                let range = Coded::of(yes, rooms).range(rooms);
                assert!(range.low <= yes && yes <= range.high, "{yes} of {rooms}");
                for count in range.low..=range.high {
                    assert_eq!(Coded::of(count, rooms), Coded::of(yes, rooms), "{count} of {rooms}");
                }
            }
        }
    }

    #[test]
    fn twelve_of_twenty_is_six_of_ten_and_its_interval_is_that_of_eleven_too() {
        let range = Coded::of(12, 20).range(20);
        assert_eq!((range.low, range.high, range.tenths()), (11, 12, (6, 6)));
        assert_eq!(range.interval(), Interval { from: wilson(11, 20, Z_90).from, to: wilson(12, 20, Z_90).to });
    }
}
