//! How far off a share could be: Wilson's interval, and Newcombe's for the difference of two.

/// The quantile of a two-sided 90 % interval.
pub const Z_90: f64 = 1.644_853_6;
/// The quantile of a two-sided 99 % interval.
pub const Z_99: f64 = 2.575_829_3;

/// The quantile of a two-sided 99.7 % interval, for groups beside one another, because a round has several.
///
/// With four look-fors and two to six groups that do not differ, fewer than one round in 20 says that one does; with
/// 99 % it can be one in 12. `opportunity_laws.rs` counts it.
pub const Z_99_7: f64 = 2.967_737_9;

/// From where to where a share could lie, each between 0 and 1; a difference lies between −1 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub from: f64,
    /// The upper end.
    pub to: f64,
}

impl Interval {
    /// In tenths, rounded outwards: −3 to 4 of ten.
    pub fn tenths(self) -> (i8, i8) {
        ((self.from * 10.0).floor() as i8, (self.to * 10.0).ceil() as i8)
    }
}

/// Wilson's score interval for `count` of `rooms`; `rooms` is at least 1.
///
/// E. B. Wilson, 1927: centre (p + z²/2n)/(1 + z²/n), half-width z·√(p(1−p)/n + z²/4n²)/(1 + z²/n).
pub fn wilson(count: u32, rooms: u32, z: f64) -> Interval {
    let (n, p) = (f64::from(rooms), f64::from(count) / f64::from(rooms));
    let shrink = 1.0 + z * z / n;
    let centre = (p + z * z / (2.0 * n)) / shrink;
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / shrink;
    Interval { from: (centre - half).max(0.0), to: (centre + half).min(1.0) }
}

/// Newcombe's interval for `later` − `earlier`, each a count of rooms; from Wilson's intervals of the two.
///
/// R. G. Newcombe, 1998, method 10.
pub fn newcombe(earlier: (u32, u32), later: (u32, u32), z: f64) -> Interval {
    let share = |(count, rooms): (u32, u32)| f64::from(count) / f64::from(rooms);
    let (before, after) = (share(earlier), share(later));
    let (low, high) = (wilson(earlier.0, earlier.1, z), wilson(later.0, later.1, z));
    let difference = after - before;
    Interval {
        from: difference - length(after - high.from, low.to - before),
        to: difference + length(high.to - after, before - low.from),
    }
}

