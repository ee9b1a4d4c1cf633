//! Days as `words` writes them, and times as the browser does, by this device's time zone.

pub use ::words::dates::{day, day_and_year, short_day, window, window_and_year};
use domain::language::Language;
use domain::time::Moment;
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// `9:41 AM`, by this device's time zone.
pub fn time(moment: Moment, language: Language) -> String {
    formatted(moment, language, &[("hour", "numeric"), ("minute", "2-digit")])
}

/// `November 9, 9:41 AM`.
pub fn day_and_time(moment: Moment, language: Language) -> String {
    let parts = [("day", "numeric"), ("month", "long"), ("hour", "numeric"), ("minute", "2-digit")];
    formatted(moment, language, &parts)
}

fn formatted(moment: Moment, language: Language, parts: &[(&str, &str)]) -> String {
    date(moment).to_locale_string(locale(language), &options(parts)).into()
}

fn date(moment: Moment) -> Date {
    Date::new(&JsValue::from_f64(moment.0 as f64))
}

fn options(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in parts {
        Reflect::set(&options, &(*name).into(), &(*value).into()).expect("an object takes any property");
    }
    options
}

/// Dates and times as people in the United States write them.
fn locale(language: Language) -> &'static str {
    match language {
        Language::En => "en-US",
        Language::Es => "es-US",
    }
}
