//! The releases of a school that had many rounds: some at once, and all of them when one asks on.

use axum::http::Method;
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::round::{Close, Closed, Published};
use protocol::schools::Releases;
use server::store::MOST_RELEASES;

use crate::on_both_engines;
use crate::world::{Walk, World};

impl World {
    /// Closes a round of Alder in each of so many months.
    async fn closes_so_many(&self, rounds: u8) -> Vec<Published> {
        let mut published = Vec::new();
        for number in 1..=rounds {
            self.days_pass(21);
            // Numbers go down, so that the order of ids is not the order of closes.
            let mut walk = Walk::number(200 - number);
            (walk.plan.opens, walk.plan.ends) = (self.today(), self.today());
            self.receives(&walk.everything()).await;
            let close = Close { without_unsent: true };
            published.push(self.posts::<_, Closed>(&walk.path(path::CLOSE), &close).await.published);
        }
        published
    }
}

on_both_engines! {
    async fn an_answer_has_the_newest_and_whoever_asks_on_has_them_all(world) {
        let many = MOST_RELEASES as u8 + 3;
        let published = world.closes_so_many(many).await;
        let school = world.school(0).await.id;
        let newest: Releases = world.gets(&path::of_school(path::RELEASES, &school)).await;
        assert_eq!(newest.releases, published[3..]);
        let before = newest.earlier.expect("there are three more");
        let earlier: Releases = world.gets(&path::of_school_before(&school, &before)).await;
        assert_eq!((earlier.releases, earlier.earlier), (published[..3].to_vec(), None));
        assert_eq!(world.server().store.releases(&school).await.unwrap().releases, published);
    }

    async fn exactly_as_many_as_fit_are_all(world) {
        let published = world.closes_so_many(MOST_RELEASES as u8).await;
        let school = world.school(0).await.id;
        let all: Releases = world.gets(&path::of_school(path::RELEASES, &school)).await;
        assert_eq!((all.releases, all.earlier), (published, None));
    }

    async fn a_query_that_names_no_round_is_refused(world) {
        let school = world.school(0).await.id;
        let releases = path::of_school(path::RELEASES, &school);
        for (query, kind) in [
            ("?before=", ProblemKind::Malformed),
            ("?after=0123456789abcdef0123456789abcdef", ProblemKind::Malformed),
            ("?before=0123456789abcdef0123456789abcdef", ProblemKind::NotFound),
        ] {
            world.lead(Method::GET, &[&releases, query].concat(), None).await.is(kind);
        }
    }
}
