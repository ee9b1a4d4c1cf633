//! What is published where a rule is broken; whatever it does not touch goes the way of the real rules.

use std::collections::{BTreeMap, BTreeSet};

use domain::change::write;
use domain::ids::RoomToken;
use domain::release::{Cell, Coded, Release, Tally, Z_90, Z_99, Z_99_7, close, count, merge, newcombe, wilson};
use domain::visit::{Answer, Summary};

use super::broken::Broken;
use super::history::{Apart, History, Round, World};

/// The summaries that a round counts, in the order in which they came.
pub fn received(broken: Broken, history: &History, number: usize, world: &World) -> Vec<Summary> {
    let round = &history.rounds[number];
    let mut summaries = round.summaries(world, round.in_time());
    match broken {
        Broken::VisitsCountedTwice | Broken::SecondKey => {
            let again: BTreeMap<&str, &RoomToken> = round
                .atoms
                .iter()
                .flat_map(|atom| &atom.rooms)
                .filter_map(|room| room.again.as_ref().map(|again| (again.id.as_str(), &again.other_token)))
                .collect();
            for summary in &mut summaries {
                if let Some(token) = again.get(summary.id.as_str()) {
                    summary.token = (*token).clone();
                }
            }
            summaries
        }
        Broken::LastVisitWins => one_a_room(summaries.into_iter().rev()),
        Broken::YesWins => {
            let (yes, others): (Vec<_>, Vec<_>) =
                summaries.into_iter().partition(|summary| summary.answers[0].answer == Answer::Yes);
            one_a_room(yes.into_iter().chain(others))
        }
        Broken::AddedToTheLastRound if number > 0 => {
            let before = &history.rounds[number - 1];
            let kept = before.summaries(world, before.in_time());
            let known = kept.len().min(summaries.len());
            for (summary, before) in summaries[..known].iter_mut().zip(kept) {
                summary.answers = before.answers;
            }
            summaries
        }
        _ => summaries,
    }
}

/// What is shown of a round while it is open.
pub fn while_open(broken: Broken, round: &Round, summaries: &[Summary]) -> Vec<String> {
    let so_far = |count_of: usize| tallies(round, &summaries[..count_of]);
    match broken {
        Broken::LiveCounts => {
            let moments = [summaries.len() - 1, summaries.len()];
            moments.map(|moment| format!("so far {:?}", so_far(moment))).into()
        }
        Broken::PreviewWithValues => {
            let values = so_far(summaries.len() - 1);
            vec![format!("would show {:?}", values.iter().map(coded).collect::<Vec<_>>())]
        }
        _ => Vec::new(),
    }
}

/// The release of a round.
pub fn release(broken: Broken, round: &Round, summaries: &[Summary]) -> Option<Release> {
    let mut release = close(&round.plan, &round.board, summaries, round.closed).ok()?;
    let k = round.plan.agreement.k();
    let merged: fn(Vec<Tally>, u32) -> Vec<Tally> = match broken {
        Broken::MergedToNine => |tallies, k| merge(tallies, k - 1),
        Broken::KOfThree => |tallies, _| merge(tallies, 3),
        Broken::UnmergedGroups => |tallies, _| tallies.into_iter().filter(|tally| tally.rooms > 0).collect(),
        Broken::MergedByWhatWasSaid => |tallies, k| {
            let is_end = |tally: &Tally| matches!(coded(tally), Coded::FewOrNone | Coded::NearlyAll);
            // All rooms in one cell is what a k of all rooms gives.
            let all = tallies.iter().map(|tally| tally.rooms).sum();
            let k = if tallies.iter().any(is_end) { all } else { k };
            merge(tallies, k)
        },
        Broken::OverfullGroup => {
            let mut roomy = round.plan.clone();
            let spare = round.plan.rooms().count() as u32;
            for (number, group) in roomy.groups.iter_mut().enumerate() {
                let more = (0..spare).map(|room| {
                    domain::ids::RoomId::from_bytes(
                        [number as u8 + 1, room as u8].repeat(8).try_into().unwrap_or_default(),
                    )
                });
                group.rooms.extend(more);
            }
            return close(&roomy, &round.board, summaries, round.closed).ok();
        }
        _ => return Some(release),
    };
    for (place, tallies) in count(&round.plan, summaries).tallies.into_iter().enumerate() {
        let cells = merged(tallies, k).into_iter();
        release.findings[place].cells =
            cells.map(|tally| Cell { coded: coded(&tally), groups: tally.groups, rooms: tally.rooms }).collect();
    }
    Some(release)
}

