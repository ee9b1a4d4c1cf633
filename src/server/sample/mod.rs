//! What a newcomer finds: five schools with their timetables, their closed rounds, two notes, and a page for families.
//!
//! Nothing in it is written into the database by hand. The timetable comes in through the importer, [`rounds`] says what
//! teams planned and made of it, [`walk`] draws the marks of each visit, and [`play`] takes all of it through the
//! code that tablets and the server really run.

mod draw;
mod families;
mod notes;
mod play;
mod rounds;
mod school;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeSet;

use domain::time::{Day, Moment};

pub use self::notes::cards;
pub use self::play::NotFilled;
use crate::Server;
use crate::store::{Failure, Store};

/// What a call of [`fill`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// The database was empty, and now holds the sample.
    Now,
    /// The database holds something already, and was left alone.
    Before,
}

/// Puts the sample into an empty database; one that holds anything else is left alone.
pub async fn fill(server: &Server) -> Result<Filled, NotFilled> {
    make(&server.store, server.now()).await
}

/// The same at a given moment. All of it happened before: the last round closed at least 22 days ago, so that another
/// may close at once. The same day gives the same rounds.
///
/// What was interrupted is finished by calling it again on the same day.
pub async fn make(store: &Store, now: Moment) -> Result<Filled, NotFilled> {
    let district = store.district().await?;
    if district.has_roster() && !(district.sample && is_unfinished(store).await?) {
        return Ok(Filled::Before);
    }
    store.become_sample().await?;
    school::import(store).await?;
    play::stories(store, now.day()).await?;
    families::approve(store).await?;
    // Summaries of the earlier rounds have had their thirty days.
    store.tidy(now).await?;
    Ok(Filled::Now)
}

/// The code of a sample card whose note can still be read, for whoever has no card; nothing outside the sample.
pub async fn card(store: &Store, today: Day) -> Result<Option<String>, Failure> {
    if !store.district().await?.sample {
        return Ok(None);
    }
    for card in cards() {
        if store.note(&card.note_id(), today).await?.is_some() {
            return Ok(Some(card.code()));
        }
    }
    Ok(None)
}

async fn is_unfinished(store: &Store) -> Result<bool, Failure> {
    let mut released = BTreeSet::new();
    for school in store.schools().await?.schools {
        released.extend(store.releases(&school.id).await?.releases.into_iter().map(|release| release.seal));
    }
    Ok(released.len() < rounds::how_many())
}
