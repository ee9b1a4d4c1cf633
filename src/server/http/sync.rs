//! Push and pull.

use axum::extract::State;
use protocol::path;
use protocol::pull::{Pull, Pulled};
use protocol::push::{Push, Pushed};
use serde::Deserialize;
use serde_json::Value;

use crate::Server;
use crate::http::answer::Answer;
use crate::http::ask::Message;
use crate::http::problem::{Problems, Refused};
use crate::http::reach;
use crate::http::who::{self, May};
use crate::store::Arriving;

/// A push whose items may each be anything, so that one bad item does not keep the others out.
#[derive(Deserialize)]
pub struct Pushing {
    district: Option<String>,
    items: Vec<Value>,
}

/// Takes plans, debriefs, summaries, notes and deliveries; each item is answered by itself.
#[utoipa::path(
    post, path = path::PUSH, operation_id = "push", request_body = Push,
    responses((status = 200, body = Pushed), Problems)
)]
pub async fn push(
    may: May<who::Push>,
    State(server): State<Server>,
    Message(pushing): Message<Pushing>,
) -> Result<Answer<Pushed>, Refused> {
    let mut visiting = reach::Visiting::new();
    let mut arriving = Vec::with_capacity(pushing.items.len());
    for (place, item) in pushing.items.iter().enumerate() {
        let read = Arriving::in_list(place, item);
        arriving.push(match reach::keeps_out(&server, &may.caller.mandate, &mut visiting, item).await? {
            Some(refusal) => read.kept_out(refusal),
            None => read,
        });
    }
    Ok(Answer(server.store.take(pushing.district.as_deref(), arriving, server.now()).await?))
}

/// Gives what is new since a cursor.
#[utoipa::path(
    post, path = path::PULL, operation_id = "pull", request_body = Pull,
    responses((status = 200, body = Pulled), Problems)
)]
pub async fn pull(
    may: May<who::Pull>,
    State(server): State<Server>,
    Message(pull): Message<Pull>,
) -> Result<Answer<Pulled>, Refused> {
    let pulled = server.store.pull(&pull, server.now()).await?;
    let news = reach::within(&server, &may.caller.mandate, pulled.news).await?;
    Ok(Answer(Pulled { news, ..pulled }))
}
