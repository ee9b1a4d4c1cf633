//! One round: its tokens, its tablets' reports, its preview, its close and its release.

use axum::extract::State;
use axum::http::StatusCode;
use domain::ids::RoundId;
use protocol::path;
use protocol::round::{BeforeClose, Close, Closed, Published, Report, Tokens};

use crate::Server;
use crate::http::answer::Answer;
use crate::http::ask::{Id, Message};
use crate::http::problem::{Problems, Refused};
use crate::http::reach;
use crate::http::who::{self, May};

/// The rooms that a round has visited, without values.
#[utoipa::path(
    get, path = path::TOKENS, operation_id = "tokens", params(("round" = RoundId, Path)),
    responses((status = 200, body = Tokens), Problems)
)]
pub async fn tokens(
    may: May<who::ReadTokens>,
    State(server): State<Server>,
    Id(round): Id<RoundId>,
) -> Result<Answer<Tokens>, Refused> {
    reach::sees(&server, &may.caller.mandate, &round).await?;
    Ok(Answer(server.store.tokens(&round).await?))
}

/// Hears whether a tablet still holds unsent work in a round.
#[utoipa::path(
    post, path = path::REPORT, operation_id = "report", params(("round" = RoundId, Path)), request_body = Report,
    responses((status = 204), Problems)
)]
pub async fn report(
    may: May<who::ReportUnsent>,
    State(server): State<Server>,
    Id(round): Id<RoundId>,
    Message(report): Message<Report>,
) -> Result<StatusCode, Refused> {
    reach::sees(&server, &may.caller.mandate, &round).await?;
    server.store.report(&round, &report).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which cells a close would show, never their values.
#[utoipa::path(
    get, path = path::PREVIEW, operation_id = "preview", params(("round" = RoundId, Path)),
    responses((status = 200, body = BeforeClose), Problems)
)]
pub async fn preview(
    may: May<who::PreviewClose>,
    State(server): State<Server>,
    Id(round): Id<RoundId>,
) -> Result<Answer<BeforeClose>, Refused> {
    reach::sees(&server, &may.caller.mandate, &round).await?;
    Ok(Answer(server.store.before_close(&round, server.now()).await?))
}

/// Closes a round. Closing again gives the very same release.
#[utoipa::path(
    post, path = path::CLOSE, operation_id = "close", params(("round" = RoundId, Path)), request_body = Close,
    responses((status = 200, body = Closed), Problems)
)]
pub async fn close(
    may: May<who::CloseRound>,
    State(server): State<Server>,
    Id(round): Id<RoundId>,
    Message(close): Message<Close>,
) -> Result<Answer<Closed>, Refused> {
    reach::leads(&server, &may.caller.mandate, &round).await?;
    Ok(Answer(server.store.close(&round, &close, server.now()).await?))
}

/// Takes a release back after a restore, and gives the one that stands.
#[utoipa::path(
    post, path = path::OFFER, operation_id = "offer", params(("round" = RoundId, Path)), request_body = Published,
    responses((status = 200, body = Published), Problems)
)]
pub async fn offer(
    may: May<who::OfferRelease>,
    State(server): State<Server>,
    Id(round): Id<RoundId>,
    Message(offered): Message<Published>,
) -> Result<Answer<Published>, Refused> {
    reach::sees(&server, &may.caller.mandate, &round).await?;
    Ok(Answer(server.store.offer(&round, &offered).await?))
}
