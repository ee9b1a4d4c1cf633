//! How people come in, how far each of them reaches, and how they are kept out again.

use axum::http::Method;
use domain::agreement::Agreement;
use domain::change::Change;
use domain::ids::{PersonId, SessionId};
use domain::permission::{Mandate, Role};
use domain::roster::{Roster, School};
use domain::text::Name;
use protocol::path;
use protocol::people::{SignIn, SignedIn};
use protocol::problem::ProblemKind;
use protocol::pull::{NewsKind, Pulled};
use protocol::push::{Item, Outcome, Push, Pushed, RefusalCode};
use protocol::round::{BeforeClose, Close};
use protocol::schools::Schools;
use serde_json::json;
use server::store::people::{Invited, Sender};

use crate::on_both_engines;
use crate::world::{Answered, Walk, World, assert_refused, first_day, roster};

/// Somebody on a device.
pub struct SignedInDevice {
    pub session: SessionId,
    pub cookie: String,
    pub said: SignedIn,
}

fn at(address: &str) -> Sender {
    Sender::At(address.parse().unwrap())
}

/// A code that nobody was given.
fn guess(number: u16) -> String {
    let [high, low] = number.to_be_bytes();
    domain::sign_in::SignInCode::from_random([9, 9, 9, high, low]).code()
}

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

impl World {
    pub async fn school(&self, place: usize) -> School {
        self.server().store.schools().await.unwrap().schools.swap_remove(place)
    }

    pub async fn invites(&self, who: &str, mandate: &Mandate) -> Invited {
        self.server().store.invite(&name(who), mandate, self.server().now()).await.unwrap()
    }

    async fn gives_code(&self, code: &str) -> Answered {
        self.gives_code_from(Sender::Unknown, code).await
    }

    async fn gives_code_from(&self, sender: Sender, code: &str) -> Answered {
        let body = serde_json::to_string(&SignIn { code: code.to_owned(), device: name("iPad 3") }).unwrap();
        self.asks_from(sender, Method::POST, path::SIGN_IN, &[], Some(body)).await
    }

    pub async fn signs_in(&self, code: &str) -> SignedInDevice {
        let answered = self.gives_code(code).await;
        let said: SignedIn = answered.says();
        let set = answered.headers["set-cookie"].to_str().unwrap();
        for word in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/"] {
            assert!(set.contains(word), "{set}");
        }
        let cookie = set.split(';').next().unwrap().to_owned();
        SignedInDevice { session: said.session.clone(), cookie, said }
    }

    pub async fn comes_in_as(&self, role: Role, school: Option<&School>) -> SignedInDevice {
        let mandate = Mandate { role, school: school.map(|school| school.id.clone()) };
        let invited = self.invites("Ana Ruiz", &mandate).await;
        self.signs_in(&invited.code.code()).await
    }

    pub async fn device_asks(
        &self,
        device: &SignedInDevice,
        method: Method,
        path: &str,
        body: Option<serde_json::Value>,
    ) -> Answered {
        let headers = [(protocol::SESSION, device.session.as_str()), ("cookie", device.cookie.as_str())];
        self.asks_with(method, path, &headers, body.map(|body| body.to_string())).await
    }

    pub async fn device_pulls(&self, device: &SignedInDevice) -> Pulled {
        self.device_asks(device, Method::POST, path::PULL, Some(json!({}))).await.says()
    }

    pub async fn device_pushes(&self, device: &SignedInDevice, items: Vec<Item>) -> Vec<Outcome> {
        let push = serde_json::to_value(Push { district: None, items }).unwrap();
        let pushed: Pushed = self.device_asks(device, Method::POST, path::PUSH, Some(push)).await.says();
        pushed.answers.into_iter().map(|answer| answer.outcome).collect()
    }
}

pub fn not_allowed(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Refused(refusal) if refusal.code == RefusalCode::NotAllowed)
}

