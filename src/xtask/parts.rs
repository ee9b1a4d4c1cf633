//! What the bytes of a compiled program are of: its code by crate, and its data.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::failure::{Failure, Outcome};
use crate::unreached::is_unreached;

/// Crates that are said by name; the rest is summed up.
const NAMED: usize = 16;

/// Functions that only tell wasm-bindgen what there is, and are not in what is served.
const DESCRIBES: [&str; 2] = ["__wbindgen_describe", "WasmDescribe"];

/// The bytes of one program.
#[derive(Debug, Default, PartialEq, Eq)]
struct Parts {
    /// Of code, by crate.
    code: BTreeMap<String, usize>,
    /// Of texts and tables.
    data: usize,
}

/// A line for each of the largest parts of a program, which is `served` bytes long as it is fetched. Nothing compresses a
/// part by itself, so its share of those bytes is its share of all.
pub fn of(compiled: &Path, served: u64) -> Outcome<Vec<String>> {
    let bytes = fs::read(compiled).map_err(Failure::file(compiled))?;
    let parts = weighed(&bytes).map_err(|cause| Failure::Found(format!("{}: {cause}", compiled.display())))?;
    let total = parts.data + parts.code.values().sum::<usize>();
    let line = |bytes: usize, name: &str| {
        let share = served * bytes as u64 / total.max(1) as u64;
        format!("{bytes:>9} {share:>8}  {name}")
    };
    let mut code: Vec<_> = parts.code.iter().collect();
    code.sort_by_key(|(_, bytes)| std::cmp::Reverse(**bytes));
    let (named, rest) = code.split_at(NAMED.min(code.len()));
    let mut lines = vec![line(parts.data, "texts and tables")];
    lines.extend(named.iter().map(|(name, bytes)| line(**bytes, name)));
    lines.push(line(rest.iter().map(|(_, bytes)| **bytes).sum(), "other crates"));
    Ok(lines)
}

fn weighed(wasm: &[u8]) -> wasmparser::Result<Parts> {
    let (mut parts, mut imported, mut sizes, mut names) = (Parts::default(), 0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::DataSection(data) => parts.data = data.range().len(),
            Payload::CustomSection(custom) => {
                let KnownCustom::Name(sections) = custom.as_known() else { continue };
                for section in sections {
                    let Name::Function(functions) = section? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name.to_owned());
                    }
                }
            }
            _ => (),
        }
    }
    for (number, size) in (imported..).zip(sizes) {
        let name = names.get(&number).map_or("", String::as_str);
        if !DESCRIBES.iter().any(|describes| name.contains(describes)) && !is_unreached(name) {
            *parts.code.entry(crate_of(name)).or_default() += size;
        }
    }
    Ok(parts)
}

/// The crate that a function is of: the first that its name names. A component's body has the name of what calls it.
fn crate_of(mangled: &str) -> String {
    let name = format!("{:#}", demangle(mangled));
    let is_of_a_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut rest = name.as_str();
    while let Some((before, after)) = rest.split_once("::") {
        let start = before.rfind(|letter| !is_of_a_word(letter)).map_or(0, |place| place + 1);
        match &before[start..] {
            "" => rest = after,
            "subsecond" => return "components".to_owned(),
            word => return word.to_owned(),
        }
    }
    "without a name".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_of_the_first_crate_that_its_name_names() {
        let mangled = "_ZN6domain7library7Library7shipped17ha7655d6e832f80e0E";
        assert_eq!(crate_of(mangled), "domain");
        let implemented = "_ZN98_$LT$$RF$mut$u20$serde_json..de..Deserializer$LT$R$GT$$u20$as$u20$serde_core..de..\
            Deserializer$GT$15deserialize_seq17ha93f1ce9a20e8abfE";
        assert_eq!(crate_of(implemented), "serde_json");
        assert_eq!(crate_of("main"), "without a name");
    }

    #[test]
    fn what_is_not_a_program_is_not_weighed() {
        assert!(weighed(b"not wasm").is_err());
        assert_eq!(weighed(b"\0asm\x01\0\0\0").unwrap(), Parts::default());
    }
}
