//! The pages for families: what is drafted from the newest round, what a person who reads both languages approves, and
//! what is public now.

use std::collections::BTreeSet;

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::access_log::Seen;
use domain::family::{Draft, FEWEST_RELEASES, FamilyPage, Plans};
use domain::guard::{Concern, ConcernKind, concerns};
use domain::ids::SchoolId;
use domain::language::Language;
use domain::library::{Both, Families};
use domain::permission::Role;
use domain::release::Release;
use domain::roster::School;
use domain::text::{Name, NotText, Sentence};
use domain::time::Day;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::page;
use super::{Office, Say, Wrong};
use crate::Server;
use crate::family::{address, is_hard, said, text};
use crate::http::who::ApproveFamilyPage;
use crate::store::Failure;

/// Where the list of schools is; the form of one lies below.
pub const PATH: &str = "/office/families";

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Written {
    /// Which draft was read.
    draft: String,
    action_en: String,
    action_es: String,
    question_en: String,
    question_es: String,
    read_by: String,
    /// Not empty where somebody saw that it looks as if it named somebody, and means it as it is.
    #[serde(default)]
    anyway: String,
    /// Not empty where somebody saw that it is hard to read, and means it as it is.
    #[serde(default)]
    hard: String,
}

/// The box by which whoever approves says that a text has to be as it is.
const CANNOT_BE_SIMPLER: (&str, &str) =
    ("It cannot be said more simply: this is meant.", "No se puede decir más sencillo: así debe decir.");

type In = Office<ApproveFamilyPage>;

/// The schools, and whether each has a page.
pub async fn list(office: In, State(server): State<Server>) -> Result<Response, Wrong> {
    let say = office.say;
    let pages = server.store.family_pages().await.map_err(say.wrong())?;
    let schools = server.store.schools().await.map_err(say.wrong())?.schools;
    let leads = |school: &School| office.mandate.leads_all(&BTreeSet::from([school.id.clone()]));
    let mut rows = Vec::new();
    for school in schools.into_iter().filter(leads) {
        let releases = releases(&server, &school.id).await.map_err(say.wrong())?;
        let public = pages.iter().find(|(other, _)| other.id == school.id).map(|(_, page)| page.clone());
        rows.push((school, Draft::of(&releases, Families::shipped()), public));
    }
    let title = say.both("Pages for families", "Páginas para las familias");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "A page says in plain words, in English and Spanish, what was seen in a school’s classrooms, what adults will do, and what to ask a child. Anyone can read it. A person who reads both languages approves each text before it is public.",
                "Una página dice con palabras sencillas, en inglés y en español, qué se vio en los salones de una escuela, qué harán los adultos y qué preguntar a un hijo. Cualquiera puede leerla. Una persona que lee los dos idiomas aprueba cada texto antes de que sea público.",
            )) }
        }
        ul class="list" {
            @for (school, draft, public) in &rows {
                li {
                    div {
                        strong { (school.name) }
                        p class="small soft" { (standing(say, draft.as_ref(), public.as_ref())) }
                    }
                    div class="row" {
                        @if public.is_some() { a class="button" href=(address(&school.id)) { (say.both("Look at the page", "Ver la página")) } }
                        @if draft.is_some() { a class="button" href={ (PATH) "/" (school.id) } { (say.both("Read and approve", "Leer y aprobar")) } }
                    }
                }
            }
        }
    };
    Ok(page(&office, PATH, title, &content))
}

fn standing(say: Say, draft: Option<&Draft>, public: Option<&FamilyPage>) -> String {
    let of_draft = |page: &FamilyPage| draft.is_some_and(|draft| draft.mark() == page.draft.mark());
    match (draft, public) {
        (None, None) => say
            .both(
                "No page yet: it takes two rounds that were published.",
                "Todavía no hay página: hacen falta dos rondas publicadas.",
            )
            .to_owned(),
        (_, None) => say.both("A text is drafted and waits.", "Hay un texto preparado que espera.").to_owned(),
        (_, Some(page)) if of_draft(page) => {
            format!("{} {}.", say.both("Public since", "Pública desde el"), say.day(page.approved))
        }
        (_, Some(page)) => format!(
            "{} {}. {}",
            say.both("Public since", "Pública desde el"),
            say.day(page.approved),
            say.both("A newer text is drafted and waits.", "Hay un texto más nuevo que espera."),
        ),
    }
}

/// The draft of one school in both languages, to be completed and approved.
pub async fn form(office: In, State(server): State<Server>, Path(school): Path<String>) -> Result<Response, Wrong> {
    let (say, school) = (office.say, of(&office, &school)?);
    let public = server.store.family_page(&school).await.map_err(say.wrong())?.map(|(_, page)| page);
    let releases = releases(&server, &school).await.map_err(say.wrong())?;
    let draft = Draft::of(&releases, Families::shipped());
    // What was written for another round is no beginning for this one.
    let public = public.filter(|page| draft.as_ref().is_some_and(|draft| draft.mark() == page.draft.mark()));
    let written = public.map(|page| Written::of(&page)).unwrap_or_default();
    shown(&office, &server, &school, &written, None).await.map_err(say.wrong())
}

