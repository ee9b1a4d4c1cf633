//! A tablet of a district, and what was promised to the person who holds it.

use std::collections::BTreeMap;
use std::rc::Rc;

use device::passphrase::Cost;
use device::tablet::{NewPin, Tablet};
use device::vault::Vault;
use domain::ids::{RoundId, SummaryId, VisitId};
use domain::visit::Mark;

use super::dice::Dice;
use super::surroundings::{Disk, TabletClock, TrueTime};
use super::wire::{TabletWire, Wire};

/// A tablet and its visitor.
pub struct Player {
    /// Its place among the tablets.
    pub number: usize,
    /// Its storage.
    pub disk: Disk,
    /// The tablet, open.
    pub tablet: Tablet,
    /// Whether it has a network.
    pub up: bool,
    /// Marks that were acknowledged, by visit: none of them may ever be lost.
    pub acknowledged: BTreeMap<VisitId, Vec<Mark>>,
    /// Finished visits that were taken note of, each with its summary: none of them may be lost on its way.
    pub finished: BTreeMap<VisitId, SummaryId>,
    time: TrueTime,
    off_by: i64,
    dice: Dice,
}

impl Player {
    /// An empty tablet with a clock that is off by up to a day.
    pub async fn new(number: usize, dice: Dice, time: TrueTime) -> Player {
        let disk = Disk::new(dice.clone());
        let off_by = dice.below(2 * 86_400) as i64 - 86_400;
        let tablet = open(&disk, &dice, &time, off_by, number).await;
        let (acknowledged, finished) = (BTreeMap::new(), BTreeMap::new());
        Player { number, disk, tablet, up: true, acknowledged, finished, time, off_by, dice }
    }

    /// Opens the tablet again after a crash.
    pub async fn reopen(&mut self) {
        loop {
            self.disk = self.disk.reopened();
            self.tablet = open(&self.disk, &self.dice, &self.time, self.off_by, self.number).await;
            self.unlocks().await;
            // It can crash while it is unlocked, too.
            if !self.disk.has_crashed() {
                assert!(!self.tablet.is_locked(), "a locked tablet opens by its PIN after any crash");
                return;
            }
        }
    }

    /// From now on the tablet has a lock.
    pub async fn sets_a_lock(&self) {
        let quick = Cost { memory_kib: 8, passes: 1 };
        let pin = NewPin::parse(PIN).expect("a PIN");
        self.tablet.set_lock(&pin, 5, quick).await.expect("nothing is in the way yet");
    }

    /// Locks the tablet, where it has a lock.
    pub async fn locks(&self) {
        self.tablet.lock().await;
    }

    /// Gives the PIN where it is asked for; a tablet that crashes meanwhile is opened by [`Self::reopen`].
    pub async fn unlocks(&self) {
        if self.tablet.is_locked() {
            let _opened = self.tablet.unlock(PIN).await;
        }
    }

    /// Somebody sets the tablet's clock ahead by so many days, and opens it again.
    pub async fn sets_the_clock_ahead(&mut self, days: i64) {
        self.off_by += days * 86_400;
        self.reopen().await;
    }

    /// The tablet's end of the wire.
    pub fn wire(&self, wire: &Wire) -> TabletWire {
        TabletWire { wire: wire.clone(), up: self.up, disk: self.disk.clone() }
    }

    /// Rounds that this tablet has joined and that are open, as far as it knows.
    pub fn open_rounds(&self) -> Vec<RoundId> {
        let held = self.tablet.held();
        let open = held.rounds().into_iter().filter(|round| round.record.key.is_some() && round.published.is_none());
        open.map(|round| round.record.plan.round.clone()).collect()
    }
}

async fn open(disk: &Disk, dice: &Dice, time: &TrueTime, off_by: i64, number: usize) -> Tablet {
    let clock = TabletClock { time: time.clone(), off_by };
    let vault = Vault::new(disk.data_key().unwrap_or([number as u8 + 1; 32]));
    let random = Rc::new(dice.clone());
    let opened = Tablet::open(Rc::new(disk.clone()), vault, Rc::new(clock), random).await;
    opened.expect("a tablet opens after any crash")
}

/// The PIN of every tablet that has one.
const PIN: &str = "490817";
