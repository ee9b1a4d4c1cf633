//! A sealed note, for whoever knows the id that its card gives.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::ids::NoteId;
use domain::note::SealedNote;
use protocol::note::NoteHeld;
use protocol::path;

use crate::Server;
use crate::http::answer::{Answer, Text};
use crate::http::ask::Id;
use crate::http::problem::{Problems, Refused};
use crate::http::who::{self, May};
use crate::store::NoteGone;

/// Gives a sealed note. Reading spends nothing.
#[utoipa::path(
    get, path = path::NOTE, operation_id = "note", params(("note" = NoteId, Path)),
    responses((status = 200, body = SealedNote), Problems)
)]
pub async fn note(_: May<who::FetchNote>, State(server): State<Server>, Id(note): Id<NoteId>) -> Result<Text, Refused> {
    let sealed = server.store.note(&note, server.now().day()).await?;
    sealed.map(Text).ok_or_else(Refused::note_not_here)
}

/// Deletes a note for good; so it does when there is none. While a legal hold stands, nobody is given it any more and the
/// answer says so.
#[utoipa::path(
    delete, path = path::NOTE, operation_id = "delete_note", params(("note" = NoteId, Path)),
    responses((status = 204), (status = 200, body = NoteHeld), Problems)
)]
pub async fn delete_note(
    _: May<who::DeleteNote>,
    State(server): State<Server>,
    Id(note): Id<NoteId>,
) -> Result<Response, Refused> {
    Ok(match server.store.delete_note(&note).await? {
        NoteGone::ForGood => StatusCode::NO_CONTENT.into_response(),
        NoteGone::WhenLifted(held_since) => Answer(NoteHeld { held_since }).into_response(),
    })
}
