//! What a district's server keeps, in SQLite or PostgreSQL, and every rule about keeping it.
//!
#![doc = include_str!("schema.md")]

pub mod agreement;
mod closing;
mod column;
mod contexts;
mod cursor;
mod deletions;
mod deliveries;
mod district;
mod failure;
mod families;
mod high_water;
mod holds;
mod letters;
mod looks;
mod migrations;
mod newest;
mod notes;
pub mod people;
mod place;
mod pull;
mod push;
mod reading;
mod roster;
mod rounds;
mod seal;
mod taking;
mod tidy;
mod traces;
mod urn;
mod writing;

use std::sync::Arc;

use domain::time::Moment;
use sqlx::AnyPool;
use tokio::sync::Mutex;

pub use self::deletions::{Deletion, Due};
pub use self::district::District;
pub use self::failure::{Failure, NotOpened};
use self::high_water::HighWater;
pub use self::holds::Hold;
pub use self::looks::{About, Look};
pub(crate) use self::migrations::newest as newest_schema;
pub use self::newest::{Asked, MOST_RELEASES};
pub use self::notes::NoteGone;
pub use self::place::Place;
pub use self::push::Arriving;
use crate::surroundings::Random;

/// Everything a district's server keeps. Cheap to clone; all clones share one pool of connections.
///
/// Acts that change something run in one transaction each, one after another within a district, and either happen
/// whole or not at all. Time comes in as an argument.
///
/// | act | function |
/// | --- | --- |
/// | a roster is imported | [`Store::import`], [`Store::import_after`] |
/// | tablets hand over and fetch | [`Store::push`], [`Store::pull`], [`Store::tokens`], [`Store::report`] |
/// | a round closes | [`Store::before_close`], [`Store::close`], [`Store::offer`] |
/// | staff and district agree | [`Store::draft_agreement`], [`Store::sign_agreement`], [`Store::pause`], [`Store::report_misuse`] |
/// | people come in | [`Store::invite`], [`Store::sign_in`], [`Store::caller`], [`Store::change_staff_code`] |
/// | readers read | [`Store::district`], [`Store::schools`], [`Store::newest_releases`], [`Store::releases`], [`Store::roster`] |
/// | a card is used | [`Store::note`], [`Store::delete_note`], [`Store::add_context`], [`Store::withdraw_context`] |
/// | a phone looks for letters to its door | [`Store::letters`] |
/// | families read | [`Store::family_page`], [`Store::publish_family_page`], [`Store::take_family_page_down`] |
/// | who looked is logged, and read | [`Store::looked`], [`Store::looks`] |
/// | a legal hold | [`Store::place_hold`], [`Store::lift_hold`] |
/// | hourly | [`Store::tidy`] |
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    pool: AnyPool,
    place: Place,
    district_id: String,
    random: Arc<dyn Random>,
    high_water: HighWater,
    wrong_codes: people::Counting,
    misuse: people::Counting,
    looks_today: looks::LooksToday,
    /// SQLite has one writer at a time; waiting here is fair and costs nothing, waiting in SQLite is polling.
    one_writer: Mutex<()>,
}

impl Store {
    /// Opens what is kept at `place`, or begins it, and brings the tables up to date.
    ///
    /// When the folder's high-water file shows that the database was replaced by an earlier copy of itself, a new epoch
    /// begins at `now`, so that tablets offer again what they hold.
    pub async fn open(place: Place, random: Arc<dyn Random>, now: Moment) -> Result<Store, NotOpened> {
        let pool = place.connect().await?;
        let district_id = match migrations::bring_up_to_date(&pool, &place, random.as_ref(), now).await {
            Ok(district_id) => district_id,
            Err(cause) => {
                pool.close().await;
                return Err(NotOpened::Unreadable { place: place.to_string(), cause: cause.into() });
            }
        };
        let store = Store::over(pool, place, district_id, random);
        store.notice_restore(now).await?;
        Ok(store)
    }

    /// Opens what is kept at `place` for looking, and changes nothing there; nothing when nothing was begun.
    pub async fn open_if_begun(place: Place, random: Arc<dyn Random>) -> Result<Option<Store>, NotOpened> {
        let Some(pool) = place.connect_if_begun().await? else { return Ok(None) };
        let known = sqlx::query_scalar("SELECT district_id FROM districts").fetch_optional(&pool).await;
        let district_id: String = match known {
            Ok(Some(district_id)) => district_id,
            Ok(None) => return Ok(None),
            // The table is not there: a database that somebody made and no server has used.
            Err(sqlx::Error::Database(cause)) if matches!(cause.code().as_deref(), Some("42P01" | "1")) => {
                return Ok(None);
            }
            Err(cause) => return Err(NotOpened::Unreadable { place: place.to_string(), cause: cause.into() }),
        };
        Ok(Some(Store::over(pool, place, district_id, random)))
    }

    fn over(pool: AnyPool, place: Place, district_id: String, random: Arc<dyn Random>) -> Store {
        let high_water = HighWater::in_folder(place.folder(), &district_id);
        let [wrong_codes, misuse] = [people::WRONG_CODES, people::MISUSE].map(people::Counting::of);
        let (looks_today, one_writer) = (looks::LooksToday::default(), Mutex::new(()));
        let inner =
            Inner { pool, place, district_id, random, high_water, wrong_codes, misuse, looks_today, one_writer };
        Store { inner: Arc::new(inner) }
    }

    /// Lets go of the database: waits for running acts, and leaves SQLite's file complete without its log.
    pub async fn shut(&self) {
        if let Err(cause) = self.leave_no_log().await {
            tracing::warn!(%cause, "the write-ahead log was not emptied; it will be at the next start");
        }
        self.inner.pool.close().await;
    }

    /// Whether the database answers.
    pub async fn health(&self) -> Result<(), Failure> {
        sqlx::query("SELECT seq FROM districts WHERE district_id = $1")
            .bind(self.district_id())
            .fetch_one(self.pool())
            .await?;
        Ok(())
    }

    fn pool(&self) -> &AnyPool {
        &self.inner.pool
    }

    fn district_id(&self) -> &str {
        &self.inner.district_id
    }

    fn random(&self) -> &dyn Random {
        self.inner.random.as_ref()
    }
}
