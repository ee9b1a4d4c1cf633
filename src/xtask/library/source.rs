//! Reads the YAML by keys and positions, so that an error can name the place.

use saphyr::Yaml;

use super::LibraryError;
use super::json::{list, quoted};

/// A node of the YAML that knows where it is.
pub(super) struct Place<'a> {
    /// Keys and positions that lead here, with dots between.
    pub(super) name: String,
    /// What is here.
    pub(super) yaml: &'a Yaml<'a>,
}

impl<'a> Place<'a> {
    /// The whole document.
    pub(super) fn top(yaml: &'a Yaml<'a>) -> Place<'a> {
        Place { name: String::new(), yaml }
    }

    /// What is under `key`, which must be there.
    pub(super) fn at(&self, key: &str) -> Result<Place<'a>, LibraryError> {
        self.maybe(key).ok_or_else(|| self.below(key, self.yaml).expected("a value"))
    }

    /// What is under `key`, if anything is.
    pub(super) fn maybe(&self, key: &str) -> Option<Place<'a>> {
        self.yaml.as_mapping_get(key).map(|yaml| self.below(key, yaml))
    }

    /// Keys with their values, in the order written.
    pub(super) fn entries(&self) -> Result<Vec<(String, Place<'a>)>, LibraryError> {
        let mapping = self.yaml.as_mapping().ok_or_else(|| self.expected("keys with values"))?;
        let key_text = |key: &Yaml| key.as_str().map(str::to_owned).or_else(|| key.as_integer().map(|n| n.to_string()));
        mapping
            .iter()
            .map(|(key, yaml)| key_text(key).map(|key| (key.clone(), self.below(&key, yaml))))
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| self.expected("keys that are words or numbers"))
    }

    /// The items of a list; one that has an `id` goes by it.
    pub(super) fn items(&self) -> Result<Vec<Place<'a>>, LibraryError> {
        let items = self.yaml.as_sequence().ok_or_else(|| self.expected("a list"))?;
        let name = |index: usize, yaml: &Yaml| match yaml.as_mapping_get("id").and_then(|id| id.as_str()) {
            Some(id) => id.to_owned(),
            None => index.to_string(),
        };
        Ok(items.iter().enumerate().map(|(index, yaml)| self.below(&name(index, yaml), yaml)).collect())
    }

    /// The text here, as JSON.
    pub(super) fn text(&self) -> Result<String, LibraryError> {
        self.yaml.as_str().map(quoted).ok_or_else(|| self.expected("text"))
    }

    /// The text here, or the list of texts, as JSON.
    pub(super) fn text_or_texts(&self) -> Result<String, LibraryError> {
        if self.yaml.is_sequence() { list(self.items()?, |text| text.text()) } else { self.text() }
    }

    /// The whole number here, as JSON.
    pub(super) fn number(&self) -> Result<String, LibraryError> {
        self.yaml.as_integer().map(|number| number.to_string()).ok_or_else(|| self.expected("a whole number"))
    }

    /// The yes or no here, as JSON.
    pub(super) fn yes_or_no(&self) -> Result<String, LibraryError> {
        self.yaml.as_bool().map(|yes| yes.to_string()).ok_or_else(|| self.expected("true or false"))
    }

    fn below(&self, key: &str, yaml: &'a Yaml<'a>) -> Place<'a> {
        Place { name: if self.name.is_empty() { key.into() } else { format!("{}.{key}", self.name) }, yaml }
    }

    /// The error that names this place.
    pub(super) fn expected(&self, expected: &'static str) -> LibraryError {
        LibraryError::Expected { place: self.name.clone(), expected }
    }
}
