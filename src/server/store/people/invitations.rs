//! Codes that let one person in once.

use domain::change::hash;
use domain::ids::PersonId;
use domain::permission::{Mandate, Role};
use domain::sign_in::{SIGN_IN_LASTS, SIGN_IN_TRIES, SignInCode};
use domain::text::Name;
use domain::time::Moment;
use sqlx::Row;

use crate::store::column::word;
use crate::store::people::{Person, Sender, mandate};
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};
use crate::surroundings::bytes;

/// Somebody, and the code that lets them in. The code is shown once: what is kept does not give it.
#[derive(Clone)]
pub struct Invited {
    /// Who.
    pub person: Person,
    /// To be handed over.
    pub code: SignInCode,
}

/// What became of a code that somebody gave.
pub(super) enum Tried {
    /// It let this person in, and lets nobody in again.
    Fits(PersonId),
    /// It did not; where an invitation begins like it, that one has a try less. This stands although nobody came in.
    DoesNot,
}

impl Store {
    /// Invites somebody.
    ///
    /// # Errors
    /// When the role is none to invite to, lacks its school, or names one that is not in the roster.
    pub async fn invite(&self, name: &Name, mandate: &Mandate, now: Moment) -> Result<Invited, Failure> {
        act!(self, |writing| {
            let role = mandate.role;
            if !Role::INVITED.contains(&role) {
                return Err(Failure::Malformed(format!("nobody is invited as {}", role.word())));
            }
            if role.needs_a_school() && mandate.school.is_none() {
                return Err(Failure::Malformed(format!("a {} belongs to one school; choose it", role.word())));
            }
            if let Some(school) = &mandate.school {
                writing.school_name(school).await?;
            }
            let id = PersonId::from_bytes(bytes(writing.random()));
            writing.keep_person(&id, name, mandate).await?;
            let code = writing.new_code(&id, now).await?;
            Ok(Invited { person: Person { id, name: name.as_str().to_owned(), mandate: mandate.clone() }, code })
        })
    }

    /// A new code for somebody who was invited before, for another device; an unused one no longer fits.
    pub async fn new_code(&self, person: &PersonId, now: Moment) -> Result<Invited, Failure> {
        act!(self, |writing| {
            let person = writing.person(person).await?;
            let code = writing.new_code(&person.id, now).await?;
            Ok(Invited { person, code })
        })
    }

    /// A code for an administrator: for the first one there is, or for a new one where there is none. For whoever sits
    /// at the server itself.
    pub async fn administrator_code(&self, now: Moment) -> Result<Invited, Failure> {
        let people = self.people().await?;
        match people.into_iter().find(|person| person.mandate.role == Role::Administrator) {
            Some(person) => self.new_code(&person.id, now).await,
            None => {
                let name = Name::parse("Administrator").map_err(|cause| Failure::Malformed(cause.to_string()))?;
                self.invite(&name, &Mandate::everywhere(Role::Administrator), now).await
            }
        }
    }

    /// What a code would let its holder do; nothing when it fits no invitation. Uses nothing up, so that a code that was
    /// typed in the wrong place still counts.
    ///
    /// # Errors
    /// [`Failure::TooMany`] as for signing in: whoever may not try there must not find out here.
    pub async fn mandate_of_code(&self, typed: &str, sender: Sender, now: Moment) -> Result<Option<Mandate>, Failure> {
        self.may_try(sender, now)?;
        let Ok(code) = SignInCode::from_code(typed) else { return Ok(None) };
        let row = sqlx::query(
            "SELECT people.role, people.school_id FROM invitations JOIN people \
             ON people.district_id = invitations.district_id AND people.person_id = invitations.person_id \
             WHERE invitations.district_id = $1 AND handle = $2 AND secret_hash = $3 AND expires >= $4",
        )
        .bind(self.district_id())
        .bind(code.handle())
        .bind(kept_of(&code))
        .bind(now.0)
        .fetch_optional(self.pool())
        .await?;
        row.map(|row| mandate(&row, 0, 1)).transpose()
    }

    /// Whether there is anyone who can let others in.
    pub async fn has_administrator(&self) -> Result<bool, Failure> {
        Ok(self.people().await?.iter().any(|person| person.mandate.role == Role::Administrator))
    }
}

impl Writing<'_> {
    async fn new_code(&mut self, person: &PersonId, now: Moment) -> Result<SignInCode, Failure> {
        sqlx::query("DELETE FROM invitations WHERE district_id = $1 AND (person_id = $2 OR expires < $3)")
            .bind(&self.district.id)
            .bind(person.as_str())
            .bind(now.0)
            .execute(&mut *self.transaction)
            .await?;
        // A handle that another open invitation has is drawn again; with 65,536 of them that is rare.
        loop {
            let code = SignInCode::from_random(bytes(self.random()));
            let kept = sqlx::query(
                "INSERT INTO invitations (district_id, handle, person_id, secret_hash, expires, tries_left) \
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            )
            .bind(&self.district.id)
            .bind(code.handle())
            .bind(person.as_str())
            .bind(kept_of(&code))
            .bind(now.0 + SIGN_IN_LASTS)
            .bind(i64::from(SIGN_IN_TRIES))
            .execute(&mut *self.transaction)
            .await?;
            if kept.rows_affected() == 1 {
                return Ok(code);
            }
        }
    }

    /// Tries a code; either outcome uses something up, and so both are committed.
    pub(super) async fn try_code(&mut self, code: &SignInCode, now: Moment) -> Result<Tried, Failure> {
        let row = sqlx::query(
            "SELECT person_id, secret_hash, tries_left FROM invitations \
             WHERE district_id = $1 AND handle = $2 AND expires >= $3",
        )
        .bind(&self.district.id)
        .bind(code.handle())
        .bind(now.0)
        .fetch_optional(&mut *self.transaction)
        .await?;
        let Some(row) = row else { return Ok(Tried::DoesNot) };
        let (kept, tries): (String, i64) = (row.try_get(1)?, row.try_get(2)?);
        let fits = kept == kept_of(code);
        let statement = if fits || tries <= 1 {
            "DELETE FROM invitations WHERE district_id = $1 AND handle = $2"
        } else {
            "UPDATE invitations SET tries_left = tries_left - 1 WHERE district_id = $1 AND handle = $2"
        };
        sqlx::query(statement).bind(&self.district.id).bind(code.handle()).execute(&mut *self.transaction).await?;
        if fits { Ok(Tried::Fits(word(&row, 0, "invitations.person_id")?)) } else { Ok(Tried::DoesNot) }
    }
}

fn kept_of(code: &SignInCode) -> String {
    hash(&format!("sign-in {} {}", code.handle(), code.secret()))
}
