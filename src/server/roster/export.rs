//! A whole export: the district's name, its schools and rooms, and everything that is wrong with it.

use domain::roster::Roster;

use super::difference::in_order;
use super::files::{CLASSES, COURSES, MANIFEST, ORGS, SESSIONS};
use super::table::Table;
use super::{Fault, Files, Refused, classes, orgs, rooms};

/// What an export says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The district's name.
    pub district: String,
    /// The version of OneRoster that the manifest names, if there is a manifest.
    pub version: Option<String>,
    /// Schools and rooms in use; schools by name, rooms by school and name.
    pub roster: Roster,
    /// What is wrong with single rows, file by file.
    pub faults: Vec<Fault>,
}

impl Export {
    /// Reads an export. The same files give the same export, whatever the order of their rows and columns.
    pub fn read(files: &Files) -> Result<Export, Refused> {
        let mut faults = Vec::new();
        let version = files.manifest.as_deref().map(|bytes| manifest(bytes, &mut faults)).transpose()?.flatten();
        let orgs = orgs::read(files.orgs.as_deref().ok_or(Refused::NoFile(ORGS))?, &mut faults)?;
        let classes = classes::read(files, &orgs, &mut faults)?;
        let rooms = rooms::gather(classes, &mut faults);
        if rooms.is_empty() {
            return Err(Refused::NoRoom);
        }
        let roster = in_order(Roster { schools: orgs.schools.into_values().collect(), rooms });
        Ok(Export { district: orgs.district, version, roster, faults })
    }
}

/// The version that the manifest names. An export of changes alone is refused: what it leaves out would seem gone.
fn manifest(bytes: &[u8], faults: &mut Vec<Fault>) -> Result<Option<String>, Refused> {
    let table = Table::read(MANIFEST, bytes, faults)?;
    let (name, value) = (table.required(&["propertyName"])?, table.required(&["value"])?);
    let property = |wanted: &str| table.rows().find(|row| row.cell(name).eq_ignore_ascii_case(wanted));
    for file in [ORGS, CLASSES, COURSES, SESSIONS] {
        let about = format!("file.{}", file.trim_end_matches(".csv"));
        if property(&about).is_some_and(|row| row.cell(value).eq_ignore_ascii_case("delta")) {
            return Err(Refused::Delta(file));
        }
    }
    Ok(property("oneroster.version").map(|row| row.cell(value).to_owned()))
}
