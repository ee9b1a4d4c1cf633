//! Closing a round, once and for good.

use axum::http::Method;
use domain::change::Change;
use domain::ids::{SchoolId, TabletId};
use domain::release::{Coded, Release};
use domain::round::Debrief;
use domain::time::Day;
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::pull::NewsKind;
use protocol::push::{Outcome, RefusalCode};
use protocol::round::{BeforeClose, Close, Closed, Published, Report, Tokens};
use protocol::schools::{Releases, TermReleases};

use crate::on_both_engines;
use crate::world::{Walk, World, assert_refused, tablet};

const CLOSE: Close = Close { without_unsent: false };
const CLOSE_ANYWAY: Close = Close { without_unsent: true };

impl World {
    async fn reports(&self, walk: &Walk, number: u8, unsent: bool) {
        let report = serde_json::to_value(Report { tablet: tablet(number), unsent }).unwrap();
        let heard = self.lead(Method::POST, &walk.path(path::REPORT), Some(report)).await;
        assert_eq!((heard.status, heard.body.as_str()), (204, ""));
    }

    async fn closes(&self, walk: &Walk) -> Published {
        self.posts::<_, Closed>(&walk.path(path::CLOSE), &CLOSE).await.published
    }

    async fn releases_of(&self, school: &str) -> Vec<Published> {
        let school = SchoolId::from_roster(school);
        let releases: Releases = self.gets(&path::of_school(path::RELEASES, &school)).await;
        releases.releases
    }
}

