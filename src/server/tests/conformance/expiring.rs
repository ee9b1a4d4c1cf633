//! What is deleted when its time has come: on its day, said, after a time without a server too, and not under a hold.

use axum::http::Method;
use domain::change::Change;
use domain::expiry::Expiring;
use domain::note::Card;
use domain::permission::{Mandate, Role};
use domain::text::Sentence;
use domain::time::Day;
use protocol::note::NoteHeld;
use protocol::path;
use protocol::push::RefusalCode;
use protocol::round::Report;
use serde_json::json;
use server::store::people::Caller;
use server::store::{Deletion, Due};

use crate::on_both_engines;
use crate::world::{Walk, World, assert_refused, first_day, note, tablet};

fn card(number: u8) -> Card {
    Card::from_random([number; 10])
}

fn nobody_signed_in() -> Caller {
    Caller { mandate: Mandate::everywhere(Role::Administrator), session: None }
}

impl World {
    /// A closed round of Alder with summaries and a report, and a note that ends on the 60th day.
    async fn a_round_closed(&self) -> Walk {
        let walk = Walk::number(1);
        self.receives(&walk.everything()).await;
        let report = serde_json::to_value(Report { tablet: tablet(1), unsent: false }).unwrap();
        self.lead(Method::POST, &walk.path(path::REPORT), Some(report)).await;
        let closed = self.lead(Method::POST, &walk.path(path::CLOSE), Some(json!({ "without_unsent": true }))).await;
        assert_eq!(closed.status, 200, "{}", closed.body);
        self.receives(&[Change::Note(note(&card(1), first_day().plus(60)))]).await;
        walk
    }

    async fn has_summaries_of(&self, walk: &Walk) -> bool {
        self.dump().await.contains(walk.visit(0, true).token.as_str())
    }

    async fn has_sealed_note(&self) -> bool {
        self.dump().await.contains(&note(&card(1), first_day().plus(60)).sealed)
    }

    async fn deletions(&self) -> Vec<Deletion> {
        self.server().store.deletions(100).await.unwrap()
    }

    pub async fn holds(&self, reason: &str) {
        let reason = Sentence::parse(reason).unwrap();
        self.server().store.place_hold(&reason, &nobody_signed_in(), self.today()).await.unwrap();
    }

    pub async fn lifts(&self, number: i64) {
        self.server().store.lift_hold(number, &nobody_signed_in(), self.today()).await.unwrap();
    }
}

