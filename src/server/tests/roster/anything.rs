//! Laws that hold for every roster: what does not matter does not matter, and no bytes bring the importer down.

use std::borrow::Cow;

use domain::roster::Roster;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use server::roster::{Choices, Export, Held, Offered, Patterns, WithoutLocation};

use crate::archives::zip;
use crate::office::today;

const ORGS: [&[&str]; 5] = [
    &["sourcedId", "status", "name", "type", "parentSourcedId"],
    &["d", "", "Rivermoor", "district", ""],
    &["a", "active", "Alder", "school", "d"],
    &["b", "", "Birch", "school", "d"],
    &["c", "tobedeleted", "Cedar", "school", "d"],
];
const CLASSES: [&[&str]; 6] = [
    &["sourcedId", "status", "title", "grades", "location", "schoolSourcedId", "subjects", "courseSourcedId"],
    &["c1", "", "ELD 1", "02,03", "Room 1", "a", "English", "k1"],
    &["c2", "active", "Algebra", "09", "Room 2", "a", "Mathematics", ""],
    &["c3", "", "AP Biology", "12", "Lab", "b", "", "k2"],
    &["c4", "tobedeleted", "Old", "01", "Room 9", "b", "", ""],
    &["c5", "", "Art", "KG", "", "b", "Art", "k9"],
];
const COURSES: [&[&str]; 3] =
    [&["sourcedId", "title", "courseCode", "grades"], &["k1", "Honors", "H", "04"], &["k2", "Science", "", "11"]];

/// How somebody else would have written a table that says the same.
#[derive(Debug, Clone)]
struct Spelling {
    order: Vec<Index>,
    rows: Vec<Index>,
    upper: Vec<bool>,
    /// Where a column of another's stands, and what it is called.
    extra: Vec<(Index, String)>,
    mark: bool,
    windows: bool,
    between: char,
}

fn spelling() -> impl Strategy<Value = Spelling> {
    let extra = vec((any::<Index>(), "(|metadata\\.[a-z]{3,8}|x_[a-z]{3})"), 0..4);
    let lists = (vec(any::<Index>(), 10), vec(any::<Index>(), 10), vec(any::<bool>(), 10));
    (lists, extra, any::<bool>(), any::<bool>(), prop_oneof![Just(','), Just(';'), Just('\t')]).prop_map(
        |((order, rows, upper), extra, mark, windows, between)| Spelling {
            order,
            rows,
            upper,
            extra,
            mark,
            windows,
            between,
        },
    )
}

impl Spelling {
    fn written(&self, table: &[&[&str]]) -> Vec<u8> {
        let mut columns: Vec<usize> = (0..table[0].len()).collect();
        shuffle(&mut columns, &self.order);
        let mut rows: Vec<&[&str]> = table[1..].to_vec();
        shuffle(&mut rows, &self.rows);
        let mut text = String::new();
        for (number, row) in std::iter::once(&table[0]).chain(&rows).enumerate() {
            let mut cells: Vec<String> = columns.iter().map(|column| row[*column].to_owned()).collect();
            if number == 0 {
                let heads = cells.iter_mut().zip(self.upper.iter().cycle());
                heads.filter(|(_, upper)| **upper).for_each(|(cell, _)| *cell = cell.to_uppercase());
            }
            for (serial, (place, name)) in self.extra.iter().enumerate() {
                let name = if name.is_empty() { String::new() } else { format!("{name}{serial}") };
                let cell = if number == 0 { name } else { "of, no; \"account\"\t".to_owned() };
                cells.insert(place.index(cells.len() + 1), cell);
            }
            let quoted = cells.iter().map(|cell| match cell.contains([',', ';', '"', '\t']) {
                true => format!("\"{}\"", cell.replace('"', "\"\"")),
                false => cell.clone(),
            });
            text.push_str(&quoted.collect::<Vec<_>>().join(&self.between.to_string()));
            text.push_str(if self.windows { "\r\n" } else { "\n" });
        }
        let mark: &[u8] = if self.mark { b"\xef\xbb\xbf" } else { b"" };
        [mark, text.as_bytes()].concat()
    }
}

