//! Exports as districts really make them, well formed and not.

use std::path::Path;

use domain::roster::{CourseAccess, GradeBand, Programme, Room, Roster, SubjectArea};
use domain::round::{Group, Grouping, group_rooms};

use super::{Export, Files, Refused};

const ORGS: &str = "sourcedId,name,type,parentSourcedId\nd,Rivermoor,district,\na,Alder,school,d\n";

/// An export with one district and one school; `classes` follow the usual column names.
fn export(classes: &str) -> Export {
    read(ORGS, &format!("sourcedId,status,title,grades,classCode,location,schoolSourcedId,subjects\n{classes}"))
        .unwrap()
}

fn read(orgs: &str, classes: &str) -> Result<Export, Refused> {
    let bytes = |text: &str| Some(text.as_bytes().to_vec().into());
    Export::read(&Files { orgs: bytes(orgs), classes: bytes(classes), ..Files::default() })
}

fn in_repository(folder: &str) -> Export {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(folder);
    Export::read(&Files::in_folder(&folder).unwrap()).unwrap()
}

fn names(roster: &Roster) -> Vec<&str> {
    roster.rooms.iter().map(|room| room.name.as_str()).collect()
}

fn faults(export: &Export) -> Vec<String> {
    export.faults.iter().map(ToString::to_string).collect()
}

#[test]
fn the_sample_school_has_the_rooms_that_its_readme_promises() {
    let export = in_repository("sample-school");
    assert_eq!(export.faults, []);
    assert_eq!((export.district.as_str(), export.version.as_deref()), ("Rivermoor Unified", Some("1.1")));
    assert_eq!(export.roster.rooms.len(), 34);
    let names = names(&export.roster);
    assert!(names.starts_with(&["Art Studio", "Library", "Music Room", "Room 1", "Room 2", "Room 3"]), "{names:?}");
    // Spelt "Room 7" and "RM 07", "Room 16" and "Rm. 16", "Room 22" and "22".
    for name in ["Room 7", "Room 16", "Room 22"] {
        assert!(names.contains(&name), "{name}");
    }
    let alone = |grouping| {
        let mut sizes: Vec<usize> = rooms_by(&export.roster.rooms, grouping, 1);
        sizes.sort_unstable();
        sizes
    };
    assert_eq!(alone(Grouping::GradeBand), [6, 13, 15]);
    assert_eq!(alone(Grouping::Programme), [5, 6, 10, 13]);
    let mut merged = rooms_by(&export.roster.rooms, Grouping::Programme, 10);
    merged.sort_unstable();
    assert_eq!(merged, [10, 11, 13]);
}

fn rooms_by(rooms: &[Room], grouping: Grouping, k: u32) -> Vec<usize> {
    group_rooms(rooms, grouping, k).iter().map(|Group { rooms, .. }| rooms.len()).collect()
}

#[test]
fn microsofts_dialect_is_read_with_what_it_lacks_said() {
    let export = in_repository("samples/ms-sds-v2.1");
    assert_eq!(export.district, "School of TwoDotOne");
    assert_eq!(names(&export.roster), ["Class 112002"]);
    assert_eq!(export.roster.rooms[0].tags.grade_bands, [GradeBand::Grades9To12].into());
    assert_eq!(
        faults(&export),
        [
            r#"orgs.csv row 2: type "college" is not known; value left out"#,
            r#"orgs.csv row 5: type "ministryOfEducation" is not known; value left out"#,
            r#"courses.csv row 2: grade "PS1" is not known; value left out"#,
            r#"courses.csv row 3: grade "PS2" is not known; value left out"#,
            r#"classes.csv row 2: orgSourcedId "110001" is not in orgs.csv; row skipped"#,
        ]
    );

    let export = in_repository("samples/ms-sds-v2");
    assert_eq!(export.district, "K12 Ministry of Education");
    assert_eq!(export.roster.schools.len(), 2);
    assert_eq!(names(&export.roster), ["Class 11001", "Class 11002"]);
}

