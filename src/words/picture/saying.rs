//! Sentences of a picture that are put together from more than one word of it.

use domain::library::{Library, Line, LookForId};
use domain::release::{Broken, History, Range, Steadiness, Trend};
use domain::time::Day;

use super::{HowFar, HowMany, Picture, headline};
use crate::dates;

impl Picture {
    /// The sentence above look-fors, each with what it was seen in, its name, and what changed since the round before.
    pub fn title(&self, look_fors: impl Iterator<Item = (Option<Range>, String, Trend)>) -> String {
        let look_fors: Vec<(Option<Range>, String, Trend)> = look_fors.collect();
        let said: Vec<(Option<Range>, &str, Trend)> =
            look_fors.iter().map(|(range, label, trend)| (*range, label.as_str(), *trend)).collect();
        (self.headline)(&headline(&said))
    }

    /// What protects everyone: it is never for evaluation, nothing small is shown, who visited has not been calibrated.
    pub fn protects(&self, k: u32) -> String {
        format!("{} {} {}", self.never, (self.nobody_rated)(k), self.not_calibrated)
    }

    /// Everything that may be said of a range.
    pub fn sentence(&self, range: Range) -> String {
        format!("{} {}", (self.seen)(HowMany::of(range)), (self.could_be)(HowFar::of(range)))
    }

    /// The look-for's name, or its id where a newer library has dropped it.
    pub fn label(&self, id: &LookForId, version: u32) -> String {
        let look_for = Library::shipped().find(id, version);
        look_for.map_or_else(|| id.to_string(), |look_for| look_for.label.in_language(self.language).clone())
    }

    /// The line that was in force, in words; nothing where the library has another one by now.
    pub fn line_in_words(&self, look_for: &LookForId, version: u32, line: Line) -> Option<String> {
        let look_for = Library::shipped().find(look_for, version)?;
        (look_for.line.rule == line).then(|| look_for.line.words.in_language(self.language).clone())
    }

    /// How steady a range is, in words.
    pub fn how_steady(&self, range: Range) -> &'static str {
        Steadiness::of(range.rooms).map(self.steadiness).unwrap_or_default()
    }

    /// What changed since the round before.
    pub fn changed(&self, history: &History) -> String {
        history.since.map_or_else(|| self.first_time.to_owned(), |(day, trend)| self.since(trend, day))
    }

    fn since(&self, trend: Trend, day: Day) -> String {
        let day = dates::day(day, self.language);
        match trend {
            Trend::More => (self.since_more)(&day),
            Trend::Fewer => (self.since_fewer)(&day),
            Trend::NoClearChange => (self.no_clear_change)(&day),
            Trend::Broken(Broken::Wording) => (self.other_wording)(&day),
            Trend::Broken(Broken::Line) => (self.other_line)(&day),
            Trend::Broken(Broken::NotShown) => (self.not_shown_then)(&day),
        }
    }
}
