//! What browsers do to data: handles that die, room that runs out, stores that do not open, a screen that goes dark.

use std::time::Duration;

use serde_json::json;
use world::damaged::BREAK_OFF;
use world::{Engine, Planning, Tablet, World};

pub const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};
pub const QUESTIONS: &str = "Questions that invite reasoning";

/// What WebKit says of a handle that it ended in the background. A handle that is opened later works.
pub const DIES: &str = "
    const { transaction } = IDBDatabase.prototype, { open } = IDBFactory.prototype, alive = new WeakSet();
    window.opened = 0;
    IDBFactory.prototype.open = function (...given) {
        const request = open.apply(this, given);
        request.addEventListener('success', () => { alive.add(request.result); window.opened += 1; });
        return request;
    };
    IDBDatabase.prototype.transaction = function (...given) {
        if (!alive.has(this)) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        return transaction.apply(this, given);
    };";

#[test]
fn a_handle_that_died_while_the_tablet_slept_is_opened_again_and_the_tap_is_kept_once() {
    let world = World::new();
    let lead = planned(&world);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
    lead.run(DIES, vec![]);
    let visit = visit.counts(QUESTIONS, 2);
    assert_eq!(lead.run("return window.opened", vec![]), json!(1));
    lead.reloads();
    drop(visit);
    assert_eq!(lead.goes_on_in("Room 3").count(QUESTIONS), 4);
}

/// A handle that died and gives no answer, not even an error: what is asked of it waits until another is opened, and is
/// done then after all.
const NO_ANSWER: &str = "
    const { transaction } = IDBDatabase.prototype, { open } = IDBFactory.prototype, alive = new WeakSet();
    Object.assign(window, { opened: 0, asked: 0 });
    let inTheWay = null;
    const holdUp = (database) => {
        inTheWay = transaction.call(database, [...database.objectStoreNames], 'readwrite');
        const store = inTheWay.objectStore(database.objectStoreNames[0]);
        const goOn = () => { if (inTheWay) store.get('-').onsuccess = goOn; };
        goOn();
    };
    IDBFactory.prototype.open = function (...given) {
        const begun = inTheWay;
        inTheWay = null;
        begun?.abort();
        const request = open.apply(this, given);
        request.addEventListener('success', () => { alive.add(request.result); window.opened += 1; });
        return request;
    };
    IDBDatabase.prototype.transaction = function (...given) {
        if (!alive.has(this)) {
            if (!inTheWay) holdUp(this);
            if (given[1] === 'readwrite') window.asked += 1;
        }
        return transaction.apply(this, given);
    };";

#[test]
fn a_handle_that_gives_no_answer_is_given_up_after_some_seconds_and_the_tap_is_kept_once() {
    let world = World::new();
    let lead = planned(&world);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
    lead.run(NO_ANSWER, vec![]);
    let visit = visit.counts(QUESTIONS, 2);
    assert_eq!(lead.run("return window.opened", vec![]), json!(1));
    lead.reloads();
    drop(visit);
    assert_eq!(lead.goes_on_in("Room 3").count(QUESTIONS), 4);
}

#[test]
fn when_the_tablet_wakes_up_a_handle_without_a_sign_of_life_is_let_go_before_anybody_taps() {
    let world = World::new();
    let lead = planned(&world);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
    lead.run(NO_ANSWER, vec![]);
    lead.run("document.dispatchEvent(new Event('visibilitychange'))", vec![]);
    // The handle is asked for a sign of life for so long.
    std::thread::sleep(Duration::from_millis(3_500));
    // What syncing had to write in the meantime goes its own way.
    lead.run("window.asked = 0", vec![]);
    let visit = visit.counts(QUESTIONS, 1);
    let (opened, asked) = ("return window.opened", "return window.asked");
    assert_eq!((lead.run(opened, vec![]), lead.run(asked, vec![])), (json!(1), json!(0)));
    lead.reloads();
    drop(visit);
    assert_eq!(lead.goes_on_in("Room 3").count(QUESTIONS), 3);
}

