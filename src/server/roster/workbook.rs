//! A spreadsheet as Excel and its like save it: the cells of its first sheet that has any.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{Data, DataRef, Reader, Xlsx};

use super::Refused;
use super::archive::Source;
use super::sheet::{self, MOST_COLUMNS, MOST_ROWS, Sheet};
use super::table::Row;

/// Reads a workbook of which the zip was found harmless.
pub fn read(name: &str, source: Box<dyn Source>) -> Result<Sheet, Refused> {
    let refused = |cause: String| Refused::NotAWorkbook { file: name.to_owned(), cause };
    // The reader is another's and the file anybody's: should it stumble, one upload is refused and nothing else stops.
    let rows = catch_unwind(AssertUnwindSafe(|| rows(source)))
        .unwrap_or_else(|_| Err("its cells cannot be read".to_owned()))
        .map_err(refused)?;
    if rows.len() > MOST_ROWS {
        return Err(Refused::TooManyRows { file: name.to_owned(), most: MOST_ROWS });
    }
    sheet::of_rows(&Arc::from(name), rows)
}

/// The rows of the first sheet with cells. Cells are read one by one: a range over all of them would have room for every
/// cell between the first and the last, and the last may be claimed to be a million rows away.
fn rows(source: Box<dyn Source>) -> Result<Vec<Row>, String> {
    let mut workbook = Xlsx::new(source).map_err(|cause| cause.to_string())?;
    for name in workbook.sheet_names() {
        let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(|cause| cause.to_string())?;
        while let Some(cell) = cells.next_cell().map_err(|cause| cause.to_string())? {
            let (row, column) = cell.get_position();
            let (column, text) = (column as usize, written(cell.get_value()));
            if column >= MOST_COLUMNS || text.is_empty() {
                continue;
            }
            if rows.last().is_none_or(|(last, _)| *last != row) {
                rows.push((row, vec![String::new(); MOST_COLUMNS]));
            }
            if let Some((_, cells)) = rows.last_mut() {
                cells[column] = text;
            }
            if rows.len() > MOST_ROWS {
                break;
            }
        }
        if !rows.is_empty() {
            let row = |(row, cells): (u32, Vec<String>)| Row::of(u64::from(row) + 1, cells.iter().map(String::as_str));
            return Ok(rows.into_iter().map(row).collect());
        }
    }
    Err("it has no cells".to_owned())
}

/// A cell as somebody typed it. Excel takes `3-5` for the fifth of March; here it is `3-5` again.
fn written(cell: &DataRef<'_>) -> String {
    match Data::from(cell.clone()) {
        Data::DateTime(date) => {
            let (_, month, day, ..) = date.to_ymd_hms_milli();
            format!("{month}-{day}")
        }
        other => other.to_string().trim().to_owned(),
    }
}
