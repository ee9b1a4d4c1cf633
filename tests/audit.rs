//! A short audit: nothing that is published or stored says more than coded values, and every rule that was broken on
//! purpose is found out. `cargo xtask audit` draws more.

use world::audit::broken::Broken;
use world::audit::figures::{Coverage, coverage, trend_figures, worst_alarm};
use world::audit::history::Kind;
use world::audit::stored::{self, Leak};
use world::audit::{broken_rules, published};

/// Every kind of district once.
const DISTRICTS: u64 = Kind::ALL.len() as u64;

#[test]
fn what_is_published_leaves_every_count_that_its_own_coded_value_leaves() {
    let found = published(DISTRICTS, 1);
    assert!(found.exposures.is_empty(), "{:#?}", found.exposures);
    assert!(found.worlds > 1_000 && found.at_joints == 1 && found.replaced > 10, "{found:?}");
}

#[test]
fn every_broken_rule_of_what_is_published_is_found_out() {
    for caught in broken_rules(60, 1) {
        assert!(caught.how.is_some(), "nothing was found where {}", caught.broken.words());
    }
}

#[test]
fn what_a_server_holds_and_logs_before_a_close_ties_no_summary_to_fewer_than_k_rooms() {
    let kept = stored::kept(1);
    assert!(kept.summaries() > 20 && !kept.log.is_empty());
    assert_eq!(stored::attack(&kept), Vec::<String>::new());
    for leak in Leak::ALL {
        assert!(!stored::attack(&kept.clone().with(leak)).is_empty(), "nothing was found where {}", leak.words());
    }
}

#[test]
fn wilsons_intervals_hold_the_truth_nine_times_in_ten_and_what_is_published_no_less_often() {
    let Coverage { wilson, published, said } = coverage(10..=60);
    assert!((0.88..=0.93).contains(&wilson.mean), "{wilson:?}");
    assert!(published.mean >= wilson.mean && published.least >= wilson.least, "{published:?}");
    assert!(said.mean >= published.mean && said.least >= published.least, "{said:?}");
}

#[test]
fn in_fewer_than_five_of_a_hundred_rounds_a_trend_speaks_though_nothing_changed() {
    for rooms in [10, 20, 30] {
        let figures = trend_figures(rooms);
        assert!(figures.alarm_of_four < 0.05, "{figures:?}");
    }
    // Of two rounds with other numbers of rooms too; where there are more rooms it speaks less often.
    let worst = worst_alarm(10..=25);
    assert!(worst.of_four() < 0.05, "{worst:?}");
    assert_eq!(worst.rooms, (11, 11), "docs/audit.md names them: {worst:?}");
}

#[test]
fn every_broken_rule_stands_in_the_docs() {
    let told = include_str!("../docs/audit.md");
    let rules = Broken::ALL.map(Broken::words).into_iter().chain(Leak::ALL.map(Leak::words));
    for rule in rules {
        assert!(told.contains(&format!("| {rule} |")), "docs/audit.md does not say how it was found out that {rule}");
    }
}
