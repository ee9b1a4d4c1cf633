//! A table as a workbook for spreadsheets: the cells on one sheet and what the columns mean on the other, all of it text.

use domain::time::Day;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::Table;

/// Why no workbook was written.
#[derive(Debug, thiserror::Error)]
#[error("the workbook was not written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// How wide a column is, in characters.
const NARROW: f64 = 14.0;
/// How wide a column of sentences is.
const WIDE: f64 = 40.0;

/// The file. The same table is the same file, to the byte.
///
/// # Errors
/// When a cell does not fit a sheet: the longest that a plan takes is far below the 32,767 characters that do.
pub fn workbook(table: &Table) -> Result<Vec<u8>, NotWritten> {
    let words = words::export::of(table.language);
    let mut workbook = Workbook::new();
    // Without a day of its own it would say when somebody asked for it.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made_on(table.day)?));
    let heads: Vec<String> = table.columns.iter().map(|column| (words.head)(*column).to_owned()).collect();
    let meanings =
        table.columns.iter().map(|column| vec![(words.head)(*column).to_owned(), (words.meaning)(*column).to_owned()]);
    let meanings: Vec<Vec<String>> = meanings.collect();
    let sheet = workbook.add_worksheet().set_name(words.picture)?;
    fill(sheet, &heads, &table.rows)?;
    let sheet = workbook.add_worksheet().set_name(words.dictionary)?;
    fill(sheet, &[words.column.to_owned(), words.means.to_owned()], &meanings)?;
    Ok(workbook.save_to_buffer()?)
}

/// Writes texts, never formulas and never numbers: what a cell says is what it holds.
fn fill(sheet: &mut Worksheet, heads: &[String], rows: &[Vec<String>]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    for (column, head) in (0..).zip(heads) {
        sheet.write_string_with_format(0, column, head, &bold)?;
        let longest = rows.iter().filter_map(|row| row.get(usize::from(column))).map(|cell| cell.chars().count()).max();
        sheet.set_column_width(column, if longest > Some(24) { WIDE } else { NARROW })?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string_with_format(line, column, cell, &wrapped)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn made_on(day: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.to_string())
}
