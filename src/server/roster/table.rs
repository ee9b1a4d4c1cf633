//! One CSV file: rows by the names of their columns, whatever the order and case of these.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{Effect, Fault, Refused, What};

/// A file's rows.
pub struct Table {
    file: &'static str,
    /// The place of each column, by its name in lower case.
    columns: BTreeMap<String, usize>,
    rows: Vec<Row>,
}

/// One row.
pub struct Row {
    /// The line on which it begins.
    pub number: u64,
    cells: StringRecord,
}

/// Where a column stands; a file may lack it.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its name, for messages.
    pub name: &'static str,
    place: Option<usize>,
}

impl Table {
    /// Reads a file. Rows with another number of cells than there are columns are skipped, each with a fault.
    pub fn read(file: &'static str, bytes: &[u8], faults: &mut Vec<Fault>) -> Result<Table, Refused> {
        let not_csv = |cause: String| Refused::NotCsv { file, cause };
        let text = text(bytes).map_err(not_csv)?;
        let mut reader = ReaderBuilder::new().flexible(true).trim(Trim::All).from_reader(text.as_bytes());
        let unread = |cause: csv::Error| not_csv(cause.to_string());
        let header = reader.headers().map_err(unread)?.clone();
        if header.iter().all(str::is_empty) {
            return Err(not_csv("it has no column names".to_owned()));
        }
        let mut columns = BTreeMap::new();
        for (place, name) in header.iter().enumerate() {
            columns.entry(name.to_lowercase()).or_insert(place);
        }

        let (mut rows, mut lines) = (Vec::new(), Lines { text, counted: 0, number: 1 });
        for cells in reader.records() {
            let cells = cells.map_err(unread)?;
            let number = lines.at(cells.position().map_or(0, csv::Position::byte));
            // A quotation mark that is never closed takes the rest of the file into one cell.
            let runs_on = |cell: &str| cell.contains('\n') && text.trim_end().ends_with(cell.trim_end());
            if cells.iter().next_back().is_some_and(runs_on) {
                return Err(not_csv(format!("a quotation mark in row {number} is never closed")));
            }
            if cells.len() == header.len() {
                rows.push(Row { number, cells });
            } else {
                let what = What::Cells { found: cells.len(), wanted: header.len() };
                faults.push(Fault { file, row: number, what, effect: Effect::RowSkipped });
            }
        }
        Ok(Table { file, columns, rows })
    }

    /// The first of `names` that the file has. Dialects of OneRoster call some columns by other names.
    pub fn column(&self, names: &[&'static str]) -> Column {
        let found = names.iter().find_map(|name| Some((*name, *self.columns.get(&name.to_lowercase())?)));
        match found {
            Some((name, place)) => Column { name, place: Some(place) },
            None => Column { name: names.first().copied().unwrap_or_default(), place: None },
        }
    }

    /// A column without which the file says nothing.
    pub fn required(&self, names: &[&'static str]) -> Result<Column, Refused> {
        let column = self.column(names);
        let missing = Refused::NoColumn { file: self.file, column: column.name };
        column.place.map(|_| column).ok_or(missing)
    }

    /// The rows, first to last.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }
}

impl Row {
    /// The cell in a column, trimmed; blank when the file lacks the column.
    pub fn cell(&self, column: Column) -> &str {
        column.place.and_then(|place| self.cells.get(place)).unwrap_or_default()
    }

    /// The values of a list in one cell.
    pub fn list(&self, column: Column) -> impl Iterator<Item = &str> {
        self.cell(column).split(',').map(str::trim).filter(|value| !value.is_empty())
    }
}

/// The identifiers that the rows of one file have had so far, and where.
#[derive(Default)]
pub struct Ids(BTreeMap<String, u64>);

impl Ids {
    /// The identifier of a row, which no earlier row had.
    pub fn new_id(&mut self, row: &Row, column: Column) -> Result<String, What> {
        let id = row.cell(column);
        if id.is_empty() {
            return Err(What::Blank(column.name));
        }
        match self.0.get(id) {
            Some(first) => Err(What::Twice { value: id.to_owned(), first: *first }),
            None => {
                self.0.insert(id.to_owned(), row.number);
                Ok(id.to_owned())
            }
        }
    }
}

/// Whether a status says that its row is in use; a blank one does.
pub fn is_active(status: &str) -> Result<bool, What> {
    match status.to_lowercase().as_str() {
        "" | "active" => Ok(true),
        // OneRoster 1.0 said inactive.
        "tobedeleted" | "inactive" => Ok(false),
        _ => Err(What::Unknown { column: "status", value: status.to_owned() }),
    }
}

/// The file as text, without a byte order mark.
fn text(bytes: &[u8]) -> Result<&str, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("it is UTF-16".to_owned());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|cause| {
        let row = bytes[..cause.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("row {row} has a byte that is no text")
    })
}

/// Counts lines, because the reader is one behind where lines end as on Windows.
struct Lines<'text> {
    text: &'text str,
    counted: usize,
    number: u64,
}

impl Lines<'_> {
    /// The line of the first row at or after a byte; bytes come in rising order.
    fn at(&mut self, byte: u64) -> u64 {
        let begins = usize::try_from(byte).unwrap_or(usize::MAX).clamp(self.counted, self.text.len());
        let bytes = self.text.as_bytes();
        let blank = bytes[begins..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let passed = &bytes[self.counted..begins + blank];
        self.number += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.counted = begins + blank;
        self.number
    }
}
