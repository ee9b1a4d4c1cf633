//! Reading a column whose text is written as JSON writes it: an id, a role, a kind, a day.

use serde::de::DeserializeOwned;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::store::Failure;

/// The value in a column of a row; `what` names table and column where it cannot be read.
pub fn word<T: DeserializeOwned>(row: &AnyRow, column: usize, what: &'static str) -> Result<T, Failure> {
    of_text(row.try_get(column)?, what)
}

/// The value in a column's text.
pub fn of_text<T: DeserializeOwned>(text: String, what: &'static str) -> Result<T, Failure> {
    serde_json::from_value(text.into()).map_err(|cause| Failure::Spoiled { what, cause })
}
