//! A tablet that is locked by a PIN: it asks for it, leads back to where one was, sends meanwhile, and gives nothing away.

use serde_json::{Value, json};
use world::damaged::SETTLED;
use world::{Planning, Tablet, World};

const PIN: &str = "490817";
const LOCKED: &str = "This tablet is locked";
const FIELD: &str = "PIN or passphrase";
const BOX: &str = "In the room’s words, not yours";

const PLANNING: Planning<'static> =
    Planning { purpose: "Who gets to explain?", look_fors: &["DIS-04"], opens: "2026-11-09", ends: "2026-11-20" };

/// A tablet with a round and a lock, and its recovery code.
fn with_a_lock(world: &World) -> (Tablet, String) {
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead.is_kept_for_offline_use();
    lead.goes_to("/tablet");
    let code = sets_a_lock(&lead);
    (lead, code)
}

/// Locks the tablet that is on the screen; its recovery code.
pub fn sets_a_lock(lead: &Tablet) -> String {
    lead.presses("Set a PIN or passphrase");
    lead.writes("New PIN or passphrase", PIN);
    lead.writes("The same once more", PIN);
    lead.presses("Set the lock");
    lead.sees("Write this recovery code down");
    let code = lead.words_of(".code").unwrap();
    lead.presses("I have written it down");
    lead.sees("Locks after 15 minutes without a touch.");
    code
}

fn types_the_pin(lead: &Tablet, pin: &str) {
    lead.writes(FIELD, pin);
    lead.presses("Unlock");
}

/// Opens a page of the app anew, which asks for the PIN.
fn goes_unlocked_to(lead: &Tablet, path: &str) {
    lead.goes_to(path);
    unlocks(lead);
}

/// Opens the tablet that asks for its PIN.
pub fn unlocks(lead: &Tablet) {
    lead.sees(LOCKED);
    types_the_pin(lead, PIN);
    lead.sees_no_more(LOCKED);
}

fn goes_to_the_round(lead: &Tablet) {
    goes_unlocked_to(lead, &format!("/rounds/{}", lead.round()));
}

/// Which kinds of records the browser's own key opens by itself, and which it does not.
fn read_without_the_pin(lead: &Tablet) -> Value {
    lead.run_async(&format!("{SETTLED}{READ_WITHOUT_THE_PIN}"), vec![])
}

#[test]
fn the_icon_leads_through_the_pin_back_into_the_visit_that_is_under_way() {
    let world = World::new();
    let (lead, _) = with_a_lock(&world);
    goes_to_the_round(&lead);
    lead.visits("Room 5").counts("Questions that invite reasoning", 2);
    goes_unlocked_to(&lead, "/");
    assert_eq!(lead.goes_on_in("Room 5").count("Questions that invite reasoning"), 2);
}

#[test]
fn where_the_pin_is_right_and_a_record_is_damaged_the_rest_is_still_rescued() {
    let world = World::new();
    let (lead, _) = with_a_lock(&world);
    goes_to_the_round(&lead);
    lead.visits("Room 5").counts("Questions that invite reasoning", 2);
    lead.damages_the_last("mark");
    lead.goes_to("/lead");
    lead.sees(LOCKED);
    types_the_pin(&lead, PIN);
    lead.sees("Noticeboard deleted nothing, and will delete nothing.");
    lead.presses("Look for what can be read");
    lead.sees("Without it only what waits to be sent can be saved.");
    types_the_pin(&lead, PIN);
    lead.sees("One record could not be read; everything else could.");
    lead.sees_no_more("Without it only what waits to be sent can be saved.");
}

