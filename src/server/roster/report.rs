//! What is said of an import: what came in, what changed, what was wrong.

use std::fmt::{self, Display, Formatter};

use domain::ids::SchoolId;
use domain::roster::{Room, Roster, School};

use super::{Act, Imported};

/// Faults that are printed one by one.
const MOST_FAULTS: usize = 200;

impl Display for Imported {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Roster { schools, rooms } = &self.export.roster;
        let version = self.export.version.as_deref().map(|version| format!(" (OneRoster {version})"));
        writeln!(
            formatter,
            "Roster of {}{}: {} in {}.",
            self.export.district,
            version.unwrap_or_default(),
            counted(rooms.len(), "room"),
            counted(schools.len(), "school"),
        )?;
        if !self.called_before.is_empty() && self.called_before != self.export.district {
            writeln!(formatter, "The district was called {} before.", self.called_before)?;
        }
        writeln!(formatter, "{}", self.outcome())?;
        self.write_difference(formatter)?;
        self.write_faults(formatter)
    }
}

impl Imported {
    fn outcome(&self) -> &'static str {
        let is_empty = self.difference.is_empty() && self.called_before == self.export.district;
        match (self.act, is_empty) {
            (Act::DryRun, true) => "Dry run: an import would change nothing.",
            (Act::DryRun, false) => "Dry run: nothing was changed. An import would do this:",
            (Act::Import, true) => "Nothing had changed.",
            (Act::Import, false) => "Imported:",
        }
    }

    fn write_difference(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let difference = &self.difference;
        for (what, schools) in [
            ("schools added", &difference.schools_added),
            ("schools renamed", &difference.schools_renamed),
            ("schools no longer in the export; their pictures stay", &difference.schools_left),
        ] {
            if !schools.is_empty() {
                let names: Vec<&str> = schools.iter().map(|school| school.name.as_str()).collect();
                writeln!(formatter, "  {what}: {}", names.join(", "))?;
            }
        }
        for (what, rooms) in [
            ("added", &difference.rooms_added),
            ("changed", &difference.rooms_changed),
            ("made inactive", &difference.rooms_made_inactive),
        ] {
            if !rooms.is_empty() {
                writeln!(formatter, "  {} {what}", counted(rooms.len(), "room"))?;
                self.write_rooms(formatter, rooms)?;
            }
        }
        Ok(())
    }

    /// Rooms by school, in the order in which they come.
    fn write_rooms(&self, formatter: &mut Formatter<'_>, rooms: &[Room]) -> fmt::Result {
        let mut schools: Vec<&SchoolId> = Vec::new();
        for room in rooms {
            if !schools.contains(&&room.school) {
                schools.push(&room.school);
            }
        }
        for school in schools {
            let names: Vec<&str> =
                rooms.iter().filter(|room| room.school == *school).map(|room| room.name.as_str()).collect();
            writeln!(formatter, "    {}: {}", self.school(school), names.join(", "))?;
        }
        Ok(())
    }

    fn school(&self, id: &SchoolId) -> &str {
        let left = self.difference.schools_left.iter();
        let mut known = self.export.roster.schools.iter().chain(left).filter(|school| school.id == *id);
        known.next().map_or("a school that is no longer in the export", |School { name, .. }| name)
    }

    fn write_faults(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let faults = &self.export.faults;
        if faults.is_empty() {
            return Ok(());
        }
        writeln!(formatter, "{} in the files:", counted(faults.len(), "fault"))?;
        for fault in faults.iter().take(MOST_FAULTS) {
            writeln!(formatter, "  {fault}")?;
        }
        if let Some(more) = faults.len().checked_sub(MOST_FAULTS).filter(|more| *more > 0) {
            writeln!(formatter, "  and {more} more")?;
        }
        Ok(())
    }
}

fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
