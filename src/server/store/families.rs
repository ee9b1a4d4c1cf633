//! The pages for families: what was approved stands as it is until another is, or it is taken down.

use domain::change::write;
use domain::family::{Draft, FamilyPage};
use domain::ids::SchoolId;
use domain::library::Families;
use domain::release::Release;
use domain::roster::School;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::store::column::word;
use crate::store::reading::OF_SCHOOL;
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};

impl Store {
    /// Every school that has a page for its families, by name, with the page.
    pub async fn family_pages(&self) -> Result<Vec<(School, FamilyPage)>, Failure> {
        let rows = sqlx::query(
            "SELECT schools.school_id, schools.name, family_pages.body FROM family_pages JOIN schools \
             ON schools.district_id = family_pages.district_id AND schools.school_id = family_pages.school_id \
             WHERE family_pages.district_id = $1",
        )
        .bind(self.district_id())
        .fetch_all(self.pool())
        .await?;
        let mut pages = rows.iter().map(page).collect::<Result<Vec<_>, Failure>>()?;
        pages.sort_by(|(left, _), (right, _)| left.name.cmp(&right.name).then_with(|| left.id.cmp(&right.id)));
        Ok(pages)
    }

    /// The page for a school's families; nothing where none was approved, or there is no such school.
    pub async fn family_page(&self, school: &SchoolId) -> Result<Option<(School, FamilyPage)>, Failure> {
        let row = sqlx::query(
            "SELECT schools.school_id, schools.name, family_pages.body FROM family_pages JOIN schools \
             ON schools.district_id = family_pages.district_id AND schools.school_id = family_pages.school_id \
             WHERE family_pages.district_id = $1 AND family_pages.school_id = $2",
        )
        .bind(self.district_id())
        .bind(school.as_str())
        .fetch_optional(self.pool())
        .await?;
        row.as_ref().map(page).transpose()
    }

    /// Makes a page public that somebody approved, in place of an earlier one.
    ///
    /// # Errors
    /// [`Failure::OtherRelease`] when what was approved is not what would be drafted now: another round was published
    /// since, or the library says it otherwise.
    pub async fn publish_family_page(&self, school: &SchoolId, page: &FamilyPage) -> Result<(), Failure> {
        act!(self, |writing| {
            writing.school_name(school).await?;
            let releases = writing.releases_of(school).await?;
            if Draft::of(&releases, Families::shipped()).as_ref() != Some(&page.draft) {
                return Err(Failure::OtherRelease(
                    "this text was drafted before something newer was published; read the new draft".to_owned(),
                ));
            }
            sqlx::query(
                "INSERT INTO family_pages (district_id, school_id, body) VALUES ($1, $2, $3) \
                 ON CONFLICT (district_id, school_id) DO UPDATE SET body = excluded.body",
            )
            .bind(&writing.district.id)
            .bind(school.as_str())
            .bind(write(page))
            .execute(&mut *writing.transaction)
            .await?;
            Ok(())
        })
    }

    /// Takes a page down. Nothing of it is kept.
    pub async fn take_family_page_down(&self, school: &SchoolId) -> Result<(), Failure> {
        act!(self, |writing| {
            sqlx::query("DELETE FROM family_pages WHERE district_id = $1 AND school_id = $2")
                .bind(&writing.district.id)
                .bind(school.as_str())
                .execute(&mut *writing.transaction)
                .await?;
            Ok(())
        })
    }
}

impl Writing<'_> {
    /// A school's releases, oldest first, as they are within the act.
    async fn releases_of(&mut self, school: &SchoolId) -> Result<Vec<Release>, Failure> {
        let rows = sqlx::query(OF_SCHOOL)
            .bind(&self.district.id)
            .bind(school.as_str())
            .bind("release")
            .fetch_all(&mut *self.transaction)
            .await?;
        let read = |row: &AnyRow| {
            let body: String = row.try_get(0)?;
            serde_json::from_str(&body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })
        };
        rows.iter().map(read).collect()
    }
}

fn page(row: &AnyRow) -> Result<(School, FamilyPage), Failure> {
    let body: String = row.try_get(2)?;
    let page = serde_json::from_str(&body).map_err(|cause| Failure::Spoiled { what: "family_pages.body", cause })?;
    Ok((School { id: word(row, 0, "schools.school_id")?, name: row.try_get(1)? }, page))
}
