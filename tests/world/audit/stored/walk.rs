//! A walk through two schools, one of them with fewer than k rooms: real tablets, a real server, and what it kept.

use std::collections::{BTreeMap, BTreeSet};

use device::tablet::{Draft, Finishing, RoundDraft};
use domain::ids::{RoomId, RoundId, SchoolId};
use domain::language::Language;
use domain::library::LookForId;
use domain::round::Grouping;
use domain::text::Sentence;
use domain::visit::{Act, Presence};

use super::Kept;
use super::traffic::{Passed, Watched};
use crate::database::Dump;
use crate::district::{District, Player};
use crate::log;

/// What was looked for.
const LOOK_FOR: &str = "INQ-02";

/// Two tablets visit two schools and send what they have now and then; gives what the server then holds.
pub fn kept(seed: u64) -> Kept {
    let log = log::listen();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let before = log.text().len();
        let mut walk = Walk::begins(seed).await;
        walk.goes_through().await;
        let mut kept = walk.kept().await;
        kept.log = log.text()[before..].lines().map(str::to_owned).collect();
        kept
    })
}

struct Walk {
    district: District,
    tablets: Vec<Player>,
    rounds: Vec<RoundId>,
    pushes: Vec<Vec<String>>,
    traffic: Vec<Vec<Passed>>,
    visited: Vec<String>,
}

impl Walk {
    /// A district with a school of at least k rooms and one of fewer, and a round in each.
    async fn begins(seed: u64) -> Walk {
        let mut number = seed.wrapping_mul(7_919);
        let (district, lead) = loop {
            let district = District::of(number).await;
            let lead = district.tablet(0).await;
            syncs(&lead, &district).await;
            let sizes = sizes(&lead);
            if sizes.iter().any(|(_, rooms)| *rooms < 10) && sizes.iter().any(|(_, rooms)| *rooms >= 14) {
                break (district, lead);
            }
            number = number.wrapping_add(1);
        };
        let mut rounds = Vec::new();
        for (school, _) in sizes(&lead) {
            let today = district.time.now().day();
            let draft = RoundDraft {
                schools: [school].into(),
                opens: today,
                ends: today.plus(7),
                purpose: Sentence::parse("Who is exploring before explaining?").expect("a sentence"),
                look_fors: vec![LookForId::parse(LOOK_FOR).expect("a look-for id")],
                instruments: [].into(),
                grouping: Grouping::GradeBand,
            };
            rounds.push(lead.tablet.plan_round(draft).await.expect("a round is planned"));
        }
        syncs(&lead, &district).await;
        let second = district.tablet(1).await;
        for round in &rounds {
            let code = code(&lead, round);
            second.tablet.join_round(&code).await.expect("a tablet joins");
        }
        syncs(&second, &district).await;
        Walk {
            district,
            tablets: vec![lead, second],
            rounds,
            pushes: Vec::new(),
            traffic: Vec::new(),
            visited: Vec::new(),
        }
    }

    /// Each room is visited by one of the tablets; each sends every few visits.
    async fn goes_through(&mut self) {
        let mut waiting = Vec::new();
        for round in &self.rounds {
            let held = self.tablets[0].tablet.held();
            let rooms = held.round(round).into_iter().flat_map(|held| held.record.plan.rooms().cloned());
            waiting.extend(rooms.map(|room| (round.clone(), room)));
        }
        let dice = self.district.dice.clone();
        while !waiting.is_empty() {
            let number = dice.below(self.tablets.len());
            for _ in 0..(4 + dice.below(5)).min(waiting.len()) {
                let (round, room) = waiting.swap_remove(dice.below(waiting.len()));
                self.visits(number, &round, &room).await;
            }
            self.sends(number).await;
            self.district.time.pass(60 * dice.below(90) as i64);
        }
    }

