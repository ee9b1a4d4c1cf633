//! The installed app, opened where no server answers, until the lead's home can be tapped.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use world::World;
use world::browser::Browser;

use crate::desk::{Desk, TIMES_SLOWER, slow_down};
use crate::report::{Figure, Report, quantile};

/// How often it is opened in each way.
const STARTS: usize = 5;
/// How long to wait for something that works.
const PATIENCE: Duration = Duration::from_secs(30);

/// Opens the lead's home again and again: in a running browser, and in one that was just started.
pub fn measure(report: &mut Report) {
    let world = World::new();
    let desk = Desk::new();
    let home = format!("{}/lead", world.origin());
    let mut browser = desk.browser();
    browser.open(&home);
    wait(&browser, KEPT, "the app is kept");
    // From now on a worker that controls the page answers.
    browser.open(&home);
    wait(&browser, CONTROLLED, "the worker controls the page");
    world.network_down();

    let mut times: Vec<f64> = (0..STARTS).map(|_| opened(&browser, &home)).collect();
    let what = format!("installed app, start offline to first tap, {TIMES_SLOWER}× slowed CPU, median of {STARTS}");
    report.figure(Figure {
        what,
        measured: quantile(&mut times, 0.5) / 1000.0,
        budget: 1.0,
        unit: "s",
        mend: "a build of the app for visits alone, without what is done at a desk",
    });

    let anew = |_| {
        browser.close();
        browser.reopen();
        opened(&browser, &home)
    };
    let mut times: Vec<f64> = (0..STARTS).map(anew).collect();
    let middle = quantile(&mut times, 0.5) / 1000.0;
    report.remark(format!(
        "  the same in a browser that was just started: {middle:.2} s, {:.2} s at most",
        times[STARTS - 1] / 1000.0
    ));
}

/// Milliseconds from the navigation to the first control that can be tapped.
fn opened(browser: &Browser, home: &str) -> f64 {
    let script = json!({ "source": include_str!("start.js") });
    let watching = browser.command("Page.addScriptToEvaluateOnNewDocument", &script);
    slow_down(browser, TIMES_SLOWER);
    browser.open(home);
    let tappable = wait(browser, "return window.tappable ?? null", "the lead's home can be tapped");
    browser.command("Page.removeScriptToEvaluateOnNewDocument", &watching);
    tappable.as_f64().expect("a time is a number")
}

const KEPT: &str = "return document.querySelector('a[href=\"/lead/plan\"]') && navigator.serviceWorker.ready
    .then(({ active }) => active?.state === 'activated' || null)";
const CONTROLLED: &str = "return navigator.serviceWorker.controller && document.querySelector('a[href=\"/lead/plan\"]')
    ? true : null";

/// Waits until a script gives something.
fn wait(browser: &Browser, script: &str, what: &str) -> Value {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let found = browser.run(script, vec![]);
        if !found.is_null() {
            return found;
        }
        assert!(Instant::now() < deadline, "in vain: {what}");
        thread::sleep(Duration::from_millis(30));
    }
}
