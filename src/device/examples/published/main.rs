//! A page that works out in a browser what rounds publish; the tests crate holds it against this machine.
//!
//! `window.published(rounds)` takes a list of rounds as JSON and gives what [`told::told`] says of them.

mod told;

#[cfg(target_arch = "wasm32")]
fn main() {
    use wasm_bindgen::closure::Closure;

    let published = Closure::<dyn Fn(String) -> String>::new(|rounds: String| told::told(&rounds));
    let set = js_sys::Reflect::set(&js_sys::global(), &"published".into(), published.as_ref());
    set.expect("a page's window can be written");
    published.forget();
}

/// On this machine the test asks [`told`] itself.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("{}", told::told("[]"));
}
