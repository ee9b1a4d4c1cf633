//! The rules by which one arriving change is taken, answered as known, or refused.

use std::collections::BTreeMap;

use domain::change::{Change, Verdict, verdict};
use domain::ids::RoundId;
use domain::library::Library;
use domain::round::{Debrief, Plan};
use domain::time::Day;
use domain::visit::Summary;
use protocol::push::{Outcome, RefusalCode};

use crate::store::Failure;
use crate::store::push::refused;
use crate::store::rounds::{Closed, Held};
use crate::store::urn::{MOST_SUMMARIES, Urn};
use crate::store::writing::{Kept, Writing};

/// The most faults of a plan that one refusal lists.
const MOST_FAULTS: usize = 5;

/// One push while it is taken.
pub struct Taking<'push, 'store> {
    pub(super) writing: &'push mut Writing<'store>,
    pub(super) today: Day,
    /// Whether a note or a letter was kept: like summaries, they are no news, and still get a number.
    pub(super) kept_a_note: bool,
    rounds: BTreeMap<RoundId, Option<OpenOrClosed>>,
    urns: BTreeMap<RoundId, Urn>,
}

/// What summaries are held against.
struct OpenOrClosed {
    plan: Plan,
    closed: Closed,
}

impl<'push, 'store> Taking<'push, 'store> {
    /// Begins a push that arrives `today`.
    pub fn begin(writing: &'push mut Writing<'store>, today: Day) -> Self {
        Taking { writing, today, kept_a_note: false, rounds: BTreeMap::new(), urns: BTreeMap::new() }
    }

    /// Takes a change whose body has this hash. Only the database can make it fail.
    pub async fn take(&mut self, change: &Change, hash: &str) -> Result<Outcome, Failure> {
        match change {
            Change::Plan(plan) => self.plan(plan, change, hash).await,
            Change::Debrief(debrief) => self.debrief(debrief, change, hash).await,
            Change::Summary(summary) => self.summary(summary, change, hash).await,
            Change::Note(note) => self.note(note, hash).await,
            Change::Letter(letter) => self.letter(letter, hash).await,
            Change::Delivery(delivery) => self.delivery(delivery, change, hash).await,
        }
    }

    /// Writes what was gathered. Summaries and notes are no news to pull and still get a number together, so that a
    /// database restored to before them is noticed.
    pub async fn settle(self) -> Result<(), Failure> {
        let mut kept = self.kept_a_note;
        for (round, urn) in &self.urns {
            kept |= self.writing.put_back(round, urn).await?;
        }
        if kept {
            self.writing.next_seq().await?;
        }
        Ok(())
    }

    async fn plan(&mut self, plan: &Plan, change: &Change, hash: &str) -> Result<Outcome, Failure> {
        let held = self.writing.held("plan", change.id()).await?;
        if let Some(outcome) = known(held.as_ref(), change, hash) {
            return Ok(outcome);
        }
        if self.writing.closed(&plan.round).await? == Closed::Here {
            return Ok(after_the_close(change));
        }
        let faults = match &held {
            Some(held) => plan.may_follow(&held.read()?).err().into_iter().collect(),
            None => plan.faults(&self.writing.roster().await?, Library::shipped(), &self.writing.agreed().await?),
        };
        if !faults.is_empty() {
            let words: Vec<String> = faults.iter().take(MOST_FAULTS).map(ToString::to_string).collect();
            let more = match faults.len().saturating_sub(MOST_FAULTS) {
                0 => String::new(),
                more => format!("; and {more} more"),
            };
            return Ok(against_the_rules(change, &format!("{}{more}", words.join("; "))));
        }
        self.rounds.remove(&plan.round);
        self.keep(change).await
    }