/// √(a² + b²). Products and roots are the same everywhere to the last bit, and `f64::hypot` is not: in a browser it is
/// another library's than on a server.
fn length(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The quantile of a two-sided 95 % interval.
    const Z_95: f64 = 1.959_964_0;

    /// Computed independently of this code: count, rooms, then the ends at 90 % and at 95 %.
    const LIMITS: [(u32, u32, [f64; 2], [f64; 2]); 7] = [
        (0, 10, [0.0000, 0.2129], [0.0000, 0.2775]),
        (5, 10, [0.2693, 0.7307], [0.2366, 0.7634]),
        (7, 10, [0.4417, 0.8731], [0.3968, 0.8922]),
        (6, 12, [0.2855, 0.7145], [0.2538, 0.7462]),
        (12, 20, [0.4186, 0.7576], [0.3866, 0.7812]),
        (18, 30, [0.4506, 0.7329], [0.4232, 0.7541]),
        (30, 50, [0.4838, 0.7060], [0.4618, 0.7239]),
    ];

    fn near(interval: Interval, [from, to]: [f64; 2]) -> bool {
        (interval.from - from).abs() < 5e-5 && (interval.to - to).abs() < 5e-5
    }

    #[test]
    fn wilson_gives_the_published_limits() {
        for (count, rooms, at_90, at_95) in LIMITS {
            assert!(near(wilson(count, rooms, Z_90), at_90), "{count}/{rooms}: {:?}", wilson(count, rooms, Z_90));
            assert!(near(wilson(count, rooms, Z_95), at_95), "{count}/{rooms}: {:?}", wilson(count, rooms, Z_95));
        }
    }

    #[test]
    fn newcombe_gives_the_limits_of_his_first_example() {
        // 56/70 against 48/80 at 95 %: 0.0524 to 0.3339 (Newcombe 1998, table II, contrast a).
        assert!(near(newcombe((48, 80), (56, 70), Z_95), [0.0524, 0.3339]));
    }

    /// A count of rooms, and how many rooms.
    type Share = (u32, u32);

    /// Of statsmodels 0.15.0, by the quantiles that this program uses: earlier, later, then the ends at 90, 99 and 99.7 %.
    const DIFFERENCES: [(Share, Share, [[f64; 2]; 3]); 4] = [
        ((2, 10), (8, 10), [[0.2334, 0.7859], [0.0355, 0.8261], [-0.0338, 0.8364]]),
        ((6, 20), (15, 20), [[0.1912, 0.6332], [0.0462, 0.6958], [-0.0093, 0.7153]]),
        ((3, 12), (9, 14), [[0.0710, 0.6173], [-0.0915, 0.6873], [-0.1490, 0.7081]]),
        ((0, 10), (10, 10), [[0.6989, 1.0000], [0.4359, 1.0000], [0.3377, 1.0000]]),
    ];

    #[test]
    fn at_the_quantiles_that_are_used_both_give_what_another_program_gives() {
        for (earlier, later, expected) in DIFFERENCES {
            for (z, expected) in [Z_90, Z_99, Z_99_7].into_iter().zip(expected) {
                let found = newcombe(earlier, later, z);
                assert!(near(found, expected), "{earlier:?} {later:?} at {z}: {found:?}");
            }
        }
        for (count, rooms, z, expected) in [
            (0, 10, Z_99, [0.0000, 0.3989]),
            (6, 10, Z_99, [0.2482, 0.8721]),
            (6, 10, Z_99_7, [0.2147, 0.8917]),
            (11, 15, Z_99, [0.4066, 0.9169]),
            (20, 30, Z_99_7, [0.4011, 0.8566]),
        ] {
            assert!(near(wilson(count, rooms, z), expected), "{count}/{rooms} at {z}: {:?}", wilson(count, rooms, z));
        }
    }

    /// Wilson's interval as he defined it: the shares under which the count would be no more than `z` standard errors off,
    /// found by halving.
    fn by_halving(count: u32, rooms: u32, z: f64) -> Interval {
        let (n, seen) = (f64::from(rooms), f64::from(count) / f64::from(rooms));
        let is_far = |share: f64| (seen - share).powi(2) > z * z * share * (1.0 - share) / n;
        let end = |mut near: f64, mut far: f64| {
            for _ in 0..60 {
                let middle = (near + far) / 2.0;
                if is_far(middle) { far = middle } else { near = middle }
            }
            near
        };
        Interval { from: end(seen, 0.0), to: end(seen, 1.0) }
    }

    /// Newcombe's method 10 from the above, squared and added up by hand.
    fn by_squares(earlier: (u32, u32), later: (u32, u32), z: f64) -> Interval {
        let (low, high) = (by_halving(earlier.0, earlier.1, z), by_halving(later.0, later.1, z));
        let share = |(count, rooms): (u32, u32)| f64::from(count) / f64::from(rooms);
        let (before, after) = (share(earlier), share(later));
        let down = ((after - high.from).powi(2) + (before - low.to).powi(2)).sqrt();
        let up = ((after - high.to).powi(2) + (before - low.from).powi(2)).sqrt();
        Interval { from: after - before - down, to: after - before + up }
    }

    fn of_rooms() -> impl Strategy<Value = (u32, u32)> {
        (1..250_u32).prop_flat_map(|rooms| (0..=rooms, Just(rooms)))
    }

    proptest! {
        #[test]
        fn wilson_and_newcombe_are_what_a_plain_reference_finds(
            earlier in of_rooms(), later in of_rooms(), z in prop::sample::select(vec![Z_90, Z_95, Z_99, Z_99_7]),
        ) {
            let (plain, found) = (by_halving(later.0, later.1, z), wilson(later.0, later.1, z));
            prop_assert!(near(found, [plain.from, plain.to]), "{plain:?} {found:?}");
            let (plain, found) = (by_squares(earlier, later, z), newcombe(earlier, later, z));
            prop_assert!(near(found, [plain.from, plain.to]), "{plain:?} {found:?}");
        }

        #[test]
        fn more_rooms_that_said_yes_never_move_an_interval_down((count, rooms) in of_rooms()) {
            prop_assume!(count < rooms);
            let (less, more) = (wilson(count, rooms, Z_90), wilson(count + 1, rooms, Z_90));
            prop_assert!(less.from <= more.from && less.to <= more.to);
        }
    }
}
