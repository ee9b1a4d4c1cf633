//! What a screen reader is told: what every control is called and how it stands, what pictures say, and no more than a
//! person can listen to.

use serde_json::{Value, json};
use world::{Tablet, World};

use crate::keyboard::{in_a_round, in_a_round_with_both_instruments};

const QUESTIONS: &str = "Questions that invite reasoning";
const VOICES: &str = "Many voices are heard";

/// How often the page may speak while somebody counts to ten.
const MOST_SAYINGS: usize = 3;

#[test]
fn every_control_of_a_visit_is_called_by_its_look_for_and_says_how_it_stands() {
    let world = World::new();
    let lead = in_a_round(&world);
    let visit = lead.visits("Room 12").counts(QUESTIONS, 3).sees("Invitations beyond volunteers", "not seen");
    visit.shares("Language supports in use", "some");
    let told = lead.is_told();
    let of = |role: &str| names(&told, role);
    let buttons = of("button");
    assert!(buttons.iter().all(|name| !name.trim().is_empty()), "{buttons:?}");
    let count = buttons.iter().find(|name| name.starts_with(QUESTIONS) && name.contains("counted: 3"));
    assert!(count.is_some(), "the count says what it counts and how far it is: {buttons:?}");
    for look_for in
        [QUESTIONS, "Students talk to students", "Invitations beyond volunteers", "Language supports in use"]
    {
        assert!(of("region").iter().any(|name| name == look_for), "{look_for} is a region");
        assert!(buttons.iter().any(|name| name.starts_with(look_for) && name.contains("What counts")), "{look_for}");
    }
    for group in ["Invitations beyond volunteers", "Language supports in use", "minutes 0 to 2"] {
        assert!(of("group").iter().any(|name| name == group), "{group}: {:?}", of("group"));
    }
    let pressed: Vec<&str> = told
        .iter()
        .filter(|node| property(node, "pressed") == json!("true"))
        .filter_map(|node| node["name"]["value"].as_str())
        .collect();
    assert!(pressed.contains(&"not seen") && pressed.contains(&"some"), "{pressed:?}");
    assert_eq!(of("timer").len(), 1);
    assert_eq!((of("main").len(), of("heading").iter().filter(|name| *name == "Room 12").count()), (1, 1));
}

#[test]
fn whoever_counts_to_ten_hears_the_number_and_not_ten_taps_nor_the_clock() {
    let world = World::new();
    let lead = in_a_round(&world);
    lead.visits("Room 12");
    lead.run(LISTEN, vec![]);
    taps_quickly(&lead, &[".tally .plus"; 10]);
    hears(&lead, &format!("{QUESTIONS}: 10 counted. saved on this tablet"));
    // The clock goes on, and nobody hears it.
    let clock = || lead.words_of(".clock").unwrap();
    let before = clock();
    lead.seconds_pass(3);
    lead.wait("see the clock go on", || (clock() != before).then_some(()));
    let said = said(&lead);
    assert!(said.len() <= MOST_SAYINGS, "{said:?}");
    assert!(said.iter().all(|words| !words.contains(&clock())), "{said:?}");

    lead.presses("Undo");
    hears(&lead, &format!("taken out: {QUESTIONS}: counted. saved on this tablet"));
    // A beep that is silenced is still told; its clock comes to two minutes by itself.
    lead.presses("Beep on");
    let shown = clock();
    let (_, seconds) = shown.split_once(':').unwrap();
    lead.seconds_pass(117 - seconds.trim().parse::<i64>().unwrap());
    hears(&lead, "minutes 0 to 2 are over");
}

