//! What staff and district agreed, as the server holds every round to it.

use axum::http::Method;
use domain::agreement::{Agreement, Pause, Paused, Term};
use domain::change::{BodyHash, Change};
use domain::permission::Role;
use domain::round::Plan;
use domain::text::Sentence;
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::pull::NewsKind;
use protocol::push::{Item, Outcome, RefusalCode};
use protocol::round::{BeforeClose, Close, Closed};
use server::store::agreement::Acted;

use crate::on_both_engines;
use crate::people::not_allowed;
use crate::world::{Walk, World, assert_refused};

const CLOSE: Close = Close { without_unsent: true };

/// A round planned under an agreement, so many days before it opens.
fn planned(agreement: &Agreement, number: u8, announced: i64) -> Walk {
    let mut walk = Walk::number(number);
    let announced = Some(walk.plan.opens.plus(-announced));
    walk.plan = Plan { agreement: agreement.clone(), announced, ..walk.plan };
    walk
}

impl World {
    async fn pauses(&self) -> Vec<Pause> {
        let news = self.pull(None).await.news;
        let told = news.iter().filter(|news| news.kind == NewsKind::Pause);
        told.map(|news| serde_json::from_str(&news.body).unwrap()).collect()
    }
}

on_both_engines! {
    async fn a_draft_holds_once_a_representative_signed_exactly_what_they_read(world) {
        let store = world.server().store.clone();
        let before = store.agreement().await.unwrap();
        let first = Agreement::default().with(Term::VisitMinutes(12));
        store.draft_agreement(&first, world.today()).await.unwrap();
        let read = store.agreement_draft().await.unwrap().unwrap().mark();
        // While it is being read the lead writes another.
        world.days_pass(1);
        let second = first.clone().with(Term::VisitMinutes(20));
        store.draft_agreement(&second, world.today()).await.unwrap();
        assert_eq!(store.sign_agreement(&read, world.today()).await.unwrap(), Acted::OtherDraft);
        assert_eq!(store.agreement().await.unwrap(), before);

        let read = store.agreement_draft().await.unwrap().unwrap().mark();
        let drafted = world.today();
        world.days_pass(2);
        assert_eq!(store.sign_agreement(&read, world.today()).await.unwrap(), Acted::Done);
        let now = store.agreement().await.unwrap();
        let version = now.version.clone().unwrap();
        assert_eq!((now.agreement, version.number), (second.clone(), 2));
        assert_eq!((version.drafted, version.since), (Some(drafted), world.today()));
        // Signing twice, as where the answer is lost, makes no third version.
        assert_eq!(store.sign_agreement(&read, world.today()).await.unwrap(), Acted::OtherDraft);
        assert_eq!(store.agreement_versions().await.unwrap().len(), 2);
        let news = world.pull(None).await.news;
        let told: Vec<Agreement> = news.iter().filter(|news| news.kind == NewsKind::Agreement).map(|news| serde_json::from_str(&news.body).unwrap()).collect();
        assert_eq!(told, [second]);
    }

    async fn that_a_note_goes_when_staff_agreed_is_the_programs_and_a_promise_for_no_note_says_its_round(world) {
        world.agrees(&Agreement::default().with(Term::NoteDays(20))).await;
        // The server cannot know that twenty days were agreed for this one.
        let long = crate::world::note(&domain::note::Card::from_random([1; 10]), world.today().plus(366));
        assert!(matches!(world.push(&[Change::Note(long)]).await[0], Outcome::Received));
        for (language, begins, ends, promise, most) in [
            ("en", "How long notes stay", "How long evidence stays", "the program and a promise", "366 days"),
            ("es", "Cuánto quedan las notas", "Cuánto queda lo anotado", "el programa y una promesa", "366 días"),
        ] {
            let page = world.asks_with(Method::GET, &format!("/agreement?language={language}"), &[], None).await.body;
            let clause = page.split(begins).nth(1).unwrap().split(ends).next().unwrap();
            assert!(clause.contains(promise) && clause.contains(most), "{clause}");
        }
    }

    async fn a_draft_is_sent_back_with_a_sentence_or_withdrawn_and_nothing_changes(world) {
        let store = world.server().store.clone();
        let draft = Agreement::default().with(Term::NoticeDays(2));
        store.draft_agreement(&draft, world.today()).await.unwrap();
        let why = Sentence::parse("Five days, as we said in May.").unwrap();
        assert_eq!(store.send_draft_back(&BodyHash::of("another"), &why).await.unwrap(), Acted::OtherDraft);
        let read = store.agreement_draft().await.unwrap().unwrap().mark();
        assert_eq!(store.send_draft_back(&read, &why).await.unwrap(), Acted::Done);
        assert_eq!(store.agreement_draft().await.unwrap().unwrap().sent_back.as_deref(), Some(why.as_str()));
        // The lead writes it anew, and the sentence is gone with what it was about.
        store.draft_agreement(&draft.with(Term::NoticeDays(5)), world.today()).await.unwrap();
        assert_eq!(store.agreement_draft().await.unwrap().unwrap().sent_back, None);
        store.withdraw_draft().await.unwrap();
        assert_eq!(store.agreement_draft().await.unwrap(), None);
        assert_eq!(store.agreement_versions().await.unwrap().len(), 1);
    }

    async fn nobody_drafts_what_nobody_could_sign_or_what_holds_already(world) {
        let store = world.server().store.clone();
        let now = Agreement::before_signatures();
        for wrong in [now.clone(), now.clone().with(Term::SummaryDays(31)), now.clone().with(Term::EvidenceDays(8)), now.with(Term::Visitors([].into()))] {
            assert!(store.draft_agreement(&wrong, world.today()).await.is_err(), "{wrong:?}");
        }
        assert_eq!(store.agreement_draft().await.unwrap(), None);
    }

    async fn no_round_closes_before_staff_have_signed_and_it_is_said_beforehand(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        // Neither under the terms that Noticeboard begins with nor under those that an administrator once put in force.
        for from_before in [None, Some(Agreement::before_signatures().with_k(11))] {
            match &from_before {
                Some(agreement) => world.has_an_agreement_from_before(agreement).await,
                None => world.forget_the_agreement().await,
            }
            let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
            assert!(before.lacks_agreement);
            assert_eq!(world.is_refused(&walk.path(path::CLOSE), &CLOSE).await.kind, ProblemKind::LacksAgreement);
        }
        world.agrees(&Agreement::default()).await;
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert!(!before.lacks_agreement);
        let _: Closed = world.posts(&walk.path(path::CLOSE), &CLOSE).await;
    }

    async fn a_plan_keeps_an_agreement_that_is_or_was_in_force_and_has_its_window_announced(world) {
        let (first, second) = (Agreement::before_signatures(), Agreement::default().with(Term::NoticeDays(3)));
        world.agrees(&second).await;
        world.receives(&[planned(&first, 1, 0).planned(), planned(&second, 2, 3).planned()]).await;
        // One that was made offline before the first signature is cautious, and can come late.
        world.receives(&[planned(&Agreement::default(), 3, 5).planned()]).await;
        let outcomes = world.push(&[planned(&second, 4, 2).planned(), planned(&second.clone().with_k(50), 5, 3).planned()]).await;
        assert_refused(&outcomes[0], RefusalCode::AgainstTheRules, "2 days after it was announced, and the agreement says 3");
        assert_refused(&outcomes[1], RefusalCode::AgainstTheRules, "never in force");
        // A planned round keeps its own when the next is signed, and its last day can still move.
        world.agrees(&Agreement::default().with(Term::VisitMinutes(30))).await;
        let walk = planned(&second, 2, 3);
        world.receives(&[Change::Plan(walk.plan.with_end(walk.plan.ends.plus(2)))]).await;
    }

    async fn the_server_takes_no_summary_from_whoever_the_rounds_agreement_does_not_let_visit(world) {
        let agreed = Agreement::before_signatures().with(Term::Evaluators(false)).with(Term::Visitors([Role::Principal, Role::DistrictLead].into()));
        world.agrees(&agreed).await;
        let [own, shared] = [planned(&agreed, 1, 0), Walk::at("Birch", 2)];
        world.receives(&[own.planned(), shared.planned()]).await;
        let alder = world.school(0).await;
        let devices = [
            world.comes_in_as(Role::DistrictLead, None).await,
            world.comes_in_as(Role::Principal, Some(&alder)).await,
            world.comes_in_as(Role::Visitor, None).await,
        ];
        let mut refused = Vec::new();
        for (device, room) in devices.iter().zip(0..) {
            let items = own.visits(room..room + 1).iter().map(Item::of).collect();
            refused.push(not_allowed(&world.device_pushes(device, items).await[0]));
        }
        assert_eq!(refused, [false, true, true]);
        // Under an earlier agreement the visitor may, and the principal of another school than the round's may too.
        for device in &devices[1..] {
            let items = shared.visits(0..1).iter().map(Item::of).collect();
            assert_eq!(world.device_pushes(device, items).await, [Outcome::Received]);
        }
    }

    async fn a_paused_round_does_not_close_and_every_tablet_of_it_hears_so(world) {
        let (own, other) = (Walk::number(1), Walk::at("Birch", 2));
        world.receives(&own.everything()).await;
        world.receives(&other.everything()).await;
        let store = world.server().store.clone();
        let paused = Paused::Round(own.round().clone());
        let since = world.today();
        store.pause(&paused, since).await.unwrap();
        world.days_pass(1);
        // Pausing what is paused leaves the day since when.
        store.pause(&paused, world.today()).await.unwrap();
        assert_eq!(world.pauses().await, [Pause { paused: paused.clone(), revision: 1, since: Some(since) }]);
        assert_eq!(world.is_refused(&own.path(path::CLOSE), &CLOSE).await.kind, ProblemKind::Paused);
        // What was recorded is taken all the same.
        world.receives(&own.visits(22..23)).await;
        let principals = [world.school(0).await, world.school(1).await];
        for (school, hears) in principals.iter().zip([1, 0]) {
            let device = world.comes_in_as(Role::Principal, Some(school)).await;
            let news = world.device_pulls(&device).await.news;
            assert_eq!(news.iter().filter(|news| news.kind == NewsKind::Pause).count(), hears);
        }
        let _: Closed = world.posts(&other.path(path::CLOSE), &CLOSE).await;
        store.resume(&paused).await.unwrap();
        assert_eq!(world.pauses().await, [Pause { paused, revision: 2, since: None }]);
        let _: Closed = world.posts(&own.path(path::CLOSE), &CLOSE).await;
    }

    async fn while_everything_is_paused_nothing_closes(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let store = world.server().store.clone();
        store.pause(&Paused::Program, world.today()).await.unwrap();
        assert_eq!(world.is_refused(&walk.path(path::CLOSE), &CLOSE).await.kind, ProblemKind::Paused);
        let school = world.school(1).await;
        let device = world.comes_in_as(Role::Principal, Some(&school)).await;
        let news = world.device_pulls(&device).await.news;
        assert_eq!(news.iter().filter(|news| news.kind == NewsKind::Pause).count(), 1, "it is everybody's");
        store.resume(&Paused::Program).await.unwrap();
        let _: Closed = world.posts(&walk.path(path::CLOSE), &CLOSE).await;
        assert!(store.pause(&Paused::Round(walk.round().clone()), world.today()).await.is_err(), "it is closed");
    }

    async fn summaries_go_after_the_days_that_their_rounds_agreement_says(world) {
        let short = Agreement::before_signatures().with(Term::SummaryDays(3));
        world.agrees(&short).await;
        let walks = [planned(&short, 1, 0), Walk::at("Birch", 2)];
        for walk in &walks {
            world.receives(&walk.everything()).await;
            let _: Closed = world.posts(&walk.path(path::CLOSE), &CLOSE).await;
        }
        let held = async |world: &World| {
            let dump = world.dump().await;
            walks.each_ref().map(|walk| dump.contains(walk.visit(0, true).token.as_str()))
        };
        world.days_pass(3);
        world.the_hour_strikes().await;
        assert_eq!(held(world).await, [true, true]);
        world.days_pass(1);
        world.the_hour_strikes().await;
        assert_eq!(held(world).await, [false, true]);
        // What comes late goes in the next hour.
        world.push(&walks[0].visits(0..1)).await;
        world.the_hour_strikes().await;
        assert_eq!(held(world).await, [false, true]);
        let tokens = world.lead(Method::GET, &walks[0].path(path::TOKENS), None).await;
        assert_eq!(tokens.status, 200);
    }
}
