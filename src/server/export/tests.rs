//! A file holds what its releases say and nothing else, and no cell of it does anything when it is opened.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use domain::change::write;
use domain::ids::{RoundId, SchoolId};
use domain::language::Language;
use domain::library::{Library, LookForId};
use domain::note::Context;
use domain::release::{Cell, Coded, Finding, Release, Term, history};
use domain::roster::{Roster, School};
use domain::round::{Action, GroupNumber, GroupValue, Grouping, Question};
use domain::text::{Name, Sentence};
use domain::time::Day;
use words::export::{Column, OF_ROUND, OF_TERM};
use words::picture::{HowFar, HowMany};

use super::{Table, csv, of_round, of_term, workbook};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn school(number: u8) -> SchoolId {
    SchoolId::from_bytes([number; 16])
}

fn schools(names: &[&str]) -> Roster {
    let schools = (1..).zip(names).map(|(number, name)| School { id: school(number), name: (*name).to_owned() });
    Roster { schools: schools.collect(), rooms: Vec::new() }
}

fn finding(id: &str, cells: &[(u8, u32, u32)]) -> Finding {
    let id = LookForId::parse(id).unwrap();
    let look_for = Library::shipped().current(&id).unwrap();
    let cells = cells.iter().map(|(group, yes, rooms)| Cell {
        groups: BTreeSet::from([*group]),
        rooms: *rooms,
        coded: Coded::of(*yes, *rooms),
    });
    Finding { version: look_for.version, line: look_for.line.rule, cells: cells.collect(), look_for: id }
}

fn both_together(id: &str, yes: u32, rooms: u32) -> Finding {
    let mut finding = finding(id, &[(0, yes, rooms)]);
    finding.cells[0].groups.insert(1);
    finding
}

fn release(purpose: &str, closed: &str, findings: Vec<Finding>) -> Release {
    let closed = day(closed);
    Release {
        round: RoundId::from_bytes([closed.days_since(day("2026-01-01")) as u8; 16]),
        schools: BTreeSet::from([school(1), school(2)]),
        opens: closed.plus(-4),
        ends: closed.plus(-1),
        closed,
        purpose: Sentence::parse(purpose).unwrap(),
        grouping: Grouping::School,
        groups: vec![BTreeSet::from([GroupValue::School(school(1))]), BTreeSet::from([GroupValue::School(school(2))])],
        k: 10,
        rooms: Some(45),
        refused: BTreeSet::new(),
        findings,
        contexts: BTreeSet::from([Context::AfterATest, Context::NewTopic]),
        action: Action {
            owner: Name::parse("Owner whom no file names").unwrap(),
            what: Sentence::parse("Buy tables").unwrap(),
            by: day("2026-12-01"),
        },
        question: Question { team: Name::parse("Grade 4").unwrap(), asks: Sentence::parse("Who talks?").unwrap() },
    }
}

fn two_rounds(purpose: &str) -> Vec<Release> {
    let before = vec![finding("DIS-04", &[(0, 6, 20), (1, 9, 25)])];
    let after =
        vec![finding("DIS-04", &[(0, 17, 20), (1, 23, 25)]), both_together("DIS-02", 9, 40), finding("LAS-01", &[])];
    vec![release("See", "2026-09-18", before), release(purpose, "2026-11-13", after)]
}

fn table(purpose: &str, names: &[&str], language: Language) -> Table {
    of_round(&two_rounds(purpose), names[0], &schools(names), language).unwrap()
}

/// The cells of a CSV file, its heads first.
fn read_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cells of a workbook's sheets, all of which are text or empty.
fn read_workbook(bytes: Vec<u8>) -> Vec<Vec<Vec<String>>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    };
    let sheets = workbook.sheet_names().into_iter().map(|name| {
        assert!(workbook.worksheet_formula(&name).unwrap().is_empty(), "{name} has a formula");
        workbook.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(text).collect()).collect()
    });
    sheets.collect()
}

#[test]
fn a_file_says_what_the_screen_says() {
    let table = table("Look again", &["Alder", "Bramble"], Language::En);
    let cell = |row: usize, column: Column| {
        table.rows[row][OF_ROUND.iter().position(|other| *other == column).unwrap()].clone()
    };
    assert_eq!(table.rows.len(), 5, "DIS-04 with its two groups, DIS-02, LAS-01");
    assert_eq!(cell(0, Column::Schools), "Alder and Bramble");
    assert_eq!(cell(0, Column::Group), "All rooms");
    assert_eq!(cell(0, Column::Seen), "Seen in about 9 of 10 rooms or more.");
    assert_eq!(cell(0, Column::Change), "More rooms than on September 17, beyond what chance would do.");
    assert_eq!(cell(1, Column::Group), "Alder");
    assert_eq!(cell(1, Column::Rooms), "20");
    assert_eq!(cell(1, Column::Note), "");
    assert_eq!(
        cell(3, Column::Note),
        "Shown together, because in at least one of them alone fewer than 10 rooms could be counted: Alder and Bramble."
    );
    assert_eq!(cell(4, Column::Seen), "");
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
            said.insert(picture.changed(&history(finding, &release.schools, &releases[..1])));
            let both = schools(&["Alder", "Bramble"]);
            let name = |groups: &BTreeSet<GroupNumber>| words::of(language).roster.groups(groups, release, &both);
            said.extend(picture.why_hidden(finding, release));
            said.extend(picture.why_together(finding, release, None, name));
        }
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

