//! Who may sign in: people, the codes that let them in once, the devices they are signed in on, and the staff's codes.

mod counting;
mod first_steps;
mod invitations;
mod sessions;
mod staff_codes;

use domain::ids::{PersonId, SchoolId};
use domain::permission::{Mandate, Role};
use domain::text::Name;
use sqlx::Row;
use sqlx::any::AnyRow;

pub use self::counting::{Counting, MISUSE, Sender, WRONG_CODES};
pub use self::first_steps::FirstSteps;
pub use self::invitations::Invited;
pub use self::sessions::{Brought, Caller, Device, NewSession};
pub use self::staff_codes::SchoolCode;
use crate::store::column::word;
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};

/// Somebody who was invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Random.
    pub id: PersonId,
    /// As the administrator wrote it.
    pub name: String,
    /// What they may do, and where.
    pub mandate: Mandate,
}

impl Store {
    /// Everyone who was invited, by name.
    pub async fn people(&self) -> Result<Vec<Person>, Failure> {
        let rows = sqlx::query("SELECT person_id, name, role, school_id FROM people WHERE district_id = $1")
            .bind(self.district_id())
            .fetch_all(self.pool())
            .await?;
        let mut people = rows.iter().map(person).collect::<Result<Vec<Person>, Failure>>()?;
        people.sort_by(|left, right| left.name.cmp(&right.name).then_with(|| left.id.cmp(&right.id)));
        Ok(people)
    }

    /// Removes somebody, with their code and from every device. What they have sent stays, because nothing says that it
    /// was they.
    ///
    /// # Errors
    /// When it is the last administrator: then nobody could let anyone in.
    pub async fn remove_person(&self, id: &PersonId) -> Result<(), Failure> {
        act!(self, |writing| {
            let person = writing.person(id).await?;
            if person.mandate.role == Role::Administrator && writing.administrators().await? < 2 {
                return Err(Failure::OnlyAdministrator(person.name));
            }
            for statement in [
                "DELETE FROM sessions WHERE district_id = $1 AND person_id = $2",
                "DELETE FROM invitations WHERE district_id = $1 AND person_id = $2",
                "DELETE FROM people WHERE district_id = $1 AND person_id = $2",
            ] {
                let district = &writing.district.id;
                sqlx::query(statement).bind(district).bind(id.as_str()).execute(&mut *writing.transaction).await?;
            }
            Ok(())
        })
    }
}

impl Writing<'_> {
    /// Somebody who was invited.
    pub async fn person(&mut self, id: &PersonId) -> Result<Person, Failure> {
        let row = sqlx::query(
            "SELECT person_id, name, role, school_id FROM people WHERE district_id = $1 AND person_id = $2",
        )
        .bind(&self.district.id)
        .bind(id.as_str())
        .fetch_optional(&mut *self.transaction)
        .await?;
        row.as_ref().map_or_else(|| Err(Failure::NotFound(format!("nobody was invited as {id}"))), person)
    }

    async fn administrators(&mut self) -> Result<i64, Failure> {
        let count = sqlx::query_scalar("SELECT COUNT(*) FROM people WHERE district_id = $1 AND role = 'administrator'")
            .bind(&self.district.id)
            .fetch_one(&mut *self.transaction)
            .await?;
        Ok(count)
    }

    async fn keep_person(&mut self, id: &PersonId, name: &Name, mandate: &Mandate) -> Result<(), Failure> {
        sqlx::query("INSERT INTO people (district_id, person_id, name, role, school_id) VALUES ($1, $2, $3, $4, $5)")
            .bind(&self.district.id)
            .bind(id.as_str())
            .bind(name.as_str())
            .bind(mandate.role.word())
            .bind(school_word(mandate))
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    /// The name of a school of the roster.
    pub(in crate::store) async fn school_name(&mut self, school: &SchoolId) -> Result<String, Failure> {
        let name = sqlx::query_scalar("SELECT name FROM schools WHERE district_id = $1 AND school_id = $2")
            .bind(&self.district.id)
            .bind(school.as_str())
            .fetch_optional(&mut *self.transaction)
            .await?;
        name.ok_or_else(|| Failure::NotFound(format!("school {school} is not in the roster")))
    }
}

fn person(row: &AnyRow) -> Result<Person, Failure> {
    Ok(Person { id: word(row, 0, "people.person_id")?, name: row.try_get(1)?, mandate: mandate(row, 2, 3)? })
}

/// The mandate in two columns.
fn mandate(row: &AnyRow, role: usize, school: usize) -> Result<Mandate, Failure> {
    let school_word: String = row.try_get(school)?;
    let school = if school_word.is_empty() { None } else { Some(word(row, school, "school_id")?) };
    Ok(Mandate { role: word(row, role, "role")?, school })
}

fn school_word(mandate: &Mandate) -> &str {
    mandate.school.as_ref().map_or("", SchoolId::as_str)
}
