//! What waits goes out by itself: there is no sync in the background, so every occasion is taken.

use std::time::Duration;

use serde_json::json;
use world::{Planning, World};

#[test]
fn what_waits_goes_out_by_itself_when_a_network_comes_when_the_page_is_shown_and_every_minute() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.commands("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": MINUTES_BY_HAND }));
    lead.opens_the_lead_door();
    lead.is_kept_for_offline_use();
    for (purpose, occasion) in [
        ("Who asks when a network comes?", "dispatchEvent(new Event('online'))"),
        ("Who asks when the page is shown?", "document.dispatchEvent(new Event('visibilitychange'))"),
        ("Who asks after a minute?", "for (const due of minutes.splice(0)) due()"),
    ] {
        world.network_down();
        lead.plans_a_round(&Planning { purpose, look_fors: &["DIS-04"], opens: "2026-11-09", ends: "2026-11-20" });
        lead.sees("still on this tablet");
        world.network_up();
        assert!(world.database().tables_with(purpose).is_empty(), "nothing has happened yet: {purpose}");
        // Not while nobody looks.
        lead.run(HIDDEN, vec!["hidden".into()]);
        lead.run(occasion, vec![]);
        lead.run(HIDDEN, vec!["visible".into()]);
        std::thread::sleep(Duration::from_millis(300));
        assert!(world.database().tables_with(purpose).is_empty(), "the page was not shown: {purpose}");
        lead.run(occasion, vec![]);
        lead.sees("everything received");
        assert!(!world.database().tables_with(purpose).is_empty(), "{purpose}");
    }
}

const HIDDEN: &str = "Object.defineProperty(document, 'visibilityState', { value: arguments[0], configurable: true })";

/// A timer of a minute waits until the test says that it has passed.
const MINUTES_BY_HAND: &str = "
    window.minutes = [];
    const wait = window.setTimeout;
    window.setTimeout = (due, after, ...more) => after === 60000 ? minutes.push(due) : wait(due, after, ...more);";
