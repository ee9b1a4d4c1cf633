//! A newer program over the data folder of every schema that was ever released: it opens, and no release changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::release::Release;
use domain::time::Moment;
use server::store::{Place, Store};
use server::surroundings::SystemRandom;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Row};

use crate::running::{Folder, ask, started, stopped};

/// The folders that `cargo xtask schema-fixture` kept, by version.
fn kept() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/schema");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut kept: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    kept.sort();
    kept
}

/// Body and seal of every release, by round, read past the program.
async fn releases(data: &Path) -> BTreeMap<String, (String, String)> {
    let options = SqliteConnectOptions::new().filename(data.join("noticeboard.sqlite3"));
    let mut connection = options.connect().await.unwrap();
    let query = sqlx::query("SELECT id, body, seal FROM changes WHERE kind = 'release'");
    let rows = query.fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    rows.iter().map(|row| (row.get(0), (row.get(1), row.get(2)))).collect()
}

#[tokio::test]
async fn every_released_data_folder_opens_and_each_of_its_releases_reads_as_before() {
    let kept = kept();
    assert!(kept.iter().any(|folder| folder.ends_with("1")), "the first schema is among {kept:?}");
    for fixture in kept {
        let folder = Folder::new(&format!("schema-{}", fixture.file_name().unwrap().display()));
        fs::create_dir_all(folder.data()).unwrap();
        fs::copy(fixture.join("noticeboard.sqlite3"), folder.data().join("noticeboard.sqlite3")).unwrap();
        let before = releases(&folder.data()).await;
        assert!(before.len() >= 4, "{}", fixture.display());

        let (child, address) = started(&folder.data());
        assert!(ask(&address, "GET", "/healthz", "").starts_with("HTTP/1.1 200"), "{}", fixture.display());
        stopped(child);
        assert_eq!(releases(&folder.data()).await, before, "{}", fixture.display());

        let place = Place::in_folder(folder.data());
        let store = Store::open(place, Arc::new(SystemRandom), Moment(0)).await.unwrap();
        let mut read = BTreeMap::new();
        for school in store.schools().await.unwrap().schools {
            for published in store.releases(&school.id).await.unwrap().releases {
                let release: Release = serde_json::from_str(&published.body).unwrap();
                read.insert(release.round.to_string(), (published.body, published.seal));
            }
        }
        store.shut().await;
        assert_eq!(read, before, "{}", fixture.display());
    }
}
