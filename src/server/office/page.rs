//! What every page of the office shares: the bar, the way around, and how something that went wrong is said.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::language::Language;
use domain::permission::{Act, Mandate};
use maud::{DOCTYPE, Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

use super::Office;
use super::say::Say;
use super::sign_in::role_name;
use super::why::why;
use crate::http::log_cause;
use crate::store::Failure;

/// A page for whoever is in the office, with the ways to all of it that is theirs.
pub fn page<A>(office: &Office<A>, path: &str, title: &str, content: &Markup) -> Response {
    let ways = ways(office.say, &office.mandate, path);
    let looking = office.session.is_none().then(|| looking_as(office.say, &office.mandate));
    respond(
        StatusCode::OK,
        office.say,
        path,
        title,
        &html! { (ways) },
        &html! { @if let Some(as_whom) = looking { (as_whom) } (content) },
    )
}

/// A page for whoever is not in yet.
pub fn outside(status: StatusCode, say: Say, path: &str, title: &str, content: &Markup) -> Response {
    respond(status, say, path, title, &html! {}, content)
}

/// A page of the office that is for others, in the place of what was asked for.
pub fn not_yours<A>(office: &Office<A>, path: &str) -> Response {
    let say = office.say;
    let title = say.both("This page is for others", "Esta página es para otras personas");
    let content = html! {
        div class="notice" {
            h1 { (title) }
            p { (say.both("You are here as", "Usted está aquí como")) " " strong { (role_name(say, &office.mandate)) } ". "
                (say.both("Nothing was changed.", "No se cambió nada.")) }
            p { a href=(super::OFFICE) { (say.both("Back to the office", "Volver a la oficina")) } }
        }
    };
    let mut response = page(office, path, title, &content);
    *response.status_mut() = StatusCode::FORBIDDEN;
    response
}

/// A page that says what went wrong; nothing was changed.
pub fn wrong(say: Say, failure: &Failure) -> Response {
    let status = match failure {
        Failure::Database(_) | Failure::Spoiled { .. } => {
            log_cause(failure);
            StatusCode::SERVICE_UNAVAILABLE
        }
        Failure::NotFound(_) => StatusCode::NOT_FOUND,
        _ => StatusCode::BAD_REQUEST,
    };
    not_done(say, status, &why(say, failure))
}

/// A form that one of another site sent.
pub fn from_elsewhere(say: Say) -> Response {
    let more = say.both(
        "This form is not one of this server’s pages. Open the page again and fill it in there.",
        "Este formulario no es de una página de este servidor. Abra la página otra vez y llénelo ahí.",
    );
    not_done(say, StatusCode::FORBIDDEN, more)
}

fn not_done(say: Say, status: StatusCode, more: &str) -> Response {
    let title = say.both("That did not work", "No se pudo");
    let content = html! {
        div class="notice" {
            h1 { (title) }
            p { (more) }
            p { (say.both("Nothing was changed.", "No se cambió nada.")) }
            p { a href="/office" { (say.both("Back to the office", "Volver a la oficina")) } }
        }
    };
    outside(status, say, super::OFFICE, title, &content)
}

fn respond(status: StatusCode, say: Say, path: &str, title: &str, ways: &Markup, content: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(say.0.code()) {
            head {
                (head(title, "/office/office.css"))
                script type="module" src="/office/office.js" {}
            }
            body class="app" {
                header class="bar" {
                    a class="brand" href="/office" {
                        "Noticeboard " span class="soft" { (say.both("office", "oficina")) }
                    }
                    (ways)
                    (switch(say, path))
                }
                main class="page" { (content) }
            }
        }
    };
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page.into_string()).into_response()
}

/// What the head of every page of the server's own says: its title, the app's look, and a style beside that.
pub(crate) fn head(title: &str, style: &str) -> Markup {
    html! {
        meta charset="utf-8";
        title { (title) " – Noticeboard" }
        meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
        meta name="robots" content="noindex, nofollow";
        meta name="color-scheme" content="light dark";
        link rel="icon" href="/icon.svg" type="image/svg+xml";
        link rel="stylesheet" href="/office/style.css";
        link rel="stylesheet" href=(style);
    }
}

/// The pages of the office: where each is, the act that it asks for, and its name.
fn pages(say: Say) -> [(&'static str, Act, &'static str); 11] {
    [
        (super::OFFICE, Act::EnterOffice, say.both("Start", "Inicio")),
        ("/office/roster", Act::ManageDistrict, say.both("Timetable", "Horario")),
        ("/office/people", Act::ManageDistrict, say.both("People", "Personas")),
        ("/office/codes", Act::ManageDistrict, say.both("Staff codes", "Códigos del personal")),
        (super::families::PATH, Act::ApproveFamilyPage, say.both("For families", "Para familias")),
        ("/office/agreement", Act::DraftAgreement, say.both("Agreement", "Acuerdo")),
        ("/office/signing", Act::SignAgreement, say.both("Agreement", "Acuerdo")),
        ("/office/pauses", Act::Pause, say.both("Pauses", "Pausas")),
        ("/office/reports", Act::ReadReports, say.both("Reports", "Avisos")),
        ("/office/access-log", Act::ReadAccessLog, say.both("Who looked", "Quién miró")),
        ("/office/holds", Act::HoldRecords, say.both("Legal hold", "Retención legal")),
    ]
}

fn ways(say: Say, mandate: &Mandate, path: &str) -> Markup {
    html! {
        nav class="ways" aria-label=(say.both("Office", "Oficina")) {
            @for (to, _, name) in pages(say).into_iter().filter(|(_, act, _)| mandate.may(*act)) {
                a href=(to) aria-current=[(to == path).then_some("page")] { (name) }
            }
        }
    }
}

/// In the sample nobody signs in: whoever looks chooses in whose place.
fn looking_as(say: Say, mandate: &Mandate) -> Markup {
    html! {
        form class="row small soft" method="post" action="/office/as" {
            (say.both("You are looking at the sample as:", "Usted mira la muestra como:"))
            @for role in super::LOOKED_AS {
                @let other = Mandate::everywhere(role);
                button class="plain" name="role" value=(role.word()) aria-pressed=(if role == mandate.role { "true" } else { "false" }) { (role_name(say, &other)) }
            }
        }
    }
}

fn switch(say: Say, path: &str) -> Markup {
    let other = match say.0 {
        Language::En => Language::Es,
        Language::Es => Language::En,
    };
    html! {
        form method="post" action="/office/language" {
            input type="hidden" name="back" value=(path);
            button class="plain" name="language" value=(other.code()) lang=(other.code()) { (other.own_name()) }
        }
    }
}

/// A QR code as one drawing; nothing where the text is longer than one holds.
pub fn qr(say: Say, text: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    // Four modules stay white around it, by the standard.
    let side = code.size() + 8;
    let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let path: String =
        dark.filter(|(x, y)| code.get_module(*x, *y)).map(|(x, y)| format!("M{} {}h1v1h-1z", x + 4, y + 4)).collect();
    html! {
        svg class="qr" viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(say.both("QR code", "Código QR")) {
            path d=(path);
        }
    }
}
