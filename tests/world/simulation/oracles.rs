//! What must hold of every history.

use std::collections::{BTreeMap, BTreeSet};

use domain::change::Kind;
use domain::ids::{RoundId, SummaryId, VisitId};
use domain::release::{Coded, Release};
use domain::round::{Debrief, Plan};

use super::acts::rounds;
use super::history::History;
use super::reference::{self, Cell, Made};
use crate::district::Player;

/// At any time: no acknowledged mark is lost or doubled, no visit is gone whose summary is not held somewhere, and nobody
/// ever sees a second release of a round.
pub async fn after_every_act(history: &mut History) -> Result<(), String> {
    nothing_is_gone_too_soon(history).await?;
    for player in &history.players {
        let held = player.tablet.held();
        for (visit, acknowledged) in &player.acknowledged {
            // A finished visit whose time has come is forgotten as a whole.
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

/// A tablet forgets a visit only once it is finished, and its summary only once the server holds it.
async fn nothing_is_gone_too_soon(history: &mut History) -> Result<(), String> {
    for player in &mut history.players {
        for (visit, summary) in let_go(player)? {
            let round = &history.made[&summary].round;
            let urn = history.wire.host.read().await.urn(round).await;
            if !urn.received.iter().map(|arrived| &arrived.id).chain(&urn.late).any(|arrived| *arrived == summary) {
                return Err(format!("tablet {} forgot visit {visit} before it was received", player.number));
            }
            // It is the server's now. What is restored from a backup is looked for at the end.
            player.acknowledged.remove(&visit);
            player.finished.remove(&visit);
        }
    }
    Ok(())
}

/// Finished visits of which a tablet holds neither the marks nor the summary any more.
fn let_go(player: &Player) -> Result<Vec<(VisitId, SummaryId)>, String> {
    let held = player.tablet.held();
    let is_gone = |visit: &VisitId| held.visit(visit).is_none();
    let unfinished = |visit: &&VisitId| !player.finished.contains_key(*visit);
    if let Some(visit) = player.acknowledged.keys().filter(unfinished).find(|visit| is_gone(visit)) {
        return Err(format!("tablet {} forgot visit {visit} before it was finished", player.number));
    }
    let kept: BTreeSet<&str> = held.own_items().map(|item| item.id.as_str()).collect();
    let gone = player.finished.iter().filter(|(visit, summary)| is_gone(visit) && !kept.contains(summary.as_str()));
    Ok(gone.map(|(visit, summary)| (visit.clone(), summary.clone())).collect())
}

fn saw(published: &mut BTreeMap<RoundId, String>, round: &RoundId, body: &str) -> Result<(), String> {
    let first = published.entry(round.clone()).or_insert_with(|| body.to_owned());
    if first == body { Ok(()) } else { Err(format!("round {round} has two releases:\n{first}\n{body}")) }
}

/// When all faults have ended and everyone has synced: every finished visit is on the server exactly once, every note
/// and every statement on a board is there, nothing waits, and all replicas are equal.
pub async fn after_quiet(history: &mut History) -> Result<(), String> {
    for round in rounds(history) {
        let urn = history.wire.host.read().await.urn(&round).await;
        let arrived: Vec<&SummaryId> = urn.received.iter().map(|summary| &summary.id).chain(&urn.late).collect();
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
    equal_replicas(history).await?;
    every_statement_stands(history).await
}

/// Every statement that a tablet took stands on its round's board, or is kept by a tablet that was told why it does not.
async fn every_statement_stands(history: &History) -> Result<(), String> {
    let says = |body: &str, text: &str| {
        let board: Option<Debrief> = serde_json::from_str(body).ok();
        board.is_some_and(|board| board.described.iter().any(|statement| statement.text.as_str() == text))
    };
    for (round, text) in &history.written {
        let board = history.wire.host.read().await.held("debrief", round).await;
        let stands = board.as_deref().is_some_and(|board| says(board, text));
        let kept = history.players.iter().any(|player| {
            let held = player.tablet.held();
            let refused = held.refused();
            refused.iter().any(|out| out.item.kind == Kind::Debrief && says(&out.item.body, text))
        });
        if !stands && !kept {
            return Err(format!("{text:?} was written on the board of round {round} and is gone"));
        }
    }
    Ok(())
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
    every_statement_stands(history).await?;
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