#[test]
fn after_a_reload_the_pin_is_asked_for_and_leads_back_into_the_visit_whose_clock_ran_on() {
    let world = World::new();
    let (lead, _) = with_a_lock(&world);
    goes_to_the_round(&lead);
    lead.visits("Room 5").counts("Questions that invite reasoning", 2);
    lead.presses("I saw… / I heard…");
    lead.writes(BOX, "Two pairs compare their answ");
    // Stored as it is typed: the tablet may lock, or end, in the middle of it.
    lead.wait("store what is typed", || {
        let kinds = read_without_the_pin(&lead)["sealed"].to_string();
        kinds.contains("unkept").then_some(())
    });
    lead.reloads();
    lead.sees(LOCKED);
    assert!(!lead.can_see("Room 5") && !lead.can_see(PLANNING.purpose));
    let read = read_without_the_pin(&lead);
    for kind in ["mark", "roster", "round", "unkept", "visit"] {
        assert!(read["sealed"].as_array().unwrap().contains(&json!(kind)), "{kind}: {read}");
    }
    for kind in read["opened"].as_array().unwrap() {
        assert!(
            ["acknowledged", "lock", "outgoing", "refused", "sync", "tries"].contains(&kind.as_str().unwrap()),
            "{read}"
        );
    }

    lead.minutes_pass(3);
    types_the_pin(&lead, PIN);
    lead.sees("Keep it");
    assert_eq!(lead.field(BOX), "Two pairs compare their answ");
    lead.writes(BOX, "Two pairs compare their answers.");
    lead.presses("Keep it");
    lead.presses("Back to the visit");
    lead.wait("see the clock at three minutes", || lead.words_of("[role=timer]").filter(|clock| clock.contains("3:")));
    let visiting = lead.goes_on_in("Room 5");
    assert_eq!(visiting.count("Questions that invite reasoning"), 2);
    visiting.finishes();
}

#[test]
fn a_tablet_that_nobody_touches_locks_itself_and_so_it_does_at_the_touch_of_a_button() {
    let world = World::new();
    let (lead, _) = with_a_lock(&world);
    goes_to_the_round(&lead);
    lead.visits("Room 5");
    lead.minutes_pass(14);
    lead.run("window.dispatchEvent(new Event('focus'))", vec![]);
    assert!(lead.has_button("Finish visit"));
    // A visitor who comes back to a page that slept: its timers stood still, and the clock did not.
    lead.minutes_pass(2);
    lead.run("window.dispatchEvent(new Event('focus'))", vec![]);
    lead.sees(LOCKED);
    types_the_pin(&lead, PIN);
    lead.sees("Finish visit");
    lead.presses("This visit");
    lead.presses("Lock now");
    lead.sees(LOCKED);
    types_the_pin(&lead, PIN);
    lead.sees("Finish visit");

    goes_unlocked_to(&lead, "/tablet");
    lead.chooses("2 minutes");
    lead.sees("Locks after 2 minutes without a touch.");
    lead.presses("Lock now");
    lead.sees(LOCKED);
    types_the_pin(&lead, PIN);
    lead.sees("Locks after 2 minutes without a touch.");

    // A second tab takes the tablet over and has to ask too.
    lead.opens_a_second_tab("/lead");
    lead.presses("Go on here");
    lead.sees(LOCKED);
}

#[test]
fn what_waits_goes_out_while_the_tablet_is_locked() {
    let world = World::new();
    let (lead, _) = with_a_lock(&world);
    goes_unlocked_to(&lead, "/tablet");
    lead.presses("Send now");
    lead.sees("It is safe to sign out of this tablet.");
    goes_to_the_round(&lead);
    world.network_down();
    lead.visits("Room 5").counts("Questions that invite reasoning", 1).finishes();
    lead.reloads();
    lead.sees(LOCKED);
    lead.sees("1 thing still on this tablet");
    world.network_up();
    lead.run("window.dispatchEvent(new Event('online'))", vec![]);
    lead.sees_no_more("still on this tablet");
    assert!(lead.can_see(LOCKED));
    goes_to_the_round(&lead);
    lead.sees("everything received");
}

#[test]
fn wrong_pins_wait_also_after_a_reload_and_the_right_one_finds_everything() {
    let world = World::new();
    let (lead, _) = with_a_lock(&world);
    lead.goes_to("/lead");
    for _ in 0..4 {
        types_the_pin(&lead, "490818");
        lead.sees("This is another PIN.");
        lead.wait("empty the field", || lead.field(FIELD).is_empty().then_some(()));
    }
    assert!(!lead.can_see("The next try"));
    types_the_pin(&lead, "490818");
    lead.sees("The next try can be made in");
    lead.reloads();
    lead.sees("The next try can be made in");
    // Setting the device's clock ahead ends no wait.
    lead.minutes_pass(60);
    assert!(lead.can_see("The next try can be made in"));
    let later = "const now = performance.now.bind(performance); performance.now = () => now() + 31000";
    lead.run(later, vec![]);
    lead.sees_no_more("The next try can be made in");
    types_the_pin(&lead, PIN);
    lead.sees(PLANNING.purpose);
}

