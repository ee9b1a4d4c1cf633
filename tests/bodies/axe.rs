//! What axe finds on a screen: every rule of WCAG 2.2 at A and AA that a program can look at.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::{Value, json};
use world::Person;
use world::world::repository;

/// How many rules axe has for the levels A and AA, less a few: it says which it looked at, and must not look away.
const FEWEST_RULES: usize = 50;

/// What axe says that it cannot decide: the rule, a part of what it says of the element or of its markup, and what was
/// decided of it.
const DECIDED: [(&str, &str, &str); 12] = [
    (
        "aria-valid-attr-value",
        "-wrong\"",
        "a field names where it is told what is wrong, which is there when something is",
    ),
    ("color-contrast", "number", "beside the handle of a sheet, whose gradient is a short line on the sheet's ground"),
    ("color-contrast", "<span aria-hidden=\"true\"", "the time in its ring, on the page's own ground, in its ink"),
    ("color-contrast", "class=\"less\"", "a minus sign, in the ink of every other button"),
    ("color-contrast", "aria-label=\"one ", "a plus or minus sign in that ink"),
    ("color-contrast", "aria-label=\"un", "the same in Spanish"),
    ("color-contrast", "id=\"seat-", "a blank seat, whose border says where it is"),
    ("label-content-name-mismatch", "class=\"less\"", "nobody would say the sign; what it does is the button's name"),
    ("label-content-name-mismatch", "aria-label=\"one ", "the same"),
    ("label-content-name-mismatch", "aria-label=\"un", "the same in Spanish"),
    ("label-content-name-mismatch", "id=\"seat-", "the same of a seat, which is blank"),
    ("video-caption", "#camera", "what the camera sees, live and without a sound"),
];

/// What is wrong with the screen in its present size and colours, a line each.
///
/// # Panics
/// When axe did not look at all rules, the size of targets among them.
pub fn wrong(person: &Person) -> Vec<String> {
    if person.run("return typeof axe === 'undefined'", vec![]) == Value::Bool(true) {
        // Not as an element of the page: its policy lets no foreign script in.
        person.run(&format!("{}\nwindow.axe = axe", program()), vec![]);
    }
    let answer = person.run_async(include_str!("axe.js"), vec![]);
    let rules = answer["rules"].as_array().unwrap_or_else(|| panic!("axe fails: {answer}"));
    assert!(rules.len() > FEWEST_RULES, "axe looked at {} rules", rules.len());
    assert!(rules.contains(&json!("target-size")), "axe did not look at the size of targets");
    let lines = |which: &str| -> Vec<String> { serde_json::from_value(answer[which].clone()).unwrap() };
    let is_decided =
        |line: &String| DECIDED.iter().any(|(rule, part, _)| line.starts_with(rule) && line.contains(part));
    let undecided = lines("undecided").into_iter().filter(|line| !is_decided(line));
    lines("wrong").into_iter().chain(undecided.map(|line| format!("undecided: {line}"))).collect()
}

fn program() -> &'static str {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let usual = || repository().join("target/axe/node_modules/axe-core/axe.min.js");
        let file = std::env::var_os("NOTICEBOARD_AXE").map_or_else(usual, PathBuf::from);
        std::fs::read_to_string(&file)
            .unwrap_or_else(|_| panic!("there is no axe in {}: `cargo xtask test` fetches it", file.display()))
    })
}
