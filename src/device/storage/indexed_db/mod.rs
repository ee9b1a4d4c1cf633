//! A storage in the browser: IndexedDB with strict durability.

mod data_key;
mod ending;
mod limit;
mod owner;
mod schema;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use async_trait::async_trait;
use domain::ids::hex;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use self::ending::Commit;
use self::limit::{of_batch, within};
use self::owner::Opening;
use self::schema::{KEYS, RECORDS, TURNS};
use crate::storage::{Storage, StorageFailure, Stored, Write};
use crate::surroundings::{Random, draw};
use crate::vault::Vault;

/// The records of one origin's database.
#[derive(Clone)]
pub struct IndexedDb {
    name: String,
    opening: Opening,
    /// The open handle. It is dropped when another tab wants to upgrade, and when it turns out to be dead: browsers end
    /// handles of apps that sleep.
    handle: Rc<RefCell<Option<Rc<Database>>>>,
    /// Set once the database was removed: opening it again would make an empty one.
    erased: Rc<Cell<bool>>,
}

/// Milliseconds within which a handle that works gives a sign of life, on a device that has just been woken up.
const SIGN_OF_LIFE: i32 = 3_000;

/// No key of a record comes after it: all of them are plain letters, digits and slashes.
const AFTER_ALL_KEYS: &str = "~";

impl IndexedDb {
    /// Opens the database of this name, and makes it with a data key of its own when there is none.
    ///
    /// # Errors
    /// When it cannot be opened, or its data key cannot be unwrapped. Nothing is ever deleted.
    pub async fn open(name: &str, random: &dyn Random) -> Result<(IndexedDb, Vault), StorageFailure> {
        IndexedDb::take(name, schema::open(name).await?, random).await
    }

    /// Opens the database of this name, which was there before; nothing where the browser has thrown it away, and then
    /// no key is made, though an empty database may be there afterwards.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_again(name: &str, random: &dyn Random) -> Result<Option<(IndexedDb, Vault)>, StorageFailure> {
        let database = schema::open(name).await?;
        match data_key::stored(&database).await? {
            Some(_) => IndexedDb::take(name, database, random).await.map(Some),
            None => {
                database.close();
                Ok(None)
            }
        }
    }

    async fn take(name: &str, database: Database, random: &dyn Random) -> Result<(IndexedDb, Vault), StorageFailure> {
        let data_key = data_key::of(&database, random).await?;
        let opening = Opening::take(&database, hex(&draw::<16>(random))).await?;
        let storage = IndexedDb { name: name.to_owned(), opening, handle: Rc::default(), erased: Rc::default() };
        storage.hold(database);
        Ok((storage, Vault::new(data_key)))
    }

    /// Opens the database of this name to read it, where [`Self::open`] fails: it brings an older one to the newest version,
    /// writes nothing else, and takes nothing from another opening.
    ///
    /// # Errors
    /// When there is none, or its data key cannot be unwrapped.
    pub async fn open_to_read(name: &str) -> Result<(IndexedDb, Vault), StorageFailure> {
        let database = schema::open_to_read(name).await?;
        let nothing = || StorageFailure::Failed("nothing is stored here".into());
        let data_key = data_key::stored(&database).await?.ok_or_else(nothing)?;
        let storage =
            IndexedDb { name: name.to_owned(), opening: Opening::none(), handle: Rc::default(), erased: Rc::default() };
        storage.hold(database);
        Ok((storage, Vault::new(data_key)))
    }

    async fn database(&self) -> Result<Rc<Database>, StorageFailure> {
        if let Some(database) = self.handle.borrow().clone() {
            return Ok(database);
        }
        if self.erased.get() {
            return Err(StorageFailure::TakenOver);
        }
        let database = schema::open(&self.name).await?;
        // The browser may have thrown the store away in the meantime, and with it the key that opens the records.
        if !self.opening.is_of(&database).await? {
            return Err(match data_key::stored(&database).await? {
                Some(_) => StorageFailure::TakenOver,
                None => StorageFailure::Failed("the browser has thrown it away; load this page again".into()),
            });
        }
        Ok(self.hold(database))
    }

    fn hold(&self, database: Database) -> Rc<Database> {
        let database = Rc::new(database);
        *self.handle.borrow_mut() = Some(database.clone());
        self.give_way(&database);
        database
    }

    /// Lets go of the handle as soon as a newer version in another tab wants to upgrade, so that it is not blocked.
    fn give_way(&self, database: &Database) {
        let handle = Rc::downgrade(&self.handle);
        if let Ok(mut changes) = database.version_changes() {
            wasm_bindgen_futures::spawn_local(async move {
                changes.recv().await;
                if let Some(database) = handle.upgrade().and_then(|handle| handle.take()) {
                    // Other clones of the handle only live inside a transaction that is about to end.
                    drop(database);
                }
                changes.db().clone().close();
            });
        }
    }

    async fn try_commit(&self, batch: &[Write]) -> Result<(), StorageFailure> {
        let database = self.database().await?;
        // Wrapped before the transaction opens, which would not wait for it.
        let data_key = batch.iter().rev().find_map(|write| match write {
            Write::DataKey(key) => Some(key),
            _ => None,
        });
        let data_key = match data_key {
            Some(key) => Some(data_key::wrapped(&database, key).await?),
            None => None,
        };
        let mut options = TransactionOptions::new();
        options.set_durability(TransactionDurability::Strict);
        let all = [RECORDS, KEYS, TURNS];
        let transaction =
            database.transaction(all).with_mode(TransactionMode::Readwrite).with_options(options).build()?;
        // Nothing waits for a single request: the transaction hears of each that fails.
        if let Some(wrapped) = &data_key {
            data_key::put(&transaction.object_store(KEYS)?, wrapped)?;
        }
        let records = transaction.object_store(RECORDS)?;
        for write in batch {
            match write {
                Write::Put(stored) => {
                    let sealed = JsValue::from(Uint8Array::from(stored.sealed.as_slice()));
                    drop(records.put(sealed).with_key(stored.key.as_str()).without_key_type().primitive()?);
                }
                Write::Delete(key) => drop(records.delete::<&str, _>(key.as_str()).primitive()?),
                Write::DeleteRange(first, last) => {
                    drop(records.delete::<&str, _>(first.as_str()..=last.as_str()).primitive()?);
                }
                // There is one, wherever in the batch it stands.
                Write::DataKey(_) => (),
            }
        }
        drop(records);
        let commit = if batch.len() == 1 { Commit::AtOnce } else { Commit::ByItself };
        self.opening.commit(transaction, commit).await
    }

    async fn try_read(&self) -> Result<Vec<Stored>, StorageFailure> {
        let database = self.database().await?;
        let transaction = database.transaction(RECORDS).with_mode(TransactionMode::Readonly).build()?;
        let records = transaction.object_store(RECORDS)?;
        // Both in the order of the keys.
        let keys = records.get_all_keys::<String>().primitive()?;
        let values = records.get_all::<JsValue>().primitive()?;
        let (keys, values) = (keys.await?, values.await?);
        keys.zip(values)
            .map(|(key, value)| Ok(Stored { key: key?, sealed: Uint8Array::new(&value?).to_vec() }))
            .collect()
    }

    fn forget_handle(&self) {
        *self.handle.borrow_mut() = None;
    }
}

