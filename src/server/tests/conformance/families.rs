//! The page for a school's families: drafted from two rounds, approved by a person who reads both languages, public as it
//! was approved, and taken down.

use axum::http::Method;
use domain::ids::SchoolId;
use domain::permission::{Mandate, Role};
use domain::text::Name;
use protocol::path;
use protocol::people::{SignIn, SignedIn};
use protocol::round::{Close, Closed};
use protocol::schools::Releases;

use crate::on_both_engines;
use crate::world::{Answered, Walk, World};

/// The sample's office, looked at as a district lead does.
const LEAD: &str = "noticeboard-office-as=district_lead";
const WRITTEN: &str = "action_en=We+will+plan+time+to+talk.&action_es=Vamos+a+planear+tiempo+para+conversar.\
                       &question_en=Who+asks%3F&question_es=%C2%BFQui%C3%A9n+pregunta%3F&read_by=Luz+Ibarra";

fn alder() -> SchoolId {
    SchoolId::from_roster("Alder")
}

/// The address of a page, or of its form.
fn of_alder(folder: &str) -> String {
    format!("{folder}/{}", alder())
}

impl World {
    /// Rounds at Alder, four weeks apart; the first day on which a third can close.
    async fn published(&self, rounds: std::ops::RangeInclusive<u8>) {
        for number in rounds {
            let walk = Walk::number(number);
            self.receives(&walk.everything()).await;
            let close = Close { without_unsent: false };
            let _: Closed = self.posts(&walk.path(path::CLOSE), &close).await;
            self.days_pass(28);
        }
    }

    async fn looks(&self, cookie: &str, page: &str) -> Answered {
        self.asks_with(Method::GET, page, &[("cookie", cookie), ("host", "school.example.org")], None).await
    }

    async fn hands_in(&self, cookie: &str, form: &str, fields: &str) -> Answered {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        let headers = [("cookie", cookie), kind, ("sec-fetch-site", "same-origin")];
        self.asks_with(Method::POST, form, &headers, Some(fields.to_owned())).await
    }

    /// The page as anybody reads it.
    async fn family_reads(&self) -> Answered {
        self.looks("", &of_alder("/family")).await
    }

    /// Approves what is drafted now, with the sentences of [`WRITTEN`].
    async fn approves(&self, cookie: &str) -> Answered {
        let form = self.looks(cookie, &of_alder("/office/families")).await;
        assert_eq!(form.status, 200, "{}", form.body);
        self.hands_in(cookie, &of_alder("/office/families"), &format!("draft={}&{WRITTEN}", draft_on(&form))).await
    }

    /// The cookie of somebody who was invited and signed in.
    async fn signed_in(&self, role: Role, school: Option<&str>) -> String {
        let mandate = Mandate { role, school: school.map(SchoolId::from_roster) };
        let name = Name::parse("Ana").unwrap();
        let invited = self.server().store.invite(&name, &mandate, self.server().now()).await.unwrap();
        let sign_in = SignIn { code: invited.code.code(), device: Name::parse("Laptop").unwrap() };
        let body = Some(serde_json::to_string(&sign_in).unwrap());
        let answered = self.asks(Method::POST, path::SIGN_IN, None, body).await;
        let set = answered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let signed_in: SignedIn = answered.says();
        format!("noticeboard-office={}; {set}", signed_in.session)
    }
}

