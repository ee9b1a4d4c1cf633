//! Who looked at what was published, as it is kept and as the staff representative reads it.

use axum::http::Method;
use domain::access_log::{DAYS_LOOKS_STAY, Seen};
use domain::permission::{Mandate, Role};
use protocol::path;
use protocol::people::Door;
use protocol::problem::ProblemKind;
use serde_json::json;
use server::store::{About, Look};

use crate::on_both_engines;
use crate::people::SignedInDevice;
use crate::world::{Walk, World};

impl World {
    async fn all_looks(&self) -> Vec<Look> {
        self.server().store.looks(&About::Everything, self.today().plus(1), 1000).await.unwrap()
    }

    async fn device_reads(&self, device: &SignedInDevice, school: usize) -> u16 {
        let path = path::of_school(path::RELEASES, &self.school(school).await.id);
        self.device_asks(device, Method::GET, &path, None).await.status
    }

    /// The cookie of somebody in the office who is no administrator.
    pub async fn in_the_office(&self, who: &str, mandate: &Mandate) -> String {
        let code = self.invites(who, mandate).await.code.code();
        let answered = self.submits("", "/office/sign-in", &format!("code={code}&here=yes")).await;
        assert_eq!(answered.status, 303, "{}", answered.body);
        answered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
    }
}

