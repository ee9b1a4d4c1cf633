//! What may be said of released values, as a reader reads it.

use std::collections::BTreeSet;

use domain::library::{Line, LookForId};
use domain::release::{Broken, Cell, Coded, Finding, Range, Trend};

use super::{EN, ES, HowFar, HowMany, headline};

fn finding(cells: &[(u32, u32)]) -> Finding {
    let cells = cells.iter().map(|(yes, rooms)| Cell {
        groups: BTreeSet::new(),
        rooms: *rooms,
        coded: Coded::of(*yes, *rooms),
    });
    Finding {
        look_for: LookForId::parse("DIS-04").expect("a look-for of the library"),
        version: 1,
        line: Line::PerTenMinutes(3),
        cells: cells.collect(),
    }
}

fn whole(cells: &[(u32, u32)]) -> Range {
    finding(cells).whole().expect("at least one cell")
}

#[test]
fn twelve_of_twenty_rooms_are_six_of_ten_and_could_be_three_to_eight() {
    let range = whole(&[(12, 20)]);
    assert_eq!((EN.seen)(HowMany::of(range)), "Seen in about 6 of 10 rooms.");
    assert_eq!(
        (EN.could_be)(HowFar::of(range)),
        "Visiting other rooms on other days, it could well have been 3 to 8 of 10."
    );
    assert_eq!((ES.seen)(HowMany::of(range)), "Se vio en unos 6 de cada 10 salones.");
    assert_eq!(
        (ES.could_be)(HowFar::of(range)),
        "En otros salones y otros días, podrían haber sido de 3 a 8 de cada 10."
    );
}

#[test]
fn neither_none_nor_all_is_ever_said() {
    for rooms in 10..60 {
        for yes in [0, 1, 2] {
            assert_eq!(HowMany::of(whole(&[(yes, rooms)])), HowMany::FewOrNone, "{yes} of {rooms}");
            assert_eq!(HowMany::of(whole(&[(rooms - yes, rooms)])), HowMany::NearlyAll, "{yes} fewer than {rooms}");
        }
    }
}

#[test]
fn groups_coded_apart_give_a_span_when_they_are_taken_together() {
    assert_eq!(HowMany::of(whole(&[(1, 10), (5, 10)])), HowMany::Between(3, 4));
    assert_eq!(HowMany::of(whole(&[(1, 30), (4, 15)])), HowMany::AtMost(2));
    assert_eq!(HowMany::of(whole(&[(29, 30), (11, 15)])), HowMany::AtLeast(8));
    assert_eq!(HowMany::of(whole(&[(0, 30), (0, 30)])), HowMany::FewOrNone);
}

#[test]
fn the_dots_never_say_more_than_the_sentence() {
    for rooms in 10..40 {
        for yes in 0..=rooms {
            let (full, maybe) = HowMany::of(whole(&[(yes, rooms)])).dots();
            assert!(full + maybe <= 10, "{yes} of {rooms}");
        }
    }
    assert_eq!(HowMany::FewOrNone.dots(), (0, 2));
    assert_eq!(HowMany::NearlyAll.dots(), (8, 2));
}

#[test]
fn a_headline_claims_most_only_when_the_whole_interval_is_above_a_half() {
    let (often, mixed) = (finding(&[(15, 20)]), finding(&[(12, 20)]));
    let said = headline(&[
        (often.whole(), "Quiet time", Trend::NoClearChange),
        (mixed.whole(), "Partner talk", Trend::NoClearChange),
    ]);
    assert_eq!((EN.headline)(&said), "In most rooms: quiet time.");
    let said = headline(&[(mixed.whole(), "Partner talk", Trend::NoClearChange)]);
    assert_eq!((EN.headline)(&said), "Seen in some rooms and not in others: partner talk.");
    assert_eq!((ES.headline)(&said), "Se vio en unos salones sí y en otros no: partner talk.");
}

#[test]
fn a_headline_tells_what_changed_first_and_hides_nothing_that_is_rare() {
    let (more, rare) = (finding(&[(18, 20)]), finding(&[(1, 20)]));
    let said = headline(&[
        (more.whole(), "Partner talk", Trend::More),
        (rare.whole(), "AVID notes", Trend::Broken(Broken::Line)),
    ]);
    assert_eq!((EN.headline)(&said), "Seen in more rooms than before: partner talk. In few rooms or none: AVID notes.");
}

#[test]
fn a_round_with_nothing_to_show_says_so() {
    let hidden = finding(&[]);
    let said = headline(&[(hidden.whole(), "Partner talk", Trend::Broken(Broken::NotShown))]);
    assert_eq!((EN.headline)(&said), "Too few rooms for a picture this time.");
}

#[test]
fn what_teachers_said_is_one_sentence_without_a_number() {
    let said = [domain::note::Context::AfterATest, domain::note::Context::Substitute];
    let row = |language| said.map(|kind| kind.said_in(language)).join("; ");
    let (english, spanish) = (row(domain::language::Language::En), row(domain::language::Language::Es));
    assert_eq!(
        (EN.teachers_said)(&english),
        "What teachers said about these visits: we had just finished a test; a substitute was teaching."
    );
    let spanish = (ES.teachers_said)(&spanish);
    assert!(spanish.starts_with("Lo que el personal docente dijo de estas visitas: acabábamos de"), "{spanish}");
    assert!(!spanish.contains(|character: char| character.is_ascii_digit()), "{spanish}");
}
