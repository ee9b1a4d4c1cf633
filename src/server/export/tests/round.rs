//! The file of a round says what its release says, and nothing else.

use std::collections::BTreeSet;

use domain::change::write;
use domain::language::Language;
use domain::release::{Cell, Coded, Release, history};
use domain::text::Name;
use words::export::Column;
use words::picture::{HowFar, HowMany};

use super::super::{csv, of_round, workbook};
use super::{finding, schools, table, two_rounds};

#[test]
fn a_file_says_what_the_screen_says() {
    let table = table("Look again", &["Alder", "Bramble"], Language::En);
    let cell = |row, column| table.cell(row, column);
    assert_eq!(table.rows.len(), 5, "DIS-04 with its two groups, DIS-02, LAS-01");
    assert_eq!(cell(0, Column::Schools), "Alder and Bramble");
    assert_eq!(cell(0, Column::Group), "All rooms");
    assert_eq!(cell(0, Column::Seen), "Seen in about 9 of 10 rooms or more.");
    assert_eq!(cell(0, Column::Change), "More rooms than on September 17, beyond what chance would do.");
    assert_eq!(
        cell(0, Column::Sentence),
        "Seen in more rooms than before: questions that invite reasoning. In fewer than half of the rooms: building on classmates' ideas."
    );
    assert_eq!(
        cell(0, Column::Earlier),
        "September 17: Seen in between 3 and 4 of 10 rooms. Visiting other rooms on other days, it could well have been 2 to 6 of 10. 45 rooms, steady."
    );
    assert_eq!(
        (cell(0, Column::Asked), cell(0, Column::Note)),
        ("1: Who talks?", "(before it, question 1 was taken on; phase “Build” begins)")
    );
    assert_eq!(cell(1, Column::Group), "Alder");
    assert_eq!(cell(1, Column::Rooms), "20");
    assert_eq!(cell(1, Column::Note), "");
    assert_eq!(
        cell(3, Column::Note),
        "Shown together, because in at least one of them alone fewer than 10 rooms could be counted: Alder and Bramble."
    );
    assert_eq!([Column::Seen, Column::Change].map(|column| cell(4, column)), [""; 2]);
    assert_eq!(
        cell(4, Column::Note),
        "Not shown, because fewer than 10 of the visited rooms could be counted for it. A picture of so few would point at someone."
    );
    let of_the_round = [Column::Contexts, Column::Action, Column::By, Column::Question];
    for row in [0, 3, 4] {
        assert_eq!(
            of_the_round.map(|column| cell(row, column)),
            [
                "we had just finished a test; it was the first day of a new topic",
                "Buy tables",
                "2026-12-01",
                "Who talks?"
            ]
        );
    }
    for row in [1, 2] {
        assert_eq!(of_the_round.map(|column| cell(row, column)), [""; 4], "no group said or does it");
    }
}

#[test]
fn each_number_of_a_file_is_one_that_its_release_says() {
    for language in Language::ALL {
        let releases = two_rounds("Look again");
        let table = table("Look again", &["Alder", "Bramble"], language);
        let release = &releases[1];
        let picture = &words::of(language).picture;
        let mut said: BTreeSet<String> =
            ["Look again", "10", "1", "", "2026-11-09", "2026-11-12", "2026-12-01"].map(str::to_owned).into();
        said.insert((picture.rooms)(45));
        for finding in &release.findings {
            let whole = finding.whole().into_iter();
            for range in whole.chain(finding.cells.iter().map(Cell::range)) {
                said.extend([(picture.seen)(HowMany::of(range)), (picture.could_be)(HowFar::of(range))]);
                said.extend([range.rooms.to_string(), (picture.rests_on)(range.rooms, picture.how_steady(range))]);
                said.insert((picture.group_rooms)(range.rooms, picture.how_steady(range)));
            }
            let line = picture.line_in_words(&finding.look_for, finding.version, finding.line).unwrap();
            said.extend([finding.look_for.to_string(), picture.label(&finding.look_for, 1), (picture.line)(&line)]);
            said.insert(picture.changed(&history(finding, release, &releases[..1])));
            let both = schools(&["Alder", "Bramble"]);
            said.extend(picture.why_hidden(finding, release));
            said.extend(words::of(language).why_together(finding, release, None, &both));
        }
        let before = releases[0].findings[0].whole().unwrap();
        let day = words::dates::day(releases[0].ends, language);
        let rooms = (picture.group_rooms)(before.rooms, picture.how_steady(before));
        said.insert(format!("{day}: {} {rooms}", picture.sentence(before)));
        let trend = &words::of(language).trend;
        let phase = (trend.phase)(if language == Language::En { "Build" } else { "Construir" });
        said.insert(format!("({}; {phase})", (trend.question)("1", 1)));
        said.extend([picture.protects(10), "1: Who talks?".to_owned()]);
        for cell in table.rows.iter().flatten().filter(|cell| cell.chars().any(char::is_numeric)) {
            assert!(said.contains(cell), "{cell:?} is not what the release says");
        }
    }
}

#[test]
fn what_a_release_does_not_say_makes_no_other_file() {
    // The release is all that a round leaves: whoever visited, in which rooms and how often, and what was written there.
    let files = |releases: &[Release]| {
        let table = of_round(releases, "Alder", &schools(&["Alder", "Bramble"]), Language::En).unwrap();
        (csv(&table).unwrap(), workbook(&table).unwrap())
    };
    let releases = two_rounds("Look again");
    let read_back: Vec<Release> =
        releases.iter().map(|release| serde_json::from_str(&write(release)).unwrap()).collect();
    assert_eq!(files(&releases), files(&read_back));
    // 17 and 18 of 20 rooms are told apart by nobody, in a file as little as on the screen.
    let mut other = two_rounds("Look again");
    other[1].findings[0] = finding("DIS-04", &[(0, 17, 20), (1, 24, 25)]);
    assert_eq!(Coded::of(23, 25), Coded::of(24, 25));
    assert_eq!(files(&releases), files(&other));
    other[1].action.owner = Name::parse("Somebody else").unwrap();
    assert_eq!(files(&releases), files(&other), "a file names nobody");
}
