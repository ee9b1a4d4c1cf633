//! The language of a page, and both forms of what it says, side by side.

use axum::extract::Form;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::language::Language;
use domain::time::Day;
use serde::Deserialize;

use crate::http::who::cookie;
use crate::note_page::language;

/// Says things in one of the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Say(pub Language);

impl Say {
    /// In the language that was chosen here, else in the one that the browser prefers.
    pub fn of(headers: &HeaderMap) -> Say {
        let chosen = cookie(headers, super::LANGUAGE).and_then(|tag| Language::parse(&tag).ok());
        let preferred = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Say(chosen.unwrap_or_else(|| language(preferred)))
    }

    /// One of the two: a text that lacks its other form does not compile.
    pub fn both<T>(self, english: T, spanish: T) -> T {
        match self.0 {
            Language::En => english,
            Language::Es => spanish,
        }
    }

    /// A day as people write it, such as "November 9, 2026".
    pub fn day(self, day: Day) -> String {
        words::dates::day_and_year(day, self.0)
    }
}

/// What the switch sends.
#[derive(Deserialize)]
pub struct Choice {
    language: String,
    back: String,
}

/// Remembers a language for a year and goes back to the page.
pub async fn choose(Form(choice): Form<Choice>) -> Response {
    let language = Language::parse(&choice.language).unwrap_or_default();
    let set = format!("{}={}; Path=/office; SameSite=Lax; Max-Age=31536000", super::LANGUAGE, language.code());
    let set = HeaderValue::from_str(&set).expect("two letters and fixed words are a header's value");
    // Only to a page of the office: a form cannot send anybody elsewhere.
    let inside = choice.back.starts_with("/office") && !choice.back.contains([':', '\\', '\n', '\r']);
    let back = if inside { choice.back.as_str() } else { super::OFFICE };
    ([(header::SET_COOKIE, set)], Redirect::to(back)).into_response()
}
