//! How far a mandate reaches: a principal's tablet hears and says what is about the principal's school.

use std::collections::{BTreeMap, BTreeSet};

use domain::change::write;
use domain::ids::{RoundId, SchoolId};
use domain::permission::{Act, Mandate, may};
use domain::roster::Roster;
use domain::round::Plan;
use protocol::pull::{News, NewsKind};
use protocol::push::{Refusal, RefusalCode};
use serde_json::Value;

use crate::Server;
use crate::http::problem::Refused;
use crate::store::Failure;

/// The news that a mandate reaches, each whole or not at all; only the roster is cut to the school.
pub async fn within(server: &Server, mandate: &Mandate, news: Vec<News>) -> Result<Vec<News>, Refused> {
    let Some(own) = &mandate.school else { return Ok(news) };
    let mut reached = Vec::with_capacity(news.len());
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    for news in news {
        match news.kind {
            NewsKind::Roster => reached.push(News { body: only(own, &news.body)?, ..news }),
            NewsKind::Agreement => reached.push(news),
            NewsKind::Plan | NewsKind::Debrief | NewsKind::Release | NewsKind::Delivery => {
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

/// Why an item of a push is not taken from this mandate; nothing when it may come.
pub async fn keeps_out(server: &Server, mandate: &Mandate, item: &Value) -> Result<Option<Refusal>, Refused> {
    let kind = item.get("kind").and_then(Value::as_str).unwrap_or_default();
    let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
    let may_come = match kind {
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

fn only(own: &SchoolId, body: &str) -> Result<String, Refused> {
    let roster: Roster =
        serde_json::from_str(body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })?;
    Ok(write(&roster.only(&BTreeSet::from([own.clone()]))))
}
