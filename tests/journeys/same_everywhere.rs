//! What a round publishes is the same wherever it is worked out: on the server's machine, and as WebAssembly in a browser.

use domain::change::write;
use serde_json::{Value, json};
use world::audit::draw;
use world::audit::history::{History, Kind};
use world::district::Dice;
use world::{World, page};

#[path = "../../src/device/examples/published/told.rs"]
mod told;

/// Each kind of district so often.
const OF_EACH_KIND: u64 = 4;

#[test]
fn a_browser_works_out_of_drawn_rounds_what_this_machine_works_out_to_the_last_bit() {
    let pages = page::of_example("published", "dev");
    let world = World::of_pages(pages.path());
    let page = world.phone("anyone");
    page.goes_to("/");
    page.wait("have the page", || page.run("return window.published ? true : null", vec![]).as_bool());
    let (mut shown, mut compared) = (0, 0);
    for number in 0..OF_EACH_KIND * Kind::ALL.len() as u64 {
        let dice = Dice::of(number);
        let history = draw::history(Kind::ALL[(number % Kind::ALL.len() as u64) as usize], &dice);
        let rounds = rounds_of(&history);
        let here = told::told(&rounds);
        let there = page.run("return window.published(arguments[0])", vec![Value::String(rounds)]);
        assert_eq!(there, json!(here), "district {number}");
        shown += usize::from(here.contains("\"coded\""));
        compared += usize::from(here.contains("Beside {"));
    }
    assert!(shown > 40 && compared > 5, "{shown} districts show something, {compared} compare groups");
}

/// The rounds of a history, as its rooms really answered.
fn rounds_of(history: &History) -> String {
    let rounds = history.rounds.iter().map(|round| {
        let summaries = round.summaries(&history.truth, round.in_time());
        (round.plan.clone(), round.board.clone(), summaries, round.closed)
    });
    write(&rounds.collect::<Vec<told::Round>>())
}
