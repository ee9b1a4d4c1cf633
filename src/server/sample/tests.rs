//! What the sample shows, and that it stands on the same rules as anything else.

use std::sync::Arc;
use std::time::Instant;

use domain::agreement::DAYS_BETWEEN_RELEASES;
use domain::language::Language;
use domain::library::{Library, Unit};
use domain::note::{Context, SealedNote, open};
use domain::release::{Finding, Promises, Release, Term, Trend, may_close_on, trend};
use domain::roster::{Room, School};
use domain::time::{Day, Moment};

use super::{Filled, card, cards, make};
use crate::roster::{Choices, Offered, import};
use crate::store::{Place, Store};
use crate::surroundings::SystemRandom;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn noon(day: Day) -> Moment {
    Moment(day.begins().0 + Moment::DAY / 2)
}

/// A store in a folder of its own, gone at the end.
struct Kept {
    store: Store,
    folder: std::path::PathBuf,
}

impl Kept {
    async fn empty(name: &str, now: Moment) -> Kept {
        let folder = std::env::temp_dir().join(format!("noticeboard-sample-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let store = Store::open(Place::in_folder(&folder), Arc::new(SystemRandom), now).await.unwrap();
        Kept { store, folder }
    }

    async fn filled(name: &str, today: &str) -> Kept {
        let kept = Kept::empty(name, noon(day(today))).await;
        assert_eq!(make(&kept.store, noon(day(today))).await.unwrap(), Filled::Now);
        kept
    }

    /// What the rounds of the first school published.
    async fn releases(&self) -> Vec<Release> {
        self.releases_of("Alder Elementary").await
    }

    async fn releases_of(&self, name: &str) -> Vec<Release> {
        let schools = self.store.schools().await.unwrap().schools;
        let school = schools.into_iter().find(|school| school.name == name).unwrap();
        let releases = self.store.releases(&school.id).await.unwrap().releases;
        releases.iter().map(|published| serde_json::from_str(&published.body).unwrap()).collect()
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn finding<'release>(release: &'release Release, id: &str) -> &'release Finding {
    release.findings.iter().find(|finding| finding.look_for.as_str() == id).unwrap()
}

#[tokio::test]
async fn four_rounds_have_closed_four_weeks_apart_and_another_may_close_today() {
    let today = day("2026-11-23");
    let kept = Kept::filled("rounds", "2026-11-23").await;
    let releases = kept.releases().await;
    let closed: Vec<Day> = releases.iter().map(|release| release.closed).collect();
    assert_eq!(closed, ["2026-08-07", "2026-09-04", "2026-10-02", "2026-10-30"].map(day));
    assert!(today.days_since(closed[3]) > DAYS_BETWEEN_RELEASES);
    assert_eq!(may_close_on(today, closed), Ok(()));
    let rooms: Vec<Option<u32>> = releases.iter().map(|release| release.rooms).collect();
    assert_eq!(rooms, [Some(24), Some(27), Some(28), Some(30)]);
    assert!(kept.store.district().await.unwrap().sample);
}

#[tokio::test]
async fn most_promises_were_done_some_were_not_and_the_newest_of_a_school_has_no_word_yet() {
    let kept = Kept::filled("promises", "2026-11-23").await;
    let (mut read, mut deliveries) = (Vec::new(), Vec::new());
    for day in ["2026-07-01", "2026-11-23"].map(day) {
        let term = kept.store.releases_of_term(Term::holding(day)).await.unwrap();
        read.extend(term.releases.iter().map(|release| serde_json::from_str::<Release>(&release.body).unwrap()));
        deliveries.extend(term.deliveries);
    }
    let delivery = |release: &Release| deliveries.iter().find(|delivery| delivery.round == release.round);
    let said = read.iter().map(|release| (release, delivery(release)));
    let promises = Promises::count(said, day("2026-11-23"));
    assert_eq!(promises, Promises { done: 8, not_done: 3, no_word: 2 });
    // Everything was said after the action's day, and none of it is still to come.
    let days = read.iter().filter_map(|release| Some((release.action.by, delivery(release)?.said)));
    assert!(days.clone().count() == 11 && days.into_iter().all(|(by, said)| by < said && said <= day("2026-11-23")));
    assert_eq!(promises.no_word + deliveries.len(), read.len());
}

#[tokio::test]
async fn five_schools_of_very_different_size_have_180_rooms() {
    let kept = Kept::empty("district", noon(day("2026-11-23"))).await;
    super::school::import(&kept.store).await.unwrap();
    let roster = kept.store.roster().await.unwrap();
    let rooms = |school: &School| (school.name.clone(), roster.rooms_of(&school.id).count());
    let sizes: Vec<(String, usize)> = roster.schools.iter().map(rooms).collect();
    let expected = [
        ("Alder Elementary", 34),
        ("Bramble Creek School", 11),
        ("Cottonwood Flat School", 8),
        ("Dry Fork School", 6),
        ("Juniper High School", 121),
    ];
    assert_eq!(sizes, expected.map(|(name, rooms)| (name.to_owned(), rooms)));
    // The school that other tests have alone is the same, room for room.
    let alone = Kept::empty("one-school", noon(day("2026-11-23"))).await;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/sample-school");
    let choices = Choices::on(day("2026-11-09"));
    import(Offered::at(&folder).unwrap(), &choices, &alone.store).await.unwrap();
    let here: Vec<&Room> = roster.rooms_of(&roster.schools[0].id).collect();
    assert_eq!(alone.store.roster().await.unwrap().rooms.iter().collect::<Vec<_>>(), here);
}

#[tokio::test]
async fn small_schools_are_shown_together_and_no_school_closes_twice_in_three_weeks() {
    let kept = Kept::filled("together", "2026-11-23").await;
    let [bramble, cotton, dry, juniper] =
        ["Bramble Creek School", "Cottonwood Flat School", "Dry Fork School", "Juniper High School"];
    let mut numbers = Vec::new();
    for school in [bramble, cotton, dry, juniper] {
        let releases = kept.releases_of(school).await;
        assert!(releases.windows(2).all(|pair| pair[1].closed.days_since(pair[0].closed) >= DAYS_BETWEEN_RELEASES));
        numbers.push(releases.len());
    }
    assert_eq!(numbers, [5, 1, 1, 4]);
    let together = kept.releases_of(dry).await.remove(0);
    assert_eq!((together.schools.len(), together.rooms), (3, Some(25)));
    assert!(finding(&together, "DIS-04").is_shown());
    assert!(!finding(&together, "LAS-03").is_shown());
    // Eleven rooms are one more than are needed, so that one lesson cut short more hides a line.
    let alone = kept.releases_of(bramble).await;
    let shown = alone[..4].iter().flat_map(|release| &release.findings).filter(|finding| !finding.cells.is_empty());
    assert!((4..16).contains(&shown.count()));
}

#[tokio::test]
async fn one_trend_speaks_one_does_not_and_one_look_for_is_not_shown() {
    let releases = Kept::filled("trend", "2026-11-23").await.releases().await;
    let trends = |id: &str| -> Vec<Trend> {
        releases.windows(2).map(|pair| trend(finding(&pair[0], id), finding(&pair[1], id))).collect()
    };
    assert_eq!(trends("DIS-04"), [Trend::NoClearChange, Trend::More, Trend::NoClearChange]);
    assert_eq!(trends("DIS-02"), [Trend::NoClearChange; 3]);
    let hidden: Vec<&str> = releases
        .iter()
        .flat_map(|release| &release.findings)
        .filter(|finding| !finding.is_shown())
        .map(|finding| finding.look_for.as_str())
        .collect();
    assert_eq!(hidden, ["LAS-03"]);
    // Two groups are told apart where the round was planned with them.
    assert_eq!(finding(&releases[3], "DIS-04").cells.len(), 2);
}

#[tokio::test]
async fn what_teachers_said_of_the_newest_visits_is_in_its_picture_and_in_no_other() {
    let releases = Kept::filled("contexts", "2026-11-23").await.releases().await;
    let said: Vec<Vec<Context>> = releases.iter().map(|release| release.contexts.iter().copied().collect()).collect();
    assert_eq!(said, [vec![], vec![], vec![], vec![Context::NewTopic]]);
}

#[tokio::test]
async fn all_four_units_are_in_the_sample() {
    let releases = Kept::filled("units", "2026-11-23").await.releases().await;
    let unit = |finding: &Finding| Library::shipped().find(&finding.look_for, finding.version).unwrap().unit;
    let units: Vec<Unit> = releases.iter().flat_map(|release| &release.findings).map(unit).collect();
    assert!(units.contains(&Unit::Presence));
    assert!(units.iter().any(|unit| matches!(unit, Unit::Tally { .. })));
    assert!(units.iter().any(|unit| matches!(unit, Unit::Interval { .. })));
    assert!(units.iter().any(|unit| matches!(unit, Unit::Share { .. })));
}

#[tokio::test]
async fn the_same_day_makes_the_same_releases_and_every_day_of_a_year_makes_some() {
    let first = Kept::filled("same", "2027-02-28").await.releases().await;
    assert_eq!(Kept::filled("same-again", "2027-02-28").await.releases().await, first);
    for later in (0..365).step_by(73) {
        let today = day("2026-01-01").plus(later);
        let releases = Kept::filled(&format!("day-{later}"), &today.to_string()).await.releases().await;
        let since = today.days_since(releases[3].closed);
        assert!((22..29).contains(&since), "{today}: {since}");
    }
}

#[tokio::test]
async fn a_newcomer_can_open_a_note_in_each_language() {
    let today = day("2026-11-23");
    let kept = Kept::filled("notes", "2026-11-23").await;
    for (wanted, language) in cards().iter().zip([Language::En, Language::Es]) {
        let body = kept.store.note(&wanted.note_id(), today).await.unwrap().unwrap();
        let sealed: SealedNote = serde_json::from_str(&body).unwrap();
        assert_eq!(open(&sealed, wanted).unwrap().language, language);
    }
    assert_eq!(card(&kept.store, today).await.unwrap(), Some(cards()[0].code()));
    kept.store.delete_note(&cards()[0].note_id()).await.unwrap();
    assert_eq!(card(&kept.store, today).await.unwrap(), Some(cards()[1].code()));
    assert_eq!(card(&kept.store, today.plus(365)).await.unwrap(), None);
}

#[tokio::test]
async fn what_is_there_already_is_left_alone() {
    let now = noon(day("2026-11-23"));
    let kept = Kept::filled("alone", "2026-11-23").await;
    let before = kept.store.district().await.unwrap();
    assert_eq!(make(&kept.store, now).await.unwrap(), Filled::Before);
    assert_eq!(make(&kept.store, noon(day("2027-11-23"))).await.unwrap(), Filled::Before);
    assert_eq!(kept.store.district().await.unwrap(), before);

    let theirs = Kept::empty("theirs", now).await;
    super::school::import(&theirs.store).await.unwrap();
    assert_eq!(make(&theirs.store, now).await.unwrap(), Filled::Before);
    assert!(!theirs.store.district().await.unwrap().sample);
    assert_eq!(card(&theirs.store, now.day()).await.unwrap(), None);
}

#[tokio::test]
async fn a_sample_that_was_interrupted_is_finished_by_the_next_try() {
    let now = noon(day("2026-11-23"));
    let kept = Kept::empty("interrupted", now).await;
    kept.store.become_sample().await.unwrap();
    super::school::import(&kept.store).await.unwrap();
    assert_eq!(make(&kept.store, now).await.unwrap(), Filled::Now);
    assert_eq!(kept.releases().await.len(), 4);
}

#[tokio::test]
async fn the_sample_is_made_in_under_three_seconds() {
    let kept = Kept::empty("quick", noon(day("2026-11-23"))).await;
    let begun = Instant::now();
    make(&kept.store, noon(day("2026-11-23"))).await.unwrap();
    assert!(begun.elapsed().as_secs() < 3, "{:?}", begun.elapsed());
}
