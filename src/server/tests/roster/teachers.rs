//! Classes without a location: each by itself, or, where the administrator allows it, grouped by who teaches them.

use server::roster::{Offered, WithoutLocation};

use crate::archives::zip;
use crate::office::{ORGS, Office, holds, in_use};

const CLASSES: &str = "sourcedId,title,grades,classCode,location,schoolSourcedId\n\
    c1,Ms. Quintessa Algebra,09,ALG-1,,a\nc2,Ms. Quintessa Geometry,10,GEO-1,,a\nc3,Biology,09,BIO-1,,a\n\
    c4,Chemistry,09,CHE-1,Room 9,a\nc5,Art,09,ART-1,,a\n";
const ENROLLMENTS: &str = "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n\
    e1,,c1,a,teacher-7741,teacher,true\ne2,,c2,a,teacher-7741,Teacher,true\ne3,,c2,a,teacher-0012,teacher,false\n\
    e4,,c3,a,teacher-0012,teacher,\ne5,,c1,a,student-9983,student,\ne6,,c4,a,teacher-7741,teacher,true\n\
    e7,tobedeleted,c5,a,teacher-7741,teacher,true\n";

async fn office(name: &str) -> Office {
    let office = Office::new(name).await;
    office.writes("classes.csv", CLASSES);
    office.writes("enrollments.csv", ENROLLMENTS);
    office
}

#[tokio::test]
async fn unless_it_is_allowed_nobody_opens_the_file() {
    let office = office("alone").await;
    std::fs::remove_file(office.export().join("enrollments.csv")).unwrap();
    // A folder of that name cannot be read as a file: opening it would refuse the import.
    std::fs::create_dir(office.export().join("enrollments.csv")).unwrap();
    office.imports().await.unwrap();
    assert_eq!(in_use(&office.roster().await), ["ALG-1", "ART-1", "BIO-1", "GEO-1", "Room 9"]);
}

#[tokio::test]
async fn sections_of_one_teacher_become_one_room_and_nothing_of_the_teacher_is_stored() {
    let mut office = office("grouped").await;
    office.choices.without_location = WithoutLocation::GroupedByTeacher;
    let report = office.imports().await.unwrap().to_string();
    let roster = office.roster().await;
    assert_eq!(in_use(&roster), ["ALG-1, GEO-1", "ART-1", "BIO-1", "Room 9"]);
    assert!(report.contains("1 class has no location and no teacher in enrollments.csv"), "{report}");

    let bytes = office.bytes();
    assert!(holds(&bytes, "ALG-1, GEO-1"));
    for private in ["teacher-7741", "teacher-0012", "7741", "0012", "student-9983", "9983", "Quintessa", "Geometry"] {
        assert!(!holds(&bytes, private), "{private} is in the data folder");
        assert!(!report.contains(private), "{private} is in the report");
    }
    // Nothing that can be derived from the teacher's identifier names the room either.
    let school = &roster.schools[0].id;
    let id = &roster.rooms[0].id;
    for derived in ["teacher-7741", "teacher teacher-7741", "TEACHER 7741"] {
        assert_ne!(*id, domain::ids::RoomId::from_roster(school, derived));
    }
}

#[tokio::test]
async fn the_same_sections_are_the_same_room_whoever_holds_them_and_however_rows_are_ordered() {
    let mut office = office("steady").await;
    office.choices.without_location = WithoutLocation::GroupedByTeacher;
    office.imports().await.unwrap();
    let (header, rows) = ENROLLMENTS.split_once('\n').unwrap();
    let turned: Vec<&str> = rows.lines().rev().collect();
    office.writes(
        "enrollments.csv",
        &format!("{header}\n{}\n", turned.join("\n").replace("teacher-7741", "teacher-0001")),
    );
    let again = office.imports().await.unwrap();
    assert!(again.difference.is_empty(), "{again}");
}

#[tokio::test]
async fn it_works_the_same_from_a_zip_and_with_a_byte_order_mark_and_semicolons() {
    let mut office = office("zipped").await;
    office.choices.without_location = WithoutLocation::GroupedByTeacher;
    office.imports().await.unwrap();
    let marked = format!("\u{feff}{}", ENROLLMENTS.replace(',', ";"));
    let files: [(&str, &[u8]); 3] =
        [("orgs.csv", ORGS.as_bytes()), ("classes.csv", CLASSES.as_bytes()), ("x/Enrollments.csv", marked.as_bytes())];
    let looked = office.looks_at(Offered::uploaded("export.zip", zip(&files)).unwrap()).await.unwrap();
    assert!(looked.difference.is_empty(), "{looked}");
}

#[tokio::test]
async fn without_the_file_or_its_columns_it_is_refused_without_a_word_of_its_content() {
    let mut office = office("refused").await;
    office.choices.without_location = WithoutLocation::GroupedByTeacher;
    office.writes("enrollments.csv", "Marigold,Throckmorton\nc1,teacher-7741\n");
    let said = office.imports().await.unwrap_err().to_string();
    assert_eq!(said, "enrollments.csv has no column classSourcedId. Its first row must name the columns.");
    std::fs::remove_file(office.export().join("enrollments.csv")).unwrap();
    let said = office.imports().await.unwrap_err().to_string();
    assert!(said.starts_with("There is no enrollments.csv by which classes could be grouped."), "{said}");
}