fn draft_on(form: &Answered) -> String {
    form.body.split("name=\"draft\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

on_both_engines! {
    async fn a_page_is_public_only_once_somebody_approved_it_and_then_says_exactly_that(world) {
        world.published(1..=2).await;
        assert_eq!(world.family_reads().await.status, 404);
        assert!(!world.looks("", "/family").await.body.contains("Alder"));

        let approved = world.approves(LEAD).await;
        assert_eq!((approved.status, &approved.headers["location"]), (303, &"/office/families".parse().unwrap()), "{}", approved.body);
        let page = world.family_reads().await;
        assert_eq!(page.status, 200);
        for words in [
            "We saw this in some classrooms", "Esto lo vimos en algunos salones", "Children ask their own questions",
            "Los niños hacen sus propias preguntas", "We will plan time to talk.", "Vamos a planear tiempo para conversar.",
            "What question did you ask at school today?", "¿Quién pregunta?", "https://school.example.org/family/",
            "<article class=\"card stack\" id=\"en\" lang=\"en\">", "<article class=\"card stack\" id=\"es\" lang=\"es\">",
        ] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        assert!(!page.body.contains("Luz Ibarra") && !page.body.contains("Principal"), "the page names nobody");
        assert!(world.looks("", "/family").await.body.contains("Alder"));
        let read: Releases = world.gets(&path::of_school(path::RELEASES, &alder())).await;
        assert!(read.has_family_page);
    }

    async fn a_page_needs_no_script_and_no_cookie_and_weighs_little(world) {
        world.published(1..=2).await;
        world.approves(LEAD).await;
        let page = world.family_reads().await;
        let style = world.looks("", "/family/page.css").await;
        let served = page.body.len() + style.body.len();
        println!("the page for families: {} bytes and {} of style before compression", page.body.len(), style.body.len());
        assert!(served < 30_000, "{served} bytes");
        assert!(!page.body.contains("<script") && !page.body.contains("style=") && !page.body.contains("<form"));
        assert!(!page.headers.contains_key("set-cookie"));
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script-src"), "{policy}");
        // Nothing of a number of rooms: not k, not how many were visited, no tenths.
        let text: String = page.body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        for number in ["10", "22", "tenth", "%", "of 10"] {
            assert!(!text.replace(&of_alder("/family"), "").contains(number), "{number}: {text}");
        }
    }

    async fn one_round_alone_has_no_page_and_no_draft(world) {
        world.published(1..=1).await;
        let form = world.looks(LEAD, &of_alder("/office/families")).await;
        assert_eq!(form.status, 404, "{}", form.body);
        let forced = world.hands_in(LEAD, &of_alder("/office/families"), &format!("draft=x&{WRITTEN}")).await;
        assert_eq!(forced.status, 404);
        assert_eq!(world.family_reads().await.status, 404);
    }

    async fn a_newer_round_makes_a_draft_and_leaves_the_public_page_as_it_is(world) {
        world.published(1..=2).await;
        world.approves(LEAD).await;
        let form = world.looks(LEAD, &of_alder("/office/families")).await;
        assert!(form.body.contains("We will plan time to talk."), "what was written is there to be mended: {}", form.body);
        let before = world.family_reads().await.body;
        let mut walk = Walk::number(3);
        walk.plan.look_fors.truncate(1);
        world.receives(&[walk.planned(), walk.debriefed()]).await;
        world.receives(&walk.visits(0..22)).await;
        let _: Closed = world.posts(&walk.path(path::CLOSE), &Close { without_unsent: false }).await;
        assert_eq!(world.family_reads().await.body, before);

        let late = world.hands_in(LEAD, &of_alder("/office/families"), &format!("draft={}&{WRITTEN}", draft_on(&form))).await;
        assert!(late.status == 200 && late.body.contains("something newer was published"), "{}", late.body);
        assert_eq!(world.family_reads().await.body, before);
        assert!(world.looks(LEAD, "/office/families").await.body.contains("A newer text is drafted and waits."));
        assert_eq!(world.approves(LEAD).await.status, 303);
        assert_ne!(world.family_reads().await.body, before);
    }

    async fn a_page_is_taken_down_and_nothing_of_it_is_kept(world) {
        world.published(1..=2).await;
        world.approves(LEAD).await;
        let down = world.hands_in(LEAD, &of_alder("/office/families").replace(alder().as_str(), &format!("{}/down", alder())), "").await;
        assert_eq!(down.status, 303);
        assert_eq!(world.family_reads().await.status, 404);
        assert!(!world.dump().await.contains("planear tiempo"));
    }

    async fn a_text_that_is_missing_or_too_long_is_said_and_nothing_is_public(world) {
        world.published(1..=2).await;
        let draft = draft_on(&world.looks(LEAD, &of_alder("/office/families")).await);
        for fields in [WRITTEN.replace("Luz+Ibarra", ""), WRITTEN.replace("Who+asks", &"w".repeat(300))] {
            let said = world.hands_in(LEAD, &of_alder("/office/families"), &format!("draft={draft}&{fields}")).await;
            assert!(said.body.contains("Nothing was made public"), "{}", said.body);
            assert!(said.body.contains("We will plan time to talk."), "what was written is still there");
        }
        assert_eq!(world.family_reads().await.status, 404);
    }

    async fn what_looks_as_if_it_named_somebody_is_asked_about_and_can_be_meant(world) {
        world.published(1..=2).await;
        let form = of_alder("/office/families");
        let draft = draft_on(&world.looks(LEAD, &form).await);
        let named = WRITTEN.replace("We+will+plan", "Ms.+Ortega+will+plan");
        let said = world.hands_in(LEAD, &form, &format!("draft={draft}&{named}")).await;
        assert!(said.body.contains("looks as if it told who") && said.body.contains("Ortega"), "{}", said.body);
        assert_eq!(world.family_reads().await.status, 404);
        let said = world.hands_in(LEAD, &form, &format!("draft={draft}&{named}&anyway=yes")).await;
        assert_eq!(said.status, 303, "{}", said.body);
        assert_eq!(world.family_reads().await.status, 200);
    }

    async fn what_is_hard_to_read_is_asked_about_and_can_be_meant(world) {
        world.published(1..=2).await;
        let form = of_alder("/office/families");
        let draft = draft_on(&world.looks(LEAD, &form).await);
        let hard = WRITTEN.replace("We+will+plan+time+to+talk.", "Collaborative+instructional+methodologies+will+be+prioritized.");
        let said = world.hands_in(LEAD, &form, &format!("draft={draft}&{hard}")).await;
        assert!(said.body.contains("harder to read than the rest of the page: Collaborative"), "{}", said.body);
        assert_eq!(world.family_reads().await.status, 404);
        let said = world.hands_in(LEAD, &form, &format!("draft={draft}&{hard}&hard=yes")).await;
        assert_eq!(said.status, 303, "{}", said.body);
        assert_eq!(world.family_reads().await.status, 200);
    }

    async fn a_principal_approves_the_page_of_the_own_school_and_nobody_else_any(world) {
        world.published(1..=2).await;
        world.forget_the_sample().await;
        let own = world.signed_in(Role::Principal, Some("Alder")).await;
        let other = world.signed_in(Role::Principal, Some("Birch")).await;
        let representative = world.signed_in(Role::StaffRepresentative, None).await;
        let draft = draft_on(&world.looks(&own, &of_alder("/office/families")).await);
        for (cookie, status) in [(&other, 404), (&representative, 403), (&String::new(), 303)] {
            assert_eq!(world.looks(cookie, &of_alder("/office/families")).await.status, status);
            let tried = world.hands_in(cookie, &of_alder("/office/families"), &format!("draft={draft}&{WRITTEN}")).await;
            assert_eq!(tried.status, status, "{}", tried.body);
            assert_eq!(world.family_reads().await.status, 404);
        }
        assert!(!world.looks(&other, "/office/families").await.body.contains("Alder"));
        assert_eq!(world.approves(&own).await.status, 303);
        assert_eq!(world.family_reads().await.status, 200);
    }

    async fn a_page_comes_first_in_the_language_that_the_browser_prefers(world) {
        world.published(1..=2).await;
        world.approves(LEAD).await;
        let ask = async |language: &str| {
            world.asks_with(Method::GET, &of_alder("/family"), &[("accept-language", language)], None).await.body
        };
        for (language, first, other) in [("es-MX,es;q=0.9", "es", "en"), ("en-US", "en", "es")] {
            let page = ask(language).await;
            assert!(page.contains(&format!("<html lang=\"{first}\">")), "{page}");
            let place = |language: &str| page.find(&format!("id=\"{language}\"")).unwrap();
            assert!(place(first) < place(other));
        }
        let none = world.asks_with(Method::GET, "/family/nobody", &[("accept-language", "es")], None).await;
        assert!(none.status == 404 && none.body.contains("no tiene ahora una página"), "{}", none.body);
    }
}
