//! Attacks what a server holds, logs and is sent before a close: its tables, its log lines and the order of its traffic, as
//! somebody reads them who has neither the round's key nor a tablet, and does not know which room was visited when.
//!
//! A token is taken for what it is said to be: a keyed hash that nobody inverts without the key. So the attacker looks for
//! the key, and for anything else that says more of a summary than its group does.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{RoomId, RoomToken, RoundId, from_hex, hex};
use domain::round::{Plan, RoundKey};
use serde_json::Value;
use sha2::{Digest, Sha256};

mod leaks;
mod traffic;
mod walk;

pub use self::leaks::Leak;
use self::traffic::Passed;
pub use self::walk::kept;

/// What a server holds and logged, and what is true.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The rows of every table, each as column and value.
    pub tables: BTreeMap<String, Vec<Vec<(String, String)>>>,
    /// Lines of the log.
    pub log: Vec<String>,
    /// Rounds that are open.
    pub rounds: Vec<RoundId>,
    /// Ids of summaries in the order in which pushes brought them.
    pub pushes: Vec<Vec<String>>,
    /// The room of each token.
    pub rooms: BTreeMap<String, RoomId>,
    /// The codes of the rounds, which no server should hold.
    pub codes: Vec<String>,
    /// What each push carried, in its order.
    pub traffic: Vec<Vec<Passed>>,
    /// Tokens of rooms and ids of notes in the order of the visits.
    pub visited: Vec<String>,
}

impl Kept {
    /// How many summaries it holds.
    pub fn summaries(&self) -> usize {
        self.pushes.iter().map(Vec::len).sum()
    }

    /// The plans that stand in the table of changes.
    fn plans(&self) -> Vec<Plan> {
        let rows = self.tables.get("changes").into_iter().flatten();
        let plans = rows.filter(|row| value(row, "kind") == "plan");
        plans.filter_map(|row| serde_json::from_str(value(row, "body")).ok()).collect()
    }

    /// The urns, each with its round and its summaries in their order.
    fn urns(&self) -> Vec<(String, Vec<Value>)> {
        let rows = self.tables.get("urns").into_iter().flatten();
        let read = |row: &Vec<(String, String)>| {
            let summaries = serde_json::from_str(value(row, "received")).unwrap_or_default();
            (value(row, "round_id").to_owned(), summaries)
        };
        rows.map(read).collect()
    }
}

/// Everything that ties a summary to fewer than k rooms, in words.
pub fn attack(kept: &Kept) -> Vec<String> {
    let tables = [beside_a_summary(kept), few_rooms(kept), in_order(kept), in_other_places(kept), inverted(kept)];
    [tables.concat(), traffic::attack(kept)].concat()
}

/// Fields in which summaries of a round differ, apart from those that are random or are what they say: whatever else
/// stands in a summary parts them.
fn beside_a_summary(kept: &Kept) -> Vec<String> {
    let mut found = Vec::new();
    for (round, summaries) in kept.urns() {
        let mut values: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for (field, value) in summaries.iter().filter_map(Value::as_object).flatten() {
            if !["id", "token", "answers", "group"].contains(&field.as_str()) {
                *values.entry(field.clone()).or_default().entry(value.to_string()).or_default() += 1;
            }
        }
        for (field, counts) in values.into_iter().filter(|(_, counts)| counts.len() > 1) {
            let fewest = counts.values().min().copied().unwrap_or(0);
            found.push(format!("round {}: {field} parts its summaries; one value has {fewest}", short(&round)));
        }
    }
    found
}

/// Answers under a group of fewer than k rooms, or in a round of so few.
fn few_rooms(kept: &Kept) -> Vec<String> {
    let mut found = Vec::new();
    for plan in kept.plans() {
        let of_round = kept.urns().into_iter().filter(|(round, _)| round == plan.round.as_str());
        for summary in of_round.flat_map(|(_, summaries)| summaries) {
            let group = summary["group"].as_u64().and_then(|group| plan.groups.get(group as usize));
            let rooms = group.map_or(0, |group| group.rooms.len());
            let answers = summary["answers"].as_array().into_iter().flatten();
            let says = answers.filter(|answered| answered["answer"] != "unusable").count();
            if rooms < plan.agreement.k() as usize && says > 0 {
                found.push(format!("round {}: an answer stands for one of {rooms} rooms", short(plan.round.as_str())));
            }
        }
    }
    found.dedup();
    found
}

