//! How a world's database is put away and put back.

use std::fs;

use super::{Backup, Engine, World, postgres};

impl World {
    /// Copies the database while the server stands still.
    pub async fn backup(&mut self) -> Backup {
        self.server.store.shut().await;
        let backup = match &self.engine {
            Engine::Sqlite => {
                let copy = self.folder.join("backup.sqlite3");
                fs::copy(self.folder.join("noticeboard.sqlite3"), &copy).unwrap();
                Backup(copy.display().to_string())
            }
            Engine::Postgres { database } => {
                let copy = format!("{database}_backup");
                postgres::copy(database, &copy).await;
                Backup(copy)
            }
        };
        self.opens_the_server().await;
        backup
    }

    /// Puts the database back as it was, and starts the server again.
    pub async fn restore(&mut self, backup: &Backup) {
        self.server.store.shut().await;
        match &self.engine {
            Engine::Sqlite => drop(fs::copy(&backup.0, self.folder.join("noticeboard.sqlite3")).unwrap()),
            Engine::Postgres { database } => postgres::copy(&backup.0, database).await,
        }
        self.opens_the_server().await;
    }

    /// The same, with nothing left in the data folder that knows better.
    pub async fn restore_everything(&mut self, backup: &Backup) {
        fs::remove_file(self.high_water()).unwrap();
        self.restore(backup).await;
    }

    /// What PostgreSQL's own tool says of the database while the server runs.
    pub fn dumped_by_its_own_tool(&self) -> Vec<u8> {
        let Engine::Postgres { database } = &self.engine else { panic!("only PostgreSQL has such a tool") };
        postgres::dump(database)
    }

    /// Puts that back by PostgreSQL's own tool while the server stands still, and starts it with `--restored`.
    pub async fn put_back_by_its_own_tool(&mut self, dump: &[u8]) {
        let Engine::Postgres { database } = &self.engine else { panic!("only PostgreSQL has such a tool") };
        self.server.store.shut().await;
        postgres::put_back(dump, database);
        self.opens_the_server().await;
        self.server.store.was_restored(self.server.now()).await.unwrap();
    }
}
