//! Writes JSON in a settled order.

use serde_json::Value;

use super::LibraryError;

/// A JSON object written in the order given, which `serde_json::Value` does not promise.
pub(super) struct Object(String);

impl Object {
    /// An object without fields.
    pub(super) fn new() -> Object {
        Object(String::new())
    }

    /// Adds a field whose value is JSON already.
    pub(super) fn with(mut self, key: &str, json: String) -> Object {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        self.0 += &format!("{}:{json}", quoted(key));
        self
    }

    /// The object, written out.
    pub(super) fn json(self) -> String {
        format!("{{{}}}", self.0)
    }
}

/// A list, each item written by `item_json`.
pub(super) fn list<T>(
    items: Vec<T>,
    item_json: impl Fn(&T) -> Result<String, LibraryError>,
) -> Result<String, LibraryError> {
    let items = items.iter().map(item_json).collect::<Result<Vec<_>, _>>()?;
    Ok(format!("[{}]", items.join(",")))
}

/// A text, or any JSON, in both languages.
pub(super) fn in_both(english: String, spanish: String) -> String {
    Object::new().with("en", english).with("es", spanish).json()
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