    async fn debrief(&mut self, debrief: &Debrief, change: &Change, hash: &str) -> Result<Outcome, Failure> {
        let held = self.writing.held("debrief", change.id()).await?;
        let verdict = debrief.verdict(hash, held.as_ref().map(|held| (held.revision, held.hash.as_str())));
        if verdict == Verdict::Held {
            return Ok(Outcome::Received);
        }
        let Some(round) = self.round(&debrief.round).await? else {
            return Ok(unknown_round(change, &debrief.round));
        };
        if round.closed == Closed::Here {
            return Ok(after_the_close(change));
        }
        if debrief.is_too_long() {
            return Ok(against_the_rules(change, "the board holds more statements or patterns than fit"));
        }
        if verdict == Verdict::Conflict {
            let detail = format!("debrief {}: another board stands, and this one was not written on it", change.id());
            return Ok(refused(RefusalCode::Conflict, detail));
        }
        self.keep(change).await
    }

    async fn summary(&mut self, summary: &Summary, change: &Change, hash: &str) -> Result<Outcome, Failure> {
        let Some(round) = self.round(&summary.round).await? else {
            return Ok(unknown_round(change, &summary.round));
        };
        if let Err(fault) = summary.fits(&round.plan) {
            return Ok(against_the_rules(change, &fault.to_string()));
        }
        let closed = round.closed;
        if !self.urns.contains_key(&summary.round) {
            let urn = self.writing.urn(&summary.round).await?;
            self.urns.insert(summary.round.clone(), urn);
        }
        let urn = self.urns.entry(summary.round.clone()).or_default();
        Ok(match urn.verdict(summary, hash) {
            (Verdict::Held, false) => Outcome::Received,
            (Verdict::Held, true) => Outcome::ReceivedLate,
            (Verdict::Superseded, _) => Outcome::Superseded,
            (Verdict::Conflict, _) => conflict(change),
            (Verdict::Take, _) if urn.is_full() => {
                against_the_rules(change, &format!("its round already has {MOST_SUMMARIES} summaries"))
            }
            (Verdict::Take, _) if closed == Closed::No => {
                urn.receive(summary.clone());
                Outcome::Received
            }
            (Verdict::Take, _) => {
                urn.receive_late(summary, hash);
                Outcome::ReceivedLate
            }
        })
    }

    async fn round(&mut self, id: &RoundId) -> Result<Option<&OpenOrClosed>, Failure> {
        if !self.rounds.contains_key(id) {
            let round = match self.writing.held("plan", id.as_str()).await? {
                Some(held) => Some(OpenOrClosed { plan: held.read()?, closed: self.writing.closed(id).await? }),
                None => None,
            };
            self.rounds.insert(id.clone(), round);
        }
        Ok(self.rounds.get(id).and_then(Option::as_ref))
    }

    /// Keeps what tablets will pull.
    pub(super) async fn keep(&mut self, change: &Change) -> Result<Outcome, Failure> {
        let (kind, id, body) = (change.kind().word(), change.id(), change.body());
        self.writing.keep(Kept { kind, id, revision: change.revision(), body: &body, seal: "" }).await?;
        Ok(Outcome::Received)
    }
}

/// The answer when what arrives is known; nothing when it is to be taken.
pub(super) fn known(held: Option<&Held>, change: &Change, hash: &str) -> Option<Outcome> {
    let held = held.map(|held| (held.revision, held.hash.as_str()));
    match verdict(held, (change.revision(), hash)) {
        Verdict::Take => None,
        Verdict::Held => Some(Outcome::Received),
        Verdict::Superseded => Some(Outcome::Superseded),
        Verdict::Conflict => Some(conflict(change)),
    }
}

/// Refuses bytes that differ from those held under the same revision.
pub(super) fn conflict(change: &Change) -> Outcome {
    let (kind, id, revision) = (change.kind().word(), change.id(), change.revision());
    refused(RefusalCode::Conflict, format!("revision {revision} of {kind} {id} is held with other content"))
}

/// Refuses what a rule forbids.
pub(super) fn against_the_rules(change: &Change, why: &str) -> Outcome {
    refused(RefusalCode::AgainstTheRules, format!("{} {}: {why}", change.kind().word(), change.id()))
}

fn after_the_close(change: &Change) -> Outcome {
    against_the_rules(change, "its round is closed, and what was published does not change")
}

fn unknown_round(change: &Change, round: &RoundId) -> Outcome {
    let detail = format!("{} {}: no plan of round {round} has arrived here", change.kind().word(), change.id());
    refused(RefusalCode::UnknownRound, detail)
}