#[test]
fn of_talk_of_quiet_of_seats_and_of_the_hallway_the_last_is_heard_once_and_never_their_clocks() {
    let world = World::new();
    let lead = in_a_round_with_both_instruments(&world);
    let visit = lead.visits("Room 12");
    lead.run(LISTEN, vec![]);
    taps_quickly(&lead, &[".talk button:nth-child(1)", ".talk button:nth-child(5)"]);
    hears(&lead, "talking: partners. saved on this tablet");
    lead.presses_in("Quiet time to think", "hold while it is quiet");
    lead.sees("quiet for 2 s");
    lead.presses_in("Quiet time to think", "quiet for");
    lead.wait("hear how long it was quiet", || {
        let is_quiet = |said: &String| {
            said.starts_with("Quiet time to think: ") && said.ends_with(" s of quiet. saved on this tablet")
        };
        said(&lead).iter().any(is_quiet).then_some(())
    });
    lead.presses_in(VOICES, "Lay out the seats");
    lead.presses("Lay out 24 seats");
    hears(&lead, &format!("{VOICES}: 24 seats laid out. saved on this tablet"));
    taps_quickly(&lead, &["#seat-1", "#seat-2", "#seat-7"]);
    hears(&lead, &format!("{VOICES}: row 2, seat 1. saved on this tablet"));
    let heard = said(&lead);
    assert_eq!(heard.len(), 4, "one saying for each pause: {heard:?}");
    lead.presses("Back to the look-fors");

    visit.minutes_pass(10).finishes();
    lead.follows("Four minutes of talk");
    lead.sees("Four minutes in the hallway");
    lead.run("window.said.length = 0", vec![]);
    let clock = || lead.words_of(".clock").unwrap();
    let before = clock();
    lead.seconds_pass(3);
    lead.wait("see the clock go on", || (clock() != before).then_some(()));
    lead.minutes_pass(4);
    let over = "Four minutes. Finish the sentence, then the next door.";
    hears(&lead, over);
    assert_eq!(said(&lead), [over]);
}

/// Faster than a driver's clicks come on a busy machine.
fn taps_quickly(lead: &Tablet, buttons: &[&str]) {
    let taps = "for (const button of arguments[0]) {
        document.querySelector(button).click();
        await new Promise((over) => setTimeout(over, 120));
    }";
    lead.run_async(taps, vec![json!(buttons)]);
}

/// What has been read aloud since somebody listens.
fn said(lead: &Tablet) -> Vec<String> {
    let said = lead.run("return window.said", vec![]);
    said.as_array().unwrap().iter().map(|words| words.as_str().unwrap().to_owned()).collect()
}

fn hears(lead: &Tablet, words: &str) {
    lead.wait(&format!("hear {words:?}"), || said(lead).iter().any(|said| said == words).then_some(()));
}

#[test]
fn a_picture_is_told_in_sentences_and_as_a_table_and_nothing_that_is_drawn_is_without_words() {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    reader.picture();
    reader.run("for (const folded of document.querySelectorAll('details')) folded.open = true", vec![]);
    let told = reader.is_told();
    assert_eq!(names(&told, "table").len(), 1);
    assert_eq!(names(&told, "columnheader").len(), 3);
    // Four look-fors, and at least two groups of one of them.
    assert!(names(&told, "rowheader").len() >= 6, "{:?}", names(&told, "rowheader"));
    says_what_is_drawn(&told, "picture");
    for (way, there) in [("Same opportunity?", "compared with"), ("Productive talk", "Collaborative discourse")] {
        reader.follows(way);
        reader.sees(there);
        says_what_is_drawn(&reader.is_told(), way);
    }
    reader.goes_to("/pictures/district");
    reader.sees("What was promised");
    says_what_is_drawn(&reader.is_told(), "the whole district");
}

/// A heading, dots that are sentences about rooms, and how sure that is.
fn says_what_is_drawn(told: &[Value], screen: &str) {
    let drawn = ["image", "img", "graphics-symbol"].map(|role| names(told, role)).concat();
    assert!(!drawn.is_empty() && drawn.iter().all(|name| name.contains("rooms")), "{screen}: {drawn:?}");
    let headings = names(told, "heading");
    assert!(!headings.is_empty() && headings.iter().all(|name| !name.is_empty()), "{screen}: {headings:?}");
    let said = names(told, "StaticText").join(" ");
    let certainty = ["first picture", "fairly steady", "steady"].iter().any(|words| said.contains(words));
    assert!(certainty && said.contains("never for evaluation"), "{screen}: {said}");
}

/// What everything of a role is called.
fn names(told: &[Value], role: &str) -> Vec<String> {
    let of_role = told.iter().filter(|node| node["role"]["value"] == role);
    of_role.map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Notes what every live region says, once for each change.
const LISTEN: &str = "
    window.said = [];
    const live = '[role=\"status\"], [role=\"alert\"], [role=\"log\"], [aria-live]:not([aria-live=\"off\"])';
    new MutationObserver((changes) => {
        const regions = new Set(changes.map(({ target }) =>
            (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest(live)).filter(Boolean));
        for (const change of changes) {
            for (const added of change.addedNodes) if (added.matches?.(live)) regions.add(added);
        }
        for (const region of regions) if (region.textContent.trim()) said.push(region.textContent.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });";

fn property(node: &Value, name: &str) -> Value {
    let properties = node["properties"].as_array();
    let found = properties.into_iter().flatten().find(|property| property["name"] == name);
    found.map_or(Value::Null, |property| property["value"]["value"].clone())
}
