//! The two languages everything is said in.

use serde::{Deserialize, Serialize};

/// A language the app speaks; each of its words exists in every one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish, as spoken in California, with *usted*.
    Es,
}

impl Language {
    /// Every language, in the order a switch offers them.
    pub const ALL: [Language; 2] = [Language::En, Language::Es];

    /// The language of a tag as browsers and settings write it: `es`, `es-MX` and `ES_mx` are all Spanish.
    pub fn parse(tag: &str) -> Result<Language, UnknownLanguage> {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|language| first.eq_ignore_ascii_case(language.code()))
            .ok_or_else(|| UnknownLanguage { tag: tag.to_owned() })
    }

    /// The two-letter code of ISO 639-1, fit for a page's `lang`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Es => "es",
        }
    }

    /// What its speakers call it, for a switch that can be read before it is used.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Es => "Español",
        }
    }
}

/// A tag whose language the app does not speak.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{tag}` is not a language spoken here; the languages are en and es")]
pub struct UnknownLanguage {
    tag: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_and_its_regional_forms_are_one_language() {
        for tag in ["es", "es-MX", "es_419", "ES"] {
            assert_eq!(Language::parse(tag), Ok(Language::Es), "{tag}");
        }
        assert_eq!(Language::parse("en-US"), Ok(Language::En));
    }

    #[test]
    fn another_language_is_refused_by_name() {
        for tag in ["fr", "", "est", "english"] {
            assert!(Language::parse(tag).unwrap_err().to_string().contains(&format!("`{tag}`")));
        }
    }

    #[test]
    fn a_language_is_kept_as_its_code() {
        for language in Language::ALL {
            assert_eq!(serde_json::to_string(&language).unwrap(), format!("\"{}\"", language.code()));
            assert_eq!(Language::parse(language.code()), Ok(language));
        }
    }
}
