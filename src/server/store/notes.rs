//! Sealed notes: kept until their last day, given to whoever knows their id, deleted by the same.

use domain::change::{Change, Verdict, verdict};
use domain::ids::{NoteId, from_hex};
use domain::note::{ContextLock, LONGEST_SEALED, SealedNote};
use domain::time::Day;
use protocol::push::{Outcome, RefusalCode};
use sqlx::Row;

use crate::store::push::refused;
use crate::store::taking::{Taking, against_the_rules, conflict};
use crate::store::writing::act;
use crate::store::{Failure, Store};

/// The furthest last day of a note, in days from now: a window of a term and a half year to read it.
pub(super) const FURTHEST_LAST_DAY: i64 = 366;

impl Store {
    /// A sealed note as JSON; nothing when it has not arrived, was deleted, or its last day was before `today`.
    pub async fn note(&self, id: &NoteId, today: Day) -> Result<Option<String>, Failure> {
        let row = sqlx::query(
            "SELECT body FROM notes WHERE district_id = $1 AND note_id = $2 AND body <> '' AND withdrawn = 0 AND expires >= $3",
        )
        .bind(self.district_id())
        .bind(id.as_str())
        .bind(today.to_string())
        .fetch_optional(self.pool())
        .await?;
        row.map(|row| row.try_get(0)).transpose().map_err(Failure::from)
    }

    /// Deletes a note for good: what stays of it refuses it when it comes a second time. An id that is not here stays free,
    /// so that nobody can block the cards of others.
    ///
    /// While a legal hold stands nobody is given the note any more and its sealed bytes stay until no hold does; the
    /// answer says since when one stands, whether or not such a note is here.
    pub async fn delete_note(&self, id: &NoteId) -> Result<NoteGone, Failure> {
        act!(self, |writing| {
            let held_since = writing.held_since().await?;
            let deleted = sqlx::query(match held_since {
                None => {
                    "UPDATE notes SET body = '', hash = '', context = '', withdrawn = 0 \
                     WHERE district_id = $1 AND note_id = $2 AND body <> ''"
                }
                Some(_) => {
                    "UPDATE notes SET withdrawn = 1 \
                     WHERE district_id = $1 AND note_id = $2 AND body <> '' AND withdrawn = 0"
                }
            })
            .bind(&writing.district.id)
            .bind(id.as_str())
            .execute(&mut *writing.transaction)
            .await?;
            if deleted.rows_affected() > 0 {
                writing.next_seq().await?;
            }
            Ok(held_since.map_or(NoteGone::ForGood, NoteGone::WhenLifted))
        })
    }
}

/// What a card's holder who deletes a note is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteGone {
    /// It is deleted.
    ForGood,
    /// Nobody is given it any more, and it is deleted once the legal hold is lifted that stands since this day.
    WhenLifted(Day),
}

impl Taking<'_, '_> {
    /// Takes a sealed note.
    pub(super) async fn note(&mut self, note: &SealedNote, hash: &str) -> Result<Outcome, Failure> {
        let change = Change::Note(note.clone());
        let bytes = |text: &str, most: usize| text.len() <= most && from_hex(text).is_some();
        if note.nonce.len() != 24 || !bytes(&note.nonce, 24) || !bytes(&note.sealed, LONGEST_SEALED) {
            let detail = format!("note {}: 24 digits of nonce and at most {LONGEST_SEALED} sealed are taken", note.id);
            return Ok(refused(RefusalCode::Malformed, detail));
        }
        let gone = |why: &str| refused(RefusalCode::Gone, format!("note {} {why}", note.id));
        if note.expires < self.today {
            return Ok(gone("has expired"));
        }
        if note.expires > self.today.plus(FURTHEST_LAST_DAY) {
            return Ok(against_the_rules(&change, "a note stays for a year at most"));
        }
        let row =
            sqlx::query("SELECT revision, hash, body, withdrawn FROM notes WHERE district_id = $1 AND note_id = $2")
                .bind(&self.writing.district.id)
                .bind(note.id.as_str())
                .fetch_optional(&mut *self.writing.transaction)
                .await?;
        if let Some(row) = row {
            let (revision, held, body): (i64, String, String) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
            let withdrawn: i64 = row.try_get(3)?;
            if body.is_empty() || withdrawn == 1 {
                return Ok(gone("was deleted by whoever holds its card"));
            }
            let revision = u32::try_from(revision).unwrap_or(u32::MAX);
            match verdict(Some((revision, &held)), (note.revision, hash)) {
                Verdict::Take => (),
                Verdict::Held => return Ok(Outcome::Received),
                Verdict::Superseded => return Ok(Outcome::Superseded),
                Verdict::Conflict => return Ok(conflict(&change)),
            }
        }
        sqlx::query(
            "INSERT INTO notes (district_id, note_id, revision, hash, body, expires, context) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (district_id, note_id) DO UPDATE SET revision = excluded.revision, hash = excluded.hash, \
             body = excluded.body, expires = excluded.expires, context = excluded.context",
        )
        .bind(&self.writing.district.id)
        .bind(note.id.as_str())
        .bind(i64::from(note.revision))
        .bind(hash)
        .bind(change.body())
        .bind(note.expires.to_string())
        .bind(note.context.as_ref().map_or("", ContextLock::as_str))
        .execute(&mut *self.writing.transaction)
        .await?;
        self.kept_a_note = true;
        Ok(Outcome::Received)
    }
}
