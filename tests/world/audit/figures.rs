//! How often the published intervals hold the truth, how often a trend speaks when nothing changed, and how large a
//! change it takes: exact sums over every count that rooms could give.

use std::collections::BTreeMap;
use std::fmt;

use domain::library::{Library, LookForId};
use domain::release::{Cell, Coded, Finding, Interval, Trend, Z_90, newcombe, trend, wilson};

/// Numbers of rooms that the figures are for.
const ROOMS: [u32; 6] = [10, 20, 30, 40, 50, 60];
/// Look-fors of a round, of which any could seem to have changed.
const LOOK_FORS: i32 = 4;

/// All figures.
pub struct Figures {
    /// For each number of rooms, then for all from 10 to 60 together.
    pub coverage: Vec<(String, Coverage)>,
    /// For each number of rooms in both rounds.
    pub trends: Vec<TrendFigures>,
    /// Over every two numbers of rooms from 10 to 60, the two rounds' not being the same either.
    pub worst: WorstAlarm,
}

/// Where a trend speaks most often though nothing changed.
#[derive(Debug, Clone, Copy)]
pub struct WorstAlarm {
    /// How often one look-for does.
    pub alarm: f64,
    /// The share of rooms at which it does.
    pub at: f64,
    /// Rooms of the earlier and of the later round.
    pub rooms: (u32, u32),
}

/// How often an interval holds the true share, over shares of .10 to .90 in hundredths.
#[derive(Debug, Clone, Copy)]
pub struct Coverage {
    /// Wilson's 90 % interval of the count.
    pub wilson: Held,
    /// The interval that is published: the union over every count that the code could mean.
    pub published: Held,
    /// The same as it is said: in tenths, rounded outwards.
    pub said: Held,
}

/// The mean over the shares, and the least with its share.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// The mean.
    pub mean: f64,
    /// The least.
    pub least: f64,
    /// The share at which it is least.
    pub at: f64,
    /// The number of rooms at which it is least.
    pub rooms: u32,
}

impl WorstAlarm {
    /// How often any of four look-fors speaks that have nothing to do with one another.
    pub fn of_four(&self) -> f64 {
        of_four(self.alarm)
    }
}

/// How a trend does with so many rooms in both rounds.
#[derive(Debug, Clone, Copy)]
pub struct TrendFigures {
    /// Rooms of each round.
    pub rooms: u32,
    /// How often one look-for speaks though nothing changed, at the share where it does so most.
    pub alarm: f64,
    /// The same in a round of four look-fors that have nothing to do with one another.
    pub alarm_of_four: f64,
    /// The same of four, were 90 % intervals of the counts used.
    pub alarm_of_four_at_90: f64,
    /// The smallest change of the published shares that ever speaks, in points; nothing when none does.
    pub ever: Option<u32>,
    /// The change from which on every one speaks, in points; nothing when none is large enough.
    pub always: Option<u32>,
    /// The true change, around one half, that is announced in half of all rounds, in points.
    pub half: Option<u32>,
    /// The same in four of five rounds.
    pub four_fifths: Option<u32>,
}

/// Works all of them out.
pub fn figures() -> Figures {
    let each = ROOMS.map(|rooms| (format!("{rooms}"), coverage(rooms..=rooms)));
    let coverage = each.into_iter().chain([("10 to 60".to_owned(), coverage(10..=60))]).collect();
    Figures { coverage, trends: [10, 20, 30, 50].map(trend_figures).into(), worst: worst_alarm(10..=60) }
}

/// Over every number of rooms in a range.
pub fn coverage(rooms: std::ops::RangeInclusive<u32>) -> Coverage {
    let held = |interval: fn(u32, u32) -> Interval| {
        let mut held = Held { mean: 0.0, least: 1.0, at: 0.0, rooms: 0 };
        let mut cases = 0.0;
        for rooms in rooms.clone() {
            let intervals: Vec<Interval> = (0..=rooms).map(|count| interval(count, rooms)).collect();
            for share in shares() {
                let chances = binomial(rooms, share);
                let holds = |interval: &Interval| interval.from <= share && share <= interval.to;
                let often: f64 =
                    chances.iter().zip(&intervals).filter(|(_, held)| holds(held)).map(|(chance, _)| chance).sum();
                cases += 1.0;
                held.mean += often;
                if often < held.least {
                    held = Held { least: often, at: share, rooms, ..held };
                }
            }
        }
        Held { mean: held.mean / cases, ..held }
    };
    Coverage {
        wilson: held(|count, rooms| wilson(count, rooms, Z_90)),
        published: held(|count, rooms| Coded::of(count, rooms).range(rooms).interval()),
        said: held(|count, rooms| {
            let (from, to) = Coded::of(count, rooms).range(rooms).interval_tenths();
            Interval { from: f64::from(from) / 10.0, to: f64::from(to) / 10.0 }
        }),
    }
}

