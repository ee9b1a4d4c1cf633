//! What a server would hold, log or be sent where a rule of keeping was broken.

use domain::change::Kind;
use domain::ids::hex;
use domain::round::Plan;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::traffic::Passed;
use super::{Kept, value};

/// A rule of what is stored or logged with its guard taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leak {
    /// Summaries lie in the order in which they came.
    UrnInOrder,
    /// Each summary has a row.
    RowForEach,
    /// Ids are given out in order.
    IdsThatCount,
    /// The day and hour stand beside a summary.
    TimeBeside,
    /// The tablet stands beside a summary.
    TabletBeside,
    /// The number of its push stands beside a summary.
    NumberBeside,
    /// A token is a hash of the room, without a key.
    TokenWithoutKey,
    /// The plan carries the round's key.
    KeyInPlan,
    /// A round of fewer than k rooms keeps answers.
    SmallRoundAnswers,
    /// A plan has a group of three rooms.
    GroupOfThree,
    /// A line of the log names the summary that a session sent.
    SessionInLog,
    /// A note names the summary of its visit.
    NoteNamesSummary,
    /// Summaries are sent in the order of the visits.
    SentInOrder,
    /// Notes are sent in the order of the visits.
    NotesInOrder,
    /// Notes travel with summaries.
    NotesWithSummaries,
}

impl Leak {
    /// Every leak.
    pub const ALL: [Leak; 15] = [
        Leak::UrnInOrder,
        Leak::RowForEach,
        Leak::IdsThatCount,
        Leak::TimeBeside,
        Leak::TabletBeside,
        Leak::NumberBeside,
        Leak::TokenWithoutKey,
        Leak::KeyInPlan,
        Leak::SmallRoundAnswers,
        Leak::GroupOfThree,
        Leak::SessionInLog,
        Leak::NoteNamesSummary,
        Leak::SentInOrder,
        Leak::NotesInOrder,
        Leak::NotesWithSummaries,
    ];

    /// What is done instead of the rule.
    pub fn words(self) -> &'static str {
        match self {
            Leak::UrnInOrder => "summaries lie in the order in which they came",
            Leak::RowForEach => "each summary has a row",
            Leak::IdsThatCount => "ids are given out in order",
            Leak::TimeBeside => "the hour stands beside a summary",
            Leak::TabletBeside => "the tablet stands beside a summary",
            Leak::NumberBeside => "the number of its push stands beside a summary",
            Leak::TokenWithoutKey => "a token is a hash of the room without a key",
            Leak::KeyInPlan => "the plan carries the round's key",
            Leak::SmallRoundAnswers => "a round of fewer than k rooms keeps answers",
            Leak::GroupOfThree => "a plan has a group of three rooms",
            Leak::SessionInLog => "a line of the log names the summary that a session sent",
            Leak::NoteNamesSummary => "a note names the summary of its visit",
            Leak::SentInOrder => "a tablet sends summaries in the order of its visits",
            Leak::NotesInOrder => "a tablet sends notes in the order of its visits",
            Leak::NotesWithSummaries => "a tablet sends notes with summaries",
        }
    }
}

