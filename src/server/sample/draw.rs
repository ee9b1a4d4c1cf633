//! A seeded generator: the same seed draws the same sample. It guards nothing, so it need not be hard to guess.

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub struct Draw(u64);

impl Draw {
    /// A generator that always draws the same from here on.
    pub fn seeded(seed: u64) -> Draw {
        Draw(seed)
    }

    /// A number from 0 to `most`.
    pub fn up_to(&mut self, most: u32) -> u32 {
        u32::try_from(self.next() % (u64::from(most) + 1)).unwrap_or(most)
    }

    /// True in `percent` of a hundred draws.
    pub fn happens(&mut self, percent: u32) -> bool {
        self.up_to(99) < percent
    }

    /// `N` bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next().to_le_bytes()[0])
    }

    /// Puts things into a drawn order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let other = usize::try_from(self.up_to(u32::try_from(last).unwrap_or(u32::MAX))).unwrap_or(0);
            things.swap(last, other);
        }
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
