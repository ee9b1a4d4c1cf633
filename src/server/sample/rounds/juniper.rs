//! Juniper High School: 121 rooms, of which each round visits a good third.

use domain::round::{Grouping, Sense};

use super::{Came, Script, common};

/// Oldest first. The fourth is grouped by subject area, so that its departments are coded apart.
pub const ROUNDS: [Script; 4] = [
    Script {
        purpose: "See what students say in a lesson here, in any department, before anybody names a problem.",
        rounds_ago: 3,
        grouping: Grouping::None,
        rooms: 40,
        look_fors: [
            common("DIS-04", 35, 100),
            common("DIS-02", 12, 100),
            common("INQ-03", 40, 95),
            common("LAS-01", 30, 95),
        ],
        described: &[
            (Sense::Saw, "Students copied a worked example while it was read aloud."),
            (Sense::Heard, "\"Why does that step work?\" was asked, and the adult answered it."),
        ],
        pattern: "The reasoning in the room is on the board, in an adult's hand.",
        prediction: "A student who did what was asked would know the steps, and whom to ask about the reasons.",
        next_step: "Ask for the reason before the example is finished.",
        action: "Put an hour of shared planning into every department's month, and attend the first of each.",
        owner: "Principal",
        came: Came::Done("Every department has its hour; I missed two of the eight."),
        named: None,
        team: "Mathematics department",
        question: "What do students say when the example stops halfway?",
    },
    Script {
        purpose: "Find out whether one question a lesson can be planned so that it needs a reason.",
        rounds_ago: 2,
        grouping: Grouping::None,
        rooms: 44,
        look_fors: [
            common("DIS-04", 40, 100),
            common("DIS-02", 15, 100),
            common("DIS-06", 35, 100),
            common("LAS-02", 35, 90),
        ],
        described: &[
            (Sense::Heard, "\"Convince your neighbor\" filled the room for four minutes."),
            (Sense::Saw, "The question of the day was on a slide; most students wrote one word under it."),
        ],
        pattern: "Where students had a partner to convince, they gave reasons. Where they had a line to fill, they did not.",
        prediction: "A student who did what was asked would have an opinion, and seldom an argument.",
        next_step: "Give the question a listener: a partner who must be convinced.",
        action: "Move two faculty meetings to classrooms, where a department teaches the routine to another.",
        owner: "Principal",
        came: Came::Done("Science taught its opening to English, in a laboratory."),
        named: None,
        team: "Science department",
        question: "Which questions make a student want to convince somebody?",
    },
    Script {
        purpose: "Look again, now that four departments use the same routine to open a discussion.",
        rounds_ago: 1,
        grouping: Grouping::None,
        rooms: 48,
        look_fors: [
            common("DIS-04", 70, 100),
            common("DIS-02", 20, 100),
            common("EQP-01", 40, 95),
            common("LAS-01", 40, 95),
        ],
        described: &[
            (Sense::Heard, "\"I was convinced until you said that\" came from the back of a room."),
            (Sense::Saw, "In many rooms the same few hands went up first."),
        ],
        pattern: "Reasons have become usual. The voices that give them are few.",
        prediction: "A student who did what was asked would hear good arguments, and could stay silent all week.",
        next_step: "Let everyone rehearse with a partner before anyone speaks to all.",
        action: "Find substitutes for six periods so that each department can watch another one open a discussion.",
        owner: "Assistant principal",
        came: Came::NotDone("Substitutes were found for two of the six periods; the rest has to wait for spring."),
        named: None,
        team: "English department",
        question: "Whose reasons have we not heard since September?",
    },
    Script {
        purpose: "Find out where students answer one another, and whether the subject matters for it.",
        rounds_ago: 0,
        grouping: Grouping::SubjectArea,
        rooms: 60,
        look_fors: [
            common("DIS-04", 72, 100),
            common("DIS-02", 30, 100),
            common("DIS-06", 55, 100),
            common("LAS-01", 50, 95),
        ],
        described: &[
            (Sense::Heard, "\"Can I add to that?\" was said to a classmate and not to the adult."),
            (Sense::Saw, "Chairs faced one another in the rooms where students talked to one another."),
        ],
        pattern: "Students answer one another where they can see one another.",
        prediction: "A student who did what was asked would know what two classmates think, and why.",
        next_step: "Turn the chairs before the question, not after it.",
        action: "Buy tables for twelve rooms whose chairs cannot be turned, from the furniture fund.",
        owner: "Principal",
        came: Came::NoWord,
        named: None,
        team: "Social studies department",
        question: "What changes when nobody sits behind anybody?",
    },
];
