//! What acknowledges a change, and what does not.

use async_trait::async_trait;
use domain::change::write;
use domain::ids::RoundId;
use protocol::path::{PULL, PUSH};
use protocol::pull::{News, NewsKind, Pulled};
use protocol::push::{Item, ItemAnswer, Outcome, Push, Pushed};

use crate::network::{Network, NoAnswer, Request, Response};
use crate::people::Door;
use crate::rescue::tests::{Held, wait};
use crate::sync::{Stopped, Synced};
use crate::tablet::{Standing, VisitRefused};

/// A way to the server on which pulls come through, and pushes are answered as the test says.
struct Way(fn(Push) -> String);

#[async_trait(?Send)]
impl Network for Way {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let (district, epoch) = ("Alder".to_owned(), "1".to_owned());
        let body = match request.path.as_str() {
            PULL => write(&Pulled { district, epoch, cursor: "1".into(), news: Vec::new(), more: false }),
            PUSH => self.0(serde_json::from_str(&request.body.unwrap_or_default()).unwrap()),
            _ => return Err(NoAnswer),
        };
        Ok(Response { status: 200, body })
    }
}

#[test]
fn the_sign_in_page_of_a_guest_network_acknowledges_nothing_although_it_says_200() {
    let (held, _) = Held::with_a_round(1);
    let before = held.tablet.held().unsent();
    assert_eq!(before.shared, 1);
    let portal = Way(|_| "<!doctype html><title>Welcome to our guest network</title>".into());
    assert_eq!(wait(held.tablet.sync(&portal)), Err(Stopped::NotTheServer));
    assert_eq!(held.reopened().tablet.held().unsent(), before);
}

#[test]
fn an_answer_about_other_bytes_or_another_revision_acknowledges_nothing() {
    for way in [Way(|push| answered(&push, 1, None)), Way(|push| answered(&push, 0, Some("0".repeat(64))))] {
        let (held, _) = Held::with_a_round(1);
        let before = held.tablet.held().unsent();
        // It comes as far as the rounds, which this way does not lead to.
        assert_eq!(wait(held.tablet.sync(&way)), Err(Stopped::NoAnswer));
        assert_eq!(held.reopened().tablet.held().unsent(), before);
    }
}

/// Answers every pull with that a round is closed, or with nothing new, from a server of that epoch.
struct Hears(&'static str, Option<RoundId>);

#[async_trait(?Send)]
impl Network for Hears {
    async fn send(&self, _: Request) -> Result<Response, NoAnswer> {
        let (district, epoch) = ("Alder".to_owned(), self.0.to_owned());
        let closed = |round: &RoundId| News {
            kind: NewsKind::Closed,
            id: round.to_string(),
            revision: 1,
            body: "{}".into(),
            seal: None,
        };
        let news = self.1.iter().map(closed).collect();
        let body = write(&Pulled { district, epoch, cursor: "1".into(), news, more: false });
        Ok(Response { status: 200, body })
    }
}

#[test]
fn a_round_of_which_a_visitor_hears_only_that_it_is_closed_is_closed_until_a_restored_server_knows_nothing_of_that() {
    let (held, round) = Held::with_a_round(1);
    let hears = |held: &Held, server: Hears| wait(held.tablet.pull(&server, &mut Synced::default())).unwrap();
    hears(&held, Hears("1", Some(round.clone())));
    let held = held.reopened();
    let room = {
        let tablet = held.tablet.held();
        let here = tablet.round(&round).unwrap();
        assert_eq!((here.standing(), here.release()), (Standing::Closed, None));
        here.record.plan.rooms().next().unwrap().clone()
    };
    let begun = wait(held.tablet.begin_visit(&round, &room, &Door::Lead.mandate()));
    assert!(matches!(begun, Err(VisitRefused::Closed)), "{begun:?}");

    hears(&held, Hears("2", None));
    let held = held.reopened();
    assert_eq!(held.tablet.held().round(&round).unwrap().standing(), Standing::Open);
    wait(held.tablet.begin_visit(&round, &room, &Door::Lead.mandate())).unwrap();
    // One that does know says it again. With that the round's key goes, once the visit that was begun is finished.
    hears(&held, Hears("3", Some(round.clone())));
    let held = held.reopened();
    assert_eq!(held.tablet.held().round(&round).unwrap().standing(), Standing::Closed);
    wait(held.tablet.clear_out()).unwrap();
    assert!(held.tablet.held().round(&round).unwrap().record.key.is_some(), "a visit is under way");
}

fn answered(push: &Push, more: u32, hash: Option<String>) -> String {
    let answer = |item: &Item| {
        let hash = hash.clone().unwrap_or_else(|| item.hash());
        ItemAnswer { id: item.id.clone(), revision: item.revision + more, hash, outcome: Outcome::Received }
    };
    let answers = push.items.iter().map(answer).collect();
    write(&Pushed { epoch: "1".into(), reached: "1".into(), answers })
}
