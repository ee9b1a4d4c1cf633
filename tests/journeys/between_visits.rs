//! Between visits: what two tablets have covered together, the next room, doors that say "not today", the hallway.

use serde_json::json;
use world::{Planning, Tablet, World};

const QUESTIONS: &str = "Questions that invite reasoning";
const INVITED: &str = "Invitations beyond volunteers";
const NEXT: &str = "Next room";

const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04", "EQP-02"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

#[test]
fn two_tablets_see_what_the_team_has_covered_and_neither_what_came_of_the_others_visits() {
    let world = World::new();
    let (lead, second) = (world.tablet("lead"), world.tablet("second"));
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    second.opens_the_lead_door();
    second.joins(&lead.round_code());

    lead.visits("Room 1").counts(QUESTIONS, 4).sees(INVITED, "seen").minutes_pass(10).finishes();
    lead.visits("Room 2").counts(QUESTIONS, 1).sees(INVITED, "not enough time").minutes_pass(10).finishes();
    second.visits("Room 3").counts(QUESTIONS, 4).sees(INVITED, "seen").minutes_pass(10).finishes();
    second.syncs();
    lead.syncs();

    lead.goes_to_the_round();
    lead.sees("All rooms: “Invitations beyond volunteers” may have 2 of the 10 usable rooms it needs.");
    lead.presses("What the team has covered");
    lead.sees("3 of 34 rooms visited by the team");
    assert_eq!(row(&lead, QUESTIONS), "2 of 10 · 7 more needed 1 more visited, untold here");
    assert_eq!(row(&lead, INVITED), "1 of 10 · 8 more needed 1 more visited, untold here");
    second.syncs();
    second.goes_to_the_round();
    second.sees("All rooms: 3 of the 10 rooms it needs were visited.");
    second.presses("What the team has covered");
    assert_eq!(row(&second, QUESTIONS), "1 of 10 · 7 more needed 2 more visited, untold here");
    assert_eq!(row(&second, INVITED), "1 of 10 · 7 more needed 2 more visited, untold here");
    for _ in 0..31 {
        let proposed = proposed(&second);
        assert!(!["Room 1", "Room 2", "Room 3"].contains(&proposed.as_str()), "{proposed} was visited");
        second.presses("Another one");
    }
}

#[test]
fn the_group_that_lacks_most_comes_first_and_its_reason_names_the_group_alone() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round_by("By grade band", &PLANNING, &[]);
    let first = (proposed(&lead), reason(&lead));
    assert!(first.1.ends_with(": 0 of the 10 rooms it needs were visited."), "{}", first.1);
    lead.visits(&first.0).counts(QUESTIONS, 2).sees(INVITED, "seen").minutes_pass(10).finishes();
    // Another group lacks more now.
    assert!(reason(&lead).ends_with(": 0 of the 10 rooms it needs were visited."), "{}", reason(&lead));
    assert_ne!(reason(&lead), first.1);
}

#[test]
fn the_next_room_is_offered_at_the_door_and_a_door_that_says_not_today_is_left_out_for_the_day() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead.visits("Room 1").counts(QUESTIONS, 2).minutes_pass(10).finishes();
    // Where the visitor stands now, and still there when the page is loaded anew.
    let first = proposed(&lead);
    lead.reloads();
    assert_eq!(proposed(&lead), first);
    lead.presses_in(NEXT, "Another one");
    let second = other_than(&lead, &first);
    lead.presses_in(NEXT, "Door sign: not today");
    let third = other_than(&lead, &second);
    assert!(third != first, "the first comes again after the last one only");

    lead.follows("Done: next room");
    lead.wait("see the sign in the list", || lead.can_see_in(&second, "The door is open").then_some(()));
    lead.presses_in(&second, "The door is open");
    lead.wait("see it gone", || lead.can_see_in(&second, "Not today").then_some(()));
    // The focus stays on the button whose words changed.
    let focused = "return document.activeElement.innerText";
    assert!(lead.run(focused, vec![]).as_str().is_some_and(|words| words.contains("Not today")));
    // At the door itself, once it is there: the round's screen has a button of the same name.
    lead.follows_in(&second, "Begin a visit");
    lead.sees(&format!("{second}: which subject is on now?"));
    lead.presses("Door sign: not today");
    lead.wait("see the sign in the list", || lead.can_see_in(&second, "The door is open").then_some(()));
    lead.reloads();
    lead.wait("see the sign in the list", || lead.can_see_in(&second, "The door is open").then_some(()));
    // Nothing of it leaves: there is nothing more to send than the visit.
    lead.syncs();
    lead.days_pass(1);
    lead.goes_to_the_round();
    lead.reloads();
    lead.wait("see the door forgotten", || lead.can_see_in(&second, "Not today").then_some(()));
}

#[test]
fn four_minutes_in_the_hallway_show_what_was_written_and_come_back_where_they_were() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    let visit = lead.visits("Room 1").counts(QUESTIONS, 4).sees(INVITED, "seen").hears("“¿y por qué?”");
    visit.minutes_pass(10).finishes();
    listen(&lead);
    lead.follows("Four minutes of talk");
    lead.sees("Would we put it on the same side of the line?");
    lead.sees("I heard “¿y por qué?”");
    lead.presses_in(QUESTIONS, "What counts");
    lead.sees("What counts and what does not");
    lead.minutes_pass(2);
    lead.wait("see two minutes gone", || minutes(&lead).starts_with("2:").then_some(()));
    lead.reloads();
    lead.wait("see the talk go on", || minutes(&lead).starts_with("2:").then_some(()));
    listen(&lead);
    lead.minutes_pass(2);
    lead.sees("Four minutes. Finish the sentence, then the next door.");
    assert_eq!(lead.run("return window.tones", vec![]), json!(0), "nobody asked for a sound");
    lead.follows("Next room");
    // It can be taken up again from the room.
    lead.follows_in("Room 1", "Talk about it");
    lead.wait("see it begin anew", || minutes(&lead).starts_with("0:").then_some(()));
    lead.presses("Sound at the end: off");
    lead.minutes_pass(4);
    lead.sees("Four minutes. Finish the sentence, then the next door.");
    assert_eq!(lead.run("return window.tones", vec![]), json!(1));
}

/// What a look-for's row of the coverage says, without its name.
fn row(tablet: &Tablet, look_for: &str) -> String {
    tablet.wait("see the coverage", || {
        let script = "const row = [...document.querySelectorAll('table tr')]
                .find((row) => row.querySelector('th')?.innerText.trim() === arguments[0]);
            return row?.querySelector('td')?.innerText.replace(/\\s+/g, ' ').trim() ?? null";
        tablet.run(script, vec![look_for.into()]).as_str().map(str::to_owned)
    })
}

/// The room that is proposed.
fn proposed(tablet: &Tablet) -> String {
    tablet.wait("see a room proposed", || tablet.words_of(".next .said"))
}

/// Why it is proposed.
fn reason(tablet: &Tablet) -> String {
    tablet.wait("see a reason", || tablet.words_of(".next [role=status] p"))
}

/// The room that is proposed once it is another one.
fn other_than(tablet: &Tablet, room: &str) -> String {
    tablet.wait("see another room", || tablet.words_of(".next .said").filter(|proposed| proposed != room))
}

/// What the clock of the talk shows.
fn minutes(tablet: &Tablet) -> String {
    tablet.words_of(".clock span").unwrap_or_default()
}

/// From now on counts the tones that the page makes.
fn listen(tablet: &Tablet) {
    let script = "window.tones = 0;
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...at) { window.tones += 1; return start.apply(this, at); }";
    tablet.run(script, vec![]);
}
