//! What a teacher's phone keeps if its holder wishes, adds to the picture, and gets through a door card.

use domain::agreement::Agreement;
use domain::change::Change;
use domain::ids::{LetterId, RoundId};
use domain::language::Language;
use domain::library::Library;
use domain::note::{Card, DoorKey, Note, seal};
use domain::round::{Grouping, Plan, PlannedLookFor, RoundKey, group_rooms};
use domain::text::{Passage, Sentence};
use domain::time::Day;
use protocol::push::{Item, Outcome, Push};
use serde_json::{Value, json};
use world::browser::PHONE;
use world::world::repository;
use world::{Engine, Person, World};

const CARD: [u8; 10] = *b"a teacher.";
/// What somebody might write who wants to see whether a page runs it.
const HOSTILE: &str =
    "<img src=x onerror=\"window.hit=1\"> \u{202e}</p><script>window.hit=1</script> {{k}} &amp; ¿qué?";

#[test]
fn a_teacher_keeps_a_note_on_the_phone_in_chromium() {
    a_teacher_keeps_a_note_on_the_phone_in(Engine::Chromium);
}

#[test]
fn a_teacher_keeps_a_note_on_the_phone_in_firefox() {
    a_teacher_keeps_a_note_on_the_phone_in(Engine::Firefox);
}

#[test]
fn a_teacher_keeps_a_note_on_the_phone_in_webkit() {
    a_teacher_keeps_a_note_on_the_phone_in(Engine::WebKit);
}

