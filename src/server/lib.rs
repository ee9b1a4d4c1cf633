//! Where tablets meet: one server for a district, over SQLite or PostgreSQL.
//!
//! Read in this order: [`store`] is what is kept and every rule about keeping it, [`http`] how tablets and readers ask,
//! [`roster`] how a timetable comes in, [`export`] how a picture is taken along, [`family`] the page for families,
//! [`note_page`] what a teacher opens with a card, [`agreement_page`] what anyone may read of the agreement, [`office`]
//! where an administrator
//! looks after the district, [`inventory`] the page that says what is kept where, [`web`] how the app itself is served,
//! [`sample`] what a newcomer finds, [`serving`] how all of it starts and stops, over plain connections or [`tls`], and
//! [`backup`] how it is kept for a bad day.
//!
//! Time and randomness come in through [`surroundings`], so that a simulation drives exactly this code.

pub mod agreement_page;
mod answering;
pub mod backup;
pub mod export;
pub mod family;
pub mod http;
pub mod inventory;
pub mod note_page;
pub mod office;
pub mod roster;
pub mod sample;
pub mod serving;
pub mod settings;
pub mod store;
pub mod surroundings;
pub mod tls;
pub mod web;

use std::sync::Arc;

use domain::time::Moment;

pub use self::http::router;
pub use self::serving::serve;
use self::store::{NotOpened, Place, Store};
use self::surroundings::{Clock, Random};
use self::web::{Site, Transport};

/// A server's parts, as every handler sees them (`axum::extract::State<Server>`). Cheap to clone.
#[derive(Clone)]
pub struct Server {
    /// What is kept.
    pub store: Store,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where the app's files are.
    pub site: Site,
    /// Whether browsers reach it over TLS.
    pub transport: Transport,
}

/// What a server is made of.
pub struct Parts {
    /// Where things are kept.
    pub place: Place,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where epochs, marks and the seal key come from.
    pub random: Arc<dyn Random>,
    /// Where the app's files are.
    pub site: Site,
    /// Whether browsers reach it over TLS.
    pub transport: Transport,
}

impl Server {
    /// Opens the store, brings its tables up to date, notices a restore from backup, and deletes what is due.
    pub async fn open(parts: Parts) -> Result<Server, NotOpened> {
        let now = parts.clock.now();
        let store = Store::open(parts.place, parts.random, now).await?;
        store.tidy(now).await?;
        Ok(Server { store, clock: parts.clock, site: parts.site, transport: parts.transport })
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }
}
