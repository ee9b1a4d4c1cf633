//! The camera, as `scan.js` reads QR codes with it; loaded only when somebody scans.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{call, document, window};

/// Why nothing can be scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCamera {
    /// The person, or who manages the device, does not allow it.
    Denied,
    /// The device has none.
    None,
    /// Another program has it.
    Busy,
    /// The page did not come over HTTPS.
    Insecure,
    /// This browser cannot, or something of it did not load.
    Unable,
}

/// A camera that is on, or about to be. It goes off when this is dropped, and when the page is hidden.
#[derive(PartialEq)]
pub struct Camera(JsValue);

impl Camera {
    /// Switches the camera on, and shows what it sees in the video element that fits the selector.
    pub async fn open(video: &str) -> Result<Camera, NoCamera> {
        let loading = call(&window(), "noticeboardScan", &[]).ok_or(NoCamera::Unable)?;
        let scan = JsFuture::from(loading.unchecked_into::<Promise>()).await.map_err(|_| NoCamera::Unable)?;
        let video = document().query_selector(video).ok().flatten().ok_or(NoCamera::Unable)?;
        call(&scan, "open", &[video.into()]).map(Camera).ok_or(NoCamera::Unable)
    }

    /// Waits for the next text that it reads; nothing once the camera is off.
    pub async fn next(&self) -> Result<Option<String>, NoCamera> {
        let next = call(&self.0, "next", &[]).ok_or(NoCamera::Unable)?;
        let read = JsFuture::from(next.unchecked_into::<Promise>()).await;
        read.map(|text| text.as_string()).map_err(|why| match why.as_string().as_deref() {
            Some("denied") => NoCamera::Denied,
            Some("none") => NoCamera::None,
            Some("busy") => NoCamera::Busy,
            Some("insecure") => NoCamera::Insecure,
            _ => NoCamera::Unable,
        })
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        call(&self.0, "stop", &[]);
    }
}