/// What is published beside a release.
pub fn beside(broken: Broken, history: &History, round: &Round, summaries: &[Summary], world: &World) -> Vec<String> {
    let groups = tallies(round, summaries);
    let cells = merge(groups.clone(), round.plan.agreement.k());
    let (rooms, yes) = (groups.iter().map(|tally| tally.rooms).sum(), groups.iter().map(|tally| tally.yes).sum());
    match broken {
        Broken::ExactEnds => each(&cells, |tally| {
            matches!(coded(tally), Coded::FewOrNone | Coded::NearlyAll)
                .then(|| format!("{} of {}", tally.yes, tally.rooms))
        }),
        Broken::EndsOfOne => each(&cells, |tally| Some(format!("{} {}", tally.yes <= 1, tally.yes + 1 >= tally.rooms))),
        Broken::DotsOfTheCount => {
            each(&cells, |tally| Some(format!("{} dots", (20 * tally.yes + tally.rooms) / (2 * tally.rooms))))
        }
        Broken::NearestTenths => each(&cells, |tally| {
            let interval = wilson(tally.yes, tally.rooms, Z_90);
            Some(format!("{:.1} to {:.1}", interval.from, interval.to))
        }),
        Broken::IntervalOfTheCount => each(&cells, |tally| {
            let interval = wilson(tally.yes, tally.rooms, Z_90);
            Some(format!("{} to {}", (interval.from * 10.0).floor(), (interval.to * 10.0).ceil()))
        }),
        Broken::WholeOfTheCounts => vec![format!("in all {:?}", Coded::of(yes, rooms))],
        Broken::TrendOfTheCounts => trend(history, round, world),
        Broken::DifferenceOfTheCounts => each(&cells, |tally| {
            let others = (yes - tally.yes, rooms - tally.rooms);
            let difference = newcombe(others, (tally.yes, tally.rooms), Z_99_7);
            (others.1 > 0).then(|| format!("{:?}", difference.tenths()))
        }),
        Broken::TalkAddedUp => vec![format!("in all rounds {:?}", added_up(history, round, world))],
        Broken::MostOfTheCount if round.closed > history.rounds[0].closed => {
            vec![format!("in most classrooms: {}", 2 * yes > rooms)]
        }
        Broken::DistrictOfTheCounts => vec![format!("in the district {:?}", added_up(history, round, world))],
        Broken::PartBesideTheWhole => each(&groups, |tally| (tally.rooms >= 10).then(|| format!("{:?}", coded(tally)))),
        Broken::Overlapping | Broken::EachSchoolOfSeveral => apart(round, world),
        Broken::Without => without(round, world),
        Broken::SortedByResult => {
            let mut sorted = groups;
            sorted.sort_by_key(|tally| tally.yes);
            vec![format!("{:?}", sorted.iter().map(|tally| &tally.groups).collect::<Vec<_>>())]
        }
        Broken::HiddenSaysHowMany if cells.is_empty() => vec![format!("{rooms} usable rooms are too few")],
        Broken::LeftOutSaysHowMany => {
            let tokens: BTreeSet<&str> = summaries.iter().map(|summary| summary.token.as_str()).collect();
            vec![format!("a group was left out: {} rooms told of themselves", tokens.len())]
        }
        Broken::ClosedAgain => again(round, &round.summaries(world, 0..round.atoms.len())),
        // The tablet with the last visit is still away, or has forgotten it.
        Broken::ClosedAnewAfterRestore => again(round, &summaries[..summaries.len() - 1]),
        Broken::CalibrationShown => {
            let pairs = round.atoms.iter().filter(|atom| atom.rooms.iter().any(|room| room.again.is_some()));
            pairs.map(|atom| format!("{} of {} pairs began with yes", atom.yes(world, 0), atom.rooms.len())).collect()
        }
        _ => Vec::new(),
    }
}

/// Another release of a round.
fn again(round: &Round, summaries: &[Summary]) -> Vec<String> {
    let again = close(&round.plan, &round.board, summaries, round.closed).ok();
    again.map(|release| write(&release)).into_iter().collect()
}

/// The counts of each group for the first look-for.
fn tallies(round: &Round, summaries: &[Summary]) -> Vec<Tally> {
    count(&round.plan, summaries).tallies.swap_remove(0)
}

fn coded(tally: &Tally) -> Coded {
    Coded::of(tally.yes, tally.rooms)
}

fn each(tallies: &[Tally], say: impl Fn(&Tally) -> Option<String>) -> Vec<String> {
    tallies.iter().filter_map(|tally| say(tally).map(|said| format!("{:?}: {said}", tally.groups))).collect()
}

fn one_a_room(best_first: impl Iterator<Item = Summary>) -> Vec<Summary> {
    let mut seen = BTreeSet::new();
    best_first.filter(|summary| seen.insert(summary.token.clone())).collect()
}

/// The code of what all rounds until this one saw, taken together.
fn added_up(history: &History, round: &Round, world: &World) -> Coded {
    let until = history.rounds.iter().take_while(|other| other.closed <= round.closed);
    let tallies = until.flat_map(|round| tallies(round, &round.summaries(world, round.in_time())));
    let (yes, rooms) = tallies.fold((0, 0), |sum, tally| (sum.0 + tally.yes, sum.1 + tally.rooms));
    Coded::of(yes, rooms)
}

/// The sentence between this round and the one before it, from counts.
fn trend(history: &History, round: &Round, world: &World) -> Vec<String> {
    let all = |round: &Round| {
        let tallies = tallies(round, &round.summaries(world, round.in_time()));
        tallies.iter().fold((0, 0), |sum, tally| (sum.0 + tally.yes, sum.1 + tally.rooms))
    };
    let earlier = history.rounds.iter().take_while(|other| other.closed < round.closed).last();
    let Some(earlier) = earlier else { return Vec::new() };
    let difference = newcombe(all(earlier), all(round), Z_99);
    vec![format!("more {} fewer {}", difference.from > 0.0, difference.to < 0.0)]
}

/// Codes of the rooms that something sets apart, by what does.
fn apart(round: &Round, world: &World) -> Vec<String> {
    let mut counts: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    for atom in &round.atoms {
        if let Apart::Inside(place) = atom.apart {
            let count = counts.entry(place).or_default();
            *count = (count.0 + atom.yes(world, 0), count.1 + atom.rooms.len() as u32);
        }
    }
    counts.into_iter().map(|(place, (yes, rooms))| format!("{place}: {:?}", Coded::of(yes, rooms))).collect()
}

/// The code of each group without the rooms that nothing sets apart, where something sets the others apart.
fn without(round: &Round, world: &World) -> Vec<String> {
    apart(round, world).into_iter().map(|line| format!("without the rest, {line}")).collect()
}
