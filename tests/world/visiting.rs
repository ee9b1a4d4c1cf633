//! A visit as it is made: each verb is one act of the visitor's thumb, and waits until it is saved.

use crate::tablet::Tablet;

/// A visit that is under way on a tablet.
pub struct Visiting<'tablet> {
    tablet: &'tablet Tablet,
    room: String,
}

impl<'tablet> Visiting<'tablet> {
    pub(crate) fn new(tablet: &'tablet Tablet, room: &str) -> Visiting<'tablet> {
        Visiting { tablet, room: room.to_owned() }
    }

    /// Counts something so many times.
    pub fn counts(self, look_for: &str, times: u32) -> Self {
        for _ in 0..times {
            let before = self.count(look_for);
            self.tablet.presses_in(look_for, "counted");
            self.tablet.wait("see the count go up", || (self.count(look_for) == before + 1).then_some(()));
        }
        self.saved()
    }

    /// Answers a two-minute block, such as `minutes 2 to 4`, as soon as the clock has come to it.
    pub fn answers_the_block(self, look_for: &str, block: &str, answer: &str) -> Self {
        self.tablet.wait(&format!("see {block}"), || self.blocks(look_for).contains(block).then_some(()));
        self.presses_the_choice(look_for, answer)
    }

    /// Says whether something was seen: `seen`, `not seen`, `does not apply` or `not enough time`.
    pub fn sees(self, look_for: &str, value: &str) -> Self {
        self.presses_the_choice(look_for, value)
    }

    /// Says how many: `none`, `few`, `some`, `most` or `nearly all`, or why there is no answer.
    pub fn shares(self, look_for: &str, share: &str) -> Self {
        self.presses_the_choice(look_for, share)
    }

    /// Writes down what was heard.
    pub fn hears(self, words: &str) -> Self {
        self.tablet.presses("I saw… / I heard…");
        self.tablet.presses("I heard");
        self.tablet.writes("In the room’s words, not yours", words);
        self.tablet.presses("Keep it");
        self.tablet.sees(words);
        if self.tablet.has_button("Back to the visit") {
            self.tablet.presses("Back to the visit");
        }
        self.saved()
    }

    /// Takes back the last act.
    pub fn undoes(self) -> Self {
        self.tablet.presses("Undo");
        self.saved()
    }

    /// So many minutes pass in the room.
    pub fn minutes_pass(self, minutes: i64) -> Self {
        self.tablet.minutes_pass(minutes);
        self
    }

    /// How often something was counted, as the screen says.
    pub fn count(&self, look_for: &str) -> u32 {
        let script = "const look = [...document.querySelectorAll('.look')]
                .find((look) => look.getAttribute('aria-label') === arguments[0]);
            return Number(look?.querySelector('.plus b')?.textContent ?? NaN)";
        let found = self.tablet.run(script, vec![look_for.into()]);
        found.as_u64().and_then(|count| u32::try_from(count).ok()).unwrap_or_default()
    }

    /// The blocks that can be answered now.
    fn blocks(&self, look_for: &str) -> String {
        let script = "const look = [...document.querySelectorAll('.look')]
                .find((look) => look.getAttribute('aria-label') === arguments[0]);
            return [...look.querySelectorAll('.two')].map((two) => two.getAttribute('aria-label')).join()";
        self.tablet.run(script, vec![look_for.into()]).as_str().unwrap_or_default().to_owned()
    }

    /// What is chosen for something now; nothing when nothing is.
    pub fn choice(&self, look_for: &str) -> Option<String> {
        let script = "const look = [...document.querySelectorAll('.look')]
                .find((look) => look.getAttribute('aria-label') === arguments[0]);
            return look?.querySelector('[aria-pressed=\"true\"]')?.innerText?.split('\\n')[0]?.trim() ?? null";
        self.tablet.run(script, vec![look_for.into()]).as_str().map(str::to_owned)
    }

    /// Finishes without a note.
    pub fn finishes(self) {
        self.goes_to_the_end();
        self.tablet.presses("Finish without a note");
        self.tablet.sees("The visit is finished and saved on this tablet.");
    }

    /// Finishes with a note on the next card; what the card's code is.
    pub fn finishes_with_a_note(self, noticed: &str, wondered: &str) -> String {
        self.goes_to_the_end();
        self.tablet.writes("We noticed", noticed);
        self.tablet.writes("We wonder", wondered);
        self.tablet.sees("kept on this tablet as you type");
        if self.tablet.has_button("Make eight cards") {
            self.tablet.presses("Make eight cards");
            self.tablet.sees("The next card");
        }
        self.tablet.presses("Finish and seal the note");
        self.tablet.sees("Hand this over");
        let code = self.tablet.wait("see the card's code", || self.tablet.words_of(".code"));
        code.split_whitespace().collect()
    }

    /// Goes to the screen that shows what leaves.
    pub fn goes_to_the_end(&self) {
        self.tablet.presses("Finish visit");
        self.tablet.sees("This is all that will leave the tablet.");
    }

    /// The room that is visited.
    pub fn room(&self) -> &str {
        &self.room
    }

    fn presses_the_choice(self, look_for: &str, name: &str) -> Self {
        self.tablet.presses_in(look_for, name);
        let chosen = || self.choice(look_for).filter(|chosen| chosen == name);
        self.tablet.wait(&format!("see {name:?} chosen for {look_for:?}"), chosen);
        self.saved()
    }

    fn saved(self) -> Self {
        // Not what was read aloud of an earlier tap.
        let state = || self.tablet.words_of(".room .state").filter(|words| words == "saved on this tablet");
        self.tablet.wait("see it saved", || state().map(drop));
        self
    }
}
