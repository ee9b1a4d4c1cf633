//! Whatever somebody wrote, a cell of a file is a text, and it comes out as it went in.

use std::io::{Cursor, Read};

use domain::language::Language;
use words::export::Kind;

use super::super::{csv, workbook};
use super::{read_csv, read_workbook, table};

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
        let heads = Kind::Round.columns().iter().map(|column| (words::export::of(language).head)(*column).to_owned());
        let heads: Vec<String> = heads.collect();
        assert_eq!(read_csv(&bytes)[0], heads);
    }
}

#[test]
fn a_workbook_brings_its_dictionary_and_does_not_say_when_somebody_asked_for_it() {
    let table = table("Look", &["Alder", "Bramble"], Language::En);
    let bytes = workbook(&table).unwrap();
    assert_eq!(bytes, workbook(&table).unwrap());
    let sheets = read_workbook(bytes.clone());
    assert_eq!(sheets[1].len(), Kind::Round.columns().len() + 1);
    assert!(sheets[1].iter().all(|row| row.len() == 2 && !row[1].is_empty()));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut core = String::new();
    archive.by_name("docProps/core.xml").unwrap().read_to_string(&mut core).unwrap();
    assert!(core.contains("2026-11-13T00:00:00Z"), "{core}");
    assert!(!core.contains("2027") && !core.contains("2025"), "{core}");
}
