//! What can happen next in a history.

use protocol::people::Door;
use std::collections::BTreeSet;

use device::storage::StorageFailure;
use device::tablet::{Draft, Finishing, RoundDraft, VisitRefused};
use domain::change::Kind;
use domain::ids::{RoomId, RoundId, SummaryId, VisitId};
use domain::language::Language;
use domain::library::LookForId;
use domain::round::{Action, Debrief, Grouping, Question, Sense, Statement};
use domain::text::{Name, Sentence};
use domain::visit::{Act, BlockAnswer, Presence, Share, Shared};
use protocol::push::Item;

use super::history::History;
use super::reference::{self, LOOK_FORS, Made};
use crate::district::Player;

const DAY: i64 = 86_400;

/// One act by one tablet, the server, or time.
pub async fn one(history: &mut History) -> Result<(), String> {
    let dice = history.dice.clone();
    let number = dice.below(history.players.len());
    let kind = dice.below(100);
    let what = match kind {
        0..=3 => plan(history, number).await,
        4..=9 => join(history, number).await,
        10..=49 => visit(history, number).await,
        50..=52 => debrief(history, number).await,
        53 => extend(history, number).await,
        54..=79 => sync(history, number).await,
        80..=81 => close(history, number).await,
        82..=84 => {
            history.time.pass(dice.below(2 * DAY as usize) as i64);
            "time passes"
        }
        85..=89 => {
            history.players[number].up = !history.players[number].up;
            "a network goes or comes"
        }
        90..=94 => {
            history.wire.deliver_delayed().await;
            "a delayed request arrives"
        }
        95..=96 => {
            history.wire.host.write().await.restart().await;
            "the server restarts"
        }
        97..=98 => back_up(history).await,
        _ => restore(history).await,
    };
    history.wire.count(what);
    history.log.push(format!("tablet {number}: {what}"));
    recover(history, number).await
}

/// Opens a crashed tablet again and holds it to everything that it had acknowledged.
async fn recover(history: &mut History, number: usize) -> Result<(), String> {
    let player = &mut history.players[number];
    if player.disk.has_crashed() {
        player.reopen().await;
        player.disk.crash_at(2);
        history.wire.count("tablets opened again after a crash");
        history.log.push(format!("tablet {number}: opened again after a crash"));
    }
    note_finished_visits(history, number)
}

/// Every summary a tablet holds belongs to a finished visit; remembers what that visit truly said.
fn note_finished_visits(history: &mut History, number: usize) -> Result<(), String> {
    let player = &mut history.players[number];
    let held = player.tablet.held();
    let summaries = own_items(&held, Kind::Summary);
    let visits = held.rounds().into_iter().flat_map(|round| held.visits_of(&round.record.plan.round));
    for held_visit in visits {
        let domain::visit::Visit { id: visit, round, room, marks, .. } = &held_visit.visit;
        let Some(seconds) = held_visit.visit.finished_after() else { continue };
        let Some(key) = held.round(round).and_then(|round| round.record.key.clone()) else { continue };
        if player.finished.contains_key(visit) {
            continue;
        }
        let of_room =
            summaries.iter().filter_map(|item| serde_json::from_str::<domain::visit::Summary>(&item.body).ok());
        let new: Vec<SummaryId> = of_room
            .filter(|summary| summary.round == *round && summary.token == key.token(room))
            .map(|summary| summary.id)
            .filter(|id| !history.made.contains_key(id))
            .collect();
        let [id] = new.as_slice() else {
            return Err(format!("visit {visit} was finished and gave {} new summaries", new.len()));
        };
        let said = reference::said(marks, seconds);
        history.made.insert(id.clone(), Made { round: round.clone(), room: room.clone(), said });
        player.finished.insert(visit.clone(), id.clone());
    }
    Ok(())
}

fn own_items(held: &device::tablet::Held, kind: Kind) -> Vec<Item> {
    held.own_items().filter(|item| item.kind == kind).cloned().collect()
}