#[test]
fn a_tap_that_was_not_stored_is_taken_off_the_screen_and_said_and_a_sentence_goes_back_into_its_box() {
    let world = World::new();
    let lead = planned(&world);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
    lead.run(BREAK, vec![]);
    lead.presses_in(QUESTIONS, "counted");
    lead.sees("not saved: this tablet’s store did not answer");
    lead.wait("see the count go back", || (visit.count(QUESTIONS) == 2).then_some(()));
    lead.sees("Save or open a rescue file");

    // The sheet is closed before the store has answered.
    lead.run("window.late = true", vec![]);
    lead.presses("I saw… / I heard…");
    lead.writes("In the room’s words, not yours", "why do you think so");
    lead.presses("Keep it");
    lead.presses("Back to the visit");
    lead.run("window.answer()", vec![]);
    lead.sees("not saved: this tablet’s store did not answer");
    lead.run("window.mend()", vec![]);
    lead.presses("I saw… / I heard…");
    assert_eq!(lead.field("In the room’s words, not yours"), "why do you think so");
    lead.presses("Keep it");
    lead.sees("Written so far: 1 sentence");
    lead.reloads();
    drop(visit);
    assert_eq!(lead.goes_on_in("Room 3").count(QUESTIONS), 2);
    lead.presses("I saw… / I heard…");
    lead.sees("why do you think so");
}

#[test]
fn a_tap_of_which_it_turns_out_after_its_screen_was_left_that_it_is_not_stored_is_said_on_the_next_one() {
    let world = World::new();
    let lead = planned(&world);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
    lead.run(BREAK, vec![]);
    lead.run("window.late = true", vec![]);
    lead.presses_in(QUESTIONS, "counted");
    lead.presses("Finish visit");
    lead.sees("This is all that will leave the tablet.");
    lead.run("window.answer()", vec![]);
    lead.sees("not saved: this tablet’s store did not answer");
    lead.run("window.mend()", vec![]);
    lead.follows("Back to the visit");
    lead.sees("not saved: this tablet’s store did not answer");
    assert_eq!(visit.count(QUESTIONS), 2);
    visit.counts(QUESTIONS, 1);
}

#[test]
fn where_room_runs_out_the_tap_is_said_not_to_be_saved_and_everything_before_it_is_kept() {
    let world = World::new();
    let lead = planned(&world);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
    lead.run(ABORT_FOR_ROOM, vec![]);
    lead.presses_in(QUESTIONS, "counted");
    lead.sees("not saved: there is no room left on this tablet.");
    lead.wait("see the count go back", || (visit.count(QUESTIONS) == 2).then_some(()));
    lead.reloads();
    drop(visit);
    let visit = lead.goes_on_in("Room 3");
    assert_eq!(visit.count(QUESTIONS), 2);
    visit.counts(QUESTIONS, 1);
}

#[test]
fn a_tap_whose_own_write_fails_in_a_transaction_that_ends_well_is_said_not_to_be_saved_in_each_engine() {
    for engine in Engine::ALL {
        let world = World::new();
        let lead = planned_in(&world, engine);
        let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
        lead.run_async(FAIL_ALONE, vec![]);
        lead.presses_in(QUESTIONS, "counted");
        lead.sees("not saved here");
        lead.wait("see the count go back", || (visit.count(QUESTIONS) == 2).then_some(()));
        lead.reloads();
        drop(visit);
        assert_eq!(lead.goes_on_in("Room 3").count(QUESTIONS), 2, "{engine}");
    }
}

#[test]
fn a_store_whose_upgrade_broke_off_is_named_and_left_as_it_is() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.goes_to("/inventory");
    lead.run_async(BREAK_OFF, vec![]);
    lead.goes_to("/lead");
    lead.sees("What is saved on this tablet did not open.");
    lead.sees("Noticeboard deleted nothing");
    let there = "
        const opening = indexedDB.open('noticeboard');
        const { version, objectStoreNames } = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
        opening.result.close();
        return [version, objectStoreNames.length];";
    assert_eq!(lead.run_async(there, vec![]), json!([2, 0]));
    // It is this tab that has it, whatever goes wrong here.
    lead.presses("Try again");
    lead.sees("What is saved on this tablet did not open.");
}

#[test]
fn a_store_that_another_page_holds_back_is_named_and_opens_once_it_can() {
    let world = World::new();
    let lead = planned(&world);
    lead.goes_to("/inventory");
    // It keeps its handle, so that the removal that it asked for waits, and every opening behind it.
    let hold = "await new Promise((done) => {
            const request = indexedDB.open('noticeboard');
            request.onsuccess = () => { window.held = request.result; done(); };
        });
        window.held.onversionchange = () => {};
        indexedDB.deleteDatabase('noticeboard');
        window.channel = new BroadcastChannel('let-go');
        window.channel.onmessage = () => window.held.close();";
    lead.run_async(hold, vec![]);
    lead.opens_a_second_tab("/lead");
    lead.sees("Another tab with an older Noticeboard keeps it from opening.");
    lead.run("new BroadcastChannel('let-go').postMessage('now')", vec![]);
    // Then the removal goes through, which was nobody's wish here.
    lead.presses("Begin with an empty tablet");
    lead.sees("Plan a round");
}

