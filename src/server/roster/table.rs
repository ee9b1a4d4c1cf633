//! One file by the names of its columns, whatever the order, the case and the company of these.

use std::collections::BTreeMap;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::offered::File;
use super::text::{Text, decoded};
use super::{Effect, Fault, Refused, What};

/// A file's rows.
pub struct Table {
    /// What the file is called, for messages.
    pub file: Arc<str>,
    /// The place of each column, by the letters and digits of its name.
    columns: BTreeMap<String, usize>,
    /// The names as they stand there, for messages.
    header: Vec<String>,
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
    /// Reads a file of which the first line that is not blank names the columns.
    pub fn read(file: &File, faults: &mut Vec<Fault>) -> Result<Table, Refused> {
        Table::of(&file.name, grid(&file.name, &file.bytes)?, faults)
    }

    /// The table of rows of which the first names the columns. Rows with another number of cells than there are columns
    /// are skipped, each with a fault; rows of blank cells and cells without a column are nothing.
    pub fn of(
        file: &Arc<str>,
        mut grid: impl Iterator<Item = Result<Row, Refused>>,
        faults: &mut Vec<Fault>,
    ) -> Result<Table, Refused> {
        let header = grid.find(|row| row.as_ref().map_or(true, |row| !row.is_blank()));
        let header = header.transpose()?.ok_or_else(|| Refused::Empty(file.to_string()))?;
        let fault = |row, what, effect| Fault { file: file.clone(), row: Some(row), what, effect };
        let (mut columns, mut named) = (BTreeMap::new(), 0);
        for (place, name) in header.cells.iter().enumerate() {
            let plain = plain(name);
            if plain.is_empty() {
                continue;
            }
            named = place + 1;
            if *columns.entry(plain).or_insert(place) != place {
                faults.push(fault(header.number, What::ColumnTwice(name.to_owned()), Effect::SecondIgnored));
            }
        }
        let mut rows = Vec::new();
        for row in grid {
            let row = row?;
            let surplus = row.cells.iter().skip(header.cells.len()).any(|cell| !cell.is_empty());
            if row.is_blank() {
                continue;
            }
            if row.cells.len() < named || surplus {
                let what = What::Cells { found: row.cells.len(), wanted: header.cells.len() };
                faults.push(fault(row.number, what, Effect::RowSkipped));
            } else {
                rows.push(row);
            }
        }
        let header = header.cells.iter().filter(|name| !name.is_empty()).map(str::to_owned).collect();
        Ok(Table { file: file.clone(), columns, header, rows })
    }

    /// The first of `names` that the file has. Dialects of OneRoster call some columns by other names.
    pub fn column(&self, names: &[&'static str]) -> Column {
        let found = names.iter().find_map(|name| Some((*name, *self.columns.get(&plain(name))?)));
        match found {
            Some((name, place)) => Column { name, place: Some(place) },
            None => Column { name: names.first().copied().unwrap_or_default(), place: None },
        }
    }

    /// A column without which the file says nothing.
    pub fn required(&self, names: &[&'static str]) -> Result<Column, Refused> {
        let column = self.column(names);
        let missing = || Refused::NoColumn {
            file: self.file.to_string(),
            column: column.name,
            there: self.header.iter().take(20).cloned().collect(),
        };
        column.place.map(|_| column).ok_or_else(missing)
    }

    /// Whether one of `names` is a column of the file.
    pub fn has(&self, names: &[&'static str]) -> bool {
        self.column(names).place.is_some()
    }

    /// The rows, first to last.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }

    /// A fault in one of the rows.
    pub fn fault(&self, row: u64, what: What, effect: Effect) -> Fault {
        Fault { file: self.file.clone(), row: Some(row), what, effect }
    }
}

impl Row {
    /// A row of cells, each trimmed.
    pub fn of<'cell>(number: u64, cells: impl Iterator<Item = &'cell str>) -> Row {
        Row { number, cells: cells.map(trimmed).collect() }
    }

    /// The cell in a column, trimmed; blank when the file lacks the column.
    pub fn cell(&self, column: Column) -> &str {
        column.place.and_then(|place| self.cells.get(place)).map(trimmed).unwrap_or_default()
    }

    /// The values of a list in one cell: `09,10`, `09; 10`, `["09","10"]`.
    pub fn list(&self, column: Column) -> impl Iterator<Item = &str> {
        let quotes = |letter: char| letter.is_whitespace() || matches!(letter, '[' | ']' | '"' | '\'');
        self.cell(column)
            .split([',', ';', '|'])
            .map(move |value| value.trim_matches(quotes))
            .filter(|value| !value.is_empty())
    }

    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(trimmed)
    }

    fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

/// The rows of a CSV file.
pub fn grid<'bytes>(
    file: &Arc<str>,
    bytes: &'bytes [u8],
) -> Result<impl Iterator<Item = Result<Row, Refused>> + use<'bytes>, Refused> {
    let Text { text, first_line, between } = decoded(file, bytes)?;
    let file = file.clone();
    let length = text.trim_end().len();
    let mut lines = Lines { text: text.clone(), counted: 0, number: first_line };
    let reader = ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(between)
        .trim(Trim::All)
        .from_reader(std::io::Cursor::new(OwnedBytes(text)));
    Ok(reader.into_records().map(move |cells| {
        let cells = cells.map_err(|cause| Refused::NotCsv { file: file.to_string(), cause: cause.to_string() })?;
        let number = lines.at(cells.position().map_or(0, csv::Position::byte));
        // A quotation mark that is never closed takes the rest of the file into one cell.
        let runs_on = |cell: &str| cell.contains('\n') && lines.text[..length].ends_with(cell.trim_end());
        if cells.iter().next_back().is_some_and(runs_on) {
            return Err(Refused::NeverClosed { file: file.to_string(), row: number });
        }
        Ok(Row { number, cells })
    }))
}

/// Text that a reader can own.
struct OwnedBytes<'bytes>(std::borrow::Cow<'bytes, str>);

impl AsRef<[u8]> for OwnedBytes<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The letters and digits of a column's name, small: `Sourced Id`, `sourced_id` and `SOURCEDID` are one.
pub fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Without white space, and without the marks of no width that copying leaves behind.
fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'))
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
            Some(first) => Err(What::Twice { column: column.name, value: id.to_owned(), first: *first }),
            None => {
                self.0.insert(id.to_owned(), row.number);
                Ok(id.to_owned())
            }
        }
    }
}

/// Whether a status says that its row is in use; a blank one does.
pub fn is_active(status: &str) -> Result<bool, What> {
    match plain(status).as_str() {
        "" | "active" => Ok(true),
        // OneRoster 1.0 said inactive.
        "tobedeleted" | "inactive" => Ok(false),
        _ => Err(What::Unknown { column: "status", value: status.to_owned() }),
    }
}

/// Counts lines, because the reader is one behind where lines end as on Windows.
struct Lines<'text> {
    text: std::borrow::Cow<'text, str>,
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
