//! One history from its seed to its end.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{RoundId, SummaryId};
use domain::time::Moment;

use super::reference::Made;
use super::{Locks, Violation, acts, oracles};
use crate::district::{Dice, District, Player, TrueTime, Wire};

/// Acts of one history.
const ACTS: usize = 260;
/// Tablets of one history.
const TABLETS: usize = 3;

/// How often each thing happened in a history.
#[derive(Debug, Default)]
pub struct Told {
    /// By what it was.
    pub happened: BTreeMap<&'static str, u64>,
}

/// A history under way, and what is known to be true of it.
pub struct History {
    /// Chance.
    pub dice: Dice,
    /// The true time.
    pub time: TrueTime,
    /// Server and network.
    pub wire: Wire,
    /// The tablets.
    pub players: Vec<Player>,
    /// Codes of the rounds that were planned.
    pub codes: Vec<(RoundId, String)>,
    /// Every finished visit, by its summary.
    pub made: BTreeMap<SummaryId, Made>,
    /// Every statement that a tablet has taken for the board of a round.
    pub written: BTreeSet<(RoundId, String)>,
    /// Cards that a note was sealed to.
    pub notes: Vec<String>,
    /// The first release that anybody saw of each round. Nobody may ever see another.
    pub published: BTreeMap<RoundId, String>,
    /// When the last backup was made.
    pub backed_up: Option<Moment>,
    /// Whether the server was restored.
    pub restored: bool,
    /// What was done, newest last.
    pub log: Vec<String>,
}

/// Plays the history of a seed.
pub fn play(seed: u64, locks: Locks) -> Result<Told, Box<Violation>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut history = History::begin(seed, locks).await;
        match history.run().await {
            Ok(()) => Ok(Told { happened: history.wire.happened.take() }),
            Err(what) => {
                let acts = history.log.iter().rev().take(12).rev().cloned().collect();
                Err(Box::new(Violation { seed, after: history.log.len(), what, acts }))
            }
        }
    })
}

impl History {
    async fn begin(seed: u64, locks: Locks) -> History {
        let district = District::of(seed).await;
        let mut players = Vec::new();
        for number in 0..TABLETS {
            players.push(district.tablet(number).await);
        }
        if locks == Locks::Set {
            for player in &players {
                player.sets_a_lock().await;
            }
        }
        let District { dice, time, wire } = district;
        History {
            dice,
            time,
            wire,
            players,
            codes: Vec::new(),
            made: BTreeMap::new(),
            written: BTreeSet::new(),
            notes: Vec::new(),
            published: BTreeMap::new(),
            backed_up: None,
            restored: false,
            log: Vec::new(),
        }
    }

    async fn run(&mut self) -> Result<(), String> {
        // Everyone gets the roster before the faults begin, or there would be nothing to plan.
        self.quiet();
        self.everyone_syncs().await?;
        self.faults_begin();
        for _ in 0..ACTS {
            acts::one(self).await?;
            oracles::after_every_act(self).await?;
        }
        self.quiet();
        while !self.wire.delayed.borrow().is_empty() {
            self.wire.deliver_delayed().await;
        }
        acts::finish_open_visits(self).await?;
        for _ in 0..4 {
            self.everyone_syncs().await?;
        }
        oracles::after_quiet(self).await?;
        acts::close_everything(self).await?;
        for _ in 0..2 {
            self.everyone_syncs().await?;
        }
        oracles::after_the_end(self).await
    }

    fn quiet(&mut self) {
        self.wire.faulty.set(false);
        for player in &mut self.players {
            player.disk.crash_at(0);
            player.up = true;
        }
    }

    fn faults_begin(&mut self) {
        self.wire.faulty.set(true);
        for player in &self.players {
            player.disk.crash_at(2);
        }
    }

    /// Everyone syncs, and every sync goes through: nothing may wedge it.
    pub async fn everyone_syncs(&mut self) -> Result<(), String> {
        for number in 0..self.players.len() {
            let wire = self.players[number].wire(&self.wire);
            let synced = self.players[number].tablet.sync(&wire).await;
            synced
                .map_err(|stopped| format!("tablet {number} cannot sync although nothing is in the way: {stopped}"))?;
        }
        oracles::after_every_act(self).await
    }
}
