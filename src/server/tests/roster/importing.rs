//! Imports into a real database.

use std::fs;
use std::path::Path;

use domain::roster::Roster;
use server::roster::{NotImported, Offered, Retiring};

use crate::office::{CLASSES, ORGS, Office, holds, in_use};

#[tokio::test]
async fn a_dry_run_says_what_would_change_and_changes_nothing() {
    let office = Office::new("dry").await;
    let report = office.looks().await.unwrap().to_string();
    assert_eq!(
        report,
        "Roster of Rivermoor: 3 rooms in 1 school.\n\
         Dry run: nothing was changed. An import would do this:\n  schools added: Alder\n  3 rooms added\n    \
         Alder: Room 1, Room 2, Room 3\n"
    );
    assert_eq!(office.roster().await, Roster::default());
    assert!(!office.store.district().await.unwrap().has_roster());
}

#[tokio::test]
async fn an_import_adds_changes_and_makes_inactive_and_never_deletes() {
    let office = Office::new("real").await;
    office.imports().await.unwrap();
    let first = office.roster().await;
    assert_eq!(in_use(&first), ["Room 1", "Room 2", "Room 3"]);
    assert!(!office.store.district().await.unwrap().sample);

    office.writes(
        "classes.csv",
        "sourcedId,grades,location,schoolSourcedId\nc1,02,Room 1,a\nc2,04,Room 2,a\nc4,04,Room 4,a\n",
    );
    let imported = office.imports_whatever_goes().await.unwrap();
    let difference = &imported.difference;
    let count = [&difference.rooms_added, &difference.rooms_changed, &difference.rooms_made_inactive].map(Vec::len);
    assert_eq!(count, [1, 1, 1], "{imported}");
    let second = office.roster().await;
    assert_eq!(in_use(&second), ["Room 1", "Room 2", "Room 4"]);
    assert_eq!(second.rooms.len(), 4);

    office.writes("classes.csv", CLASSES);
    let imported = office.imports_whatever_goes().await.unwrap().to_string();
    assert!(imported.contains("2 rooms changed\n    Alder: Room 2, Room 3\n"), "{imported}");
    assert!(imported.contains("1 room made inactive\n    Alder: Room 4\n"), "{imported}");
}

#[tokio::test]
async fn the_same_export_again_changes_nothing() {
    let office = Office::new("again").await;
    office.imports().await.unwrap();
    let before = office.store.district().await.unwrap();
    let report = office.imports().await.unwrap().to_string();
    assert!(report.ends_with("Nothing had changed.\n"), "{report}");
    assert_eq!(office.store.district().await.unwrap(), before);
}

#[tokio::test]
async fn an_export_that_is_refused_changes_nothing() {
    let office = Office::new("refused").await;
    office.imports().await.unwrap();
    let before = office.roster().await;
    fs::remove_file(office.export().join("orgs.csv")).unwrap();
    let refusal = office.imports().await.unwrap_err().to_string();
    assert!(refusal.starts_with("There is no orgs.csv; there are: classes.csv."), "{refusal}");
    assert_eq!(office.roster().await, before);
    let nowhere = Offered::at(Path::new("/nowhere/at/all")).err().unwrap().to_string();
    assert!(nowhere.starts_with("/nowhere/at/all cannot be read"), "{nowhere}");
}

#[tokio::test]
async fn files_with_people_in_them_are_never_opened_and_no_title_is_kept() {
    let office = Office::new("people").await;
    // A folder of that name cannot be read as a file: opening it would refuse the import.
    for file in ["users.csv", "enrollments.csv"] {
        fs::create_dir(office.export().join(file)).unwrap();
    }
    office.writes("demographics.csv", "sourcedId,birthDate\nZACHARIAS-Q,2015-01-01\n");
    let imported = office.imports().await.unwrap();
    assert_eq!(imported.export.faults, []);
    let bytes = office.bytes();
    assert!(holds(&bytes, "Room 1") && holds(&bytes, "Alder"));
    for private in ["ZACHARIAS", "Rivera", "Reading"] {
        assert!(!holds(&bytes, private), "{private}");
    }
}

#[tokio::test]
async fn another_district_does_not_go_into_the_sample_whose_doors_stand_open() {
    let office = Office::new("sample").await;
    office.imports().await.unwrap();
    office.store.become_sample().await.unwrap();
    office.imports().await.unwrap();
    let before = office.roster().await;
    office.writes("orgs.csv", &ORGS.replace("Rivermoor", "Another District"));
    let refusal = office.imports().await.unwrap_err().to_string();
    assert!(refusal.contains("\"Another District\" is another district"), "{refusal}");
    let district = office.store.district().await.unwrap();
    assert_eq!((district.sample, district.name.as_str()), (true, "Rivermoor"));
    assert_eq!(office.roster().await, before);
}

#[tokio::test]
async fn a_district_that_is_called_otherwise_now_says_what_it_was_called() {
    let office = Office::new("renamed").await;
    office.imports().await.unwrap();
    office.writes("orgs.csv", &ORGS.replace("Rivermoor", "Another District"));
    let report = office.imports().await.unwrap().to_string();
    assert!(report.contains("The district was called Rivermoor before."), "{report}");
}

#[tokio::test]
async fn faults_are_said_and_the_rest_comes_in() {
    let office = Office::new("faults").await;
    office.writes("classes.csv", &format!("{CLASSES}c9,,02,Room 9,nowhere\n"));
    let report = office.imports().await.unwrap().to_string();
    assert!(report.ends_with(
        "1 fault in the files:\n  classes.csv, row 5, column schoolSourcedId: \"nowhere\" is not in orgs.csv; the row was skipped. \
         Correct it here, or add it to orgs.csv.\n"
    ));
    assert_eq!(in_use(&office.roster().await), ["Room 1", "Room 2", "Room 3"]);
}

#[tokio::test]
async fn a_roster_that_would_retire_more_than_a_fifth_of_the_rooms_asks_again() {
    let office = Office::new("retires").await;
    office.imports().await.unwrap();
    let before = office.roster().await;
    office.writes("classes.csv", "sourcedId,grades,location,schoolSourcedId\nc1,02,Room 1,a\nc2,02,Room 2,a\n");
    let looked = office.looks().await.unwrap();
    let words = "That is more than a fifth of the 3 rooms in use. Importing it takes --retire-many.\n";
    assert!(looked.to_string().ends_with(words), "{looked}");
    let refusal = office.imports().await.unwrap_err().to_string();
    assert!(
        refusal.contains("would retire 1 of the 3 rooms in use, more than a fifth; nothing was changed"),
        "{refusal}"
    );
    assert_eq!(office.roster().await, before);
    office.imports_whatever_goes().await.unwrap();
    assert_eq!(in_use(&office.roster().await), ["Room 1", "Room 2"]);
}

#[tokio::test]
async fn an_import_after_a_look_at_what_is_no_longer_held_changes_nothing() {
    let office = Office::new("meantime").await;
    let looked = office.looks().await.unwrap();
    office.writes("classes.csv", "sourcedId,location,schoolSourcedId\nc1,Room 8,a\n");
    office.imports().await.unwrap();
    let refusal = looked.import(Retiring::AsManyAsItTakes, &office.store).await.unwrap_err();
    assert!(matches!(refusal, NotImported::InTheMeantime), "{refusal}");
    assert_eq!(in_use(&office.roster().await), ["Room 8"]);
}
