//! What a file holds before it is written: its columns, and rows of plain texts.

use domain::language::Language;
use domain::time::Day;
use words::export::{Column, Kind, file_name};

/// Rows under columns, each as wide as these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is called, without an ending.
    pub name: String,
    /// In which language it is said.
    pub language: Language,
    /// The last day of what it tells: the day that a workbook says it was made, so that the same cells are the same file.
    pub day: Day,
    /// What the columns are.
    pub columns: &'static [Column],
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A file of that kind about whoever is called `name`, from the first to the second day, which was there on the third.
    pub fn of(kind: Kind, name: &str, [from, to, day]: [Day; 3], language: Language, rows: &[Row]) -> Table {
        let columns = kind.columns();
        Table {
            name: file_name(kind, name, from, to),
            language,
            day,
            columns,
            rows: rows.iter().map(|row| row.cells(columns)).collect(),
        }
    }
}

/// One row being filled, by column.
#[derive(Debug, Clone, Default)]
pub struct Row(Vec<(Column, String)>);

impl Row {
    /// The row with a cell more, or with another text in it.
    pub fn with(mut self, column: Column, text: impl Into<String>) -> Row {
        self.0.retain(|(other, _)| *other != column);
        self.0.push((column, text.into()));
        self
    }

    /// Its cells in the order of the columns; empty where none was given.
    pub fn cells(&self, columns: &[Column]) -> Vec<String> {
        let cell = |column: &Column| self.0.iter().find(|(other, _)| other == column).map(|(_, text)| text.clone());
        columns.iter().map(|column| cell(column).unwrap_or_default()).collect()
    }
}