#[test]
fn before_the_first_visit_a_browser_with_little_room_is_named_on_the_rounds_screen() {
    let world = World::new();
    let lead = planned(&world);
    lead.follows("Rounds");
    // As in a private window of some browsers.
    lead.run("navigator.storage.estimate = async () => ({ usage: 1_000_000, quota: 9_000_000 })", vec![]);
    lead.follows(PLANNING.purpose);
    lead.sees("has little room left");
    lead.sees("has not promised to keep");
    lead.visits("Room 3").counts(QUESTIONS, 2).minutes_pass(10).finishes();
    lead.goes_to_the_round();
    lead.run_async("await navigator.storage.persisted()", vec![]);
    assert!(!lead.can_see("has not promised to keep"));
}

#[test]
fn a_screen_that_the_browser_no_longer_keeps_awake_is_said_and_taken_again_when_the_page_is_back() {
    let world = World::new();
    let lead = planned(&world);
    // A lock that can be let go of by hand: no test has a battery.
    let lock = "window.asked = 0;
        Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: {
            request: async () => { window.asked += 1; return window.lock = { release: async () => {} }; },
        } });";
    lead.run(lock, vec![]);
    lead.visits("Room 3");
    lead.wait("ask for the screen", || (lead.run("return window.asked", vec![]) == json!(1)).then_some(()));
    assert!(!lead.can_see("this screen may go dark"));
    lead.run("window.lock.onrelease()", vec![]);
    lead.sees("this screen may go dark");
    let back = "document.dispatchEvent(new Event('visibilitychange'))";
    let hide = "Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => arguments[0] })";
    let shown = |state: &str| {
        lead.run(&hide.replace("arguments[0]", &format!("'{state}'")), vec![]);
        lead.run(back, vec![]);
    };
    shown("hidden");
    shown("visible");
    lead.sees_no_more("this screen may go dark");
    assert_eq!(lead.run("return window.asked", vec![]), json!(2));
}

fn planned(world: &World) -> Tablet {
    planned_in(world, Engine::Chromium)
}

/// A tablet of the lead's in the middle of a round.
pub fn planned_in(world: &World, engine: Engine) -> Tablet {
    let lead = world.tablet_in(engine, &format!("lead in {engine}"));
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead
}

/// No handle answers any more and none opens, until `mend()`. While `late` is set the answer comes at `answer()`.
const BREAK: &str = "
    const { transaction } = IDBDatabase.prototype, { open } = IDBFactory.prototype;
    const lost = () => new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    IDBDatabase.prototype.transaction = () => { throw lost(); };
    IDBFactory.prototype.open = function () {
        const request = open.call(this, 'nothing-' + Math.random());
        const say = () => { throw lost(); };
        if (!window.late) say();
        const kept = {};
        Object.defineProperty(request, 'onsuccess', { set: (heard) => { kept.success = heard; } });
        Object.defineProperty(request, 'onerror', { set: (heard) => { kept.error = heard; } });
        window.answer = () => {
            window.late = false;
            Object.defineProperty(request, 'error', { value: lost() });
            Object.defineProperty(request, 'result', { get: () => { throw lost(); } });
            kept.error?.call(request, new Event('error'));
        };
        return request;
    };
    window.mend = () => {
        IDBDatabase.prototype.transaction = transaction;
        IDBFactory.prototype.open = open;
    };";

/// The records' own request is refused, and the one behind it, which asks whose the store is, is not.
const FAIL_ALONE: &str = "
    const opening = indexedDB.open('noticeboard');
    const store = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
    const asking = store.transaction('records').objectStore('records').getAllKeys();
    const [taken] = await new Promise((done) => { asking.onsuccess = () => done(asking.result); });
    store.close();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
        return this.name === 'records' ? this.add(given[0], taken) : put.apply(this, given);
    };";

/// What Chromium does when room runs out: the requests succeed, and then the transaction ends with `abort` alone.
const ABORT_FOR_ROOM: &str = "
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
        const made = transaction.apply(this, given);
        if (made.mode !== 'readwrite') return made;
        Object.defineProperty(made, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
        made.commit = () => made.abort();
        return made;
    };";
