//! Everyone who may ask: each role with each reach, and those who are nobody here.

use domain::permission::{Mandate, Role};
use domain::roster::School;
use protocol::path;

use super::district::{OTHER, OWN};
use crate::people::SignedInDevice;
use crate::world::World;

/// Somebody who asks, and what they prove who they are with.
pub struct Caller {
    pub name: String,
    /// What they are before paths of the API, which want a header beside the cookie.
    pub of_the_api: Mandate,
    /// What they are before pages, which have only the cookie.
    pub of_pages: Mandate,
    pub headers: Vec<(String, String)>,
}

impl Caller {
    /// In whose place they ask for a path.
    pub fn mandate(&self, path: &str) -> &Mandate {
        if path.starts_with("/api") { &self.of_the_api } else { &self.of_pages }
    }
}

fn nobody() -> Mandate {
    Mandate::everywhere(Role::Anyone)
}

/// The secret of a session, from whichever cookie it came in.
fn secret(device: &SignedInDevice) -> &str {
    device.cookie.rsplit(['=', '.']).next().unwrap()
}

fn session(device: &SignedInDevice) -> (String, String) {
    (protocol::SESSION.to_owned(), device.session.to_string())
}

fn cookies(device: &SignedInDevice) -> (String, String) {
    let (id, secret) = (&device.session, secret(device));
    let app = protocol::session_cookie(id);
    ("cookie".to_owned(), format!("{app}={secret}; noticeboard-office={id}.{secret}"))
}

/// Every role that there is, in the own school, in the other, and in the whole district, as far as it can be held so;
/// and everyone who is nobody: without a session, with an ended one, with half of one, and from another district.
pub async fn all(world: &World) -> Vec<Caller> {
    let mut all = Vec::new();
    for role in Role::INVITED.into_iter().chain([Role::Staff]) {
        for (reach, school) in
            [("everywhere", None), ("in the own school", Some(OWN)), ("in the other school", Some(OTHER))]
        {
            let school = match school {
                Some(place) => Some(world.school(place).await),
                None => None,
            };
            let mandate = Mandate { role, school: school.as_ref().map(|school| school.id.clone()) };
            match (role, &school) {
                (role, None) if role.needs_a_school() => continue,
                // Whoever looks after the server does so for every school; the office invites to nothing less.
                (Role::Administrator, Some(_)) => continue,
                _ => (),
            }
            let device = comes_in(world, role, school.as_ref()).await;
            let headers = vec![session(&device), cookies(&device)];
            all.push(Caller {
                name: format!("{} {reach}", role.word()),
                of_the_api: mandate.clone(),
                of_pages: mandate,
                headers,
            });
        }
    }
    all.extend(who_are_nobody(world).await);
    all
}

async fn comes_in(world: &World, role: Role, school: Option<&School>) -> SignedInDevice {
    match (role, school) {
        (Role::Staff, Some(school)) => {
            let code = world.server().store.change_staff_code(&school.id, world.today()).await.unwrap();
            world.signs_in(&code).await
        }
        _ => world.comes_in_as(role, school).await,
    }
}

/// Every role of another district, whose schools have the ids of this one's; a role that is about one school in the own.
async fn strangers(world: &World) -> Vec<(String, SignedInDevice)> {
    let elsewhere = world.another_district().await;
    let school = elsewhere.school(OWN).await;
    let mut strangers = Vec::new();
    for role in Role::INVITED.into_iter().chain([Role::Staff]) {
        let school = role.needs_a_school().then_some(&school);
        strangers.push((format!("{} of another district", role.word()), comes_in(&elsewhere, role, school).await));
    }
    elsewhere.ends().await;
    strangers
}

async fn who_are_nobody(world: &World) -> Vec<Caller> {
    let ended = world.comes_in_as(Role::DistrictLead, None).await;
    assert_eq!(world.device_asks(&ended, axum::http::Method::POST, path::SIGN_OUT, None).await.status, 204);
    let strangers = strangers(world).await;
    let lead = world.comes_in_as(Role::DistrictLead, None).await;
    let mut nobodies = vec![
        ("nobody", nobody(), Vec::new()),
        ("a lead who signed out", nobody(), vec![session(&ended), cookies(&ended)]),
        ("a session without its secret", nobody(), vec![session(&lead)]),
        ("a lead's cookies without the header", Mandate::everywhere(Role::DistrictLead), vec![cookies(&lead)]),
        (
            "a door of the sample outside of it",
            nobody(),
            vec![
                (protocol::DOOR.to_owned(), "lead".to_owned()),
                ("cookie".to_owned(), "noticeboard-office-as=administrator".to_owned()),
            ],
        ),
    ];
    nobodies.extend(
        strangers.iter().map(|(name, device)| (name.as_str(), nobody(), vec![session(device), cookies(device)])),
    );
    let caller = |(name, of_pages, headers): (&str, Mandate, _)| Caller {
        name: name.to_owned(),
        of_the_api: nobody(),
        of_pages,
        headers,
    };
    nobodies.into_iter().map(caller).collect()
}
