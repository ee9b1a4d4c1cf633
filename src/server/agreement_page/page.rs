//! The agreement for anyone to read: each clause and how it is kept, who signed, what earlier versions said.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::agreement::Agreement;
use maud::{Markup, html};

use super::document::changes;
use super::state::signatures;
use super::{AGREEMENT, Asked, REPORT, address, document, in_force, paused, respond, say};
use crate::Server;
use crate::office::{Say, failed};
use crate::store::Failure;
use crate::store::agreement::Version;

/// The page.
pub async fn page(asked: Query<Asked>, State(server): State<Server>, headers: HeaderMap) -> Response {
    let say = say(&asked, &headers);
    match content(say, &server).await {
        Ok(content) => respond(StatusCode::OK, say, AGREEMENT, title(say), &content),
        Err(failure) => failed(say, &failure),
    }
}

fn title(say: Say) -> &'static str {
    say.both("The agreement", "El acuerdo")
}

async fn content(say: Say, server: &Server) -> Result<Markup, Failure> {
    let store = &server.store;
    let now = store.agreement().await?;
    let versions = store.agreement_versions().await?;
    let district = store.district().await?.name;
    Ok(html! {
        div class="head" {
            h1 { (title(say)) }
            p class="lede soft" {
                (say.both("What this district and its staff agreed about visits to classrooms", "Lo que este distrito y su personal acordaron sobre las visitas a los salones"))
                @if !district.is_empty() { ": " (district) } "."
            }
            (in_force(say, &now))
        }
        (paused(say, store).await?)
        section class="card" {
            h2 { (say.both("What it says, and how it is kept", "Qué dice y cómo se cumple")) }
            (document(say, &now.agreement))
        }
        section class="card" {
            h2 { (say.both("If it is not kept", "Si no se cumple")) }
            p { (say.both(
                "A staff representative can pause a round, or every round, at any time. Anyone who works here can tell the representative of misuse, without an account and without a name.",
                "La representación del personal puede poner en pausa una ronda, o todas, en cualquier momento. Quien trabaja aquí puede avisarle de un mal uso, sin cuenta y sin nombre.",
            )) }
            div class="acts" {
                a class="button main" href=(address(REPORT, say.0)) { (say.both("Report misuse", "Avisar de un mal uso")) }
            }
        }
        @if !versions.is_empty() {
            section class="card" {
                h2 { (say.both("Versions", "Versiones")) }
                p class="small soft" { (say.both(
                    "A round keeps the version that it was planned under; only a larger number of rooms holds for it too.",
                    "Una ronda conserva la versión con la que se planeó; solo un número mayor de salones vale también para ella.",
                )) }
                @for (version, before) in versions.iter().zip(befores(&versions)).rev() { (told(say, version, &before)) }
            }
        }
    })
}

/// What each version came after: the terms that Noticeboard begins with, then the version before.
fn befores(versions: &[Version]) -> Vec<Agreement> {
    let earlier = versions.iter().map(|version| version.agreement.clone());
    std::iter::once(Agreement::default()).chain(earlier).take(versions.len()).collect()
}

fn told(say: Say, version: &Version, before: &Agreement) -> Markup {
    html! {
        details open[version.number > 1] {
            summary { (say.both("Version", "Versión")) " " (version.number) span class="tag" { (say.day(version.since)) } }
            p class="small soft" { (signatures(say, version)) }
            @if version.number == 1 {
                p class="small soft" { (say.both(
                    "Compared with the terms that Noticeboard begins with:",
                    "En comparación con los términos con los que empieza Noticeboard:",
                )) }
            }
            (changes(say, &before.changes_to(&version.agreement)))
        }
    }
}
