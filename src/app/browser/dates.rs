//! Dates and times as the chosen language writes them.

use domain::language::Language;
use domain::time::{Day, Moment};
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// `November 9`, `9 de noviembre`.
pub fn day(day: Day, language: Language) -> String {
    formatted(day.begins(), language, &[("day", "numeric"), ("month", "long"), ("timeZone", "UTC")])
}

/// `Nov 9`, for narrow places.
pub fn short_day(day: Day, language: Language) -> String {
    formatted(day.begins(), language, &[("day", "numeric"), ("month", "short"), ("timeZone", "UTC")])
}

/// `November 9, 2026`.
pub fn day_and_year(day: Day, language: Language) -> String {
    let parts = [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")];
    formatted(day.begins(), language, &parts)
}

/// `November 9 – 20`, in one phrase as the language writes it.
pub fn window(opens: Day, ends: Day, language: Language) -> String {
    range(opens, ends, language, &[("day", "numeric"), ("month", "long"), ("timeZone", "UTC")])
}

/// `August 1 – December 31, 2026`.
pub fn window_and_year(opens: Day, ends: Day, language: Language) -> String {
    range(opens, ends, language, &[("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")])
}

fn range(opens: Day, ends: Day, language: Language, parts: &[(&str, &str)]) -> String {
    let format = js_sys::Intl::DateTimeFormat::new(&locales(language), &options(parts));
    let (from, to) = (date(opens.begins()), date(ends.begins()));
    let range = super::call(&format, "formatRange", &[from.into(), to.into()]).and_then(|range| range.as_string());
    range.unwrap_or_else(|| format!("{} – {}", day(opens, language), day(ends, language)))
}

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

fn locales(language: Language) -> Array {
    Array::of1(&locale(language).into())
}

/// Dates and times as people in the United States write them.
fn locale(language: Language) -> &'static str {
    match language {
        Language::En => "en-US",
        Language::Es => "es-US",
    }
}
