//! The office, as an administrator's browser opens it: forms, cookies, redirects.

use axum::http::Method;
use domain::permission::{Mandate, Role};
use domain::text::Name;
use protocol::path;
use protocol::people::SignIn;
use protocol::problem::ProblemKind;
use protocol::round::Close;

use crate::on_both_engines;
use crate::world::{Answered, Walk, World};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

impl World {
    pub async fn opens(&self, cookie: &str, page: &str) -> Answered {
        self.asks_with(Method::GET, page, &[("cookie", cookie), ("host", "notes.example.org")], None).await
    }

    pub async fn submits(&self, cookie: &str, form: &str, fields: &str) -> Answered {
        let headers = [("cookie", cookie), FORM, ("host", "notes.example.org"), ("sec-fetch-site", "same-origin")];
        self.asks_with(Method::POST, form, &headers, Some(fields.to_owned())).await
    }

    /// Sends a file called `rooms.csv` with other fields of the form.
    async fn uploads(&self, cookie: &str, content: &str, fields: &[(&str, &str)]) -> Answered {
        let mut body = String::new();
        for (name, value) in fields {
            body += &format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += &format!(
            "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"rooms.csv\"\r\n\r\n{content}\r\n--edge--\r\n"
        );
        let headers = [
            ("cookie", cookie),
            ("content-type", "multipart/form-data; boundary=edge"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.asks_with(Method::POST, "/office/roster", &headers, Some(body)).await
    }

    /// The cookie of an administrator who signed in.
    pub async fn administrator(&self) -> String {
        self.forget_the_sample().await;
        let invited = self.server().store.administrator_code(self.server().now()).await.unwrap();
        let answered = self.submits("", "/office/sign-in", &format!("code={}", invited.code.code())).await;
        assert_eq!((answered.status, &answered.headers["location"]), (303, &"/office".parse().unwrap()));
        let set = answered.headers["set-cookie"].to_str().unwrap();
        assert!(set.contains("HttpOnly; SameSite=Strict; Secure"), "{set}");
        set.split(';').next().unwrap().to_owned()
    }
}

/// The ten symbols that a page shows in large type.
fn code_on(page: &Answered) -> String {
    let start = page.body.find("big-code").unwrap();
    let text = page.body[start..].split(['>', '<']).nth(1).unwrap();
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

on_both_engines! {
    async fn outside_the_sample_every_page_leads_to_the_sign_in(world) {
        world.forget_the_sample().await;
        let id = "0123456789abcdef".repeat(2);
        for page in ["/office", "/office/people", "/office/codes", "/office/agreement", "/office/signing", "/office/pauses", "/office/reports", &format!("/office/codes/{id}")] {
            let answered = world.opens("", page).await;
            assert_eq!((answered.status, &answered.headers["location"]), (303, &"/office/sign-in".parse().unwrap()), "{page}");
        }
        for form in ["people", "agreement", "agreement/withdraw", "signing", "signing/back", "pauses", &format!("reports/{id}/delete"), &format!("people/{id}/remove"), &format!("people/{id}/code"), &format!("codes/{id}"), &format!("devices/{id}/end")] {
            let answered = world.submits("noticeboard-office=1.2", &format!("/office/{form}"), "name=Eve&role=administrator&school=").await;
            assert_eq!(&answered.headers["location"], "/office/sign-in", "{form}");
        }
        assert_eq!(world.server().store.people().await.unwrap(), []);
    }

    async fn an_administrator_invites_a_principal_who_signs_in_with_the_code_on_the_page(world) {
        let cookie = world.administrator().await;
        let school = world.server().store.schools().await.unwrap().schools.swap_remove(0);
        let fields = format!("name=Ana+%3CRuiz%3E&role=principal&school={}", school.id);
        let page = world.submits(&cookie, "/office/people", &fields).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Ana &lt;Ruiz&gt;") && page.body.contains("https://notes.example.org/sign-in"), "{}", page.body);
        assert_eq!(page.headers["cache-control"], "no-store");
        let code = code_on(&page);

        let sign_in = SignIn { code, device: Name::parse("iPad 3").unwrap() };
        let body = serde_json::to_string(&sign_in).unwrap();
        assert_eq!(world.asks(Method::POST, path::SIGN_IN, None, Some(body.clone())).await.status, 200);
        world.asks(Method::POST, path::SIGN_IN, None, Some(body)).await.is(ProblemKind::CodeUnknown);

        let people = world.opens(&cookie, "/office/people").await.body;
        assert!(people.contains("iPad 3") && people.contains(&school.name), "{people}");
        let session = world.server().store.devices(world.today()).await.unwrap().into_iter().find(|device| device.name == "iPad 3").unwrap().session;
        world.submits(&cookie, &format!("/office/devices/{session}/end"), "").await;
        assert!(!world.opens(&cookie, "/office/people").await.body.contains("iPad 3"));
    }

    async fn a_principal_without_a_school_and_a_name_that_is_none_are_said_and_nobody_is_invited(world) {
        let cookie = world.administrator().await;
        for (fields, words) in [
            ("name=Ana&role=principal&school=", "belongs to one school"),
            ("name=+&role=visitor&school=", "Write a name"),
            ("name=Ana&role=king&school=", "choose what they do"),
        ] {
            let page = world.submits(&cookie, "/office/people", fields).await;
            assert!(page.body.contains(words), "{}", page.body);
        }
        assert_eq!(world.server().store.people().await.unwrap().len(), 1);
    }

    async fn a_lead_comes_into_the_office_with_a_code_or_with_the_session_of_the_app_and_finds_no_page_of_the_administrators(world) {
        world.forget_the_sample().await;
        let store = world.server().store.clone();
        let lead = Mandate::everywhere(Role::DistrictLead);
        let [first, second] = [
            store.invite(&Name::parse("Ana").unwrap(), &lead, world.server().now()).await.unwrap(),
            store.invite(&Name::parse("Luz").unwrap(), &lead, world.server().now()).await.unwrap(),
        ].map(|invited| invited.code.code());

        let answered = world.submits("", "/office/sign-in", &format!("code={first}&here=yes")).await;
        assert_eq!((answered.status, &answered.headers["location"]), (303, &"/office".parse().unwrap()));
        let by_code = answered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();

        let body = serde_json::to_string(&SignIn { code: second, device: Name::parse("iPad 3").unwrap() }).unwrap();
        let signed_in = world.asks(Method::POST, path::SIGN_IN, None, Some(body)).await;
        let app = signed_in.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let session = app.split_once('=').unwrap().0.strip_prefix("noticeboard-").unwrap();
        assert_eq!(&world.opens("", &format!("/office/enter/{session}")).await.headers["location"], "/office/sign-in");
        let entered = world.opens(&app, &format!("/office/enter/{session}")).await;
        let own = entered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        assert!(!own.contains('.'), "the secret stays in the app's own cookie: {own}");
        let by_app = format!("{app}; {own}");

        for cookie in [&by_code, &by_app] {
            let home = world.opens(cookie, "/office").await;
            assert!(home.status == 200 && !home.body.contains("/office/people"), "{}", home.body);
            assert_eq!(world.opens(cookie, "/office/people").await.status, 403);
            assert_eq!(world.submits(cookie, "/office/people", "name=Eve&role=administrator&school=").await.status, 403);
        }
        // The app's session outlives a sign-out of the office, and the office's does not.
        world.submits(&by_app, "/office/sign-out", "").await;
        world.submits(&by_code, "/office/sign-out", "").await;
        assert_eq!(world.opens(&by_app, "/office").await.status, 200);
        assert_eq!(&world.opens(&by_code, "/office").await.headers["location"], "/office/sign-in");
        assert_eq!(store.people().await.unwrap().len(), 2);
    }

    async fn outside_the_sample_nobody_chooses_in_whose_place_to_look(world) {
        let cookie = "noticeboard-office-as=district_lead";
        assert_eq!(world.opens("", "/office/people").await.status, 200);
        assert_eq!(world.opens(cookie, "/office/people").await.status, 403);
        world.forget_the_sample().await;
        for cookie in [cookie, "noticeboard-office-as=administrator"] {
            assert_eq!(&world.opens(cookie, "/office").await.headers["location"], "/office/sign-in");
        }
    }

    async fn a_leaders_code_is_not_used_up_in_the_office(world) {
        world.forget_the_sample().await;
        let store = world.server().store.clone();
        let invited = store.invite(&Name::parse("Ana").unwrap(), &Mandate::everywhere(Role::DistrictLead), world.server().now()).await.unwrap();
        let code = invited.code.code();
        let page = world.submits("", "/office/sign-in", &format!("code={code}")).await;
        assert!(page.body.contains(&format!("/sign-in#{code}")) && page.headers.get("set-cookie").is_none(), "{}", page.body);
        let sign_in = SignIn { code, device: Name::parse("iPad 3").unwrap() };
        let body = serde_json::to_string(&sign_in).unwrap();
        assert_eq!(world.asks(Method::POST, path::SIGN_IN, None, Some(body)).await.status, 200);
    }

    async fn a_form_of_another_site_changes_nothing(world) {
        let cookie = world.administrator().await;
        let headers = [("cookie", cookie.as_str()), FORM, ("sec-fetch-site", "cross-site")];
        let fields = Some("name=Eve&role=administrator&school=".to_owned());
        let answered = world.asks_with(Method::POST, "/office/people", &headers, fields).await;
        assert_eq!(answered.status, 403);
        assert_eq!(world.server().store.people().await.unwrap().len(), 1);
    }

    async fn a_staff_code_is_made_printed_and_changed(world) {
        let cookie = world.administrator().await;
        let school = world.server().store.schools().await.unwrap().schools.swap_remove(0);
        let of_school = format!("/office/codes/{}", school.id);
        assert_eq!(world.opens(&cookie, &of_school).await.status, 404);
        world.submits(&cookie, &of_school, "").await;
        let first = code_on(&world.opens(&cookie, &of_school).await);
        world.submits(&cookie, &of_school, "").await;
        let second = code_on(&world.opens(&cookie, &of_school).await);
        assert!(first.len() == 15 && first != second);
    }

    async fn the_first_steps_are_ticked_as_they_are_taken(world) {
        let cookie = world.administrator().await;
        let done = async |world: &World| world.opens(&cookie, "/office").await.body.matches("state received").count();
        assert_eq!(done(world).await, 2, "the timetable is in, and the agreement is signed");
        world.forget_the_agreement().await;
        assert_eq!(done(world).await, 1);
    }

    async fn the_office_speaks_spanish_and_remembers_it(world) {
        world.forget_the_sample().await;
        let headers = [("accept-language", "es-MX,es;q=0.9")];
        let page = world.asks_with(Method::GET, "/office/sign-in", &headers, None).await;
        assert!(page.body.contains("Entrar a la oficina") && page.body.contains("<html lang=\"es\">"), "{}", page.body);
        let chosen = world.submits("", "/office/language", "language=es&back=/office/people").await;
        assert_eq!(&chosen.headers["location"], "/office/people");
        let cookie = chosen.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        assert!(world.opens(&cookie, "/office/sign-in").await.body.contains("Entrar a la oficina"));
        let elsewhere = world.submits("", "/office/language", "language=es&back=https://evil.example").await;
        assert_eq!(&elsewhere.headers["location"], "/office");
    }

    async fn what_did_not_work_is_said_in_the_readers_language_and_without_an_id(world) {
        let id = "0123456789abcdef".repeat(2);
        let store = world.server().store.clone();
        let closed = Walk::number(1);
        world.receives(&closed.everything()).await;
        store.close(closed.round(), &Close { without_unsent: true }, world.server().now()).await.unwrap();
        world.forget_the_sample().await;
        let cookies = [
            world.in_the_office("Ida", &Mandate::everywhere(Role::Administrator)).await,
            world.in_the_office("Rosa Vela", &Mandate::everywhere(Role::StaffRepresentative)).await,
        ];
        let [administrator, representative] = cookies.map(|cookie| format!("{cookie}; noticeboard-office-language=es"));
        let ida = store.people().await.unwrap().into_iter().find(|person| person.name.as_str() == "Ida").unwrap().id;
        for (cookie, form, fields, status, says) in [
            (&administrator, format!("/office/people/{ida}/remove"), String::new(), 400, "Ida es la única persona en la administración"),
            (&administrator, format!("/office/people/{id}/remove"), String::new(), 404, "No está aquí"),
            (&representative, "/office/pauses".to_owned(), format!("what={}&act=pause", closed.round()), 400, "La ronda está cerrada"),
            (&representative, "/office/pauses".to_owned(), format!("what={id}&act=pause"), 404, "No está aquí"),
        ] {
            let page = world.submits(cookie, &form, &fields).await;
            assert!(page.status == status && page.body.contains(says) && page.body.contains("No se cambió nada."), "{form}: {}", page.body);
            assert!(!page.body.contains(&id) && !page.body.contains(closed.round().as_str()), "{form}: {}", page.body);
        }
        let headers = [("accept-language", "es-MX"), FORM, ("sec-fetch-site", "cross-site")];
        let page = world.asks_with(Method::POST, "/report", &headers, Some("text=spam".to_owned())).await;
        assert!(page.status == 403 && page.body.contains("Este formulario no es de una página de este servidor"), "{}", page.body);
    }

    async fn in_the_sample_the_office_is_open(world) {
        assert_eq!(world.opens("", "/office/people").await.status, 200);
    }

    async fn a_timetable_is_looked_at_and_then_taken_in_as_it_was_shown(world) {
        let cookie = world.administrator().await;
        let sheet = "School,Room,Grades\nAlder,Annex 1,3\nCedar,1,K\n";
        let before = world.server().store.roster().await.unwrap();
        let look = world.uploads(&cookie, sheet, &[]).await.body;
        assert!(look.contains("Schools added") && look.contains("Cedar"), "{look}");
        assert!(look.contains("more than a fifth"), "the sheet has none of the rooms that were there: {look}");
        assert_eq!(world.server().store.roster().await.unwrap(), before);

        let mark = look.split("name=\"shown\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let asked = world.uploads(&cookie, sheet, &[("shown", &mark)]).await.body;
        assert!(asked.contains("Say below that it may"), "{asked}");
        assert_eq!(world.server().store.roster().await.unwrap(), before);
        let other = world.uploads(&cookie, "School,Room\nDogwood,1\n", &[("shown", &mark), ("retire_many", "yes")]).await.body;
        assert!(other.contains("so this is another look"), "{other}");
        let taken = world.uploads(&cookie, sheet, &[("shown", &mark), ("retire_many", "yes")]).await.body;
        assert!(taken.contains("It is in"), "{taken}");
        let roster = world.server().store.roster().await.unwrap();
        let used: Vec<&str> = roster.rooms.iter().filter(|room| room.active).map(|room| room.name.as_str()).collect();
        assert_eq!(used, ["Annex 1", "1"]);
    }

    async fn a_file_that_is_no_timetable_is_refused_in_the_readers_language(world) {
        let cookie = format!("{}; noticeboard-office-language=es", world.administrator().await);
        let said = world.uploads(&cookie, "Dear colleagues,\nsee you tomorrow.\n", &[]).await.body;
        assert!(said.contains("No se tomó") && said.contains("No se cambió nada"), "{said}");
    }

    async fn a_room_is_typed_and_taken_out_of_use_again(world) {
        let cookie = world.administrator().await;
        let fields = "school=Alder&room=Annex&grades=3-5&subjects=&programmes=ELD";
        let page = world.submits(&cookie, "/office/rooms", fields).await.body;
        assert!(page.contains("Annex"), "{page}");
        let roster = world.server().store.roster().await.unwrap();
        let room = roster.rooms.iter().find(|room| room.name == "Annex").unwrap();
        assert!(room.active && !room.tags.programmes.is_empty());
        world.submits(&cookie, &format!("/office/rooms/{}/retire", room.id), "").await;
        let roster = world.server().store.roster().await.unwrap();
        assert!(!roster.rooms.iter().find(|other| other.name == "Annex").unwrap().active);

        let wrong = world.submits(&cookie, "/office/rooms", "school=&room=&grades=&subjects=&programmes=").await.body;
        assert!(wrong.contains("Nothing was changed"), "{wrong}");
    }
}
