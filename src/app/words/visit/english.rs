//! The visit in English.

use device::storage::StorageFailure;
use device::tablet::VisitRefused;
use domain::visit::Refused;

use super::Visit;

pub const EN: Visit = Visit {
    confirm: |room| format!("{room}: which subject is on now?"),
    confirm_why: "The subject stays on this tablet; the picture only knows the group.",
    confirm_fixed: "This is what the timetable says. Choose another if it is not so today.",
    subject: "Subject",
    choose_subject: "Choose the subject that is on now. Nothing has begun yet.",
    before: |minutes, look_fors| {
        let look_fors = if look_fors == 1 { "One look-for".to_owned() } else { format!("{look_fors} look-fors") };
        format!("{minutes} minutes. {look_fors}. Say hello, sit where you see faces, help if a student asks.")
    },
    begin: "Begin the visit",
    another_room: "Another room",
    under_way: |room| {
        format!(
            "A visit in {room} is under way on this tablet. Everything in it is saved. Finish it, or leave it, before another one begins."
        )
    },
    go_on: "Go on with that visit",
    for_learning: "For learning, not for evaluation",
    this_visit: "This visit",
    saved: "saved on this tablet",
    saving: "saving",
    no_wake_lock: "this screen may go dark: touch it now and then",
    clock: |minutes, seconds, of| {
        let minutes = if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") };
        format!("{minutes} {seconds} seconds of {of} minutes")
    },
    what_counts: "What counts",
    tap_to_add: "tap to add",
    less: "take one back",
    of_five: |most| format!("of the first {most}"),
    all_counted: |most| format!("all {most} counted: that is enough"),
    seen: "seen",
    not_seen: "not seen",
    does_not_apply: "does not apply",
    not_enough_time: "not enough time",
    blocks: "two-minute blocks",
    block_minutes: |from, to| format!("minutes {from} to {to}"),
    block_state: |at| format!("at the beep, min. {at}"),
    block_yes: "seen",
    block_no: "not seen",
    block_waits: "can still be answered",
    block_missed: "missed",
    block_not_applicable: "does not apply",
    block_now: "now",
    next_beep: |at| format!("next beep: min. {at}"),
    state_yes: "it is so",
    state_no: "it is not so",
    shares: ["none", "few", "some", "most", "nearly all"],
    table_shares: ["none", "few", "some", "most", "nearly all"],
    in_view: "in view",
    students_in_view: "students in view",
    tables_in_view: "tables in view",
    one_fewer: "one fewer",
    one_more: "one more",
    i_saw_dots: "I saw… / I heard…",
    undo: "Undo",
    finish: "Finish visit",
    back_to_visit: "Back to the visit",
    what_did_you: "What did you see or hear?",
    stays_here: "stays on this tablet",
    i_saw: "I saw",
    i_heard: "I heard",
    their_words: "In the room’s words, not yours",
    no_names: "No names, please. They are not needed.",
    characters_left: |left| {
        if left < 0 { format!("{} too many", -left) } else { format!("{left} left") }
    },
    belongs_to: "Belongs to",
    keep_it: "Keep it",
    write_something: "Nothing is written yet.",
    take_out: "Take out",
    nothing_written: "Nothing yet. A sentence or two helps the team to talk later.",
    about_visit: "This visit",
    other_subject: "Another subject is on now",
    leave: "Leave without a result",
    leave_what: "For the wrong room, or a lesson that did not happen. Nothing leaves the tablet, and the visit cannot be taken up again.",
    leave_sure: "Leave this visit without a result?",
    leave_now: "Yes, leave it",
    leave_not: "No, stay",
    not_saved: |refused| {
        match refused {
        VisitRefused::Storage(StorageFailure::Full) => {
            "not saved: there is no room left on this tablet. Everything before it is here. Free some space, save a rescue file before you close this browser, then tap again".to_owned()
        }
        VisitRefused::Storage(StorageFailure::Blocked) => {
            "not saved: Noticeboard is open in another tab. Close that tab, then tap again".to_owned()
        }
        VisitRefused::Storage(StorageFailure::TakenOver) => {
            "not saved here: this tablet was opened in another tab. Go on there".to_owned()
        }
        VisitRefused::Storage(StorageFailure::Locked) => "not saved: this tablet is locked".to_owned(),
        VisitRefused::Storage(StorageFailure::Failed(reason)) => {
            format!("not saved: this tablet’s store did not answer ({reason}). Everything before it is kept; tap again")
        }
        VisitRefused::Mark(Refused::CountedOut(_, most)) => format!("all {most} are counted: that is enough"),
        VisitRefused::Mark(Refused::BlockToCome(_)) => "not saved: that block has not begun".to_owned(),
        VisitRefused::Mark(Refused::Ended) => "not saved: this visit has ended".to_owned(),
        VisitRefused::Mark(Refused::SeatInUse(_)) => {
            "not taken out: a seat that was heard stands on this grid. Take that seat out first".to_owned()
        }
        VisitRefused::Mark(Refused::BlockOver(_)) => "not saved: that block is over and stays missed".to_owned(),
        VisitRefused::Mark(Refused::NothingToTakeBack(_)) => {
            "nothing to take back: that was not saved, or was taken back before".to_owned()
        }
        VisitRefused::Mark(Refused::HeardBefore(_)) => "that seat was marked as heard before".to_owned(),
        VisitRefused::Mark(Refused::NotLookedFor(_)) => "not saved: this is not looked for in this round".to_owned(),
        VisitRefused::Mark(_) => "not saved: this visit has no place for it".to_owned(),
        VisitRefused::Unknown => "not saved: this visit is not on this tablet".to_owned(),
        VisitRefused::NotJoined => "this tablet has not joined the round; ask a colleague for its code".to_owned(),
        VisitRefused::OtherRoom(_) => "this room is not one of the round’s".to_owned(),
        VisitRefused::Closed => "this round is closed; no more visits can be made in it".to_owned(),
        VisitRefused::NotBegun(_) => "this visit cannot begin under the agreement of its round".to_owned(),
        VisitRefused::UnderWay(_) => "another visit is under way on this tablet".to_owned(),
        VisitRefused::Note(_) => "the note is not ready: it needs both halves, each of 500 characters at most".to_owned(),
        VisitRefused::Card => "that card was used, or is not one of this tablet’s; choose another".to_owned(),
    }
    },
};
