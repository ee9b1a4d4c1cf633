//! A table as CSV that spreadsheets open as text: UTF-8 with its mark, lines that end in CR LF, and no cell that is taken
//! for a formula.

use super::Table;

/// Without it Excel takes a file for one in the letters of the system it runs on.
const UTF_8: &[u8] = "\u{feff}".as_bytes();

/// The file.
///
/// # Errors
/// When writing to memory fails, which it does not.
pub fn csv(table: &Table) -> std::io::Result<Vec<u8>> {
    let words = words::export::of(table.language);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(UTF_8.to_vec());
    writer.write_record(table.columns.iter().map(|column| (words.head)(*column)))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| plain(cell)))?;
    }
    writer.into_inner().map_err(|cause| cause.into_error())
}

/// The cell, with an apostrophe before it where a spreadsheet could take it for a formula (OWASP, "CSV Injection"): it
/// begins with = + - @ or what looks like them, or with white space, which some programs skip.
fn plain(cell: &str) -> String {
    let begins = cell.chars().next().is_some_and(|first| {
        matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
            || first.is_whitespace()
            || first.is_control()
    });
    if begins { format!("'{cell}") } else { cell.to_owned() }
}
