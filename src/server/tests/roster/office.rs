//! The office in which a roster arrives: a folder for files and a server's database, gone at the end.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::roster::Roster;
use domain::time::{Day, Moment};
use server::roster::{Choices, Looked, NotImported, Offered, Retiring, look};
use server::store::{Place, Store};
use server::surroundings::SystemRandom;

/// A Monday in the middle of a school year.
pub const NOW: Moment = Moment(1_795_443_600_000);

/// An export and a database in a folder of their own.
pub struct Office {
    folder: PathBuf,
    pub store: Store,
    pub choices: Choices,
}

pub const ORGS: &str = "sourcedId,name,type,parentSourcedId\nd,Rivermoor,district,\na,Alder,school,d\n";
pub const CLASSES: &str = "sourcedId,title,grades,location,schoolSourcedId\n\
    c1,Ms. Rivera Reading,02,Room 1,a\nc2,Ms. Rivera Writing,02,Room 2,a\nc3,Third,03,Room 3,a\n";

impl Office {
    /// An office with a small export in order.
    pub async fn new(name: &str) -> Office {
        let folder = std::env::temp_dir().join(format!("noticeboard-roster-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("export")).unwrap();
        let store = Store::open(Place::in_folder(folder.join("data")), Arc::new(SystemRandom), NOW).await.unwrap();
        let office = Office { folder, store, choices: Choices::on(today()) };
        office.writes("orgs.csv", ORGS);
        office.writes("classes.csv", CLASSES);
        office
    }

    pub fn writes(&self, file: &str, text: &str) {
        fs::write(self.export().join(file), text).unwrap();
    }

    pub fn export(&self) -> PathBuf {
        self.folder.join("export")
    }

    pub async fn looks(&self) -> Result<Looked, NotImported> {
        self.looks_at(Offered::at(&self.export())?).await
    }

    pub async fn looks_at(&self, offered: Offered) -> Result<Looked, NotImported> {
        look(offered, &self.choices, &self.store).await
    }

    pub async fn imports(&self) -> Result<Looked, NotImported> {
        self.looks().await?.import(Retiring::AFifthAtMost, &self.store).await
    }

    pub async fn imports_whatever_goes(&self) -> Result<Looked, NotImported> {
        self.looks().await?.import(Retiring::AsManyAsItTakes, &self.store).await
    }

    pub async fn roster(&self) -> Roster {
        self.store.roster().await.unwrap()
    }

    /// Every byte of every file in the data folder, the write-ahead log among them.
    pub fn bytes(&self) -> Vec<u8> {
        let files: Vec<PathBuf> =
            fs::read_dir(self.folder.join("data")).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(files.iter().any(|file| file.to_string_lossy().ends_with("-wal")), "the log is there: {files:?}");
        files.iter().flat_map(|file| fs::read(file).unwrap()).collect()
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

pub fn today() -> Day {
    NOW.day()
}

/// A folder of files of our own, by the name of what is wrong with it.
pub fn files(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/roster/files").join(name)
}

pub fn in_use(roster: &Roster) -> Vec<&str> {
    roster.rooms.iter().filter(|room| room.active).map(|room| room.name.as_str()).collect()
}

pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
