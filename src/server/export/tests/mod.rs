//! A file holds what its releases say and nothing else, and no cell of it does anything when it is opened.

mod dictionary;
mod round;
mod spreadsheets;
mod term;
mod views;

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use domain::ids::{RoundId, SchoolId};
use domain::language::Language;
use domain::library::{Library, LookForId};
use domain::note::Context;
use domain::release::{Cell, Coded, Finding, Release};
use domain::roster::{Roster, School};
use domain::round::{Action, GroupValue, Grouping, Question};
use domain::text::{Name, Sentence};
use domain::time::Day;
use words::export::Column;

use super::{Table, of_round};

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

impl Table {
    /// What stands in a row under a column.
    fn cell(&self, row: usize, column: Column) -> &str {
        &self.rows[row][self.columns.iter().position(|other| *other == column).unwrap()]
    }
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
