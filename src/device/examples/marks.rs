//! A page that holds a tablet with many marks on it, and a visit that has just begun; the bench of taps opens it.
//!
//! It reads `?marks=N` of its address. When it is through, `window.filled` is `{ visit, marks, opening }`, where `opening`
//! are the milliseconds that reading such a tablet took, or `{ failed }` with why not. From then on `window.mark()`
//! records one count in that visit; its promise is fulfilled when the tablet has it for good.

#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(target_arch = "wasm32")]
fn main() {
    wasm_bindgen_futures::spawn_local(in_browser::run());
}

/// On this machine there is no browser's storage to measure.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use device::people::Door;
    use std::error::Error;
    use std::rc::Rc;

    use device::storage::indexed_db::IndexedDb;
    use device::storage::{Storage, Stored, Write};
    use device::surroundings::draw;
    use device::tablet::{Record, RoundDraft, Tablet};
    use device::vault::Vault;
    use domain::change::write;
    use domain::ids::{RoomId, RoundId, VisitId};
    use domain::library::LookForId;
    use domain::round::Grouping;
    use domain::text::Sentence;
    use domain::visit::{Act, Mark, Visit};
    use js_sys::{Object, Promise, Reflect};
    use wasm_bindgen::prelude::Closure;
    use wasm_bindgen::{JsCast, JsValue};

    use crate::browser::Browser;

    /// The database in which the app looks for the tablet of the sample's door.
    const DATABASE: &str = "noticeboard";
    /// One of each unit: counted, seen or not, answered in blocks, shared. The first is the one that is counted.
    const LOOK_FORS: [&str; 4] = ["DIS-04", "DIS-03", "DIS-06", "EQP-03"];
    /// Marks of one earlier visit, its last one included; the visits of this many in all are ended.
    const MARKS_OF_A_VISIT: usize = 40;
    /// Seconds of one earlier visit.
    const SECONDS: u32 = 600;

    pub async fn run() {
        let found = Object::new();
        let set = |name: &str, value: JsValue| {
            Reflect::set(&found, &name.into(), &value).expect("an object of this page can be written");
        };
        match fill().await {
            Ok(filled) => {
                set("visit", filled.visit.as_str().into());
                set("marks", (filled.marks as f64).into());
                set("opening", filled.opening.into());
            }
            Err(cause) => set("failed", cause.to_string().into()),
        }
        Reflect::set(&js_sys::global(), &"filled".into(), &found).expect("a page's window can be written");
    }

    /// What the page did.
    struct Filled {
        visit: VisitId,
        marks: usize,
        opening: f64,
    }

    async fn fill() -> Result<Filled, Box<dyn Error>> {
        let marks = wanted()?;
        let round = plan_round(&opened().await?).await?;
        store_visits(&opened().await?, &round, marks).await?;
        let began = js_sys::Date::now();
        let tablet = opened().await?;
        let opening = js_sys::Date::now() - began;
        let room = rooms_of(&tablet, &round)?.swap_remove(0);
        let visit = tablet.begin_visit(&round, &room, &Door::Lead.mandate()).await?;
        offer_marking(tablet, visit.clone())?;
        Ok(Filled { visit, marks, opening })
    }

    /// The number in the page's address.
    fn wanted() -> Result<usize, Box<dyn Error>> {
        let location = Reflect::get(&js_sys::global(), &"location".into()).map_err(|_| "a page without an address")?;
        let search = Reflect::get(&location, &"search".into()).ok().and_then(|search| search.as_string());
        let marks = search.as_deref().and_then(|search| search.strip_prefix("?marks="));
        Ok(marks.ok_or("the address does not say how many marks")?.parse()?)
    }

    async fn opened() -> Result<Tablet, Box<dyn Error>> {
        let (storage, vault) = IndexedDb::open(DATABASE, &Browser).await?;
        Ok(Tablet::open(Rc::new(storage), vault, Rc::new(Browser), Rc::new(Browser)).await?)
    }

    /// Plans a round and hands its plan over, so that nothing waits to be sent.
    async fn plan_round(tablet: &Tablet) -> Result<RoundId, Box<dyn Error>> {
        tablet.sync(&Browser).await?;
        let schools = tablet.held().roster().schools.iter().map(|school| school.id.clone()).collect();
        let today = tablet.now().day();
        let draft = RoundDraft {
            schools,
            opens: today,
            ends: today.plus(5),
            purpose: Sentence::parse("Do our questions invite reasons?")?,
            look_fors: LOOK_FORS.into_iter().filter_map(|id| LookForId::parse(id).ok()).collect(),
            instruments: [].into(),
            grouping: Grouping::None,
        };
        let round = tablet.plan_round(draft).await?;
        tablet.sync(&Browser).await?;
        Ok(round)
    }

    /// Writes earlier visits into the records, as a busy week leaves them.
    async fn store_visits(tablet: &Tablet, round: &RoundId, marks: usize) -> Result<(), Box<dyn Error>> {
        let (storage, vault) = IndexedDb::open(DATABASE, &Browser).await?;
        let rooms = rooms_of(tablet, round)?;
        let mut writes = Vec::new();
        for (number, first) in (0..marks).step_by(MARKS_OF_A_VISIT).enumerate() {
            let visit = Visit {
                id: VisitId::from_bytes(draw(&Browser)),
                round: round.clone(),
                room: rooms[number % rooms.len()].clone(),
                began: tablet.now(),
                marks: Vec::new(),
            };
            let many = MARKS_OF_A_VISIT.min(marks - first);
            for number in 1..=many {
                writes.push(sealed(&vault, &Record::Mark(visit.id.clone(), mark(number, many)?)));
            }
            writes.push(sealed(&vault, &Record::Ended(visit.id.clone(), tablet.now())));
            writes.push(sealed(&vault, &Record::Visit(visit)));
        }
        Ok(storage.commit(&writes).await?)
    }

    /// The marks of an earlier visit: counts, and its end.
    fn mark(number: usize, many: usize) -> Result<Mark, Box<dyn Error>> {
        let at = SECONDS * u32::try_from(number)? / u32::try_from(many)?;
        let act = if number == many { Act::Finish(SECONDS) } else { Act::Count(counted()?) };
        Ok(Mark { number: u32::try_from(number)?, at, act })
    }

    fn sealed(vault: &Vault, record: &Record) -> Write {
        let key = record.key().to_string();
        let sealed = vault.seal(&key, write(record).as_bytes(), &Browser);
        Write::Put(Stored { key, sealed })
    }

    fn rooms_of(tablet: &Tablet, round: &RoundId) -> Result<Vec<RoomId>, Box<dyn Error>> {
        let held = tablet.held();
        let round = held.round(round).ok_or("a round that was not kept")?;
        Ok(round.record.plan.rooms().cloned().collect())
    }

    fn counted() -> Result<LookForId, Box<dyn Error>> {
        Ok(LookForId::parse(LOOK_FORS[0])?)
    }

    /// Puts `mark` on the page's window, for as long as the page is open.
    fn offer_marking(tablet: Tablet, visit: VisitId) -> Result<(), Box<dyn Error>> {
        let look_for = counted()?;
        let mark = Closure::<dyn Fn() -> Promise>::new(move || {
            let (tablet, visit, act) = (tablet.clone(), visit.clone(), Act::Count(look_for.clone()));
            wasm_bindgen_futures::future_to_promise(async move {
                let marked = tablet.mark(&visit, act).await;
                marked.map(|mark| mark.number.into()).map_err(|cause| cause.to_string().into())
            })
        });
        let mark = mark.into_js_value().unchecked_into();
        Reflect::set(&js_sys::global(), &"mark".into(), &mark).map_err(|_| "a page's window can be written")?;
        Ok(())
    }
}
