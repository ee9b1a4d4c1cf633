//! What axe finds on a screen: every rule of WCAG 2.2 at A and AA that a program can look at.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::{Value, json};
use world::Person;
use world::world::repository;

/// How many rules axe has for the levels A and AA, less a few: it says which it looked at, and must not look away.
const FEWEST_RULES: usize = 50;

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
    answer["wrong"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
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
