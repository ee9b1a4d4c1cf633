//! The rows of the inventory, as `data/inventory.toml` has them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::office::Say;

/// A sentence in English and in Spanish.
pub type Both = [String; 2];
/// A name, and what it holds in English and in Spanish.
pub type Row = [String; 3];

/// Everything that is kept, sent, or never there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inventory {
    /// How long, by a word.
    pub kept: BTreeMap<String, Both>,
    /// Who can read it, by a word.
    pub readers: BTreeMap<String, Both>,
    /// The numbers of days that sentences name in braces.
    pub days: BTreeMap<String, i64>,
    /// What there is no place for.
    pub never: Never,
    /// The server's tables.
    #[serde(rename = "table")]
    pub tables: Vec<Thing>,
    /// The files of its data folder.
    #[serde(rename = "file")]
    pub files: Vec<Thing>,
    /// What it logs.
    pub log: Thing,
    /// Kinds of records on a tablet.
    #[serde(rename = "record")]
    pub records: Vec<Thing>,
    /// What browsers remember.
    #[serde(rename = "browser")]
    pub browsers: Vec<Thing>,
    /// What tablet and server say to one another.
    #[serde(rename = "message")]
    pub messages: Vec<Thing>,
    /// Kinds of values in those messages.
    pub values: Values,
}

/// One thing: a table, a file, a record, a message.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thing {
    /// As the program names it.
    #[serde(default)]
    pub name: String,
    /// What it is for.
    pub what: Both,
    /// How long, as a word of [`Inventory::kept`]. A message is not kept: what of it stays is in a table.
    pub kept: Option<String>,
    /// Who, as a word of [`Inventory::readers`].
    pub readers: Option<String>,
    /// Where in the browser.
    pub place: Option<String>,
    /// Its columns or fields.
    #[serde(default, alias = "columns")]
    pub fields: Vec<Row>,
}

/// What there is no place for.
#[derive(Debug, Deserialize)]
pub struct Never {
    /// Sentences.
    pub rows: Vec<Both>,
}

/// Kinds of values.
#[derive(Debug, Deserialize)]
pub struct Values {
    /// By name.
    pub rows: Vec<Row>,
}

impl Inventory {
    /// The rows of this program.
    pub fn shipped() -> &'static Inventory {
        static SHIPPED: LazyLock<Inventory> = LazyLock::new(|| {
            let rows = include_str!("../../../data/inventory.toml");
            toml::from_str(rows).expect("the rows are well formed, which a test holds")
        });
        &SHIPPED
    }

    /// How long a thing is kept.
    pub(super) fn kept(&self, say: Say, thing: &Thing) -> String {
        self.sentence(say, &self.kept, thing.kept.as_deref())
    }

    /// Who can read a thing.
    pub(super) fn readers(&self, say: Say, thing: &Thing) -> String {
        self.sentence(say, &self.readers, thing.readers.as_deref())
    }

    fn sentence(&self, say: Say, sentences: &BTreeMap<String, Both>, word: Option<&str>) -> String {
        let sentence = word.and_then(|word| sentences.get(word)).map_or("", |both| in_language(say, both));
        let in_braces =
            |text: String, (name, days): (&String, &i64)| text.replace(&format!("{{{name}}}"), &days.to_string());
        self.days.iter().fold(sentence.to_owned(), in_braces)
    }
}

/// The sentence in the language of the page.
pub(super) fn in_language(say: Say, [english, spanish]: &Both) -> &str {
    say.both(english, spanish)
}
