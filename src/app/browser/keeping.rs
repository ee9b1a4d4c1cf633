//! Whether the browser promises to keep what is stored here, and how much room there is.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// What the browser promises about this site's storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It keeps everything until a person clears it.
    Promised,
    /// It may clear the storage of sites that are not used for some time.
    NotPromised,
    /// It has no way to say.
    NotSaid,
}

/// Room for this site on this device, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What is used.
    pub used: u64,
    /// What may be used in all.
    pub in_all: u64,
}

/// What the browser promises now.
pub async fn promised() -> Keeping {
    answer(storage().and_then(|storage| storage.persisted().ok())).await
}

/// Asks the browser to keep everything; some ask the person.
pub async fn ask() -> Keeping {
    answer(storage().and_then(|storage| storage.persist().ok())).await
}

/// How much room there is, where the browser says.
pub async fn room() -> Option<Room> {
    let estimate = JsFuture::from(storage()?.estimate().ok()?).await.ok()?;
    let number = |name| super::property(&estimate, name).and_then(|value| value.as_f64()).map(|value| value as u64);
    Some(Room { used: number("usage")?, in_all: number("quota")? })
}

async fn answer(asked: Option<js_sys::Promise>) -> Keeping {
    let Some(asked) = asked else { return Keeping::NotSaid };
    match JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Keeping::Promised,
        Some(false) => Keeping::NotPromised,
        None => Keeping::NotSaid,
    }
}

/// Over plain HTTP and in some browsers there is none, or none that can promise.
fn storage() -> Option<StorageManager> {
    let navigator: JsValue = super::window().navigator().into();
    let storage = super::property(&navigator, "storage")?;
    super::property(&storage, "persist")?;
    Some(storage.into())
}
