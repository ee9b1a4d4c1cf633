//! All that a roster says: the district's name, its schools and rooms, and everything that is wrong with it.

use std::collections::BTreeMap;

use domain::ids::SchoolId;
use domain::roster::Roster;
use protocol::roster::RosterForm;

use super::choices::WithoutLocation;
use super::names::{CLASSES, COURSES, ENROLLMENTS, ORGS, SESSIONS, can_be, file_name};
use super::offered::{File, Files};
use super::sheet::Others;
use super::table::Table;
use super::{Choices, Effect, Fault, Offered, Refused, What, classes, orgs, rooms, teachers};

/// Faults that are said of a roster without any room.
const SAID_OF_NOTHING: usize = 5;

/// What a roster says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The district's name.
    pub district: String,
    /// What it was read from.
    pub form: RosterForm,
    /// Schools and rooms in use; schools by name, rooms by school and name.
    pub roster: Roster,
    /// What is wrong, file by file.
    pub faults: Vec<Fault>,
}

/// What a district's server holds while a roster is read.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// The district's name; empty before the first import.
    pub district: String,
    /// Its schools and rooms, in use or not.
    pub roster: Roster,
}

impl Export {
    /// Reads a roster. The same content gives the same export, whatever the order of its rows and columns.
    pub fn read(offered: Offered, choices: &Choices, held: &Held) -> Result<Export, Refused> {
        let mut faults = Vec::new();
        let (form, district, roster) = match offered {
            Offered::Export(files) => files_of_an_export(*files, choices, &mut faults)?,
            Offered::Sheet(sheet) => {
                let whole = sheet.others == Others::Retire;
                let (district, roster) = sheet.read(choices, held, &mut faults)?;
                (if whole { RosterForm::Spreadsheet } else { RosterForm::Typed }, district, roster)
            }
        };
        if roster.rooms.is_empty() {
            faults.truncate(SAID_OF_NOTHING);
            return Err(Refused::NoRoom(faults));
        }
        Ok(Export { district, form, roster: in_order(roster), faults })
    }
}

fn files_of_an_export(
    mut files: Files,
    choices: &Choices,
    faults: &mut Vec<Fault>,
) -> Result<(RosterForm, String, Roster), Refused> {
    let missing = |file| Refused::NoFile { file, there: files.there.clone() };
    let version = files.manifest.as_ref().map(|file| manifest(file, &files, faults)).transpose()?.flatten();
    let orgs_file = files.orgs.as_ref().ok_or_else(|| missing(ORGS))?;
    let classes_file = files.classes.as_ref().ok_or_else(|| missing(CLASSES))?;
    let by_name =
        [(&files.orgs, ORGS), (&files.classes, CLASSES), (&files.courses, COURSES), (&files.sessions, SESSIONS)];
    for (file, canonical) in by_name {
        let otherwise = |file: &&File| file_name(&file.name).is_none_or(|name| !name.eq_ignore_ascii_case(canonical));
        if let Some(file) = file.as_ref().filter(otherwise) {
            faults.push(Fault::of_file(file, What::CalledOtherwise(canonical)));
        }
    }
    let orgs = orgs::read(orgs_file, faults)?;
    let classes = classes::read(classes_file, &files, &orgs, choices, faults)?;
    let classes_name = classes_file.name.clone();
    let teachers = match choices.without_location {
        WithoutLocation::EachByItself => BTreeMap::new(),
        WithoutLocation::GroupedByTeacher => {
            let teachers = teachers::by_class(files.enrollments.take().ok_or(Refused::NoEnrollments)?)?;
            let without = |class: &&classes::Class| {
                domain::roster::normalised(&class.location).is_none() && !teachers.contains_key(&class.sourced_id)
            };
            let count = classes.iter().filter(without).count();
            if count > 0 {
                let what = What::WithoutTeacher(count);
                faults.push(Fault { file: classes_name.clone(), row: None, what, effect: Effect::OnlySaid });
            }
            teachers
        }
    };
    let rooms = rooms::gather(classes, &teachers, &classes_name, faults);
    let roster = Roster { schools: orgs.schools.into_values().collect(), rooms };
    Ok((RosterForm::OneRoster { version }, orgs.district, roster))
}

/// The version that the manifest names. An export of changes alone is refused: what it leaves out would seem gone.
fn manifest(file: &File, files: &Files, faults: &mut Vec<Fault>) -> Result<Option<String>, Refused> {
    let table = Table::read(file, faults)?;
    let (name, value) = (table.required(&["propertyName"])?, table.required(&["value"])?);
    let property = |wanted: &str| table.rows().find(|row| row.cell(name).eq_ignore_ascii_case(wanted));
    for canonical in [ORGS, CLASSES, COURSES, SESSIONS, ENROLLMENTS] {
        let about = format!("file.{}", canonical.trim_end_matches(".csv"));
        let Some(row) = property(&about) else { continue };
        let is_there = files.there.iter().filter_map(|path| file_name(path)).any(|name| can_be(name, canonical));
        let (what, effect) = match (row.cell(value).to_lowercase().as_str(), is_there) {
            ("delta", _) if canonical != ENROLLMENTS => return Err(Refused::Delta(canonical)),
            // People are not looked for, whatever the manifest says of them.
            _ if canonical == ENROLLMENTS => continue,
            ("bulk", true) | ("absent", false) => continue,
            ("bulk", false) => (What::NotThere(canonical), Effect::OnlySaid),
            ("absent", true) => (What::ThereAfterAll(canonical), Effect::OnlySaid),
            (_, _) => {
                let value = row.cell(value).to_owned();
                (What::Unknown { column: "value", value }, Effect::ValueLeftOut)
            }
        };
        faults.push(table.fault(row.number, what, effect));
    }
    let Some(row) = property("oneroster.version") else { return Ok(None) };
    let version = row.cell(value);
    // Spreadsheets make 1.10 and 1.2.0 of it.
    let numbers = version.trim_start_matches(['v', 'V']);
    if !["1.0", "1.1", "1.2"].iter().any(|known| numbers == *known || numbers.starts_with(&format!("{known}."))) {
        faults.push(table.fault(row.number, What::Version(version.to_owned()), Effect::OnlySaid));
    }
    Ok(Some(numbers.chars().take(20).collect()))
}

/// Schools by name, rooms by school and name; Room 2 comes before Room 10.
fn in_order(mut roster: Roster) -> Roster {
    roster.schools.sort_by(|left, right| natural(&left.name).cmp(&natural(&right.name)).then(left.id.cmp(&right.id)));
    let places: BTreeMap<&SchoolId, usize> =
        roster.schools.iter().enumerate().map(|(place, school)| (&school.id, place)).collect();
    roster.rooms.sort_by_cached_key(|room| (places.get(&room.school).copied(), natural(&room.name), room.id.clone()));
    roster
}

/// A part of a name: numbers are compared by what they count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u64),
    Words(String),
}

fn natural(name: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(match part.parse() {
            Ok(number) => Part::Number(number),
            Err(_) => Part::Words(part.to_lowercase()),
        });
        rest = after;
    }
    parts
}
