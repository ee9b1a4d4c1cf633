//! Whether the app was put on the home screen.

/// Whether this window is that of an installed app.
pub fn is_installed() -> bool {
    let window = super::window();
    let standalone = |mode: &str| {
        let query = window.match_media(&format!("(display-mode: {mode})")).ok().flatten();
        query.is_some_and(|query| query.matches())
    };
    // iPad and iPhone say it in a property of their own.
    let says_so = super::property(&window.navigator(), "standalone").and_then(|value| value.as_bool());
    standalone("standalone") || standalone("fullscreen") || says_so.unwrap_or(false)
}
