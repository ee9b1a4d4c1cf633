//! What the timetable says of each class: its school, its place, and its tags.

use std::collections::BTreeMap;

use domain::ids::SchoolId;
use domain::roster::Tags;

use super::names::{COURSES, ORGS, SESSIONS};
use super::offered::{File, Files};
use super::orgs::Orgs;
use super::sessions::{Sessions, Term};
use super::table::{Column, Ids, Row, Table, is_active};
use super::tags::{TagColumns, with_course};
use super::{Choices, Effect, Fault, Patterns, Refused, What};

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
    /// Whether it is of a school year that is over.
    over: bool,
}

/// Reads the classes in use, with what `courses.csv` and `academicSessions.csv` say of them where these are there.
pub fn read(
    file: &File,
    files: &Files,
    orgs: &Orgs,
    choices: &Choices,
    faults: &mut Vec<Fault>,
) -> Result<Vec<Class>, Refused> {
    let known = Known {
        orgs,
        courses: files.courses.as_ref().map(|file| courses(file, &choices.patterns, faults)).transpose()?,
        sessions: files.sessions.as_ref().map(|file| Sessions::read(file, faults)).transpose()?,
        choices,
    };
    let table = Table::read(file, faults)?;
    let columns = Columns {
        id: table.required(&["sourcedId"])?,
        // Second names are those of Microsoft's School Data Sync.
        school: table.required(&["schoolSourcedId", "orgSourcedId"])?,
        status: table.column(&["status"]),
        tags: TagColumns::of(&table, &["classCode"]),
        location: table.column(&["location"]),
        course: table.column(&["courseSourcedId"]),
        terms: table.column(&["termSourcedIds", "termSourcedId", "sessionSourcedIds"]),
    };
    let (mut classes, mut ids) = (Vec::new(), Ids::default());
    for row in table.rows() {
        let mut left_out = Vec::new();
        match columns.class(row, &mut ids, &known, &mut left_out) {
            Ok(class) => classes.extend(class),
            Err(what) => faults.push(table.fault(row.number, what, Effect::RowSkipped)),
        }
        faults.extend(left_out.into_iter().map(|what| table.fault(row.number, what, Effect::ValueLeftOut)));
    }
    if classes.iter().any(|class| !class.over) {
        classes.retain(|class| !class.over);
    } else if !classes.is_empty() {
        // In summer, or when the dates are wrong, last year's rooms are better than none.
        faults.push(Fault::of_file(file, What::AllOver(choices.today)));
    }
    Ok(classes)
}

/// What a class can refer to. Of a file that is not there nothing is known, and nothing dangles.
struct Known<'export> {
    orgs: &'export Orgs,
    /// The tags of each course.
    courses: Option<BTreeMap<String, Tags>>,
    sessions: Option<Sessions>,
    choices: &'export Choices,
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
        if !active || known.orgs.inactive.contains(school) {
            return Ok(None);
        }
        let term = self.term(row, known, left_out);
        if term == Term::Deleted {
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
            over: term == Term::Over,
        }))
    }

    fn tags_of(&self, row: &Row, known: &Known, left_out: &mut Vec<What>) -> Tags {
        let (tags, course) = (self.tags.tags(row, &known.choices.patterns, left_out), row.cell(self.course));
        let (Some(courses), false) = (&known.courses, course.is_empty()) else { return tags };
        if let Some(of_course) = courses.get(course) {
            return with_course(tags, of_course.clone());
        }
        left_out.push(What::Dangling { column: self.course.name, value: course.to_owned(), file: COURSES });
        tags
    }

    /// The best that is to be said of the terms that a row names; a row that names none goes on.
    fn term(&self, row: &Row, known: &Known, left_out: &mut Vec<What>) -> Term {
        let Some(sessions) = &known.sessions else { return Term::InUse };
        let mut terms = Vec::new();
        for id in row.list(self.terms) {
            match sessions.term(id, known.choices.today) {
                Some(term) => terms.push(term),
                None => left_out.push(What::Dangling { column: self.terms.name, value: id.to_owned(), file: SESSIONS }),
            }
        }
        let better = [Term::InUse, Term::Over, Term::Deleted];
        better.into_iter().find(|term| terms.contains(term)).unwrap_or(Term::InUse)
    }
}

/// The tags of each course. A course that is no longer offered still says what its last classes are about.
fn courses(file: &File, patterns: &Patterns, faults: &mut Vec<Fault>) -> Result<BTreeMap<String, Tags>, Refused> {
    let table = Table::read(file, faults)?;
    let (id, columns) = (table.required(&["sourcedId"])?, TagColumns::of(&table, &["courseCode", "code"]));
    let (mut courses, mut ids) = (BTreeMap::new(), Ids::default());
    for row in table.rows() {
        let mut left_out = Vec::new();
        match ids.new_id(row, id) {
            Ok(id) => {
                courses.insert(id, columns.tags(row, patterns, &mut left_out));
            }
            Err(what) => faults.push(table.fault(row.number, what, Effect::RowSkipped)),
        }
        faults.extend(left_out.into_iter().map(|what| table.fault(row.number, what, Effect::ValueLeftOut)));
    }
    Ok(courses)
}
