//! The act of importing: all of an export or nothing of it.

use std::path::Path;

use domain::roster::Roster;

use super::{Difference, Export, Files, Refused};
use crate::store::{Failure, Store};

/// Whether an import is only looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Say what would change.
    DryRun,
    /// Change it.
    Import,
}

/// An import that was made, or looked at. It prints as a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Which of the two.
    pub act: Act,
    /// What the export says.
    pub export: Export,
    /// The district's name before; empty before the first import.
    pub called_before: String,
    /// What changed, or would.
    pub difference: Difference,
}

/// Why nothing was imported. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum NotImported {
    /// The export cannot be read.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The data folder holds the sample, whose doors are open to everybody on this machine.
    #[error(
        "this data folder holds the sample, whose doors stand open, and {0:?} is another district; nothing was changed: \
         choose a folder of its own with --data"
    )]
    IntoTheSample(String),
    /// The database did not take it.
    #[error("{0}; nothing was changed")]
    Store(#[from] Failure),
}

/// Imports the OneRoster export in `folder`. Rows with faults are skipped and said; whatever else is wrong refuses the
/// whole. A sample stays a sample.
pub async fn import(folder: &Path, store: &Store, act: Act) -> Result<Imported, NotImported> {
    import_files(&Files::in_folder(folder)?, store, act).await
}

/// The same with files that are at hand.
pub async fn import_files(files: &Files, store: &Store, act: Act) -> Result<Imported, NotImported> {
    let export = Export::read(files)?;
    let held = store.district().await?;
    if held.sample && held.has_roster() && held.name != export.district {
        return Err(NotImported::IntoTheSample(export.district));
    }
    let called_before = held.name;
    let difference = Difference::between(&store.roster().await?, &export.roster);
    if act == Act::Import {
        store.import(&export.district, &export.roster).await?;
    }
    Ok(Imported { act, export, called_before, difference })
}

/// Says what the first import of the export in `folder` would take in, where nothing is kept yet.
pub fn look_at_first(folder: &Path) -> Result<Imported, NotImported> {
    let export = Export::read(&Files::in_folder(folder)?)?;
    let difference = Difference::between(&Roster::default(), &export.roster);
    Ok(Imported { act: Act::DryRun, export, called_before: String::new(), difference })
}
