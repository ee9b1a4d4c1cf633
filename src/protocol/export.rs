//! Pictures that are taken along as files, and how one is asked for.

use domain::ids::{RoundId, SchoolId};
use domain::language::Language;
use domain::time::Day;
use serde::{Deserialize, Serialize};

use crate::path::{DISTRICT_TERM_EXPORT, EXPORT, EXPORT_OPPORTUNITY, EXPORT_TALK, of_school};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Lines of text, with commas between the cells.
    Csv,
    /// A workbook for spreadsheets.
    Xlsx,
}

impl Form {
    /// Its word in an address, which is also how the file's name ends.
    pub fn word(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Csv => "text/csv; charset=utf-8",
            Form::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// The path of the file of a school's round.
pub fn of_round(school: &SchoolId, round: &RoundId, form: Form, language: Language) -> String {
    of_a_round(EXPORT, school, round, form, language)
}

/// The path of the file of the groups of a school's round.
pub fn of_opportunity(school: &SchoolId, round: &RoundId, form: Form, language: Language) -> String {
    of_a_round(EXPORT_OPPORTUNITY, school, round, form, language)
}

/// The path of the file of the productive talk in a school.
pub fn of_talk(school: &SchoolId, form: Form, language: Language) -> String {
    format!("{}?form={}&language={}", of_school(EXPORT_TALK, school), form.word(), language.code())
}

/// The path of the file of the term that holds a day.
pub fn of_term(holding: Day, form: Form, language: Language) -> String {
    format!("{DISTRICT_TERM_EXPORT}?holding={holding}&form={}&language={}", form.word(), language.code())
}

fn of_a_round(pattern: &str, school: &SchoolId, round: &RoundId, form: Form, language: Language) -> String {
    let path = of_school(pattern, school);
    format!("{path}?round={round}&form={}&language={}", form.word(), language.code())
}
