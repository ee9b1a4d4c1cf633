//! Words about rescue files in English.

use device::rescue::{Becomes, NotRescued};

use super::{Counted, Rescue};

pub static WORDS: Rescue = Rescue {
    title: "Rescue file",
    lede: "What is on this tablet and nowhere else, in one file that only a passphrase opens. It can be opened on another tablet.",
    to_rescue: "Save or open a rescue file",
    save_title: "Save what is here",
    save_more: "Visits with their evidence, notes and boards, rounds with their keys, cards on paper, and everything that waits to be sent.",
    passphrase: "A passphrase for this file",
    passphrase_hint: "12 characters or more; four words that do not belong together are good. Write it down: without it nobody can open the file.",
    too_short: "That is too short: 12 characters at least. Whoever finds the file can guess for as long as they like.",
    no_memory: "This tablet has not enough memory free. Close other apps, then try again.",
    not_saved: "This browser took no file. Everything is still on this tablet.",
    save: "Save the rescue file",
    saved_as: |name| format!("Handed to the browser as {name}. Look for it where this device keeps downloads."),
    after_saving: "Keep the passphrase apart from it. What was saved stays on this tablet too. Delete the file once everything arrived: it holds evidence and round keys.",
    not_in_it: "Not in it: your sign-in, the keys of this browser, what the server has received, and cards that were never printed.",
    unopened: "Part of it may still be readable. Noticeboard can look, record by record, and save what it finds in a file. Nothing here is changed.",
    look_for_it: "Look for what can be read",
    thrown_away: "This browser has thrown away what was saved on this tablet.",
    thrown_away_more: "Noticeboard did not delete it. Some browsers do this by themselves after the disk was full, or to a site that was not opened for a week. Noticeboard in another browser or app of this device keeps its own. What had been sent is safe. What had not been sent was only here: visits, notes, and the keys of rounds.",
    thrown_away_next: "If there is a rescue file, open it on the empty tablet. Rounds that go on can be joined again by their codes.",
    begin_empty: "Begin with an empty tablet",
    could_not_read: |damaged, behind_pin| {
        let damaged = match damaged {
            0 => String::new(),
            1 => "One record could not be read; ".into(),
            _ => format!("{damaged} records could not be read; "),
        };
        let behind_pin = match behind_pin {
            0 if damaged.is_empty() => "Everything could be read.".into(),
            0 => "everything else could.".into(),
            1 => "1 more needs the PIN and is not in the file without it.".into(),
            _ => format!("{behind_pin} more need the PIN and are not in the file without it."),
        };
        format!("{damaged}{behind_pin} Save it in a file before you do anything else.")
    },
    unplaced: |count| match count {
        1 => "One thing that was recorded belongs to a visit whose beginning could not be read.".into(),
        _ => format!("{count} things that were recorded belong to a visit whose beginning could not be read."),
    },
    unplaced_go: "All of it goes into the file: a tablet that has the visit can take it.",
    pin_brings_more: "Without it only what waits to be sent can be saved. With it the file holds the visits too.",
    nothing_read: "Nothing could be read. Nothing was deleted either: leave this browser’s data as it is, and show this page to whoever looks after your tablets.",
    open_title: "Open a file here",
    open_more: "You see what is in it before anything is taken. Nothing that is here is overwritten without asking you.",
    which_file: "The rescue file",
    its_passphrase: "Its passphrase",
    open: "Open the file",
    not_opened: |reason| match reason {
        NotRescued::AnotherFile => {
            "This is not a rescue file. Its name begins with noticeboard-rescue. Nothing was changed."
        }
        NotRescued::NewerVersion => {
            "A newer version of Noticeboard saved this file. Connect to the network so that it arrives here, then open the file again. Nothing was changed."
        }
        NotRescued::Damaged => {
            "This file is damaged: it was cut short or changed on its way. Copy it again. Nothing was changed."
        }
        NotRescued::WrongPassphrase => "That is not its passphrase. Capitals and spaces count. Nothing was changed.",
        NotRescued::NoKey(_) => WORDS.no_memory,
    },
    other_district: "This file comes from a tablet of another district. Nothing was taken.",
    in_file: "In this file",
    saved_by: |name, when| match name {
        Some(name) => format!("Saved by {name}, {when} by that tablet’s clock."),
        None => format!("Saved {when} by that tablet’s clock; nobody was signed in."),
    },
    was_unreadable: |count| match count {
        1 => "It was saved from a tablet on which one record could not be read.".into(),
        _ => format!("It was saved from a tablet on which {count} records could not be read."),
    },
    unplaced_stay: "This tablet does not have that visit, so this is not taken. It stays in the file: open it on a tablet that has the visit.",
    anothers: "Somebody else saved this file. Take it only if they know: you can then read their evidence, and what it sends goes out under your name.",
    becomes: |becomes| match becomes {
        Becomes::Taken => "not here: will be taken",
        Becomes::Longer => "goes on from what is here: the longer one stands",
        Becomes::Same => "here already",
        Becomes::Asked => "says something else here: both are kept, and you are asked",
    },
    some_room: "a room that this tablet does not know",
    minutes: |minutes, ended| {
        let minutes = if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") };
        if ended { minutes } else { format!("{minutes}, not finished") }
    },
    counted: |what, count| {
        let (one, many) = match what {
            Counted::Notes => ("note that was begun", "notes that were begun"),
            Counted::Boards => ("debrief board", "debrief boards"),
            Counted::Plans => ("plan", "plans"),
            Counted::Phrases => ("list of own phrases", "lists of own phrases"),
            Counted::Unsent => ("change that the server has not received", "changes that the server has not received"),
            Counted::Cards => ("card on paper", "cards on paper"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    },
    all_here: "All of it is here already. There is nothing to take.",
    take: "Take what is not here",
    leave: "Take nothing",
    taken: "It is on this tablet now.",
    on_one_tablet: "Go on with these visits and cards on one tablet only. If a visit is finished on two, the server takes the one that comes first and this tablet says so; a card takes one note.",
    to_decide: |count| match count {
        1 => "One thing says something else on two tablets.".into(),
        _ => format!("{count} things say something else on two tablets."),
    },
    decide: "Say which is right",
    decide_more: "Both are kept until you say which is right. It can wait.",
    visit_in: |room| format!("The visit in {room}"),
    note_of: |room| format!("The note for {room}"),
    board_of: |round| format!("The board of “{round}”"),
    plan_of: |round| format!("The plan of “{round}”"),
    phrases: "The phrases that begin evidence",
    here: "On this tablet:",
    in_the_file: |when| format!("In the file of {when}:"),
    recorded: |count, minutes, ended| {
        let things = if count == 1 { "1 thing".to_owned() } else { format!("{count} things") };
        format!("{things} recorded, {}", (WORDS.minutes)(minutes, ended))
    },
    here_is_right: "This tablet’s is right",
    file_is_right: "The file’s is right",
    sure: "The other one is then erased from this tablet for good. Sure?",
    was_decided: "This was decided before.",
    yes: "Yes, keep this one",
    no: "No, keep both for now",
};