/// Whether the order in which the file has summaries is that in which pushes brought them.
fn in_order(kept: &Kept) -> Vec<String> {
    let mut found = Vec::new();
    let mut by_round: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (round, summaries) in kept.urns() {
        let ids = summaries.iter().filter_map(|summary| summary["id"].as_str().map(str::to_owned));
        by_round.entry(round).or_default().extend(ids);
    }
    for (round, ids) in by_round {
        let place = |id: &String| ids.iter().position(|other| other == id);
        let pushes = kept.pushes.iter().map(|push| push.iter().filter_map(place).collect::<Vec<_>>());
        let pushes: Vec<Vec<usize>> = pushes.filter(|push| push.len() > 1).collect();
        let lies_together = |push: &Vec<usize>| {
            let (first, last) = (push.iter().min(), push.iter().max());
            first.zip(last).is_some_and(|(first, last)| last - first + 1 == push.len())
        };
        // Of pushes of several summaries each, all lie together by chance less than once in a million.
        if pushes.len() > 2 && pushes.iter().all(lies_together) {
            found.push(format!("round {}: summaries of one push lie together", short(&round)));
        }
    }
    found
}

/// Places in which a summary stands without all others of its round.
fn in_other_places(kept: &Kept) -> Vec<String> {
    let mut found = Vec::new();
    let all: Vec<&String> = kept.pushes.iter().flatten().collect();
    let tokens: Vec<&String> = kept.rooms.keys().collect();
    for (table, rows) in &kept.tables {
        for row in rows {
            for (column, value) in row {
                let held = all.iter().chain(&tokens).filter(|name| value.contains(name.as_str())).count();
                let is_urn = table == "urns" && column == "received";
                if held > 0 && !is_urn {
                    found.push(format!("{table}.{column} names a summary or its token"));
                }
            }
        }
    }
    let rows = kept.urns();
    for round in &kept.rounds {
        let of_round = rows.iter().filter(|(of, _)| of == round.as_str()).count();
        if of_round > 1 {
            found.push(format!("round {}: its summaries are in {of_round} rows", short(round.as_str())));
        }
    }
    for line in &kept.log {
        if digits(line, 32).next().is_some() {
            found.push("a line of the log names something".to_owned());
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Rooms behind tokens: by a key that stands anywhere, or by a hash that needs none.
fn inverted(kept: &Kept) -> Vec<String> {
    let values = || kept.tables.values().flatten().flatten().map(|(_, value)| value).chain(&kept.log);
    let mut keys: BTreeSet<[u8; 16]> = BTreeSet::new();
    for value in values() {
        let read = |text: &str| -> Option<[u8; 16]> { from_hex(text)?.try_into().ok() };
        keys.extend(digits(value, 32).filter_map(read));
    }
    let mut keys: Vec<RoundKey> = keys.into_iter().map(RoundKey::from_random).collect();
    let words = values().flat_map(|value| value.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-'));
    let typed: BTreeSet<&str> = words.filter(|word| (20..40).contains(&word.len())).collect();
    keys.extend(typed.into_iter().filter_map(|word| RoundKey::from_code(word).ok()));

    let mut found = BTreeSet::new();
    for plan in kept.plans() {
        for room in plan.rooms() {
            let sha = |text: String| hex(&Sha256::digest(text.as_bytes())[..16]);
            let unkeyed = [
                room.as_str().to_owned(),
                sha(room.as_str().to_owned()),
                sha(format!("{}{room}", plan.round)),
                sha(format!("{room}{}", plan.round)),
            ];
            if unkeyed.iter().any(|token| stands(kept, token)) {
                found.insert("a token is a hash of its room without a key".to_owned());
            }
        }
        // Every room was visited, so that one is enough to tell a key.
        let by_key = |key: &RoundKey| plan.rooms().next().is_some_and(|room| stands(kept, key.token(room).as_str()));
        if keys.iter().any(by_key) {
            found.insert("a key that is stored makes tokens of rooms".to_owned());
        }
    }
    found.into_iter().collect()
}

fn stands(kept: &Kept, token: &str) -> bool {
    RoomToken::parse(token).is_ok_and(|token| kept.rooms.contains_key(token.as_str()))
}

/// Every run of exactly `length` hexadecimal digits.
fn digits(text: &str, length: usize) -> impl Iterator<Item = &str> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit() && !('a'..='f').contains(&letter));
    runs.filter(move |run| run.len() == length)
}

/// The value of a column.
fn value<'row>(row: &'row [(String, String)], column: &str) -> &'row str {
    row.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value)
}

fn short(id: &str) -> &str {
    &id[..id.len().min(6)]
}
