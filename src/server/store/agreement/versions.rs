//! The agreement that is in force, and those before it.

use domain::agreement::Agreement;
use domain::time::Day;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use crate::store::column::{of_text, word};
use crate::store::writing::Writing;
use crate::store::{Failure, Store};

/// The terms in force, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// The terms.
    pub agreement: Agreement,
    /// Since when; nothing while they are those that Noticeboard begins with.
    pub version: Option<Version>,
}

/// An agreement that is, or was, in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// First, second and so on.
    pub number: i64,
    /// Its terms.
    pub agreement: Agreement,
    /// The day on which a staff representative signed it, or on which an administrator put it in force, before there
    /// were signatures.
    pub since: Day,
    /// The day on which the district lead drafted it; nothing where nobody signed it.
    pub drafted: Option<Day>,
}

impl InForce {
    /// Whether the staff's representative signed it. No round closes under one that nobody signed.
    pub fn is_signed(&self) -> bool {
        self.version.as_ref().is_some_and(|version| version.drafted.is_some())
    }
}

impl Store {
    /// The agreement in force.
    pub async fn agreement(&self) -> Result<InForce, Failure> {
        in_force(&mut *self.pool().acquire().await?, self.district_id()).await
    }

    /// Every agreement that is or was in force, oldest first.
    pub async fn agreement_versions(&self) -> Result<Vec<Version>, Failure> {
        versions(&mut *self.pool().acquire().await?, self.district_id()).await
    }
}

impl Writing<'_> {
    /// The agreement in force.
    pub async fn agreement_in_force(&mut self) -> Result<InForce, Failure> {
        in_force(&mut self.transaction, &self.district.id).await
    }

    /// Every agreement that a plan may keep: those that are or were in force, and the terms that Noticeboard begins with,
    /// because a plan may have been made offline before the first was signed. Until one is, also those that it began
    /// with before there were signatures.
    pub async fn agreed(&mut self) -> Result<Vec<Agreement>, Failure> {
        let versions = versions(&mut self.transaction, &self.district.id).await?;
        let none_signed = versions.iter().all(|version| version.drafted.is_none());
        let began_with = [Agreement::default()].into_iter().chain(none_signed.then(Agreement::before_signatures));
        Ok(versions.into_iter().map(|version| version.agreement).chain(began_with).collect())
    }
}

const COLUMNS: &str = "SELECT number, body, since, drafted FROM agreements WHERE district_id = $1 ORDER BY number";

async fn versions(connection: &mut AnyConnection, district_id: &str) -> Result<Vec<Version>, Failure> {
    let rows = sqlx::query(COLUMNS).bind(district_id).fetch_all(connection).await?;
    rows.iter().map(version).collect()
}

async fn in_force(connection: &mut AnyConnection, district_id: &str) -> Result<InForce, Failure> {
    let version = versions(connection, district_id).await?.pop();
    let agreement = version.as_ref().map(|version| version.agreement.clone()).unwrap_or_default();
    Ok(InForce { agreement, version })
}

fn version(row: &AnyRow) -> Result<Version, Failure> {
    let drafted: String = row.try_get(3)?;
    Ok(Version {
        number: row.try_get(0)?,
        agreement: read(row.try_get(1)?)?,
        since: word(row, 2, "agreements.since")?,
        drafted: if drafted.is_empty() { None } else { Some(of_text(drafted, "agreements.drafted")?) },
    })
}

/// Reads the terms of a column.
pub(super) fn read(body: String) -> Result<Agreement, Failure> {
    serde_json::from_str(&body).map_err(|cause| Failure::Spoiled { what: "agreements.body", cause })
}
