//! What is said of a roster's faults in English.

use domain::text::NotText;

use super::{Holds, Words, holds, megabytes, shown, some};
use crate::roster::{Effect, Fault, Refused, What};

/// English.
pub const ENGLISH: Words = Words { place, what, effect, advice, refused };

fn place(file: &str, row: Option<u64>, column: Option<&str>) -> String {
    let row = row.map(|row| format!(", row {row}")).unwrap_or_default();
    let column = column.map(|column| format!(", column {column}")).unwrap_or_default();
    format!("{file}{row}{column}")
}

fn what(what: &What) -> String {
    match what {
        What::Cells { found, wanted } => format!("{found} cells where there are {wanted} columns"),
        What::Blank(_) => "it is blank".to_owned(),
        What::Twice { value, first, .. } => format!("{} stood in row {first} already", shown(value)),
        What::Dangling { value, file, .. } => format!("{} is not in {file}", shown(value)),
        What::Unknown { value, .. } => format!("{} is not known", shown(value)),
        What::NotAName { value, cause, .. } => format!("{}: {}", shown(value), not_text(*cause)),
        What::NotADay { value, .. } => format!("{} is not a date", shown(value)),
        What::ColumnTwice(_) => "two columns have this name".to_owned(),
        What::CalledOtherwise(file) => format!("it was read as {file}"),
        What::NotThere(file) => format!("the manifest says that there is {file}, and it is not there"),
        What::ThereAfterAll(file) => format!("the manifest says that {file} is absent, and it is there; it was read"),
        What::Version(version) => format!("OneRoster {} is not known; it was read as 1.2", shown(version)),
        What::AllOver(day) => {
            format!("every class is of a school year that ended before {day}; they were read all the same")
        }
        What::WithoutTeacher(1) => {
            "1 class has no location and no teacher in enrollments.csv; it is a room of its own".to_owned()
        }
        What::WithoutTeacher(count) => {
            format!("{count} classes have no location and no teacher in enrollments.csv; each is a room of its own")
        }
    }
}

fn effect(effect: Effect) -> Option<&'static str> {
    match effect {
        Effect::RowSkipped => Some("the row was skipped"),
        Effect::ValueLeftOut => Some("the row counts without it"),
        Effect::SecondIgnored => Some("the first was read"),
        Effect::OnlySaid => None,
    }
}

fn advice(what: &What) -> String {
    match what {
        What::Cells { found, wanted } if found > wanted => {
            "Put a cell that holds a comma in quotation marks.".to_owned()
        }
        What::Cells { .. } => "Add the missing cells, if only as commas.".to_owned(),
        What::Blank(_) => "Fill it in.".to_owned(),
        What::Twice { .. } => "Give each row an identifier of its own, or delete one of the two.".to_owned(),
        What::Dangling { file, .. } => format!("Correct it here, or add it to {file}."),
        What::Unknown { column, .. } => known(column).to_owned(),
        What::NotAName { cause: NotText::TooLong { .. }, .. } => "Shorten it.".to_owned(),
        What::NotAName { .. } => "Write a name there.".to_owned(),
        What::NotADay { .. } => "Write it as 2026-08-17.".to_owned(),
        What::ColumnTwice(_) => "Delete one of them if they differ.".to_owned(),
        What::CalledOtherwise(file) => format!("If it is an old copy, offer the right {file}."),
        What::NotThere(_) => "If it should be there, export it again.".to_owned(),
        What::ThereAfterAll(file) => format!("If it is an old one, delete {file}."),
        What::Version(_) => "Look through the report with care.".to_owned(),
        What::AllOver(_) => "If a new school year has begun, export it.".to_owned(),
        What::WithoutTeacher(_) => "Add locations or teachers in your student information system.".to_owned(),
    }
}

/// What is known in a column.
fn known(column: &str) -> &'static str {
    match holds(column) {
        Holds::Status => "Write active or tobedeleted, or leave it blank.",
        Holds::OrgType => "For a school write school, for the district write district.",
        Holds::Grades => "Write a grade, such as KG, 03 or 9, or a band, such as K-2 or 9-12.",
        Holds::Room => "Write a number or a name.",
        Holds::ManifestValue => "Write bulk or absent.",
        Holds::Place => "Write title or code, or leave it blank for both.",
        Holds::Tags => "Write ELD, co-taught, dual language, AP or honors.",
    }
}

fn not_text(cause: NotText) -> String {
    match cause {
        NotText::Empty => "nothing is written here".to_owned(),
        NotText::TooLong { length, most } => format!("{length} characters, and {most} fit"),
    }
}

