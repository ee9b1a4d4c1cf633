//! What is said of a roster: what came in, what changes, what was wrong; for a terminal and for a screen.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use domain::ids::SchoolId;
use domain::language::Language;
use domain::roster::{Room, School};
use protocol::roster::{
    MOST_FAULTS, MOST_ROOMS, RoomsOfSchool, RoomsTouched, RosterFault, RosterForm, RosterReport, Said,
};

use super::{Fault, Looked};

impl Looked {
    /// What a screen shows, with the mark by which it is confirmed.
    pub fn report(&self) -> RosterReport {
        let (export, difference) = (&self.export, &self.difference);
        let names = |schools: &[School]| schools.iter().map(|school| school.name.clone()).collect();
        let faults = export.faults.iter().take(MOST_FAULTS);
        RosterReport {
            mark: self.mark(),
            district: export.district.clone(),
            called_before: self.other_name().map(str::to_owned),
            form: export.form.clone(),
            schools: count(export.roster.schools.len()),
            rooms: count(export.roster.rooms.len()),
            changes_nothing: self.changes_nothing(),
            retires_many: difference.retires_many(),
            schools_added: names(&difference.schools_added),
            schools_renamed: names(&difference.schools_renamed),
            schools_left: names(&difference.schools_left),
            rooms_added: self.touched(&difference.rooms_added),
            rooms_changed: self.touched(&difference.rooms_changed),
            rooms_made_inactive: self.touched(&difference.rooms_made_inactive),
            faults: faults.map(fault).collect(),
            more_faults: count(export.faults.len().saturating_sub(MOST_FAULTS)),
        }
    }

    fn other_name(&self) -> Option<&str> {
        Some(self.called_before.as_str()).filter(|before| !before.is_empty() && *before != self.export.district)
    }

    fn changes_nothing(&self) -> bool {
        self.difference.is_empty() && self.called_before == self.export.district
    }

    /// Rooms by school, in the order in which they come.
    fn touched(&self, rooms: &[Room]) -> RoomsTouched {
        let schools = self.held_schools.iter().chain(&self.export.roster.schools);
        let names: BTreeMap<&SchoolId, &str> = schools.map(|school| (&school.id, school.name.as_str())).collect();
        let (mut schools, mut places) = (Vec::<RoomsOfSchool>::new(), BTreeMap::new());
        for room in rooms {
            let place = *places.entry(&room.school).or_insert_with(|| {
                let school = names.get(&room.school).copied().unwrap_or_default().to_owned();
                schools.push(RoomsOfSchool { school, count: 0, rooms: Vec::new() });
                schools.len() - 1
            });
            schools[place].count += 1;
            if schools[place].rooms.len() < MOST_ROOMS {
                schools[place].rooms.push(room.name.clone());
            }
        }
        RoomsTouched { count: count(rooms.len()), schools }
    }

    fn outcome(&self) -> &'static str {
        match (self.imported, self.changes_nothing()) {
            (false, true) => "Dry run: an import would change nothing.",
            (false, false) => "Dry run: nothing was changed. An import would do this:",
            (true, true) => "Nothing had changed.",
            (true, false) => "Imported:",
        }
    }
}

impl Display for Looked {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let report = self.report();
        let form = match &report.form {
            RosterForm::OneRoster { version: Some(version) } => format!(" (OneRoster {version})"),
            _ => String::new(),
        };
        let (rooms, schools) = (counted(report.rooms, "room"), counted(report.schools, "school"));
        writeln!(formatter, "Roster of {}{form}: {rooms} in {schools}.", report.district)?;
        if let Some(before) = &report.called_before {
            writeln!(formatter, "The district was called {before} before.")?;
        }
        writeln!(formatter, "{}", self.outcome())?;
        for (what, names) in [
            ("schools added", &report.schools_added),
            ("schools renamed", &report.schools_renamed),
            ("schools no longer in the roster; their pictures stay", &report.schools_left),
        ] {
            if !names.is_empty() {
                writeln!(formatter, "  {what}: {}", names.join(", "))?;
            }
        }
        for (what, touched) in [
            ("added", &report.rooms_added),
            ("changed", &report.rooms_changed),
            ("made inactive", &report.rooms_made_inactive),
        ] {
            if touched.count > 0 {
                writeln!(formatter, "  {} {what}", counted(touched.count, "room"))?;
                write_rooms(formatter, touched)?;
            }
        }
        if report.retires_many && !self.imported {
            let held = self.difference.rooms_held;
            writeln!(
                formatter,
                "That is more than a fifth of the {held} rooms in use. Importing it takes --retire-many."
            )?;
        }
        write_faults(formatter, &report)
    }
}

fn write_rooms(formatter: &mut Formatter<'_>, touched: &RoomsTouched) -> fmt::Result {
    for RoomsOfSchool { school, count, rooms } in &touched.schools {
        let more = *count as usize - rooms.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        writeln!(formatter, "    {school}: {}{more}", rooms.join(", "))?;
    }
    Ok(())
}

fn write_faults(formatter: &mut Formatter<'_>, report: &RosterReport) -> fmt::Result {
    if report.faults.is_empty() {
        return Ok(());
    }
    writeln!(formatter, "{} in the files:", counted(count(report.faults.len()) + report.more_faults, "fault"))?;
    for fault in &report.faults {
        writeln!(formatter, "  {}", fault.said.en)?;
    }
    if report.more_faults > 0 {
        writeln!(formatter, "  and {} more", report.more_faults)?;
    }
    Ok(())
}

fn fault(fault: &Fault) -> RosterFault {
    RosterFault {
        file: fault.file.to_string(),
        row: fault.row,
        column: fault.what.column().map(str::to_owned),
        said: both(|language| fault.said(language)),
    }
}

/// A sentence in both languages.
pub fn both(said: impl Fn(Language) -> String) -> Said {
    Said { en: said(Language::En), es: said(Language::Es) }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn counted(number: u32, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
