//! Which district an export is of, and which schools it has.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::SchoolId;
use domain::roster::School;
use domain::text::Name;

use super::names::ORGS;
use super::offered::File;
use super::table::{Column, Ids, Row, Table, is_active, plain};
use super::{Effect, Fault, Refused, What};

/// The types of organisation in OneRoster 1.1 and 1.2; of them only two say anything here.
const TYPES: [&str; 6] = ["department", "school", "district", "local", "state", "national"];

/// What `orgs.csv` says.
pub struct Orgs {
    /// The district's name.
    pub district: String,
    /// Active schools by their identifier in the export.
    pub schools: BTreeMap<String, School>,
    /// Schools that are no longer in use; that a class is of one is no fault.
    pub inactive: BTreeSet<String>,
}

struct Org {
    row: u64,
    name: Name,
    kind: String,
    parent: String,
    active: bool,
}

/// Reads `orgs.csv`.
pub fn read(file: &File, faults: &mut Vec<Fault>) -> Result<Orgs, Refused> {
    let orgs = rows(file, faults)?;
    let (active, inactive): (Vec<_>, Vec<_>) =
        orgs.iter().filter(|(_, org)| org.kind == "school").partition(|(_, org)| org.active);
    let school = |id: &str, org: &Org| School { id: SchoolId::from_roster(id), name: org.name.as_str().to_owned() };
    let schools: BTreeMap<String, School> = active.iter().map(|(id, org)| ((*id).clone(), school(id, org))).collect();
    let inactive = inactive.into_iter().map(|(id, _)| id.clone()).collect();
    Ok(Orgs { district: district(&orgs, &schools)?, schools, inactive })
}

fn rows(file: &File, faults: &mut Vec<Fault>) -> Result<BTreeMap<String, Org>, Refused> {
    let table = Table::read(file, faults)?;
    let columns = Columns {
        id: table.required(&["sourcedId"])?,
        name: table.required(&["name"])?,
        kind: table.required(&["type"])?,
        status: table.column(&["status"]),
        parent: table.column(&["parentSourcedId"]),
    };
    let (mut orgs, mut ids) = (BTreeMap::new(), Ids::default());
    for row in table.rows() {
        match columns.org(row, &mut ids) {
            Ok((id, org)) => {
                if !TYPES.contains(&org.kind.as_str()) {
                    let what = What::Unknown { column: columns.kind.name, value: row.cell(columns.kind).to_owned() };
                    faults.push(table.fault(row.number, what, Effect::ValueLeftOut));
                }
                orgs.insert(id, org);
            }
            Err(what) => faults.push(table.fault(row.number, what, Effect::RowSkipped)),
        }
    }
    for org in orgs.values() {
        if !org.parent.is_empty() && !orgs.contains_key(&org.parent) {
            let what = What::Dangling { column: columns.parent.name, value: org.parent.clone(), file: ORGS };
            faults.push(table.fault(org.row, what, Effect::ValueLeftOut));
        }
    }
    Ok(orgs)
}

struct Columns {
    id: Column,
    name: Column,
    kind: Column,
    status: Column,
    parent: Column,
}

impl Columns {
    fn org(&self, row: &Row, ids: &mut Ids) -> Result<(String, Org), What> {
        let id = ids.new_id(row, self.id)?;
        let active = is_active(row.cell(self.status))?;
        let name = row.cell(self.name);
        let name = Name::parse(name).map_err(|cause| What::NotAName {
            column: self.name.name,
            value: name.to_owned(),
            cause,
        })?;
        let (kind, parent) = (plain(row.cell(self.kind)), row.cell(self.parent).to_owned());
        Ok((id, Org { row: row.number, name, kind, parent, active }))
    }
}

/// The name of the one district that has schools; without any district, that of the only school, or of the one
/// organisation right above all schools.
fn district(orgs: &BTreeMap<String, Org>, schools: &BTreeMap<String, School>) -> Result<String, Refused> {
    let name = |id: &str| orgs.get(id).map(|org| org.name.as_str().to_owned());
    let districts: Vec<&str> =
        orgs.iter().filter(|(_, org)| org.active && org.kind == "district").map(|(id, _)| id.as_str()).collect();
    let has_schools = |district: &&str| schools.keys().any(|school| is_above(orgs, district, school));
    let with_schools: Vec<&str> = districts.iter().copied().filter(has_schools).collect();
    if schools.is_empty() {
        return Err(Refused::NoSchool);
    }
    let found = match (with_schools.as_slice(), districts.as_slice()) {
        ([only], _) | ([], [only]) => name(only),
        ([], []) if schools.len() == 1 => schools.values().next().map(|school| school.name.clone()),
        ([], []) => {
            let parents: BTreeSet<&str> = schools.keys().filter_map(|id| Some(orgs.get(id)?.parent.as_str())).collect();
            parents.first().filter(|_| parents.len() == 1).and_then(|parent| name(parent))
        }
        ([], several) | (several, _) => {
            return Err(Refused::SeveralDistricts(several.iter().filter_map(|id| name(id)).collect()));
        }
    };
    found.ok_or(Refused::NoDistrict(schools.len()))
}

/// Whether `district` stands above `school`, at most sixteen steps up: parents may run in a circle.
fn is_above(orgs: &BTreeMap<String, Org>, district: &str, school: &str) -> bool {
    std::iter::successors(orgs.get(school), |org| orgs.get(&org.parent)).take(16).any(|org| org.parent == district)
}
