//! Alder Elementary: 34 rooms, four rounds that led from one to the next.

use domain::note::Context;
use domain::round::{Grouping, Sense};

use super::{Came, Script, common};

/// Oldest first. Questions that invite reasoning (DIS-04) grew after the second; building on classmates' ideas (DIS-02)
/// stayed rare, with no clear change; home languages (LAS-03) had a place in too few rooms to be shown.
pub const ROUNDS: [Script; 4] = [
    Script {
        purpose: "Find out where students are asked to explain their thinking, before we choose what to work on.",
        rounds_ago: 3,
        grouping: Grouping::None,
        rooms: 24,
        look_fors: [
            common("DIS-04", 30, 100),
            common("DIS-02", 15, 100),
            common("DIS-06", 45, 100),
            common("LAS-01", 50, 95),
        ],
        described: &[
            (Sense::Heard, "Most questions had one short answer, and the next question followed at once."),
            (Sense::Saw, "Students turned to a partner, said their answer, and turned back."),
            (Sense::Heard, "\"What makes you say that?\" was asked twice, and both times two more students joined in."),
        ],
        pattern: "Students answer the adult. Where a question asked for a reason, they answered one another.",
        prediction: "A student who did what was asked would know many answers, and seldom why they hold.",
        next_step: "Plan two questions for each lesson that cannot be answered in one word.",
        action: "Give each grade team an hour to write two questions that invite reasoning into next week's plans.",
        owner: "Principal",
        came: Came::Done("Every grade team wrote its questions; two teams asked for the hour to stay."),
        named: None,
        team: "Grade 4 team",
        question: "What do students do in the ten seconds after we ask why?",
    },
    Script {
        purpose: "See whether planned questions reach the rooms, in the lower and the upper grades.",
        rounds_ago: 2,
        grouping: Grouping::GradeBand,
        rooms: 27,
        look_fors: [
            common("DIS-04", 33, 100),
            common("DIS-02", 20, 100),
            common("INQ-03", 50, 95),
            common("LAS-02", 40, 90),
        ],
        described: &[
            (Sense::Saw, "The planned question stood on the board, and time ran out before it was asked."),
            (Sense::Heard, "\"Tell your partner what you would try first\" came before any pencil moved."),
            (Sense::Saw, "Sentence starters lay on the tables; three students used them without being told to."),
        ],
        pattern: "The questions are planned for the end of the lesson, where there is no time left for them.",
        prediction: "A student who did what was asked would have tried first and talked about it second, or not at all.",
        next_step: "Move the planned question to the first ten minutes.",
        action: "Cover one class a day myself so that pairs of teachers can watch each other open a lesson with why.",
        owner: "Principal",
        came: Came::NotDone("I was called away on most days and covered two classes in two weeks."),
        named: None,
        team: "Kindergarten and grade 1 team",
        question: "What happens when the open question comes first, before anybody knows the answer?",
    },
    Script {
        purpose: "Look again after a month of opening lessons with a question, and at whose voices are heard.",
        rounds_ago: 1,
        grouping: Grouping::None,
        rooms: 28,
        look_fors: [
            common("DIS-04", 82, 100),
            common("DIS-02", 20, 100),
            common("EQP-01", 45, 95),
            common("LAS-03", 50, 22),
        ],
        described: &[
            (Sense::Heard, "\"How could we find out?\" opened the lesson, and the first answer came from a student."),
            (Sense::Heard, "Students gave reasons to the teacher, one after another."),
            (Sense::Saw, "Two students compared their drawings and changed one of them."),
        ],
        pattern: "Reasons are asked for and given. They still pass through the adult.",
        prediction: "A student who did what was asked would know how to give a reason, and less often how to hear one.",
        next_step: "Leave the second turn to a student: who can add to that?",
        action: "Buy every room a set of talk cards and use the first one in our own staff meeting.",
        owner: "Principal",
        came: Came::Done("The cards are in every room, and the first staff meeting ran over because of them."),
        named: None,
        team: "Grade 2 team",
        question: "What does it take for a student, and not one of us, to answer a student?",
    },
    Script {
        purpose: "Find out whether students take up one another's ideas now that reasons are being given.",
        rounds_ago: 0,
        grouping: Grouping::GradeBand,
        rooms: 30,
        look_fors: [
            common("DIS-04", 85, 100),
            common("DIS-02", 25, 100),
            common("DIS-06", 55, 100),
            common("LAS-01", 60, 95),
        ],
        described: &[
            (Sense::Heard, "\"I want to add to what she said\" was heard, and the talk went on for four turns."),
            (Sense::Saw, "Talk cards stood on the tables; in most groups nobody picked one up."),
            (Sense::Heard, "After a student's reason the adult said \"good\" and went on to the next question."),
        ],
        pattern: "The first reason is welcomed. The talk ends where an adult praises it.",
        prediction: "A student who did what was asked would explain well, and wait to hear whether it was right.",
        next_step: "After a reason, wait, and let the next voice be a student's.",
        action: "Spend the next two staff meetings practising to wait, on video, beginning with my own.",
        owner: "Principal",
        came: Came::Done("We counted to five on my own video, and twice a student spoke who had not before."),
        named: Some(Context::NewTopic),
        team: "Grade 5 team",
        question: "If we say nothing after the first answer, who speaks next?",
    },
];
