//! A page around one compiled example, as the build tool makes one around the app.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// Makes of a `compiled` example what a browser loads, in the folder `pages`.
pub fn bind(compiled: &Path, pages: &Path) {
    let mut bindgen = Bindgen::new();
    let bytes = fs::read(compiled).expect("what cargo made can be read");
    bindgen.input_bytes("page", bytes).typescript(false).omit_default_module_path(true);
    bindgen.web(true).expect("a page for browsers can be made");
    let mut output = bindgen.generate_output().expect("the bindings are of the tool's own version");
    let mut module = output.js().to_owned();
    let inline = output.snippets().iter().flat_map(|(package, texts)| {
        texts.iter().enumerate().map(move |(number, text)| (format!("{package}/inline{number}.js"), text))
    });
    let snippets = inline.chain(output.local_modules().iter().map(|(path, text)| (path.clone(), text)));
    let write =
        |name: &str, bytes: &[u8]| fs::write(pages.join(name), bytes).expect("the pages' folder can be written");
    for (number, (path, text)) in snippets.enumerate() {
        // The server serves files that lie side by side.
        module = module.replace(&format!("./snippets/{path}"), &format!("./snippet-{number}.js"));
        write(&format!("snippet-{number}.js"), text.as_bytes());
    }
    write("page.js", module.as_bytes());
    write("page_bg.wasm", &output.wasm_mut().emit_wasm());
    write("start.js", b"import start from './page.js'; start({ module_or_path: '/page_bg.wasm' });");
    write("index.html", b"<!doctype html><title>Bench</title><script type=module src=/start.js></script>");
}