#[async_trait(?Send)]
impl Storage for IndexedDb {
    async fn read_all(&self) -> Result<Vec<Stored>, StorageFailure> {
        match self.try_read().await {
            Err(StorageFailure::Failed(_)) => {
                self.forget_handle();
                self.try_read().await
            }
            answer => answer,
        }
    }

    /// Each record by a request of its own: where one is damaged, a request for all of them fails as a whole.
    async fn read_each(&self) -> Result<(Vec<Stored>, usize), StorageFailure> {
        let database = self.database().await?;
        let keys = {
            let transaction = database.transaction(RECORDS).with_mode(TransactionMode::Readonly).build()?;
            let keys = transaction.object_store(RECORDS)?.get_all_keys::<String>().primitive()?.await?;
            keys.filter_map(Result::ok).collect::<Vec<String>>()
        };
        let (mut read, mut unreadable) = (Vec::new(), 0);
        for key in keys {
            match read_one(&database, &key).await {
                Ok(Some(sealed)) => read.push(Stored { key, sealed }),
                Ok(None) | Err(_) => unreadable += 1,
            }
        }
        Ok((read, unreadable))
    }

    /// On a dead handle the same batch is written again over a new one: puts and deletes by key can be repeated. A handle
    /// that does not answer is taken for dead. Should its transaction end after all, it ends before the new one, which
    /// the browser lets wait for it, or nothing was kept and the same keys are written next.
    async fn commit(&self, batch: &[Write]) -> Result<(), StorageFailure> {
        let longest = of_batch(batch.len());
        match within(longest, self.try_commit(batch)).await {
            Err(StorageFailure::Failed(_)) => {
                self.forget_handle();
                within(longest, self.try_commit(batch)).await
            }
            answer => answer,
        }
    }

    async fn wake(&self) {
        let Some(database) = self.handle.borrow().clone() else { return };
        if within(SIGN_OF_LIFE, self.opening.is_of(&database)).await.is_err() {
            self.forget_handle();
        }
    }

    /// The records go first and by themselves, which only the newest opening can do; a tab that holds the database open
    /// gives way when it is to be removed.
    async fn erase(&self) -> Result<(), StorageFailure> {
        self.commit(&[Write::DeleteRange(String::new(), AFTER_ALL_KEYS.to_owned())]).await?;
        self.erased.set(true);
        if let Some(database) = self.handle.take() {
            Rc::unwrap_or_clone(database).close();
        }
        Ok(Database::delete_by_name(&self.name)?.await?)
    }
}

/// A transaction of its own: one that failed takes what was asked in it along.
async fn read_one(database: &Database, key: &str) -> Result<Option<Vec<u8>>, StorageFailure> {
    let transaction = database.transaction(RECORDS).with_mode(TransactionMode::Readonly).build()?;
    let value = transaction.object_store(RECORDS)?.get::<JsValue, _, _>(key).primitive()?.await?;
    Ok(value.map(|value| Uint8Array::new(&value).to_vec()))
}

impl From<Error> for StorageFailure {
    fn from(error: Error) -> StorageFailure {
        because(error.to_string())
    }
}

impl From<OpenDbError> for StorageFailure {
    fn from(error: OpenDbError) -> StorageFailure {
        because(error.to_string())
    }
}

/// What a text of the browser's is about. A limit of its own is a quota; where the disk has less, Chromium passes on what
/// the system says, and then nothing must be written again over a new handle (`docs/traps.md`).
fn because(text: String) -> StorageFailure {
    let is_full = ["Quota", "NO_SPACE"].iter().any(|word| text.contains(word));
    if is_full { StorageFailure::Full } else { StorageFailure::Failed(text) }
}