async fn plan(history: &mut History, number: usize) -> &'static str {
    if history.codes.len() == 2 {
        return "nothing";
    }
    let (dice, player) = (history.dice.clone(), &history.players[number]);
    let today = history.time.now().day();
    let schools: Vec<_> = player.tablet.held().roster().schools.iter().map(|school| school.id.clone()).collect();
    let grouping = [Grouping::None, Grouping::School, Grouping::GradeBand][dice.below(3)];
    let draft = RoundDraft {
        schools: if dice.percent(40) { schools.into_iter().collect() } else { schools.into_iter().take(1).collect() },
        opens: today,
        ends: today.plus(20),
        purpose: Sentence::parse("What do students say to one another?").expect("a sentence"),
        look_fors: LOOK_FORS.map(|id| LookForId::parse(id).expect("a look-for id")).to_vec(),
        instruments: [].into(),
        grouping,
    };
    let planned = player.tablet.plan_round(draft).await;
    // After a crash the round may be there although nobody was told; its key then is only on this tablet.
    if let Ok(round) = planned {
        let held = player.tablet.held();
        let code = held.round(&round).and_then(|held| held.record.key.as_ref().map(|key| key.code()));
        history.codes.extend(code.map(|code| (round, code)));
    }
    "a round is planned"
}

async fn join(history: &mut History, number: usize) -> &'static str {
    if let Some((_, code)) = history.dice.pick(&history.codes).cloned() {
        // Refusals are fine: the tablet may have crashed.
        let _joined = history.players[number].tablet.join_round(&code).await;
    }
    "a tablet joins a round"
}

/// A step of a visit, or a whole one.
async fn visit(history: &mut History, number: usize) -> &'static str {
    let under_way = history.players[number].tablet.held().visit_under_way().map(|held| held.visit.id.clone());
    let visit = match under_way {
        Some(visit) => visit,
        None => match begin(history, number).await {
            Some(visit) => visit,
            None => return "nothing",
        },
    };
    let marks = history.dice.below(9);
    for _ in 0..marks {
        mark(history, number, &visit).await;
    }
    if history.dice.percent(8) {
        return "a visit is interrupted";
    }
    finish(history, number, &visit).await;
    "a visit is finished"
}

async fn begin(history: &mut History, number: usize) -> Option<VisitId> {
    let dice = history.dice.clone();
    let player = &history.players[number];
    let round = dice.pick(&player.open_rounds())?.clone();
    let rooms: Vec<RoomId> = player.tablet.held().round(&round)?.record.plan.rooms().cloned().collect();
    let room = dice.pick(&rooms)?.clone();
    player.tablet.begin_visit(&round, &room, &Door::Lead.mandate()).await.ok()
}

async fn mark(history: &mut History, number: usize, visit: &VisitId) {
    let dice = history.dice.clone();
    history.time.pass(dice.below(150) as i64);
    let player = &mut history.players[number];
    let look_for = |place: usize| LookForId::parse(LOOK_FORS[place]).expect("a look-for id");
    let elapsed = player.tablet.held().visit(visit).map_or(0, |held| held.visit.elapsed(player.tablet.now()));
    let act = match dice.below(10) {
        0..=3 => Act::Count(look_for(0)),
        4..=6 => {
            // The block that runs, or the one before, which can be answered for half a minute more.
            let now = domain::visit::block_at(elapsed);
            let block = if dice.percent(70) { now } else { (now - 1).max(1) };
            Act::Block(look_for(1), block, *dice.pick(&[BlockAnswer::Yes, BlockAnswer::No]).expect("two answers"))
        }
        7 => Act::Share(
            look_for(2),
            Shared { share: *dice.pick(&[Share::Few, Share::Most, Share::NearlyAll]).expect("three"), in_view: None },
        ),
        8 => Act::Presence(
            look_for(3),
            *dice.pick(&[Presence::Seen, Presence::NotSeen, Presence::NotApplicable]).expect("three"),
        ),
        _ => {
            let _undone = player.tablet.undo(visit).await;
            return remember_marks(history, number, visit);
        }
    };
    let _marked = player.tablet.mark(visit, act).await;
    remember_marks(history, number, visit);
}