fn a_teacher_keeps_a_note_on_the_phone_in(engine: Engine) {
    let world = World::new();
    let round = receives_a_plan(&world);
    receives(&world, &[note(&round, &Card::from_random(CARD))]);
    let teacher = world.person_in(engine, &format!("teacher in {engine}"), PHONE);

    teacher.goes_to(&format!("/note#{}", Card::from_random(CARD).code()));
    teacher.sees("Thank you for having us in.");
    teacher.sees("window.hit=1");
    teacher.presses("Keep it on this phone");
    teacher.sees("It is kept on this phone, under “My visits”.");
    assert_eq!(kept_on(&teacher), json!(["my-visits"]));

    // The server is asked for nothing, and the card is needed no more.
    teacher.goes_to("/note");
    teacher.sees("My visits, on this phone");
    assert_eq!(ran_on(&teacher), json!([0, null]), "what was written is text and nothing else");
    world.network_down();
    opens_the_first(&teacher);
    teacher.sees("Thank you for having us in.");
    teacher.sees("A visit of 12 minutes on Tuesday, November 10.");
    assert_eq!(ran_on(&teacher), json!([0, null]));

    teacher.presses("Take it off this phone");
    teacher.sees("Keep it on this phone");
    assert_eq!(kept_on(&teacher), json!([]), "nothing is left, not even an empty store");
    world.network_up();
    teacher.goes_to("/note");
    teacher.sees("Read a note");
    assert!(!teacher.can_see("My visits, on this phone"));
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_still_shows_the_note() {
    let world = World::new();
    let round = receives_a_plan(&world);
    receives(&world, &[note(&round, &Card::from_random(CARD))]);
    let teacher = world.phone("teacher");
    teacher.goes_to(&format!("/note#{}", Card::from_random(CARD).code()));
    teacher.sees("Thank you for having us in.");
    let denied = "indexedDB.constructor.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };";
    teacher.run(denied, vec![]);
    teacher.presses("Keep it on this phone");
    teacher.sees("This browser keeps nothing here");
    teacher.sees("What could you hand over?");
}

#[test]
fn deleting_a_note_for_good_takes_it_off_the_phone_too() {
    let world = World::new();
    let round = receives_a_plan(&world);
    receives(&world, &[note(&round, &Card::from_random(CARD))]);
    let teacher = world.phone("teacher");
    teacher.goes_to(&format!("/note#{}", Card::from_random(CARD).code()));
    teacher.presses("Keep it on this phone");
    teacher.sees("It is kept on this phone");
    teacher.presses("Delete this note…");
    teacher.presses("Delete for good");
    teacher.sees("The note is deleted.");
    assert_eq!(kept_on(&teacher), json!([]));
}

#[test]
fn a_teacher_adds_context_changes_it_and_takes_it_back() {
    let world = World::new();
    let round = receives_a_plan(&world);
    let card = Card::from_random(CARD);
    receives(&world, &[note(&round, &card)]);
    let teacher = world.phone("teacher");
    teacher.goes_to(&format!("/note#{}", card.code()));
    teacher.sees("Thank you for having us in.");
    teacher.run("document.querySelector('#context summary').click()", vec![]);
    teacher.sees("only if at least 10 cards say it, and never how many");
    teacher.presses("Add it");
    teacher.sees("Please choose one first.");

    chooses(&teacher, "after_a_test");
    world.network_down();
    teacher.presses("Add it");
    teacher.sees("The server could not be reached, so nothing was changed.");
    world.network_up();
    teacher.presses("Add it");
    teacher.sees("It is added.");
    assert_eq!(named_in(&world), ["after_a_test"]);
    chooses(&teacher, "new_topic");
    teacher.presses("Add it");
    teacher.sees("It is added.");
    wait_for(&teacher, || named_in(&world) == ["new_topic"]);
    teacher.presses("Take it back");
    teacher.sees("Nothing from this card is in the picture.");
    assert_eq!(named_in(&world), Vec::<String>::new());
    for secret in [card.code(), String::from(card.context_secret())] {
        assert!(!world.log().contains(&secret), "what a card can do is not logged");
    }
}

#[test]
fn a_note_reaches_the_phone_of_a_door_card_in_chromium() {
    a_note_reaches_the_phone_of_a_door_card_in(Engine::Chromium);
}

#[test]
fn a_note_reaches_the_phone_of_a_door_card_in_firefox() {
    a_note_reaches_the_phone_of_a_door_card_in(Engine::Firefox);
}

#[test]
fn a_note_reaches_the_phone_of_a_door_card_in_webkit() {
    a_note_reaches_the_phone_of_a_door_card_in(Engine::WebKit);
}

fn a_note_reaches_the_phone_of_a_door_card_in(engine: Engine) {
    let world = World::new();
    let round = receives_a_plan(&world);
    let teacher = world.person_in(engine, &format!("teacher in {engine}"), PHONE);
    let other = world.phone("teacher next door");
    assert_eq!(opens_the_example_of_the_rfc(&teacher), json!("Beauty is truth, truth beauty"));
    let door = makes_a_door_card(&teacher);
    makes_a_door_card(&other);

    // What a tablet sends that scanned the card.
    let card = Card::from_random(*b"for a door");
    let letter = door.letter(&card, last_day(), LetterId::from_bytes([7; 16]), &[9; 32]);
    receives(&world, &[Change::Letter(letter)]);
    teacher.goes_to("/note");
    teacher.sees("Nothing new for your door card.");
    receives(&world, &[note(&round, &card)]);
    teacher.goes_to("/note");
    teacher.sees("A note came to your door card.");
    opens_the_first(&teacher);
    teacher.sees("What could you hand over?");
    teacher.goes_to("/note");
    teacher.sees("Nothing new for your door card.");

    other.goes_to("/note");
    other.sees("Nothing new for your door card.");
    assert!(!other.can_see("My visits, on this phone"));
    assert!(!world.log().contains(&door.code()), "the server logs no door");
}

#[test]
fn the_key_of_a_door_card_cannot_be_taken_out_and_can_be_thrown_away() {
    let world = World::new();
    receives_a_plan(&world);
    let teacher = world.phone("teacher");
    let first = makes_a_door_card(&teacher);
    let key = "
        const { everything } = await import('/note/store.js');
        const keys = await everything('doors');
        const taken = await Promise.all(keys.map(({ secret }) => crypto.subtle.exportKey('pkcs8', secret).then(() => true, () => false)));
        return [keys.length, taken.includes(true)];";
    assert_eq!(teacher.run_async(key, vec![]), json!([1, false]));
    teacher.presses("Make a new one");
    let second = teacher.wait("another code", || Some(code_shown(&teacher)).filter(|code| *code != first));
    assert_ne!(first, second);
    assert_eq!(
        teacher.run_async(key, vec![]),
        json!([2, false]),
        "letters on their way to the first can still be opened"
    );
    teacher.presses("Throw its key away");
    teacher.sees("Throw the key away for good?");
    teacher.presses("Keep it");
    assert_eq!(code_shown(&teacher), second);
    teacher.presses("Throw its key away");
    teacher.presses("Throw away for good");
    teacher.sees("Make a door card on this phone");
    assert_eq!(kept_on(&teacher), json!([]));

    // Whoever scans a door card with a phone's camera is told what it is.
    teacher.goes_to(&format!("/note#door.{}", first.code()));
    teacher.sees("This is a teacher’s door card.");
    assert_eq!(teacher.run("return location.hash", vec![]), json!(""));
}

fn last_day() -> Day {
    Day::parse("2027-01-12").unwrap()
}

/// The server knows a round of the sample school.
fn receives_a_plan(world: &World) -> RoundId {
    let roster = world.wait_for(world.server().store.roster()).unwrap();
    let schools = [roster.rooms[0].school.clone()].into();
    let rooms = roster.rooms.iter().filter(|room| room.active && room.school == roster.rooms[0].school);
    let round = RoundId::from_bytes([1; 16]);
    let plan = Plan {
        round: round.clone(),
        revision: 1,
        announced: None,
        opens: Day::parse("2026-11-09").unwrap(),
        ends: Day::parse("2026-11-13").unwrap(),
        purpose: Sentence::parse("What do students say to one another?").unwrap(),
        look_fors: vec![PlannedLookFor::of(&Library::shipped().look_fors[0])],
        grouping: Grouping::None,
        timetable: roster.hash_of(&schools),
        groups: group_rooms(rooms, Grouping::None, 10),
        schools,
        agreement: Agreement::before_signatures(),
        key_check: RoundKey::from_random([1; 16]).check(),
    };
    receives(world, &[Change::Plan(plan)]);
    round
}

fn note(round: &RoundId, card: &Card) -> Change {
    let note = Note {
        noticed: Passage::parse(HOSTILE).unwrap(),
        wondered: Passage::parse("What could you hand over?").unwrap(),
        visited: Day::parse("2026-11-10").unwrap(),
        minutes: 12,
        language: Language::En,
        round: Some(round.clone()),
    };
    Change::Note(seal(&note, card, last_day(), [3; 12], 1))
}

fn receives(world: &World, changes: &[Change]) {
    let push = Push { district: None, items: changes.iter().map(Item::of).collect() };
    let server = world.server();
    let pushed = world.wait_for(server.store.push(&push, server.now())).unwrap();
    assert!(pushed.answers.iter().all(|answer| answer.outcome == Outcome::Received), "{pushed:?}");
}

fn opens_the_first(teacher: &Person) {
    teacher.wait("a visit in the list", || {
        (teacher.run("return document.querySelectorAll('#list button').length", vec![]) != json!(0)).then_some(())
    });
    teacher.run("document.querySelector('#list button').click()", vec![]);
}

fn chooses(teacher: &Person, kind: &str) {
    teacher.run("document.querySelector(`[value=\"${arguments[0]}\"]`).click()", vec![json!(kind)]);
}

/// Makes a door card and reads it, as a visitor's tablet would.
fn makes_a_door_card(teacher: &Person) -> DoorKey {
    teacher.goes_to("/note");
    teacher.sees("Read a note");
    teacher.run("document.querySelector('#door summary').click()", vec![]);
    teacher.presses("Make a door card on this phone");
    teacher.sees("For visitors with Noticeboard");
    assert_ne!(teacher.run("return document.querySelector('#door-qr path').getAttribute('d')", vec![]), json!(null));
    code_shown(teacher)
}

fn code_shown(teacher: &Person) -> DoorKey {
    let code = teacher.run("return document.getElementById('door-code').textContent", vec![]);
    DoorKey::from_code(code.as_str().unwrap()).unwrap()
}

fn wait_for(teacher: &Person, holds: impl Fn() -> bool) {
    teacher.wait("the server to have it", || holds().then_some(()));
}

/// The kinds that stand in the database for all rounds.
fn named_in(world: &World) -> Vec<String> {
    let dump = format!("{:?}", world.database().tables["contexts"].rows);
    let kinds = domain::note::Context::ALL.iter().map(|kind| kind.word());
    kinds.filter(|word| dump.contains(word)).map(str::to_owned).collect()
}

/// The databases of the note page's origin.
fn kept_on(teacher: &Person) -> Value {
    teacher.run_async("return (await indexedDB.databases()).map(({ name }) => name)", vec![])
}

/// Pictures in the page, and what a script that ran would have left.
fn ran_on(teacher: &Person) -> Value {
    teacher.run("return [document.querySelectorAll('main img').length, window.hit ?? null]", vec![])
}

/// The page's own HPKE over the example of RFC 9180.
fn opens_the_example_of_the_rfc(teacher: &Person) -> Value {
    teacher.goes_to("/note");
    let vector = std::fs::read_to_string(repository().join("data/hpke-vector.json")).unwrap();
    let script = "
        const [vector] = arguments;
        const { CURVE, open } = await import('/note/hpke.js');
        const bytes = (digits) => Uint8Array.from(digits.match(/../g), (pair) => Number.parseInt(pair, 16));
        const base64 = (part) => btoa(String.fromCharCode(...part)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
        const whole = bytes(vector.public_of_receiver);
        const key = { kty: 'EC', crv: 'P-256', d: base64(bytes(vector.secret_of_receiver)), x: base64(whole.slice(1, 33)), y: base64(whole.slice(33)) };
        const secret = await crypto.subtle.importKey('jwk', key, CURVE, false, ['deriveBits']);
        const sealed = bytes(vector.enc + vector.sealed);
        return new TextDecoder().decode(await open(sealed, { secret, open: whole }, bytes(vector.info), bytes(vector.associated)));";
    teacher.run_async(script, vec![serde_json::from_str(&vector).unwrap()])
}
