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

/// What kind of device it is, as its owner would call it; a plain "tablet" where the browser does not say.
pub fn kind_of_device() -> String {
    let navigator = super::window().navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    // An iPad says that it is a Mac; no Mac has a touch screen.
    let touches = super::property(&navigator, "maxTouchPoints").and_then(|value| value.as_f64()).unwrap_or_default();
    let kind = match agent.as_str() {
        agent if agent.contains("iPhone") => "iPhone",
        agent if agent.contains("iPad") || (agent.contains("Macintosh") && touches > 1.0) => "iPad",
        agent if agent.contains("CrOS") => "Chromebook",
        agent if agent.contains("Android") => "Android",
        agent if agent.contains("Macintosh") => "Mac",
        agent if agent.contains("Windows") => "Windows",
        _ => "tablet",
    };
    kind.to_owned()
}