impl Kept {
    /// What the server would have kept if that rule was broken.
    pub fn with(mut self, leak: Leak) -> Kept {
        let arrival: Vec<String> = self.pushes.concat();
        let place = |summary: &Value| arrival.iter().position(|id| summary["id"] == *id.as_str()).unwrap_or(0);
        let push = |pushes: &[Vec<String>], summary: &Value| {
            pushes.iter().position(|push| push.iter().any(|id| summary["id"] == *id.as_str())).unwrap_or(0)
        };
        let pushes = self.pushes.clone();
        match leak {
            Leak::UrnInOrder => self.rewrite(|summaries| summaries.sort_by_key(place)),
            Leak::RowForEach => {
                let rows = self.tables.entry("urns".to_owned()).or_default();
                let each = |row: &Vec<(String, String)>| -> Vec<Vec<(String, String)>> {
                    let summaries: Vec<Value> = serde_json::from_str(value(row, "received")).unwrap_or_default();
                    let round = value(row, "round_id").to_owned();
                    let alone = |summary: Value| {
                        vec![
                            ("round_id".to_owned(), round.clone()),
                            ("received".to_owned(), json!([summary]).to_string()),
                        ]
                    };
                    summaries.into_iter().map(alone).collect()
                };
                *rows = rows.iter().flat_map(each).collect();
            }
            Leak::IdsThatCount => {
                self.rewrite(|summaries| {
                    for summary in summaries.iter_mut() {
                        summary["id"] = counting(place(summary)).into();
                    }
                    summaries.sort_by_key(|summary| summary["id"].to_string());
                });
                let counted = |push: &Vec<String>| -> Vec<String> {
                    let place = |id: &String| arrival.iter().position(|other| other == id).unwrap_or(0);
                    push.iter().map(|id| counting(place(id))).collect()
                };
                self.pushes = pushes.iter().map(counted).collect();
            }
            Leak::TimeBeside => self.beside(|summary| json!(format!("2026-09-01 {:02}", 8 + push(&pushes, summary)))),
            Leak::TabletBeside => self.beside(|summary| json!(push(&pushes, summary) % 2)),
            Leak::NumberBeside => self.beside(|summary| json!(push(&pushes, summary))),
            Leak::TokenWithoutKey => {
                let rooms = std::mem::take(&mut self.rooms);
                let hashed = |token: &str| rooms.get(token).map(|room| hex(&Sha256::digest(room.as_str())[..16]));
                self.rewrite(|summaries| {
                    for summary in summaries {
                        let token = summary["token"].as_str().and_then(hashed);
                        summary["token"] = token.into();
                    }
                });
                self.rooms = rooms.iter().filter_map(|(token, room)| Some((hashed(token)?, room.clone()))).collect();
            }
            Leak::KeyInPlan => {
                let codes = self.codes.clone();
                for row in self.tables.entry("changes".to_owned()).or_default() {
                    for code in &codes {
                        row.push(("key".to_owned(), code.clone()));
                    }
                }
            }
            Leak::SmallRoundAnswers => self.rewrite(|summaries| {
                for answer in summaries.iter_mut().filter_map(|summary| summary["answers"].get_mut(0)) {
                    answer["answer"] = "yes".into();
                }
            }),
            Leak::GroupOfThree => {
                for row in self.tables.entry("changes".to_owned()).or_default() {
                    let Ok(mut plan) = serde_json::from_str::<Plan>(value(row, "body")) else { continue };
                    if let Some(group) = plan.groups.first_mut() {
                        group.rooms = group.rooms.iter().take(3).cloned().collect();
                    }
                    row.retain(|(column, _)| column != "body");
                    row.push(("body".to_owned(), domain::change::write(&plan)));
                }
            }
            Leak::SessionInLog => {
                let sent = arrival.first().cloned().unwrap_or_default();
                self.log.push(format!("session 1 sent summary {sent}"));
            }
            Leak::NoteNamesSummary => {
                let of = arrival.first().cloned().unwrap_or_default();
                let note = vec![("note_id".to_owned(), "note".to_owned()), ("of".to_owned(), of)];
                self.tables.entry("notes".to_owned()).or_default().push(note);
            }
            Leak::SentInOrder => self.send_in_order(Kind::Summary),
            Leak::NotesInOrder => self.send_in_order(Kind::Note),
            Leak::NotesWithSummaries => {
                let carries = |push: &Vec<Passed>, kind: Kind| push.iter().any(|passed| passed.kind == kind);
                let notes: Vec<Passed> =
                    self.traffic.iter().filter(|push| carries(push, Kind::Note)).flatten().cloned().collect();
                self.traffic.retain(|push| !carries(push, Kind::Note));
                if let Some(push) = self.traffic.iter_mut().find(|push| carries(push, Kind::Summary)) {
                    push.extend(notes);
                }
            }
        }
        self
    }

    fn send_in_order(&mut self, kind: Kind) {
        let visited = self.visited.clone();
        let place = |passed: &Passed| visited.iter().position(|mark| *mark == passed.mark);
        for push in self.traffic.iter_mut().filter(|push| push.iter().any(|passed| passed.kind == kind)) {
            push.sort_by_key(|passed| (passed.round.clone(), place(passed)));
        }
    }

    /// Writes the urns anew.
    fn rewrite(&mut self, change: impl Fn(&mut Vec<Value>)) {
        for row in self.tables.entry("urns".to_owned()).or_default() {
            let mut summaries: Vec<Value> = serde_json::from_str(value(row, "received")).unwrap_or_default();
            change(&mut summaries);
            row.retain(|(column, _)| column != "received");
            row.push(("received".to_owned(), Value::from(summaries).to_string()));
        }
    }

    fn beside(&mut self, said: impl Fn(&Value) -> Value) {
        self.rewrite(|summaries| {
            for summary in summaries.iter_mut() {
                summary["beside"] = said(summary);
            }
        });
    }
}

fn counting(place: usize) -> String {
    format!("{place:032x}")
}
