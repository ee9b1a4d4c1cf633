//! The two steps of an import: a look, and then all of what was looked at or nothing of it.

use domain::change::{hash, write};
use domain::roster::{Difference, Roster, School};
use protocol::roster::{RosterAnswer, RosterConfirmation};

use super::export::Held;
use super::report::both;
use super::{Choices, Export, Offered, Refused};
use crate::store::{Failure, Store};

/// A roster that was looked at. It prints as a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// What the roster says.
    pub export: Export,
    /// The district's name before; empty before the first import.
    pub called_before: String,
    /// What an import changes.
    pub difference: Difference,
    /// Whether it was imported.
    pub imported: bool,
    /// Schools that are held, for the names of those that the roster does not have.
    pub(super) held_schools: Vec<School>,
    /// The number of imports before this one.
    revision: u32,
}

/// Whether more than a fifth of the rooms may be retired at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retiring {
    /// No: a wrong file would do that.
    AFifthAtMost,
    /// Yes, somebody said so.
    AsManyAsItTakes,
}

/// Why nothing was imported. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum NotImported {
    /// It cannot be read as a roster.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The data folder holds the sample, whose doors are open to everybody on this machine.
    #[error(
        "this data folder holds the sample, whose doors stand open, and {0:?} is another district; nothing was changed: \
         choose a folder of its own with --data"
    )]
    IntoTheSample(String),
    /// More than a fifth of the rooms would be retired.
    #[error(
        "this roster would retire {retired} of the {held} rooms in use, more than a fifth; nothing was changed: look at \
         the report of --dry-run, and if it is right, import with --retire-many"
    )]
    RetiresMany {
        /// Rooms that would be retired.
        retired: usize,
        /// Rooms in use.
        held: usize,
    },
    /// Another import came between the look and this one.
    #[error("another roster was imported in the meantime; nothing was changed: look at this one again")]
    InTheMeantime,
    /// The database did not take it.
    #[error("{0}; nothing was changed")]
    Store(#[from] Failure),
}

/// Reads what was offered and says what an import would change. Rows with faults are skipped and said; whatever else is
/// wrong refuses the whole.
pub async fn look(offered: Offered, choices: &Choices, store: &Store) -> Result<Looked, NotImported> {
    let district = store.district().await?;
    let held = Held { district: district.name.clone(), roster: store.roster().await? };
    let export = Export::read(offered, choices, &held)?;
    if district.sample && district.has_roster() && district.name != export.district {
        return Err(NotImported::IntoTheSample(export.district));
    }
    let difference = Difference::between(&held.roster, &export.roster);
    let revision = district.roster_revision;
    Ok(Looked {
        export,
        called_before: held.district,
        difference,
        imported: false,
        held_schools: held.roster.schools,
        revision,
    })
}

impl Looked {
    /// Takes in what was looked at, if no other roster came in since.
    pub async fn import(self, retiring: Retiring, store: &Store) -> Result<Looked, NotImported> {
        if self.difference.retires_many() && retiring == Retiring::AFifthAtMost {
            let retired = self.difference.rooms_made_inactive.len();
            return Err(NotImported::RetiresMany { retired, held: self.difference.rooms_held });
        }
        let taken = store.import_after(self.revision, &self.export.district, &self.export.roster).await?;
        taken.map(|_| Looked { imported: true, ..self }).ok_or(NotImported::InTheMeantime)
    }

    /// Names this look: what is read, what is held, and so everything that an import would do. 64 hexadecimal digits.
    pub fn mark(&self) -> String {
        let Looked { export, revision, .. } = self;
        let faults: Vec<String> = export.faults.iter().map(ToString::to_string).collect();
        hash(&write(&(&export.district, &export.form, &export.roster, faults, revision)))
    }
}

/// Imports at once what is offered, for whoever needs no look before: it retires a fifth of the rooms at most.
pub async fn import(offered: Offered, choices: &Choices, store: &Store) -> Result<Looked, NotImported> {
    look(offered, choices, store).await?.import(Retiring::AFifthAtMost, store).await
}

/// What a screen is answered: without a confirmation a look; with one the import, if what was shown still is what it
/// would do. An error is the database's, or that the folder holds the sample.
pub async fn answer(
    offered: Result<(Offered, Choices), Refused>,
    confirmation: Option<&RosterConfirmation>,
    store: &Store,
) -> Result<RosterAnswer, NotImported> {
    let looked = match offered {
        Ok((offered, choices)) => look(offered, &choices, store).await,
        Err(refused) => Err(NotImported::Refused(refused)),
    };
    let looked = match looked {
        Ok(looked) => looked,
        Err(NotImported::Refused(refused)) => {
            return Ok(RosterAnswer::Refused { said: both(|language| refused.said(language)) });
        }
        Err(other) => return Err(other),
    };
    let report = looked.report();
    let Some(confirmation) = confirmation else { return Ok(RosterAnswer::Looked { report }) };
    if confirmation.shown != report.mark {
        return Ok(RosterAnswer::ShownOtherwise { report });
    }
    let allowed = confirmation.retire_many;
    let retiring = if allowed { Retiring::AsManyAsItTakes } else { Retiring::AFifthAtMost };
    match looked.import(retiring, store).await {
        Ok(_) => Ok(RosterAnswer::Imported { report }),
        Err(NotImported::RetiresMany { .. }) => Ok(RosterAnswer::RetiresMany { report }),
        Err(NotImported::InTheMeantime) => Ok(RosterAnswer::ShownOtherwise { report }),
        Err(other) => Err(other),
    }
}

/// Says what the first import would take in, where nothing is kept yet.
pub fn look_at_first(offered: Offered, choices: &Choices) -> Result<Looked, NotImported> {
    let held = Held { district: String::new(), roster: Roster::default() };
    let export = Export::read(offered, choices, &held)?;
    let difference = Difference::between(&held.roster, &export.roster);
    Ok(Looked {
        export,
        called_before: String::new(),
        difference,
        imported: false,
        held_schools: Vec::new(),
        revision: 0,
    })
}
