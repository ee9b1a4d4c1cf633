//! That SQLite's files hold nothing of what was deleted: the bytes of the database, of its log and of every other file
//! of the data folder are searched for what stood in the rows.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use axum::http::Method;
use domain::access_log::Seen;
use domain::change::Change;
use domain::ids::SchoolId;
use domain::note::{Card, Context, SealedNote};
use domain::permission::{Mandate, Role};
use protocol::path;
use protocol::round::Report;
use serde_json::json;
use server::store::people::{Caller, Sender};
use server::store::{Place, Store};
use server::surroundings::SystemRandom;

use crate::contexts::with_notes;
use crate::letters::letter;
use crate::world::{Walk, World, first_day, note, tablet};

/// Enough that tables grow over many pages and rows move from one to another.
const NOTES: u16 = 1_500;
const PEOPLE: u16 = 60;

/// So many notes of many lengths that end after so many days, and their cards.
fn notes(days: u8) -> Vec<(Card, SealedNote)> {
    let sealed = |number: u16| {
        let [high, low] = number.to_be_bytes();
        let card = Card::from_random([days, high, low, 0, 0, 0, 0, 0, 0, 7]);
        let note = note(&card, first_day().plus(i64::from(days)));
        let sealed = note.sealed[..200 + 200 * usize::from(number % 20)].to_owned();
        (card, SealedNote { sealed, ..note })
    };
    (0..NOTES).map(sealed).collect()
}

/// What of it is found in any file of a folder, in the order of the markers.
fn found(folder: &Path, markers: &[String]) -> Vec<String> {
    // Files have millions of bytes and there are thousands of markers: what begins like none is passed over.
    let beginnings: HashSet<[u8; 8]> = markers.iter().filter_map(|marker| beginning(marker.as_bytes())).collect();
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let mut there = HashSet::new();
    for file in files {
        let bytes = fs::read(file).unwrap();
        for place in 0..bytes.len().saturating_sub(7) {
            if beginning(&bytes[place..]).is_some_and(|eight| beginnings.contains(&eight)) {
                there.extend(markers.iter().filter(|marker| bytes[place..].starts_with(marker.as_bytes())));
            }
        }
    }
    markers.iter().filter(|marker| there.contains(marker)).cloned().collect()
}

fn beginning(bytes: &[u8]) -> Option<[u8; 8]> {
    bytes.first_chunk().copied()
}

/// What stands in rows that go within 120 days, and in those that go after 450; beside each lie rows that stay longer.
struct Markers {
    soon: Vec<String>,
    later: Vec<String>,
}

