//! Which terms are in use, and whose school year is over.

use std::collections::BTreeMap;

use domain::time::Day;

use super::dates;
use super::names::SESSIONS;
use super::offered::File;
use super::table::{Ids, Table, is_active};
use super::{Effect, Fault, Refused, What};

/// How far up a term is followed: a grading period in a term in a semester in a year, and parents may run in a circle.
const MOST_STEPS: usize = 8;

/// What `academicSessions.csv` says.
pub struct Sessions(BTreeMap<String, Session>);

struct Session {
    active: bool,
    ends: Option<Day>,
    parent: String,
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Its classes meet, or will.
    InUse,
    /// The export says that it is no longer in use.
    Deleted,
    /// The school year that it belongs to ended before the day of reading.
    Over,
}

impl Sessions {
    /// Reads the file.
    pub fn read(file: &File, faults: &mut Vec<Fault>) -> Result<Sessions, Refused> {
        let table = Table::read(file, faults)?;
        let (id, status) = (table.required(&["sourcedId"])?, table.column(&["status"]));
        let (ends, parent) = (table.column(&["endDate"]), table.column(&["parentSourcedId"]));
        let (mut sessions, mut rows, mut ids) = (BTreeMap::new(), Vec::new(), Ids::default());
        for row in table.rows() {
            let (id, active) = match ids.new_id(row, id).and_then(|id| Ok((id, is_active(row.cell(status))?))) {
                Ok(read) => read,
                Err(what) => {
                    faults.push(table.fault(row.number, what, Effect::RowSkipped));
                    continue;
                }
            };
            let written = row.cell(ends);
            let day = dates::parse(written);
            if day.is_none() && !written.is_empty() {
                let what = What::NotADay { column: ends.name, value: written.to_owned() };
                faults.push(table.fault(row.number, what, Effect::ValueLeftOut));
            }
            let parent = row.cell(parent).to_owned();
            rows.push((row.number, parent.clone()));
            sessions.insert(id, Session { active, ends: day, parent });
        }
        for (row, value) in rows {
            if !value.is_empty() && !sessions.contains_key(&value) {
                let what = What::Dangling { column: parent.name, value, file: SESSIONS };
                faults.push(table.fault(row, what, Effect::ValueLeftOut));
            }
        }
        Ok(Sessions(sessions))
    }

    /// What the term is on a day; nothing for one that is not there.
    pub fn term(&self, id: &str, today: Day) -> Option<Term> {
        let session = self.0.get(id)?;
        if !session.active {
            return Some(Term::Deleted);
        }
        // A term that ended may be followed by another of the same year, in the same rooms.
        let above = std::iter::successors(Some(session), |session| self.0.get(&session.parent)).take(MOST_STEPS);
        let ends = above.filter_map(|session| session.ends).max();
        Some(if ends.is_some_and(|ends| ends < today) { Term::Over } else { Term::InUse })
    }
}
