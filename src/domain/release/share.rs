//! How far off a share could be: Wilson's interval, and Newcombe's for the difference of two.

/// The quantile of a two-sided 90 % interval.
pub const Z_90: f64 = 1.644_853_6;
/// The quantile of a two-sided 99 % interval.
pub const Z_99: f64 = 2.575_829_3;

/// From where to where a share could lie, each between 0 and 1; a difference lies between −1 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub from: f64,
    /// The upper end.
    pub to: f64,
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
        from: difference - (after - high.from).hypot(low.to - before),
        to: difference + (high.to - after).hypot(before - low.from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed independently of this code.
    const NINETY: [(u32, u32, f64, f64); 7] = [
        (0, 10, 0.0000, 0.2129),
        (5, 10, 0.2693, 0.7307),
        (7, 10, 0.4417, 0.8731),
        (6, 12, 0.2855, 0.7145),
        (12, 20, 0.4186, 0.7576),
        (18, 30, 0.4506, 0.7329),
        (30, 50, 0.4838, 0.7060),
    ];

    #[test]
    fn wilson_gives_the_published_limits() {
        for (count, rooms, from, to) in NINETY {
            let interval = wilson(count, rooms, Z_90);
            assert!((interval.from - from).abs() < 5e-5, "{count}/{rooms}: {interval:?}");
            assert!((interval.to - to).abs() < 5e-5, "{count}/{rooms}: {interval:?}");
        }
    }

    #[test]
    fn newcombe_gives_the_limits_of_his_first_example() {
        // 56/70 against 48/80 at 95 %: 0.0524 to 0.3339 (Newcombe 1998, table II, contrast a).
        let interval = newcombe((48, 80), (56, 70), 1.959_964);
        assert!((interval.from - 0.0524).abs() < 5e-5 && (interval.to - 0.3339).abs() < 5e-5, "{interval:?}");
    }
}