on_both_engines! {
    async fn what_was_deleted_is_said_by_the_day_and_what_is_deleted_next_is_said_before(world) {
        world.a_round_closed().await;
        let alder = world.school(0).await.id;
        let of_the_round = Some((alder, first_day()));
        let [summaries_go, notes_go, ids_go] = [31, 61, 91].map(|days| first_day().plus(days));
        let said_before = world.server().store.due().await.unwrap();
        assert_eq!(said_before, [
            Due { day: summaries_go, kind: Expiring::Summaries, round: of_the_round.clone() },
            Due { day: notes_go, kind: Expiring::Notes, round: None },
            Due { day: ids_go, kind: Expiring::NoteIds, round: None },
        ]);
        let mut expected = Vec::new();
        for Due { day, kind, round } in said_before {
            world.days_pass(day.days_since(world.today()) - 1);
            world.the_hour_strikes().await;
            assert_eq!(world.deletions().await, expected, "the day before {day}");
            world.days_pass(1);
            for _ in 0..3 {
                world.the_hour_strikes().await;
            }
            expected.insert(0, Deletion { day, kind, round });
            assert_eq!(world.deletions().await, expected, "on {day}");
        }
        assert_eq!(world.server().store.due().await.unwrap(), []);
    }

    async fn a_round_of_several_schools_is_said_of_each_and_what_came_late_is_deleted_and_said_again(world) {
        let mut walk = Walk::number(1);
        walk.plan.schools.insert(world.school(1).await.id);
        let roster = crate::world::roster();
        walk.plan.timetable = roster.hash_of(&walk.plan.schools);
        walk.plan.groups = domain::round::group_rooms(&roster.rooms, walk.plan.grouping, 10);
        world.receives(&walk.everything()).await;
        world.lead(Method::POST, &walk.path(path::CLOSE), Some(json!({ "without_unsent": true }))).await;
        for day in [31, 40] {
            world.days_pass(day - world.today().days_since(first_day()));
            world.push(&walk.visits(22..24)).await;
            world.the_hour_strikes().await;
            let deletions = world.deletions().await;
            let today: Vec<_> = deletions.iter().filter(|one| one.day == world.today()).collect();
            assert_eq!(today.len(), 2, "{deletions:?}");
            assert!(today.iter().all(|one| one.kind == Expiring::Summaries && one.round.as_ref().is_some_and(|(_, closed)| *closed == first_day())));
        }
        assert!(!world.has_summaries_of(&walk).await);
    }

    async fn what_was_due_while_no_server_ran_is_deleted_when_one_starts(world) {
        let walk = world.a_round_closed().await;
        world.server().store.shut().await;
        world.days_pass(100);
        world.restart().await;
        assert!(!world.has_summaries_of(&walk).await && !world.has_sealed_note().await);
        let said: Vec<_> = world.deletions().await.into_iter().map(|one| (one.day, one.kind)).collect();
        let today = world.today();
        assert_eq!(said, [(today, Expiring::NoteIds), (today, Expiring::Notes), (today, Expiring::Summaries)]);
    }

    async fn under_a_hold_nothing_is_deleted_but_sign_ins_and_after_it_everything_is(world) {
        let walk = world.a_round_closed().await;
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        world.device_asks(&lead, Method::GET, path::DISTRICT_TERM, None).await;
        world.days_pass(10);
        world.holds("A claim was filed about the spring visits.").await;
        world.days_pass(5);
        world.holds("A second claim.").await;
        world.days_pass(500);
        world.the_hour_strikes().await;
        world.restart().await;
        assert!(world.has_summaries_of(&walk).await && world.has_sealed_note().await);
        assert!(world.dump().await.contains("Ana Ruiz"), "the row of who looked is there");
        assert!(!world.dump().await.contains("iPad 3"), "a session that ended is a key and no record");
        let kinds = async |world: &World| world.deletions().await.into_iter().map(|one| one.kind).collect::<Vec<_>>();
        assert_eq!(kinds(world).await, [Expiring::Sessions]);
        assert_eq!(world.server().store.held_since().await.unwrap(), Some(first_day().plus(10)));

        world.lifts(1).await;
        world.the_hour_strikes().await;
        assert!(world.has_summaries_of(&walk).await, "the second hold stands");
        assert_eq!(world.server().store.held_since().await.unwrap(), Some(first_day().plus(15)));
        assert!(world.server().store.lift_hold(1, &nobody_signed_in(), world.today()).await.is_err());
        world.lifts(2).await;
        world.the_hour_strikes().await;
        assert!(!world.has_summaries_of(&walk).await && !world.has_sealed_note().await);
        assert_eq!(kinds(world).await.len(), 5, "{:?}", world.deletions().await);
    }

    async fn a_note_that_is_deleted_under_a_hold_is_given_to_nobody_and_gone_once_it_is_lifted(world) {
        world.a_round_closed().await;
        world.holds("A claim was filed.").await;
        let path = path::of_note(&card(1).note_id());
        let asks = async |method, path: &str| world.asks(method, path, None, None).await;
        assert_eq!(asks(Method::GET, &path).await.status, 200);
        let told: NoteHeld = asks(Method::DELETE, &path).await.says();
        assert_eq!(told.held_since, first_day());
        // The same is told of a note that never was, so that the answer tells nothing.
        let unknown: NoteHeld = asks(Method::DELETE, &path::of_note(&card(2).note_id())).await.says();
        assert_eq!(unknown, told);
        assert_eq!(asks(Method::GET, &path).await.status, 404);
        assert!(world.has_sealed_note().await);
        let again = note(&card(1), first_day().plus(60));
        assert_refused(&world.push(&[Change::Note(again.clone())]).await[0], RefusalCode::Gone, "deleted");
        world.the_hour_strikes().await;
        assert!(world.has_sealed_note().await);

        world.lifts(1).await;
        world.the_hour_strikes().await;
        assert!(!world.has_sealed_note().await);
        assert_refused(&world.push(&[Change::Note(again)]).await[0], RefusalCode::Gone, "deleted");
        assert_eq!(asks(Method::DELETE, &path).await.status, 204);
    }

    async fn an_administrator_places_and_lifts_a_hold_and_everyone_sees_that_it_stands(world) {
        let reason = "A claim was filed about the spring visits.";
        let representative = Mandate::everywhere(Role::StaffRepresentative);
        let administrator = world.administrator().await;
        let representative = world.in_the_office("Rosa Vela", &representative).await;
        let inventory = async || world.opens("", "/inventory?language=en").await.body;
        assert!(!inventory().await.contains("legal hold stands since"));
        let fields = format!("reason={}", reason.replace(' ', "+"));
        assert_eq!(world.submits(&representative, "/office/holds", &fields).await.status, 403);
        let empty = world.submits(&administrator, "/office/holds", "reason=+").await;
        assert!(empty.body.contains("Nothing was changed"), "{}", empty.body);
        assert_eq!(world.submits(&administrator, "/office/holds", &fields).await.status, 303);

        let seen = world.opens(&representative, "/office/access-log").await.body;
        assert!(seen.contains(reason) && seen.contains("November 2, 2026") && seen.contains("placed by"), "{seen}");
        assert!(world.opens(&administrator, "/office/holds").await.body.contains(reason));
        let public = inventory().await;
        assert!(public.contains("A legal hold stands since November 2, 2026") && !public.contains(reason), "{public}");

        assert_eq!(world.submits(&representative, "/office/holds/1/lift", "").await.status, 403);
        assert_eq!(world.submits(&administrator, "/office/holds/1/lift", "").await.status, 303);
        assert!(!inventory().await.contains("legal hold stands since"));
        let seen = world.opens(&representative, "/office/access-log").await.body;
        assert!(seen.contains(reason) && seen.contains("Lifted on"), "{seen}");
        assert_eq!(world.submits(&administrator, "/office/holds/1/lift", "").await.status, 404);
    }
}

#[test]
fn the_days_of_these_stories_are_those_of_the_program() {
    let closed = Day::parse("2026-11-02").unwrap();
    assert_eq!(Expiring::Summaries.goes_on(closed), closed.plus(31));
    assert_eq!(Expiring::NoteIds.goes_on(closed), closed.plus(31));
}
