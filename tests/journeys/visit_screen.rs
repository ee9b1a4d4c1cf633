//! The screen of a visit under a thumb: nothing to scroll, nothing too small to hit.

use serde_json::json;
use world::{Engine, Planning, Tablet, World};

/// Targets are at least this wide and high, in CSS pixels (WCAG 2.2, 2.5.5).
const LEAST: f64 = 44.0;

#[test]
fn four_look_fors_fit_the_screen_of_a_visit_and_every_target_is_large_enough() {
    let world = World::new();
    let lead = whole_tablet(&world);
    lead.opens_the_lead_door();
    // Three strips of blocks and five bands: no four look-fors take more room.
    lead.plans_a_round(&planning(&["INQ-03", "DIS-06", "TSK-02", "LAS-01"]));
    lead.visits("Room 3");
    lead.presses_in("students in view", "one more");
    everything_fits(&lead);
}

#[test]
fn the_talk_strip_and_the_voices_grid_fit_the_screen_with_two_more_look_fors() {
    let world = World::new();
    let lead = whole_tablet(&world);
    lead.opens_the_lead_door();
    lead.plans_a_round_with(&planning(&["DIS-05", "EQP-01", "TSK-02", "LAS-01"]), &["DIS-05", "EQP-01"]);
    lead.visits("Room 3");
    lead.presses_in("who is talking now", "partners");
    everything_fits(&lead);
    // A class of thirty, six side by side, with the talk strip above it.
    lead.resizes((390, 844));
    lead.presses_in("Many voices are heard", "Lay out the seats");
    for _ in 0..6 {
        lead.presses_in("students in the class", "one more");
    }
    lead.presses("Lay out 30 seats");
    lead.sees("0 of 30 heard");
    for screen in [(390, 844), (820, 1180)] {
        lead.resizes(screen);
        let wrong = lead.run(WRONG, vec![json!(LEAST)]);
        assert_eq!(wrong, json!([]), "the grid at {screen:?}");
    }
}

#[test]
fn what_undo_took_out_stands_beside_what_is_saved_until_the_next_tap() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&planning(&["DIS-04"]));
    let visit = lead.visits("Room 3").counts("Questions that invite reasoning", 2);
    lead.presses("Undo");
    lead.wait("see what was undone", || line(&lead).filter(|words| words.contains("taken out: Questions that invite")));
    let _visit = visit.counts("Questions that invite reasoning", 1);
    assert_eq!(line(&lead).as_deref(), Some("saved on this tablet"));
}

/// One that keeps its screen on: where it cannot, a line more says so.
fn whole_tablet(world: &World) -> Tablet {
    world.tablet_in(Engine::Chromium, "lead")
}

fn line(lead: &Tablet) -> Option<String> {
    lead.words_of(".state-line")
}

fn planning<'plan>(look_fors: &'plan [&'plan str]) -> Planning<'plan> {
    Planning { purpose: "Who does the thinking?", look_fors, opens: "2026-11-09", ends: "2026-11-20" }
}

fn everything_fits(lead: &Tablet) {
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
    lead.run("localStorage.setItem('noticeboard-language', 'en')", vec![]);
    lead.reloads();
    lead.sees("Finish visit");
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
