//! Imports into a real database.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::roster::Roster;
use domain::time::Moment;

use super::{Act, Imported, NotImported, import};
use crate::store::{Place, Store};
use crate::surroundings::SystemRandom;

/// An export and a database in a folder of their own, gone at the end.
struct Office {
    folder: PathBuf,
    store: Store,
}

const ORGS: &str = "sourcedId,name,type,parentSourcedId\nd,Rivermoor,district,\na,Alder,school,d\n";
const CLASSES: &str = "sourcedId,title,grades,location,schoolSourcedId\n\
    c1,Ms. Rivera Reading,02,Room 1,a\nc2,Ms. Rivera Writing,02,Room 2,a\nc3,Third,03,Room 3,a\n";

impl Office {
    async fn new(name: &str) -> Office {
        let folder = std::env::temp_dir().join(format!("noticeboard-roster-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("export")).unwrap();
        let place = Place::in_folder(folder.join("data"));
        let store = Store::open(place, Arc::new(SystemRandom), Moment(1_795_443_600_000)).await.unwrap();
        let office = Office { folder, store };
        office.writes("orgs.csv", ORGS);
        office.writes("classes.csv", CLASSES);
        office
    }

    fn writes(&self, file: &str, text: &str) {
        fs::write(self.export().join(file), text).unwrap();
    }

    fn export(&self) -> PathBuf {
        self.folder.join("export")
    }

    async fn imports(&self, act: Act) -> Result<Imported, NotImported> {
        import(&self.export(), &self.store, act).await
    }

    async fn roster(&self) -> Roster {
        self.store.roster().await.unwrap()
    }

    /// Every byte that the database has on the disk.
    fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.folder.join("data")).unwrap().map(|entry| entry.unwrap().path());
        files.flat_map(|file| fs::read(file).unwrap()).collect()
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn in_use(roster: &Roster) -> Vec<&str> {
    roster.rooms.iter().filter(|room| room.active).map(|room| room.name.as_str()).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[tokio::test]
async fn a_dry_run_says_what_would_change_and_changes_nothing() {
    let office = Office::new("dry").await;
    let report = office.imports(Act::DryRun).await.unwrap().to_string();
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
    office.imports(Act::Import).await.unwrap();
    let first = office.roster().await;
    assert_eq!(in_use(&first), ["Room 1", "Room 2", "Room 3"]);
    assert!(!office.store.district().await.unwrap().sample);

    office.writes(
        "classes.csv",
        "sourcedId,grades,location,schoolSourcedId\nc1,02,Room 1,a\nc2,04,Room 2,a\nc4,04,Room 4,a\n",
    );
    let imported = office.imports(Act::Import).await.unwrap();
    let difference = &imported.difference;
    let count = [&difference.rooms_added, &difference.rooms_changed, &difference.rooms_made_inactive].map(Vec::len);
    assert_eq!(count, [1, 1, 1], "{imported}");
    let second = office.roster().await;
    assert_eq!(in_use(&second), ["Room 1", "Room 2", "Room 4"]);
    assert_eq!(second.rooms.len(), 4);

    office.writes("classes.csv", CLASSES);
    let imported = office.imports(Act::Import).await.unwrap().to_string();
    assert!(imported.contains("2 rooms changed\n    Alder: Room 2, Room 3\n"), "{imported}");
    assert!(imported.contains("1 room made inactive\n    Alder: Room 4\n"), "{imported}");
}

#[tokio::test]
async fn the_same_export_again_changes_nothing() {
    let office = Office::new("again").await;
    office.imports(Act::Import).await.unwrap();
    let before = office.store.district().await.unwrap();
    let report = office.imports(Act::Import).await.unwrap().to_string();
    assert!(report.ends_with("Nothing had changed.\n"), "{report}");
    assert_eq!(office.store.district().await.unwrap(), before);
}

#[tokio::test]
async fn an_export_that_is_refused_changes_nothing() {
    let office = Office::new("refused").await;
    office.imports(Act::Import).await.unwrap();
    let before = office.roster().await;
    fs::remove_file(office.export().join("orgs.csv")).unwrap();
    let refusal = office.imports(Act::Import).await.unwrap_err().to_string();
    assert_eq!(refusal, "there is no orgs.csv in the folder");
    assert_eq!(office.roster().await, before);
    let nowhere = import(Path::new("/nowhere/at/all"), &office.store, Act::Import).await.unwrap_err().to_string();
    assert!(nowhere.starts_with("the folder /nowhere/at/all cannot be read"), "{nowhere}");
}

#[tokio::test]
async fn files_with_people_in_them_are_never_opened_and_no_title_is_kept() {
    let office = Office::new("people").await;
    // A folder of that name cannot be read as a file: opening it would refuse the import.
    for file in ["users.csv", "enrollments.csv"] {
        fs::create_dir(office.export().join(file)).unwrap();
    }
    office.writes("demographics.csv", "sourcedId,birthDate\nZACHARIAS-Q,2015-01-01\n");
    let imported = office.imports(Act::Import).await.unwrap();
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
    office.imports(Act::Import).await.unwrap();
    office.store.become_sample().await.unwrap();
    office.imports(Act::Import).await.unwrap();
    let before = office.roster().await;
    office.writes("orgs.csv", &ORGS.replace("Rivermoor", "Another District"));
    let refusal = office.imports(Act::Import).await.unwrap_err().to_string();
    assert!(refusal.contains("\"Another District\" is another district"), "{refusal}");
    let district = office.store.district().await.unwrap();
    assert_eq!((district.sample, district.name.as_str()), (true, "Rivermoor"));
    assert_eq!(office.roster().await, before);
}

#[tokio::test]
async fn a_district_that_is_called_otherwise_now_says_what_it_was_called() {
    let office = Office::new("renamed").await;
    office.imports(Act::Import).await.unwrap();
    office.writes("orgs.csv", &ORGS.replace("Rivermoor", "Another District"));
    let report = office.imports(Act::Import).await.unwrap().to_string();
    assert!(report.contains("The district was called Rivermoor before."), "{report}");
}

#[tokio::test]
async fn faults_are_said_and_the_rest_comes_in() {
    let office = Office::new("faults").await;
    office.writes("classes.csv", &format!("{CLASSES}c9,,02,Room 9,nowhere\n"));
    let report = office.imports(Act::Import).await.unwrap().to_string();
    assert!(report.ends_with(
        "1 fault in the files:\n  classes.csv row 5: schoolSourcedId \"nowhere\" is not in orgs.csv; row skipped\n"
    ));
    assert_eq!(in_use(&office.roster().await), ["Room 1", "Room 2", "Room 3"]);
}
