//! A district without browsers: real tablets and a real server in one process, where the time, the network and the
//! storage do as a test or a simulation says.

mod dice;
mod host;
mod player;
mod surroundings;
mod wire;

use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use domain::time::Day;
use tokio::sync::RwLock;

pub use self::dice::Dice;
pub use self::host::{Host, Urn};
pub use self::player::Player;
pub use self::surroundings::{Disk, TrueTime};
pub use self::wire::{TabletWire, Wire};

/// A server with two schools, and what tablets share.
pub struct District {
    /// Chance.
    pub dice: Dice,
    /// The true time.
    pub time: TrueTime,
    /// Server and network.
    pub wire: Wire,
}

impl District {
    /// A district whose schools, and everything else that is left to chance, come from `seed`. The network has no faults
    /// until it is told to.
    pub async fn of(seed: u64) -> District {
        let dice = Dice::of(seed);
        let time = TrueTime::at(Day::parse("2026-09-01").expect("a day").begins());
        let host = Host::start(seed, &dice, time.clone()).await;
        let wire = Wire {
            host: Rc::new(RwLock::new(host)),
            delayed: Rc::default(),
            faulty: Rc::new(Cell::new(false)),
            at_close: Rc::default(),
            happened: Rc::new(RefCell::default()),
            dice: dice.clone(),
        };
        District { dice, time, wire }
    }

    /// An empty tablet.
    pub async fn tablet(&self, number: usize) -> Player {
        Player::new(number, self.dice.clone(), self.time.clone()).await
    }
}
