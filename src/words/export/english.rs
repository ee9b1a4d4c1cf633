//! A picture as a file, in English.

use super::{Column, Export};
use crate::opportunity;

pub static EN: Export = Export {
    head: |column| match column {
        Column::Schools => "Schools",
        Column::From => "First day",
        Column::To => "Last day",
        Column::Purpose => "Purpose",
        Column::K => "Fewest rooms",
        Column::Visited => "Rooms visited",
        Column::Sentence => "In a sentence",
        Column::Protects => "What it is for",
        Column::Strand => "Strand",
        Column::LookForId => "Look-for id",
        Column::LookFor => "Look-for",
        Column::Version => "Version",
        Column::Line => "Line",
        Column::Group => "Group",
        Column::ComparedWith => "Compared with",
        Column::Difference => "Difference",
        Column::Seen => "Seen",
        Column::CouldBe => "Could be",
        Column::Rooms => "Rooms",
        Column::Certainty => "Certainty",
        Column::Change => "Change",
        Column::Earlier => "Earlier rounds",
        Column::Asked => "Questions before",
        Column::Note => "Note",
        Column::Contexts => "What teachers said",
        Column::Action => "What a leader will do",
        Column::By => "By",
        Column::Question => "What a team asks",
    },
    meaning: |column| match column {
        Column::Schools => {
            "The schools that were visited and are shown together. In the file of a term: those that the row is about."
        }
        Column::From => {
            "The first day of visits, or of the term, as year-month-day. In the file of productive talk each round has its row."
        }
        Column::To => "The last day of visits, or of the term.",
        Column::Purpose => "What the round wanted to find out.",
        Column::K => "Nothing about fewer rooms than this is shown. Ten or more.",
        Column::Visited => "How many rooms were visited in the round, or that they were too few to say.",
        Column::Sentence => {
            "The sentence above the picture. It is of everything, in every row; in the file of productive talk, of the newest round."
        }
        Column::Protects => "What the picture is made for, and what it is never used for.",
        Column::Strand => "Discourse, participation or inquiry. They are not added up into anything.",
        Column::LookForId => "The look-for’s id in the library.",
        Column::LookFor => "What was looked for.",
        Column::Version => "The version of its wording. Rows of two versions cannot be compared.",
        Column::Line => {
            "From where on a room is a yes. Rows with two lines cannot be compared. Empty where the library has another line by now."
        }
        Column::Group => {
            "Which rooms the row is about: all of them, or a group, or several groups that were too small alone. No room is in two groups, and the row of all rooms is put together from the groups."
        }
        Column::ComparedWith => {
            "The rooms of the round that the group is set beside. Of two groups the first row says it of both."
        }
        Column::Difference => opportunity::EN.when_said,
        Column::Seen => {
            "In about how many of ten rooms it was seen or heard. “Few or no rooms” and “nearly all rooms” never say exactly how many, on purpose."
        }
        Column::CouldBe => {
            "How far off that could be: at least nine times in ten, other rooms on other days would fall inside. It holds everything that the coded value could mean."
        }
        Column::Rooms => "How many rooms the row rests on; a room counts once. Never fewer than the fewest rooms.",
        Column::Certainty => {
            "10 to 19 rooms are a first picture, 20 to 29 fairly steady, 30 or more steady; and whether visitors have compared how they see the same room."
        }
        Column::Change => {
            "What changed since the round before of the same schools. It is only said when chance alone would hardly ever make it."
        }
        Column::Earlier => {
            "What earlier rounds of the same schools said of it, the newest first, each with its last day. Every round has a file of its own."
        }
        Column::Asked => {
            "The questions that teams took on before this round and after the ones before it. That something changed after a question does not mean that it changed because of it."
        }
        Column::Note => {
            "Why something is not shown, or is shown together with something else, and what began with this round. It never says how many rooms there were."
        }
        Column::Contexts => {
            "What teachers said of the visits, as kinds that enough of them named. It is of the whole round: never how many, never of which room or group."
        }
        Column::Action => {
            "The action that a leader took on when the round was published. Who it is stands on the screen."
        }
        Column::By => "The day by which it is to be done.",
        Column::Question => "The question that a team took on when the round was published.",
    },
    picture: "Picture",
    dictionary: "What the columns mean",
    column: "Column",
    means: "What it means",
    all_schools: "All schools that are shown",
};