on_both_engines! {
    async fn a_code_lets_one_person_in_once(world) {
        world.forget_the_sample().await;
        let school = world.school(0).await;
        let mandate = Mandate { role: Role::Principal, school: Some(school.id.clone()) };
        let invited = world.invites("Ana Ruiz", &mandate).await;
        let device = world.signs_in(&invited.code.code().to_lowercase()).await;
        assert_eq!((device.said.name.as_str(), &device.said.mandate), ("Ana Ruiz", &mandate));
        assert_eq!(device.said.school.as_deref(), Some("Alder"));
        world.device_pulls(&device).await;

        world.gives_code(&invited.code.code()).await.is(ProblemKind::CodeUnknown);
        // The session goes on.
        world.device_pulls(&device).await;
    }

    async fn a_code_is_too_old_after_ten_minutes_and_useless_after_five_wrong_tries(world) {
        let mandate = Mandate::everywhere(Role::DistrictLead);
        let invited = world.invites("Ana Ruiz", &mandate).await;
        world.minutes_pass(11);
        world.gives_code(&invited.code.code()).await.is(ProblemKind::CodeUnknown);

        for (wrong, fits) in [(4, true), (5, false)] {
            world.minutes_pass(5);
            let invited = world.invites("Ben Ode", &mandate).await;
            for number in 1..=wrong {
                let guess = world.like(&invited.code, number);
                world.gives_code(&guess.code()).await.is(ProblemKind::CodeUnknown);
            }
            let answered = world.gives_code(&invited.code.code()).await;
            assert_eq!(answered.status == 200, fits, "{}", answered.body);
        }
    }

    async fn a_mistyped_code_is_told_apart_and_costs_no_try(world) {
        let invited = world.invites("Ana Ruiz", &Mandate::everywhere(Role::DistrictLead)).await;
        let code = invited.code.code();
        let first = if code.starts_with('0') { "1" } else { "0" };
        for _ in 0..9 {
            world.gives_code(&format!("{first}{}", &code[1..])).await.is(ProblemKind::Mistyped);
        }
        world.gives_code("").await.is(ProblemKind::Mistyped);
        world.gives_code("<b>\u{202e}").await.is(ProblemKind::Mistyped);
        assert_eq!(world.gives_code(&code).await.status, 200);
    }

    async fn whoever_guesses_is_stopped_for_a_minute_and_nobody_else_is(world) {
        let (noisy, other) = (at("192.0.2.7"), at("192.0.2.8"));
        for number in 0..30 {
            world.gives_code_from(noisy, &guess(number)).await.is(ProblemKind::CodeUnknown);
        }
        let lead = Mandate::everywhere(Role::DistrictLead);
        let [first, second] = [world.invites("Ana Ruiz", &lead).await, world.invites("Ben Ode", &lead).await];
        world.gives_code_from(noisy, &first.code.code()).await.is(ProblemKind::TooMany);
        // Nor does the office say to the noisy one that it would be a good one.
        let typed = Some(format!("code={}", first.code.code()));
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let office = world.asks_from(noisy, Method::POST, "/office/sign-in", &form, typed).await;
        assert!(office.status == 403 && office.body.contains("Too many wrong codes"), "{}", office.body);
        assert_eq!(world.gives_code_from(other, &second.code.code()).await.status, 200);
        world.minutes_pass(1);
        assert_eq!(world.gives_code_from(noisy, &first.code.code()).await.status, 200);
        assert!(!world.dump().await.contains("192.0.2"));
    }

    async fn guesses_from_everywhere_together_are_stopped_too(world) {
        for number in 0..300 {
            let sender = at(&format!("198.51.100.{}", number % 100));
            world.gives_code_from(sender, &guess(number)).await.is(ProblemKind::CodeUnknown);
        }
        let invited = world.invites("Ana Ruiz", &Mandate::everywhere(Role::DistrictLead)).await;
        for sender in [at("192.0.2.8"), Sender::Unknown] {
            world.gives_code_from(sender, &invited.code.code()).await.is(ProblemKind::TooMany);
        }
        world.minutes_pass(1);
        assert_eq!(world.gives_code(&invited.code.code()).await.status, 200);
    }

    async fn a_session_needs_its_secret_and_its_name_beside_it(world) {
        world.forget_the_sample().await;
        let device = world.comes_in_as(Role::DistrictLead, None).await;
        let (session, cookie) = (device.session.as_str(), device.cookie.as_str());
        let wrong = format!("{}0", &cookie[..cookie.len() - 1]);
        let other = format!("noticeboard-{}={}", "0".repeat(32), cookie.split('=').nth(1).unwrap());
        let zeros = "0".repeat(32);
        for headers in [
            vec![("cookie", cookie)],
            vec![(protocol::SESSION, session)],
            vec![(protocol::SESSION, session), ("cookie", "")],
            vec![(protocol::SESSION, session), ("cookie", wrong.as_str())],
            vec![(protocol::SESSION, zeros.as_str()), ("cookie", other.as_str())],
            vec![(protocol::DOOR, "lead")],
        ] {
            let answered = world.asks_with(Method::POST, path::PULL, &headers, Some("{}".to_owned())).await;
            if cookie.ends_with('0') && headers.iter().any(|(_, value)| *value == wrong) {
                continue;
            }
            answered.is(ProblemKind::NotSignedIn);
            assert_eq!(answered.status, 401);
        }
        world.device_pulls(&device).await;
    }

    async fn a_session_ends_by_signing_out_by_its_last_day_and_by_being_revoked(world) {
        let store = world.server().store.clone();
        let out = world.comes_in_as(Role::Visitor, None).await;
        let answered = world.device_asks(&out, Method::POST, path::SIGN_OUT, None).await;
        assert_eq!(answered.status, 204);
        assert!(answered.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
        world.device_asks(&out, Method::POST, path::PULL, Some(json!({}))).await.is(ProblemKind::NotSignedIn);

        let (revoked, kept) = (world.comes_in_as(Role::Visitor, None).await, world.comes_in_as(Role::Visitor, None).await);
        assert_eq!(store.devices(world.today()).await.unwrap().len(), 2);
        store.end_session(&revoked.session).await.unwrap();
        world.device_asks(&revoked, Method::POST, path::PULL, Some(json!({}))).await.is(ProblemKind::NotSignedIn);

        world.days_pass(120);
        world.device_pulls(&kept).await;
        let devices = store.devices(world.today()).await.unwrap();
        assert_eq!((devices[0].name.as_str(), devices[0].began, devices[0].seen), ("iPad 3", first_day(), world.today()));
        world.days_pass(1);
        world.device_asks(&kept, Method::POST, path::PULL, Some(json!({}))).await.is(ProblemKind::NotSignedIn);
        world.the_hour_strikes().await;
        assert!(!world.dump().await.contains("iPad 3"));
    }

    async fn whoever_is_removed_is_out_at_once_and_the_last_administrator_stays(world) {
        let store = world.server().store.clone();
        let first = world.invites("Ida", &Mandate::everywhere(Role::Administrator)).await;
        let refused = store.remove_person(&first.person.id).await.unwrap_err();
        assert!(refused.to_string().contains("Ida is the only administrator"), "{refused}");
        let second = world.invites("Jo", &Mandate::everywhere(Role::Administrator)).await;
        store.remove_person(&first.person.id).await.unwrap();
        world.gives_code(&first.code.code()).await.is(ProblemKind::CodeUnknown);
        assert_eq!(store.people().await.unwrap(), [second.person]);

        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        store.remove_person(&lead.said.person.clone().unwrap()).await.unwrap();
        world.device_asks(&lead, Method::POST, path::PULL, Some(json!({}))).await.is(ProblemKind::NotSignedIn);
    }

    async fn the_secret_of_a_code_and_of_a_session_are_nowhere_in_the_database(world) {
        let invited = world.invites("Ana Ruiz", &Mandate::everywhere(Role::DistrictLead)).await;
        let device = world.signs_in(&invited.code.code()).await;
        let waiting = world.invites("Ben Ode", &Mandate::everywhere(Role::DistrictLead)).await;
        let dump = world.dump().await;
        let secret = device.cookie.split('=').nth(1).unwrap();
        for hidden in [secret, &waiting.code.code(), &waiting.code.secret()] {
            assert!(!dump.contains(hidden), "{hidden}");
        }
    }

    async fn a_role_without_its_school_and_one_that_nobody_is_invited_to_are_refused(world) {
        let store = world.server().store.clone();
        let unknown = domain::ids::SchoolId::from_bytes([7; 16]);
        for (mandate, words) in [
            (Mandate::everywhere(Role::Principal), "belongs to one school"),
            (Mandate::everywhere(Role::Staff), "nobody is invited as staff"),
            (Mandate::everywhere(Role::Anyone), "nobody is invited as anyone"),
            (Mandate { role: Role::Visitor, school: Some(unknown) }, "not in the roster"),
        ] {
            let refused = store.invite(&name("Ana"), &mandate, world.server().now()).await.err().unwrap();
            assert!(refused.to_string().contains(words), "{refused}");
        }
        assert_eq!(store.people().await.unwrap(), []);
    }

    async fn a_principal_hears_of_the_own_school_and_says_nothing_about_another(world) {
        let (own, other) = (world.school(1).await, world.school(0).await);
        let walk = Walk::number(1);
        assert!(walk.plan.schools.contains(&other.id), "the round is in the other school");
        world.receives(&walk.everything()).await;

        let principal = world.comes_in_as(Role::Principal, Some(&own)).await;
        let pulled = world.device_pulls(&principal).await;
        assert_eq!(pulled.news.iter().map(|news| news.kind).collect::<Vec<_>>(), [NewsKind::Roster, NewsKind::Agreement]);
        assert!(pulled.news[0].body.contains(&own.name) && !pulled.news[0].body.contains(&other.name));
        let schools: Schools = world.device_asks(&principal, Method::GET, path::SCHOOLS, None).await.says();
        assert_eq!(schools.schools, std::slice::from_ref(&own));
        let releases = path::of_school(path::RELEASES, &other.id);
        world.device_asks(&principal, Method::GET, &releases, None).await.is(ProblemKind::NotAllowed);
        // Nor a figure over all schools, which would say something about the others.
        world.device_asks(&principal, Method::GET, path::DISTRICT_TERM, None).await.is(ProblemKind::NotAllowed);
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        assert_eq!(world.device_asks(&lead, Method::GET, path::DISTRICT_TERM, None).await.status, 200);
        for (method, pattern, body) in [
            (Method::GET, path::TOKENS, None),
            (Method::GET, path::PREVIEW, None),
            (Method::POST, path::CLOSE, Some(serde_json::to_value(Close { without_unsent: true }).unwrap())),
        ] {
            world.device_asks(&principal, method, &walk.path(pattern), body).await.is(ProblemKind::NotAllowed);
        }
        let board = domain::round::Debrief { revision: 2, ..crate::world::debrief(walk.round()) };
        let items = [Walk::number(2).planned(), Change::Debrief(board)].iter().map(Item::of).collect();
        let outcomes = world.device_pushes(&principal, items).await;
        assert!(outcomes.iter().all(not_allowed), "{outcomes:?}");

        let here = world.comes_in_as(Role::Principal, Some(&other)).await;
        let pulled = world.device_pulls(&here).await;
        let kinds: Vec<NewsKind> = pulled.news.iter().map(|news| news.kind).collect();
        assert_eq!(kinds, [NewsKind::Roster, NewsKind::Agreement, NewsKind::Plan, NewsKind::Debrief]);
        let _: BeforeClose = world.device_asks(&here, Method::GET, &walk.path(path::PREVIEW), None).await.says();
    }

    async fn a_principal_who_holds_one_school_is_held_to_its_timetable_whatever_becomes_of_others(world) {
        let own = world.school(0).await;
        let principal = world.comes_in_as(Role::Principal, Some(&own)).await;
        let pulled = world.device_pulls(&principal).await;
        let held: Roster = serde_json::from_str(&pulled.news[0].body).unwrap();
        let mut by_hand = Walk::number(1).plan;
        by_hand.timetable = held.hash_of(&by_hand.schools);
        let moved = by_hand.groups[0].rooms.pop_first().unwrap();
        by_hand.groups[1].rooms.insert(moved);

        let mut newer = roster();
        newer.rooms.retain(|room| room.school == own.id || room.name != "Room 3");
        world.server().store.import("Rivermoor", &newer).await.unwrap();
        let outcomes = world.device_pushes(&principal, vec![Item::of(&Change::Plan(by_hand))]).await;
        assert_refused(&outcomes[0], RefusalCode::AgainstTheRules, "not those of the timetable");
    }

    async fn whoever_signs_in_again_hears_that_the_browser_still_proved_a_session_of_theirs_which_ends_then(world) {
        let lead = Mandate::everywhere(Role::DistrictLead);
        let (ana, ben) = (world.invites("Ana Ruiz", &lead).await, world.invites("Ben Ode", &lead).await);
        let first = world.signs_in(&ana.code.code()).await;
        assert!(!first.said.came_before);
        // A browser's jar: every cookie that it was ever given.
        let again = async |person: &PersonId, jar: &str| -> (bool, String) {
            let code = world.server().store.new_code(person, world.server().now()).await.unwrap().code.code();
            let body = serde_json::to_string(&SignIn { code, device: name("iPad 3") }).unwrap();
            let answered = world.asks_with(Method::POST, path::SIGN_IN, &[("cookie", jar)], Some(body)).await;
            let set = answered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
            (answered.says::<SignedIn>().came_before, format!("{jar}; {set}"))
        };
        let jar = format!("other=1; noticeboard-x=2; {}", first.cookie);
        assert!(!again(&ben.person.id, &jar).await.0, "it was not theirs");
        let forged = format!("noticeboard-{}={}", first.session, "0".repeat(64));
        assert!(!again(&ana.person.id, &forged).await.0, "it does not prove it");
        world.device_pulls(&first).await;
        let (came_before, jar) = again(&ana.person.id, &jar).await;
        assert!(came_before);
        world.device_asks(&first, Method::POST, path::PULL, Some(json!({}))).await.is(ProblemKind::NotSignedIn);
        let second = jar.rsplit("; ").next().unwrap();
        let session = second.split(['-', '=']).nth(1).unwrap();
        let headers = [(protocol::SESSION, session), ("cookie", jar.as_str())];
        assert_eq!(world.asks_with(Method::POST, path::SIGN_OUT, &headers, None).await.status, 204);
        assert!(!again(&ana.person.id, &jar).await.0, "they had signed out, and left no session behind");
    }

    async fn the_staffs_code_opens_the_own_schools_pictures_until_it_is_changed(world) {
        let store = world.server().store.clone();
        let (own, other) = (world.school(0).await, world.school(1).await);
        assert!(store.staff_codes().await.unwrap().iter().all(|school| school.code.is_none()));
        let code = store.change_staff_code(&own.id, world.today()).await.unwrap();
        assert_eq!(store.staff_codes().await.unwrap()[0].code, Some((code.clone(), world.today())));
        let device = world.signs_in(&code).await;
        assert_eq!((device.said.name.as_str(), &device.said.person), (own.name.as_str(), &None));
        let of = |school: &School| path::of_school(path::RELEASES, &school.id);
        assert_eq!(world.device_asks(&device, Method::GET, &of(&own), None).await.status, 200);
        world.device_asks(&device, Method::GET, &of(&other), None).await.is(ProblemKind::NotAllowed);
        world.device_asks(&device, Method::GET, path::DISTRICT_TERM, None).await.is(ProblemKind::NotAllowed);
        world.device_asks(&device, Method::POST, path::PULL, Some(json!({}))).await.is(ProblemKind::NotAllowed);

        // A colleague's device too; and nobody's any more once the code is another.
        world.signs_in(&code).await;
        let next = store.change_staff_code(&own.id, world.today()).await.unwrap();
        world.gives_code(&code).await.is(ProblemKind::CodeUnknown);
        world.device_asks(&device, Method::GET, &of(&own), None).await.is(ProblemKind::NotSignedIn);
        world.signs_in(&next).await;
    }

    async fn an_agreement_with_a_larger_k_holds_for_rounds_that_were_planned_before(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        world.agrees(&Agreement::before_signatures().with_k(23)).await;
        let after: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert_ne!(before.preview, after.preview);
        let closed: protocol::round::Closed =
            world.posts(&walk.path(path::CLOSE), &Close { without_unsent: true }).await;
        let release: domain::release::Release = serde_json::from_str(&closed.published.body).unwrap();
        assert_eq!(release.k, 23);
        assert!(release.findings.iter().all(|finding| finding.cells.is_empty()), "22 rooms are fewer than 23");
        let news = world.pull(None).await.news;
        assert!(news.iter().any(|news| news.kind == NewsKind::Agreement && news.body.contains("23")));
    }
}
