//! What each route asks for. **Whoever adds a route adds its row here**, and nothing else: the test finds the route, tries
//! it as everyone, and holds what it sees against this row.
//!
//! A row has the method, the path as the router has it, and one of
//! - `Anyone`: it says nothing that is about a school, a round or a person, or asks for a proof of its own;
//! - `Act(act)`: whoever may do the act of [`domain::permission`], wherever they may;
//! - `Sees(act)`: the same, and the mandate has to reach one of the schools of each thing that the path names;
//! - `Leads(act)`: the same, and it has to reach all of them;
//! - `Everywhere(act)`: the same, and only a mandate for the whole district.
//!
//! and what a request has to carry so that it does something where it is let in. A path that names a new kind of thing
//! needs its objects in [`super::district`].

use std::collections::BTreeSet;

use axum::http::Method;
use domain::permission::Act;
use protocol::path;

use super::callers::Caller;
use super::district::{District, Object};

/// One row: method, path, what it asks for, what it carries.
type Row = (Method, &'static str, Asks, Carries);

#[derive(Clone, Copy)]
enum Asks {
    Anyone,
    Act(Act),
    Sees(Act),
    Leads(Act),
    Everywhere(Act),
}

#[derive(Clone, Copy)]
enum Carries {
    Nothing,
    Json(&'static str),
    Form(&'static str),
    /// The release of the round that the path names.
    ItsRelease,
    /// Each of these after the path, one at a time; a name of a round in braces is its id.
    Asked(&'static [&'static str]),
}

use Asks::{Anyone, Everywhere, Leads, Sees};
use Carries::{Asked, Form, ItsRelease, Json, Nothing};

const GET: Method = Method::GET;
const POST: Method = Method::POST;

/// A draft as its form sends it.
const DRAFT: &str = "visit_minutes=15&k=12&district_lead=yes&visitor=yes&evaluators=no&notice_days=3\
    &note_deadline=two_work_days&summary_days=30&note_days=60&evidence_days=7";

/// The newest file, and that of a round of either school, asked of whichever school the path names, in both forms.
const FILES_OF_A_ROUND: Carries = Asked(&[
    "form=csv&language=en",
    "form=xlsx&language=en",
    "form=csv&language=es&round={a closed round of the own school}",
    "form=xlsx&language=es&round={a closed round of the own school}",
    "form=csv&language=en&round={a closed round of the other school}",
    "form=xlsx&language=en&round={a closed round of the other school}",
]);

/// A file that names no round, in both forms.
const FILES: Carries = Asked(&["form=csv&language=en", "form=xlsx&language=es"]);

const ROWS: &[Row] = &[
    // Tablets. Each item of a push is judged by itself: see `items`.
    (POST, path::PUSH, Asks::Act(Act::Push), Json(r#"{"items":[]}"#)),
    (POST, path::PULL, Asks::Act(Act::Pull), Json("{}")),
    (GET, path::TOKENS, Sees(Act::ReadTokens), Nothing),
    (
        POST,
        path::REPORT,
        Sees(Act::ReportUnsent),
        Json(r#"{"tablet":"0123456789abcdef0123456789abcdef","unsent":false}"#),
    ),
    (GET, path::PREVIEW, Sees(Act::PreviewClose), Nothing),
    (POST, path::CLOSE, Leads(Act::CloseRound), Json(r#"{"without_unsent":true}"#)),
    (POST, path::OFFER, Sees(Act::OfferRelease), ItsRelease),
    // Readers.
    (GET, path::DOORS, Anyone, Nothing),
    (GET, path::SCHOOLS, Asks::Act(Act::ListSchools), Nothing),
    (GET, path::RELEASES, Sees(Act::ReadReleases), Nothing),
    (GET, path::DISTRICT_TERM, Everywhere(Act::ReadReleases), Nothing),
    (GET, path::EXPORT, Sees(Act::ReadReleases), FILES_OF_A_ROUND),
    (GET, path::EXPORT_OPPORTUNITY, Sees(Act::ReadReleases), FILES_OF_A_ROUND),
    (GET, path::EXPORT_TALK, Sees(Act::ReadReleases), FILES),
    (GET, path::DISTRICT_TERM_EXPORT, Everywhere(Act::ReadReleases), FILES),
    // Whoever knows the id that a card gives.
    (GET, path::NOTE, Asks::Act(Act::FetchNote), Nothing),
    (Method::DELETE, path::NOTE, Asks::Act(Act::DeleteNote), Nothing),
    (
        POST,
        path::CONTEXT,
        Asks::Act(Act::AddContext),
        Json(r#"{"secret":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","kind":"new_topic"}"#),
    ),
    (
        POST,
        path::WITHDRAW_CONTEXT,
        Asks::Act(Act::AddContext),
        Json(r#"{"secret":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}"#),
    ),
    // Letters are sealed, each to the phone of one door card.
    (GET, path::LETTERS, Asks::Act(Act::FetchLetters), Nothing),
    // A code, or a session, is a proof of its own.
    (POST, path::SIGN_IN, Anyone, Json(r#"{"code":"0000000000","device":"iPad"}"#)),
    (POST, path::SIGN_OUT, Anyone, Nothing),
    (POST, "/office/sign-in", Anyone, Form("code=0000000000")),
    (GET, "/office/sign-in", Anyone, Nothing),
    (GET, "/office/enter/{session}", Anyone, Nothing),
    // Leads everyone to the sign-in, whoever they were.
    (POST, "/office/sign-out", Anyone, Nothing),
    (POST, "/office/as", Anyone, Form("role=administrator")),
    (POST, "/office/language", Anyone, Form("language=es&back=/office")),
    // The office.
    (GET, "/office", Asks::Act(Act::EnterOffice), Nothing),
    (GET, "/office/people", Asks::Act(Act::ManageDistrict), Nothing),
    (POST, "/office/people", Asks::Act(Act::ManageDistrict), Form("name=Eve&role=visitor&school=")),
    (POST, "/office/people/{person}/code", Asks::Act(Act::ManageDistrict), Nothing),
    (POST, "/office/people/{person}/remove", Asks::Act(Act::ManageDistrict), Nothing),
    (POST, "/office/devices/{session}/end", Asks::Act(Act::ManageDistrict), Nothing),
    (GET, "/office/codes", Asks::Act(Act::ManageDistrict), Nothing),
    (GET, "/office/codes/{school}", Asks::Act(Act::ManageDistrict), Nothing),
    (POST, "/office/codes/{school}", Asks::Act(Act::ManageDistrict), Nothing),
    // An agreement is the whole district's, and so are its signature and a pause of everything.
    (GET, "/office/agreement", Asks::Act(Act::DraftAgreement), Nothing),
    (POST, "/office/agreement", Everywhere(Act::DraftAgreement), Form(DRAFT)),
    (POST, "/office/agreement/withdraw", Everywhere(Act::DraftAgreement), Nothing),
    (GET, "/office/signing", Asks::Act(Act::SignAgreement), Nothing),
    (POST, "/office/signing", Everywhere(Act::SignAgreement), Form("shown=0")),
    (POST, "/office/signing/back", Everywhere(Act::SignAgreement), Form("shown=0&why=No.")),
    (GET, "/office/pauses", Asks::Act(Act::Pause), Nothing),
    (POST, "/office/pauses", Everywhere(Act::Pause), Form("what=everything&act=resume")),
    (GET, "/office/reports", Asks::Act(Act::ReadReports), Nothing),
    (POST, "/office/reports/{report}/delete", Asks::Act(Act::ReadReports), Nothing),
    (GET, "/office/roster", Asks::Act(Act::ManageDistrict), Nothing),
    (POST, "/office/roster", Asks::Act(Act::ManageDistrict), Nothing),
    (GET, "/office/rooms", Asks::Act(Act::ManageDistrict), Nothing),
    (POST, "/office/rooms", Asks::Act(Act::ManageDistrict), Form("school=Alder&room=99&grades=&subjects=&programmes=")),
    (POST, "/office/rooms/{room}/retire", Asks::Act(Act::ManageDistrict), Nothing),
    (GET, "/office/families", Asks::Act(Act::ApproveFamilyPage), Nothing),
    (GET, "/office/families/{school}", Leads(Act::ApproveFamilyPage), Nothing),
    (POST, "/office/families/{school}", Leads(Act::ApproveFamilyPage), Form("draft=0")),
    (POST, "/office/families/{school}/down", Leads(Act::ApproveFamilyPage), Nothing),
    (GET, "/office/access-log", Asks::Act(Act::ReadAccessLog), Nothing),
    (GET, "/office/holds", Asks::Act(Act::HoldRecords), Nothing),
    (POST, "/office/holds", Asks::Act(Act::HoldRecords), Form("reason=A+claim.")),
    (POST, "/office/holds/{number}/lift", Asks::Act(Act::HoldRecords), Nothing),
    // What says the same to everyone.
    (GET, "/agreement", Anyone, Nothing),
    (GET, "/report", Anyone, Nothing),
    // Nothing is written in it: how much anyone may report is tried elsewhere.
    (POST, "/report", Anyone, Form("text=")),
    (GET, "/office/style.css", Anyone, Nothing),
    (GET, "/office/office.css", Anyone, Nothing),
    (GET, "/office/office.js", Anyone, Nothing),
    (GET, "/note", Anyone, Nothing),
    (GET, "/note/", Anyone, Nothing),
    (GET, "/note/page.css", Anyone, Nothing),
    (GET, "/note/page.js", Anyone, Nothing),
    (GET, "/note/ask.js", Anyone, Nothing),
    (GET, "/note/card.js", Anyone, Nothing),
    (GET, "/note/context.js", Anyone, Nothing),
    (GET, "/note/door.js", Anyone, Nothing),
    (GET, "/note/hpke.js", Anyone, Nothing),
    (GET, "/note/note.js", Anyone, Nothing),
    (GET, "/note/store.js", Anyone, Nothing),
    (GET, "/note/visits.js", Anyone, Nothing),
    // Draws the code of a door card, which is public.
    (POST, "/note/door-card", Anyone, Json(r#"{"text":"nothing of a door"}"#)),
    // What was approved for everyone.
    (GET, "/family", Anyone, Nothing),
    (GET, path::FAMILY_PAGE, Anyone, Nothing),
    (GET, "/family/page.css", Anyone, Nothing),
    (GET, "/inventory", Anyone, Nothing),
    (GET, "/inventory/page.css", Anyone, Nothing),
    (GET, "/healthz", Anyone, Nothing),
];

/// Below these nothing is answered but that nothing is there, whatever the method.
const NOTHING_THERE: [&str; 2] = ["/api", "/api/{*rest}"];

/// What a route asks for and carries.
pub struct Rule(Asks, Carries);

/// The row of a route.
pub fn rule_of(method: &Method, path: &str) -> Rule {
    if NOTHING_THERE.contains(&path) {
        return Rule(Anyone, Nothing);
    }
    let row = ROWS.iter().find(|(of, at, ..)| of == method && *at == path);
    let Some((_, _, asks, carries)) = row else {
        panic!("the router answers {method} {path}, and nobody has said in access/rules.rs what it asks for")
    };
    Rule(*asks, *carries)
}

/// Rows of routes that the router does not have.
pub fn without_a_route(routes: &BTreeSet<(Method, String)>) -> Vec<String> {
    let idle = ROWS.iter().filter(|(method, path, ..)| !routes.iter().any(|(of, at)| of == method && at == path));
    idle.map(|(method, path, ..)| format!("{method} {path}")).collect()
}

impl Rule {
    /// Whether it matters who asks; else what keeps somebody out is the proof that the route itself asks for.
    pub fn asks_who(&self) -> bool {
        !matches!(self.0, Anyone)
    }

    /// Whether the table lets somebody in, for these objects.
    pub fn lets_in(&self, caller: &Caller, path: &str, objects: &[Object]) -> bool {
        let mandate = caller.mandate(path);
        match self.0 {
            Anyone => true,
            Asks::Act(act) => mandate.may(act),
            Sees(act) => {
                mandate.may(act)
                    && objects.iter().all(|object| object.schools.is_empty() || mandate.sees(&object.schools))
            }
            Leads(act) => mandate.may(act) && objects.iter().all(|object| mandate.leads_all(&object.schools)),
            Everywhere(act) => mandate.may(act) && mandate.school.is_none(),
        }
    }

    /// What is asked after the path, each a request of its own; nothing, once, where the path says it all.
    pub fn queries(&self, district: &District) -> Vec<String> {
        match self.1 {
            Asked(queries) => queries.iter().map(|query| format!("?{}", district.with_rounds(query))).collect(),
            _ => vec![String::new()],
        }
    }

    /// The type of what a request carries, and that.
    pub fn body(&self, district: &District, objects: &[Object]) -> (&'static str, Option<String>) {
        match self.1 {
            Nothing | Asked(_) => ("", None),
            Json(text) => ("application/json", Some(text.to_owned())),
            Form(text) => ("application/x-www-form-urlencoded", Some(text.to_owned())),
            ItsRelease => ("application/json", Some(district.release_of(objects))),
        }
    }
}
