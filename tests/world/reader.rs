//! Somebody who reads a school's picture: a principal, a teacher, a parent.

use std::ops::Deref;

use crate::person::Person;
use crate::world::SCHOOL;

/// A reader. Everything a [`Person`] can do can be done here too.
pub struct Reader(Person);

impl Reader {
    /// Somebody with a browser.
    pub fn new(person: Person) -> Reader {
        Reader(person)
    }

    /// Opens the readers' door and the school's newest picture; its words, or nothing when there is none.
    pub fn picture(&self) -> Option<String> {
        self.goes_to("/");
        self.follows("Read the school’s picture");
        self.follows(SCHOOL);
        self.wait("have the answer", || {
            let words = self.words_of("main")?;
            words.contains("What this picture can and cannot say").then_some(words)
        });
        // Drawn once more when the district's names have come.
        self.sees(SCHOOL);
        self.words_of("main").filter(|words| !words.contains("No picture yet"))
    }

    /// What the picture says of a look-for.
    pub fn picture_of(&self, look_for: &str) -> String {
        let script = "const card = [...document.querySelectorAll('main section')]
                .find((card) => card.querySelector('h2')?.textContent.includes(arguments[0]));
            return card?.innerText.replace(/\\s+/g, ' ') ?? null";
        let said = self.wait(&format!("find {look_for:?} in the picture"), || {
            Some(self.run(script, vec![look_for.into()])).filter(|said| said.is_string())
        });
        said.as_str().unwrap_or_default().to_owned()
    }
}

impl Deref for Reader {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.0
    }
}
