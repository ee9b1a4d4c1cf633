//! A page that fills a tablet's outbox in the browser and hands all of it over; the bench opens it in a browser.
//!
//! When it is through, `window.drained` is `{ milliseconds, waited, sent }` of the sync alone, where `waited` are the
//! milliseconds of it that went by until the server's answers came; or `{ failed }` with why not.

#[cfg(target_arch = "wasm32")]
mod browser;

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
    use device::network::{Network, NoAnswer, Request, Response};
    use device::storage::indexed_db::IndexedDb;
    use device::storage::{Storage, Stored, Write};
    use device::surroundings::draw;
    use device::tablet::{Record, RoundDraft, RoundRecord, Tablet};
    use device::vault::Vault;
    use domain::change::{Change, write};
    use domain::ids::{RoomId, SummaryId};
    use domain::library::LookForId;
    use domain::round::Grouping;
    use domain::text::Sentence;
    use domain::visit::{Answer, Answered, Summary};
    use js_sys::{Object, Reflect};
    use protocol::push::Item;
    use wasm_bindgen::JsValue;

    use crate::browser::Browser;

    /// Rounds that the changes belong to: one round takes no more than some thousands.
    const ROUNDS: usize = 20;
    /// Changes of each round: 20 × 500 = 10,000.
    const CHANGES: usize = 500;
    const LOOK_FORS: [&str; 4] = ["DIS-04", "DIS-02", "INQ-04", "EQP-01"];
    const DATABASE: &str = "drain";

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
        let network = Timed::default();
        let began = js_sys::Date::now();
        let synced = tablet.sync(&network).await?;
        Ok(Drained { milliseconds: js_sys::Date::now() - began, waited: network.waited.get(), sent: synced.sent })
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
        let opens = tablet.now().day().plus(tablet.held().agreement().further.notice_days);
        let purpose = Sentence::parse("What do students say to one another?")?;
        let draft = RoundDraft {
            schools,
            opens,
            ends: opens.plus(5),
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

    /// The browser's network, which also counts the milliseconds that go by until its answers come.
    #[derive(Default)]
    struct Timed {
        waited: Cell<f64>,
    }

    #[async_trait(?Send)]
    impl Network for Timed {
        async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
            let asked = js_sys::Date::now();
            let answer = Browser.send(request).await;
            self.waited.set(self.waited.get() + js_sys::Date::now() - asked);
            answer
        }
    }
}
