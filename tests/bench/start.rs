//! Pages that were opened before, opened where no server answers, until something can be tapped: the lead's home, a visit
//! of four questions, and a form of the same four in SurveyJS.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use world::World;
use world::browser::Browser;

use crate::desk::{Desk, TIMES_SLOWER, slow_down};
use crate::report::{Figure, Report, quantile};
use crate::taps::{Marked, yardsticks};

/// How long to wait for something that works.
const PATIENCE: Duration = Duration::from_secs(30);
/// Marks of earlier visits on the tablet.
const MARKS: usize = 1_000;

/// What can first be tapped: on the lead's home, in a visit, in a form.
const PLAN: &str = "a[href=\"/lead/plan\"]";
const PLUS: &str = ".plus";
const ANSWER: &str = "#form input";

/// The form's own files, and what npm fetched for it; the style without its typeface, which is the lighter one.
const FORM: [(&str, &[u8]); 3] = [
    ("index.html", include_bytes!("survey/index.html")),
    ("form.js", include_bytes!("survey/form.js")),
    ("sw.js", include_bytes!("survey/sw.js")),
];
const LIBRARIES: [(&str, &str); 3] = [
    ("survey-core/survey-core.fontless.min.css", "survey.css"),
    ("survey-core/survey.core.min.js", "survey.core.js"),
    ("survey-js-ui/survey-js-ui.min.js", "survey.ui.js"),
];

/// Opens each again and again: in a running browser, and in one that was just started.
pub fn measure(report: &mut Report) {
    let world = World::new();
    let marked = Marked::served_by(&world);
    let desk = Desk::new();
    let mut browser = desk.browser();
    let visit = marked.visit(&browser, MARKS);
    let home = format!("{}/lead", world.origin());
    is_kept(&browser, &visit, PLUS);
    world.network_down();
    started(report, &mut browser, "the lead's home", &home, PLAN);
    started(report, &mut browser, &format!("a visit of four look-fors, {MARKS} marks stored"), &visit, PLUS);
    browser.close();

    match yardsticks().filter(|folder| folder.join(LIBRARIES[0].0).is_file()) {
        Some(libraries) => survey(report, &libraries),
        None => report.remark("  SurveyJS was not measured: there is no npm to fetch it with"),
    }
}

/// The form in a browser of its own, kept by a worker of its own.
fn survey(report: &mut Report, libraries: &Path) {
    let site = TempDir::with_prefix("noticeboard-survey-").expect("a folder for temporary files");
    let put = |name: &str, bytes: &[u8]| fs::write(site.path().join(name), bytes).expect("the folder can be written");
    FORM.iter().for_each(|(name, bytes)| put(name, bytes));
    for (file, name) in LIBRARIES {
        put(name, &fs::read(libraries.join(file)).expect("the library was fetched"));
    }
    let world = World::of_pages(site.path());
    let desk = Desk::new();
    let mut browser = desk.browser();
    let form = format!("{}/", world.origin());
    is_kept(&browser, &form, ANSWER);
    world.network_down();
    let [running, fresh] =
        opened_often(report, &mut browser, &form, ANSWER).map(|mut times| median_seconds(&mut times));
    report.remark(format!(
        "  a form of the same four in SurveyJS, the same way: {running:.2} s, in a browser that was just started {fresh:.2} s"
    ));
}

/// Opens it once with a network, and waits until a worker keeps it and controls its page.
fn is_kept(browser: &Browser, address: &str, wanted: &str) {
    browser.open(address);
    let there = |more: &str| format!("return document.querySelector(`{wanted}`) && {more}");
    let active = there("navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated' || null)");
    wait(browser, &active, "the page is kept");
    // From now on a worker that controls the page answers.
    browser.open(address);
    wait(browser, &there("(navigator.serviceWorker.controller ? true : null)"), "the worker controls the page");
}

/// A page of the app, beside the budget.
fn started(report: &mut Report, browser: &mut Browser, what: &str, address: &str, wanted: &str) {
    let browsers = ["in a running browser", "in a browser that was just started"];
    for (mut times, browser) in opened_often(report, browser, address, wanted).into_iter().zip(browsers) {
        let starts = times.len();
        report.figure(Figure {
            what: format!(
                "installed app, start offline to first tap, {what}, {browser}, {TIMES_SLOWER}× slowed CPU, median of {starts}"
            ),
            measured: median_seconds(&mut times),
            budget: 1.0,
            unit: "s",
            mend: "fewer functions on the way to the first tap: a browser that was just started compiles each as it is called",
        });
        report.remark(format!("  {what} {browser}: {:.2} s at most", quantile(&mut times, 1.0) / 1000.0));
    }
}

/// The half of the times, in seconds.
fn median_seconds(milliseconds: &mut [f64]) -> f64 {
    quantile(milliseconds, 0.5) / 1000.0
}

/// Milliseconds of each opening: in a running browser, and in one that was just started.
fn opened_often(report: &Report, browser: &mut Browser, address: &str, wanted: &str) -> [Vec<f64>; 2] {
    let times = if report.is_quick { 3 } else { 5 };
    let running = (0..times).map(|_| opened(browser, address, wanted)).collect();
    let anew = |_| {
        browser.close();
        browser.reopen();
        opened(browser, address, wanted)
    };
    [running, (0..times).map(anew).collect()]
}

/// Milliseconds from the navigation until what is wanted can be tapped.
fn opened(browser: &Browser, address: &str, wanted: &str) -> f64 {
    let script = json!({ "source": include_str!("start.js").replace("WANTED", &json!(wanted).to_string()) });
    let watching = browser.command("Page.addScriptToEvaluateOnNewDocument", &script);
    slow_down(browser, TIMES_SLOWER);
    browser.open(address);
    let tappable = wait(browser, "return window.tappable ?? null", "something can be tapped");
    browser.command("Page.removeScriptToEvaluateOnNewDocument", &watching);
    tappable.as_f64().expect("a time is a number")
}

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
