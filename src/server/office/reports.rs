//! Reports of misuse, for the staff representative to read and to delete.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::agreement::DAYS_REPORTS_OF_MISUSE_STAY;
use domain::ids::ReportId;
use maud::html;

use super::page::page;
use super::{Office, Wrong};
use crate::Server;
use crate::agreement_page::{REPORT, address};
use crate::http::who::ReadReports;
use crate::store::Failure;

const PATH: &str = "/office/reports";

/// Every report that waits.
pub async fn list(office: Office<ReadReports>, State(server): State<Server>) -> Result<Response, Wrong> {
    let say = office.say;
    let reports = server.store.misuse_reports().await.map_err(say.wrong())?;
    let title = say.both("Reports of misuse", "Avisos de mal uso");
    let stay = say.both(
        format!("Kept are the words and the day, for {DAYS_REPORTS_OF_MISUSE_STAY} days or until you delete them. Nobody knows who sent one, and nobody can answer it."),
        format!("Se guardan las palabras y el día, durante {DAYS_REPORTS_OF_MISUSE_STAY} días o hasta que usted los borre. Nadie sabe quién envió un aviso, y nadie puede responderlo."),
    );
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (stay) }
            p class="small" { a href=(address(REPORT, say.0)) { (say.both("The form that staff use", "El formulario que usa el personal")) } }
        }
        section class="card" {
            @if reports.is_empty() { p class="soft" { (say.both("No report waits.", "No hay ningún aviso.")) } }
            ul class="list" {
                @for report in &reports {
                    li {
                        div {
                            p class="small soft" { (say.day(report.said)) }
                            p lang="" { (report.text) }
                        }
                        form method="post" action={ (PATH) "/" (report.id) "/delete" } {
                            button { (say.both("Delete", "Borrar")) span class="aside" { " " (say.both("the report of", "el aviso del")) " " (say.day(report.said)) } }
                        }
                    }
                }
            }
        }
    };
    Ok(page(&office, PATH, title, &content))
}

/// Deletes one.
pub async fn delete(
    office: Office<ReadReports>,
    State(server): State<Server>,
    Path(report): Path<String>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let report = ReportId::parse(&report).map_err(|cause| Wrong(say, Failure::NotFound(cause.to_string())))?;
    server.store.delete_misuse_report(&report).await.map_err(say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}