/// What the tablet shows as saved is what it has acknowledged.
fn remember_marks(history: &mut History, number: usize, visit: &VisitId) {
    let player = &mut history.players[number];
    if player.disk.has_crashed() {
        return;
    }
    let marks = player.tablet.held().visit(visit).map(|held| held.visit.marks.clone());
    player.acknowledged.insert(visit.clone(), marks.unwrap_or_default());
}

async fn finish(history: &mut History, number: usize, visit: &VisitId) {
    let dice = history.dice.clone();
    history.time.pass(dice.below(300) as i64);
    let player = &mut history.players[number];
    let now = player.tablet.now();
    let Some(after) = player.tablet.held().visit(visit).map(|held| held.visit.elapsed(now)) else { return };
    if dice.percent(15) {
        write_note(history, number, visit).await;
    }
    let finishing = Finishing { after, language: Language::En };
    let finished = history.players[number].tablet.finish_visit(visit, finishing).await;
    if finished.is_ok() {
        let held = history.players[number].tablet.held();
        let notes = own_items(&held, Kind::Note).into_iter().map(|item| item.id);
        let known: BTreeSet<String> = history.notes.iter().cloned().chain(notes).collect();
        history.notes = known.into_iter().collect();
    }
    debug_assert!(!matches!(finished, Err(VisitRefused::Storage(StorageFailure::Full))));
}

async fn write_note(history: &mut History, number: usize, visit: &VisitId) {
    let tablet = &history.players[number].tablet;
    let unused = tablet.held().cards().into_iter().find(|card| !card.used).map(|card| card.card.note_id());
    let card = match unused {
        Some(card) => Some(card),
        None => tablet.make_card_pack().await.ok().and_then(|pack| pack.first().map(|card| card.card.note_id())),
    };
    let (noticed, wondered) = ("Four students added on.".into(), "What next?".into());
    let draft = Draft { noticed, wondered, card, door: None, language: None, sealed: None };
    let _written = tablet.write_draft(visit, draft).await;
}

async fn debrief(history: &mut History, number: usize) -> &'static str {
    let dice = history.dice.clone();
    let player = &history.players[number];
    if let Some(round) = dice.pick(&player.open_rounds()) {
        let text = format!("students add on, {}", dice.below(1000));
        if player.tablet.write_debrief(round, |board| write_on(board, &text)).await.is_ok() {
            history.written.insert((round.clone(), text));
        }
    }
    "somebody writes on a board"
}

fn write_on(board: &mut Debrief, text: &str) {
    let sentence = Sentence::parse(text).expect("a sentence");
    board.described.push(Statement { sense: Sense::Heard, text: sentence.clone() });
    let by = domain::time::Day::parse("2026-12-04").expect("a day");
    board.action = Some(Action { owner: Name::parse("Principal").expect("a name"), what: sentence.clone(), by });
    board.question = Some(Question { team: Name::parse("Grade 4").expect("a name"), asks: sentence });
}

async fn extend(history: &mut History, number: usize) -> &'static str {
    let dice = history.dice.clone();
    let player = &history.players[number];
    if let Some(round) = dice.pick(&player.open_rounds()) {
        let ends = player.tablet.held().round(round).map(|held| held.record.plan.ends.plus(1));
        if let Some(ends) = ends {
            let _extended = player.tablet.extend_round(round, ends).await;
        }
    }
    "a round is extended"
}

