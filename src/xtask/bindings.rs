//! Runs wasm-bindgen, as a library: its version is pinned beside the app's, and there is nothing to install.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Failure, Outcome};
use crate::unreached;

/// What the browser loads of the compiled app.
pub struct Bindings {
    /// The module that starts the app; imports each of `snippets` by the path it has there.
    pub module: String,
    /// The app itself.
    pub wasm: Vec<u8>,
    /// Pieces of JavaScript that came with the app's crates: path (`./snippets/…`) and content.
    pub snippets: Vec<(String, String)>,
}

/// Makes the bindings of a compiled app; its JavaScript knows it by `name`.
pub fn write(name: &str, compiled: &Path) -> Outcome<Bindings> {
    let failed =
        |cause: &dyn std::fmt::Display| Failure::Found(format!("wasm-bindgen: {}: {cause}", compiled.display()));
    let bytes = fs::read(compiled).map_err(Failure::file(compiled))?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_module(name, unreached::taken_out(&bytes, compiled)?)
        .typescript(false)
        .omit_default_module_path(true);
    bindgen.web(true).map_err(|cause| failed(&cause))?;
    let mut output = bindgen.generate_output().map_err(|cause| failed(&cause))?;

    let inline = output.snippets().iter().flat_map(|(package, list)| {
        let numbered = list.iter().enumerate();
        numbered.map(move |(number, text)| (format!("./snippets/{package}/inline{number}.js"), text.clone()))
    });
    let local = output.local_modules().iter().map(|(path, text)| (format!("./snippets/{path}"), text.clone()));
    let mut snippets: Vec<(String, String)> = inline.chain(local).collect();
    snippets.sort();
    Ok(Bindings { module: output.js().to_owned(), snippets, wasm: output.wasm_mut().emit_wasm() })
}
