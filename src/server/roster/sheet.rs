//! Rooms row by row: the five-column spreadsheet of a district with nothing else, and rooms typed on a screen.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::{RoomId, SchoolId};
use domain::roster::{GradeBand, Room, Roster, School, SubjectArea, Tags, normalised};
use domain::text::Name;
use protocol::roster::TypedRooms;

use super::export::Held;
use super::offered::File;
use super::patterns::Tag;
use super::rooms::Gathering;
use super::table::{Column, Row, Table, grid, plain};
use super::{Choices, Effect, Fault, Patterns, Refused, What};

/// The most rows of a spreadsheet.
pub const MOST_ROWS: usize = 100_000;
/// The most columns that are looked at.
pub const MOST_COLUMNS: usize = 26;
/// Rows above the column names: a title, a date, a blank line.
const MOST_ABOVE: usize = 10;

const SCHOOL: [&str; 4] = ["School", "School name", "Escuela", "Nombre de la escuela"];
const ROOM: [&str; 6] = ["Room", "Room number", "Location", "Salón", "Salon", "Aula"];
const GRADES: [&str; 8] =
    ["Grade band", "Grade bands", "Grades", "Grade", "Grade level", "Banda de grados", "Grados", "Grado"];
const SUBJECTS: [&str; 6] = ["Subject area", "Subject", "Subjects", "Subject areas", "Materia", "Materias"];
const PROGRAMMES: [&str; 8] = [
    "Programme/course access",
    "Program/course access",
    "Programme",
    "Program",
    "Programs",
    "Course access",
    "Programa/acceso a cursos",
    "Programa",
];
const DISTRICT: [&str; 2] = ["District", "Distrito"];

/// Rooms, row by row.
pub struct Sheet {
    table: Table,
    faults: Vec<Fault>,
    /// What becomes of the rooms that are held and not in it.
    pub others: Others,
    district: Option<String>,
}

/// What becomes of the rooms that are held and not in a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Others {
    /// The sheet is the whole roster: they are no longer in use.
    Retire,
    /// They stay, except these.
    StayExcept(Vec<RoomId>),
}

/// A sheet as CSV.
pub fn of_csv(file: &File) -> Result<Sheet, Refused> {
    let rows = grid(&file.name, &file.bytes)?.collect::<Result<Vec<Row>, Refused>>()?;
    if rows.len() > MOST_ROWS {
        return Err(Refused::TooManyRows { file: file.name.to_string(), most: MOST_ROWS });
    }
    of_rows(&file.name, rows)
}

/// A sheet as rows, of which one of the first names the columns.
pub fn of_rows(file: &Arc<str>, rows: Vec<Row>) -> Result<Sheet, Refused> {
    let names_columns = |row: &Row| {
        let has = |names: &[&str]| row.cells().any(|cell| names.iter().any(|name| plain(name) == plain(cell)));
        has(&SCHOOL) && has(&ROOM)
    };
    // Without such a row the first is taken, and what is missing in it is said.
    let above = rows.iter().take(MOST_ABOVE).position(names_columns).unwrap_or_default();
    let mut faults = Vec::new();
    let table = Table::of(file, rows.into_iter().skip(above).map(Ok), &mut faults)?;
    if table.has(&["sourcedId"]) {
        return Err(Refused::OneFileOfAnExport(file.to_string()));
    }
    Ok(Sheet { table, faults, others: Others::Retire, district: None })
}

/// Rooms typed on a screen, as a sheet.
pub fn typed(typed: &TypedRooms) -> Sheet {
    let header = [SCHOOL[0], ROOM[0], GRADES[0], SUBJECTS[0], PROGRAMMES[0]];
    let rows = typed.rooms.iter().zip(1..).map(|(room, number)| {
        let cells = [&room.school, &room.room, &room.grades, &room.subjects, &room.programmes];
        Row::of(number, cells.into_iter().map(String::as_str))
    });
    let grid = std::iter::once(Row::of(0, header.into_iter())).chain(rows).map(Ok);
    let mut faults = Vec::new();
    let table = Table::of(&Arc::from("screen"), grid, &mut faults).expect("the columns are named here");
    Sheet { table, faults, others: Others::StayExcept(typed.out_of_use.clone()), district: typed.district.clone() }
}