/// With so many rooms in both rounds.
pub fn trend_figures(rooms: u32) -> TrendFigures {
    let published = speaks_of(rooms, rooms);
    let at_90 = |before: u32, after: u32| {
        let difference = newcombe((before, rooms), (after, rooms), Z_90);
        difference.from > 0.0 || difference.to < 0.0
    };
    let at_90: Vec<Vec<bool>> =
        (0..=rooms).map(|before| (0..=rooms).map(|after| at_90(before, after)).collect()).collect();
    let most =
        |speaks: &[Vec<bool>]| shares().map(|share| often(speaks, (rooms, share), (rooms, share))).fold(0.0, f64::max);
    let (alarm, alarm_at_90) = (most(&published), most(&at_90));

    let mut by_change: BTreeMap<u32, (bool, bool)> = BTreeMap::new();
    for (before, row) in published.iter().enumerate() {
        for (after, speaks) in row.iter().enumerate() {
            let (ever, always) = by_change.entry(before.abs_diff(after) as u32).or_insert((false, true));
            *ever |= speaks;
            *always &= speaks;
        }
    }
    let points = |count: u32| (f64::from(count) * 100.0 / f64::from(rooms)).round() as u32;
    let first_silent = by_change.iter().rev().find(|(_, (_, always))| !always).map(|(change, _)| change + 1);
    let power = |wanted: f64| {
        (1..=100).find(|points| {
            let half = f64::from(*points) / 200.0;
            often(&published, (rooms, 0.5 - half), (rooms, 0.5 + half)) >= wanted
        })
    };
    TrendFigures {
        rooms,
        alarm,
        alarm_of_four: of_four(alarm),
        alarm_of_four_at_90: of_four(alarm_at_90),
        ever: by_change.iter().find(|(_, (ever, _))| *ever).map(|(change, _)| points(*change)),
        always: first_silent.filter(|change| *change <= rooms).map(points),
        half: power(0.5),
        four_fifths: power(0.8),
    }
}

/// The worst of every two numbers of rooms in a range.
pub fn worst_alarm(range: std::ops::RangeInclusive<u32>) -> WorstAlarm {
    let mut worst = WorstAlarm { alarm: 0.0, at: 0.0, rooms: (0, 0) };
    for before in range.clone() {
        for after in range.clone() {
            let speaks = speaks_of(before, after);
            for share in shares() {
                let alarm = often(&speaks, (before, share), (after, share));
                if alarm > worst.alarm {
                    worst = WorstAlarm { alarm, at: share, rooms: (before, after) };
                }
            }
        }
    }
    worst
}

/// Whether the published trend speaks, for each count of rooms that said yes before and after.
fn speaks_of(rooms_before: u32, rooms_after: u32) -> Vec<Vec<bool>> {
    let mut known: BTreeMap<(Coded, Coded), bool> = BTreeMap::new();
    let mut speaks = |before: u32, after: u32| {
        let codes = (Coded::of(before, rooms_before), Coded::of(after, rooms_after));
        *known.entry(codes).or_insert_with(|| {
            let (before, after) = (finding(before, rooms_before), finding(after, rooms_after));
            matches!(trend(&before, &after), Trend::More | Trend::Fewer)
        })
    };
    (0..=rooms_before).map(|before| (0..=rooms_after).map(|after| speaks(before, after)).collect()).collect()
}

/// How often one of four look-fors speaks that have nothing to do with one another, when one does so this often.
fn of_four(alarm: f64) -> f64 {
    1.0 - (1.0 - alarm).powi(LOOK_FORS)
}

