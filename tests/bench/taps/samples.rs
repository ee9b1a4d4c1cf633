//! What the page of a visit measured, and how it is printed.

use serde_json::Value;

use crate::report::{middle, quantile};

/// Milliseconds of one kind, one of each turn.
pub struct Times(Vec<f64>);

impl Times {
    /// Those that a page says; there is at least one.
    pub fn read(value: &Value, name: &str) -> Times {
        let times: Vec<f64> = value[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        assert!(!times.is_empty(), "the page measured no {name}: {value}");
        Times(times)
    }

    /// The one below which so large a share lies.
    pub fn at(&mut self, share: f64) -> f64 {
        quantile(&mut self.0, share)
    }

    /// See [`middle`].
    pub fn middle(&mut self) -> f64 {
        middle(&mut self.0)
    }

    /// The three that are printed.
    pub fn said(&mut self) -> String {
        format!("{:.1} / {:.1} / {:.1}", self.at(0.5), self.at(0.95), self.at(0.99))
    }
}

/// All that one page measured.
pub struct Samples {
    /// From opening the page until a count could be tapped.
    opened: f64,
    /// Until the number had changed on the screen.
    pub painted: Times,
    /// Until the screen said that the tap is stored.
    pub saved: Times,
    /// The same where the browser was asked for relaxed transactions in the place of strict ones.
    relaxed: Times,
    /// A put of as many bytes, and nothing else.
    pub bare_strict: Times,
    bare_relaxed: Times,
}

impl Samples {
    /// What the page says.
    ///
    /// # Panics
    /// When it does not say all of it, or when the app asked for a transaction that was not strict.
    pub fn read(found: &Value) -> Samples {
        assert_eq!(found["asked"], serde_json::json!(["strict"]), "every transaction that writes is strict: {found}");
        Samples {
            opened: found["opened"].as_f64().expect("the page notes when it was open"),
            painted: Times::read(found, "painted"),
            saved: Times::read(found, "saved"),
            relaxed: Times::read(found, "relaxed"),
            bare_strict: Times::read(found, "bareStrict"),
            bare_relaxed: Times::read(found, "bareRelaxed"),
        }
    }

    /// A line of the table.
    pub fn row(&mut self, name: &str, marks: usize) -> String {
        let columns = [&mut self.painted, &mut self.saved, &mut self.relaxed, &mut self.bare_strict];
        let said = columns.map(Times::said).map(|said| format!("{said:<20}")).join(" ");
        let bare_relaxed = self.bare_relaxed.said();
        format!("  {name:<21} {marks:>6}  {said} {bare_relaxed:<20} {:>6.0}", self.opened)
    }
}

/// What stands above the table.
pub fn heads() -> [String; 1] {
    let columns = ["changed pixel", "stored, strict", "stored, relaxed", "bare put, strict", "bare put, relaxed"];
    let columns = columns.map(|column| format!("{column:<20}")).join(" ");
    [format!("  {:<21} {:>6}  {columns} {:>6}", "engine", "marks", "opened")]
}
