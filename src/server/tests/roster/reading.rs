//! What an export says, read into schools and rooms.

use std::borrow::Cow;
use std::path::Path;

use domain::roster::{CourseAccess, GradeBand, Programme, Room, SubjectArea};
use domain::round::{Group, Grouping, group_rooms};
use protocol::roster::RosterForm;
use server::roster::{Choices, Export, Held, Offered, Patterns, Refused};

use crate::office::{ORGS, in_use, today};

/// An export with one district and one school; `classes` follow the usual column names.
fn export(classes: &str) -> Export {
    let header = "sourcedId,status,title,grades,classCode,location,schoolSourcedId,subjects\n";
    read(&[("orgs.csv", ORGS), ("classes.csv", &format!("{header}{classes}"))]).unwrap()
}

fn read(files: &[(&str, &str)]) -> Result<Export, Refused> {
    let files = files.iter().map(|(name, text)| (*name, Cow::Owned(text.as_bytes().to_vec())));
    Export::read(Offered::files(files.collect())?, &Choices::on(today()), &Held::default())
}

fn in_repository(folder: &str) -> Result<Export, Refused> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(folder);
    Export::read(Offered::at(&folder)?, &Choices::on(today()), &Held::default())
}

fn faults(export: &Export) -> Vec<String> {
    export.faults.iter().map(ToString::to_string).collect()
}

#[test]
fn the_sample_school_has_the_rooms_that_its_readme_promises() {
    let export = in_repository("sample-school").unwrap();
    assert_eq!(export.faults, []);
    assert_eq!(export.district, "Rivermoor Unified");
    assert_eq!(export.form, RosterForm::OneRoster { version: Some("1.1".to_owned()) });
    assert_eq!(export.roster.rooms.len(), 34);
    let names = in_use(&export.roster);
    assert!(names.starts_with(&["Art Studio", "Library", "Music Room", "Room 1", "Room 2", "Room 3"]), "{names:?}");
    // Spelt "Room 7" and "RM 07", "Room 16" and "Rm. 16", "Room 22" and "22".
    for name in ["Room 7", "Room 16", "Room 22"] {
        assert!(names.contains(&name), "{name}");
    }
    let sizes = |grouping, k| {
        let mut sizes = rooms_by(&export.roster.rooms, grouping, k);
        sizes.sort_unstable();
        sizes
    };
    assert_eq!(sizes(Grouping::GradeBand, 1), [6, 13, 15]);
    assert_eq!(sizes(Grouping::Programme, 1), [5, 6, 10, 13]);
    assert_eq!(sizes(Grouping::Programme, 10), [10, 11, 13]);
}

fn rooms_by(rooms: &[Room], grouping: Grouping, k: u32) -> Vec<usize> {
    group_rooms(rooms, grouping, k).iter().map(|Group { rooms, .. }| rooms.len()).collect()
}

#[test]
fn microsofts_dialect_is_read_with_what_it_lacks_said() {
    let export = in_repository("samples/ms-sds-v2.1").unwrap();
    assert_eq!(export.district, "School of TwoDotOne");
    assert_eq!(in_use(&export.roster), ["Class 112002"]);
    assert_eq!(export.roster.rooms[0].tags.grade_bands, [GradeBand::Grades9To12].into());
    let told = [
        r#"orgs.csv, row 2, column type: "college" is not known; the row counts without it."#,
        r#"orgs.csv, row 5, column type: "ministryOfEducation" is not known; the row counts without it."#,
        r#"courses.csv, row 2, column grade: "PS1" is not known; the row counts without it."#,
        r#"courses.csv, row 3, column grade: "PS2" is not known; the row counts without it."#,
        r#"classes.csv, row 2, column orgSourcedId: "110001" is not in orgs.csv; the row was skipped."#,
        "classes.csv: every class is of a school year that ended before 2026-11-23; they were read all the same.",
    ];
    let faults = faults(&export);
    assert_eq!(faults.len(), told.len());
    for (fault, told) in faults.iter().zip(told) {
        assert!(fault.starts_with(told), "{fault}");
    }

    let export = in_repository("samples/ms-sds-v2").unwrap();
    assert_eq!(export.district, "K12 Ministry of Education");
    assert_eq!(export.roster.schools.len(), 2);
    assert_eq!(in_use(&export.roster), ["Class 11001", "Class 11002"]);
}

#[test]
fn lists_without_columns_from_which_rosters_are_made_are_refused_with_what_stands_there() {
    let refusal = in_repository("samples/bergerb-templates").unwrap_err().to_string();
    assert!(refusal.starts_with("There is no classes.csv; there are: courses.csv, grades.csv, orgs.csv."), "{refusal}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/samples/bergerb-templates/orgs.csv");
    let alone = Offered::at(&folder).map(drop);
    let alone = alone.and_then(|()| Export::read(Offered::at(&folder)?, &Choices::on(today()), &Held::default()));
    let said = alone.unwrap_err().to_string();
    assert_eq!(said, "orgs.csv has no column School; it has: Moon. Its first row must name the columns.");
}

