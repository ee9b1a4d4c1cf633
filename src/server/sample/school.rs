//! The sample district's timetable, inside the binary, so that it stands alone.

use domain::time::Moment;

use super::NotFilled;
use crate::roster::{self, Choices, NotImported, Offered};
use crate::store::Store;

macro_rules! files {
    ($($name:literal),*) => {
        vec![$(($name, include_bytes!(concat!("../../../data/sample-district/", $name)).as_slice().into())),*]
    };
}

/// When the district's timetable is read, whatever the day: within its own year, which began on 17 August 2026.
const READ: Moment = Moment(1_795_443_600_000);

/// Imports the district as `noticeboard import roster data/sample-district` would.
pub async fn import(store: &Store) -> Result<(), NotFilled> {
    let files = files!["orgs.csv", "classes.csv", "courses.csv", "academicSessions.csv", "manifest.csv"];
    let offered = Offered::files(files).map_err(NotImported::from)?;
    roster::import(offered, &Choices::on(READ.day()), store).await?;
    Ok(())
}
