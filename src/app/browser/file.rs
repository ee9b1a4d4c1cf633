//! Files: one that is saved where downloads go, and one that somebody chose.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlAnchorElement, HtmlInputElement, Url};

use super::document;

/// Hands a text to the browser to be saved under a name; false where it takes none. Where it lies then is the browser's
/// to say.
pub fn save(name: &str, text: &str) -> bool {
    Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())).is_ok_and(|blob| save_blob(name, &blob))
}

/// The same with what came from the server.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    let offered = Url::create_object_url_with_blob(blob).and_then(|address| {
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Ok(())
    });
    // The address is left to the page, which ends: some browsers read from it long after the click.
    offered.is_ok()
}

/// The text of the file that was chosen in the field that fits the selector; nothing when none was, or it cannot be read.
pub async fn chosen(selector: &str) -> Option<String> {
    let file = field(selector)?.files()?.get(0)?;
    let text: JsValue = JsFuture::from(file.text()).await.ok()?;
    text.as_string()
}

/// Forgets which file was chosen: a browser says nothing when the same one is chosen again.
pub fn forget(selector: &str) {
    if let Some(field) = field(selector) {
        field.set_value("");
    }
}

fn field(selector: &str) -> Option<HtmlInputElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}
