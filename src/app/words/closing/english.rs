//! Closing in English.

use device::storage::StorageFailure;
use device::tablet::RoundRefused;
use domain::round::PlanFault;

use super::Closing;

pub const EN: Closing = Closing {
    title: "Before you close: what would be shown",
    not_results: "Not the results. Those appear once, for everyone, when the round is closed.",
    asking: "Asking the server what it has received.",
    ask_again: "Ask again",
    no_answer: "There is no network now, so this tablet cannot see what the others have sent. Nothing is lost: everything saved here waits, and the round can be closed when there is a network.",
    not_the_server: "Something else than the server answered, perhaps the sign-in page of a guest network. Sign in to the network, then ask again.",
    own_unsent: "This tablet still has visits to send. They go as soon as there is a network; unfinished visits have to be finished first.",
    unsent: |tablets| {
        if tablets == 1 {
            "One tablet last said that it still has visits to send.".to_owned()
        } else {
            format!("{tablets} tablets last said that they still have visits to send.")
        }
    },
    unsent_what: "If you close now, they will be kept as received, but not in the picture, for good.",
    not_back: |tablets| {
        if tablets == 1 {
            "One tablet has not been heard from since the server was restored from a backup.".to_owned()
        } else {
            format!("{tablets} tablets have not been heard from since the server was restored from a backup.")
        }
    },
    closes_from: |day| format!("The server was put back from a backup, so the round can close from {day} on."),
    closes_from_what: "Until then a tablet may bring back a picture that was already published. Open Noticeboard on every tablet that took part.",
    all_sent: |tablets| {
        if tablets == 1 {
            "The one tablet of this round last said that everything was sent.".to_owned()
        } else {
            format!("All {tablets} tablets of this round last said that everything was sent.")
        }
    },
    look_for_and_group: "Look-for and group",
    usable_rooms: "Usable rooms",
    of_k: |rooms, k| format!("{rooms}, needs {k}"),
    shown: "shown",
    not_shown: |missing| {
        if missing == 1 {
            "not shown: 1 more room needed".to_owned()
        } else {
            format!("not shown: {missing} more rooms needed")
        }
    },
    all_rooms: "All rooms together",
    rooms_so_far: |rooms| {
        if rooms == 1 {
            "1 room visited and received so far.".to_owned()
        } else {
            format!("{rooms} rooms visited and received so far.")
        }
    },
    left_out: "A group has more visited rooms than it has rooms, perhaps because two tablets used different codes. It would be left out.",
    wait: "Wait a little",
    wait_what: "Extend the round so that other tablets can send, or to visit more rooms.",
    last_day: "Last day now",
    new_last_day: "New last day",
    extend: "Extend the round",
    extended: |day| format!("The round now ends on {day}. Other tablets hear of it when they have a network."),
    no_day: "Choose a day, such as one next week.",
    same_day: "This is the last day already.",
    refused,
    close_now: "Close it now",
    close_what: "The picture is published and can never change. The action and the question go with it.",
    know_unsent: "I know that unsent visits will not be in the picture",
    close: "Close and publish",
    sure: "Close the round for good?",
    then: [
        "The picture is worked out once, and published. Nobody can change it, not even you.",
        "Visits that arrive later are received, but never in the picture.",
        "What was written in the rooms is erased from the tablets, and the summaries from the server after 30 days at most.",
        "The next round of this school may close in 21 days at the earliest.",
    ],
    yes_close: "Yes, close and publish",
    not_yet: "Not yet",
    closing: "Closing the round.",
    offline: "Closing needs a network. Everything saved is kept until then.",
    debrief_first: "The debrief is not finished.",
    missing_action: "No leader has taken an action.",
    missing_question: "No team has taken a question.",
    to_debrief: "To the debrief",
    too_soon: "Two pictures of one school are at least 21 days apart, so that nobody can work out what happened in a few rooms in between.",
    too_soon_next: |day| format!("This round may close on {day}. Until then everything is kept."),
    unsent_work: "A tablet says that it still has visits to send. Open Noticeboard on it, or tick that you close without them.",
    restored: "The server was restored from a backup, and a tablet that may hold this round’s picture has not been back. Open Noticeboard on the other tablets while there is a network, then close again.",
    other_release: "Another picture of this round stands already. It stays as it is.",
    not_found: "The server does not know this round yet. Wait until this tablet has sent it, then try again.",
    not_kept: "The round was closed, but this tablet could not keep the picture. Free some space and try again: closing twice gives the same picture.",
    closed_title: "The round is closed.",
    closed_what: "Its picture is published. Thank the teams, and tell everyone who was visited where to read it.",
    to_picture: "Read the picture",
};

/// Why a change to a round was not made.
pub fn refused(refused: &RoundRefused) -> String {
    match refused {
        RoundRefused::Closed => "not saved: the round is closed".to_owned(),
        RoundRefused::Unknown => "not saved: the round is not on this tablet".to_owned(),
        RoundRefused::Faults(faults) if faults.iter().any(|fault| matches!(fault, PlanFault::Window(_))) => {
            "not saved: a round lasts from its first day to 150 days later at most; choose another day".to_owned()
        }
        RoundRefused::Storage(StorageFailure::Full) => {
            "not saved: there is no room left on this tablet; free some space and try again".to_owned()
        }
        RoundRefused::Storage(StorageFailure::Blocked) => {
            "not saved: Noticeboard is open in another tab; close it and try again".to_owned()
        }
        other => format!("not saved: {other}. What was saved before stays; try again"),
    }
}
