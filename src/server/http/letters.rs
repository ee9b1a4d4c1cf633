//! Letters to doors, for any phone that asks.

use axum::extract::State;
use domain::ids::LetterId;
use protocol::letters::Letters;
use protocol::path;

use crate::Server;
use crate::http::answer::Answer;
use crate::http::ask::Id;
use crate::http::problem::{Problems, Refused};
use crate::http::who::{self, May};

/// Gives the letters that come after one, in the order of their random ids; after 32 zeros, the first.
#[utoipa::path(
    get, path = path::LETTERS, operation_id = "letters", params(("letter" = LetterId, Path)),
    responses((status = 200, body = Letters), Problems)
)]
pub async fn letters(
    _: May<who::FetchLetters>,
    State(server): State<Server>,
    Id(after): Id<LetterId>,
) -> Result<Answer<Letters>, Refused> {
    Ok(Answer(server.store.letters(&after, server.now().day()).await?))
}
