//! The three small schools together: 25 rooms, of which no school but one has enough to be shown alone.

use domain::round::{Grouping, Sense};

use super::{Came, Script, common};

/// One round.
pub const ROUNDS: [Script; 1] = [Script {
    purpose: "See together what none of us has rooms enough to see alone: do students answer one another?",
    rounds_ago: 0,
    grouping: Grouping::School,
    rooms: 25,
    look_fors: [
        common("DIS-04", 60, 100),
        common("DIS-02", 35, 100),
        common("LAS-01", 55, 100),
        common("LAS-03", 50, 30),
    ],
    described: &[
        (Sense::Heard, "\"In our school we ask the youngest first\" made three teachers write something down."),
        (Sense::Saw, "In combined grades the table, not the grade, decided who talked with whom."),
    ],
    pattern: "Small schools have mixed tables, and mixed tables make students explain.",
    prediction: "A student who did what was asked would explain to someone younger every day.",
    next_step: "Make the mixed table the place for the hardest question.",
    action: "Share one day of visits each term between the three schools, with the district paying for the bus.",
    owner: "Head of Bramble Creek School",
    came: Came::NoWord,
    named: None,
    team: "Team of the small schools",
    question: "Which question is best asked at a table of three grades?",
}];
