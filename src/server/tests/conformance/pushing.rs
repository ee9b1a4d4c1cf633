//! Handing over.

use axum::http::Method;
use domain::change::{BodyHash, Change};
use domain::ids::{RoomId, SchoolId};
use domain::library::{Instrument, Library};
use domain::roster::GradeBand;
use domain::round::{Debrief, PlannedLookFor};
use domain::text::Sentence;
use domain::visit::Answer;
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::push::{Item, ItemAnswer, Outcome, Pushed, RefusalCode};
use protocol::round::Tokens;
use serde_json::{Value, json};

use crate::on_both_engines;
use crate::world::{Walk, assert_refused, debrief, roster};

on_both_engines! {
    async fn what_is_sent_is_received_and_sent_again_is_received_again(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let before = world.dump().await;
        world.receives(&walk.everything()).await;
        assert_eq!(world.dump().await, before);
        let tokens: Tokens = world.gets(&walk.path(path::TOKENS)).await;
        assert_eq!(tokens.tokens.len(), 22);
        assert!(tokens.tokens.is_sorted());
    }

    async fn a_bad_item_is_refused_with_its_reason_and_the_good_ones_are_kept(world) {
        let (walk, other) = (Walk::number(1), Walk::number(2));
        let good = walk.visits(0..3);
        let item = |change: &Change| serde_json::to_value(Item::of(change)).unwrap();
        let with = |field: &str, value: Value| {
            let mut changed = item(&good[0]);
            changed[field] = value;
            changed
        };
        let body = good[0].body();
        let bad: Vec<(Value, RefusalCode, &str)> = vec![
            (json!(7), RefusalCode::Malformed, "items[4] is not an item"),
            (with("kind", json!("photo")), RefusalCode::Malformed, "unknown variant `photo`"),
            (with("body", json!("{")), RefusalCode::Malformed, "EOF"),
            (with("body", json!(body.replace("token", "room"))), RefusalCode::Malformed, "unknown field `room`"),
            (with("body", json!(format!(" {body}"))), RefusalCode::Malformed, "more than a summary"),
            (with("body", json!("x".repeat(protocol::LONGEST_BODY + 1))), RefusalCode::Malformed, "bytes"),
            (with("id", json!("0".repeat(32))), RefusalCode::Malformed, "0000"),
            (with("revision", json!(2)), RefusalCode::Malformed, "as revision 2"),
            (item(&other.visits(0..1)[0]), RefusalCode::UnknownRound, other.round().as_str()),
            (item(&other.debriefed()), RefusalCode::UnknownRound, other.round().as_str()),
        ];
        let mut items: Vec<Value> = [walk.planned()].iter().chain(&good).map(item).collect();
        items.extend(bad.iter().map(|(item, ..)| item.clone()));
        let pushed: Pushed = world.posts(path::PUSH, &json!({ "items": items })).await;
        let (kept, refused) = pushed.answers.split_at(4);
        assert!(kept.iter().all(|answer| answer.outcome == Outcome::Received), "{kept:?}");
        for (ItemAnswer { outcome, .. }, (_, code, words)) in refused.iter().zip(&bad) {
            assert_refused(outcome, *code, words);
        }
        let tokens: Tokens = world.gets(&walk.path(path::TOKENS)).await;
        assert_eq!(tokens.tokens.len(), 3);
    }

    async fn a_summary_that_does_not_fit_its_plan_is_refused(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let mut group = walk.visit(0, true);
        group.group = 2;
        let mut fewer = walk.visit(1, true);
        fewer.answers.pop();
        let outcomes = world.push(&[Change::Summary(group), Change::Summary(fewer)]).await;
        assert_refused(&outcomes[0], RefusalCode::AgainstTheRules, "no group 2");
        assert_refused(&outcomes[1], RefusalCode::AgainstTheRules, "look-fors");
    }

    async fn a_plan_against_the_rules_is_refused_with_every_fault(world) {
        let mut plan = Walk::number(1).plan;
        let stranger = RoomId::from_roster(&SchoolId::from_roster("Cedar"), "1");
        let twice = plan.groups[0].rooms.first().unwrap().clone();
        plan.groups[1].rooms.extend([stranger.clone(), twice.clone()]);
        plan.look_fors[0].version += 1;
        let outcome = &world.push(&[Change::Plan(plan)]).await[0];
        for words in [stranger.as_str(), twice.as_str(), "is not in the library"] {
            assert_refused(outcome, RefusalCode::AgainstTheRules, words);
        }
        assert_eq!(world.pull(None).await.news.len(), 2, "only the roster and the agreement");
    }

    async fn groups_that_are_not_the_timetables_are_refused_and_those_of_an_older_timetable_are_taken(world) {
        let (walk, mut by_hand) = (Walk::number(1), Walk::number(2).plan);
        let moved = by_hand.groups[0].rooms.pop_first().unwrap();
        by_hand.groups[1].rooms.insert(moved.clone());
        let outcome = &world.push(&[Change::Plan(by_hand)]).await[0];
        assert_refused(outcome, RefusalCode::AgainstTheRules, "not those of the timetable");

        let mut newer = roster();
        let room = newer.rooms.iter_mut().find(|room| room.id == moved).unwrap();
        room.tags.grade_bands = [GradeBand::Grades3To5].into();
        world.server().store.import("Rivermoor", &newer).await.unwrap();
        // Made offline, before the tablet had heard of it; and extended later.
        world.receives(&[walk.planned()]).await;
        world.receives(&[Change::Plan(walk.plan.with_end(walk.plan.ends.plus(1)))]).await;
    }

    async fn only_the_end_of_a_plan_can_be_moved(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let longer = walk.plan.with_end(walk.plan.ends.plus(10));
        let mut rewritten = longer.with_end(longer.ends);
        rewritten.groups.swap(0, 1);
        world.receives(&[Change::Plan(longer)]).await;
        let outcome = &world.push(&[Change::Plan(rewritten)]).await[0];
        assert_refused(outcome, RefusalCode::AgainstTheRules, "only the last day");
    }

    async fn the_highest_revision_stands_and_the_same_with_other_bytes_is_refused(world) {
        let walk = Walk::number(1);
        let first = walk.visit(0, true);
        let mut second = walk.visit(0, false);
        second.revision = 2;
        let mut other = second.clone();
        other.answers[0].answer = Answer::Unusable;
        let [first, second, other] = [first, second, other].map(Change::Summary);
        world.receives(&[walk.planned(), first.clone(), second.clone()]).await;
        let outcomes = world.push(&[first, other, second]).await;
        assert_eq!(outcomes[0], Outcome::Superseded);
        assert_refused(&outcomes[1], RefusalCode::Conflict, "revision 2");
        assert_eq!(outcomes[2], Outcome::Received);
        let mut plan = walk.plan.clone();
        plan.ends = plan.ends.plus(1);
        assert_refused(&world.push(&[Change::Plan(plan)]).await[0], RefusalCode::Conflict, walk.round().as_str());
    }

    async fn a_board_is_taken_only_when_it_was_written_on_the_one_that_stands(world) {
        let walk = Walk::number(1);
        let first = debrief(walk.round());
        let next = |board: &Debrief, words: &str| Debrief {
            revision: board.revision + 1,
            follows: Some(BodyHash::of(&Change::Debrief(board.clone()).body())),
            patterns: vec![Sentence::parse(words).unwrap()],
            ..board.clone()
        };
        let (second, other) = (next(&first, "students wait"), next(&first, "students add on"));
        let third = next(&second, "students wait for one another");
        let [first, second, other, third, unaware] =
            [first, second, other.clone(), third, next(&other, "students ask")].map(Change::Debrief);
        world.receives(&[walk.planned(), first.clone(), second.clone(), second.clone()]).await;
        // The higher revision too: it was not written on what another tablet has put there.
        for board in [&first, &other, &unaware] {
            let outcome = &world.push(std::slice::from_ref(board)).await[0];
            assert_refused(outcome, RefusalCode::Conflict, "another board stands");
        }
        world.receives(&[third.clone(), third.clone()]).await;
        let stands = world.pull(None).await.news.pop().unwrap();
        assert_eq!((stands.revision, stands.body), (3, third.body()));
        assert_refused(&world.push(&[second]).await[0], RefusalCode::Conflict, walk.round().as_str());
    }

    async fn a_plan_that_records_a_look_for_with_an_instrument_it_does_not_have_is_refused(world) {
        let mut plan = Walk::number(1).plan;
        plan.look_fors[1].instrument = Some(Instrument::VoicesGrid);
        let outcome = &world.push(&[Change::Plan(plan)]).await[0];
        assert_refused(outcome, RefusalCode::AgainstTheRules, "not recorded with this instrument");
        let mut plan = Walk::number(2).plan;
        let grid = Library::shipped().look_fors.iter().find(|look_for| look_for.instrument.is_some());
        plan.look_fors[1] = PlannedLookFor::with_instrument(grid.unwrap());
        assert_eq!(world.push(&[Change::Plan(plan)]).await, [Outcome::Received]);
    }

    async fn a_plan_with_terms_that_nobody_signs_or_a_group_without_rooms_is_refused(world) {
        let mut plan = Walk::number(1).plan;
        plan.agreement.note_days = -9000;
        plan.groups[0].rooms.clear();
        let outcome = &world.push(&[Change::Plan(plan)]).await[0];
        for words in ["out of range", "has no rooms"] {
            assert_refused(outcome, RefusalCode::AgainstTheRules, words);
        }
    }

    async fn only_what_is_said_to_be_json_is_taken(world) {
        let body = serde_json::to_string(&json!({ "items": [Item::of(&Walk::number(1).planned())] })).unwrap();
        let before = world.dump().await;
        for kind in [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("application/jsonp")] {
            for path in [path::PUSH, path::PULL, &Walk::number(1).path(path::CLOSE)] {
                let answered = world.asks_as(Method::POST, path, Some("lead"), kind, Some(body.clone())).await;
                assert_eq!((answered.problem().kind, answered.status), (ProblemKind::NotJson, 415), "{kind:?}");
            }
        }
        assert_eq!(world.dump().await, before);
        let kind = Some("Application/JSON; charset=utf-8");
        let _: Pushed = world.asks_as(Method::POST, path::PUSH, Some("lead"), kind, Some(body)).await.says();
    }

    async fn an_id_that_would_turn_the_direction_of_writing_is_written_out_in_the_refusal(world) {
        let mut item = serde_json::to_value(Item::of(&Walk::number(1).planned())).unwrap();
        item["id"] = json!("\u{202e}gnp.\u{7}");
        let pushed: Pushed = world.posts(path::PUSH, &json!({ "items": [item] })).await;
        assert_refused(&pushed.answers[0].outcome, RefusalCode::Malformed, "plan \\u{202e}gnp.\\u{7} is plan");
        let problem = world.is_refused(path::PUSH, &json!({ "items": "\u{202e}\u{7}" })).await;
        assert!(!problem.detail.contains(['\u{202e}', '\u{7}']), "{}", problem.detail);
    }

    async fn a_revision_that_would_end_all_later_edits_is_refused(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let mut board = crate::world::debrief(walk.round());
        board.revision = u32::MAX;
        let outcome = &world.push(&[Change::Debrief(board)]).await[0];
        assert_refused(outcome, RefusalCode::Malformed, "4294967295");
        world.receives(&[walk.debriefed()]).await;
    }

    async fn a_token_that_comes_under_two_groups_is_taken_and_left_to_the_count(world) {
        let walk = Walk::number(1);
        let mut moved = walk.visit(1, true);
        moved.token = walk.visit(0, true).token;
        moved.group = 1;
        world.receives(&[walk.planned(), Change::Summary(walk.visit(0, true)), Change::Summary(moved)]).await;
    }

    async fn a_debrief_may_come_before_its_plan_in_one_push(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.visits(0..1)[0].clone(), walk.debriefed(), walk.planned()]).await;
    }

    async fn a_push_beyond_the_limits_is_refused_whole_and_says_which(world) {
        let items: Vec<Item> = Walk::number(1).visits(0..1).iter().map(Item::of).cycle().take(501).collect();
        let problem = world.is_refused(path::PUSH, &json!({ "items": items })).await;
        assert_eq!((problem.kind, problem.status), (ProblemKind::TooLarge, 413));
        assert!(problem.detail.contains("501") && problem.detail.contains("500"), "{}", problem.detail);

        let long = "x".repeat(protocol::MOST_BYTES + 1);
        world.asks(Method::POST, path::PUSH, Some("lead"), Some(long)).await.is(ProblemKind::TooLarge);
        let torn = world.asks(Method::POST, path::PUSH, Some("lead"), Some("{\"items\": [".to_owned())).await.problem();
        assert_eq!(torn.kind, ProblemKind::Malformed);
        assert!(torn.detail.contains("line 1 column 11"), "{}", torn.detail);
    }

    async fn tablets_that_push_at_the_same_time_lose_nothing(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let servers = [world.server().clone(), world.second_server().await];
        let pushes = (0..24).map(|room| {
            let (server, items) = (servers[room % 2].clone(), walk.visits(room..=room).iter().map(Item::of).collect());
            tokio::spawn(async move {
                let now = server.now();
                server.store.push(&protocol::push::Push { district: None, items }, now).await.unwrap().answers
            })
        });
        for push in pushes.collect::<Vec<_>>() {
            assert_eq!(push.await.unwrap()[0].outcome, Outcome::Received);
        }
        let tokens: Tokens = world.gets(&walk.path(path::TOKENS)).await;
        assert_eq!(tokens.tokens.len(), 24);
        servers[1].store.shut().await;
        world.restart().await;
    }
}
