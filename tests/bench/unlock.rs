//! A locked tablet, from the press of the button to the screen that was left: the time that one try at a PIN costs.

use serde_json::json;
use world::World;
use world::browser::Browser;

use crate::desk::{Desk, TIMES_SLOWER, slow_down};
use crate::report::{Figure, Report, quantile};

/// How often it is unlocked at each speed.
const TRIES: usize = 5;
const PIN: &str = "490817";

/// Unlocks the sample's tablet again and again, at full speed and slowed down.
pub fn measure(report: &mut Report) {
    let world = World::new();
    let desk = Desk::new();
    let browser = desk.browser();
    browser.open(&format!("{}/tablet", world.origin()));
    let set = browser.run_async(&format!("{STEPS}{SET}"), vec![json!(PIN)]);
    assert_eq!(set, json!("set"), "the lock is not set");
    let at = |rate: u32| -> Vec<f64> { (0..TRIES).map(|_| unlocked(&browser, rate)).collect() };
    let (mut full, mut slowed) = (at(1), at(TIMES_SLOWER));
    report.figure(Figure {
        what: format!("unlocking, press to screen, {TIMES_SLOWER}× slowed CPU, median of {TRIES}"),
        measured: quantile(&mut slowed, 0.5),
        budget: 1000.0,
        unit: "ms",
        mend: "less memory or fewer passes for the key of a new PIN, which makes guessing cheaper by as much",
    });
    report.figure(Figure {
        what: format!("the same at full speed, during which the page stands still, median of {TRIES}"),
        measured: quantile(&mut full, 0.5),
        budget: 300.0,
        unit: "ms",
        mend: "making the key in a worker, beside the page",
    });
}

/// Milliseconds from the press to the screen of the open tablet.
fn unlocked(browser: &Browser, rate: u32) -> f64 {
    slow_down(browser, rate);
    browser.reload();
    let took = browser.run_async(&format!("{STEPS}{UNLOCK}"), vec![json!(PIN)]);
    took.as_f64().unwrap_or_else(|| panic!("it is not unlocked: {took}"))
}

/// What a hand does, as the page hears it.
const STEPS: &str = "
    const there = async (find) => {
        for (let found; ; await new Promise(requestAnimationFrame)) if ((found = find())) return found;
    };
    const button = (words) => [...document.querySelectorAll('button')].find((each) => each.innerText.trim() === words);
    const type = async (id, text) => {
        const field = await there(() => document.getElementById(id));
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const [pin] = arguments;";
const SET: &str = "
    (await there(() => button('Set a PIN or passphrase'))).click();
    await type('new-pin', pin);
    await type('pin-again', pin);
    button('Set the lock').click();
    (await there(() => button('I have written it down'))).click();
    await there(() => button('Lock now'));
    return 'set';";
const UNLOCK: &str = "
    await type('pin', pin);
    await new Promise(requestAnimationFrame);
    const pressed = performance.now();
    button('Unlock').click();
    await there(() => button('Lock now'));
    return performance.now() - pressed;";
