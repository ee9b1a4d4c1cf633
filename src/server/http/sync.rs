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
use crate::http::who::{self, May};
use crate::store::Arriving;

/// A push whose items may each be anything, so that one bad item does not keep the others out.
#[derive(Deserialize)]
pub struct Pushing {
    district: Option<String>,
    items: Vec<Value>,
}

/// Takes plans, debriefs, summaries and notes; each item is answered by itself.
#[utoipa::path(
    post, path = path::PUSH, operation_id = "push", request_body = Push,
    responses((status = 200, body = Pushed), Problems)
)]
pub async fn push(
    _: May<who::Push>,
    State(server): State<Server>,
    Message(pushing): Message<Pushing>,
) -> Result<Answer<Pushed>, Refused> {
    let arriving = pushing.items.iter().enumerate().map(|(place, item)| Arriving::in_list(place, item)).collect();
    Ok(Answer(server.store.take(pushing.district.as_deref(), arriving, server.now()).await?))
}

/// Gives what is new since a cursor.
#[utoipa::path(
    post, path = path::PULL, operation_id = "pull", request_body = Pull,
    responses((status = 200, body = Pulled), Problems)
)]
pub async fn pull(
    _: May<who::Pull>,
    State(server): State<Server>,
    Message(pull): Message<Pull>,
) -> Result<Answer<Pulled>, Refused> {
    Ok(Answer(server.store.pull(&pull, server.now()).await?))
}
