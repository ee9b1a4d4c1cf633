//! What readers take along as a file: one release of a school, its groups beside one another, the school's talk, or a term
//! of the district.

use std::collections::BTreeSet;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::access_log::Seen;
use domain::ids::{RoundId, SchoolId};
use domain::language::Language;
use domain::release::{Release, Term};
use domain::roster::Roster;
use domain::time::Day;
use protocol::export::Form;
use protocol::path;
use protocol::round::Published;
use serde::Deserialize;

use crate::Server;
use crate::export::{Table, csv, of_opportunity, of_round, of_talk, of_term, workbook};
use crate::http::ask::Id;
use crate::http::problem::{Problems, Refused};
use crate::http::who::{self, May};
use crate::store::Failure;

/// Which file of a school's round.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfRound {
    round: Option<RoundId>,
    form: Form,
    language: Language,
}

/// Which file of all rounds of a school.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfAllRounds {
    form: Form,
    language: Language,
}

/// Which file of the district.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfTerm {
    holding: Option<Day>,
    form: Form,
    language: Language,
}

/// What was published about a round of a school, as a file: the same cells and words as the screen.
#[utoipa::path(
    get, path = path::EXPORT, operation_id = "export",
    params(
        ("school" = SchoolId, Path),
        ("round" = Option<String>, Query, description = "The round; the newest when there is none."),
        ("form" = String, Query, description = "`csv` or `xlsx`."),
        ("language" = Language, Query)
    ),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "text/csv"), Problems)
)]
pub async fn of_school(
    may: May<who::ReadReleases>,
    State(server): State<Server>,
    Id(school): Id<SchoolId>,
    asked: Result<Query<OfRound>, QueryRejection>,
) -> Result<Response, Refused> {
    let OfRound { round, form, language } = asked_of(&may, &school, asked)?;
    let table = |read: &Read| of_round(until(&read.releases, round.as_ref()), &read.name, &read.schools, language);
    of_a_school(&may, &server, &school, Seen::Export, form, table).await
}

/// The groups of a round of a school beside one another, as a file: the same cells and words as the screen.
#[utoipa::path(
    get, path = path::EXPORT_OPPORTUNITY, operation_id = "export_opportunity",
    params(
        ("school" = SchoolId, Path),
        ("round" = Option<String>, Query, description = "The round; the newest when there is none."),
        ("form" = String, Query, description = "`csv` or `xlsx`."),
        ("language" = Language, Query)
    ),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "text/csv"), Problems)
)]
pub async fn of_groups(
    may: May<who::ReadReleases>,
    State(server): State<Server>,
    Id(school): Id<SchoolId>,
    asked: Result<Query<OfRound>, QueryRejection>,
) -> Result<Response, Refused> {
    let OfRound { round, form, language } = asked_of(&may, &school, asked)?;
    let table = |read: &Read| {
        let release = until(&read.releases, round.as_ref()).last()?;
        Some(of_opportunity(release, &read.name, &read.schools, language))
    };
    of_a_school(&may, &server, &school, Seen::ExportOpportunity, form, table).await
}

/// The productive talk in a school over its rounds, as a file: the same cells and words as the screen.
#[utoipa::path(
    get, path = path::EXPORT_TALK, operation_id = "export_talk",
    params(
        ("school" = SchoolId, Path),
        ("form" = String, Query, description = "`csv` or `xlsx`."),
        ("language" = Language, Query)
    ),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "text/csv"), Problems)
)]
pub async fn of_strands(
    may: May<who::ReadReleases>,
    State(server): State<Server>,
    Id(school): Id<SchoolId>,
    asked: Result<Query<OfAllRounds>, QueryRejection>,
) -> Result<Response, Refused> {
    let OfAllRounds { form, language } = asked_of(&may, &school, asked)?;
    let table = |read: &Read| of_talk(&read.releases, &read.name, &read.schools, language);
    of_a_school(&may, &server, &school, Seen::ExportTalk, form, table).await
}

