//! A page that fills a tablet's outbox in the browser and hands all of it over; the bench opens it in a browser.
//!
//! When it is through, `window.drained` is `{ milliseconds, waited, sent }` of the sync alone, where `waited` are the
//! milliseconds of it that went by until the server's answers came; or `{ failed }` with why not.

#[cfg(target_arch = "wasm32")]
fn main() {
    wasm_bindgen_futures::spawn_local(in_browser::run());
}

/// On this machine there is no browser's storage and no browser's network to measure.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use std::cell::Cell;
    use std::error::Error;
    use std::rc::Rc;

    use async_trait::async_trait;
    use device::network::{DOOR, Method, Network, NoAnswer, Request, Response};
    use device::people::Door;
    use device::storage::indexed_db::IndexedDb;
    use device::storage::{Storage, Stored, Write};
    use device::surroundings::{Clock, Random, draw};
    use device::tablet::{Record, RoundDraft, RoundRecord, Tablet};
    use device::vault::Vault;
    use domain::change::{Change, write};
    use domain::ids::{RoomId, SummaryId};
    use domain::library::LookForId;
    use domain::round::Grouping;
    use domain::text::Sentence;
    use domain::time::{Day, Moment};
    use domain::visit::{Answer, Answered, Summary};
    use js_sys::{Function, Object, Promise, Reflect};
    use protocol::push::Item;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    /// Rounds that the changes belong to: one round takes no more than some thousands.
    const ROUNDS: usize = 20;
    /// Changes of each round: 20 × 500 = 10,000.
    const CHANGES: usize = 500;
    const LOOK_FORS: [&str; 4] = ["DIS-04", "DIS-02", "INQ-04", "EQP-01"];
    const DATABASE: &str = "drain";

    thread_local! {
        /// Milliseconds spent waiting for answers.
        static WAITED: Cell<f64> = const { Cell::new(0.0) };
    }

    pub async fn run() {
        let found = Object::new();
        let set = |name: &str, value: JsValue| {
            Reflect::set(&found, &name.into(), &value).expect("an object of this page can be written");
        };
        match drain().await {
            Ok(drained) => {
                set("milliseconds", drained.milliseconds.into());
                set("waited", drained.waited.into());
                set("sent", (drained.sent as f64).into());
            }
            Err(cause) => set("failed", cause.to_string().into()),
        }
        Reflect::set(&js_sys::global(), &"drained".into(), &found).expect("a page's window can be written");
    }

    /// What the sync did.
    struct Drained {
        milliseconds: f64,
        waited: f64,
        sent: usize,
    }

    async fn drain() -> Result<Drained, Box<dyn Error>> {
        plan_rounds(&opened().await?).await?;
        fill().await?;
        // The tablet reads its outbox as it does at every start.
        let tablet = opened().await?;
        WAITED.set(0.0);
        let began = js_sys::Date::now();
        let synced = tablet.sync(&Browser).await?;
        Ok(Drained { milliseconds: js_sys::Date::now() - began, waited: WAITED.get(), sent: synced.sent })
    }

    async fn opened() -> Result<Tablet, Box<dyn Error>> {
        let (storage, vault) = IndexedDb::open(DATABASE, &Browser).await?;
        Ok(Tablet::open(Rc::new(storage), vault, Rc::new(Browser), Rc::new(Browser)).await?)
    }

    /// Plans the rounds and hands the plans over, so that the server takes what belongs to them.
    async fn plan_rounds(tablet: &Tablet) -> Result<(), Box<dyn Error>> {
        tablet.sync(&Browser).await?;
        let schools = tablet.held().roster().schools.iter().map(|school| school.id.clone()).collect();
        let look_fors = LOOK_FORS.into_iter().filter_map(|id| LookForId::parse(id).ok()).collect();
        let today = tablet.now().day();
        let purpose = Sentence::parse("What do students say to one another?")?;
        let draft = RoundDraft {
            schools,
            opens: today,
            ends: today.plus(5),
            purpose,
            look_fors,
            instruments: [].into(),
            grouping: Grouping::None,
        };
        for _ in 0..ROUNDS {
            tablet.plan_round(draft.clone()).await?;
        }
        tablet.sync(&Browser).await?;
        Ok(())
    }

    /// Writes the changes into the records, as that many finished visits would have.
    async fn fill() -> Result<(), Box<dyn Error>> {
        let tablet = opened().await?;
        let (storage, vault) = IndexedDb::open(DATABASE, &Browser).await?;
        let rounds: Vec<RoundRecord> = tablet.held().rounds().into_iter().map(|held| held.record.clone()).collect();
        for record in &rounds {
            let changes: Option<Vec<Write>> =
                (0..CHANGES).map(|number| sealed(&vault, summary(record, number)?)).collect();
            storage.commit(&changes.ok_or("a round without its key or its rooms")?).await?;
        }
        Ok(())
    }

    fn sealed(vault: &Vault, summary: Summary) -> Option<Write> {
        let record = Record::Outgoing(Item::of(&Change::Summary(summary)));
        let key = record.key().to_string();
        let sealed = vault.seal(&key, write(&record).as_bytes(), &Browser);
        Some(Write::Put(Stored { key, sealed }))
    }

    fn summary(record: &RoundRecord, number: usize) -> Option<Summary> {
        let plan = &record.plan;
        let rooms: Vec<&RoomId> = plan.rooms().collect();
        let room = rooms.get(number % rooms.len())?;
        let answer = |number: usize| if number.is_multiple_of(3) { Answer::No } else { Answer::Yes };
        let answers = plan
            .look_fors
            .iter()
            .enumerate()
            .map(|(place, planned)| Answered { look_for: planned.id.clone(), answer: answer(number + place) });
        Some(Summary {
            id: SummaryId::from_bytes(draw(&Browser)),
            revision: 1,
            round: plan.round.clone(),
            group: 0,
            token: record.key.as_ref()?.token(room),
            answers: answers.collect(),
        })
    }

    struct Browser;

    impl Random for Browser {
        fn fill(&self, bytes: &mut [u8]) {
            let crypto = web_sys::window().and_then(|window| window.crypto().ok()).expect("a page has a window");
            crypto.get_random_values_with_u8_array(bytes).expect("browsers draw up to 64 KB at once");
        }
    }

    impl Clock for Browser {
        fn now(&self) -> Moment {
            Moment(js_sys::Date::now() as i64)
        }

        fn day_of(&self, moment: Moment) -> Day {
            moment.day()
        }
    }

    #[async_trait(?Send)]
    impl Network for Browser {
        async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
            let asked = js_sys::Date::now();
            let answer = fetch(request).await.map_err(|_| NoAnswer);
            WAITED.set(WAITED.get() + js_sys::Date::now() - asked);
            answer
        }
    }

    /// By the names that JavaScript has for it all.
    async fn fetch(request: Request) -> Result<Response, JsValue> {
        let (headers, init) = (Object::new(), Object::new());
        Reflect::set(&headers, &DOOR.into(), &Door::Lead.word().into())?;
        let method = match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
        };
        Reflect::set(&init, &"method".into(), &method.into())?;
        if let Some(body) = &request.body {
            Reflect::set(&headers, &"content-type".into(), &"application/json".into())?;
            Reflect::set(&init, &"body".into(), &body.as_str().into())?;
        }
        Reflect::set(&init, &"headers".into(), &headers)?;
        let response = called(&js_sys::global(), "fetch", &[request.path.into(), init.into()]).await?;
        let status = Reflect::get(&response, &"status".into())?.as_f64().unwrap_or_default();
        let body = called(&response, "text", &[]).await?.as_string().unwrap_or_default();
        Ok(Response { status: status as u16, body })
    }

    /// Calls a method and waits for what its promise resolves to.
    async fn called(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
        let promise: Promise = method.apply(of, &arguments.iter().collect())?.dyn_into()?;
        JsFuture::from(promise).await
    }
}