async fn sync(history: &mut History, number: usize) -> &'static str {
    let player = &history.players[number];
    let has_lock = player.tablet.held().locking().is_some();
    if has_lock && history.dice.percent(50) {
        player.locks().await;
        let sent = player.tablet.sync(&player.wire(&history.wire)).await;
        player.unlocks().await;
        return match sent {
            Ok(synced) if synced.sent > 0 => "a locked tablet sends",
            Ok(_) => "a locked tablet has nothing to send",
            Err(_) => "a locked tablet is broken off",
        };
    }
    match player.tablet.sync(&player.wire(&history.wire)).await {
        Ok(_) => "a sync goes through",
        Err(_) => "a sync is broken off",
    }
}

async fn close(history: &mut History, number: usize) -> &'static str {
    let dice = history.dice.clone();
    let player = &history.players[number];
    let Some(round) = dice.pick(&player.open_rounds()).cloned() else { return "nothing" };
    let wire = player.wire(&history.wire);
    match player.tablet.close_round(&wire, &round, dice.percent(50)).await {
        Ok(()) => "a round is closed",
        Err(_) => "a round does not close yet",
    }
}

async fn back_up(history: &mut History) -> &'static str {
    if history.restored {
        return "nothing";
    }
    history.wire.host.write().await.back_up().await;
    history.backed_up = Some(history.time.now());
    "the server is backed up"
}

/// Restores a backup that is less than five days old: tablets keep what was acknowledged for seven.
async fn restore(history: &mut History) -> &'static str {
    let fresh = history.backed_up.is_some_and(|then| history.time.now().0 - then.0 < 5 * DAY * 1000);
    if !fresh || history.restored {
        return "nothing";
    }
    let mut host = history.wire.host.write().await;
    if history.dice.percent(50) {
        host.restore_folder().await;
    } else {
        host.restore_database().await;
    }
    // A release that the backup lacks is gone where no tablet has read it: none can bring it back.
    let mut kept: BTreeSet<RoundId> = history.players.iter().flat_map(releases_read).collect();
    for round in rounds(history) {
        if host.held("release", &round).await.is_some() {
            kept.insert(round);
        }
    }
    drop(host);
    history.published.retain(|round, _| kept.contains(round));
    history.wire.at_close.borrow_mut().retain(|round, _| kept.contains(round));
    history.restored = true;
    "the server is restored from a backup"
}

/// The rounds of which a tablet has read the release.
fn releases_read(player: &Player) -> Vec<RoundId> {
    let held = player.tablet.held();
    let rounds = held.rounds().into_iter().filter(|round| round.published.is_some());
    rounds.map(|round| round.record.plan.round.clone()).collect()
}

/// When all faults have ended, visits that are under way are finished.
pub async fn finish_open_visits(history: &mut History) -> Result<(), String> {
    for number in 0..history.players.len() {
        let open = history.players[number].tablet.held().visit_under_way().map(|held| held.visit.id.clone());
        if let Some(visit) = open {
            finish(history, number, &visit).await;
            history.log.push(format!("tablet {number}: finishes the visit that was under way"));
            note_finished_visits(history, number)?;
        }
    }
    Ok(())
}

/// Rounds that are still open are debriefed and closed, three weeks apart.
pub async fn close_everything(history: &mut History) -> Result<(), String> {
    for (round, _) in history.codes.clone() {
        let Some(number) = history.players.iter().position(|player| player.open_rounds().contains(&round)) else {
            continue;
        };
        history.time.pass(22 * DAY);
        let tablet = history.players[number].tablet.clone();
        let text = "they add on";
        tablet.write_debrief(&round, |board| write_on(board, text)).await.map_err(|why| why.to_string())?;
        history.written.insert((round.clone(), text.to_owned()));
        history.everyone_syncs().await?;
        let wire = history.players[number].wire(&history.wire);
        let closed = tablet.close_round(&wire, &round, true).await;
        closed.map_err(|why| format!("round {round} does not close although nothing is in the way: {why}"))?;
        history.log.push(format!("tablet {number}: closes round {round} at the end"));
        history.everyone_syncs().await?;
    }
    Ok(())
}

/// The rounds of a history.
pub fn rounds(history: &History) -> Vec<RoundId> {
    history.codes.iter().map(|(round, _)| round.clone()).collect()
}
