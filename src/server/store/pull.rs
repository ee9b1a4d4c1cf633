//! What tablets fetch: everything that came after the place they have reached.

use domain::time::Moment;
use protocol::pull::{News, NewsKind, Pull, Pulled};
use sqlx::Row;

use crate::store::column::of_text;
use crate::store::cursor::{Cursor, NotOurs, Standing};
use crate::store::district::District;
use crate::store::writing::mark_of;
use crate::store::{Failure, Store};

/// The most news of one answer.
const MOST_NEWS: i64 = 200;
/// An answer ends after this many bytes of bodies, with at least one.
const ENOUGH_BYTES: usize = 1024 * 1024;

impl Store {
    /// What is new since the cursor.
    ///
    /// A cursor, or what an earlier answer reached, that names something this database never had, or has otherwise,
    /// shows that it was restored from a backup: a new epoch begins `now`. That tablet, and every other with an older
    /// cursor, is answered from the beginning. A cursor that this district's key did not seal begins nothing.
    pub async fn pull(&self, pull: &Pull, now: Moment) -> Result<Pulled, Failure> {
        // Read before the news: whatever is committed in between comes with the next pull.
        let mut district = self.district().await?;
        let given_out = |text: &Option<String>| given_out(text.as_deref(), &district);
        let (cursor, reached) = (given_out(&pull.cursor)?, given_out(&pull.reached)?);
        let mut after = 0;
        for cursor in cursor.iter().chain(&reached) {
            if self.standing(cursor, &district).await? == Standing::Undone {
                self.begin_epoch(cursor, now).await?;
                district = self.district().await?;
            }
        }
        if let Some(cursor) = cursor
            && self.standing(&cursor, &district).await? == Standing::Here
        {
            after = cursor.seq;
        }
        self.news(&district, after).await
    }

    async fn news(&self, district: &District, after: i64) -> Result<Pulled, Failure> {
        let rows = sqlx::query(
            "SELECT seq, kind, id, revision, body, seal FROM changes \
             WHERE district_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4",
        )
        .bind(&district.id)
        .bind(after)
        .bind(district.seq)
        .bind(MOST_NEWS)
        .fetch_all(self.pool())
        .await?;
        let (mut reached, mut bytes, mut news) = (after, 0, Vec::with_capacity(rows.len()));
        for row in &rows {
            let (kind, revision, seal): (String, i64, String) = (row.try_get(1)?, row.try_get(3)?, row.try_get(5)?);
            let item = News {
                kind: kind_of(&kind)?,
                id: row.try_get(2)?,
                revision: u32::try_from(revision).unwrap_or(u32::MAX),
                body: row.try_get(4)?,
                seal: (!seal.is_empty()).then_some(seal),
            };
            bytes += item.body.len();
            reached = row.try_get(0)?;
            news.push(item);
            if bytes >= ENOUGH_BYTES {
                break;
            }
        }
        let more = news.len() < rows.len() || rows.len() as i64 == MOST_NEWS;
        let reached = if more { reached } else { district.seq };
        let mark = mark_of(&mut *self.pool().acquire().await?, &district.id, reached).await?;
        let epoch = district.epoch.id.clone();
        let cursor = Cursor { epoch: epoch.clone(), seq: reached, mark }.write(&district.release_key);
        Ok(Pulled { district: district.id.clone(), epoch, cursor, news, more })
    }
}

/// Reads a cursor that a tablet hands back.
fn given_out(text: Option<&str>, district: &District) -> Result<Option<Cursor>, Failure> {
    let Some(text) = text else { return Ok(None) };
    match Cursor::read(text, &district.release_key) {
        Ok(cursor) => Ok(Some(cursor)),
        Err(NotOurs::AnotherDistrict) => Err(Failure::AnotherDistrict),
        Err(NotOurs::NoCursor) => {
            let shown: String = text.chars().take(80).collect();
            Err(Failure::Malformed(format!("cursor {shown:?} was not given out by a Noticeboard server")))
        }
    }
}

fn kind_of(word: &str) -> Result<NewsKind, Failure> {
    of_text(word.to_owned(), "changes.kind")
}
