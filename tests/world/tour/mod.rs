//! A tour of every screen, told as short stories: whoever has to see them all, a camera or a test, comes along.
//!
//! A new screen has its place here as soon as a story stops there, in one line: `tour.shows(&person, "its name")`.

mod between;
mod families;
mod instruments;
mod keeping;
mod nothing;
mod office;
mod reading;
mod round;
mod sheets;
mod trouble;

use serde_json::json;

use crate::person::Person;
use crate::tablet::Planning;

/// In which the app speaks.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

const PLANNING: Planning<'static> = Planning {
    purpose: "Do our prompts get a second student to build on the first?",
    look_fors: &["DIS-04", "DIS-06", "EQP-02", "LAS-01"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

/// A story with the name by which it is asked for.
pub type Story = (&'static str, fn(&Tour<'_>));

/// All stories. Each has a world of its own.
pub const STORIES: [Story; 9] = [
    ("nothing", nothing::nothing_yet),
    ("round", round::a_round),
    ("reading", reading::ways_to_read),
    ("instruments", instruments::a_visit),
    ("between", between::two_visits),
    ("keeping", keeping::files_and_locks),
    ("trouble", trouble::what_goes_wrong),
    ("office", office::an_administrator),
    ("families", families::a_page),
];

/// Whoever comes along.
pub trait Looker {
    /// Looks at what is on the person's screen now, which speaks `language` and is called `screen`.
    ///
    /// May change the size of the window and what the person prefers, and leaves both as they were.
    fn looks(&self, person: &Person, language: &str, screen: &str);
}

/// The way through a story.
pub struct Tour<'looker>(pub &'looker dyn Looker);

impl Tour<'_> {
    /// Shows the screen that is open in each language; the page is loaded anew for each, and speaks English after it.
    pub fn shows(&self, person: &Person, screen: &str) {
        for language in LANGUAGES {
            speaks(person, language);
            person.reloads();
            self.shows_as_it_is(person, language, screen);
        }
        speaks(person, "en");
        person.reloads();
        person.wait("see the page again", || (!person.text().trim().is_empty()).then_some(()));
    }

    /// Goes one way in each language, over a page that is loaded anew for it: for what a reload puts away.
    pub fn goes_in_each_language(&self, person: &Person, way: impl Fn(Spoken)) {
        for language in LANGUAGES {
            speaks(person, language);
            person.reloads();
            way(Spoken(language));
        }
        speaks(person, "en");
        person.reloads();
    }

    /// In one language, without loading the page anew: for what lies over a screen.
    pub fn shows_as_it_is(&self, person: &Person, language: &str, screen: &str) {
        person.wait("see something", || (person.text().trim().len() > 20).then_some(()));
        self.0.looks(person, language, screen);
    }
}

/// The language that a page speaks.
#[derive(Clone, Copy)]
pub struct Spoken(&'static str);

impl Spoken {
    /// What the page says in it: in English this, in Spanish that.
    pub fn says(self, english: &'static str, spanish: &'static str) -> &'static str {
        if self.0 == "en" { english } else { spanish }
    }
}

/// The page speaks this language when it is next loaded.
fn speaks(person: &Person, language: &str) {
    person.run("localStorage.setItem('noticeboard-language', arguments[0])", vec![json!(language)]);
}
