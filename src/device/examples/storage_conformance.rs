//! A page that holds the browser's storage to the contract of `device::storage`; the tests crate opens it in a browser.
//!
//! When it is through, `window.storageConformance` is `{ passed: [sentence], failed: [sentence] }`.

#[cfg(target_arch = "wasm32")]
fn main() {
    wasm_bindgen_futures::spawn_local(in_browser::run());
}

/// On this machine there is no browser's storage; the storage in memory has tests of its own.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use std::rc::Rc;

    use device::storage::conformance::{self, Opener};
    use device::storage::indexed_db::IndexedDb;
    use device::storage::{Storage, StorageFailure};
    use device::surroundings::Random;
    use js_sys::{Array, Object, Reflect};
    use wasm_bindgen::JsValue;

    pub async fn run() {
        let report = conformance::run(fresh).await;
        let sentences = |list: Vec<String>| list.into_iter().map(JsValue::from).collect::<Array>();
        let found = Object::new();
        for (name, list) in [("passed", report.passed), ("failed", report.failed)] {
            Reflect::set(&found, &name.into(), &sentences(list)).expect("an object of this page can be written");
        }
        Reflect::set(&js_sys::global(), &"storageConformance".into(), &found).expect("a page's window can be written");
    }

    /// Each sentence has a database of its own, and each opening is one anew, as after a start of the app.
    fn fresh(sentence: &str) -> Opener {
        let name = sentence.to_owned();
        Box::new(move || {
            let name = name.clone();
            Box::pin(async move {
                let (storage, _) = IndexedDb::open(&name, &Browser).await?;
                Ok::<Rc<dyn Storage>, StorageFailure>(Rc::new(storage))
            })
        })
    }

    struct Browser;

    impl Random for Browser {
        fn fill(&self, bytes: &mut [u8]) {
            let crypto = web_sys::window().and_then(|window| window.crypto().ok()).expect("a page has a window");
            crypto.get_random_values_with_u8_array(bytes).expect("browsers draw up to 64 KB at once");
        }
    }
}
