//! A teacher reads a note on a phone, with nothing but the card.

use domain::change::Change;
use domain::note::SealedNote;
use protocol::push::{Item, Outcome, Push};
use serde_json::{Value, json};
use world::World;
use world::world::repository;

/// The card of the frozen vector, as a teacher types it.
const TYPED: &str = "01278t b3cqr9 z4wc7t";
/// The same with one character mistyped.
const MISTYPED: &str = "0127ZT B3CQR9 Z4WC7T";

#[test]
fn a_teacher_types_the_card_and_reads_and_deletes_the_note() {
    let world = World::new();
    receives_the_note(&world);
    let teacher = world.phone("teacher");

    teacher.goes_to("/note");
    teacher.writes("Code on the card", TYPED);
    teacher.presses("Open the note");
    teacher.sees("Thank you for having us in.");
    teacher.sees("A visit of 10 minutes on Tuesday, November 10.");
    teacher.sees("four students in a row added to one another – “¿y por qué?” – before you spoke again. 😀");
    teacher.sees("What part of the next discussion could you hand over to students?");
    assert_eq!(state_left_on(&teacher), json!({ "workers": 0, "databases": 0, "hash": "" }));

    teacher.presses("Delete this note…");
    teacher.presses("Delete for good");
    teacher.sees("The note is deleted.");
    teacher.goes_to("/note");
    teacher.writes("Code on the card", TYPED);
    teacher.presses("Open the note");
    teacher.sees("There is no note here: it has not arrived yet, or it is gone.");
    for code in ["01278TB3CQR9Z4WC7T", "01278t"] {
        assert!(!world.log().contains(code), "the card's code never leaves the phone");
    }
}

#[test]
fn a_scanned_card_opens_the_note_and_leaves_no_code_in_the_address() {
    let world = World::new();
    receives_the_note(&world);
    let teacher = world.phone("teacher");
    teacher.goes_to("/note#01278TB3CQR9Z4WC7T");
    teacher.sees("Thank you for having us in.");
    assert_eq!(teacher.path(), "/note");
    assert_eq!(teacher.run("return history.length", vec![]), json!(2), "the blank page and this one");
}

#[test]
fn a_mistyped_code_is_told_apart_from_a_note_that_is_not_here() {
    let world = World::new();
    receives_the_note(&world);
    let teacher = world.phone("teacher");
    teacher.goes_to("/note");

    teacher.writes("Code on the card", MISTYPED);
    teacher.presses("Open the note");
    teacher.sees("One of the letters or numbers is not the card’s.");
    assert_eq!(teacher.field("Code on the card"), MISTYPED.to_uppercase(), "what was typed is kept");

    teacher.writes("Code on the card", "01278T B3CQR9");
    teacher.presses("Open the note");
    teacher.sees("A code has 18 letters and numbers; typed so far: 12.");

    teacher.writes("Code on the card", "01278T B3CQR9 Z4WC7!");
    teacher.presses("Open the note");
    teacher.sees("“!” is not used in codes.");

    teacher.writes("Code on the card", &elsewhere());
    teacher.presses("Open the note");
    teacher.sees("There is no note here: it has not arrived yet, or it is gone.");

    world.network_down();
    teacher.writes("Code on the card", TYPED);
    teacher.presses("Open the note");
    teacher.sees("The server could not be reached. Your code is still here");
    world.network_up();
    teacher.presses("Open the note");
    teacher.sees("Thank you for having us in.");
}

#[test]
fn a_note_that_has_expired_is_not_here() {
    let world = World::new();
    receives_the_note(&world);
    let teacher = world.phone("teacher");
    world.days_pass(75);
    teacher.goes_to("/note#01278TB3CQR9Z4WC7T");
    teacher.sees("Thank you for having us in.");
    world.days_pass(1);
    teacher.goes_to("/note");
    teacher.goes_to("/note#01278TB3CQR9Z4WC7T");
    teacher.sees("There is no note here: it has not arrived yet, or it is gone.");
}

#[test]
fn the_phone_opens_cards_exactly_as_the_tablet_seals_them() {
    let world = World::new();
    let teacher = world.phone("teacher");
    teacher.goes_to("/note");
    let vector = vector();
    let script = "
        const [vector] = arguments;
        const { read, derive, open } = await import('/note/card.js');
        const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
        const cards = vector.typed.map((typed) => hex(read(typed)));
        const misread = vector.misread.map(({ typed }) => {
            try { return `read as ${hex(read(typed))}`; } catch (reason) { return reason.kind; }
        });
        const secret = await derive(read(vector.code));
        return { cards, misread, id: secret.id, context: secret.context, note: await open(vector.sealed, secret) };";
    let found = teacher.run_async(script, vec![vector.clone()]);
    for card in found["cards"].as_array().unwrap() {
        assert_eq!(card, &vector["card"]);
    }
    let kinds: Vec<&Value> = vector["misread"].as_array().unwrap().iter().map(|misread| &misread["kind"]).collect();
    assert_eq!(found["misread"].as_array().unwrap().iter().collect::<Vec<_>>(), kinds);
    let card = domain::note::Card::from_code(vector["code"].as_str().unwrap()).unwrap();
    assert_eq!(found["context"], json!(String::from(card.context_secret())));
    assert_eq!((&found["id"], &found["note"]), (&vector["id"], &vector["note"]));
}

/// The server holds the note of the frozen vector.
fn receives_the_note(world: &World) {
    let sealed: SealedNote = serde_json::from_value(vector()["sealed"].clone()).unwrap();
    let push = Push { district: None, items: vec![Item::of(&Change::Note(sealed))] };
    let server = world.server();
    let pushed = world.wait_for(server.store.push(&push, server.now())).unwrap();
    assert_eq!(pushed.answers[0].outcome, Outcome::Received);
}

/// What somebody who looks into the phone's browser finds of the visit.
fn state_left_on(teacher: &world::Person) -> Value {
    let script = "
        const workers = (await navigator.serviceWorker.getRegistrations()).length;
        return { workers, databases: (await indexedDB.databases()).length, hash: location.hash };";
    teacher.run_async(script, vec![])
}

/// A code with right checks whose note nobody ever sealed.
fn elsewhere() -> String {
    domain::note::Card::from_random(*b"elsewhere.").code()
}

fn vector() -> Value {
    serde_json::from_str(&std::fs::read_to_string(repository().join("data/note-vector.json")).unwrap()).unwrap()
}
