//! Letters to doors: handed to whoever asks, a page at a time, because only the right phone can tell which is its own.

use domain::change::{Change, hash};
use domain::ids::LetterId;
use domain::note::{Letter, SEALED_LETTER};
use domain::time::Day;
use protocol::letters::{Letters, MOST_LETTERS};
use protocol::push::{Outcome, RefusalCode};
use sqlx::Row;

use crate::store::notes::FURTHEST_LAST_DAY;
use crate::store::push::refused;
use crate::store::taking::{Taking, against_the_rules, conflict};
use crate::store::{Failure, Store};

impl Store {
    /// Letters that have not expired `today`, in the order of their random ids, after a given one.
    pub async fn letters(&self, after: &LetterId, today: Day) -> Result<Letters, Failure> {
        let rows = sqlx::query(
            "SELECT body FROM letters WHERE district_id = $1 AND letter_id > $2 AND expires >= $3 \
             ORDER BY letter_id LIMIT $4",
        )
        .bind(self.district_id())
        .bind(after.as_str())
        .bind(today.to_string())
        .bind(MOST_LETTERS as i64 + 1)
        .fetch_all(self.pool())
        .await?;
        let mut letters = Vec::with_capacity(rows.len());
        for row in &rows {
            let body: String = row.try_get(0)?;
            let letter: Letter =
                serde_json::from_str(&body).map_err(|cause| Failure::Spoiled { what: "letters.body", cause })?;
            letters.push(letter);
        }
        let more = letters.len() > MOST_LETTERS;
        letters.truncate(MOST_LETTERS);
        Ok(Letters { letters, more })
    }
}

impl Taking<'_, '_> {
    /// Takes a letter.
    pub(super) async fn letter(&mut self, letter: &Letter, arriving: &str) -> Result<Outcome, Failure> {
        let change = Change::Letter(letter.clone());
        let is_sealed = letter.sealed.len() == SEALED_LETTER && domain::ids::from_hex(&letter.sealed).is_some();
        if !is_sealed || letter.revision != 1 {
            let detail = format!("letter {}: {SEALED_LETTER} digits sealed, and revision 1, are taken", letter.id);
            return Ok(refused(RefusalCode::Malformed, detail));
        }
        if letter.expires < self.today {
            return Ok(refused(RefusalCode::Gone, format!("letter {} has expired", letter.id)));
        }
        if letter.expires > self.today.plus(FURTHEST_LAST_DAY) {
            return Ok(against_the_rules(&change, "a letter stays for a year at most"));
        }
        let held: Option<String> =
            sqlx::query_scalar("SELECT body FROM letters WHERE district_id = $1 AND letter_id = $2")
                .bind(&self.writing.district.id)
                .bind(letter.id.as_str())
                .fetch_optional(&mut *self.writing.transaction)
                .await?;
        match held {
            Some(held) if hash(&held) == arriving => return Ok(Outcome::Received),
            Some(_) => return Ok(conflict(&change)),
            None => {}
        }
        sqlx::query("INSERT INTO letters (district_id, letter_id, body, expires) VALUES ($1, $2, $3, $4)")
            .bind(&self.writing.district.id)
            .bind(letter.id.as_str())
            .bind(change.body())
            .bind(letter.expires.to_string())
            .execute(&mut *self.writing.transaction)
            .await?;
        self.kept_a_note = true;
        Ok(Outcome::Received)
    }
}
