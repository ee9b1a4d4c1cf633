//! A new version of the app: `boot.js` hears of it, the app offers it between visits.

use super::{call, property, window};

/// Whether a new version waits.
pub fn is_ready() -> bool {
    let update = property(&window(), "noticeboardUpdate");
    update.and_then(|update| property(&update, "ready")).and_then(|ready| ready.as_bool()).unwrap_or(false)
}

/// Switches to the new version and loads the page again.
pub fn switch() {
    call(&window(), "noticeboardUseNewVersion", &[]);
}