#[test]
fn one_file_of_an_export_is_no_spreadsheet() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/sample-school/classes.csv");
    let said = Offered::at(&folder).err().unwrap().to_string();
    assert!(said.starts_with("classes.csv is one file of a OneRoster export."), "{said}");
}

#[test]
fn a_class_goes_on_while_one_of_its_terms_does() {
    let export = read(&[
        ("orgs.csv", ORGS),
        (
            "classes.csv",
            "sourcedId,schoolSourcedId,location,termSourcedIds\nc1,a,1,\"t1,t2\"\nc2,a,2,t1\nc3,a,3,t9\nc4,a,4,\n\
             c5,a,5,t3\nc6,a,6,t4\n",
        ),
        (
            "academicSessions.csv",
            "sourcedId,status,endDate,parentSourcedId\nt1,tobedeleted,,\nt2,active,,\ny,,2027-06-04,\n\
             t3,,2026-11-13,y\nt4,,2026-06-05,\n",
        ),
    ]);
    let export = export.unwrap();
    assert_eq!(in_use(&export.roster), ["1", "3", "4", "5"], "t3 is over, its year is not; t4 is over");
}

#[test]
fn a_room_gathers_the_tags_of_all_its_classes() {
    let export = export(
        "c1,,Grade 9 English Honors,09,E9H,Room 12,a,English\nc2,,Co-taught Algebra,\"09,10\",ALG,RM 012,a,Mathematics\n\
         c3,,AP Biology,12,AP-BIO,12,a,Science\n",
    );
    let [room] = export.roster.rooms.as_slice() else { panic!("one room: {:?}", export.roster.rooms) };
    assert_eq!(room.tags.grade_bands, [GradeBand::Grades9To12].into());
    let subjects = [SubjectArea::LanguageArts, SubjectArea::Mathematics, SubjectArea::Science];
    assert_eq!(room.tags.subject_areas, subjects.into());
    assert_eq!(room.tags.programmes, [Programme::CoTaught].into());
    assert_eq!(room.tags.course_access, [CourseAccess::AdvancedPlacement, CourseAccess::Honors].into());
}

#[test]
fn a_districts_own_patterns_stand_in_place_of_those_built_in() {
    let files = |patterns| {
        let classes =
            "sourcedId,title,classCode,schoolSourcedId,location\nc1,Newcomer English,N1,a,1\nc2,ELD 3,E3,a,2\n";
        let files = vec![("orgs.csv", ORGS.as_bytes().into()), ("classes.csv", classes.as_bytes().into())];
        let choices = Choices { patterns, ..Choices::on(today()) };
        Export::read(Offered::files(files).unwrap(), &choices, &Held::default()).unwrap().roster
    };
    let eld = |roster: domain::roster::Roster| -> Vec<bool> {
        roster.rooms.iter().map(|room| room.tags.programmes.contains(&Programme::DesignatedEld)).collect()
    };
    assert_eq!(eld(files(Patterns::default())), [false, true]);
    assert_eq!(eld(files(Patterns::read("tag,words\nELD,newcomer\n").unwrap())), [true, false]);
}

#[test]
fn a_class_without_a_location_is_its_own_room_called_by_its_code_and_never_by_its_title() {
    let export = export("c1,,Ms. Rivera's Chemistry,,CHEM-1,,a,\nc2,,Ms. Rivera's Physics,,,room,a,\n");
    assert_eq!(in_use(&export.roster), ["CHEM-1", "Class c2"]);
    assert!(!format!("{export:?}").contains("Rivera"));
}

#[test]
fn the_same_place_in_two_schools_is_two_rooms() {
    let orgs = format!("{ORGS}b,Birch,school,d\n");
    let classes = "sourcedId,schoolSourcedId,location\nc1,a,12\nc2,b,12\n";
    let export = read(&[("orgs.csv", &orgs), ("classes.csv", classes)]).unwrap();
    assert_eq!(export.roster.rooms.len(), 2);
    assert_ne!(export.roster.rooms[0].id, export.roster.rooms[1].id);
}

#[test]
fn schools_of_no_district_and_no_parent_are_refused() {
    let orgs = "sourcedId,name,type\r\na,Alder,school\r\n\r\nb,\"Birch\r\nHill\",school\r\nc,Cedar,barn\r\n";
    let classes = "sourcedId,schoolSourcedId\nc1,a\n";
    let refusal = read(&[("orgs.csv", orgs), ("classes.csv", classes)]).unwrap_err().to_string();
    assert!(refusal.starts_with("orgs.csv has 2 schools and neither a district nor one organisation"), "{refusal}");

    // A row is counted as an editor counts it, whatever ends a line and whatever stands in a cell.
    let export = read(&[("orgs.csv", &orgs.replace("b,", "a,")), ("classes.csv", classes)]).unwrap();
    let faults = faults(&export);
    assert!(faults[0].starts_with(r#"orgs.csv, row 4, column sourcedId: "a" stood in row 2 already"#), "{faults:?}");
    assert!(faults[1].starts_with(r#"orgs.csv, row 6, column type: "barn" is not known"#), "{faults:?}");
}
