//! `cargo xtask library`: turns `data/lookfors.yaml`, the source people edit, into the JSON that `domain` ships.
//!
//! For `main.rs`: put [`LibraryCommand`] behind the subcommand `library` and call [`LibraryCommand::run`] with the workspace's root.
//! It prints nothing; a [`LibraryError`] says all there is to say, in one line.
//! Whether the look-fors make sense is not judged here: `domain::library::faults` does that, and a test holds it.

mod difference;
mod json;
mod make;
mod source;

use std::path::{Path, PathBuf};

use difference::compare;
use make::{families_from, look_fors_from};

/// Where the look-fors are edited, from the workspace's root.
pub const SOURCE: &str = "data/lookfors.yaml";
/// Where the JSON made from them is kept, from the workspace's root, and how it is made: what the app ships, and what is
/// said to families, which only the server needs.
const MADE: [(&str, Make); 2] =
    [("src/domain/library/lookfors.json", look_fors_from), ("src/domain/library/families.json", families_from)];

type Make = fn(&str) -> Result<String, LibraryError>;

/// Makes the look-for library's JSON from its YAML.
#[derive(clap::Args, Debug)]
pub struct LibraryCommand {
    /// Writes nothing; fails, naming the first difference, when the JSON kept is not the one the YAML makes
    #[arg(long)]
    check: bool,
}

impl LibraryCommand {
    /// Writes the JSON, or with `--check` compares it; see [`write_library`] and [`check_library`].
    pub fn run(&self, root: &Path) -> Result<(), LibraryError> {
        if self.check { check_library(root) } else { write_library(root) }
    }
}

/// Why the library's JSON could not be made, or is not the one the YAML makes.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// A file could not be read or written.
    #[error("{}: {cause}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The source is not YAML.
    #[error("{SOURCE}: {0}")]
    NotYaml(String),
    /// The source lacks something, or has it in the wrong form.
    #[error("{SOURCE}: {place}: expected {expected}")]
    Expected {
        /// Where, as a path of keys and positions.
        place: String,
        /// What should be there.
        expected: &'static str,
    },
    /// A look-for has a field that would not be shipped.
    #[error("{SOURCE}: {place}: nobody knows this field")]
    UnknownField {
        /// Where, as a path of keys and positions.
        place: String,
    },
    /// The JSON kept is not JSON.
    #[error("{file}: {cause}")]
    NotJson {
        /// The file.
        file: &'static str,
        /// What is wrong in it.
        cause: serde_json::Error,
    },
    /// The JSON kept is not the one the YAML makes.
    #[error("{file}: {place} is {kept}, but {SOURCE} makes it {made}; run `cargo xtask library`")]
    Differs {
        /// The file.
        file: &'static str,
        /// Where the first difference is, as a path of keys and positions.
        place: String,
        /// What the file holds there.
        kept: String,
        /// What the source makes.
        made: String,
    },
}

/// Reads `data/lookfors.yaml` under `root` and writes the JSON made from it.
pub fn write_library(root: &Path) -> Result<(), LibraryError> {
    let source = read(&root.join(SOURCE))?;
    for (file, make) in MADE {
        let path = root.join(file);
        std::fs::write(&path, make(&source)?).map_err(|cause| LibraryError::File { path, cause })?;
    }
    Ok(())
}

/// Fails when the JSON kept under `root` does not say what the YAML says, or is not laid out as [`write_library`] does.
pub fn check_library(root: &Path) -> Result<(), LibraryError> {
    let source = read(&root.join(SOURCE))?;
    MADE.into_iter().try_for_each(|(file, make)| compare(file, &read(&root.join(file))?, &make(&source)?))
}

fn read(path: &Path) -> Result<String, LibraryError> {
    std::fs::read_to_string(path).map_err(|cause| LibraryError::File { path: path.to_owned(), cause })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> String {
        read(&root().join(SOURCE)).unwrap()
    }

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn the_json_shipped_is_the_one_the_yaml_makes() {
        check_library(&root()).unwrap();
    }

    #[test]
    fn a_missing_translation_is_named() {
        let source = source();
        let line = source.lines().find(|line| line.contains("reflect_es:")).unwrap();
        let error = look_fors_from(&source.replace(&format!("{line}\n"), "")).unwrap_err();
        assert_eq!(error.to_string(), "data/lookfors.yaml: lookfors.INQ-01.reflect_es: expected a value");
        let line = source.lines().find(|line| line.contains("ask_es:")).unwrap();
        let error = families_from(&source.replace(&format!("{line}\n"), "")).unwrap_err();
        assert_eq!(error.to_string(), "data/lookfors.yaml: lookfors.INQ-01.ask_es: expected a value");
    }

    #[test]
    fn a_field_that_would_not_be_shipped_is_named() {
        let source = source().replacen("    facing: student", "    faicng: student\n    facing: student", 1);
        let error = look_fors_from(&source).unwrap_err();
        assert_eq!(error.to_string(), "data/lookfors.yaml: lookfors.INQ-01.faicng: nobody knows this field");
    }

    #[test]
    fn the_first_difference_is_named() {
        let made = look_fors_from(&source()).unwrap();
        let kept = made.replacen("\"per_ten_minutes\":1", "\"per_ten_minutes\":4", 1);
        let error = compare("lookfors.json", &kept, &made).unwrap_err().to_string();
        assert!(
            error.contains("look_fors[0].line.rule.per_ten_minutes is 4, but data/lookfors.yaml makes it 1"),
            "{error}"
        );
    }

    #[test]
    fn another_layout_is_a_difference_too() {
        let made = look_fors_from(&source()).unwrap();
        assert!(matches!(compare("lookfors.json", &made.replace('\n', ""), &made), Err(LibraryError::Differs { .. })));
    }
}
