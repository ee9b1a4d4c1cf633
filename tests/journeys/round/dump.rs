//! The server's database and log, read before the close by somebody who wants to know who saw what, where and when.

use std::collections::{BTreeMap, BTreeSet};

use domain::note::Card;
use domain::roster::Roster;
use domain::round::Plan;
use domain::visit::Summary;
use serde_json::Value;
use world::World;
use world::database::Dump;

/// Every column there is. One that is added is looked at by a person before it stands here.
const COLUMNS: [(&str, &[&str]); 24] = [
    ("agreement_drafts", &["district_id", "body", "drafted", "sent_back"]),
    ("agreements", &["district_id", "number", "body", "since", "drafted"]),
    ("invitations", &["district_id", "handle", "person_id", "secret_hash", "expires", "tries_left"]),
    ("people", &["district_id", "person_id", "name", "role", "school_id"]),
    (
        "sessions",
        &[
            "district_id",
            "session_id",
            "secret_hash",
            "person_id",
            "role",
            "school_id",
            "device",
            "began",
            "seen",
            "ends",
        ],
    ),
    ("staff_codes", &["district_id", "school_id", "code", "since"]),
    // Which card named which kind of context; a card is one that its holder alone can tell from others.
    ("contexts", &["district_id", "round_id", "named"]),
    // Of which kind something was deleted on a day.
    ("deletions", &["district_id", "day", "kind", "school_id", "closed"]),
    ("family_pages", &["district_id", "school_id", "body"]),
    ("holds", &["district_id", "number", "reason", "placed", "placed_by", "lifted", "lifted_by"]),
    ("letters", &["district_id", "letter_id", "body", "expires"]),
    // Who looked at or exported a picture, which there is none of before a close.
    ("looks", &["district_id", "day", "name", "role", "school_id", "seen"]),
    ("misuse_reports", &["district_id", "report_id", "said", "text"]),
    ("changes", &["district_id", "seq", "kind", "id", "revision", "hash", "body", "seal"]),
    (
        "districts",
        &[
            "district_id",
            "name",
            "sample",
            "seq",
            "roster_revision",
            "epoch",
            "epochs_before",
            "epoch_began",
            "release_key",
            "traces",
        ],
    ),
    ("epochs", &["district_id", "epoch"]),
    ("marks", &["district_id", "seq", "mark"]),
    ("notes", &["district_id", "note_id", "revision", "hash", "body", "expires", "withdrawn", "context"]),
    ("release_schools", &["district_id", "school_id", "closed", "round_id"]),
    ("releases", &["district_id", "round_id", "closed", "taken_back", "emptied"]),
    ("reports", &["district_id", "round_id", "tablet_id", "unsent", "epoch"]),
    ("rooms", &["district_id", "room_id", "school_id", "name", "tags", "active"]),
    ("schools", &["district_id", "school_id", "name"]),
    ("urns", &["district_id", "round_id", "received", "late"]),
];

/// Asserts that nothing in the database, its files or the log ties a summary to a visitor, a session, a time, or fewer
/// than k rooms.
pub fn nothing_ties_a_summary_to_anyone(world: &World, round: &str, card: &str) {
    let dump = world.database();
    let summaries = summaries(&dump);
    assert_eq!(summaries.len(), 14);

    the_tables_are_those_that_were_looked_at(&dump);
    a_summary_stands_in_the_urn_and_nowhere_else(&dump, &summaries);
    a_summary_names_only_its_round_its_group_its_room_token_and_answers(&dump, &summaries);
    every_group_has_at_least_k_rooms(&dump);
    no_tablet_stands_beside_a_summary(&dump);
    no_moment_stands_beside_a_visit(&dump);
    a_note_stands_beside_nothing(&dump, round, card);
    the_files_hold_each_summary_once(world, &summaries);
    the_log_names_nothing(world, &dump, &summaries, round);
}

fn the_tables_are_those_that_were_looked_at(dump: &Dump) {
    let found: BTreeMap<&str, Vec<&str>> = dump
        .tables
        .iter()
        .filter(|(name, _)| *name != "migrations")
        .map(|(name, table)| (name.as_str(), table.columns.iter().map(String::as_str).collect()))
        .collect();
    let known: BTreeMap<&str, Vec<&str>> = COLUMNS.map(|(name, columns)| (name, columns.to_vec())).into();
    assert_eq!(found, known);
}

fn a_summary_stands_in_the_urn_and_nowhere_else(dump: &Dump, summaries: &[Summary]) {
    assert_eq!(dump.table("urns").rows.len(), 1, "one row for the round");
    assert!(summaries.is_sorted_by_key(|summary| summary.id.clone()), "in the order of their random ids");
    for summary in summaries {
        for secret in [summary.id.as_str(), summary.token.as_str()] {
            assert_eq!(dump.tables_with(secret), ["urns"], "{secret}");
        }
    }
    let tokens: BTreeSet<&str> = summaries.iter().map(|summary| summary.token.as_str()).collect();
    assert_eq!(tokens.len(), 12);
}

fn a_summary_names_only_its_round_its_group_its_room_token_and_answers(dump: &Dump, summaries: &[Summary]) {
    let kept: Vec<BTreeMap<String, Value>> = serde_json::from_str(dump.table("urns").column("received")[0]).unwrap();
    for summary in &kept {
        let names: Vec<&str> = summary.keys().map(String::as_str).collect();
        assert_eq!(names, ["answers", "group", "id", "revision", "round", "token"]);
    }
    let answers = summaries.iter().flat_map(|summary| &summary.answers);
    let said: BTreeSet<String> = answers.map(|answered| serde_json::to_string(&answered.answer).unwrap()).collect();
    assert_eq!(said, ["\"no\"", "\"unusable\"", "\"yes\""].map(str::to_owned).into());
    let urn = dump.table("urns").column("received")[0];
    for room in dump.table("rooms").column("room_id") {
        assert!(!urn.contains(room), "the urn names room {room}");
    }
}

