//! Who is signed in on which device.

use domain::change::hash;
use domain::ids::{PersonId, SessionId};
use domain::permission::{Mandate, Role};
use domain::sign_in::{ADMINISTRATOR_DAYS, LEADER_DAYS, STAFF_DAYS, SignInCode, StaffCode};
use domain::symbols::Misread;
use domain::text::Name;
use domain::time::{Day, Moment};
use protocol::people::SignedIn;
use sqlx::Row;

use crate::store::column::word;
use crate::store::people::invitations::Tried;
use crate::store::people::{Sender, mandate, school_word};
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};
use crate::surroundings::{bytes, drawn};

/// A session that has just begun.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Who signed in.
    pub signed_in: SignedIn,
    /// 64 hexadecimal digits, for the device's cookie. Only their hash is kept.
    pub secret: String,
    /// The last day on which it can be used.
    pub ends: Day,
}

/// A session that a browser names, and the secret that it has for it.
pub type Brought = (SessionId, String);

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// What they may do, and where.
    pub mandate: Mandate,
    /// The session that asks; none at a door of the sample, or where nobody is signed in.
    pub session: Option<SessionId>,
}

/// One row of the list of devices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its session.
    pub session: SessionId,
    /// Whose it is; nobody where the staff's code was given.
    pub person: Option<PersonId>,
    /// What they may do there.
    pub mandate: Mandate,
    /// What it was called when they signed in.
    pub name: String,
    /// When they signed in.
    pub began: Day,
    /// The last day on which it was used.
    pub seen: Day,
    /// The last day on which it can be used.
    pub ends: Day,
}

impl Store {
    /// Signs somebody in by the code of one person, or by the one that a school's staff share. Sessions of the same person
    /// that the browser `brought` along end: this one takes their place.
    ///
    /// # Errors
    /// [`Failure::Mistyped`] when no code is written so; it costs no try. [`Failure::CodeUnknown`] when it fits nothing,
    /// and [`Failure::TooMany`] when too many of this sender's, or of everyone's, did not in one minute.
    pub async fn sign_in(
        &self,
        typed: &str,
        device: &Name,
        brought: &[Brought],
        sender: Sender,
        now: Moment,
    ) -> Result<NewSession, Failure> {
        self.may_try(sender, now)?;
        let outcome = match SignInCode::from_code(typed) {
            Ok(code) => self.sign_in_person(&code, device, brought, now).await,
            Err(Misread::Length { found: 15, .. }) => {
                let code = StaffCode::from_code(typed).map_err(Failure::Mistyped)?;
                self.sign_in_staff(&code, device, now).await
            }
            Err(misread) => return Err(Failure::Mistyped(misread)),
        };
        if matches!(outcome, Err(Failure::CodeUnknown)) {
            self.inner.wrong_codes.one_more(sender, now);
        }
        outcome
    }

    /// Whether another code of this sender is looked at.
    pub(super) fn may_try(&self, sender: Sender, now: Moment) -> Result<(), Failure> {
        if self.inner.wrong_codes.are_too_many(sender, now) { Err(Failure::TooMany) } else { Ok(()) }
    }

    async fn sign_in_person(
        &self,
        code: &SignInCode,
        device: &Name,
        brought: &[Brought],
        now: Moment,
    ) -> Result<NewSession, Failure> {
        let session = act!(self, |writing| {
            let Tried::Fits(id) = writing.try_code(code, now).await? else { return Ok(None) };
            let person = writing.person(&id).await?;
            let ended = writing.end_sessions_of(&id, brought).await?;
            let mut begun = writing.begin_session(Some(&id), person.name, person.mandate, device, now.day()).await?;
            begun.signed_in.came_before = ended > 0;
            Ok(Some(begun))
        })?;
        session.ok_or(Failure::CodeUnknown)
    }

    async fn sign_in_staff(&self, code: &StaffCode, device: &Name, now: Moment) -> Result<NewSession, Failure> {
        act!(self, |writing| {
            let school = writing.school_of_staff_code(code).await?.ok_or(Failure::CodeUnknown)?;
            let name = writing.school_name(&school).await?;
            let mandate = Mandate { role: Role::Staff, school: Some(school) };
            writing.begin_session(None, name, mandate, device, now.day()).await
        })
    }

    /// Who a session's secret belongs to; nobody when it does not, or no longer, count.
    pub async fn caller(&self, session: &SessionId, secret: &str, today: Day) -> Result<Option<Caller>, Failure> {
        let row = sqlx::query(
            "SELECT role, school_id, secret_hash, seen FROM sessions \
             WHERE district_id = $1 AND session_id = $2 AND ends >= $3",
        )
        .bind(self.district_id())
        .bind(session.as_str())
        .bind(today.to_string())
        .fetch_optional(self.pool())
        .await?;
        let Some(row) = row else { return Ok(None) };
        let (kept, seen): (String, String) = (row.try_get(2)?, row.try_get(3)?);
        if kept != kept_of(secret) {
            return Ok(None);
        }
        if seen < today.to_string() {
            act!(self, |writing| {
                sqlx::query("UPDATE sessions SET seen = $3 WHERE district_id = $1 AND session_id = $2")
                    .bind(&writing.district.id)
                    .bind(session.as_str())
                    .bind(today.to_string())
                    .execute(&mut *writing.transaction)
                    .await?;
                Ok(())
            })?;
        }
        Ok(Some(Caller { mandate: mandate(&row, 0, 1)?, session: Some(session.clone()) }))
    }

