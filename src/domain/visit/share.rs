//! The five bands of a share, and which counts each stands for.

use std::ops::RangeInclusive;

use crate::visit::Share;

impl Share {
    /// The five bands, from none to nearly all.
    pub const BANDS: [Share; 5] = [Share::None, Share::Few, Share::Some, Share::Most, Share::NearlyAll];

    /// The band that `some` of `all` are in: under a quarter, to a half, to three quarters, more.
    pub fn of(some: u16, all: u16) -> Share {
        let (some, all) = (u32::from(some), u32::from(all));
        match some {
            0 => Share::None,
            _ if 4 * some < all => Share::Few,
            _ if 2 * some <= all => Share::Some,
            _ if 4 * some <= 3 * all => Share::Most,
            _ => Share::NearlyAll,
        }
    }

    /// Which counts are in this band where so many are in view; nothing where none is.
    pub fn counts(self, in_view: u16) -> Option<RangeInclusive<u16>> {
        let mut fitting = (0..=in_view).filter(|some| Share::of(*some, in_view) == self);
        let first = fitting.next()?;
        Some(first..=fitting.next_back().unwrap_or(first))
    }
}
