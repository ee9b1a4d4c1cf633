//! The district's schools and rooms, as the newest roster has them and as earlier ones had.

use std::collections::BTreeSet;

use domain::change::write;
use domain::ids::{RoomId, SchoolId};
use domain::roster::{Room, Roster, School};
use sqlx::AssertSqlSafe;

use crate::store::rounds::held;
use crate::store::writing::{Kept, Writing, act};
use crate::store::{Failure, Store};

/// Rooms of one statement. Each has five values of its own, and SQLite takes 32,766 in one.
const ROOMS_AT_ONCE: usize = 500;

impl Store {
    /// Every school and room that the district has had; an empty roster before the first import.
    pub async fn roster(&self) -> Result<Roster, Failure> {
        let mut connection = self.pool().acquire().await?;
        match held(&mut connection, self.district_id(), "roster", self.district_id()).await? {
            Some(held) => held.read(),
            None => Ok(Roster::default()),
        }
    }

    /// Takes a roster in place of the last one and gives the number of imports that changed something.
    ///
    /// Rooms and schools that it does not have stay known, the rooms as no longer in use: a round that was planned
    /// with them keeps them. The same roster again changes nothing.
    pub async fn import(&self, district: &str, roster: &Roster) -> Result<u32, Failure> {
        act!(self, |writing| { writing.take_roster(district, roster).await })
    }

    /// The same, if there were `seen` imports before; nothing when another came in between, and nothing is changed.
    pub async fn import_after(&self, seen: u32, district: &str, roster: &Roster) -> Result<Option<u32>, Failure> {
        act!(self, |writing| {
            match writing.district.roster_revision == seen {
                true => writing.take_roster(district, roster).await.map(Some),
                false => Ok(None),
            }
        })
    }
}

impl Writing<'_> {
    /// Every school and room that the district has had.
    pub async fn roster(&mut self) -> Result<Roster, Failure> {
        let id = self.district.id.clone();
        match self.held("roster", &id).await? {
            Some(held) => held.read(),
            None => Ok(Roster::default()),
        }
    }

    async fn take_roster(&mut self, district: &str, roster: &Roster) -> Result<u32, Failure> {
        let known = self.roster().await?;
        let merged = merged(&known, roster);
        let before = self.district.roster_revision;
        if before > 0 && merged == known && self.district.name == district {
            return Ok(before);
        }
        self.name_district(district, before + 1).await?;
        let (schools, rooms) = (known.schools_by_id(), known.by_id());
        for school in merged.schools.iter().filter(|school| schools.get(&school.id) != Some(school)) {
            self.keep_school(school).await?;
        }
        let changed: Vec<&Room> = merged.rooms.iter().filter(|room| rooms.get(&room.id) != Some(room)).collect();
        for some in changed.chunks(ROOMS_AT_ONCE) {
            self.keep_rooms(some).await?;
        }
        let (id, body) = (self.district.id.clone(), write(&merged));
        self.keep(Kept { kind: "roster", id: &id, revision: before + 1, body: &body, seal: "" }).await?;
        Ok(before + 1)
    }

    async fn name_district(&mut self, name: &str, revision: u32) -> Result<(), Failure> {
        sqlx::query("UPDATE districts SET name = $2, roster_revision = $3 WHERE district_id = $1")
            .bind(&self.district.id)
            .bind(name)
            .bind(i64::from(revision))
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }

    async fn keep_school(&mut self, school: &School) -> Result<(), Failure> {
        sqlx::query(
            "INSERT INTO schools (district_id, school_id, name) VALUES ($1, $2, $3) \
             ON CONFLICT (district_id, school_id) DO UPDATE SET name = excluded.name",
        )
        .bind(&self.district.id)
        .bind(school.id.as_str())
        .bind(&school.name)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Keeps at most [`ROOMS_AT_ONCE`] rooms.
    async fn keep_rooms(&mut self, rooms: &[&Room]) -> Result<(), Failure> {
        let row =
            |first: usize| format!("($1, ${first}, ${}, ${}, ${}, ${})", first + 1, first + 2, first + 3, first + 4);
        let rows: Vec<String> = (0..rooms.len()).map(|place| row(2 + 5 * place)).collect();
        let sql = format!(
            "INSERT INTO rooms (district_id, room_id, school_id, name, tags, active) VALUES {} \
             ON CONFLICT (district_id, room_id) DO UPDATE SET school_id = excluded.school_id, name = excluded.name, \
             tags = excluded.tags, active = excluded.active",
            rows.join(", ")
        );
        let mut insert = sqlx::query(AssertSqlSafe(sql)).bind(&self.district.id);
        for room in rooms {
            insert = insert
                .bind(room.id.as_str())
                .bind(room.school.as_str())
                .bind(&room.name)
                .bind(write(&room.tags))
                .bind(i64::from(room.active));
        }
        insert.execute(&mut *self.transaction).await?;
        Ok(())
    }
}

/// The new roster in its own order, then what only the earlier one had.
fn merged(known: &Roster, new: &Roster) -> Roster {
    let schools: BTreeSet<&SchoolId> = new.schools.iter().map(|school| &school.id).collect();
    let rooms: BTreeSet<&RoomId> = new.rooms.iter().map(|room| &room.id).collect();
    let mut merged = new.clone();
    merged.schools.extend(known.schools.iter().filter(|school| !schools.contains(&school.id)).cloned());
    let gone = known.rooms.iter().filter(|room| !rooms.contains(&room.id));
    merged.rooms.extend(gone.map(|room| Room { active: false, ..room.clone() }));
    merged
}
