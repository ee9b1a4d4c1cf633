//! What a tablet in an example takes from the browser around it.

use async_trait::async_trait;
use device::network::{DOOR, Method, Network, NoAnswer, Request, Response};
use device::people::Door;
use device::surroundings::{Clock, Random};
use domain::time::{Day, Moment};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Its clock, its randomness, and its network by the sample's door of those who lead.
pub struct Browser;

impl Random for Browser {
    fn fill(&self, bytes: &mut [u8]) {
        let crypto = web_sys::window().and_then(|window| window.crypto().ok()).expect("a page has a window");
        crypto.get_random_values_with_u8_array(bytes).expect("browsers draw up to 64 KB at once");
    }
}

impl Clock for Browser {
    fn now(&self) -> Moment {
        Moment(js_sys::Date::now() as i64)
    }

    fn steady(&self) -> i64 {
        js_sys::Date::now() as i64
    }

    fn day_of(&self, moment: Moment) -> Day {
        moment.day()
    }
}

#[async_trait(?Send)]
impl Network for Browser {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        fetch(request).await.map_err(|_| NoAnswer)
    }
}

/// By the names that JavaScript has for it all.
async fn fetch(request: Request) -> Result<Response, JsValue> {
    let (headers, init) = (Object::new(), Object::new());
    Reflect::set(&headers, &DOOR.into(), &Door::Lead.word().into())?;
    let method = match request.method {
        Method::Get => "GET",
        Method::Post => "POST",
    };
    Reflect::set(&init, &"method".into(), &method.into())?;
    if let Some(body) = &request.body {
        Reflect::set(&headers, &"content-type".into(), &"application/json".into())?;
        Reflect::set(&init, &"body".into(), &body.as_str().into())?;
    }
    Reflect::set(&init, &"headers".into(), &headers)?;
    let response = called(&js_sys::global(), "fetch", &[request.path.into(), init.into()]).await?;
    let status = Reflect::get(&response, &"status".into())?.as_f64().unwrap_or_default();
    let body = called(&response, "text", &[]).await?.as_string().unwrap_or_default();
    Ok(Response { status: status as u16, body })
}

/// Calls a method and waits for what its promise resolves to.
async fn called(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    let promise: Promise = method.apply(of, &arguments.iter().collect())?.dyn_into()?;
    JsFuture::from(promise).await
}
