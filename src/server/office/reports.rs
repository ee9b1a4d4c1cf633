//! Reports of misuse, for the staff representative to read and to delete.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::agreement::DAYS_REPORTS_OF_MISUSE_STAY;
use domain::ids::ReportId;
use domain::time::Day;
use maud::{Markup, html};

use super::page::page;
use super::{Office, Say, Wrong};
use crate::Server;
use crate::agreement_page::{REPORT, address};
use crate::http::who::ReadReports;
use crate::store::Failure;
use crate::store::agreement::{MisuseReport, ReportGone};

/// Where they are.
pub const PATH: &str = "/office/reports";

/// Every report that waits.
pub async fn list(office: Office<ReadReports>, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server).await.map_err(office.say.wrong())
}

async fn shown(office: &Office<ReadReports>, server: &Server) -> Result<Response, Failure> {
    let say = office.say;
    let reports = server.store.misuse_reports().await?;
    let held = server.store.held_since().await?;
    let title = say.both("Reports of misuse", "Avisos de mal uso");
    let stay = say.both(
        format!("Kept are the words and the day, for {DAYS_REPORTS_OF_MISUSE_STAY} days or until you delete them. Nobody knows who sent one, and nobody can answer it."),
        format!("Se guardan las palabras y el día, durante {DAYS_REPORTS_OF_MISUSE_STAY} días o hasta que usted los borre. Nadie sabe quién envió un aviso, y nadie puede responderlo."),
    );
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (stay) }
            // A report does not say of which school it is, so there is none that it could be kept from.
            p class="soft" { (say.both(
                "Every staff representative of the district reads the same reports, and what one of you deletes is gone for all.",
                "Toda la representación del personal del distrito lee los mismos avisos, y lo que borra una persona ya no lo lee nadie.",
            )) }
            p class="small" { a href=(address(REPORT, say.0)) { (say.both("The form that staff use", "El formulario que usa el personal")) } }
        }
        @if let Some(since) = held { div class="notice hold" { p { (kept_by_a_hold(say, since)) } } }
        section class="card" {
            @if reports.is_empty() { p class="soft" { (say.both("No report waits.", "No hay ningún aviso.")) } }
            ul class="list" {
                @for report in &reports {
                    li {
                        div {
                            p class="small soft" { (say.day(report.said)) }
                            p lang="" { (report.text) }
                        }
                        @if held.is_none() { (to_delete(say, report)) }
                    }
                }
            }
        }
    };
    Ok(page(office, PATH, title, &content))
}

/// Asks before a report is deleted: nobody can send it again.
fn to_delete(say: Say, report: &MisuseReport) -> Markup {
    let of_day =
        html! { span class="aside" { " " (say.both("the report of", "el aviso del")) " " (say.day(report.said)) } };
    html! {
        details {
            summary { span { (say.both("Delete…", "Borrar…")) (of_day) } }
            form class="stack" method="post" action={ (PATH) "/" (report.id) "/delete" } {
                p { (say.both(
                    "Nobody will be able to read it again. The list of what was deleted will say that a report was.",
                    "Nadie podrá volver a leerlo. La lista de lo que se borró dirá que se borró un aviso.",
                )) }
                button { (say.both("Delete for good", "Borrar para siempre")) (of_day) }
            }
        }
    }
}

fn kept_by_a_hold(say: Say, since: Day) -> String {
    let since = say.day(since);
    say.both(
        format!("A legal hold stands since {since}: no report is deleted until it is lifted."),
        format!("Hay una retención legal desde el {since}: no se borra ningún aviso hasta que se levante."),
    )
}

/// Deletes one; where a legal hold keeps it the page says so.
pub async fn delete(
    office: Office<ReadReports>,
    State(server): State<Server>,
    Path(report): Path<String>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let report = ReportId::parse(&report).map_err(|cause| Wrong(say, Failure::NotFound(cause.to_string())))?;
    match server.store.delete_misuse_report(&report, server.now().day()).await.map_err(say.wrong())? {
        ReportGone::ForGood => Ok(Redirect::to(PATH).into_response()),
        ReportGone::Held(_) => shown(&office, &server).await.map_err(say.wrong()),
    }
}
