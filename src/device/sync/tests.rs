//! What acknowledges a change, and what does not.

use async_trait::async_trait;
use domain::change::write;
use protocol::path::{PULL, PUSH};
use protocol::pull::Pulled;
use protocol::push::{Item, ItemAnswer, Outcome, Push, Pushed};

use crate::network::{Network, NoAnswer, Request, Response};
use crate::rescue::tests::{Held, wait};
use crate::sync::Stopped;

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

fn answered(push: &Push, more: u32, hash: Option<String>) -> String {
    let answer = |item: &Item| {
        let hash = hash.clone().unwrap_or_else(|| item.hash());
        ItemAnswer { id: item.id.clone(), revision: item.revision + more, hash, outcome: Outcome::Received }
    };
    let answers = push.items.iter().map(answer).collect();
    write(&Pushed { epoch: "1".into(), reached: "1".into(), answers })
}