    async fn visits(&mut self, number: usize, round: &RoundId, room: &RoomId) {
        let (tablet, dice) = (&self.tablets[number].tablet, &self.district.dice);
        let visit =
            tablet.begin_visit(round, room, &protocol::people::Door::Lead.mandate()).await.expect("a visit begins");
        let seen = if dice.percent(60) { Presence::Seen } else { Presence::NotSeen };
        let mark = Act::Presence(LookForId::parse(LOOK_FOR).expect("a look-for id"), seen);
        tablet.mark(&visit, mark).await.expect("a mark is made");
        let token = tablet.held().round(round).and_then(|held| Some(held.record.key.as_ref()?.token(room).to_string()));
        self.visited.extend(token);
        if dice.percent(70) {
            let unused = tablet.held().cards().into_iter().find(|card| !card.used).map(|card| card.card.note_id());
            let card = match unused {
                Some(card) => card,
                None => tablet.make_card_pack().await.expect("a pack of cards")[0].card.note_id(),
            };
            self.visited.push(card.to_string());
            let (noticed, wondered) = ("Four students added on.".into(), "What next?".into());
            let draft = Draft { noticed, wondered, card: Some(card), door: None, language: None, sealed: None };
            tablet.write_draft(&visit, draft).await.expect("a note is kept");
        }
        let finishing = Finishing { after: 0, language: Language::En };
        tablet.finish_visit(&visit, finishing).await.expect("a visit is finished");
    }

    /// A tablet sends; what arrived with it is one push.
    async fn sends(&mut self, number: usize) {
        let before: BTreeSet<String> = self.pushes.concat().into_iter().collect();
        let way = self.tablets[number].wire(&self.district.wire);
        let watched = Watched::new(&way);
        self.tablets[number].tablet.sync(&watched).await.expect("nothing is in the way");
        self.traffic.append(&mut watched.pushes.borrow_mut());
        let mut arrived = Vec::new();
        for round in &self.rounds {
            let urn = self.district.wire.host.read().await.urn(round).await;
            arrived.extend(urn.received.iter().map(|summary| summary.id.to_string()));
        }
        arrived.retain(|id| !before.contains(id));
        self.pushes.push(arrived);
    }

    async fn kept(&self) -> Kept {
        let file = self.district.wire.host.read().await.file();
        let dump = Dump::of(&file).await;
        let rows = |table: crate::database::Table| {
            let columns = table.columns;
            let named = |row: Vec<String>| columns.iter().cloned().zip(row).collect();
            table.rows.into_iter().map(named).collect()
        };
        let (mut rooms, mut codes) = (BTreeMap::new(), Vec::new());
        let held = self.tablets[0].tablet.held();
        for round in self.rounds.iter().filter_map(|round| held.round(round)) {
            let Some(key) = &round.record.key else { continue };
            codes.push(key.code());
            rooms.extend(round.record.plan.rooms().map(|room| (key.token(room).to_string(), room.clone())));
        }
        Kept {
            tables: dump.tables.into_iter().map(|(name, table)| (name, rows(table))).collect(),
            log: Vec::new(),
            rounds: self.rounds.clone(),
            pushes: self.pushes.clone(),
            rooms,
            codes,
            traffic: self.traffic.clone(),
            visited: self.visited.clone(),
        }
    }
}

fn sizes(lead: &Player) -> Vec<(SchoolId, usize)> {
    let held = lead.tablet.held();
    let roster = held.roster();
    roster.schools.iter().map(|school| (school.id.clone(), roster.rooms_of(&school.id).count())).collect()
}

async fn syncs(player: &Player, district: &District) {
    player.tablet.sync(&player.wire(&district.wire)).await.expect("nothing is in the way");
}

/// The code that the lead shows for a round.
fn code(lead: &Player, round: &RoundId) -> String {
    let held = lead.tablet.held();
    let key = held.round(round).and_then(|held| held.record.key.as_ref());
    key.expect("the lead has the key").code()
}
