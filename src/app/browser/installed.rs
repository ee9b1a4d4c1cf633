//! Whether the app was put on the home screen, and how it gets there.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// `boot.js` keeps the browser's offer under this name.
const OFFER: &str = "noticeboardInstall";

/// How people put an app on their device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// iPad and iPhone: by Share, in Safari.
    Apple,
    /// By Chrome's menu.
    Android,
    /// By the address bar, and then to the shelf.
    Chromebook,
    /// By the address bar.
    Computer,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 4] = [Way::Apple, Way::Android, Way::Chromebook, Way::Computer];
}

/// The way of the device at hand.
pub fn way() -> Way {
    match kind_of_device().as_str() {
        "iPhone" | "iPad" => Way::Apple,
        "Android" => Way::Android,
        "Chromebook" => Way::Chromebook,
        _ => Way::Computer,
    }
}

/// Whether the browser offers to install the app by itself. Safari and Firefox never do.
pub fn is_offered() -> bool {
    super::property(&super::window(), OFFER).is_some()
}

/// Takes the offer up: the browser asks the person. False when the person declined.
pub async fn install() -> bool {
    let asked = super::call(&super::window(), OFFER, &[]).and_then(|asked| asked.dyn_into::<Promise>().ok());
    match asked {
        Some(asked) => JsFuture::from(asked).await.is_ok_and(|accepted| accepted.is_truthy()),
        None => false,
    }
}

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
