//! What teams of the sample district planned, how common what they looked for was, and what they made of it.

mod alder;
mod bramble;
mod juniper;
mod together;

use domain::note::Context;
use domain::round::{Grouping, Sense};

/// The rounds of a school, or of several that visit together.
pub struct Story {
    /// As `orgs.csv` names the schools.
    pub schools: &'static [&'static str],
    /// Draws what the texts of its rounds were written to.
    pub seed: u64,
    /// Oldest first.
    pub rounds: &'static [Script],
}

/// One round as it went.
pub struct Script {
    /// Why it was made.
    pub purpose: &'static str,
    /// How many rounds' time before the newest of the sample it closed.
    pub rounds_ago: i64,
    /// By what its rooms were grouped.
    pub grouping: Grouping,
    /// How many rooms were visited.
    pub rooms: usize,
    /// What was looked for.
    pub look_fors: [Common; 4],
    /// What was on the board: seen or heard.
    pub described: &'static [(Sense, &'static str)],
    /// What the statements had in common.
    pub pattern: &'static str,
    /// What a student who did what was asked would know.
    pub prediction: &'static str,
    /// The next level of work.
    pub next_step: &'static str,
    /// What the leader did next.
    pub action: &'static str,
    /// Which leader.
    pub owner: &'static str,
    /// What was said of it the day after it was due.
    pub came: Came,
    /// What just enough teachers said of the visits for a picture to say it too.
    pub named: Option<Context>,
    /// Which team asked.
    pub team: &'static str,
    /// What it asked.
    pub question: &'static str,
}

/// What came of an action.
pub enum Came {
    /// It was done, and this came of it.
    Done(&'static str),
    /// It was not done, for this reason.
    NotDone(&'static str),
    /// Nobody has said a word yet.
    NoWord,
}

/// How common a look-for was.
pub struct Common {
    /// The look-for.
    pub id: &'static str,
    /// In how many of a hundred rooms it was on the yes side of its line.
    pub yes: u32,
    /// In how many of a hundred rooms the minutes had a place for it.
    pub usable: u32,
}

const fn common(id: &'static str, yes: u32, usable: u32) -> Common {
    Common { id, yes, usable }
}

/// Everything that happened. Two of the three small schools have too few rooms for a round of their own; the third
/// joined them in the newest, so that none of its rounds lies within three weeks of another.
pub const STORIES: [Story; 4] = [
    Story { schools: &["alder"], seed: 4, rounds: &alder::ROUNDS },
    Story { schools: &["juniper"], seed: 5, rounds: &juniper::ROUNDS },
    Story { schools: &["bramble"], seed: 6, rounds: &bramble::ROUNDS },
    Story { schools: &["bramble", "cotton", "dry"], seed: 7, rounds: &together::ROUNDS },
];

/// How many rounds that is.
pub fn how_many() -> usize {
    STORIES.iter().map(|story| story.rounds.len()).sum()
}
