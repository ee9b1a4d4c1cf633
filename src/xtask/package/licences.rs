//! The licences of everything that is compiled into the program and into the app inside it, with their texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::project;
use crate::tools::WASM;

/// What may be given on in a program with these licences' texts beside it. Another one is looked at before it comes in.
const TAKEN: [&str; 10] =
    ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "ISC", "MIT", "Unicode-3.0", "Unlicense", "Zlib"];

/// How files with a licence's text are named.
const NAMES: [&str; 5] = ["LICEN", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// Somebody else's crate.
struct Package {
    name: String,
    version: String,
    licence: String,
    authors: String,
    /// The texts that came with it.
    texts: Vec<String>,
}

/// Every package with its licence, then every text once, with the packages it came with.
pub fn text() -> Outcome<String> {
    let mut packages = BTreeMap::new();
    collect("noticeboard-server", &project::said_by_rustc("host")?, &mut packages)?;
    collect("noticeboard-app", WASM, &mut packages)?;
    let mit = project::root().join("LICENSE-MIT");
    let mit = fs::read_to_string(&mit).map_err(Failure::file(&mit))?;
    let apache = project::root().join("LICENSE-APACHE");
    let apache = fs::read_to_string(&apache).map_err(Failure::file(&apache))?;

    let mut page = String::from(
        "Noticeboard contains the work of others. This is what it is built from, under which licences, and their texts.\n\
         SQLite is in it too; its authors gave it to the public domain.\n\n",
    );
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages.values_mut() {
        let (name, version, licence) = (package.name.clone(), package.version.clone(), package.licence.clone());
        if !is_taken(&licence) {
            return Err(Failure::Found(format!(
                "{name} {version} has the licence {licence:?}; look at it, then add it to TAKEN in licences.rs"
            )));
        }
        page += &format!("{name} {version}: {licence}\n");
        if package.texts.is_empty() {
            let text = if licence.contains("MIT") { named(&mit, package) } else { apache.clone() };
            package.texts.push(text);
        }
        for text in &package.texts {
            texts.entry(text.trim().replace("\r\n", "\n")).or_default().insert(format!("{name} {version}"));
        }
    }
    for (text, of) in texts {
        let of: Vec<String> = of.into_iter().collect();
        page += &format!("\n{}\n{}\n\n{text}\n", "-".repeat(80), of.join(", "));
    }
    Ok(page)
}

/// Adds everything of others that `root` is built from, on `platform`.
fn collect(root: &str, platform: &str, found: &mut BTreeMap<String, Package>) -> Outcome {
    let arguments = ["metadata", "--format-version", "1", "--locked", "--filter-platform", platform];
    let metadata: Value = serde_json::from_str(&project::output(&mut project::cargo(&arguments))?)
        .map_err(|cause| Failure::Found(format!("cargo metadata was not understood: {cause}")))?;
    let by_id = |list: &'static str, metadata: &Value| -> BTreeMap<String, Value> {
        let rows = if list == "nodes" { &metadata["resolve"]["nodes"] } else { &metadata["packages"] };
        rows.as_array().into_iter().flatten().map(|row| (text_of(&row["id"]), row.clone())).collect()
    };
    let (nodes, packages) = (by_id("nodes", &metadata), by_id("packages", &metadata));
    let root = packages.values().find(|package| package["name"] == root).map(|package| text_of(&package["id"]));
    let mut next: Vec<String> = root.into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = next.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        // What a build script or a test is built from stays behind on this machine.
        let is_built_in = |kind: &Value| kind["kind"].is_null();
        let dependencies = nodes[&id]["deps"].as_array().into_iter().flatten();
        let built_in =
            dependencies.filter(|dependency| dependency["dep_kinds"].as_array().into_iter().flatten().any(is_built_in));
        next.extend(built_in.map(|dependency| text_of(&dependency["pkg"])));
        // Ours have no registry.
        if !packages[&id]["source"].is_null() {
            let package = package(&packages[&id])?;
            found.insert(format!("{} {}", package.name, package.version), package);
        }
    }
    Ok(())
}

fn package(described: &Value) -> Outcome<Package> {
    let manifest = text_of(&described["manifest_path"]);
    let folder = Path::new(&manifest).parent().unwrap_or(Path::new("."));
    let mut files: Vec<_> =
        fs::read_dir(folder).map_err(Failure::file(folder))?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut texts = Vec::new();
    for file in files.iter().filter(|file| file.is_file()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if NAMES.iter().any(|begins| name.starts_with(begins)) {
            texts.push(String::from_utf8_lossy(&fs::read(file).map_err(Failure::file(file))?).into_owned());
        }
    }
    let authors: Vec<String> = described["authors"].as_array().into_iter().flatten().map(text_of).collect();
    Ok(Package {
        name: text_of(&described["name"]),
        version: text_of(&described["version"]),
        licence: text_of(&described["license"]),
        authors: authors.join(", "),
        texts,
    })
}

/// The MIT text in the name of those who wrote a package that came without one.
fn named(mit: &str, package: &Package) -> String {
    let holders =
        if package.authors.is_empty() { format!("the authors of {}", package.name) } else { package.authors.clone() };
    let line = |line: &str| {
        if line.starts_with("Copyright") { format!("Copyright (c) {holders}") } else { line.to_owned() }
    };
    mit.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether every part of an expression such as `(MIT OR Apache-2.0) AND ISC` leaves a licence that is taken. Older
/// packages write a stroke for OR.
fn is_taken(licence: &str) -> bool {
    let taken = |part: &str| {
        let plain = part.replace(['(', ')'], "").replace('/', " OR ");
        plain.split(" OR ").any(|name| TAKEN.contains(&name.trim()))
    };
    !licence.is_empty() && licence.split(" AND ").all(taken)
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_taken_when_each_of_its_parts_leaves_one_that_is() {
        for licence in ["MIT", "Apache-2.0 / MIT", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(is_taken(licence), "{licence}");
        }
        for licence in ["", "GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0 AND (GPL-2.0 OR LGPL-2.1)"] {
            assert!(!is_taken(licence), "{licence}");
        }
    }
}