on_both_engines! {
    async fn whoever_looks_has_one_row_a_day_however_often_they_do(world) {
        world.forget_the_sample().await;
        let (alder, day) = (world.school(0).await, world.today());
        let principal = world.comes_in_as(Role::Principal, Some(&alder)).await;
        for _ in 0..3 {
            assert_eq!(world.device_reads(&principal, 0).await, 200);
        }
        let look = |day, name: Option<&str>, role, school, seen| Look { day, name: name.map(str::to_owned), role, school, seen };
        let first = look(day, Some("Ana Ruiz"), Role::Principal, Some(alder.id.clone()), Seen::Picture);
        assert_eq!(world.all_looks().await, std::slice::from_ref(&first));

        // Another server on the same database, and the same after a start, remember nothing and write nothing twice.
        world.restart().await;
        assert_eq!(world.device_reads(&principal, 0).await, 200);
        world.second_server().await.store.looked(&server::store::people::Caller {
            mandate: principal.said.mandate.clone(), session: Some(principal.session.clone()),
        }, Seen::Picture, Some(&alder.id), day).await.unwrap();
        assert_eq!(world.all_looks().await, std::slice::from_ref(&first));

        world.days_pass(1);
        assert_eq!(world.device_reads(&principal, 0).await, 200);
        assert_eq!(world.all_looks().await, [Look { day: day.plus(1), ..first.clone() }, first]);
    }

    async fn a_schools_staff_are_nobody_in_particular_and_a_term_is_about_the_whole_district(world) {
        let alder = world.school(0).await;
        let code = world.server().store.change_staff_code(&alder.id, world.today()).await.unwrap();
        for _ in 0..2 {
            let device = world.signs_in(&code).await;
            assert_eq!(world.device_reads(&device, 0).await, 200);
        }
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        assert_eq!(world.device_asks(&lead, Method::GET, path::DISTRICT_TERM, None).await.status, 200);
        assert_eq!(world.asks(Method::GET, path::DISTRICT_TERM, Some(Door::Reader.word()), None).await.status, 200);
        let said: Vec<_> = world.all_looks().await.into_iter().map(|look| (look.name, look.role, look.school, look.seen)).collect();
        assert_eq!(said, [
            (Some("Ana Ruiz".to_owned()), Role::DistrictLead, None, Seen::Term),
            (None, Role::Staff, Some(alder.id), Seen::Picture),
            (None, Role::StaffRepresentative, None, Seen::Term),
        ]);
    }

    async fn what_is_refused_and_what_would_say_who_visited_where_has_no_row(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let (alder, birch) = (world.school(0).await, world.school(1).await);
        let principal = world.comes_in_as(Role::Principal, Some(&birch)).await;
        assert_eq!(world.device_reads(&principal, 0).await, 403);
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        let unknown = path::RELEASES.replace("{school}", &"0".repeat(32));
        world.device_asks(&lead, Method::GET, &unknown, None).await.is(ProblemKind::NotFound);
        world.device_pulls(&lead).await;
        for pattern in [path::TOKENS, path::PREVIEW] {
            assert_eq!(world.device_asks(&lead, Method::GET, &walk.path(pattern), None).await.status, 200);
        }
        world.device_asks(&lead, Method::POST, &walk.path(path::CLOSE), Some(json!({ "without_unsent": true }))).await;
        world.device_pulls(&lead).await;
        let note = path::NOTE.replace("{note}", &"0".repeat(32));
        world.device_asks(&lead, Method::GET, &note, None).await;
        world.device_asks(&lead, Method::GET, path::SCHOOLS, None).await;
        assert_eq!(world.all_looks().await, []);
        assert_eq!(world.device_asks(&lead, Method::GET, &path::of_school(path::RELEASES, &alder.id), None).await.status, 200);
        assert_eq!(world.all_looks().await.len(), 1);
    }

    async fn what_was_looked_at_of_the_whole_district_is_among_what_was_looked_at_of_a_school(world) {
        let (alder, birch) = (world.school(0).await, world.school(1).await);
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        assert_eq!(world.device_asks(&lead, Method::GET, path::DISTRICT_TERM, None).await.status, 200);
        world.days_pass(1);
        world.device_reads(&lead, 1).await;
        let looks = async |about| world.server().store.looks(&about, world.today().plus(1), 1000).await.unwrap();
        assert_eq!(looks(About::Everything).await.len(), 2);
        assert_eq!(looks(About::School(birch.id.clone())).await.len(), 2);
        let of_alder = looks(About::School(alder.id.clone())).await;
        assert_eq!(of_alder.iter().map(|look| (look.seen, look.school.clone())).collect::<Vec<_>>(), [(Seen::Term, None)]);
        // A day with more rows than are asked for comes whole here too.
        assert_eq!(world.server().store.looks(&About::School(birch.id), world.today().plus(1), 1).await.unwrap().len(), 1);
        let representative = world.in_the_office("Rosa Vela", &Mandate { role: Role::StaffRepresentative, school: Some(alder.id) }).await;
        let page = world.opens(&representative, "/office/access-log").await.body;
        assert!(page.contains("the pictures of a term, the whole district"), "{page}");
    }

    async fn whoever_reads_what_was_published_to_write_the_page_for_families_has_a_row(world) {
        let alder = world.school(0).await;
        let form = format!("/office/families/{}", alder.id);
        let cookie = "noticeboard-office-as=district_lead";
        world.opens(cookie, &form).await;
        assert_eq!(world.all_looks().await, [], "two rounds have not closed, so nothing was shown");
        for number in 1..=2 {
            let walk = Walk::number(number);
            world.receives(&walk.everything()).await;
            assert_eq!(world.lead(Method::POST, &walk.path(path::CLOSE), Some(json!({ "without_unsent": true }))).await.status, 200);
            world.days_pass(28);
        }
        world.opens(cookie, "/office/families").await;
        assert_eq!(world.all_looks().await, []);
        assert_eq!(world.opens(cookie, &form).await.status, 200);
        let look = Look { day: world.today(), name: None, role: Role::DistrictLead, school: Some(alder.id), seen: Seen::Picture };
        assert_eq!(world.all_looks().await, [look]);
    }

    async fn whoever_takes_a_file_along_has_a_row_whichever_way_of_reading_it_is_of(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        assert_eq!(world.lead(Method::POST, &walk.path(path::CLOSE), Some(json!({ "without_unsent": true }))).await.status, 200);
        let alder = world.school(0).await;
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        for (pattern, seen) in [
            (path::EXPORT, Seen::Export),
            (path::EXPORT_OPPORTUNITY, Seen::ExportOpportunity),
            (path::EXPORT_TALK, Seen::ExportTalk),
        ] {
            let refused = world.device_asks(&lead, Method::GET, &path::of_school(pattern, &alder.id), None).await;
            refused.is(ProblemKind::Malformed);
            assert_eq!(world.all_looks().await.iter().filter(|look| look.day == world.today()).count(), 0, "{pattern}");
            for form in ["csv", "xlsx"] {
                let file = format!("{}?form={form}&language=en", path::of_school(pattern, &alder.id));
                assert_eq!(world.device_asks(&lead, Method::GET, &file, None).await.status, 200);
            }
            let look = &world.all_looks().await[0];
            assert_eq!((look.day, &look.school, look.seen), (world.today(), &Some(alder.id.clone()), seen), "{pattern}");
            world.days_pass(1);
        }
        assert_eq!(world.all_looks().await.len(), 3);
        let file = format!("{}?form=csv&language=en", path::DISTRICT_TERM_EXPORT);
        assert_eq!(world.device_asks(&lead, Method::GET, &file, None).await.status, 200);
        let look = &world.all_looks().await[0];
        assert_eq!((look.day, &look.school, look.seen), (world.today(), &None, Seen::ExportTerm));
    }

    async fn a_row_is_kept_for_four_hundred_days(world) {
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        world.device_reads(&lead, 0).await;
        world.days_pass(DAYS_LOOKS_STAY);
        world.the_hour_strikes().await;
        assert_eq!(world.all_looks().await.len(), 1);
        world.days_pass(1);
        world.the_hour_strikes().await;
        assert_eq!(world.all_looks().await, []);
    }

    async fn the_representative_reads_the_log_by_day_and_by_school_and_nobody_else_is_shown_it(world) {
        let administrator = world.administrator().await;
        let everywhere = Mandate::everywhere;
        let [lead, representative] = [
            world.in_the_office("Luz Paz", &everywhere(Role::DistrictLead)).await,
            world.in_the_office("Rosa Vela", &everywhere(Role::StaffRepresentative)).await,
        ];
        let alder = world.school(0).await;
        let principal = world.comes_in_as(Role::Principal, Some(&alder)).await;
        let leading = world.comes_in_as(Role::DistrictLead, None).await;
        world.device_reads(&principal, 0).await;
        world.days_pass(2);
        world.device_reads(&leading, 1).await;
        for (cookie, status) in [("", 303), (lead.as_str(), 403), (&administrator, 303)] {
            // An administrator's session has ended by now.
            assert_eq!(world.opens(cookie, "/office/access-log").await.status, status);
        }
        let page = world.opens(&representative, "/office/access-log").await.body;
        let places = ["November 4, 2026", "Ana Ruiz, district lead", "Birch", "November 2, 2026", "Ana Ruiz, principal", "Alder"];
        // After the list of schools to choose from.
        let list = &page[page.find("</form>").map_or(0, |end| page[end..].find("<h3>").unwrap() + end)..];
        let found: Vec<_> = places.iter().map(|text| list.find(text).unwrap_or_else(|| panic!("{text}: {list}"))).collect();
        assert!(found.is_sorted(), "{list}");

        let of_alder = world.opens(&representative, &format!("/office/access-log?school={}", alder.id)).await.body;
        assert!(of_alder.contains("Ana Ruiz, principal") && !of_alder.contains("Ana Ruiz, district lead"), "{of_alder}");
        let before = world.opens(&representative, "/office/access-log?before=2026-11-04").await.body;
        assert!(before.contains("Ana Ruiz, principal") && !before.contains("Ana Ruiz, district lead"), "{before}");
    }
}
