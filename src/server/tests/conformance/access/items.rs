//! A push, item by item: every kind of change × everyone who may ask × rounds of the own school, the other and both.

use std::collections::BTreeSet;

use axum::http::Method;
use domain::change::{Change, Kind};
use domain::ids::{LetterId, SchoolId};
use domain::note::{Card, Letter, SEALED_LETTER};
use domain::permission::{Act, Mandate};
use domain::round::{Debrief, Delivered, Delivery};
use protocol::path;
use protocol::push::{Item, Push, Pushed};

use super::callers;
use super::district::{District, marked_roster, marked_walk};
use crate::people::not_allowed;
use crate::world::{first_day, note};

/// Whether somebody may send a change of a kind that is about a round of these schools. A new kind does not compile until
/// it is said.
fn may_send(mandate: &Mandate, kind: Kind, schools: &BTreeSet<SchoolId>) -> bool {
    mandate.may(Act::Push)
        && match kind {
            Kind::Plan => mandate.may(Act::SendPlan) && mandate.leads_all(schools),
            Kind::Debrief => mandate.sees(schools),
            Kind::Delivery => mandate.may(Act::SendDelivery) && mandate.leads_all(schools),
            // Nothing in them says which school they are of.
            Kind::Summary | Kind::Note | Kind::Letter => true,
        }
}

/// A change of each kind, about a round of these schools that is known to the server; a plan is of a new one.
fn changes(known: u8, schools: &[&SchoolId]) -> Vec<Change> {
    let timetable = marked_roster();
    let walk = marked_walk(known, schools, &timetable);
    let (round, said) = (walk.round().clone(), first_day());
    vec![
        marked_walk(known + 100, schools, &timetable).planned(),
        Change::Debrief(Debrief { revision: 9, ..crate::world::debrief(&round) }),
        Change::Delivery(Delivery { round, revision: 1, said, delivered: Delivered::Done { came_of_it: None } }),
        Change::Summary(walk.visit(0, true)),
        Change::Note(note(&Card::from_random([known; 10]), first_day().plus(60))),
        Change::Letter(Letter {
            id: LetterId::from_bytes([known; 16]),
            revision: 1,
            expires: first_day().plus(60),
            sealed: "ab".repeat(SEALED_LETTER / 2),
        }),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_item_of_a_push_is_taken_from_somebody_who_may_not_send_it() {
    let district = District::new().await;
    let [own, other] = ["Alder", "Birch"].map(SchoolId::from_roster);
    let (mut tried, mut taken, mut leaks) = (0, 0, Vec::new());
    let mut kinds = BTreeSet::new();
    for caller in callers::all(&district.world).await {
        for (known, schools) in [(1, vec![&own]), (2, vec![&other]), (5, vec![&own, &other])] {
            let of_the_round = schools.iter().copied().cloned().collect();
            for change in changes(known, &schools) {
                kinds.insert(change.kind());
                let may = may_send(&caller.of_the_api, change.kind(), &of_the_round);
                let body = serde_json::to_string(&Push { district: None, items: vec![Item::of(&change)] }).unwrap();
                let headers: Vec<(&str, &str)> =
                    caller.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let answered = district.world.asks_with(Method::POST, path::PUSH, &headers, Some(body)).await;
                let came = answered.status == 200 && !not_allowed(&answered.says::<Pushed>().answers[0].outcome);
                (tried, taken) = (tried + 1, taken + usize::from(came));
                if came != may {
                    let did = if came { "let in" } else { "shut out" };
                    leaks.push(format!("{:?} of round {known}: {} was {did}", change.kind(), caller.name));
                }
            }
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), Kind::ALL, "every kind was tried");
    println!("{tried} items, {taken} of them taken or looked at, {} leaks", leaks.len());
    assert!(leaks.is_empty() && taken > 20, "{taken} taken, {} leaks:\n{}", leaks.len(), leaks.join("\n"));
    district.world.ends().await;
}