/// A district that was used for a while: rounds of which one closed, notes of which half end soon and some were deleted
/// meanwhile, people who looked and were removed.
async fn used(world: &World) -> Markers {
    let (mut soon, mut later) = (Vec::new(), Vec::new());
    for (place, (ending, staying)) in notes(60).chunks(30).zip(notes(250).chunks(30)).enumerate() {
        let walk = Walk::number(100 + place as u8);
        world.receives(&[walk.planned(), walk.debriefed()]).await;
        for some in walk.visits(0..22).chunks(4) {
            world.receives(some).await;
        }
        let notes = ending.iter().chain(staying).map(|(_, sealed)| Change::Note(sealed.clone()));
        world.receives(&notes.collect::<Vec<_>>()).await;
        for (card, _) in ending.iter().step_by(9) {
            world.asks(Method::DELETE, &path::of_note(&card.note_id()), None, None).await;
        }
        soon.extend(ending.iter().map(|(_, sealed)| sealed.id.as_str().to_owned()));
        if place == 0 {
            let close = Some(json!({ "without_unsent": true }));
            assert_eq!(world.lead(Method::POST, &walk.path(path::CLOSE), close).await.status, 200);
            let summaries = (0..22).map(|room| walk.visit(room, true));
            soon.extend(
                summaries.flat_map(|summary| [summary.id.as_str().to_owned(), summary.token.as_str().to_owned()]),
            );
        }
    }
    let store = &world.server().store;
    for number in 0..PEOPLE {
        let who = format!("{number:04} looked at it");
        let invited = world.invites(&who, &Mandate::everywhere(Role::DistrictLead)).await;
        let device = world.signs_in(&invited.code.code()).await;
        let caller = Caller { mandate: device.said.mandate.clone(), session: Some(device.session.clone()) };
        let school = SchoolId::from_roster(["Alder", "Birch"][usize::from(number % 2)]);
        let day = first_day().plus(i64::from(number % 2) * 60);
        store.looked(&caller, Seen::ALL[usize::from(number) % Seen::ALL.len()], Some(&school), day).await.unwrap();
        store.remove_person(&invited.person.id).await.unwrap();
        if day == first_day() {
            later.push(who);
        }
    }
    Markers { soon, later }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_expired_stands_in_no_file_any_more() {
    let world = World::on_sqlite().await;
    let Markers { soon, later } = used(&world).await;
    world.server().store.leave_no_log().await.unwrap();
    let there = found(world.folder(), &soon).len();
    assert_eq!(there, soon.len(), "the search finds what is there");
    world.days_pass(120);
    world.the_hour_strikes().await;
    assert_eq!(found(world.folder(), &soon), [""; 0]);
    assert_eq!(found(world.folder(), &later), later);
    world.days_pass(330);
    world.the_hour_strikes().await;
    assert_eq!(found(world.folder(), &later), [""; 0]);
    world.ends().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_machine_stops_between_deleting_and_sweeping_the_next_start_sweeps() {
    let world = World::on_sqlite().await;
    let Markers { soon, .. } = used(&world).await;
    world.days_pass(120);
    world.server().store.delete_due(world.server().now()).await.unwrap();
    // What a machine without power leaves behind: the files as they are, and nobody has said goodbye.
    let left = world.folder().join("left");
    fs::create_dir(&left).unwrap();
    for file in fs::read_dir(world.folder()).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
        fs::copy(&file, left.join(file.file_name().unwrap())).unwrap();
    }
    assert_ne!(found(&left, &soon), [""; 0], "the files have them still");
    let store = Store::open(Place::in_folder(&left), Arc::new(SystemRandom), world.server().now()).await.unwrap();
    store.tidy(world.server().now()).await.unwrap();
    assert_eq!(found(&left, &soon), [""; 0]);
    store.shut().await;
    assert_eq!(found(&left, &soon), [""; 0]);
    world.ends().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_cards_holder_deletes_stands_in_no_file_a_minute_later() {
    let world = World::on_sqlite().await;
    let [kept, deleted] = [[1; 10], [2; 10]].map(Card::from_random);
    let sealed = [&kept, &deleted].map(|card| note(card, first_day().plus(60)));
    world.receives(&sealed.clone().map(Change::Note)).await;
    // The beginning: a long text lies over several pages.
    let markers = sealed.map(|note| note.sealed[..40].to_owned());
    world.server().store.leave_no_log().await.unwrap();
    assert_eq!(found(world.folder(), &markers), markers);
    world.asks(Method::DELETE, &path::of_note(&deleted.note_id()), None, None).await;
    world.server().store.leave_no_log().await.unwrap();
    assert_eq!(found(world.folder(), &markers), markers[..1]);
    world.ends().await;
}

/// Every table whose rows go by themselves, and enough days for all of them.
const GO: [&str; 9] =
    ["contexts", "invitations", "letters", "looks", "misuse_reports", "notes", "reports", "sessions", "urns"];
const ALL_GONE: i64 = 450;

/// How each cell of those tables begins: what is longer may lie over several pages.
fn beginnings(dump: &str) -> BTreeMap<&str, Vec<String>> {
    let mut table = "";
    let mut beginnings: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in dump.lines() {
        if let Some(name) = line.strip_prefix("table ") {
            table = name;
        } else if GO.contains(&table) {
            let cells =
                line.split(" | ").filter_map(|cell| Some(cell.split_once('=')?.1)).filter(|cell| cell.len() >= 8);
            beginnings.entry(table).or_default().extend(cells.map(|cell| cell.chars().take(40).collect()));
        }
    }
    beginnings
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_each_table_whose_rows_go_what_stands_in_no_row_any_more_stands_in_no_file() {
    let world = World::on_sqlite().await;
    let walk = with_notes(&world, 12).await;
    for number in 1..=12 {
        assert_eq!(world.names(number, walk.round(), Context::AfterATest).await.status, 204);
    }
    let report = serde_json::to_value(Report { tablet: tablet(1), unsent: false }).unwrap();
    world.lead(Method::POST, &walk.path(path::REPORT), Some(report)).await;
    world.receives(&[Change::Letter(letter(1))]).await;
    assert_eq!(world.reports_misuse(Sender::Unknown, "same-origin", "text=She+was+rated").await.status, 200);
    let close = Some(json!({ "without_unsent": true }));
    assert_eq!(world.lead(Method::POST, &walk.path(path::CLOSE), close).await.status, 200);
    let leads = Mandate::everywhere(Role::DistrictLead);
    let invited = world.invites("0001 leads", &leads).await;
    let device = world.signs_in(&invited.code.code()).await;
    let caller = Caller { mandate: device.said.mandate.clone(), session: Some(device.session.clone()) };
    world.server().store.looked(&caller, Seen::ALL[0], None, first_day()).await.unwrap();
    // Who looked is named among those who looked, and nowhere else.
    world.server().store.remove_person(&invited.person.id).await.unwrap();
    world.signs_in(&world.invites("0003 leads too", &leads).await.code.code()).await;
    world.invites("0002 was invited and never came", &leads).await;
    world.server().store.leave_no_log().await.unwrap();
    let before = world.dump().await;
    let before = beginnings(&before);
    let there: BTreeMap<&str, Vec<String>> =
        before.into_iter().map(|(table, texts)| (table, found(world.folder(), &texts))).collect();

    world.days_pass(ALL_GONE);
    world.the_hour_strikes().await;
    let after = world.dump().await;
    let mut gone = Vec::new();
    for table in GO {
        let of_table = there.get(table).into_iter().flatten().filter(|text| !after.contains(*text));
        let length = gone.len();
        gone.extend(of_table.cloned());
        assert!(gone.len() > length, "nothing of {table} was found and went");
    }
    assert_eq!(found(world.folder(), &gone), [""; 0]);
    world.ends().await;
}
