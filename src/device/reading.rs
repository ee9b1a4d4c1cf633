//! Reading without a tablet: which doors a server has, which schools, and what their rounds published.

use domain::ids::SchoolId;
use domain::release::{Release, Term};
use domain::roster::School;
use domain::round::Delivery;
use domain::time::Day;
/// A picture taken along: how a file is written and where it is.
pub use protocol::export;
use protocol::path::{DISTRICT_TERM, DOORS, FAMILY_PAGE, RELEASES, SCHOOLS, of_school, of_school_before, of_term};
use protocol::people::Door;
use protocol::round::Published;
use protocol::schools::{Doors, Releases, Schools, TermReleases};

use crate::network::Network;
use crate::sync::{Stopped, ask};

/// What a server says about itself before anybody has come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entrance {
    /// The district's name; nothing while no roster was imported.
    pub district: Option<String>,
    /// The doors that stand open; none outside the sample.
    pub doors: Vec<Door>,
    /// The code of a card on which the sample has a note; nothing outside the sample, or once its notes are gone.
    pub sample_card: Option<String>,
}

/// The district and its schools, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    /// The district's name.
    pub name: String,
    /// By name.
    pub schools: Vec<School>,
}

/// What the rounds of a school published, and what was said of it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolReading {
    /// Oldest first.
    pub releases: Vec<Release>,
    /// What was last said of their actions.
    pub deliveries: Vec<Delivery>,
    /// Whether the school has a page for families: [`family_page`].
    pub has_family_page: bool,
}

/// What the schools of a district published in one term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermReading {
    /// The district and its schools.
    pub district: District,
    /// The term.
    pub term: Term,
    /// What was closed in it, oldest first.
    pub releases: Vec<Release>,
    /// What was last said of their actions.
    pub deliveries: Vec<Delivery>,
    /// The day of the newest release before the term; nothing when there is none.
    pub earlier: Option<Day>,
}

/// Asks which doors stand open.
pub async fn entrance(network: &dyn Network) -> Result<Entrance, Stopped> {
    let Doors { district, doors, sample_card } = ask::get(network, DOORS).await?;
    Ok(Entrance { district, doors, sample_card })
}

/// Asks for the schools whose pictures can be read.
pub async fn district(network: &dyn Network) -> Result<District, Stopped> {
    let Schools { district, schools } = ask::get(network, SCHOOLS).await?;
    Ok(District { name: district, schools })
}

/// Where the page for a school's families is: the server's own, outside the app.
pub fn family_page(school: &SchoolId) -> String {
    of_school(FAMILY_PAGE, school)
}

/// Asks for everything that the rounds of a school published, and what was said of it since; answer by answer, because
/// one holds the newest releases only and names the round to ask on from.
///
/// # Errors
/// When no answer came, or one that is not a server's: a release that cannot be read is not one.
pub async fn releases(network: &dyn Network, school: &SchoolId) -> Result<SchoolReading, Stopped> {
    let mut path = of_school(RELEASES, school);
    let mut reading = SchoolReading { releases: Vec::new(), deliveries: Vec::new(), has_family_page: false };
    loop {
        let Releases { releases, deliveries, earlier, has_family_page } = ask::get(network, &path).await?;
        reading.releases.splice(0..0, read(&releases)?);
        reading.deliveries.extend(deliveries);
        reading.has_family_page = has_family_page;
        match earlier {
            None => return Ok(reading),
            // Nothing that is earlier than nothing: asking on would have no end.
            Some(_) if releases.is_empty() => return Err(Stopped::NotTheServer),
            Some(round) => path = of_school_before(school, &round),
        }
    }
}

/// Asks for everything that the schools of the district published in the term that holds `day`; without one, in the
/// server's present term.
///
/// # Errors
/// As [`releases`].
pub async fn term(network: &dyn Network, day: Option<Day>) -> Result<TermReading, Stopped> {
    let path = day.map_or_else(|| DISTRICT_TERM.to_owned(), of_term);
    let TermReleases { district, schools, from, to, releases, deliveries, earlier } = ask::get(network, &path).await?;
    let district = District { name: district, schools };
    Ok(TermReading { district, term: Term { from, to }, releases: read(&releases)?, deliveries, earlier })
}

fn read(releases: &[Published]) -> Result<Vec<Release>, Stopped> {
    let read = |body: &str| serde_json::from_str(body).map_err(|_| Stopped::NotTheServer);
    releases.iter().map(|published| read(&published.body)).collect()
}

#[cfg(test)]
mod tests {
    use async_trait::async_trait;
    use futures_util::FutureExt;

    use super::*;
    use crate::network::{NoAnswer, Request, Response};

    struct Says(u16, &'static str);

    #[async_trait(?Send)]
    impl Network for Says {
        async fn send(&self, _request: Request) -> Result<Response, NoAnswer> {
            Ok(Response { status: self.0, body: self.1.to_owned() })
        }
    }

    /// A school with two answers' worth of releases.
    struct Two;

    #[async_trait(?Send)]
    impl Network for Two {
        async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
            let sample = include_str!("../protocol/samples/releases_of_many.json");
            let mut newest: Releases = serde_json::from_str(sample).unwrap();
            let before = format!("?before={}", newest.earlier.clone().unwrap());
            if request.path.ends_with(&before) {
                newest.releases[0].body = newest.releases[0].body.replace("2026-11-16", "2026-10-19");
                newest.earlier = None;
            }
            Ok(Response { status: 200, body: serde_json::to_string(&newest).unwrap() })
        }
    }

    #[test]
    fn whoever_reads_a_school_of_many_rounds_has_all_of_them_oldest_first() {
        let reading = releases(&Two, &SchoolId::from_bytes([1; 16])).now_or_never().unwrap().unwrap();
        let closed: Vec<String> = reading.releases.iter().map(|release| release.closed.to_string()).collect();
        assert_eq!(closed, ["2026-10-19", "2026-11-16"]);
    }

    #[test]
    fn an_answer_that_has_nothing_and_promises_more_is_no_servers() {
        let endless = Says(200, r#"{"releases":[],"earlier":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"}"#);
        let school = SchoolId::from_bytes([1; 16]);
        assert_eq!(releases(&endless, &school).now_or_never(), Some(Err(Stopped::NotTheServer)));
    }

    #[test]
    fn a_server_without_a_roster_has_no_district_and_no_doors() {
        let said = entrance(&Says(200, r#"{"district":null,"doors":[]}"#)).now_or_never();
        assert_eq!(said, Some(Ok(Entrance { district: None, doors: Vec::new(), sample_card: None })));
    }

    #[test]
    fn the_sign_in_page_of_a_guest_network_is_no_answer() {
        let school = SchoolId::from_bytes([1; 16]);
        let portal = Says(200, "<html>Welcome to our guest network</html>");
        assert_eq!(releases(&portal, &school).now_or_never(), Some(Err(Stopped::NotTheServer)));
        let damaged = Says(200, r#"{"releases":[{"body":"{}","seal":""}]}"#);
        assert_eq!(releases(&damaged, &school).now_or_never(), Some(Err(Stopped::NotTheServer)));
    }
}