#[test]
fn no_cell_is_a_formula_whatever_somebody_wrote() {
    let hostile = [
        "=HYPERLINK(\"http://evil.example\",\"Open\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "＝1+1",
        "=1,\"two\";\"three\"",
    ];
    for text in hostile {
        let table = table(text, &[text, "=2"], Language::En);
        let cells = read_csv(&csv(&table).unwrap());
        for cell in cells.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{cell:?}");
        }
        assert_eq!(cells[1][3], format!("'{text}"), "the words are all there, after an apostrophe");
        let sheets = read_workbook(workbook(&table).unwrap());
        assert_eq!(sheets[0][1][3], text, "in a workbook a text is a text, and needs nothing before it");
    }
}

#[test]
fn white_space_before_a_formula_hides_it_from_nobody() {
    // No text of a plan begins with white space; a school's name comes from elsewhere.
    for name in [" =1+1", "\t=1+1", "\r=1+1", "\n=1+1", "\u{a0}=1+1"] {
        let table = table("Look", &[name, "Bramble"], Language::En);
        let cells = read_csv(&csv(&table).unwrap());
        let first = cells[1][0].clone();
        assert!(first.starts_with('\'') || first.starts_with("Bramble"), "{first:?}");
        assert!(cells.iter().flatten().all(|cell| !cell.starts_with(char::is_whitespace)), "{name:?}");
    }
}

#[test]
fn commas_quotes_lines_long_and_right_to_left_texts_come_out_as_they_went_in() {
    let long = "palabra ".repeat(34);
    for text in ["a, \"b\"; c", "مدرسة النور: ما الذي نراه؟", "日本語 – ¿qué vemos?", long.trim()]
    {
        let name = format!("{text}\nNorth, \"old\"");
        let table = table(text, &[&name, "Bramble"], Language::Es);
        let cells = read_csv(&csv(&table).unwrap());
        assert_eq!(cells[1][3], text);
        assert_eq!(&cells[1..], table.rows.as_slice(), "each cell is in its place");
        let sheets = read_workbook(workbook(&table).unwrap());
        assert_eq!(sheets[0][1][3], text);
    }
}

#[test]
fn a_file_ends_its_lines_as_spreadsheets_want_and_heads_its_columns() {
    for language in Language::ALL {
        let bytes = csv(&table("Look", &["Alder", "Bramble"], language)).unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        assert_eq!(text.matches("\r\n").count(), 6);
        let heads: Vec<String> =
            OF_ROUND.iter().map(|column| (words::export::of(language).head)(*column).to_owned()).collect();
        assert_eq!(read_csv(&bytes)[0], heads);
    }
}

#[test]
fn a_workbook_brings_its_dictionary_and_does_not_say_when_somebody_asked_for_it() {
    let table = table("Look", &["Alder", "Bramble"], Language::En);
    let bytes = workbook(&table).unwrap();
    assert_eq!(bytes, workbook(&table).unwrap());
    let sheets = read_workbook(bytes.clone());
    assert_eq!(sheets[1].len(), OF_ROUND.len() + 1);
    assert!(sheets[1].iter().all(|row| row.len() == 2 && !row[1].is_empty()));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut core = String::new();
    archive.by_name("docProps/core.xml").unwrap().read_to_string(&mut core).unwrap();
    assert!(core.contains("2026-11-13T00:00:00Z"), "{core}");
    assert!(!core.contains("2027") && !core.contains("2025"), "{core}");
}

#[test]
fn a_term_says_of_each_school_how_it_stands_and_never_in_the_order_of_results() {
    let names = ["Alder", "Bramble", "Cotton"];
    let term = Term::holding(day("2026-11-13"));
    let table = of_term(term, &two_rounds("Look"), "Dry Creek", &schools(&names).schools, Language::En);
    let place = |column: Column| OF_TERM.iter().position(|other| *other == column).unwrap();
    let about: Vec<&str> = table.rows[..4].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(about, ["All schools that are shown", "Alder", "Bramble", "Cotton"]);
    assert_eq!(table.rows[3][place(Column::Note)], "Not looked for in this term: Cotton.");
    assert_eq!(table.name, "dry-creek-2026-08-01-2026-12-31");
    let hidden = table.rows.iter().find(|row| row[place(Column::LookForId)] == "LAS-01").unwrap();
    assert!(hidden[place(Column::Note)].starts_with("Not shown, because there were too few rooms"));
}

#[test]
fn the_data_dictionary_in_the_docs_is_the_one_in_the_file() {
    let docs = include_str!("../../../docs/export.md");
    let (english, spanish) = (words::export::of(Language::En), words::export::of(Language::Es));
    for column in OF_ROUND {
        let row = format!(
            "| {} | {} | {} | {} |",
            (english.head)(column),
            (spanish.head)(column),
            if OF_TERM.contains(&column) { "round, term" } else { "round" },
            (english.meaning)(column)
        );
        assert!(docs.contains(&row), "docs/export.md lacks this row:\n{row}");
    }
    let rows = docs.lines().skip_while(|line| !line.starts_with("| column |")).take_while(|line| line.starts_with('|'));
    assert_eq!(rows.count(), OF_ROUND.len() + 2, "a row that no file has");
    assert!(OF_TERM.iter().all(|column| OF_ROUND.contains(column)));
}
