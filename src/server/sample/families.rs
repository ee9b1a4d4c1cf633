//! The sample's page for families: Juniper's, approved the day after its newest round was closed.

use domain::family::{Draft, FamilyPage, Plans};
use domain::ids::SchoolId;
use domain::library::{Both, Families};
use domain::permission::Role;
use domain::release::Release;
use domain::text::{Name, Sentence};

use super::play::NotFilled;
use crate::store::{Failure, Store};

/// Makes the page public, as a principal would in the office.
pub async fn approve(store: &Store) -> Result<(), NotFilled> {
    let school = SchoolId::from_roster("juniper");
    let published = store.releases(&school).await?.releases;
    let spoiled = |cause| Failure::Spoiled { what: "changes.body", cause };
    let releases = published.iter().map(|published| serde_json::from_str(&published.body).map_err(spoiled));
    let releases: Vec<Release> = releases.collect::<Result<_, Failure>>()?;
    let (Some(draft), Some(newest)) = (Draft::of(&releases, Families::shipped()), releases.last()) else {
        return Ok(());
    };
    let page = FamilyPage {
        draft,
        plans: Both {
            en: plans(
                "We will buy tables for twelve rooms, so that students can sit face to face.",
                "What is different when no one sits behind someone else?",
            )?,
            es: plans(
                "Vamos a comprar mesas para doce salones, para que los estudiantes se sienten cara a cara.",
                "¿Qué cambia cuando nadie se sienta detrás de otro?",
            )?,
        },
        read_by: Name::parse("Office of family engagement").map_err(NotFilled::Text)?,
        approved_as: Role::Principal,
        approved: newest.closed.plus(1),
    };
    Ok(store.publish_family_page(&school, &page).await?)
}

fn plans(action: &str, question: &str) -> Result<Plans, NotFilled> {
    let sentence = |text| Sentence::parse(text).map_err(NotFilled::Text);
    Ok(Plans { action: sentence(action)?, question: sentence(question)? })
}
