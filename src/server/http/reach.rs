//! How far a mandate reaches: a principal's tablet hears and says what is about the principal's school.

use std::collections::{BTreeMap, BTreeSet};

use domain::agreement::{NotVisiting, Pause, Paused};
use domain::change::write;
use domain::ids::{RoundId, SchoolId};
use domain::permission::{Act, Mandate, may};
use domain::roster::Roster;
use domain::round::Plan;
use domain::visit::Summary;
use protocol::pull::{News, NewsKind};
use protocol::push::{Refusal, RefusalCode};
use serde_json::Value;

use crate::Server;
use crate::http::problem::Refused;
use crate::store::Failure;

/// The news that a mandate reaches, each whole or not at all; only the roster is cut to the school, and of a release
/// whoever may not read it hears that the round is closed.
pub async fn within(server: &Server, mandate: &Mandate, mut news: Vec<News>) -> Result<Vec<News>, Refused> {
    if !mandate.may(Act::ReadReleases) {
        news.iter_mut().filter(|news| news.kind == NewsKind::Release).for_each(leave_only_that_it_closed);
    }
    let Some(own) = &mandate.school else { return Ok(news) };
    let mut reached = Vec::with_capacity(news.len());
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    for news in news {
        match news.kind {
            NewsKind::Roster => reached.push(News { body: only(own, &news.body)?, ..news }),
            NewsKind::Agreement => reached.push(news),
            NewsKind::Pause if is_of_everything(&news.body)? => reached.push(news),
            NewsKind::Pause
            | NewsKind::Plan
            | NewsKind::Debrief
            | NewsKind::Release
            | NewsKind::Closed
            | NewsKind::Delivery => {
                let sees = match seen.get(&news.id) {
                    Some(sees) => *sees,
                    None => sees_round(server, mandate, &news.id).await?,
                };
                seen.insert(news.id.clone(), sees);
                if sees {
                    reached.push(news);
                }
            }
        }
    }
    Ok(reached)
}

fn leave_only_that_it_closed(news: &mut News) {
    news.kind = NewsKind::Closed;
    news.body = String::from("{}");
    news.seal = None;
}

/// Whether rounds let whoever pushes visit, so that it is looked up once in each push.
pub type Visiting = BTreeMap<RoundId, Result<(), NotVisiting>>;

/// Why an item of a push is not taken from this mandate; nothing when it may come.
pub async fn keeps_out(
    server: &Server,
    mandate: &Mandate,
    visiting: &mut Visiting,
    item: &Value,
) -> Result<Option<Refusal>, Refused> {
    let kind = item.get("kind").and_then(Value::as_str).unwrap_or_default();
    let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
    let may_come = match kind {
        "summary" => return keeps_summary_out(server, mandate, visiting, item).await,
        "plan" if !may(mandate.role, Act::SendPlan) => false,
        // What is not a plan is refused as such by whoever takes it.
        "plan" => {
            let body = item.get("body").and_then(Value::as_str).unwrap_or_default();
            serde_json::from_str::<Plan>(body).map_or(true, |plan| mandate.leads_all(&plan.schools))
        }
        "debrief" => sees_round(server, mandate, id).await?,
        "delivery" => may(mandate.role, Act::SendDelivery) && leads_round(server, mandate, id).await?,
        _ => true,
    };
    Ok((!may_come).then(|| Refusal {
        code: RefusalCode::NotAllowed,
        detail: format!("whoever is signed in may not send this {kind}: it is another's to send, or of another school"),
    }))
}

/// A summary is taken from whoever the round's agreement lets visit in one of its schools. Which of them they visited, and
/// that it was they, nobody here knows or keeps.
async fn keeps_summary_out(
    server: &Server,
    mandate: &Mandate,
    visiting: &mut Visiting,
    item: &Value,
) -> Result<Option<Refusal>, Refused> {
    let body = item.get("body").and_then(Value::as_str).unwrap_or_default();
    // What is not a summary is refused as such by whoever takes it.
    let Ok(summary) = serde_json::from_str::<Summary>(body) else { return Ok(None) };
    let may_visit = match visiting.get(&summary.round) {
        Some(known) => *known,
        None => {
            let plan = server.store.plan(&summary.round).await?;
            let may_visit = plan.map_or(Ok(()), |plan| plan.agreement.lets_visit(mandate, &plan.schools));
            visiting.insert(summary.round, may_visit);
            may_visit
        }
    };
    Ok(may_visit.err().map(|why| Refusal { code: RefusalCode::NotAllowed, detail: why.to_string() }))
}

/// Whether a round that asks about itself is one that the mandate sees. A round of which nothing arrived is unknown to
/// everyone.
pub async fn sees(server: &Server, mandate: &Mandate, round: &RoundId) -> Result<(), Refused> {
    if sees_round(server, mandate, round.as_str()).await? { Ok(()) } else { Err(Refused::not_allowed()) }
}

/// Whether the mandate leads every school of a round.
pub async fn leads(server: &Server, mandate: &Mandate, round: &RoundId) -> Result<(), Refused> {
    if leads_round(server, mandate, round.as_str()).await? { Ok(()) } else { Err(Refused::not_allowed()) }
}

async fn leads_round(server: &Server, mandate: &Mandate, round: &str) -> Result<bool, Refused> {
    if mandate.school.is_none() {
        return Ok(true);
    }
    Ok(schools_of(server, round).await?.is_none_or(|schools| mandate.leads_all(&schools)))
}

async fn sees_round(server: &Server, mandate: &Mandate, round: &str) -> Result<bool, Refused> {
    if mandate.school.is_none() {
        return Ok(true);
    }
    Ok(schools_of(server, round).await?.is_none_or(|schools| mandate.sees(&schools)))
}

async fn schools_of(server: &Server, round: &str) -> Result<Option<BTreeSet<SchoolId>>, Refused> {
    Ok(match RoundId::parse(round) {
        Ok(round) => server.store.schools_of(&round).await?,
        Err(_) => None,
    })
}

fn is_of_everything(body: &str) -> Result<bool, Refused> {
    let pause: Pause = serde_json::from_str(body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })?;
    Ok(pause.paused == Paused::Program)
}

fn only(own: &SchoolId, body: &str) -> Result<String, Refused> {
    let roster: Roster =
        serde_json::from_str(body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })?;
    Ok(write(&roster.only(&BTreeSet::from([own.clone()]))))
}
