//! Telling the staff representative of misuse: without an account, and without leaving anything of oneself.

use axum::http::Method;
use domain::agreement::DAYS_REPORTS_OF_MISUSE_STAY;
use server::store::people::Sender;

use crate::on_both_engines;
use crate::world::{Answered, World};

fn at(address: &str) -> Sender {
    Sender::At(address.parse().unwrap())
}

impl World {
    async fn reports_misuse(&self, sender: Sender, site: &str, fields: &str) -> Answered {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", site)];
        self.asks_from(sender, Method::POST, "/report?language=en", &headers, Some(fields.to_owned())).await
    }
}

on_both_engines! {
    async fn anybody_reports_misuse_and_only_words_and_day_are_kept(world) {
        world.forget_the_sample().await;
        let form = world.asks_with(Method::GET, "/report", &[("accept-language", "es")], None).await;
        assert!(form.status == 200 && form.body.contains("Avisar de un mal uso") && form.headers.get("set-cookie").is_none(), "{}", form.body);
        world.days_pass(1);
        let sent = world.reports_misuse(at("192.0.2.7"), "same-origin", "text=%3Cb%3EShe+was+rated%3C%2Fb%3E").await;
        assert!(sent.status == 200 && sent.body.contains("It was sent"), "{}", sent.body);
        let dump = world.dump().await;
        let line = dump.lines().find(|line| line.contains("report_id=")).unwrap();
        let kept: Vec<&str> = line.split(" | ").map(|cell| cell.split_once('=').unwrap().0).collect();
        assert_eq!(kept, ["district_id", "report_id", "said", "text"]);
        assert!(line.contains(&format!("said={}", world.today())) && !dump.contains("192.0.2.7"), "{line}");
        let reports = world.server().store.misuse_reports().await.unwrap();
        assert_eq!((reports.len(), reports[0].text.as_str()), (1, "<b>She was rated</b>"));

        world.days_pass(DAYS_REPORTS_OF_MISUSE_STAY);
        world.the_hour_strikes().await;
        assert_eq!(world.server().store.misuse_reports().await.unwrap().len(), 1);
        world.days_pass(1);
        world.the_hour_strikes().await;
        assert_eq!(world.server().store.misuse_reports().await.unwrap(), []);
    }

    async fn nothing_too_much_and_a_form_of_another_site_are_not_sent_and_the_words_stay_in_the_field(world) {
        for fields in ["text=+", &format!("text={}", "a".repeat(2001))] {
            assert_eq!(world.reports_misuse(Sender::Unknown, "same-origin", fields).await.status, 400);
        }
        assert_eq!(world.reports_misuse(Sender::Unknown, "cross-site", "text=spam").await.status, 403);
        for _ in 0..3 {
            assert_eq!(world.reports_misuse(at("192.0.2.7"), "same-origin", "text=again").await.status, 200);
        }
        let fourth = world.reports_misuse(at("192.0.2.7"), "same-origin", "text=and+again").await;
        assert!(fourth.status == 429 && fourth.body.contains("and again</textarea>"), "{}", fourth.body);
        // A colleague's still comes through, and one's own in the next minute.
        assert_eq!(world.reports_misuse(at("192.0.2.8"), "same-origin", "text=mine").await.status, 200);
        world.minutes_pass(1);
        assert_eq!(world.reports_misuse(at("192.0.2.7"), "same-origin", "text=and+again").await.status, 200);
        assert_eq!(world.server().store.misuse_reports().await.unwrap().len(), 5);
    }
}