#[test]
fn columns_may_come_in_any_order_and_case_with_others_between_and_a_byte_order_mark_before() {
    let orgs = "\u{feff}TYPE,identifier,Name,SOURCEDID\r\nschool,07,Alder,a\r\n";
    let classes = "Location,extra,schoolsourcedid,SourcedId\r\nRoom 5,\"a \"\"quoted\"\", value\",a,c1\r\n";
    let export = read(orgs, classes).unwrap();
    assert_eq!((export.district.as_str(), names(&export.roster)), ("Alder", vec!["Room 5"]));
    assert_eq!(export.faults, []);
}

#[test]
fn a_blank_status_is_in_use_and_tobedeleted_is_not() {
    let export =
        export("c1,,,,,Room 1,a,\nc2,active,,,,Room 2,a,\nc3,toBeDeleted,,,,Room 3,a,\nc4,perhaps,,,,Room 4,a,\n");
    assert_eq!(names(&export.roster), ["Room 1", "Room 2"]);
    assert_eq!(faults(&export), [r#"classes.csv row 5: status "perhaps" is not known; row skipped"#]);
}

#[test]
fn a_class_of_a_term_that_was_deleted_has_ended_and_one_of_a_term_that_is_not_there_goes_on() {
    let bytes = |text: &'static str| Some(text.as_bytes().into());
    let export = Export::read(&Files {
        orgs: bytes(ORGS),
        classes: bytes(
            "sourcedId,schoolSourcedId,location,termSourcedIds\nc1,a,1,\"t1,t2\"\nc2,a,2,t1\nc3,a,3,t9\nc4,a,4,\n",
        ),
        sessions: bytes("sourcedId,status\nt1,tobedeleted\nt2,active\n"),
        ..Files::default()
    })
    .unwrap();
    assert_eq!(names(&export.roster), ["1", "3", "4"]);
    let said = r#"classes.csv row 4: termSourcedIds "t9" is not in academicSessions.csv; value left out"#;
    assert_eq!(faults(&export), [said]);
}

#[test]
fn each_fault_names_file_row_and_value_and_costs_only_its_row() {
    let export = export(
        "c1,,,,,Room 1,a,\n,,,,,Room 2,a,\nc1,,,,,Room 3,a,\nc4,,,,,Room 4,birch,\nc5,,,,,Room 5,,\nc6,,\nc7,,,\"02,9th\",,Room 7,a,\n",
    );
    assert_eq!(names(&export.roster), ["Room 1", "Room 7"]);
    assert_eq!(
        faults(&export),
        [
            "classes.csv row 7: 3 cells where there are 8 columns; row skipped",
            "classes.csv row 3: sourcedId is blank; row skipped",
            r#"classes.csv row 4: sourcedId "c1" stood in row 2 already; row skipped"#,
            r#"classes.csv row 5: schoolSourcedId "birch" is not in orgs.csv; row skipped"#,
            "classes.csv row 6: schoolSourcedId is blank; row skipped",
            r#"classes.csv row 8: grades "9th" is not known; value left out"#,
        ]
    );
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
fn a_class_without_a_location_is_its_own_room_called_by_its_code_and_never_by_its_title() {
    let export = export("c1,,Ms. Rivera's Chemistry,,CHEM-1,,a,\nc2,,Ms. Rivera's Physics,,,room,a,\n");
    assert_eq!(names(&export.roster), ["CHEM-1", "Class c2"]);
    assert!(!format!("{export:?}").contains("Rivera"));
}

#[test]
fn the_same_place_in_two_schools_is_two_rooms() {
    let orgs = "sourcedId,name,type,parentSourcedId\nd,Rivermoor,district,\na,Alder,school,d\nb,Birch,school,d\n";
    let export = read(orgs, "sourcedId,schoolSourcedId,location\nc1,a,12\nc2,b,12\n").unwrap();
    assert_eq!(export.roster.rooms.len(), 2);
    assert_ne!(export.roster.rooms[0].id, export.roster.rooms[1].id);
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let rows = ["c1,,,02,,Room 22,a,Science\n", "c2,,,02,,22,a,Music\n", "c3,,,KG,,Room 3,a,\n", "c4,,,05,,Annex,a,\n"];
    let turned: String = rows.iter().rev().copied().collect();
    assert_eq!(export(&rows.concat()).roster, export(&turned).roster);
}

#[test]
fn what_is_wrong_with_the_whole_is_refused_in_one_line() {
    let classes = "sourcedId,schoolSourcedId\nc1,a\n";
    let two = "sourcedId,name,type,parentSourcedId\nd,D,district,\ne,E,district,\na,A,school,d\nb,B,school,e\n";
    let refusals = [
        (read("sourcedId,name,type\nd,D,district\n", classes), "orgs.csv has no active organisation of type school"),
        (read("sourcedId,name\n", classes), "orgs.csv has no column type"),
        (read("", classes), "orgs.csv is not CSV in UTF-8: it has no column names"),
        (read(ORGS, "sourcedId\n"), "classes.csv has no column schoolSourcedId"),
        (read(ORGS, "sourcedId,schoolSourcedId\nc1,b\n"), "classes.csv has no active class of a school in orgs.csv"),
        (read(two, classes), "orgs.csv has schools of several districts (D, E)"),
        (read("sourcedId,name,type\na,A,school\nb,B,school\n", classes), "orgs.csv has 2 schools and neither"),
        (read(ORGS, "sourcedId,schoolSourcedId\nc1,\"a\nc2,a\nc3,a\n"), "a quotation mark in row 2 is never closed"),
    ];
    for (refusal, words) in refusals {
        let refusal = refusal.unwrap_err().to_string();
        assert!(refusal.contains(words), "{refusal}");
    }
}

#[test]
fn a_row_is_counted_as_an_editor_counts_it_whatever_ends_a_line_and_whatever_stands_in_a_cell() {
    let orgs = "sourcedId,name,type\r\na,Alder,school\r\n\r\nb,\"Birch\r\nHill\",school\r\nc,Cedar,barn\r\n";
    let export = read(orgs, "sourcedId,schoolSourcedId\nc1,a\n");
    assert_eq!(
        export.unwrap_err().to_string(),
        "orgs.csv has 2 schools and neither a district nor one organisation above them all"
    );
    let orgs = orgs.replace("b,", "a,");
    let export = read(&orgs, "sourcedId,schoolSourcedId\nc1,a\n").unwrap();
    assert_eq!(
        faults(&export),
        [
            r#"orgs.csv row 4: sourcedId "a" stood in row 2 already; row skipped"#,
            r#"orgs.csv row 6: type "barn" is not known; value left out"#,
        ]
    );
}

#[test]
fn text_that_is_not_utf_8_is_refused_with_its_row() {
    let files = |orgs: &'static [u8]| Files { orgs: Some(orgs.into()), ..Files::default() };
    let refusal = |orgs| Export::read(&files(orgs)).unwrap_err().to_string();
    let latin = refusal(b"sourcedId,name,type\na,Alder,school\nb,Escuela Ni\xf1o,school\n");
    assert_eq!(latin, "orgs.csv is not CSV in UTF-8: row 3 has a byte that is no text");
    assert_eq!(refusal(b"\xff\xfes\0o\0"), "orgs.csv is not CSV in UTF-8: it is UTF-16");
    assert_eq!(Export::read(&Files::default()).unwrap_err().to_string(), "there is no orgs.csv in the folder");
}

#[test]
fn an_export_of_changes_alone_is_refused_because_the_rest_would_seem_gone() {
    let bytes = |text: &'static str| Some(text.as_bytes().into());
    let manifest = bytes("propertyName,value\noneroster.version,1.1\nfile.classes,delta\n");
    let refusal = Export::read(&Files { manifest, ..Files::default() }).unwrap_err().to_string();
    assert!(refusal.starts_with("manifest.csv says that classes.csv holds only changes"), "{refusal}");
}