fn every_group_has_at_least_k_rooms(dump: &Dump) {
    let plan: Plan = change(dump, "plan");
    for group in &plan.groups {
        assert!(group.rooms.len() >= plan.agreement.k() as usize);
    }
    assert!(!serde_json::to_string(&plan).unwrap().contains("code"), "the round's key is not in its plan");
    let rooms: Roster = change(dump, "roster");
    assert_eq!(rooms.rooms.len(), plan.rooms().count());
}

fn no_tablet_stands_beside_a_summary(dump: &Dump) {
    let reports = dump.table("reports");
    assert_eq!(reports.rows.len(), 2, "one for each tablet, not one for each visit or session");
    for tablet in reports.column("tablet_id") {
        assert_eq!(dump.tables_with(tablet), ["reports"]);
    }
    assert_eq!(reports.column("unsent"), ["0", "0"]);
}

/// A count of milliseconds or seconds, or a day with a time behind it, outside of the one place that may have one.
fn no_moment_stands_beside_a_visit(dump: &Dump) {
    for (name, table) in &dump.tables {
        for (column, value) in table.rows.iter().flat_map(|row| table.columns.iter().zip(row)) {
            match (name.as_str(), column.as_str()) {
                ("districts", "epoch_began") => continue,
                // Sixteen random digits of base sixteen, which are all decimal ones now and then.
                ("marks", "mark") | (_, "epoch") => {
                    assert!(value.len() == 16 && value.bytes().all(|byte| byte.is_ascii_hexdigit()), "{value}");
                    continue;
                }
                _ => {}
            }
            let words = value.split(|character: char| !character.is_ascii_alphanumeric());
            let moments: Vec<&str> = words.filter(|word| is_a_moment(word)).collect();
            assert!(moments.is_empty(), "{name}.{column} holds what may be a moment: {moments:?}");
        }
    }
    let urn = dump.table("urns").column("received")[0];
    assert!(!urn.contains("2026-"), "not even a day stands in the urn");
}

/// Ten to nineteen digits, or the `09T17` of `2026-11-09T17:00`. Ids of 32 digits are none.
fn is_a_moment(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let of_a_day = word.split_once('T').is_some_and(|(day, time)| day.len() == 2 && digits(day) && digits(time));
    of_a_day || (digits(word) && (10..20).contains(&word.len()))
}

fn a_note_stands_beside_nothing(dump: &Dump, round: &str, card: &str) {
    let notes = dump.table("notes");
    assert_eq!(notes.rows.len(), 1);
    let id = Card::from_code(card).unwrap().note_id();
    assert_eq!(notes.column("note_id"), [id.as_str()]);
    assert_eq!(dump.tables_with(id.as_str()), ["notes"]);
    assert!(!notes.rows[0].iter().any(|value| value.contains(round)), "a note names its round");
    // 60 days after the round's last day, whenever the visit was.
    assert_eq!(notes.column("expires"), ["2027-01-19"]);
    let words = ["Three students", "what the one before", "y por qué", card];
    for word in words {
        assert!(dump.tables_with(word).is_empty(), "{word:?} is in the database");
    }
}

/// Earlier states of an urn, had they stayed in a file, would say which summaries came together.
fn the_files_hold_each_summary_once(world: &World, summaries: &[Summary]) {
    let files = world.files();
    let found = |text: &str| files.windows(text.len()).filter(|window| *window == text.as_bytes()).count();
    // A text may lie across two pages of the file and then is not found at all.
    let once = summaries.iter().filter(|summary| found(summary.id.as_str()) == 1).count();
    let never = summaries.iter().filter(|summary| found(summary.id.as_str()) == 0).count();
    assert_eq!(once + never, summaries.len(), "an earlier state of the urn is still in a file");
    assert!(never <= 3, "the ids are where they are looked for");
}

fn the_log_names_nothing(world: &World, dump: &Dump, summaries: &[Summary], round: &str) {
    let log = world.log();
    assert!(log.contains("/api/v1/push"), "requests are logged");
    let ids = summaries.iter().flat_map(|summary| [summary.id.as_str(), summary.token.as_str()]);
    let tablets = dump.table("reports").column("tablet_id");
    let notes = dump.table("notes").column("note_id");
    let rooms = dump.table("rooms").column("room_id");
    for secret in ids.chain(tablets).chain(notes).chain(rooms).chain([round]) {
        assert!(!log.contains(secret), "the log names {secret}");
    }
}

fn summaries(dump: &Dump) -> Vec<Summary> {
    serde_json::from_str(dump.table("urns").column("received")[0]).unwrap()
}

/// The one change of a kind.
fn change<T: serde::de::DeserializeOwned>(dump: &Dump, kind: &str) -> T {
    let changes = dump.table("changes");
    let bodies = changes.column("kind").into_iter().zip(changes.column("body"));
    let bodies: Vec<&str> = bodies.filter(|(found, _)| *found == kind).map(|(_, body)| body).collect();
    assert_eq!(bodies.len(), 1, "one {kind}");
    serde_json::from_str(bodies[0]).unwrap()
}