impl Sheet {
    /// The district and the rooms of the sheet, with what stays of those that are held.
    pub fn read(self, choices: &Choices, held: &Held, faults: &mut Vec<Fault>) -> Result<(String, Roster), Refused> {
        let Sheet { table, faults: found, others, district } = self;
        faults.extend(found);
        let columns = Columns {
            school: table.required(&SCHOOL)?,
            room: table.required(&ROOM)?,
            grades: table.column(&GRADES),
            subjects: table.column(&SUBJECTS),
            programmes: table.column(&PROGRAMMES),
        };
        let mut schools = Schools::of(&held.roster);
        let mut gathering = Gathering::default();
        for row in table.rows() {
            let mut left_out = Vec::new();
            match columns.place(row, &mut schools) {
                Ok((school, place, name)) => {
                    let tags = columns.tags(row, &choices.patterns, &mut left_out);
                    gathering.put(&school, &place, name, tags);
                }
                Err(what) => faults.push(table.fault(row.number, what, Effect::RowSkipped)),
            }
            faults.extend(left_out.into_iter().map(|what| table.fault(row.number, what, Effect::ValueLeftOut)));
        }
        let column = table.column(&DISTRICT);
        let in_table = table.rows().map(|row| row.cell(column)).find(|name| !name.is_empty());
        let mut names = [district.as_deref(), in_table, Some(held.district.as_str())].into_iter().flatten();
        let name = choices.district.clone().or_else(|| names.find_map(|name| Name::parse(name).ok()));
        let name = name.ok_or(Refused::DistrictUnnamed)?;
        Ok((name.as_str().to_owned(), roster(schools, gathering.rooms(), &others, &held.roster)))
    }
}

/// The schools and rooms in use when a sheet was taken in.
fn roster(schools: Schools, mut rooms: Vec<Room>, others: &Others, held: &Roster) -> Roster {
    if let Others::StayExcept(out_of_use) = others {
        let of_sheet: Vec<RoomId> = rooms.iter().map(|room| room.id.clone()).collect();
        let stays = |room: &&Room| room.active && !of_sheet.contains(&room.id) && !out_of_use.contains(&room.id);
        rooms.extend(held.rooms.iter().filter(stays).cloned());
    }
    let mut with_rooms: BTreeMap<SchoolId, School> =
        schools.0.into_values().map(|school| (school.id.clone(), school)).collect();
    if *others == Others::Retire {
        with_rooms.retain(|id, _| rooms.iter().any(|room| room.school == *id));
    }
    Roster { schools: with_rooms.into_values().collect(), rooms }
}

/// Schools by the letters of their names. One that is held keeps its identity, whatever roster it came with.
struct Schools(BTreeMap<String, School>);

impl Schools {
    fn of(held: &Roster) -> Schools {
        // The first of several of one name: the newest roster's stand first.
        let named = held.schools.iter().rev().map(|school| (plain(&school.name), school.clone()));
        Schools(named.collect())
    }

    fn called(&mut self, name: &Name) -> SchoolId {
        let plain = plain(name.as_str());
        let fresh = || School { id: SchoolId::from_roster(&format!("named {plain}")), name: name.as_str().to_owned() };
        self.0.entry(plain.clone()).or_insert_with(fresh).id.clone()
    }
}

struct Columns {
    school: Column,
    room: Column,
    grades: Column,
    subjects: Column,
    programmes: Column,
}

impl Columns {
    /// School, place and name of a row's room.
    fn place(&self, row: &Row, schools: &mut Schools) -> Result<(SchoolId, String, String), What> {
        let name = |column: Column| match row.cell(column) {
            "" => Err(What::Blank(column.name)),
            cell => {
                Name::parse(cell).map_err(|cause| What::NotAName { column: column.name, value: cell.to_owned(), cause })
            }
        };
        let (school, room) = (name(self.school)?, name(self.room)?);
        let place = normalised(room.as_str());
        let place = place.ok_or_else(|| What::Unknown { column: self.room.name, value: room.as_str().to_owned() })?;
        Ok((schools.called(&school), place, room.as_str().to_owned()))
    }

    fn tags(&self, row: &Row, patterns: &Patterns, left_out: &mut Vec<What>) -> Tags {
        let mut tags = Tags::default();
        for written in row.list(self.grades) {
            match GradeBand::of_grades(written) {
                Some(bands) => tags.grade_bands.extend(bands),
                None => left_out.push(What::Unknown { column: self.grades.name, value: written.to_owned() }),
            }
        }
        tags.subject_areas = row.list(self.subjects).filter_map(SubjectArea::of_subject).collect();
        for written in row.list(self.programmes).flat_map(|written| written.split('/')).map(str::trim) {
            let before = tags.clone();
            match Tag::named(written) {
                Some(tag) => tag.add_to(&mut tags),
                None => patterns.add(written, written, &mut tags),
            }
            let none = matches!(plain(written).as_str(), "" | "none" | "ninguno" | "no" | "na");
            if tags == before && Tag::named(written).is_none() && !none {
                left_out.push(What::Unknown { column: self.programmes.name, value: written.to_owned() });
            }
        }
        tags
    }
}