/// Makes the text public that was read and completed.
pub async fn approve(
    office: In,
    State(server): State<Server>,
    Path(school): Path<String>,
    Form(written): Form<Written>,
) -> Result<Response, Wrong> {
    let (say, school) = (office.say, of(&office, &school)?);
    let releases = releases(&server, &school).await.map_err(say.wrong())?;
    let draft = Draft::of(&releases, Families::shipped()).filter(|draft| draft.mark() == written.draft);
    let Some(draft) = draft else {
        let wrong = say.both(
            "Nothing was made public: something newer was published while you read. This is the new draft.",
            "No se publicó nada: mientras leía apareció algo más nuevo. Este es el texto nuevo.",
        );
        return shown(&office, &server, &school, &written, Some(wrong)).await.map_err(say.wrong());
    };
    let page = match written.page(draft, office.mandate.role, server.now().day()) {
        Ok(page) => page,
        Err(_) => {
            let wrong = say.both(
                "Nothing was made public: each field needs a text, and one of at most 280 characters (a name: 80).",
                "No se publicó nada: cada espacio necesita un texto, de 280 caracteres como máximo (un nombre: 80).",
            );
            return shown(&office, &server, &school, &written, Some(wrong)).await.map_err(say.wrong());
        }
    };
    let named = written.named();
    if !named.is_empty() && written.anyway.is_empty() {
        let named = named.join(", ");
        let wrong = say.both(
            format!("Nothing is public yet: this looks as if it told who or which room it was: {named}. Say it in another way, or tick the box at the end if it does not."),
            format!("Todavía no se publicó nada: parece que esto dice quién fue o en qué salón: {named}. Dígalo de otra manera, o marque la casilla del final si no es así."),
        );
        return shown(&office, &server, &school, &written, Some(&wrong)).await.map_err(say.wrong());
    }
    let hard = written.hard_to_read();
    if !hard.is_empty() && written.hard.is_empty() {
        let (hard, box_en, box_es) = (hard.join(" · "), CANNOT_BE_SIMPLER.0, CANNOT_BE_SIMPLER.1);
        let wrong = say.both(
            format!("Nothing is public yet: this is harder to read than the rest of the page: {hard}. Say it in shorter words and sentences, or tick “{box_en}”"),
            format!("Todavía no se publicó nada: esto es más difícil de leer que el resto de la página: {hard}. Dígalo con palabras y frases más cortas, o marque «{box_es}»"),
        );
        return shown(&office, &server, &school, &written, Some(&wrong)).await.map_err(say.wrong());
    }
    server.store.publish_family_page(&school, &page).await.map_err(say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

/// Takes a page down.
pub async fn take_down(
    office: In,
    State(server): State<Server>,
    Path(school): Path<String>,
) -> Result<Response, Wrong> {
    let (say, school) = (office.say, of(&office, &school)?);
    server.store.take_family_page_down(&school).await.map_err(say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

/// The school in an address, if whoever asks leads it.
fn of(office: &In, school: &str) -> Result<SchoolId, Wrong> {
    let unknown = |detail: String| Wrong(office.say, Failure::NotFound(detail));
    let school = SchoolId::parse(school).map_err(|cause| unknown(cause.to_string()))?;
    match office.mandate.leads_all(&BTreeSet::from([school.clone()])) {
        true => Ok(school),
        false => Err(unknown(format!("school {school} is not one of yours"))),
    }
}

async fn releases(server: &Server, school: &SchoolId) -> Result<Vec<Release>, Failure> {
    let published = server.store.releases(school).await?.releases;
    let spoiled = |cause| Failure::Spoiled { what: "changes.body", cause };
    published.iter().map(|published| serde_json::from_str(&published.body).map_err(spoiled)).collect()
}

impl Written {
    fn of(page: &FamilyPage) -> Written {
        let text = |text: &Sentence| text.as_str().to_owned();
        Written {
            draft: page.draft.mark(),
            action_en: text(&page.plans.en.action),
            action_es: text(&page.plans.es.action),
            question_en: text(&page.plans.en.question),
            question_es: text(&page.plans.es.question),
            read_by: page.read_by.as_str().to_owned(),
            anyway: String::new(),
            hard: String::new(),
        }
    }

    /// What looks like somebody's name, or like a room, in what families would read.
    fn named(&self) -> Vec<String> {
        let texts = [&self.action_en, &self.question_en, &self.action_es, &self.question_es];
        let named = texts.into_iter().flat_map(|text| {
            let tells_who = |concern: &Concern| matches!(concern.kind, ConcernKind::Name | ConcernKind::Room);
            concerns(text).into_iter().filter(tells_who).map(|concern| text[concern.place].to_owned())
        });
        named.collect::<BTreeSet<String>>().into_iter().collect()
    }

    /// What is clearly harder to read than a page for families should be.
    fn hard_to_read(&self) -> Vec<String> {
        let texts = [
            (format!("{} {}", self.action_en, self.question_en), Language::En),
            (format!("{} {}", self.action_es, self.question_es), Language::Es),
        ];
        texts.into_iter().filter(|(text, language)| is_hard(text, *language)).map(|(text, _)| text).collect()
    }

    fn page(&self, draft: Draft, approved_as: Role, approved: Day) -> Result<FamilyPage, NotText> {
        let plans = |action: &str, question: &str| {
            Ok(Plans { action: Sentence::parse(action)?, question: Sentence::parse(question)? })
        };
        let plans =
            Both { en: plans(&self.action_en, &self.question_en)?, es: plans(&self.action_es, &self.question_es)? };
        Ok(FamilyPage { draft, plans, read_by: Name::parse(&self.read_by)?, approved_as, approved })
    }
}

async fn shown(
    office: &In,
    server: &Server,
    school: &SchoolId,
    written: &Written,
    wrong: Option<&str>,
) -> Result<Response, Failure> {
    let say = office.say;
    let schools = server.store.schools().await?.schools;
    let name_of = |id: &SchoolId| schools.iter().find(|school| school.id == *id).map(|school| school.name.clone());
    let releases = releases(server, school).await?;
    let (Some(draft), Some(newest)) = (Draft::of(&releases, Families::shipped()), releases.last()) else {
        return Err(Failure::NotFound(format!("school {school} has not published {FEWEST_RELEASES} rounds")));
    };
    // The draft is made of what was published, and shows the newest action and question word for word.
    server.store.looked(&office.caller(), Seen::Picture, Some(school), server.now().day()).await?;
    let is_public = server.store.family_page(school).await?.is_some();
    let together: Vec<String> = draft.schools.iter().filter_map(name_of).collect();
    let title = name_of(school).unwrap_or_default();
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "This is all that families will read: read both columns, then write what adults will do.",
                "Esto es todo lo que leerán las familias: lea las dos columnas y escriba después qué harán los adultos.",
            )) }
        }
        @if let Some(wrong) = wrong { p class="notice wrong" role="alert" { (wrong) } }
        form class="stack" method="post" action={ (PATH) "/" (school) } {
            input type="hidden" name="draft" value=(draft.mark());
            p class="card wash" {
                (say.both("The school’s picture says of the action:", "El panorama de la escuela dice de la acción:")) " "
                q lang="" { (newest.action.what.as_str()) } " "
                (say.both("And of the question:", "Y de la pregunta:")) " "
                q lang="" { (newest.question.asks.as_str()) } " "
                (say.both(
                    "Say both in plain words, and name nobody.",
                    "Diga las dos cosas con palabras sencillas, sin nombrar a nadie.",
                ))
            }
            div class="split" { (text(say.0, &draft, server.now().day(), &together, |language| fields(language, written))) }
            div class="field" {
                label for="read_by" { (say.both("Who read both languages", "Quién leyó los dos idiomas")) }
                input id="read_by" name="read_by" required maxlength="80" value=(written.read_by);
            }
            p class="small soft" { (say.both(
                "A person who reads both, and found that they say the same. Their name stays here and is not on the page.",
                "Una persona que lee los dos y vio que dicen lo mismo. Su nombre queda aquí y no está en la página.",
            )) }
            @if !written.named().is_empty() {
                label class="choice" {
                    input type="checkbox" name="anyway" value="yes" checked[!written.anyway.is_empty()];
                    span { (say.both("It names nobody and no room: this is meant.", "No nombra a nadie ni ningún salón: así debe decir.")) }
                }
            }
            @if !written.hard_to_read().is_empty() {
                label class="choice" {
                    input type="checkbox" name="hard" value="yes" checked[!written.hard.is_empty()];
                    span { (say.both(CANNOT_BE_SIMPLER.0, CANNOT_BE_SIMPLER.1)) }
                }
            }
            div class="acts" {
                button class="main" { (say.both("Both say the same: make it public", "Los dos dicen lo mismo: publicarla")) }
                a class="button" href=(PATH) { (say.both("Back", "Volver")) }
            }
        }
        @if is_public {
            form class="acts" method="post" action={ (PATH) "/" (school) "/down" } {
                button class="plain" { (say.both("Take the public page down", "Retirar la página pública")) }
            }
        }
    };
    Ok(page(office, PATH, &title, &content))
}

/// Where what adults will do is written for families, in one language.
fn fields(language: Language, written: &Written) -> Markup {
    let said = said::of(language);
    let [action, question] = match language {
        Language::En => [("action_en", &written.action_en), ("question_en", &written.question_en)],
        Language::Es => [("action_es", &written.action_es), ("question_es", &written.question_es)],
    };
    html! {
        @for ((name, text), label) in [(action, said.action), (question, said.question)] {
            div class="field" {
                label for=(name) { (label) }
                textarea id=(name) name=(name) rows="3" required maxlength="280" { (text) }
            }
        }
    }
}