    /// Every device that somebody is signed in on, by its name.
    pub async fn devices(&self, today: Day) -> Result<Vec<Device>, Failure> {
        let rows = sqlx::query(
            "SELECT session_id, person_id, role, school_id, device, began, seen, ends FROM sessions \
             WHERE district_id = $1 AND ends >= $2",
        )
        .bind(self.district_id())
        .bind(today.to_string())
        .fetch_all(self.pool())
        .await?;
        let mut devices = Vec::with_capacity(rows.len());
        for row in &rows {
            let person: String = row.try_get(1)?;
            devices.push(Device {
                session: word(row, 0, "sessions.session_id")?,
                person: if person.is_empty() { None } else { Some(word(row, 1, "sessions.person_id")?) },
                mandate: mandate(row, 2, 3)?,
                name: row.try_get(4)?,
                began: word(row, 5, "sessions.began")?,
                seen: word(row, 6, "sessions.seen")?,
                ends: word(row, 7, "sessions.ends")?,
            });
        }
        devices.sort_by(|left, right| left.name.cmp(&right.name).then_with(|| left.session.cmp(&right.session)));
        Ok(devices)
    }

    /// Signs a device out. One that is signed out already stays so.
    pub async fn end_session(&self, session: &SessionId) -> Result<(), Failure> {
        act!(self, |writing| {
            sqlx::query("DELETE FROM sessions WHERE district_id = $1 AND session_id = $2")
                .bind(&writing.district.id)
                .bind(session.as_str())
                .execute(&mut *writing.transaction)
                .await?;
            Ok(())
        })
    }
}

impl Writing<'_> {
    async fn begin_session(
        &mut self,
        person: Option<&PersonId>,
        name: String,
        mandate: Mandate,
        device: &Name,
        today: Day,
    ) -> Result<NewSession, Failure> {
        let (session, secret) = (SessionId::from_bytes(bytes(self.random())), drawn::<32>(self.random()));
        let days = match mandate.role {
            Role::Administrator => ADMINISTRATOR_DAYS,
            Role::Staff => STAFF_DAYS,
            _ => LEADER_DAYS,
        };
        let ends = today.plus(days);
        sqlx::query(
            "INSERT INTO sessions (district_id, session_id, secret_hash, person_id, role, school_id, device, began, \
             seen, ends) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)",
        )
        .bind(&self.district.id)
        .bind(session.as_str())
        .bind(kept_of(&secret))
        .bind(person.map_or("", PersonId::as_str))
        .bind(mandate.role.word())
        .bind(school_word(&mandate))
        .bind(device.as_str())
        .bind(today.to_string())
        .bind(ends.to_string())
        .execute(&mut *self.transaction)
        .await?;
        let school = match &mandate.school {
            Some(school) => Some(self.school_name(school).await?),
            None => None,
        };
        let signed_in = SignedIn { session, person: person.cloned(), name, mandate, school, came_before: false };
        Ok(NewSession { signed_in, secret, ends })
    }

    /// Ends the sessions of a person that these secrets prove; how many there were.
    async fn end_sessions_of(&mut self, person: &PersonId, brought: &[Brought]) -> Result<u64, Failure> {
        let mut ended = 0;
        for (session, secret) in brought {
            let deleted = sqlx::query(
                "DELETE FROM sessions \
                 WHERE district_id = $1 AND session_id = $2 AND secret_hash = $3 AND person_id = $4",
            )
            .bind(&self.district.id)
            .bind(session.as_str())
            .bind(kept_of(secret))
            .bind(person.as_str())
            .execute(&mut *self.transaction)
            .await?;
            ended += deleted.rows_affected();
        }
        Ok(ended)
    }

    /// Forgets sessions whose last day has passed, and codes that are too old; whether there were any.
    pub async fn forget_old_sessions(&mut self, now: Moment) -> Result<bool, Failure> {
        let sessions = sqlx::query("DELETE FROM sessions WHERE district_id = $1 AND ends < $2")
            .bind(&self.district.id)
            .bind(now.day().to_string())
            .execute(&mut *self.transaction)
            .await?;
        let codes = sqlx::query("DELETE FROM invitations WHERE district_id = $1 AND expires < $2")
            .bind(&self.district.id)
            .bind(now.0)
            .execute(&mut *self.transaction)
            .await?;
        Ok(sessions.rows_affected() + codes.rows_affected() > 0)
    }

    /// The name of whoever asks; empty for a school's staff, at a door of the sample, and once the session has ended.
    pub async fn name_of(&mut self, caller: &Caller) -> Result<String, Failure> {
        let Some(session) = &caller.session else { return Ok(String::new()) };
        let name: Option<String> = sqlx::query_scalar(
            "SELECT people.name FROM sessions JOIN people ON people.district_id = sessions.district_id \
             AND people.person_id = sessions.person_id WHERE sessions.district_id = $1 AND sessions.session_id = $2",
        )
        .bind(&self.district.id)
        .bind(session.as_str())
        .fetch_optional(&mut *self.transaction)
        .await?;
        Ok(name.unwrap_or_default())
    }
}

fn kept_of(secret: &str) -> String {
    hash(&format!("session {secret}"))
}
