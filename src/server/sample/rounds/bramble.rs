//! Bramble Creek School: 11 rooms, one more than anything can be shown about, so that a lesson cut short can hide a line.

use domain::round::{Grouping, Sense};

use super::{Came, Script, common};

/// Oldest first.
pub const ROUNDS: [Script; 4] = [
    Script {
        purpose: "See what talk sounds like in a school where every adult knows every student.",
        rounds_ago: 4,
        grouping: Grouping::None,
        rooms: 11,
        look_fors: [
            common("DIS-04", 40, 100),
            common("DIS-02", 25, 100),
            common("LAS-01", 50, 100),
            common("TSK-02", 50, 100),
        ],
        described: &[
            (Sense::Heard, "An adult finished a student's sentence, kindly, and went on."),
            (Sense::Saw, "Older students explained a game to younger ones without an adult near."),
        ],
        pattern: "We know our students so well that we speak for them.",
        prediction: "A student who did what was asked would feel known, and would speak in half sentences.",
        next_step: "Wait for the end of the sentence.",
        action: "Teach one lesson a week in a different room, so that its teacher can sit and only listen.",
        owner: "Head of school",
        came: Came::Done("Each teacher has sat and listened once, and wrote half a page about it."),
        named: None,
        team: "Primary team",
        question: "What do we hear when we wait for the end of a sentence?",
    },
    Script {
        purpose: "Find out whether waiting changes who explains.",
        rounds_ago: 3,
        grouping: Grouping::None,
        rooms: 11,
        look_fors: [
            common("DIS-04", 45, 100),
            common("DIS-02", 30, 100),
            common("DIS-06", 50, 100),
            common("LAS-02", 40, 100),
        ],
        described: &[
            (Sense::Heard, "After a silence a student said \"because\" and went on for three sentences."),
            (Sense::Saw, "Two adults counted to five on their fingers behind their backs."),
        ],
        pattern: "Waiting works, and it is hard for us.",
        prediction: "A student who did what was asked would have time to think, and would use it.",
        next_step: "Wait after the answer too.",
        action: "Put the habit of waiting on the first page of the staff handbook, with a story from each room.",
        owner: "Head of school",
        came: Came::Done("The page is in the handbook, with eleven stories."),
        named: None,
        team: "Middle grades team",
        question: "What does a second silence, after the answer, bring?",
    },
    Script {
        purpose: "Look at what students do with one another's answers in mixed grades.",
        rounds_ago: 2,
        grouping: Grouping::None,
        rooms: 11,
        look_fors: [
            common("DIS-04", 55, 100),
            common("DIS-02", 35, 100),
            common("EQP-01", 60, 100),
            common("LAS-03", 50, 60),
        ],
        described: &[
            (Sense::Heard, "\"She means the shadow moves\" helped more than the adult's question."),
            (Sense::Saw, "Younger students looked to the oldest at the table before they spoke."),
        ],
        pattern: "Older students translate for younger ones, and sometimes speak in their place.",
        prediction: "A student who did what was asked would understand a friend's idea, and seldom test it.",
        next_step: "Let the youngest begin.",
        action: "Write to families about the question of the month, in English and Spanish, before each month begins.",
        owner: "Head of school",
        came: Came::NotDone("The letter went out in English only; the translation came after the month had begun."),
        named: None,
        team: "Primary team",
        question: "What happens when the youngest at the table speaks first?",
    },
    Script {
        purpose: "See whether the youngest are heard, before the three small schools visit together.",
        rounds_ago: 1,
        grouping: Grouping::None,
        rooms: 11,
        look_fors: [
            common("DIS-04", 65, 100),
            common("DIS-02", 40, 100),
            common("LAS-01", 60, 100),
            common("DIS-06", 60, 100),
        ],
        described: &[
            (Sense::Heard, "A kindergartner disagreed with a third grader, and both laughed."),
            (Sense::Saw, "The card with whose turn it is lay in front of the smallest chair."),
        ],
        pattern: "The order of turns changes what is said.",
        prediction: "A student who did what was asked would expect to be asked, whatever their age.",
        next_step: "Invite others to see it.",
        action: "Invite the teachers of Cottonwood Flat and Dry Fork for a day, and pay for their substitutes.",
        owner: "Head of school",
        came: Came::Done("They came for a day, and then asked to visit rooms together with us."),
        named: None,
        team: "Middle grades team",
        question: "Which of our habits would a visitor from another small school find strange?",
    },
];
