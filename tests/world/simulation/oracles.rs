//! What must hold of every history.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{RoundId, SummaryId};
use domain::release::{Coded, Release};
use domain::round::Plan;

use super::acts::rounds;
use super::history::History;
use super::reference::{self, Cell, Made};

/// At any time: no acknowledged mark is lost or doubled, and nobody ever sees a second release of a round.
pub async fn after_every_act(history: &mut History) -> Result<(), String> {
    for player in &history.players {
        let held = player.tablet.held();
        for (visit, acknowledged) in &player.acknowledged {
            // A visit whose time has come is forgotten as a whole.
            let Some(held) = held.visit(visit) else { continue };
            let marks = &held.visit.marks;
            let numbers: BTreeSet<u32> = marks.iter().map(|mark| mark.number).collect();
            if numbers.len() != marks.len() {
                return Err(format!("visit {visit} has a mark twice"));
            }
            if !marks.starts_with(acknowledged) {
                return Err(format!("visit {visit} has lost an acknowledged mark: {acknowledged:?} of {marks:?}"));
            }
        }
        for round in held.rounds() {
            if let Some(published) = &round.published {
                saw(&mut history.published, &round.record.plan.round, &published.body)?;
            }
        }
    }
    for round in rounds(history) {
        if let Some(body) = history.wire.host.read().await.held("release", &round).await {
            saw(&mut history.published, &round, &body)?;
        }
    }
    Ok(())
}

fn saw(published: &mut BTreeMap<RoundId, String>, round: &RoundId, body: &str) -> Result<(), String> {
    let first = published.entry(round.clone()).or_insert_with(|| body.to_owned());
    if first == body { Ok(()) } else { Err(format!("round {round} has two releases:\n{first}\n{body}")) }
}

/// When all faults have ended and everyone has synced: every finished visit is on the server exactly once, every note
/// is there, nothing waits, and all replicas are equal.
pub async fn after_quiet(history: &mut History) -> Result<(), String> {
    for round in rounds(history) {
        let urn = history.wire.host.read().await.urn(&round).await;
        let arrived: Vec<&SummaryId> = urn.received.iter().chain(&urn.late).map(|summary| &summary.id).collect();
        let distinct: BTreeSet<&SummaryId> = arrived.iter().copied().collect();
        if distinct.len() != arrived.len() {
            return Err(format!("round {round} holds a summary twice"));
        }
        let made: BTreeSet<&SummaryId> =
            history.made.iter().filter(|(_, made)| made.round == round).map(|(id, _)| id).collect();
        if made != distinct {
            let lost: Vec<_> = made.difference(&distinct).map(|id| whereabouts(history, id)).collect();
            let invented = distinct.difference(&made).count();
            return Err(format!("round {round}: finished visits were lost: {lost:?}; {invented} were invented"));
        }
    }
    let arrived = history.wire.host.read().await.notes().await;
    if let Some(lost) = history.notes.iter().find(|note| !arrived.contains(*note)) {
        return Err(format!("note {lost} was lost"));
    }
    for player in &history.players {
        let unsent = player.tablet.held().unsent();
        if unsent.summaries + unsent.notes + unsent.shared + unsent.unfinished > 0 {
            return Err(format!("tablet {} still waits: {unsent:?}", player.number));
        }
    }
    equal_replicas(history).await
}

/// Where a summary that the server lacks is, as far as tablets know.
fn whereabouts(history: &History, id: &SummaryId) -> String {
    let knows = history.players.iter().filter_map(|player| {
        let held = player.tablet.held();
        held.own_items()
            .any(|item| item.id == id.as_str())
            .then(|| format!("tablet {}: {:?}", player.number, held.unsent()))
    });
    format!("{id} ({})", knows.collect::<Vec<_>>().join(", "))
}

/// What is shared is the same on every tablet and on the server.
async fn equal_replicas(history: &History) -> Result<(), String> {
    for round in rounds(history) {
        let host = history.wire.host.read().await;
        let (plan, debrief) = (host.held("plan", &round).await, host.held("debrief", &round).await);
        let release = host.held("release", &round).await;
        for player in &history.players {
            let held = player.tablet.held();
            let Some(held) = held.round(&round) else { return Err(format!("tablet {} lacks {round}", player.number)) };
            let own = (
                Some(domain::change::write(&held.record.plan)),
                held.debrief.as_ref().map(domain::change::write),
                held.published.as_ref().map(|published| published.body.clone()),
            );
            let server = (plan.clone(), debrief.clone(), release.clone());
            if own != server {
                let revisions = |(plan, debrief, release): &Shared| {
                    format!("plan {}, board {}, release {}", revision(plan), revision(debrief), release.is_some())
                };
                let (own, server) = (revisions(&own), revisions(&server));
                return Err(format!("tablet {} differs on {round}: {own}; server: {server}", player.number));
            }
        }
    }
    Ok(())
}

type Shared = (Option<String>, Option<String>, Option<String>);

fn revision(body: &Option<String>) -> String {
    let value: Option<serde_json::Value> = body.as_deref().and_then(|body| serde_json::from_str(body).ok());
    value.map_or_else(|| "none".to_owned(), |value| value["revision"].to_string())
}

/// At the end: every release is what the visits say that had arrived when it was computed.
pub async fn after_the_end(history: &mut History) -> Result<(), String> {
    equal_replicas(history).await?;
    for (round, body) in &history.published {
        let release: Release = serde_json::from_str(body).map_err(|cause| cause.to_string())?;
        let at_close = history.wire.at_close.borrow();
        let arrived = at_close.get(round).ok_or_else(|| format!("round {round} was released and never closed"))?;
        let made: BTreeMap<SummaryId, Made> = arrived
            .iter()
            .map(|summary| {
                let made = history.made.get(&summary.id).cloned();
                made.map(|made| (summary.id.clone(), made)).ok_or_else(|| format!("{} was invented", summary.id))
            })
            .collect::<Result<_, String>>()?;
        let held = history.players[0].tablet.held();
        let plan: &Plan = &held.round(round).ok_or_else(|| format!("round {round} is unknown"))?.record.plan;
        let (found, wanted) = (cells_of(&release), reference::cells(plan, &made));
        if found != wanted {
            return Err(format!("round {round} was released as {found:?} and the visits say {wanted:?}"));
        }
        history.wire.count(if wanted.iter().all(Vec::is_empty) {
            "releases with nothing to show"
        } else {
            "releases checked"
        });
    }
    Ok(())
}

fn cells_of(release: &Release) -> Vec<Vec<Cell>> {
    let code = |coded: Coded| match coded {
        Coded::FewOrNone => 0,
        Coded::Tenths(tenths) => tenths,
        Coded::NearlyAll => 10,
    };
    let mut findings: Vec<Vec<Cell>> = release
        .findings
        .iter()
        .map(|finding| finding.cells.iter().map(|cell| (cell.groups.clone(), cell.rooms, code(cell.coded))).collect())
        .collect();
    findings.iter_mut().for_each(|cells: &mut Vec<Cell>| cells.sort());
    findings
}
