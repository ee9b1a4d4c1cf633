//! A picture taken along as a file: who may, which one, and what it holds.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use domain::ids::{RoundId, SchoolId};
use domain::language::Language;
use domain::time::Day;
use protocol::export::{Form, of_opportunity, of_round, of_talk, of_term};
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::round::{Close, Closed};
use tower::ServiceExt;

use crate::on_both_engines;
use crate::world::{Walk, World};

impl World {
    async fn closes_one(&self, walk: &Walk) {
        let _: Closed = self.posts(&walk.path(path::CLOSE), &Close { without_unsent: false }).await;
    }

    async fn takes(&self, path: &str) -> String {
        let answered = self.asks(Method::GET, path, Some("reader"), None).await;
        assert_eq!(answered.status, 200, "{}", answered.body);
        answered.body
    }
}

fn alder() -> SchoolId {
    SchoolId::from_roster("Alder")
}

fn newest(form: &str, language: &str) -> String {
    format!("{}?form={form}&language={language}", path::of_school(path::EXPORT, &alder()))
}

on_both_engines! {
    async fn a_reader_takes_the_newest_picture_along_or_an_earlier_one(world) {
        for number in [1, 2] {
            let walk = Walk::number(number);
            world.receives(&walk.everything()).await;
            world.closes_one(&walk).await;
            world.days_pass(28);
        }
        let newest = world.takes(&newest("csv", "en")).await;
        assert!(newest.starts_with("\u{feff}Schools,First day,Last day,Purpose"), "{newest}");
        assert!(newest.contains("No clear change since"), "{newest}");
        let first = RoundId::from_bytes([1; 16]);
        let earlier = world.takes(&of_round(&alder(), &first, Form::Csv, Language::Es)).await;
        assert!(earlier.contains("Se observó aquí por primera vez."), "{earlier}");
        let unknown = of_round(&alder(), &RoundId::from_bytes([9; 16]), Form::Csv, Language::Es);
        world.asks(Method::GET, &unknown, Some("reader"), None).await.is(ProblemKind::NotFound);
    }

    async fn two_rounds_that_release_the_same_give_the_same_file_to_the_byte(world) {
        // Other rooms were visited, by others, in another order, and some of them twice: the release does not say so.
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.closes_one(&walk).await;
        let other = world.another().await;
        let mut visits = walk.visits(0..22);
        visits.reverse();
        other.receives(&[vec![walk.planned(), walk.debriefed()], visits].concat()).await;
        other.closes_one(&walk).await;
        for form in ["csv", "xlsx"] {
            let bytes = async |world: &World| {
                let request = Request::get(newest(form, "en")).header(protocol::DOOR, "reader").body(Body::empty());
                let response = world.router().oneshot(request.unwrap()).await.unwrap();
                assert_eq!(response.status(), 200);
                let disposition = response.headers()["content-disposition"].to_str().unwrap().to_owned();
                assert_eq!(disposition, format!("attachment; filename=\"alder-2026-11-02-2027-02-09.{form}\""));
                to_bytes(response.into_body(), usize::MAX).await.unwrap()
            };
            assert_eq!(bytes(world).await, bytes(&other).await, "{form}");
        }
        other.ends().await;
    }

    async fn the_groups_of_a_round_and_the_talk_of_a_school_are_taken_along_in_both_forms(world) {
        for number in [1, 2] {
            let walk = Walk::number(number);
            world.receives(&walk.everything()).await;
            world.closes_one(&walk).await;
            world.days_pass(28);
        }
        let first = RoundId::from_bytes([1; 16]);
        for form in [Form::Csv, Form::Xlsx] {
            let groups = world.takes(&of_opportunity(&alder(), &first, form, Language::En)).await;
            assert!(groups.contains("In a sentence") && groups.contains("grades 3 to 5,no clear difference."), "{groups}");
            let talk = world.takes(&of_talk(&alder(), form, Language::Es)).await;
            assert!(talk.contains("Indagación") && talk.contains("1: What makes a student answer"), "{talk}");
        }
        let unknown = of_opportunity(&alder(), &RoundId::from_bytes([9; 16]), Form::Csv, Language::En);
        world.asks(Method::GET, &unknown, Some("reader"), None).await.is(ProblemKind::NotFound);
    }

    async fn a_term_is_taken_along_by_whoever_reads_every_school(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.closes_one(&walk).await;
        let path = of_term(Day::parse("2026-11-02").unwrap(), Form::Csv, Language::En);
        let term = world.takes(&path).await;
        assert!(term.contains("All schools that are shown,2026-08-01,2026-12-31,10"), "{term}");
        assert!(term.contains("Not looked for in this term: Birch."), "{term}");
        world.asks(Method::GET, &path, None, None).await.is(ProblemKind::NotSignedIn);
    }

    async fn what_names_no_form_no_language_or_something_else_is_refused(world) {
        for pattern in [path::EXPORT, path::EXPORT_OPPORTUNITY, path::EXPORT_TALK] {
            for query in ["", "?form=csv", "?form=pdf&language=en", "?form=csv&language=fr", "?form=csv&language=en&rooms=all"] {
                let path = format!("{}{query}", path::of_school(pattern, &alder()));
                world.asks(Method::GET, &path, Some("reader"), None).await.is(ProblemKind::Malformed);
            }
            let newest = format!("{}?form=csv&language=en", path::of_school(pattern, &alder()));
            world.asks(Method::GET, &newest, Some("reader"), None).await.is(ProblemKind::NotFound);
            world.asks(Method::GET, &newest, Some("principal"), None).await.is(ProblemKind::NotSignedIn);
        }
    }
}