fn shuffle<T>(list: &mut [T], by: &[Index]) {
    for (place, with) in by.iter().enumerate().take(list.len()) {
        list.swap(place, with.index(list.len()));
    }
}

fn roster(tables: [Vec<u8>; 3]) -> (String, Roster, usize) {
    let [orgs, classes, courses] = tables.map(Cow::Owned);
    let files = vec![("orgs.csv", orgs), ("classes.csv", classes), ("courses.csv", courses)];
    let export =
        Export::read(Offered::files(files).unwrap(), &Choices::on(today()), &Held::default()).expect("a good export");
    (export.district, export.roster, export.faults.len())
}

/// Reads whatever it is, in every way.
fn reads(name: &str, bytes: &[u8]) {
    let grouped = Choices { without_location: WithoutLocation::GroupedByTeacher, ..Choices::on(today()) };
    for choices in [Choices::on(today()), grouped] {
        let read = Offered::uploaded(name, bytes.to_vec()).and_then(|it| Export::read(it, &choices, &Held::default()));
        let _ = read.map(|export| export.faults.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
}

/// Text that is nearly a table.
fn nearly_a_table() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        Just("sourcedId".to_owned()),
        Just("schoolSourcedId".to_owned()),
        Just("School".to_owned()),
        Just("Room".to_owned()),
        Just("name".to_owned()),
        Just("type".to_owned()),
        Just("school".to_owned()),
        Just("endDate".to_owned()),
        Just("a".to_owned()),
        Just("\"".to_owned()),
        Just("\r\n".to_owned()),
        Just("sep=".to_owned()),
        "\\PC{0,6}",
        any::<String>(),
    ];
    vec((cell, prop_oneof![Just(","), Just("\n"), Just(";"), Just("\t"), Just("")]), 0..40)
        .prop_map(|cells| cells.into_iter().map(|(cell, after)| cell + after).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_order_case_and_company_of_columns_gives_the_same_roster(
        orgs in spelling(), classes in spelling(), courses in spelling(),
    ) {
        let plain = |table: &[&[&str]]| {
            Spelling {
                order: vec![], rows: vec![], upper: vec![false], extra: vec![], mark: false, windows: false, between: ',',
            }
            .written(table)
        };
        let expected = roster([plain(&ORGS), plain(&CLASSES), plain(&COURSES)]);
        prop_assert_eq!(expected.1.rooms.len(), 4);
        let other = roster([orgs.written(&ORGS), classes.written(&CLASSES), courses.written(&COURSES)]);
        prop_assert_eq!(other, expected);
    }

    #[test]
    fn no_bytes_bring_the_importer_down(bytes in vec(any::<u8>(), 0..400), start in 0..5_usize) {
        let starts: [&[u8]; 5] = [b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbfSchool,Room\n", b"School,Room\n"];
        reads("roster", &[starts[start], &bytes].concat());
    }

    #[test]
    fn no_text_that_is_nearly_a_table_brings_it_down(texts in vec(nearly_a_table(), 5)) {
        reads("roster.csv", texts[0].as_bytes());
        let names = ["orgs.csv", "classes.csv", "courses.csv", "academicSessions.csv", "enrollments.csv"];
        let files: Vec<(&str, &[u8])> = names.iter().zip(&texts).map(|(name, text)| (*name, text.as_bytes())).collect();
        reads("roster.zip", &zip(&files));
        let _ = Patterns::read(&texts[0]);
    }

    #[test]
    fn no_damage_to_a_zip_or_a_workbook_brings_it_down(changes in vec((any::<Index>(), any::<u8>()), 1..8), cut in any::<Index>()) {
        let plain: Vec<Vec<u8>> = [&ORGS[..], &CLASSES].iter().map(|table| {
            table.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n").into_bytes()
        }).collect();
        let export = zip(&[("orgs.csv", &plain[0]), ("classes.csv", &plain[1])]);
        for whole in [export, crate::sheets::sample()] {
            let mut bytes = whole;
            for (place, byte) in &changes {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            reads("roster.zip", &bytes);
            bytes.truncate(cut.index(bytes.len()));
            reads("roster.zip", &bytes);
        }
    }
}
