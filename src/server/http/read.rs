//! What readers ask for: doors, schools, releases of a school and of a term.

use std::collections::BTreeSet;

use axum::extract::{RawQuery, State};
use domain::access_log::Seen;
use domain::ids::{RoundId, SchoolId};
use domain::release::Term;
use domain::time::Day;
use protocol::path;
use protocol::people::Door;
use protocol::schools::{Doors, Releases, Schools, TermReleases};

use crate::http::answer::Answer;
use crate::http::ask::Id;
use crate::http::problem::{Problems, Refused};
use crate::http::who::{self, May};
use crate::store::Asked;
use crate::{Server, sample};

/// Which doors stand open. Whoever opens the start page may know.
#[utoipa::path(
    get, path = path::DOORS, operation_id = "doors",
    responses((status = 200, body = Doors), Problems)
)]
pub async fn doors(State(server): State<Server>) -> Result<Answer<Doors>, Refused> {
    let district = server.store.district().await?;
    let doors = if district.sample { Door::ALL.to_vec() } else { Vec::new() };
    let sample_card = sample::card(&server.store, server.now().day()).await?;
    Ok(Answer(Doors { district: district.has_roster().then_some(district.name), doors, sample_card }))
}

/// The district and the schools that whoever asks may read about.
#[utoipa::path(
    get, path = path::SCHOOLS, operation_id = "schools",
    responses((status = 200, body = Schools), Problems)
)]
pub async fn schools(may: May<who::ListSchools>, State(server): State<Server>) -> Result<Answer<Schools>, Refused> {
    let mut schools = server.store.schools().await?;
    schools.schools.retain(|school| may.caller.mandate.sees(&BTreeSet::from([school.id.clone()])));
    Ok(Answer(schools))
}

/// What was published about a school, oldest first: the newest releases, or the newest before a round.
#[utoipa::path(
    get, path = path::RELEASES, operation_id = "releases",
    params(
        ("school" = SchoolId, Path),
        ("before" = Option<RoundId>, Query, description = "A round of an earlier answer; the newest when there is none.")
    ),
    responses((status = 200, body = Releases), Problems)
)]
pub async fn releases(
    may: May<who::ReadReleases>,
    State(server): State<Server>,
    Id(school): Id<SchoolId>,
    RawQuery(query): RawQuery,
) -> Result<Answer<Releases>, Refused> {
    if !may.caller.mandate.sees(&BTreeSet::from([school.clone()])) {
        return Err(Refused::not_allowed());
    }
    let asked = match query.as_deref().filter(|query| !query.is_empty()) {
        Some(query) => Asked::Before(asked_round(query)?),
        None => Asked::Newest,
    };
    let releases = server.store.newest_releases(&school, &asked).await?;
    server.store.looked(&may.caller, Seen::Picture, Some(&school), server.now().day()).await?;
    Ok(Answer(releases))
}

/// What the schools of the district published in a term. Only for whoever may read about every school: a figure over
/// schools would else say something about those that are not theirs to read.
#[utoipa::path(
    get, path = path::DISTRICT_TERM, operation_id = "term",
    params(("holding" = Option<Day>, Query, description = "A day of the term; today when there is none.")),
    responses((status = 200, body = TermReleases), Problems)
)]
pub async fn term(
    may: May<who::ReadReleases>,
    State(server): State<Server>,
    RawQuery(query): RawQuery,
) -> Result<Answer<TermReleases>, Refused> {
    if may.caller.mandate.school.is_some() {
        return Err(Refused::not_allowed());
    }
    let holding = match query.as_deref().filter(|query| !query.is_empty()) {
        Some(query) => asked_day(query)?,
        None => server.now().day(),
    };
    let releases = server.store.releases_of_term(Term::holding(holding)).await?;
    server.store.looked(&may.caller, Seen::Term, None, server.now().day()).await?;
    Ok(Answer(releases))
}

/// The round that a query names.
fn asked_round(query: &str) -> Result<RoundId, Refused> {
    let round = query.strip_prefix(path::BEFORE).and_then(|rest| rest.strip_prefix('='));
    let malformed = || Refused::malformed(format!("the query is not {}= and the id of a round", path::BEFORE));
    RoundId::parse(round.ok_or_else(malformed)?).map_err(|cause| Refused::malformed(cause.to_string()))
}

/// The day that a query names.
fn asked_day(query: &str) -> Result<Day, Refused> {
    let day = query.strip_prefix(path::HOLDING).and_then(|rest| rest.strip_prefix('='));
    let malformed = || Refused::malformed(format!("the query is not {}=2026-11-23 or another day", path::HOLDING));
    Day::parse(day.ok_or_else(malformed)?).map_err(|cause| Refused::malformed(cause.to_string()))
}
