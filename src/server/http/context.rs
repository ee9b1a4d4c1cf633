//! Context that a card adds to the picture of a round.

use axum::extract::State;
use axum::http::StatusCode;
use domain::ids::RoundId;
use protocol::context::{AddContext, WithdrawContext};
use protocol::path;

use crate::Server;
use crate::http::ask::{Id, Message};
use crate::http::problem::{Problems, Refused};
use crate::http::who::{self, May};

/// Adds context to a round that is open, for whoever has a card of one of its notes.
#[utoipa::path(
    post, path = path::CONTEXT, operation_id = "add_context", params(("round" = RoundId, Path)),
    request_body = AddContext, responses((status = 204), Problems)
)]
pub async fn add_context(
    _: May<who::AddContext>,
    State(server): State<Server>,
    Id(round): Id<RoundId>,
    Message(added): Message<AddContext>,
) -> Result<StatusCode, Refused> {
    server.store.add_context(&round, &added.secret, added.kind, server.now().day()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes context back while the round is open.
#[utoipa::path(
    post, path = path::WITHDRAW_CONTEXT, operation_id = "withdraw_context", params(("round" = RoundId, Path)),
    request_body = WithdrawContext, responses((status = 204), Problems)
)]
pub async fn withdraw_context(
    _: May<who::AddContext>,
    State(server): State<Server>,
    Id(round): Id<RoundId>,
    Message(withdrawn): Message<WithdrawContext>,
) -> Result<StatusCode, Refused> {
    server.store.withdraw_context(&round, &withdrawn.secret).await?;
    Ok(StatusCode::NO_CONTENT)
}