#[test]
fn the_recovery_code_opens_the_tablet_and_sets_another_pin_and_another_code() {
    let world = World::new();
    let (lead, code) = with_a_lock(&world);
    lead.goes_to("/lead");
    lead.presses("I forgot it");
    lead.writes("Recovery code", &code.to_lowercase().replace(' ', "-"));
    lead.writes("New PIN or passphrase", "four kind owls");
    lead.writes("The same once more", "four kind owls");
    lead.presses("Unlock and set the new PIN");
    lead.sees("Write this recovery code down");
    assert_ne!(lead.words_of(".code").unwrap(), code);
    lead.presses("I have written it down");
    lead.sees(PLANNING.purpose);
    lead.reloads();
    types_the_pin(&lead, PIN);
    lead.sees("This is another PIN.");
    types_the_pin(&lead, "four kind owls");
    lead.sees(PLANNING.purpose);

    lead.goes_to("/tablet");
    types_the_pin(&lead, "four kind owls");
    lead.presses("Remove the lock");
    lead.writes("PIN or passphrase now", "four kind owls");
    lead.presses("Remove the lock");
    lead.sees("Without a lock, whoever holds this tablet");
    lead.reloads();
    lead.sees("Without a lock, whoever holds this tablet");
}

#[test]
fn where_the_store_stops_answering_while_the_lock_is_set_that_is_said_and_the_next_opening_finds_out() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead.goes_to("/tablet");
    lead.presses("Set a PIN or passphrase");
    lead.writes("New PIN or passphrase", PIN);
    lead.writes("The same once more", PIN);
    lead.run(STOP, vec![]);
    lead.presses("Set the lock");
    lead.sees("It is not clear whether the lock was changed.");
    lead.sees("Noticeboard deleted nothing, and will delete nothing.");
    lead.run("window.mend()", vec![]);
    lead.presses("Try again");
    lead.sees("Set a PIN or passphrase");
    lead.goes_to("/lead");
    lead.sees(PLANNING.purpose);
}

/// From the moment at which another data key is stored, nothing in the store answers, until `mend()`.
const STOP: &str = "
    const { transaction } = IDBDatabase.prototype, { open } = IDBFactory.prototype, { put } = IDBObjectStore.prototype;
    const lost = () => new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    let stopped = false;
    IDBObjectStore.prototype.put = function (...given) {
        if (this.name !== 'keys') return put.apply(this, given);
        stopped = true;
        this.transaction.abort();
        throw lost();
    };
    IDBDatabase.prototype.transaction = function (...given) {
        if (stopped) throw lost();
        return transaction.apply(this, given);
    };
    IDBFactory.prototype.open = function (...given) {
        if (stopped) throw lost();
        return open.apply(this, given);
    };
    window.mend = () => {
        stopped = false;
        IDBObjectStore.prototype.put = put;
    };";

/// Opens what the browser's own key wraps, and with that whatever opens. Answers the kinds of records, by their keys.
const READ_WITHOUT_THE_PIN: &str = "
    const database = await settled(indexedDB.open('noticeboard'));
    const all = async (store) => {
        const opened = database.transaction(store).objectStore(store);
        const [keys, values] = [settled(opened.getAllKeys()), settled(opened.getAll())];
        return (await keys).map(async (key, place) => [key, (await values)[place]]);
    };
    const keys = Object.fromEntries(await Promise.all(await all('keys')));
    const open = (key, sealed, additionalData) => crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: sealed.slice(0, 12), ...(additionalData && { additionalData }) }, key, sealed.slice(12));
    const inner = await crypto.subtle.importKey('raw', await open(keys.wrapping, keys.data), 'AES-GCM', false, ['decrypt']);
    const found = { opened: new Set(), sealed: new Set() };
    for (const record of await all('records')) {
        const [key, sealed] = await record;
        const opens = await open(inner, sealed, new TextEncoder().encode(key)).then(() => true, () => false);
        found[opens ? 'opened' : 'sealed'].add(key.split('/')[0]);
    }
    database.close();
    return { opened: [...found.opened], sealed: [...found.sealed] };";
