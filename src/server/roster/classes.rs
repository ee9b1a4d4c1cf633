//! What the timetable says of each class: its school, its place, and its tags.

use std::collections::BTreeMap;

use domain::ids::SchoolId;
use domain::roster::Tags;

use super::files::{CLASSES, COURSES, ORGS, SESSIONS};
use super::orgs::Orgs;
use super::table::{Column, Ids, Row, Table, is_active};
use super::tags::{TagColumns, with_course};
use super::{Effect, Fault, Files, Refused, What};

/// A class in use.
pub struct Class {
    /// Its line in the file.
    pub row: u64,
    /// Its identifier in the export.
    pub sourced_id: String,
    /// Its school.
    pub school: SchoolId,
    /// Where it meets, as the export writes it; may be blank.
    pub location: String,
    /// Its code; may be blank.
    pub code: String,
    /// What the timetable says of it.
    pub tags: Tags,
}

/// Reads the classes in use, with what `courses.csv` and `academicSessions.csv` say of them where these are there.
pub fn read(files: &Files, orgs: &Orgs, faults: &mut Vec<Fault>) -> Result<Vec<Class>, Refused> {
    let bytes = files.classes.as_deref().ok_or(Refused::NoFile(CLASSES))?;
    let known = Known {
        orgs,
        courses: files.courses.as_deref().map(|bytes| courses(bytes, faults)).transpose()?,
        sessions: files.sessions.as_deref().map(|bytes| sessions(bytes, faults)).transpose()?,
    };
    let table = Table::read(CLASSES, bytes, faults)?;
    let columns = Columns {
        id: table.required(&["sourcedId"])?,
        // Second names are those of Microsoft's School Data Sync.
        school: table.required(&["schoolSourcedId", "orgSourcedId"])?,
        status: table.column(&["status"]),
        tags: TagColumns::of(&table, &["classCode"]),
        location: table.column(&["location"]),
        course: table.column(&["courseSourcedId"]),
        terms: table.column(&["termSourcedIds", "sessionSourcedIds"]),
    };
    let (mut classes, mut ids) = (Vec::new(), Ids::default());
    for row in table.rows() {
        let mut left_out = Vec::new();
        let fault = |what, effect| Fault { file: CLASSES, row: row.number, what, effect };
        match columns.class(row, &mut ids, &known, &mut left_out) {
            Ok(class) => classes.extend(class),
            Err(what) => faults.push(fault(what, Effect::RowSkipped)),
        }
        faults.extend(left_out.into_iter().map(|what| fault(what, Effect::ValueLeftOut)));
    }
    Ok(classes)
}

/// What a class can refer to. Of a file that is not there nothing is known, and nothing dangles.
struct Known<'export> {
    orgs: &'export Orgs,
    /// The tags of each course.
    courses: Option<BTreeMap<String, Tags>>,
    /// Whether each term or year is in use.
    sessions: Option<BTreeMap<String, bool>>,
}

struct Columns {
    id: Column,
    school: Column,
    status: Column,
    tags: TagColumns,
    location: Column,
    course: Column,
    terms: Column,
}

impl Columns {
    /// The class in a row; nothing when it is not in use.
    fn class(&self, row: &Row, ids: &mut Ids, known: &Known, left_out: &mut Vec<What>) -> Result<Option<Class>, What> {
        let sourced_id = ids.new_id(row, self.id)?;
        let (active, school) = (is_active(row.cell(self.status))?, row.cell(self.school));
        if !active || known.orgs.inactive.contains(school) || self.has_ended(row, known, left_out) {
            return Ok(None);
        }
        if school.is_empty() {
            return Err(What::Blank(self.school.name));
        }
        let dangling = || What::Dangling { column: self.school.name, value: school.to_owned(), file: ORGS };
        let school = known.orgs.schools.get(school).ok_or_else(dangling)?;
        Ok(Some(Class {
            row: row.number,
            sourced_id,
            school: school.id.clone(),
            location: row.cell(self.location).to_owned(),
            code: self.tags.code(row).to_owned(),
            tags: self.tags_of(row, known, left_out),
        }))
    }

    fn tags_of(&self, row: &Row, known: &Known, left_out: &mut Vec<What>) -> Tags {
        let (tags, course) = (self.tags.tags(row, left_out), row.cell(self.course));
        let (Some(courses), false) = (&known.courses, course.is_empty()) else { return tags };
        if let Some(of_course) = courses.get(course) {
            return with_course(tags, of_course.clone());
        }
        left_out.push(What::Dangling { column: self.course.name, value: course.to_owned(), file: COURSES });
        tags
    }

    /// Whether the row names terms and none of them is in use.
    fn has_ended(&self, row: &Row, known: &Known, left_out: &mut Vec<What>) -> bool {
        let Some(sessions) = &known.sessions else { return false };
        let mut in_use = Vec::new();
        for term in row.list(self.terms) {
            match sessions.get(term) {
                Some(active) => in_use.push(*active),
                None => {
                    left_out.push(What::Dangling { column: self.terms.name, value: term.to_owned(), file: SESSIONS })
                }
            }
        }
        !in_use.is_empty() && !in_use.contains(&true)
    }
}

/// The tags of each course. A course that is no longer offered still says what its last classes are about.
fn courses(bytes: &[u8], faults: &mut Vec<Fault>) -> Result<BTreeMap<String, Tags>, Refused> {
    let table = Table::read(COURSES, bytes, faults)?;
    let (id, columns) = (table.required(&["sourcedId"])?, TagColumns::of(&table, &["courseCode", "code"]));
    let (mut courses, mut ids) = (BTreeMap::new(), Ids::default());
    for row in table.rows() {
        let fault = |what, effect| Fault { file: COURSES, row: row.number, what, effect };
        let mut left_out = Vec::new();
        match ids.new_id(row, id) {
            Ok(id) => {
                courses.insert(id, columns.tags(row, &mut left_out));
            }
            Err(what) => faults.push(fault(what, Effect::RowSkipped)),
        }
        faults.extend(left_out.into_iter().map(|what| fault(what, Effect::ValueLeftOut)));
    }
    Ok(courses)
}

/// Whether each term or year is in use.
fn sessions(bytes: &[u8], faults: &mut Vec<Fault>) -> Result<BTreeMap<String, bool>, Refused> {
    let table = Table::read(SESSIONS, bytes, faults)?;
    let (id, status) = (table.required(&["sourcedId"])?, table.column(&["status"]));
    let (mut sessions, mut ids) = (BTreeMap::new(), Ids::default());
    for row in table.rows() {
        match ids.new_id(row, id).and_then(|id| Ok((id, is_active(row.cell(status))?))) {
            Ok((id, active)) => {
                sessions.insert(id, active);
            }
            Err(what) => faults.push(Fault { file: SESSIONS, row: row.number, what, effect: Effect::RowSkipped }),
        }
    }
    Ok(sessions)
}
