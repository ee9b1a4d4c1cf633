//! The access log: one row for whoever looked at something on a day, however often they did.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use domain::access_log::Seen;
use domain::ids::{SchoolId, SessionId};
use domain::permission::Role;
use domain::time::Day;
use sqlx::Row;

use crate::store::column::word;
use crate::store::people::Caller;
use crate::store::writing::act;
use crate::store::{Failure, Store};

/// One row of the access log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The day.
    pub day: Day,
    /// Who, as the administrator wrote it; nothing for a school's staff and at a door of the sample.
    pub name: Option<String>,
    /// In which role.
    pub role: Role,
    /// The school that was looked at; nothing where it was the whole district.
    pub school: Option<SchoolId>,
    /// What of it.
    pub seen: Seen,
}

/// The looks of one day that have their row, so that looking again writes nothing.
#[derive(Default)]
pub(super) struct LooksToday(Mutex<(Option<Day>, HashSet<Known>)>);

/// What tells one look from another in memory, without asking the database for a name.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Known {
    session: Option<SessionId>,
    role: &'static str,
    school: Option<SchoolId>,
    seen: Seen,
}

impl Store {
    /// Logs that somebody looks at what was published: about a school, or about the whole district. To be called before
    /// it is given out: what cannot be logged is not shown. Looking again on the same day writes nothing.
    pub async fn looked(
        &self,
        caller: &Caller,
        seen: Seen,
        school: Option<&SchoolId>,
        today: Day,
    ) -> Result<(), Failure> {
        let (session, role) = (caller.session.clone(), caller.mandate.role.word());
        let known = Known { session, role, school: school.cloned(), seen };
        if self.inner.looks_today.has(&known, today) {
            return Ok(());
        }
        act!(self, |writing| {
            let name = writing.name_of(caller).await?;
            sqlx::query(
                "INSERT INTO looks (district_id, day, name, role, school_id, seen) VALUES ($1, $2, $3, $4, $5, $6) \
                 ON CONFLICT DO NOTHING",
            )
            .bind(&writing.district.id)
            .bind(today.to_string())
            .bind(name)
            .bind(role)
            .bind(school.map_or("", SchoolId::as_str))
            .bind(seen.word())
            .execute(&mut *writing.transaction)
            .await?;
            Ok(())
        })?;
        self.inner.looks_today.remember(known, today);
        Ok(())
    }

    /// The newest `most` rows of the access log of the days before `before`, about one school, with what shows it among
    /// the others, or about everything; the rows of a day are all there or none, so a day with more rows than `most` comes whole.
    pub async fn looks(&self, about: &About, before: Day, most: i64) -> Result<Vec<Look>, Failure> {
        let school = match about {
            About::Everything => "%",
            About::School(school) => school.as_str(),
        };
        // The first day that is shown: the one of the last row that fits.
        let rows = sqlx::query(
            "SELECT day, name, role, school_id, seen FROM looks WHERE district_id = $1 AND day < $2 \
             AND (school_id LIKE $3 OR school_id = '') AND day >= (SELECT COALESCE(MIN(day), '') FROM (SELECT day FROM looks \
             WHERE district_id = $1 AND day < $2 AND (school_id LIKE $3 OR school_id = '') ORDER BY day DESC LIMIT $4) AS newest) \
             ORDER BY day DESC, role, name, school_id, seen",
        )
        .bind(self.district_id())
        .bind(before.to_string())
        .bind(school)
        .bind(most)
        .fetch_all(self.pool())
        .await?;
        rows.iter()
            .map(|row| {
                let (name, school): (String, String) = (row.try_get(1)?, row.try_get(3)?);
                Ok(Look {
                    day: word(row, 0, "looks.day")?,
                    name: (!name.is_empty()).then_some(name),
                    role: word(row, 2, "looks.role")?,
                    school: if school.is_empty() { None } else { Some(word(row, 3, "looks.school_id")?) },
                    seen: word(row, 4, "looks.seen")?,
                })
            })
            .collect()
    }
}

/// Which rows of the access log are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// All of them.
    Everything,
    /// Those about one school, and those about the whole district, which show that school too.
    School(SchoolId),
}

impl LooksToday {
    fn has(&self, known: &Known, today: Day) -> bool {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.0 == Some(today) && held.1.contains(known)
    }

    fn remember(&self, known: Known, today: Day) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.0 != Some(today) {
            *held = (Some(today), HashSet::new());
        }
        held.1.insert(known);
    }
}
