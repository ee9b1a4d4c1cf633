//! The office of the lead and of the staff representative: a draft, its signature, pauses, and reports of misuse.

use axum::http::Method;
use domain::agreement::{Agreement, Term};
use domain::expiry::Expiring;
use domain::permission::{Mandate, Role};
use domain::roster::School;
use domain::text::{Name, Report};
use server::store::people::Sender;

use crate::on_both_engines;
use crate::world::{Walk, World};

/// A draft as the form sends it: fifteen minutes, visitors and leads, no evaluators, three days' notice.
const DRAFT: &str = "visit_minutes=15&k=12&district_lead=yes&visitor=yes&evaluators=no&notice_days=3\
    &note_deadline=two_work_days&summary_days=30&note_days=60&evidence_days=7";

impl World {
    /// The office's cookie of somebody in a role.
    async fn office_of(&self, role: Role, school: Option<&School>) -> String {
        let mandate = Mandate { role, school: school.map(|school| school.id.clone()) };
        let name = Name::parse("Ana Ruiz").unwrap();
        let invited = self.server().store.invite(&name, &mandate, self.server().now()).await.unwrap();
        let code = invited.code.code();
        let answered = self.submits("", "/office/sign-in", &format!("code={code}&here=yes")).await;
        answered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    /// What the public page says.
    async fn agreement_page(&self, language: &str) -> String {
        let page = self.asks_with(Method::GET, &format!("/agreement?language={language}"), &[], None).await;
        assert_eq!(page.status, 200);
        page.body
    }
}

/// The draft that a page would have signed.
fn shown_on(page: &str) -> &str {
    page.split("name=\"shown\" value=\"").nth(1).unwrap().split('"').next().unwrap()
}

on_both_engines! {
    async fn a_lead_drafts_a_representative_signs_and_everybody_reads_what_changed(world) {
        world.forget_the_sample().await;
        let lead = world.office_of(Role::DistrictLead, None).await;
        let representative = world.office_of(Role::StaffRepresentative, None).await;
        let posted = world.submits(&lead, "/office/agreement", DRAFT).await;
        assert_eq!(&posted.headers["location"], "/office/agreement");
        let waiting = world.opens(&lead, "/office/agreement").await.body;
        assert!(waiting.contains("A draft waits for a signature") && waiting.contains("about 15 minutes"), "{waiting}");
        assert!(!world.agreement_page("en").await.contains("about 15 minutes"), "a draft is not in force");
        assert!(world.opens(&representative, "/office").await.body.contains("waits for your signature"));

        let page = world.opens(&representative, "/office/signing").await.body;
        assert!(page.contains("Until now:") && page.contains("A visit lasts about 10 minutes.") && page.contains("Nothing is shown about fewer than 12 rooms."), "{page}");
        let sent = world.submits(&representative, "/office/signing/back", &format!("shown={}&why=Five+days%2C+please", shown_on(&page))).await;
        assert_eq!(&sent.headers["location"], "/office/signing");
        let back = world.opens(&lead, "/office/agreement").await.body;
        assert!(back.contains("The draft was sent back") && back.contains("Five days, please"), "{back}");

        let stale = world.submits(&lead, "/office/agreement", &DRAFT.replace("notice_days=3", "notice_days=5")).await;
        assert_eq!(stale.status, 303);
        let missed = world.submits(&representative, "/office/signing", &format!("shown={}", shown_on(&page))).await;
        assert!(missed.body.contains("Nothing was signed"), "{}", missed.body);
        let page = world.opens(&representative, "/office/signing").await.body;
        world.days_pass(1);
        let signed = world.submits(&representative, "/office/signing", &format!("shown={}", shown_on(&page))).await;
        assert_eq!(signed.status, 303);

        let public = world.agreement_page("en").await;
        for words in ["Drafted by the district lead on November 2, 2026, signed by a staff representative on November 3, 2026", "at least 5 days before it begins", "a promise between people", "Never for evaluation", "Report misuse"] {
            assert!(public.contains(words), "{words}: {public}");
        }
        let spanish = world.agreement_page("es").await;
        assert!(spanish.contains("<html lang=\"es\">") && spanish.contains("al menos 5 días antes de empezar") && spanish.contains("una promesa entre personas"), "{spanish}");
        assert!(!public.contains("Ana") && !public.contains("<script"), "{public}");
    }

    async fn a_form_that_is_not_finished_is_said_and_keeps_what_was_typed(world) {
        world.forget_the_sample().await;
        let lead = world.office_of(Role::DistrictLead, None).await;
        for (wrong, words) in [
            (DRAFT.replace("k=12", "k=9"), "takes 10 to 200"),
            (DRAFT.replace("summary_days=30", "summary_days=31"), "takes 1 to 30"),
            (DRAFT.replace("evaluators=no&", ""), "is a choice to make"),
            (DRAFT.replace("district_lead=yes&visitor=yes&", ""), "Choose who may visit"),
        ] {
            let page = world.submits(&lead, "/office/agreement", &wrong).await.body;
            assert!(page.contains(words) && page.contains("Nothing was drafted yet") && page.contains("value=\"15\""), "{words}: {page}");
        }
        assert_eq!(world.server().store.agreement_draft().await.unwrap(), None);
    }

    async fn a_draft_that_would_leave_a_school_without_anybody_says_so_and_can_be_signed(world) {
        world.forget_the_sample().await;
        let (alder, lead) = (world.school(0).await, Role::DistrictLead);
        let cookie = world.office_of(lead, None).await;
        world.office_of(Role::Principal, Some(&alder)).await;
        // Principals alone, and not where they evaluate: nobody is left for any school.
        let draft = DRAFT.replace("district_lead=yes&visitor=yes", "principal=yes");
        world.submits(&cookie, "/office/agreement", &draft).await;
        let page = world.opens(&cookie, "/office/agreement").await.body;
        assert!(page.contains("Nobody could visit some schools") && page.contains("Alder, Birch"), "{page}");
        world.submits(&cookie, "/office/agreement", &draft.replace("evaluators=no", "evaluators=yes")).await;
        let page = world.opens(&cookie, "/office/agreement").await.body;
        assert!(page.contains("let nobody visit: Birch."), "{page}");
    }

    async fn each_page_and_form_is_for_its_role_and_for_this_servers_own_pages(world) {
        let walk = Walk::at("Birch", 1);
        world.receives(&[walk.planned()]).await;
        world.forget_the_sample().await;
        let alder = world.school(0).await;
        let id = "0123456789abcdef".repeat(2);
        world.agrees(&Agreement::default().with(Term::VisitMinutes(9))).await;
        let everything = "what=everything&act=pause".to_owned();
        let lead = ["/office/agreement", "/office/agreement/withdraw"].map(|form| (form.to_owned(), DRAFT.to_owned()));
        let representative = [("/office/signing".to_owned(), "shown=1".to_owned()), ("/office/signing/back".to_owned(), "shown=1&why=no".to_owned()), ("/office/pauses".to_owned(), everything.clone()), (format!("/office/reports/{id}/delete"), String::new())];
        for (role, school) in [(Role::Administrator, None), (Role::DistrictLead, None), (Role::Principal, Some(&alder)), (Role::StaffRepresentative, None)] {
            let cookie = world.office_of(role, school).await;
            for (allowed, forms) in [(Role::DistrictLead, &lead[..]), (Role::StaffRepresentative, &representative[..])] {
                for (form, fields) in forms {
                    let status = world.submits(&cookie, form, fields).await.status;
                    assert_eq!(status == 403, role != allowed, "{role:?} {form}: {status}");
                    let headers = [("cookie", cookie.as_str()), ("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
                    assert_eq!(world.asks_with(Method::POST, form, &headers, Some(fields.clone())).await.status, 403);
                }
            }
        }
        // Whoever represents the staff of one school signs for nobody else, and pauses nothing that is about other schools.
        world.server().store.withdraw_draft().await.unwrap();
        world.server().store.resume(&domain::agreement::Paused::Program).await.unwrap();
        let own = world.office_of(Role::StaffRepresentative, Some(&alder)).await;
        for (form, fields) in [("/office/signing", "shown=1".to_owned()), ("/office/pauses", everything), ("/office/pauses", format!("what={}&act=pause", walk.round()))] {
            assert_eq!(world.submits(&own, form, &fields).await.status, 403, "{form} {fields}");
        }
    }

    async fn a_representative_pauses_and_resumes_and_the_public_page_says_so(world) {
        world.receives(&[Walk::number(1).planned()]).await;
        world.forget_the_sample().await;
        let cookie = world.office_of(Role::StaffRepresentative, None).await;
        let round = Walk::number(1).round().clone();
        for (what, says) in [(round.as_str(), "The round at Alder that opens on November 2, 2026: paused since November 2, 2026."), ("everything", "Every round: paused since November 2, 2026.")] {
            world.submits(&cookie, "/office/pauses", &format!("what={what}&act=pause")).await;
            let public = world.agreement_page("en").await;
            assert!(public.contains(says), "{public}");
            assert!(world.opens(&cookie, "/office/pauses").await.body.contains("paused since November 2, 2026"));
            world.submits(&cookie, "/office/pauses", &format!("what={what}&act=resume")).await;
            assert!(!world.agreement_page("en").await.contains("paused since"));
        }
        assert_eq!(world.submits(&cookie, "/office/pauses", "what=nothing&act=pause").await.status, 404);
    }

    async fn a_representative_reads_reports_and_deletes_them(world) {
        let text = Report::parse("A principal wrote names down.").unwrap();
        world.server().store.report_misuse(&text, Sender::Unknown, world.server().now()).await.unwrap();
        world.forget_the_sample().await;
        let cookie = world.office_of(Role::StaffRepresentative, None).await;
        let page = world.opens(&cookie, "/office/reports").await.body;
        assert!(page.contains("A principal wrote names down."), "{page}");
        // It is asked first whether it may go for good.
        let asks = page.find("Nobody will be able to read it again.").unwrap();
        assert!(page.find("<summary>").unwrap() < asks && asks < page.find("Delete for good").unwrap(), "{page}");
        // What the test itself did is swept away, so that what follows is the deletion's own doing.
        world.the_hour_strikes().await;
        let id = world.server().store.misuse_reports().await.unwrap().swap_remove(0).id;
        world.submits(&cookie, &format!("/office/reports/{id}/delete"), "").await;
        assert!(world.opens(&cookie, "/office/reports").await.body.contains("No report waits."));
        let dump = world.dump().await;
        assert!(!dump.contains("wrote names down") && dump.contains("traces=1"), "the files are to be written anew: {dump}");
        let deletions = world.server().store.deletions(9).await.unwrap();
        assert_eq!(deletions.iter().map(|one| (one.day, one.kind)).collect::<Vec<_>>(), [(world.today(), Expiring::Misuse)]);
        // What is gone already is deleted by nobody.
        world.days_pass(1);
        world.submits(&cookie, &format!("/office/reports/{id}/delete"), "").await;
        assert_eq!(world.server().store.deletions(9).await.unwrap(), deletions);
    }

    async fn the_start_of_the_office_says_how_many_reports_wait_to_whoever_reads_them(world) {
        world.forget_the_sample().await;
        let representative = world.office_of(Role::StaffRepresentative, None).await;
        let lead = world.office_of(Role::DistrictLead, None).await;
        let text = Report::parse("A principal wrote names down.").unwrap();
        for sentence in [None, Some("One report of misuse waits."), Some("2 reports of misuse wait.")] {
            if sentence.is_some() {
                world.server().store.report_misuse(&text, Sender::Unknown, world.server().now()).await.unwrap();
            }
            let home = world.opens(&representative, "/office").await.body;
            assert_eq!(home.contains("of misuse wait"), sentence.is_some(), "{home}");
            assert!(sentence.is_none_or(|sentence| home.contains(sentence)), "{home}");
            assert!(!world.opens(&lead, "/office").await.body.contains("of misuse wait"));
        }
    }

    async fn while_a_legal_hold_stands_no_report_is_deleted_and_the_page_says_so(world) {
        let text = Report::parse("A principal wrote names down.").unwrap();
        world.server().store.report_misuse(&text, Sender::Unknown, world.server().now()).await.unwrap();
        world.forget_the_sample().await;
        let cookie = world.office_of(Role::StaffRepresentative, None).await;
        world.holds("A claim was filed.").await;
        let id = world.server().store.misuse_reports().await.unwrap().swap_remove(0).id;
        let page = world.opens(&cookie, "/office/reports").await.body;
        assert!(page.contains("no report is deleted until it is lifted") && !page.contains("Delete for good"), "{page}");
        // Somebody had the page open since before.
        let told = world.submits(&cookie, &format!("/office/reports/{id}/delete"), "").await;
        assert!(told.body.contains("no report is deleted until it is lifted"), "{}", told.body);
        assert_eq!(world.server().store.misuse_reports().await.unwrap().len(), 1);
        assert_eq!(world.server().store.deletions(9).await.unwrap(), []);
        world.lifts(1).await;
        assert_eq!(world.submits(&cookie, &format!("/office/reports/{id}/delete"), "").await.status, 303);
        assert_eq!(world.server().store.misuse_reports().await.unwrap(), []);
    }
}
