//! The screen of a visit under a thumb: nothing to scroll, nothing too small to hit.

use serde_json::json;
use world::{Planning, World};

/// Targets are at least this wide and high, in CSS pixels (WCAG 2.2, 2.5.5).
const LEAST: f64 = 44.0;

#[test]
fn four_look_fors_fit_the_screen_of_a_visit_and_every_target_is_large_enough() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    // Three strips of blocks and five bands: no four look-fors take more room.
    lead.plans_a_round(&Planning {
        purpose: "Who does the thinking?",
        look_fors: &["INQ-03", "DIS-06", "TSK-02", "LAS-01"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead.visits("Room 3");
    for language in ["en", "es"] {
        lead.run("localStorage.setItem('noticeboard-language', arguments[0])", vec![json!(language)]);
        lead.reloads();
        lead.sees(if language == "es" { "Terminar la visita" } else { "Finish visit" });
        for screen in [(390, 844), (820, 1180)] {
            lead.resizes(screen);
            let wrong = lead.run(WRONG, vec![json!(LEAST)]);
            assert_eq!(wrong, json!([]), "in {language} at {screen:?}");
        }
    }
}

/// How far the page scrolls, and the targets that are too small.
const WRONG: &str = "
    const least = arguments[0] - 0.1;
    const page = document.documentElement;
    const wrong = page.scrollHeight > innerHeight ? [`scrolls by ${page.scrollHeight - innerHeight}`] : [];
    for (const target of document.querySelectorAll('.visit button, .visit a')) {
        const { width, height } = target.getBoundingClientRect();
        if (width < least || height < least) wrong.push(`${target.textContent}: ${width} by ${height}`);
    }
    return wrong;";
