//! The clock, the randomness and the storage of a district.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use async_trait::async_trait;
use device::storage::{Memory, Storage, StorageFailure, Stored, Write};
use domain::time::{Day, Moment};

use super::dice::Dice;

/// The true time, which only the history moves.
#[derive(Debug, Clone)]
pub struct TrueTime(Arc<AtomicI64>);

impl TrueTime {
    /// A clock that shows `moment`.
    pub fn at(moment: Moment) -> TrueTime {
        TrueTime(Arc::new(AtomicI64::new(moment.0)))
    }

    /// Lets time pass.
    pub fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::Relaxed);
    }

    /// The true time.
    pub fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::Relaxed))
    }
}

impl server::surroundings::Clock for TrueTime {
    fn now(&self) -> Moment {
        TrueTime::now(self)
    }
}

/// A tablet's clock, which is off by some seconds.
pub struct TabletClock {
    /// The true time.
    pub time: TrueTime,
    /// How far off it is.
    pub off_by: i64,
}

impl device::surroundings::Clock for TabletClock {
    fn now(&self) -> Moment {
        Moment(self.time.now().0 + self.off_by * 1000)
    }

    fn steady(&self) -> i64 {
        self.time.now().0
    }

    fn day_of(&self, moment: Moment) -> Day {
        moment.day()
    }
}

impl device::surroundings::Random for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill_with(|| self.next() as u8);
    }
}

/// The server's randomness: the server may draw from another thread than the history's, so it has a stream of its own.
pub struct ServerRandom(AtomicU64);

impl ServerRandom {
    /// The stream of a seed.
    pub fn of(seed: u64) -> ServerRandom {
        ServerRandom(AtomicU64::new(seed))
    }
}

impl server::surroundings::Random for ServerRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let dice = Dice::of(self.0.fetch_add(1, Ordering::Relaxed));
        bytes.fill_with(|| dice.next() as u8);
    }
}

/// A tablet's storage: what was committed stays, and the tablet can crash right before or right after a commit.
#[derive(Clone)]
pub struct Disk {
    memory: Memory,
    dice: Dice,
    /// Percent of commits at which the tablet crashes.
    crashes: Rc<Cell<usize>>,
    /// Set once the tablet has crashed: nothing more is written or read through this opening.
    crashed: Rc<Cell<bool>>,
}

impl Disk {
    /// An empty one.
    pub fn new(dice: Dice) -> Disk {
        Disk { memory: Memory::default(), dice, crashes: Rc::default(), crashed: Rc::default() }
    }

    /// From now on the tablet crashes at this percentage of commits.
    pub fn crash_at(&self, percent: usize) {
        self.crashes.set(percent);
    }

    /// The same records, for a tablet that is opened again.
    pub fn reopened(&self) -> Disk {
        Disk { crashed: Rc::default(), memory: self.memory.opened_again(), ..self.clone() }
    }

    /// The data key that was last kept, if one ever was.
    pub fn data_key(&self) -> Option<[u8; 32]> {
        self.memory.data_key().map(|kept| kept.key)
    }

    /// Whether the tablet has crashed since it was opened.
    pub fn has_crashed(&self) -> bool {
        self.crashed.get()
    }

    /// Crashes the tablet, for the network to call.
    pub fn crash(&self) {
        self.crashed.set(true);
    }

    fn gone<T>(&self) -> Result<T, StorageFailure> {
        Err(StorageFailure::Failed("the tablet has crashed".into()))
    }
}

#[async_trait(?Send)]
impl Storage for Disk {
    async fn read_all(&self) -> Result<Vec<Stored>, StorageFailure> {
        if self.crashed.get() { self.gone() } else { self.memory.read_all().await }
    }

    async fn commit(&self, batch: &[Write]) -> Result<(), StorageFailure> {
        if self.crashed.get() {
            return self.gone();
        }
        if self.dice.percent(self.crashes.get()) {
            self.crashed.set(true);
            // Before the commit nothing of the batch is on the disk; after it, all of it, but nobody was told.
            if self.dice.percent(50) {
                self.memory.commit(batch).await?;
            }
            return self.gone();
        }
        self.memory.commit(batch).await
    }

    async fn erase(&self) -> Result<(), StorageFailure> {
        if self.crashed.get() { self.gone() } else { self.memory.erase().await }
    }
}
