//! What the database holds after visits and before the close: nothing that ties a summary to anybody or to a time.

use axum::http::Method;
use domain::change::{Change, hash, write};
use domain::note::Card;
use domain::visit::Summary;
use protocol::path;
use protocol::round::Report;

use crate::on_both_engines;
use crate::world::{Walk, World, first_day, note, tablet};

/// Columns that may stand in a row beside summaries, and every table with its columns: a new one has to be added here,
/// and looked at.
const SCHEMA: &str = "\
    agreements: district_id number body since drafted\n\
    changes: district_id seq kind id revision hash body seal\n\
    districts: district_id name sample seq roster_revision epoch epochs_before epoch_began release_key traces\n\
    epochs: district_id epoch\n\
    marks: district_id seq mark\n\
    migrations: version hash\n\
    notes: district_id note_id revision hash body expires withdrawn context\n\
    reports: district_id round_id tablet_id unsent epoch\n\
    rooms: district_id room_id school_id name tags active\n\
    schools: district_id school_id name\n\
    urns: district_id round_id received late\n";

/// The tables that have rows, with their columns.
fn schema(dump: &str) -> String {
    let mut schema = String::new();
    for table in dump.split("table ").skip(1) {
        let mut lines = table.lines();
        let (name, first) = (lines.next().unwrap(), lines.next());
        if let Some(row) = first {
            let columns = row.split(" | ").map(|cell| cell.split_once('=').unwrap().0);
            schema += &format!("{name}: {}\n", columns.collect::<Vec<_>>().join(" "));
        }
    }
    schema
}

/// The lines that hold something of a summary.
fn lines_about<'dump>(dump: &'dump str, summaries: &[Summary]) -> Vec<&'dump str> {
    let about = |line: &&str| {
        summaries.iter().any(|summary| line.contains(summary.id.as_str()) || line.contains(summary.token.as_str()))
    };
    dump.lines().filter(about).collect()
}

/// Two tablets visit 22 rooms: each push is one tablet's, in its own order.
async fn visited(world: &World, walk: &Walk, pushes: &[Vec<usize>]) -> String {
    world.receives(&[walk.planned(), walk.debriefed()]).await;
    for rooms in pushes {
        world.receives(&walk.visits(rooms.iter().copied())).await;
    }
    for number in [1, 2] {
        let report = serde_json::to_value(Report { tablet: tablet(number), unsent: number == 2 }).unwrap();
        world.lead(Method::POST, &walk.path(path::REPORT), Some(report)).await;
    }
    world.receives(&[Change::Note(note(&Card::from_random([1; 10]), first_day().plus(160)))]).await;
    world.dump().await
}

on_both_engines! {
    async fn a_summary_is_found_in_one_place_with_its_whole_round_and_nothing_else(world) {
        let walk = Walk::number(1);
        let dump = visited(world, &walk, &[vec![5, 3, 9], vec![0, 1, 2, 4], (10..22).collect(), vec![6, 7, 8]]).await;
        assert_eq!(schema(&dump), SCHEMA, "no table or column was added without being looked at");

        let mut summaries: Vec<Summary> = (0..22).map(|room| walk.visit(room, room % 3 > 0)).collect();
        summaries.sort_by(|left, right| left.id.cmp(&right.id));
        let district = world.server().store.district().await.unwrap().id;
        let urn = format!(
            "district_id={district} | round_id={} | received={} | late=[]",
            walk.round(),
            write(&summaries)
        );
        assert_eq!(lines_about(&dump, &summaries), [urn]);

        // No room, school or tablet is in that line, and no number that could be a time: ids and tokens are random.
        let line = lines_about(&dump, &summaries)[0].to_owned();
        for school in &walk.plan.schools {
            assert!(!line.contains(school.as_str()));
        }
        for room in walk.plan.rooms() {
            assert!(!line.contains(room.as_str()));
        }
        for number in [1, 2] {
            assert!(!line.contains(tablet(number).as_str()));
        }
        let moment = first_day().begins().0.to_string();
        assert!(dump.contains(&format!("epoch_began={moment}")));
        assert_eq!(dump.matches(&moment[..6]).count(), 1, "the beginning of the epoch is the only moment kept");
    }

    async fn in_whatever_order_visits_come_the_database_is_the_same(world) {
        let walk = Walk::number(1);
        let orders: [[Vec<usize>; 3]; 2] = [
            [(0..8).collect(), (8..15).collect(), (15..22).collect()],
            [vec![21, 3, 14, 7], (8..14).rev().collect(), [0, 1, 2, 4, 5, 6, 15, 16, 17, 18, 19, 20].to_vec()],
        ];
        let mut dumps = Vec::new();
        for order in &orders {
            // A world of its own with the same random bytes, so that any difference is the order's.
            let other = world.another().await;
            dumps.push(visited(&other, &walk, order).await);
            other.ends().await;
        }
        assert_eq!(dumps[0], dumps[1]);
    }

    async fn of_what_came_late_nothing_is_kept_that_it_said(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let close = serde_json::json!({ "without_unsent": false });
        assert_eq!(world.lead(Method::POST, &walk.path(path::CLOSE), Some(close)).await.status, 200);
        for room in [23, 22] {
            world.push(&walk.visits(room..=room)).await;
        }
        let mut late: Vec<Summary> = (22..24).map(|room| walk.visit(room, room % 3 > 0)).collect();
        late.sort_by(|left, right| left.id.cmp(&right.id));
        let known = late.iter().map(|summary| {
            format!(r#"{{"id":"{}","revision":1,"hash":"{}"}}"#, summary.id, hash(&write(summary)))
        });
        let dump = world.dump().await;
        assert!(dump.contains(&format!("late=[{}]\n", known.collect::<Vec<_>>().join(","))), "{dump}");
        assert!(late.iter().all(|summary| !dump.contains(summary.token.as_str())));
    }
}

#[tokio::test]
async fn sqlites_log_which_shows_earlier_urns_is_emptied() {
    let world = World::on_sqlite().await;
    let walk = Walk::number(1);
    visited(&world, &walk, &[vec![5, 3, 9], vec![0, 1]]).await;
    assert!(world.log_length() > 0);
    world.the_hour_strikes().await;
    assert_eq!(world.log_length(), 0);
    world.ends().await;
}
