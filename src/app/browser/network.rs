//! The way to the server by the browser's `fetch`.

use async_trait::async_trait;
use device::network::{DOOR, Method, Network, NoAnswer, Request, Response, door_word};
use domain::permission::Role;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit};

/// Milliseconds after which an answer is no longer waited for.
const LONGEST_WAIT: u32 = 30_000;

/// Asks the server that the app came from, through one of the sample's doors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fetch {
    /// In whose place.
    pub door: Role,
}

#[async_trait(?Send)]
impl Network for Fetch {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        self.fetch(request).await.ok_or(NoAnswer)
    }
}

impl Fetch {
    async fn fetch(&self, request: Request) -> Option<Response> {
        let init = RequestInit::new();
        init.set_method(match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
        });
        let headers = Headers::new().ok()?;
        if let Some(door) = door_word(self.door) {
            headers.set(DOOR, door).ok()?;
        }
        if let Some(body) = &request.body {
            headers.set("content-type", "application/json").ok()?;
            init.set_body(&body.as_str().into());
        }
        init.set_headers(&headers);
        init.set_cache(web_sys::RequestCache::NoStore);
        if let Some(signal) = timeout() {
            js_sys::Reflect::set(&init, &"signal".into(), &signal).ok()?;
        }
        let fetched = super::window().fetch_with_str_and_init(&request.path, &init);
        let response: web_sys::Response = JsFuture::from(fetched).await.ok()?.dyn_into().ok()?;
        let body = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        Some(Response { status: response.status(), body })
    }
}

/// Not every browser has `AbortSignal.timeout`; without it the browser's own limit holds.
fn timeout() -> Option<wasm_bindgen::JsValue> {
    let signals = super::property(&super::window(), "AbortSignal")?;
    super::call(&signals, "timeout", &[LONGEST_WAIT.into()])
}