/// How often a comparison speaks when so many rooms have these true shares before and after.
fn often(speaks: &[Vec<bool>], before: (u32, f64), after: (u32, f64)) -> f64 {
    let (before, after) = (binomial(before.0, before.1), binomial(after.0, after.1));
    let row = |speaks: &Vec<bool>| -> f64 {
        speaks.iter().zip(&after).filter(|(speaks, _)| **speaks).map(|(_, chance)| chance).sum()
    };
    speaks.iter().zip(&before).map(|(speaks, chance)| chance * row(speaks)).sum()
}

/// The chance of each count of `rooms` when the true share is `share`.
fn binomial(rooms: u32, share: f64) -> Vec<f64> {
    if share >= 1.0 {
        return (0..=rooms).map(|count| f64::from(u8::from(count == rooms))).collect();
    }
    let mut chance = (1.0 - share).powi(rooms as i32);
    let mut chances = Vec::with_capacity(rooms as usize + 1);
    for count in 0..=rooms {
        chances.push(chance);
        chance *= f64::from(rooms - count) / f64::from(count + 1) * share / (1.0 - share);
    }
    chances
}

fn shares() -> impl Iterator<Item = f64> {
    (10..=90).map(|hundredths| f64::from(hundredths) / 100.0)
}

fn finding(yes: u32, rooms: u32) -> Finding {
    let look_for = Library::shipped().look_fors.first();
    let id = look_for.map(|look_for| look_for.id.clone());
    Finding {
        look_for: id.unwrap_or_else(|| LookForId::parse("DIS-04").expect("a look-for id")),
        version: 1,
        line: domain::library::Line::Seen,
        cells: vec![Cell { groups: [0].into(), rooms, coded: Coded::of(yes, rooms) }],
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "How often an interval holds the true share, over shares of .10 to .90; the least, at which share of how many rooms:"
        )?;
        let heads = ["Wilson 90 % of the count", "as published, of the code", "as said, in tenths"];
        writeln!(formatter, "{:>10}  {:>28}  {:>28}  {:>28}", "rooms", heads[0], heads[1], heads[2])?;
        for (rooms, Coverage { wilson, published, said }) in &self.coverage {
            let (wilson, published, said) = (held(*wilson), held(*published), held(*said));
            writeln!(formatter, "{rooms:>10}  {wilson:>28}  {published:>28}  {said:>28}")?;
        }
        writeln!(formatter, "\nHow often a trend speaks though nothing changed, at the share where it does so most:")?;
        writeln!(
            formatter,
            "{:>10}  {:>12}  {:>15}  {:>28}",
            "rooms", "one look-for", "any of four", "any of four, 90 % of counts"
        )?;
        for trend in &self.trends {
            let percent = |share: f64| format!("{:.2} %", share * 100.0);
            let (one, four, at_90) = (trend.alarm, trend.alarm_of_four, trend.alarm_of_four_at_90);
            writeln!(
                formatter,
                "{:>10}  {:>12}  {:>15}  {:>28}",
                trend.rooms,
                percent(one),
                percent(four),
                percent(at_90)
            )?;
        }
        let WorstAlarm { alarm, at, rooms: (before, after) } = self.worst;
        writeln!(
            formatter,
            "of every two numbers of rooms from 10 to 60 at most {:.2} % of one look-for and {:.2} % of any of four: {before} rooms, then {after}, at a share of {at:.2}",
            alarm * 100.0,
            self.worst.of_four() * 100.0
        )?;
        writeln!(formatter, "\nHow large a change it takes, in points of a hundred:")?;
        let heads = ["ever speaks from", "always speaks from", "true change told half the time", "four times in five"];
        writeln!(formatter, "{:>10}  {:>16}  {:>18}  {:>30}  {:>18}", "rooms", heads[0], heads[1], heads[2], heads[3])?;
        for trend in &self.trends {
            let points = |points: Option<u32>| points.map_or("never".to_owned(), |points| points.to_string());
            writeln!(
                formatter,
                "{:>10}  {:>16}  {:>18}  {:>30}  {:>18}",
                trend.rooms,
                points(trend.ever),
                points(trend.always),
                points(trend.half),
                points(trend.four_fifths)
            )?;
        }
        Ok(())
    }
}

fn held(held: Held) -> String {
    let Held { mean, least, at, rooms } = held;
    format!("{:.1} %, least {:.1} at {at:.2}/{rooms}", mean * 100.0, least * 100.0)
}
