//! The walls between the crates, and the habits of the code: what is not there is tested to be not there.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What each crate may be built from, tests of its own aside. A wall is moved here or nowhere.
const OURS: [(&str, &[&str]); 9] = [
    ("noticeboard-domain", &[]),
    ("noticeboard-protocol", &["noticeboard-domain"]),
    ("noticeboard-words", &["noticeboard-domain"]),
    ("noticeboard-device", &["noticeboard-domain", "noticeboard-protocol"]),
    ("noticeboard-server", &["noticeboard-domain", "noticeboard-protocol", "noticeboard-words"]),
    ("noticeboard-app", &["noticeboard-domain", "noticeboard-device", "noticeboard-words"]),
    ("noticeboard-scanner", &[]),
    ("noticeboard-xtask", &[]),
    (
        "noticeboard-tests",
        &[
            "noticeboard-domain",
            "noticeboard-protocol",
            "noticeboard-words",
            "noticeboard-device",
            "noticeboard-server",
            "noticeboard-scanner",
        ],
    ),
];

/// All that `domain` is built from: nothing that reads a clock, draws random bytes, or reaches outside.
const DOMAIN: [&str; 9] = ["aes-gcm", "hkdf", "hmac", "p256", "serde", "serde_json", "sha2", "thiserror", "utoipa"];

/// All that `protocol` is built from: plain serialisable messages.
const PROTOCOL: [&str; 4] = ["noticeboard-domain", "serde", "serde_json", "utoipa"];

/// The most lines of a file.
const MOST_LINES: usize = 400;

#[test]
fn crates_are_built_only_from_those_below_them() {
    let dependencies = dependencies();
    let crates: BTreeSet<&str> = dependencies.keys().map(String::as_str).collect();
    assert_eq!(crates, OURS.iter().map(|(name, _)| *name).collect::<BTreeSet<_>>(), "every crate has its place here");
    for (name, allowed) in OURS {
        let ours = dependencies[name].iter().filter(|dependency| dependency.starts_with("noticeboard-"));
        for dependency in ours {
            assert!(allowed.contains(&dependency.as_str()), "{name} is built from {dependency}");
        }
    }
}

#[test]
fn domain_and_protocol_are_built_from_nothing_that_reaches_outside() {
    let dependencies = dependencies();
    for (name, allowed) in [("noticeboard-domain", DOMAIN.as_slice()), ("noticeboard-protocol", &PROTOCOL)] {
        for dependency in &dependencies[name] {
            assert!(allowed.contains(&dependency.as_str()), "{name} is built from {dependency}");
        }
    }
}

#[test]
fn domain_has_no_clock_no_randomness_and_no_way_out() {
    let ways_out = [
        "std::time",
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::io",
        "rand::",
        "getrandom",
        "HashMap",
        "HashSet",
        "println!",
        "SystemTime",
        "Instant",
    ];
    none_of("src/domain", &ways_out);
}

#[test]
fn the_app_never_names_a_wire_message() {
    none_of("src/app", &["protocol::", "use protocol", "/api/"]);
}

#[test]
fn the_server_never_names_the_tablet_and_the_tablet_never_the_server() {
    none_of("src/server", &["device::", "use device"]);
    none_of("src/device", &["server::", "use server"]);
}

#[test]
fn every_file_opens_with_a_sentence_about_itself_and_ends_in_time() {
    for (path, text) in sources("") {
        assert!(text.starts_with("//! "), "{path} does not open with what it is");
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{path} has {lines} lines; {MOST_LINES} are the most");
    }
}

#[test]
fn nothing_is_left_for_later_and_no_lint_is_switched_off_without_a_reason() {
    // In two pieces each, because this file is looked at too.
    let later =
        [concat!("#[", "allow("), concat!("#![", "allow("), concat!("todo", "!("), concat!("unimplemented", "!(")];
    none_of("", &later);
}

#[test]
fn every_test_that_the_attacks_point_at_is_there() {
    let attacks = fs::read_to_string(root().join("src/domain/release/attacks.rs")).unwrap();
    let opening: String = attacks.lines().take_while(|line| line.starts_with("//!")).collect();
    let named: Vec<&str> = opening.split('`').skip(1).step_by(2).collect();
    assert!(named.len() >= 4, "{named:?}");
    let stories = sources("src/server/tests");
    for name in named {
        assert!(stories.iter().any(|(_, text)| text.contains(&format!("fn {name}("))), "there is no test {name}");
    }
}

#[test]
fn every_trap_of_browsers_has_its_test_and_every_test_that_is_named_is_there() {
    let traps = fs::read_to_string(root().join("docs/traps.md")).unwrap();
    let rows: Vec<&str> = traps.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| #")).collect();
    let stories: Vec<String> =
        ["src", "tests"].iter().flat_map(|folder| sources(folder)).map(|(_, text)| text).collect();
    let is_there = |name: &str| stories.iter().any(|text| text.contains(&format!("fn {name}()")));
    for (number, row) in (1..).zip(rows.iter().filter(|row| !row.starts_with("| ---"))) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!((cells.len(), cells[0]), (5, number.to_string().as_str()), "{row}");
        let tests: Vec<&str> = cells[4].split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "trap {number} has no test");
        for test in tests {
            assert!(is_there(test), "trap {number} names a test that is not there: {test}");
        }
    }
    assert_eq!(rows.len(), 24, "23 traps and the line below the heading");
}

#[test]
fn no_crate_has_unsafe_code() {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(workspace.contains("unsafe_code = \"forbid\""));
    for package in packages() {
        let manifest = fs::read_to_string(package["manifest_path"].as_str().unwrap()).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} does not inherit the lints", package["name"]);
    }
}

/// Fails when a source below `folder` names one of `words` outside of comments.
fn none_of(folder: &str, words: &[&str]) {
    for (path, text) in sources(folder) {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let found = words.iter().find(|word| names(line, word));
            assert!(found.is_none(), "{path}:{} names {:?}", number + 1, found.unwrap());
        }
    }
}

/// Whether the word stands in the line by itself, and not as the end of a longer name.
fn names(line: &str, word: &str) -> bool {
    let continues = |before: &str| before.ends_with(|end: char| end.is_alphanumeric() || end == '_');
    line.match_indices(word).any(|(place, _)| !continues(&line[..place]))
}

/// Names of what each of our crates is built from, for running; by the crate's name.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let of = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap().iter();
        let lasting = all.filter(|dependency| dependency["kind"] != "dev");
        lasting.map(|dependency| dependency["name"].as_str().unwrap().to_owned()).collect()
    };
    packages().iter().map(|package| (package["name"].as_str().unwrap().to_owned(), of(package))).collect()
}

fn packages() -> Vec<Value> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root());
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// Path and text of every Rust file below `folder` of the repository; for none, of all that is ours.
fn sources(folder: &str) -> Vec<(String, String)> {
    let folders = if folder.is_empty() { vec!["src", "tests"] } else { vec![folder] };
    let mut found = Vec::new();
    for folder in folders {
        collect(&root().join(folder), &mut found);
    }
    assert!(!found.is_empty(), "there are no sources in {folder:?}");
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}
