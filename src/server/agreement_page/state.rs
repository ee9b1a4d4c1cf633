//! Where an agreement stands: signed by whom and when, what is paused, and which schools it would leave unvisited.

use domain::agreement::{Agreement, Pause, Paused, unvisited};
use domain::ids::SchoolId;
use domain::permission::Mandate;
use domain::round::Plan;
use maud::{Markup, html};

use crate::office::Say;
use crate::store::agreement::{InForce, Version};
use crate::store::{Failure, Store};

/// Who signed what is in force, by role and day; what holds where nobody did.
pub fn in_force(say: Say, in_force: &InForce) -> Markup {
    match &in_force.version {
        Some(version) if version.drafted.is_some() => html! { p class="soft" { (signatures(say, version)) } },
        _ => html! {
            p class="notice hold" { (say.both(
                "No agreement is signed yet. Until a staff representative has signed one that the district lead drafts, these terms hold, and no round can close: nothing is published.",
                "Todavía no hay un acuerdo firmado. Hasta que la representación del personal firme uno que redacte la dirección del distrito, valen estos términos y ninguna ronda se puede cerrar: no se publica nada.",
            )) }
        },
    }
}

/// The two who put a version in force.
pub fn signatures(say: Say, version: &Version) -> String {
    let since = say.day(version.since);
    match version.drafted {
        Some(drafted) => {
            let drafted = say.day(drafted);
            say.both(
                format!("Drafted by the district lead on {drafted}, signed by a staff representative on {since}, and in force since then."),
                format!("Redactado por la dirección del distrito el {drafted}, firmado por la representación del personal el {since}, y en vigor desde entonces."),
            )
        }
        None => say.both(
            format!("Put in force by an administrator on {since}, before there were signatures."),
            format!("Puesto en vigor por la administración el {since}, antes de que hubiera firmas."),
        ),
    }
}

/// What is paused now.
pub async fn paused(say: Say, store: &Store) -> Result<Markup, Failure> {
    let pauses = store.pauses().await?;
    let rounds = store.open_rounds().await?;
    let names = Names(store.schools().await?.schools.into_iter().map(|school| (school.id, school.name)).collect());
    let standing = pauses.iter().filter_map(|pause| pause.since.map(|since| (pause, since)));
    let standing: Vec<String> = standing
        .filter_map(|(pause, since)| {
            let what = what_is_paused(say, &names, &rounds, pause)?;
            let since = say.day(since);
            Some(say.both(format!("{what}: paused since {since}."), format!("{what}: en pausa desde el {since}.")))
        })
        .collect();
    Ok(html! {
        @if !standing.is_empty() {
            div class="notice hold" {
                p { strong { (say.both("The staff representative has paused visits.", "La representación del personal puso las visitas en pausa.")) } }
                @for sentence in standing { p { (sentence) } }
            }
        }
    })
}

fn what_is_paused(say: Say, names: &Names, rounds: &[Plan], pause: &Pause) -> Option<String> {
    match &pause.paused {
        Paused::Program => Some(say.both("Every round", "Todas las rondas").to_owned()),
        // A round that closed before it could be resumed is not paused any more: nothing of it is left to stop.
        Paused::Round(round) => {
            let plan = rounds.iter().find(|plan| plan.round == *round)?;
            let schools = names.of(plan);
            let opens = say.day(plan.opens);
            Some(say.both(
                format!("The round at {schools} that opens on {opens}"),
                format!("La ronda en {schools} que empieza el {opens}"),
            ))
        }
    }
}

/// The names of schools.
pub struct Names(pub Vec<(SchoolId, String)>);

impl Names {
    /// Those of a round, in the order in which schools are listed.
    pub fn of(&self, plan: &Plan) -> String {
        let names = self.0.iter().filter(|(school, _)| plan.schools.contains(school)).map(|(_, name)| name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }
}

/// A warning where nobody who was invited could visit some school under these terms.
pub async fn nobody_could_visit(say: Say, store: &Store, agreement: &Agreement) -> Result<Markup, Failure> {
    let people: Vec<Mandate> = store.people().await?.into_iter().map(|person| person.mandate).collect();
    let schools = store.schools().await?.schools;
    let alone = unvisited(agreement, &people, schools.iter().map(|school| &school.id));
    let names: Vec<&str> =
        schools.iter().filter(|school| alone.contains(&&school.id)).map(|school| school.name.as_str()).collect();
    Ok(html! {
        @if !names.is_empty() {
            div class="notice hold" {
                p { strong { (say.both("Nobody could visit some schools", "Nadie podría visitar algunas escuelas")) } }
                p { (say.both(
                    "Of the people who are invited so far, these terms let nobody visit: ",
                    "De las personas invitadas hasta ahora, con estos términos nadie podría visitar: ",
                )) (names.join(", ")) "." }
                p { (say.both(
                    "It can be signed all the same. Let others visit there, or let evaluators visit, or invite somebody.",
                    "Aun así se puede firmar. Permita que visiten otras personas, o quienes evalúan, o invite a alguien.",
                )) }
            }
        }
    })
}
