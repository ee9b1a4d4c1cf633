//! Which tablets are stored here, whether the browser promises to keep it, and how much room there is.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// The database of this origin that holds the tablet of the sample's door. `boot.js` looks for it too.
pub const TABLET: &str = "noticeboard";
/// What the database of a leader who signed in begins with, before the person. `boot.js` looks for these too.
pub const TABLET_OF: &str = "noticeboard-";

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

/// The databases in this browser that hold a tablet: then visits are led here, whatever else was forgotten. None where a
/// browser does not list what it stores.
pub async fn tablets() -> Vec<String> {
    let listed = super::property(&super::window(), "indexedDB").and_then(|store| super::call(&store, "databases", &[]));
    let Some(listed) = listed else { return Vec::new() };
    let listed = JsFuture::from(js_sys::Promise::resolve(&listed)).await;
    let listed = listed.map_or_else(|_| js_sys::Array::new(), |listed| js_sys::Array::from(&listed));
    let name = |database: JsValue| super::property(&database, "name").and_then(|name| name.as_string());
    listed.iter().filter_map(name).filter(|name| name == TABLET || name.starts_with(TABLET_OF)).collect()
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