on_both_engines! {
    async fn a_round_closes_into_the_release_that_domain_computes_and_everyone_can_read_it(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.days_pass(3);
        let before = world.pull(None).await;
        let published = world.closes(&walk).await;

        let summaries: Vec<_> = (0..22).map(|room| walk.visit(room, room % 3 > 0)).collect();
        let debrief = crate::world::debrief(walk.round());
        let expected = domain::release::close(&walk.plan, &debrief, &summaries, world.today()).unwrap();
        assert_eq!(serde_json::from_str::<Release>(&published.body).unwrap(), expected);
        let codes: Vec<Coded> = expected.findings[0].cells.iter().map(|cell| cell.coded).collect();
        assert_eq!(codes, [Coded::Tenths(7), Coded::Tenths(6)]);

        let news = world.pull(Some(&before.cursor)).await.news;
        assert_eq!((news.len(), news[0].kind, &news[0].body), (1, NewsKind::Release, &published.body));
        assert_eq!(news[0].seal.as_ref(), Some(&published.seal));
        assert_eq!(world.releases_of("Alder").await, [published]);
        assert_eq!(world.releases_of("Birch").await, []);
    }

    async fn a_term_holds_what_its_schools_released_in_it_and_says_that_there_was_a_term_before(world) {
        let (autumn, winter) = (Walk::at("Alder", 1), Walk::at("Birch", 2));
        let mut published = Vec::new();
        for (walk, days) in [(&autumn, 3), (&winter, 70)] {
            world.days_pass(days);
            world.receives(&walk.everything()).await;
            published.push(world.closes(walk).await);
        }
        let term = async |query: &str| -> TermReleases { world.gets(&[path::DISTRICT_TERM, query].concat()).await };
        let (now, before) = (term("").await, term("?holding=2026-12-31").await);
        assert_eq!((now.from, now.to), (Day::parse("2027-01-01").unwrap(), Day::parse("2027-07-31").unwrap()));
        assert_eq!((now.releases, now.earlier), (vec![published.remove(1)], Some(Day::parse("2026-11-05").unwrap())));
        assert_eq!((before.releases, before.earlier), (published, None));
        let names: Vec<&str> = before.schools.iter().map(|school| school.name.as_str()).collect();
        assert_eq!(names, ["Alder", "Birch"]);
        for query in ["?holding=", "?holding=2026-02-30", "?since=2026-02-01", "?holding=2026-11-02&more"] {
            world.lead(Method::GET, &[path::DISTRICT_TERM, query].concat(), None).await.is(ProblemKind::Malformed);
        }
    }

    async fn a_round_of_several_schools_is_in_its_term_once(world) {
        let mut walk = Walk::number(1);
        walk.plan.schools.insert(SchoolId::from_roster("Birch"));
        let roster = crate::world::roster();
        walk.plan.groups = domain::round::group_rooms(&roster.rooms, walk.plan.grouping, 10);
        world.receives(&walk.everything()).await;
        let published = world.closes(&walk).await;
        let term: TermReleases = world.gets(path::DISTRICT_TERM).await;
        assert_eq!(term.releases, [published]);
    }

    async fn closing_twice_gives_the_very_same_release(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let first = world.closes(&walk).await;
        world.days_pass(2);
        world.push(&walk.visits(22..24)).await;
        assert_eq!(world.closes(&walk).await, first);
        let again: Closed = world.posts(&walk.path(path::CLOSE), &CLOSE_ANYWAY).await;
        assert_eq!(again.published, first);
        assert_eq!(world.releases_of("Alder").await.len(), 1);
    }

    async fn a_round_closed_without_one_tablet_does_not_close_again_with_it(world) {
        let walk = Walk::number(1);
        world.receives(&[vec![walk.planned(), walk.debriefed()], walk.visits(1..12)].concat()).await;
        let eleven = world.closes(&walk).await;
        assert_eq!(world.push(&walk.visits(0..1)).await, [Outcome::ReceivedLate]);
        world.days_pass(30);
        // Another board would be another release too.
        let board = Debrief { revision: 2, question: None, ..crate::world::debrief(walk.round()) };
        let outcome = &world.push(&[Change::Debrief(board)]).await[0];
        assert_refused(outcome, RefusalCode::AgainstTheRules, "its round is closed");
        assert_eq!(world.closes(&walk).await, eleven, "twelve rooms minus eleven would be one room");
        let release: Release = serde_json::from_str(&eleven.body).unwrap();
        assert_eq!(release.findings[0].cells[0].rooms, 11);
        assert_eq!(world.releases_of("Alder").await, [eleven]);
    }

    async fn a_round_that_nobody_planned_does_not_close(world) {
        let walk = Walk::number(1);
        let problem = world.is_refused(&walk.path(path::CLOSE), &CLOSE).await;
        assert_eq!(problem.kind, ProblemKind::NotFound);
        assert!(problem.detail.contains(walk.round().as_str()), "{}", problem.detail);
        world.lead(Method::GET, &walk.path(path::PREVIEW), None).await.is(ProblemKind::NotFound);
        world.lead(Method::GET, &walk.path(path::TOKENS), None).await.is(ProblemKind::NotFound);
    }

    async fn a_report_about_a_round_that_nobody_planned_is_refused_and_so_is_one_too_many(world) {
        let walk = Walk::number(1);
        let path = walk.path(path::REPORT);
        let before = world.dump().await;
        let problem = world.is_refused(&path, &Report { tablet: tablet(1), unsent: true }).await;
        assert_eq!((problem.kind, problem.status), (ProblemKind::NotFound, 404));
        assert_eq!(world.dump().await, before);

        world.receives(&[walk.planned()]).await;
        let numbered = |number: u16| {
            let mut id = [0; 16];
            id[..2].copy_from_slice(&number.to_be_bytes());
            Report { tablet: TabletId::from_bytes(id), unsent: false }
        };
        for number in 0..500 {
            world.server().store.report(walk.round(), &numbered(number)).await.unwrap();
        }
        assert_eq!(world.is_refused(&path, &numbered(500)).await.kind, ProblemKind::TooLarge);
        world.server().store.report(walk.round(), &numbered(499)).await.unwrap();
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert_eq!(before.tablets, 500);
    }

    async fn a_round_closes_only_with_an_action_and_a_question(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let problem = world.is_refused(&walk.path(path::CLOSE), &CLOSE).await;
        assert_eq!(problem.kind, ProblemKind::DebriefUnfinished);
        assert!(problem.detail.contains("an action") && problem.detail.contains("a question"), "{}", problem.detail);

        let half = Debrief { question: None, ..crate::world::debrief(walk.round()) };
        world.receives(&[Change::Debrief(half)]).await;
        let problem = world.is_refused(&walk.path(path::CLOSE), &CLOSE).await;
        assert!(!problem.detail.contains("an action") && problem.detail.contains("a question"), "{}", problem.detail);
    }

    async fn with_unsent_work_somewhere_a_round_closes_only_when_the_lead_says_so(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.reports(&walk, 1, false).await;
        world.reports(&walk, 2, true).await;
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert_eq!((before.tablets, before.unsent, before.not_back), (2, 1, 0));
        let problem = world.is_refused(&walk.path(path::CLOSE), &CLOSE).await;
        assert_eq!(problem.kind, ProblemKind::UnsentWork);
        assert!(problem.detail.starts_with("1 of the round's tablets"), "{}", problem.detail);

        world.reports(&walk, 2, false).await;
        world.closes(&walk).await;
        let second = Walk::at("Birch", 2);
        world.receives(&second.everything()).await;
        world.reports(&second, 1, true).await;
        let _: Closed = world.posts(&second.path(path::CLOSE), &CLOSE_ANYWAY).await;
    }

    async fn before_the_close_one_sees_what_would_be_shown_and_never_a_value(world) {
        let walk = Walk::number(1);
        world.receives(&[vec![walk.planned()], walk.visits(0..12), walk.visits(12..16)].concat()).await;
        let answered = world.lead(Method::GET, &walk.path(path::PREVIEW), None).await;
        let before: BeforeClose = answered.says();
        assert_eq!(before.preview.rooms, 16);
        let cells: Vec<u32> = before.preview.findings[0].cells.iter().map(|cell| cell.usable).collect();
        assert_eq!(cells, [16], "four rooms alone are merged");
        for value in ["yes", "coded", "tenths", "few_or_none"] {
            assert!(!answered.body.contains(value), "{}", answered.body);
        }
    }

    async fn what_comes_after_the_close_is_received_and_not_in_the_picture_for_good(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let published = world.closes(&walk).await;
        let mut changed = walk.visit(0, true);
        changed.revision = 2;
        let late = [walk.visits(22..24), vec![Change::Summary(changed)]].concat();
        assert_eq!(world.push(&late).await, vec![Outcome::ReceivedLate; 3]);
        assert_eq!(world.push(&late).await, vec![Outcome::ReceivedLate; 3]);
        // What was in the picture is still known as received.
        assert_eq!(world.push(&walk.visits(1..2)).await, [Outcome::Received]);
        assert_eq!(world.closes(&walk).await, published);
        let tokens: Tokens = world.gets(&walk.path(path::TOKENS)).await;
        assert_eq!(tokens.tokens.len(), 22);
    }

    async fn after_the_close_neither_plan_nor_debrief_changes(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.closes(&walk).await;
        let longer = Change::Plan(walk.plan.with_end(walk.plan.ends.plus(1)));
        let mut board = crate::world::debrief(walk.round());
        board.revision = 2;
        let outcomes = world.push(&[longer, Change::Debrief(board), walk.planned(), walk.debriefed()]).await;
        assert_refused(&outcomes[0], RefusalCode::AgainstTheRules, "closed");
        assert_refused(&outcomes[1], RefusalCode::AgainstTheRules, "closed");
        assert_eq!(outcomes[2..], [Outcome::Received, Outcome::Received]);
    }

    async fn releases_of_a_school_are_three_weeks_apart_and_come_oldest_first(world) {
        let mut published = Vec::new();
        for number in 1..=3 {
            // Numbers go down, so that the order of ids is not the order of closes.
            let walk = Walk::number(10 - number);
            world.receives(&walk.everything()).await;
            if number > 1 {
                world.days_pass(20);
                let problem = world.is_refused(&walk.path(path::CLOSE), &CLOSE).await;
                assert_eq!(problem.kind, ProblemKind::TooSoon);
                let next = world.today().plus(1);
                assert!(problem.detail.contains(&next.to_string()), "{}", problem.detail);
                world.days_pass(1);
            }
            published.push(world.closes(&walk).await);
        }
        assert_eq!(world.releases_of("Alder").await, published);
        let elsewhere = Walk::at("Birch", 4);
        world.receives(&elsewhere.everything()).await;
        world.closes(&elsewhere).await;
    }

    async fn summaries_are_gone_thirty_days_after_the_close_and_the_release_stays(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.reports(&walk, 1, false).await;
        let published = world.closes(&walk).await;
        world.push(&walk.visits(22..23)).await;
        let summaries = [walk.visit(0, true).id, walk.visit(22, true).id];
        let held = async |world: &World| {
            let dump = world.dump().await;
            summaries.iter().filter(|id| dump.contains(id.as_str())).count()
        };
        world.days_pass(30);
        world.the_hour_strikes().await;
        assert_eq!(held(world).await, 2);
        world.days_pass(1);
        world.the_hour_strikes().await;
        assert_eq!(held(world).await, 0);
        assert_eq!(world.releases_of("Alder").await, std::slice::from_ref(&published));
        assert_eq!(world.push(&walk.visits(0..1)).await, [Outcome::ReceivedLate]);
        assert_eq!(world.closes(&walk).await, published);
    }
}