/// A term of the district as a file. Only for whoever may read about every school.
#[utoipa::path(
    get, path = path::DISTRICT_TERM_EXPORT, operation_id = "export_term",
    params(
        ("holding" = Option<Day>, Query, description = "A day of the term; today when there is none."),
        ("form" = String, Query, description = "`csv` or `xlsx`."),
        ("language" = Language, Query)
    ),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "text/csv"), Problems)
)]
pub async fn of_district(
    may: May<who::ReadReleases>,
    State(server): State<Server>,
    asked: Result<Query<OfTerm>, QueryRejection>,
) -> Result<Response, Refused> {
    if may.caller.mandate.school.is_some() {
        return Err(Refused::not_allowed());
    }
    let Query(OfTerm { holding, form, language }) = asked.map_err(malformed)?;
    let term = Term::holding(holding.unwrap_or_else(|| server.now().day()));
    let read_term = server.store.releases_of_term(term).await?;
    let releases = read(&read_term.releases)?;
    let answer = file(&of_term(term, &releases, &read_term.district, &read_term.schools, language), form)?;
    server.store.looked(&may.caller, Seen::ExportTerm, None, server.now().day()).await?;
    Ok(answer)
}

/// What a school's file is made of.
struct Read {
    /// Oldest first.
    releases: Vec<Release>,
    /// The school's name.
    name: String,
    /// The names of all schools.
    schools: Roster,
}

/// What is asked of a school by whoever sees it. Others hear nothing of how they asked.
fn asked_of<Asked>(
    may: &May<who::ReadReleases>,
    school: &SchoolId,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Asked, Refused> {
    if !may.caller.mandate.sees(&BTreeSet::from([school.clone()])) {
        return Err(Refused::not_allowed());
    }
    let Query(asked) = asked.map_err(malformed)?;
    Ok(asked)
}

/// The file that `table` makes of what a school's rounds published, which is logged as `seen`.
async fn of_a_school(
    may: &May<who::ReadReleases>,
    server: &Server,
    school: &SchoolId,
    seen: Seen,
    form: Form,
    table: impl FnOnce(&Read) -> Option<Table>,
) -> Result<Response, Refused> {
    let releases = read(&server.store.releases(school).await?.releases)?;
    let schools = Roster { schools: server.store.schools().await?.schools, rooms: Vec::new() };
    let name = schools.school(school).map(|school| school.name.clone()).unwrap_or_default();
    let table = table(&Read { releases, name, schools })
        .ok_or_else(|| Failure::NotFound("no round of this school has published that".to_owned()))?;
    let answer = file(&table, form)?;
    server.store.looked(&may.caller, seen, Some(school), server.now().day()).await?;
    Ok(answer)
}

/// The releases up to that of a round; all where none is named, and none where it is no round's of these.
fn until<'read>(releases: &'read [Release], round: Option<&RoundId>) -> &'read [Release] {
    let Some(round) = round else { return releases };
    let place = releases.iter().position(|release| release.round == *round);
    &releases[..place.map_or(0, |place| place + 1)]
}

fn malformed(rejection: QueryRejection) -> Refused {
    Refused::malformed(rejection.body_text())
}

fn read(releases: &[Published]) -> Result<Vec<Release>, Failure> {
    let spoiled = |cause| Failure::Spoiled { what: "changes.body", cause };
    releases.iter().map(|published| serde_json::from_str(&published.body).map_err(spoiled)).collect()
}

fn file(table: &Table, form: Form) -> Result<Response, Refused> {
    let bytes = match form {
        Form::Csv => csv(table).map_err(|cause| Refused::unwritten(&cause))?,
        Form::Xlsx => workbook(table).map_err(|cause| Refused::unwritten(&cause))?,
    };
    // The name has small letters, digits and hyphens only, so that nothing in it needs quoting.
    let disposition = format!("attachment; filename=\"{}.{}\"", table.name, form.word());
    let headers = [(header::CONTENT_TYPE, form.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
