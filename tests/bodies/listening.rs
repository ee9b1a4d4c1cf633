//! What a screen reader is told: what every control is called and how it stands, and no more than a person can listen to.

use serde_json::{Value, json};
use world::World;

use crate::keyboard::in_a_round;

const QUESTIONS: &str = "Questions that invite reasoning";

/// How often the page may speak while somebody counts to ten.
const MOST_SAYINGS: usize = 3;

#[test]
fn every_control_of_a_visit_is_called_by_its_look_for_and_says_how_it_stands() {
    let world = World::new();
    let lead = in_a_round(&world);
    let visit = lead.visits("Room 12").counts(QUESTIONS, 3).sees("Invitations beyond volunteers", "not seen");
    visit.shares("Language supports in use", "some");
    let told = lead.is_told();
    let of = |role: &str| {
        let names = told.iter().filter(|node| node["role"]["value"] == role);
        names.map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
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
    let taps = "for (let tap = 0; tap < 10; tap += 1) {
        document.querySelector('.tally .plus').click();
        await new Promise((over) => setTimeout(over, 120));
    }";
    lead.run_async(taps, vec![]);
    let said = || lead.run("return window.said", vec![]).as_array().unwrap().clone();
    let end = format!("{QUESTIONS}: 10 counted. saved on this tablet");
    lead.wait("hear the number", || said().contains(&json!(end)).then_some(()));
    // The clock goes on, and nobody hears it.
    let clock = || lead.words_of(".clock").unwrap();
    let before = clock();
    lead.seconds_pass(3);
    lead.wait("see the clock go on", || (clock() != before).then_some(()));
    let said = said();
    assert!(said.len() <= MOST_SAYINGS, "{said:?}");
    assert!(said.iter().all(|words| !words.as_str().unwrap().contains(&clock())), "{said:?}");

    lead.presses("Undo");
    lead.wait("hear what was taken out", || {
        let words = lead.run("return window.said.at(-1)", vec![]);
        words.as_str().unwrap().starts_with("taken out: Questions that invite reasoning").then_some(())
    });
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
