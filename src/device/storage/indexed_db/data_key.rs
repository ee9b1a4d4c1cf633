//! The data key: made once, wrapped by a key of the browser that no script can read out.

use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, CryptoKey, SubtleCrypto};

use super::ending::{self, Commit};
use super::schema::KEYS;
use crate::storage::{DataKey, StorageFailure};
use crate::surroundings::{Random, draw};

const WRAPPING: &str = "wrapping";
const DATA: &str = "data";
const NONCE: usize = 12;

/// The database's data key; made and stored when there is none.
///
/// One half without the other is an error and not a reason to begin anew: records sealed with the lost key may hold
/// work that is nowhere else.
pub(super) async fn of(database: &Database, random: &dyn Random) -> Result<[u8; 32], StorageFailure> {
    if let Some(data_key) = stored(database).await? {
        return Ok(data_key);
    }
    let (wrapping, data_key) = (make_wrapping_key().await?, draw(random));
    let wrapped = wrap(&wrapping, &data_key, draw(random)).await?;
    match write(database, &wrapping, &wrapped).await {
        Ok(()) => Ok(data_key),
        // Another tab was quicker: its key is the tablet's.
        Err(failure) => stored(database).await?.ok_or(failure),
    }
}

/// The data key that is stored; nothing where none was ever made.
pub(super) async fn stored(database: &Database) -> Result<Option<[u8; 32]>, StorageFailure> {
    match (read(database, WRAPPING).await?, read(database, DATA).await?) {
        (Some(wrapping), Some(data)) => {
            unwrap(&wrapping.unchecked_into(), &Uint8Array::new(&data).to_vec()).await.map(Some)
        }
        (None, None) => Ok(None),
        _ => Err(StorageFailure::Failed("one half of this tablet's key is missing".into())),
    }
}

/// A data key as it is stored in the place of another one.
pub(super) async fn wrapped(database: &Database, data_key: &DataKey) -> Result<Vec<u8>, StorageFailure> {
    let missing = || StorageFailure::Failed("the key of this browser is missing".into());
    let wrapping = read(database, WRAPPING).await?.ok_or_else(missing)?;
    wrap(&wrapping.unchecked_into(), &data_key.key, data_key.nonce).await
}

/// Asks for a wrapped data key to be stored, within a transaction.
pub(super) fn put(keys: &ObjectStore<'_>, wrapped: &[u8]) -> Result<(), Error> {
    drop(keys.put(JsValue::from(Uint8Array::from(wrapped))).with_key(DATA).without_key_type().primitive()?);
    Ok(())
}

async fn read(database: &Database, name: &str) -> Result<Option<JsValue>, StorageFailure> {
    let transaction = database.transaction(KEYS).with_mode(TransactionMode::Readonly).build()?;
    let store = transaction.object_store(KEYS)?;
    Ok(store.get::<JsValue, _, _>(name).primitive()?.await?)
}

async fn write(database: &Database, wrapping: &CryptoKey, wrapped: &[u8]) -> Result<(), StorageFailure> {
    let mut options = TransactionOptions::new();
    options.set_durability(TransactionDurability::Strict);
    let transaction = database.transaction(KEYS).with_mode(TransactionMode::Readwrite).with_options(options).build()?;
    let store = transaction.object_store(KEYS)?;
    // `add` refuses to overwrite: of two tabs that make a key at once, the second one's transaction is aborted.
    drop(store.add(JsValue::from(wrapping.clone())).with_key(WRAPPING).without_key_type().primitive()?);
    drop(store.add(JsValue::from(Uint8Array::from(wrapped))).with_key(DATA).without_key_type().primitive()?);
    drop(store);
    ending::of(transaction, Commit::ByItself).await
}

async fn make_wrapping_key() -> Result<CryptoKey, StorageFailure> {
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let extractable = false;
    let made = subtle()?.generate_key_with_object(&AesKeyGenParams::new("AES-GCM", 256), extractable, &usages);
    Ok(JsFuture::from(made.map_err(failed)?).await.map_err(failed)?.unchecked_into())
}

async fn wrap(key: &CryptoKey, plain: &[u8], nonce: [u8; NONCE]) -> Result<Vec<u8>, StorageFailure> {
    let wrapped = subtle()?.encrypt_with_object_and_u8_array(&parameters(&nonce), key, plain).map_err(failed)?;
    let wrapped = Uint8Array::new(&JsFuture::from(wrapped).await.map_err(failed)?).to_vec();
    Ok([nonce.as_slice(), &wrapped].concat())
}

async fn unwrap(key: &CryptoKey, stored: &[u8]) -> Result<[u8; 32], StorageFailure> {
    let damaged = || StorageFailure::Failed("this tablet's key is damaged".into());
    let (nonce, wrapped) = stored.split_first_chunk::<NONCE>().ok_or_else(damaged)?;
    let plain = subtle()?.decrypt_with_object_and_u8_array(&parameters(nonce), key, wrapped).map_err(failed)?;
    let plain = Uint8Array::new(&JsFuture::from(plain).await.map_err(|_| damaged())?).to_vec();
    plain.try_into().map_err(|_| damaged())
}

fn parameters(nonce: &[u8; NONCE]) -> AesGcmParams {
    AesGcmParams::new("AES-GCM", &Uint8Array::from(nonce.as_slice()))
}

/// WebCrypto, which browsers offer only over HTTPS and on this machine itself.
fn subtle() -> Result<SubtleCrypto, StorageFailure> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let subtle = crypto.map(|crypto| crypto.subtle()).filter(|subtle| !subtle.is_undefined());
    subtle.ok_or_else(|| StorageFailure::Failed("this page was not opened over HTTPS".into()))
}

fn failed(error: JsValue) -> StorageFailure {
    StorageFailure::Failed(format!("{error:?}"))
}
