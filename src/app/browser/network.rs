//! The way to the server by the browser's `fetch`.

use async_trait::async_trait;
use device::network::{DOOR, Method, Network, NoAnswer, Request, Response};
use device::people::{Door, SESSION};
use domain::ids::SessionId;
use domain::permission::Act;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Headers, RequestInit};

use super::remembered;

/// Milliseconds after which an answer is no longer waited for.
const LONGEST_WAIT: u32 = 30_000;

/// Asks the server that the app came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetch {
    who: Who,
}

/// In whose place something is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    Nobody,
    /// Somebody who signed in here. The browser adds the cookie that proves it.
    Session(SessionId),
    /// Whoever came through a door of the sample.
    Door(Door),
}

#[async_trait(?Send)]
impl Network for Fetch {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        self.fetch(request).await.ok_or(NoAnswer)
    }
}

impl Fetch {
    /// In nobody's place: for what anyone may ask.
    pub fn as_nobody() -> Fetch {
        Fetch { who: Who::Nobody }
    }

    /// In the place of one session.
    pub fn in_session(session: SessionId) -> Fetch {
        Fetch { who: Who::Session(session) }
    }

    /// In the place of whoever leads on this device: the one who signed in, else the sample's door.
    pub fn as_leader() -> Fetch {
        let who = remembered::leader().map_or(Who::Door(Door::Lead), |leader| Who::Session(leader.session));
        Fetch { who }
    }

    /// In the place of whoever reads on this device: the leader if that is one who reads, else anyone who may.
    pub fn as_reader() -> Fetch {
        let people = remembered::leader().into_iter().chain(remembered::people());
        let reads = people.into_iter().find(|person| person.mandate.may(Act::ReadReleases));
        Fetch { who: reads.map_or(Who::Door(Door::Reader), |person| Who::Session(person.session)) }
    }

    /// A file of the server's; nothing when no answer came, or one that holds none.
    pub async fn file(&self, path: String) -> Option<Blob> {
        let response = self.ask(Request { method: Method::Get, path, body: None }).await?;
        let blob = response.ok().then(|| response.blob().ok())??;
        JsFuture::from(blob).await.ok()?.dyn_into().ok()
    }

    async fn fetch(&self, request: Request) -> Option<Response> {
        let response = self.ask(request).await?;
        let body = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        Some(Response { status: response.status(), body })
    }

    async fn ask(&self, request: Request) -> Option<web_sys::Response> {
        let init = RequestInit::new();
        init.set_method(match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
        });
        let headers = Headers::new().ok()?;
        match &self.who {
            Who::Nobody => {}
            Who::Session(session) => headers.set(SESSION, session.as_str()).ok()?,
            Who::Door(door) => headers.set(DOOR, door.word()).ok()?,
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
        JsFuture::from(fetched).await.ok()?.dyn_into().ok()
    }
}

/// Not every browser has `AbortSignal.timeout`; without it the browser's own limit holds.
fn timeout() -> Option<wasm_bindgen::JsValue> {
    let signals = super::property(&super::window(), "AbortSignal")?;
    super::call(&signals, "timeout", &[LONGEST_WAIT.into()])
}
