//! Telling the staff representative of misuse: without an account, and without leaving anything of oneself.

use axum::http::Method;
use domain::agreement::DAYS_REPORTS_OF_MISUSE_STAY;
use domain::permission::{Mandate, Role};
use domain::text::Report;
use server::store::people::Sender;

use crate::on_both_engines;
use crate::world::{Answered, World};

fn at(address: &str) -> Sender {
    Sender::At(address.parse().unwrap())
}

impl World {
    pub async fn reports_misuse(&self, sender: Sender, site: &str, fields: &str) -> Answered {
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

    async fn whoever_finds_the_box_full_is_told_to_speak_and_not_to_wait(world) {
        let (text, store) = (Report::parse("Again.").unwrap(), world.server().store.clone());
        for _ in 0..17 {
            for _ in 0..30 {
                let _ = store.report_misuse(&text, Sender::Unknown, world.server().now()).await;
            }
            world.minutes_pass(1);
        }
        assert_eq!(store.misuse_reports().await.unwrap().len(), 500);
        for (language, says, waits) in [("en", "in person", "Wait a minute"), ("es", "hable en persona", "Espere un minuto")] {
            let headers = [("content-type", "application/x-www-form-urlencoded")];
            let full = world.asks_with(Method::POST, &format!("/report?language={language}"), &headers, Some("text=one+more".to_owned())).await;
            assert!(full.status == 503 && full.body.contains(says) && !full.body.contains(waits), "{}", full.body);
            assert!(full.body.contains("one more</textarea>"), "{}", full.body);
        }
    }

    async fn where_nobody_represents_the_staff_the_form_says_that_nobody_reads_it_now(world) {
        world.forget_the_sample().await;
        let form = async || world.asks_with(Method::GET, "/report?language=en", &[], None).await.body;
        let alone = "Nobody represents the staff on this server yet";
        assert!(form().await.contains(alone));
        let sent = world.reports_misuse(at("192.0.2.7"), "same-origin", "text=mine").await.body;
        assert!(sent.contains(alone) && !sent.contains("can read it now"), "{sent}");
        // It does not say of which school it is, so whoever represents one school reads it too; and the form says that.
        let school = Some(world.school(0).await.id);
        world.invites("Rosa Vela", &Mandate { role: Role::StaffRepresentative, school }).await;
        let shown = form().await;
        assert!(!shown.contains(alone) && shown.contains("also one who represents another school than yours"), "{shown}");
        let sent = world.reports_misuse(at("192.0.2.8"), "same-origin", "text=mine").await.body;
        assert!(sent.contains("can read it now"), "{sent}");
    }
}
