//! What readers take along: one release of a school, or a term of the district, as a file.

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
use crate::export::{Table, csv, of_round, of_term, workbook};
use crate::http::ask::Id;
use crate::http::problem::{Problems, Refused};
use crate::http::who::{self, May};
use crate::store::Failure;

/// Which file of a school.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfRound {
    round: Option<RoundId>,
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
    if !may.caller.mandate.sees(&BTreeSet::from([school.clone()])) {
        return Err(Refused::not_allowed());
    }
    let Query(OfRound { round, form, language }) = asked.map_err(malformed)?;
    let mut releases = read(&server.store.releases(&school).await?.releases)?;
    if let Some(round) = round {
        let place = releases.iter().position(|release| release.round == round);
        releases.truncate(place.map_or(0, |place| place + 1));
    }
    let schools = Roster { schools: server.store.schools().await?.schools, rooms: Vec::new() };
    let name = schools.school(&school).map(|school| school.name.clone()).unwrap_or_default();
    let table = of_round(&releases, &name, &schools, language)
        .ok_or_else(|| Failure::NotFound("no round of this school has published that".to_owned()))?;
    let answer = file(&table, form)?;
    server.store.looked(&may.caller, Seen::Export, Some(&school), server.now().day()).await?;
    Ok(answer)
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
    server.store.looked(&may.caller, Seen::Export, None, server.now().day()).await?;
    Ok(answer)
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
