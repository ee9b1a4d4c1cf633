//! The summaries of one round, kept so that nothing says which came together.

use std::collections::BTreeMap;

use domain::change::{Verdict, hash, verdict, write};
use domain::ids::{RoundId, SummaryId};
use domain::visit::Summary;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::{AnyConnection, Row};

use crate::store::Failure;
use crate::store::writing::Writing;

/// The most summaries that one round takes: far more than a term of visits, and few enough to be read at once.
pub const MOST_SUMMARIES: usize = 10_000;

/// The summaries of one round, by their random ids.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Urn {
    received: BTreeMap<SummaryId, Summary>,
    late: BTreeMap<SummaryId, Late>,
    changed: bool,
}

/// What is kept of a summary that came after the close: enough to know it again. What it said will never be shown, so it
/// is not kept.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Late {
    id: SummaryId,
    revision: u32,
    hash: String,
}

impl Urn {
    /// What is held for the picture, sorted by id.
    pub fn received(&self) -> Vec<Summary> {
        self.received.values().cloned().collect()
    }

    /// Which edit stands when `summary` arrives, whose body has the hash `arriving`; true beside it when what is held came
    /// after the close.
    pub fn verdict(&self, summary: &Summary, arriving: &str) -> (Verdict, bool) {
        let late = self.late.get(&summary.id);
        let received = self.received.get(&summary.id).map(|held| (held.revision, hash(&write(held))));
        let known = match (late, &received) {
            (Some(late), _) => Some((late.revision, late.hash.as_str())),
            (None, received) => received.as_ref().map(|(revision, hash)| (*revision, hash.as_str())),
        };
        (verdict(known, (summary.revision, arriving)), late.is_some())
    }

    /// Whether the urn takes no further summary.
    pub fn is_full(&self) -> bool {
        self.received.len() + self.late.len() >= MOST_SUMMARIES
    }

    /// Keeps a summary for the picture.
    pub fn receive(&mut self, summary: Summary) {
        self.received.insert(summary.id.clone(), summary);
        self.changed = true;
    }

    /// Keeps a summary that came after the close. What was in the picture stays as it was.
    pub fn receive_late(&mut self, summary: &Summary, hash: &str) {
        let Summary { id, revision, .. } = summary;
        self.late.insert(id.clone(), Late { id: id.clone(), revision: *revision, hash: hash.to_owned() });
        self.changed = true;
    }
}

impl Writing<'_> {
    /// The urn of a round.
    pub async fn urn(&mut self, round: &RoundId) -> Result<Urn, Failure> {
        urn(&mut self.transaction, &self.district.id, round).await
    }

    /// Puts an urn back if something was added; says whether it was.
    pub async fn put_back(&mut self, round: &RoundId, urn: &Urn) -> Result<bool, Failure> {
        if !urn.changed {
            return Ok(false);
        }
        sqlx::query(
            "INSERT INTO urns (district_id, round_id, received, late) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (district_id, round_id) DO UPDATE SET received = excluded.received, late = excluded.late",
        )
        .bind(&self.district.id)
        .bind(round.as_str())
        .bind(text(&urn.received))
        .bind(text(&urn.late))
        .execute(&mut *self.transaction)
        .await?;
        Ok(true)
    }
}

/// The urn of a round; an empty one when nothing has arrived.
pub async fn urn(connection: &mut AnyConnection, district_id: &str, round: &RoundId) -> Result<Urn, Failure> {
    let row = sqlx::query("SELECT received, late FROM urns WHERE district_id = $1 AND round_id = $2")
        .bind(district_id)
        .bind(round.as_str())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(Urn::default()) };
    let (received, late): (String, String) = (row.try_get(0)?, row.try_get(1)?);
    let received: Vec<Summary> = read(&received, "urns.received")?;
    let late: Vec<Late> = read(&late, "urns.late")?;
    Ok(Urn {
        received: received.into_iter().map(|summary| (summary.id.clone(), summary)).collect(),
        late: late.into_iter().map(|late| (late.id.clone(), late)).collect(),
        changed: false,
    })
}

/// In the order of the ids.
fn text<T: Serialize>(by_id: &BTreeMap<SummaryId, T>) -> String {
    write(&by_id.values().collect::<Vec<_>>())
}

fn read<T: DeserializeOwned>(text: &str, what: &'static str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|cause| Failure::Spoiled { what, cause })
}
