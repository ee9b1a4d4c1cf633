//! The look-fors that ship with the app, in both languages, made by `cargo xtask library` from `data/lookfors.yaml`.
//!
//! [`Library`] is the whole, [`LookFor`] one thing a visitor may notice, and [`faults`] says what is wrong with a library.
//! [`Families`] is what is said of look-fors to families; it is apart, because no screen of the app needs it.
//! The wording is under CC BY 4.0; `data/LICENSE-lookfors.md` says more.

mod check;
mod families;
mod instrument;
mod look_for;
mod look_for_id;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

pub use check::{Fault, LABEL_LIMIT, LOOK_FORS, faults};
pub use families::{Families, FamilyWords};
pub use instrument::Instrument;
pub use look_for::{Facing, Inference, IntervalMethod, Line, LookFor, LookForGroup, ShareOf, StatedLine, Unit};
pub use look_for_id::{LookForId, NotALookForId};
pub use words::{Both, GroupWords, PhaseWords, UnitWords, UnitsWords, ValueWords};

/// A set of look-fors and the words around them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// Which edition of the whole this is; each look-for has a version of its own.
    pub version: String,
    /// Year and month of the edition, `YYYY-MM`.
    pub date: String,
    /// How far the look-fors have been tried, said wherever they are shown.
    pub status: Both,
    /// What a visitor never writes down.
    pub never_record: Both<Vec<String>>,
    /// The phases 1 to 3, in order.
    pub phases: Vec<PhaseWords>,
    /// The groups of look-fors, in the order they are shown.
    pub groups: Vec<GroupWords>,
    /// How each unit is named and what can be recorded with it.
    pub units: UnitsWords,
    /// Look-fors we suggest a district takes as its core; a committee of teachers and leaders decides.
    pub suggested_district_core: Vec<LookForId>,
    /// Works that inspired the look-fors, by their short names; nothing is copied from them.
    pub sources: BTreeMap<String, Source>,
    /// Every look-for in its present version, in the order they are shown.
    pub look_fors: Vec<LookFor>,
    /// Versions that shipped before: rounds that were planned with one keep it to their end, and so do their pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<LookFor>,
}

impl Library {
    /// The library that ships with the app.
    pub fn shipped() -> &'static Library {
        static SHIPPED: OnceLock<Library> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            serde_json::from_str(include_str!("lookfors.json"))
                .expect("the JSON is part of the program, and a test reads it")
        })
    }

    /// The present version of the look-for of that id, if the library has it: what a new round is planned with.
    pub fn current(&self, id: &LookForId) -> Option<&LookFor> {
        self.look_fors.iter().find(|look_for| look_for.id == *id)
    }

    /// One version of a look-for, present or earlier: what a round that was planned with it goes on with.
    pub fn find(&self, id: &LookForId, version: u32) -> Option<&LookFor> {
        self.every_version().find(|look_for| look_for.id == *id && look_for.version == version)
    }

    /// Every version that ever shipped, the present ones first.
    pub fn every_version(&self) -> impl Iterator<Item = &LookFor> {
        self.look_fors.iter().chain(&self.earlier)
    }

    /// The look-fors of a group, in the order they are shown.
    pub fn of_group(&self, group: LookForGroup) -> impl Iterator<Item = &LookFor> {
        self.look_fors.iter().filter(move |look_for| look_for.group == group)
    }
}

/// A work that inspired look-fors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name and authors.
    pub name: String,
    /// What we know of its licence, in English.
    pub licence: String,
}