fn refused(refused: &Refused) -> String {
    match refused {
        Refused::Path { path, cause } => {
            format!("{} cannot be read ({cause}). Check the path, and whether you may open it.", path.display())
        }
        Refused::Unreadable { file, cause } => format!("{file} cannot be read ({cause}). Save or export it again."),
        Refused::TooLarge { file, most } => {
            format!("{file} is larger than {} MB, more than any district's. Check that it is the right file.", megabytes(*most))
        }
        Refused::NoFile { file, there } if there.is_empty() => {
            format!("There is no {file}, and no other file either. Choose the folder or zip with the export.")
        }
        Refused::NoFile { file, there } => {
            format!("There is no {file}; there are: {}. Export it with the others, as OneRoster CSV.", some(there))
        }
        Refused::TwoFiles { file, first, second } => {
            format!("Two files can be {file}: {first} and {second}. Keep the one that is right and take the other away.")
        }
        Refused::NotAZip(cause) => {
            format!("This begins like a zip and cannot be opened as one ({cause}). Download or make it again.")
        }
        Refused::TooManyEntries { entries, most } => {
            format!("The zip has {entries} files, and {most} are taken. Make a zip of the export's files alone.")
        }
        Refused::Bomb(file) => {
            format!("{file} would unpack to far more than a roster. Make a new zip from the files of the export.")
        }
        Refused::LeadsOutside(path) => {
            format!("The zip has a file called {}, which leads out of the zip. Make a new zip from the files of the export.", shown(path))
        }
        Refused::Encrypted(file) => {
            format!("{file} in the zip has a password. Make a zip without one; only schools, courses, classes and terms are read.")
        }
        Refused::PackedOtherwise(file) => {
            format!("{file} in the zip is packed in a way that is not read. Make a zip as Windows, macOS or Explorer do by themselves.")
        }
        Refused::Damaged { file, cause } => format!("{file} in the zip is damaged ({cause}). Download or make the zip again."),
        Refused::OldOrLocked(file) => {
            format!("{file} is a spreadsheet from before 2007, or has a password. Save it as .xlsx or CSV, without a password.")
        }
        Refused::NotAWorkbook { file, cause } => {
            format!("{file} cannot be read as a spreadsheet ({cause}). Save it as .xlsx or CSV again.")
        }
        Refused::TooManyRows { file, most } => {
            format!("{file} has more than {most} rows. Delete rows that are no rooms.")
        }
        Refused::NotText { file, row } => {
            format!("{file}, row {row}: this is not text in UTF-8. Open it in a spreadsheet and save it as \"CSV UTF-8\".")
        }
        Refused::NotCsv { file, cause } => format!("{file} is not CSV ({cause}). Save or export it again as CSV."),
        Refused::NeverClosed { file, row } => {
            format!("{file}, row {row}: a quotation mark is never closed. Close it or delete it, or export the file again.")
        }
        Refused::Empty(file) => format!("{file} is empty. Export or save it again."),
        Refused::NoColumn { file, column, there } if there.is_empty() => {
            format!("{file} has no column {column}. Its first row must name the columns.")
        }
        Refused::NoColumn { file, column, there } => {
            format!("{file} has no column {column}; it has: {}. Its first row must name the columns.", some(there))
        }
        Refused::OneFileOfAnExport(file) => {
            format!("{file} is one file of a OneRoster export. Choose the folder or zip with all of them.")
        }
        Refused::Delta(file) => {
            format!("manifest.csv says that {file} holds only changes (delta). Export everything (bulk).")
        }
        Refused::NoSchool => "orgs.csv has no active organisation of type school. Export the schools too.".to_owned(),
        Refused::NoDistrict(schools) => format!(
            "orgs.csv has {schools} schools and neither a district nor one organisation above them all. Add a row of type district and name it as their parent."
        ),
        Refused::SeveralDistricts(names) => {
            format!("orgs.csv has schools of several districts ({}). Import one district at a time.", some(names))
        }
        Refused::DistrictUnnamed => {
            "A spreadsheet does not say what the district is called. Give its name, on the command line by --district.".to_owned()
        }
        Refused::DistrictIsNoName(cause) => format!("The district's name is none: {}.", not_text(*cause)),
        Refused::NoRoom(faults) => {
            let why: Vec<String> = faults.iter().map(Fault::to_string).collect();
            let why = if why.is_empty() { String::new() } else { format!(" What was found: {}", why.join(" ")) };
            format!("There is no class or room in use in any school, so every room would be closed.{why}")
        }
        Refused::NoEnrollments => {
            "There is no enrollments.csv by which classes could be grouped. Add it, or import without grouping by teacher.".to_owned()
        }
        Refused::Pattern(fault) => format!("The patterns cannot be read: {fault}"),
    }
}
