//! A round in the sample school, from its plan to its picture and the note that a teacher reads.

use super::sheets::{SHEETS, sheets_of_a_visit};
use super::{LANGUAGES, PLANNING, Tour, speaks};
use crate::world::repository;
use crate::{Tablet, World};

/// A round in the sample school, from its plan to its picture beside those of four earlier rounds.
pub fn a_round(tour: &Tour<'_>) {
    let world = World::with_earlier_rounds();
    let lead = world.tablet("lead");
    lead.goes_to("/");
    lead.sees("Lead a round");
    tour.shows(&lead, "start");
    lead.opens_the_lead_door();
    lead.goes_to("/library");
    tour.shows(&lead, "library");
    lead.goes_to("/install");
    lead.sees("Put Noticeboard on this device");
    tour.shows(&lead, "install");
    for language in LANGUAGES {
        lead.goes_to(&format!("/inventory?language={language}"));
        tour.shows_as_it_is(&lead, language, "inventory");
    }
    lead.goes_to("/join");
    tour.shows(&lead, "join");
    lead.goes_to("/lead/plan");
    tour.shows(&lead, "plan");
    lead.plans_a_round(&PLANNING);
    tour.shows(&lead, "round-begun");
    tour.goes_in_each_language(&lead, |spoken| {
        lead.presses(spoken.says("Show the round code", "Mostrar el código de la ronda"));
        tour.shows_as_it_is(&lead, spoken.0, "round-code");
    });
    prints_cards(tour, &lead);

    visits(tour, &lead);
    lead.syncs();
    tour.shows(&lead, "this-tablet");
    lead.goes_to("/lead");
    tour.shows(&lead, "rounds");
    lead.goes_to_the_rounds("");
    tour.shows(&lead, "round");
    closes(tour, &lead);

    let reader = world.reader("reader");
    reader.picture();
    tour.shows(&reader, "picture");
    reader.goes_to("/pictures");
    reader.sees("The whole district");
    tour.shows(&reader, "pictures");
    reader.follows("The whole district");
    reader.sees("What was promised");
    tour.shows(&reader, "district");
    lead.loses_the_browser();
    world.network_down();
    lead.opens_the_browser_again("/lead");
    tour.shows(&lead, "rounds-without-network");
    world.network_up();
    reads_a_note(tour, &world);
}

/// In English the first cards, in Spanish others in their place, because those were put away.
fn prints_cards(tour: &Tour<'_>, lead: &Tablet) {
    lead.prints_cards();
    tour.shows_as_it_is(lead, "en", "cards-printing");
    tour.shows(lead, "cards");
    speaks(lead, "es");
    lead.reloads();
    lead.presses("¿Se dañaron o se perdieron?");
    tour.shows_as_it_is(lead, "es", "cards-spoiled");
    lead.presses("Anularlas e imprimir otras");
    lead.sees("Estas tarjetas van al papel una sola vez");
    tour.shows_as_it_is(lead, "es", "cards-printing");
    speaks(lead, "en");
    lead.reloads();
    lead.presses("Spoiled or lost?");
    tour.shows_as_it_is(lead, "en", "cards-spoiled");
}

fn visits(tour: &Tour<'_>, lead: &Tablet) {
    lead.goes_to_the_round();
    lead.follows_in("Room 12", "Begin a visit");
    lead.sees("Begin the visit");
    tour.shows(lead, "confirm");
    let visit = lead
        .visits("Room 12")
        .counts("Questions that invite reasoning", 7)
        .sees("Invitations beyond volunteers", "seen")
        .shares("Language supports in use", "some")
        .answers_the_block("Students talk to students", "minutes 0 to 2", "seen")
        .minutes_pass(6)
        .hears("“How do you know it doubled?”");
    tour.shows(lead, "visit");
    lead.run("localStorage.setItem('noticeboard-hand', '\"Left\"')", vec![]);
    tour.shows(lead, "visit-left-hand");
    lead.run("localStorage.removeItem('noticeboard-hand')", vec![]);
    for sheets in &SHEETS {
        sheets_of_a_visit(tour, lead, sheets);
    }
    speaks(lead, "en");
    lead.reloads();
    lead.sees("Finish visit");
    let visit = visit.minutes_pass(4);
    visit.goes_to_the_end();
    lead.writes("We noticed", "After “What makes you say that?” four students in a row added to one another.");
    lead.writes("We wonder", "What part of the next discussion could you hand over to students?");
    // Not what was said of the first half: the page is loaded anew next.
    lead.sees_it_drawn();
    lead.sees("kept on this tablet as you type");
    tour.shows(lead, "finish");
    lead.presses("Finish and seal the note");
    lead.sees("Hand this over");
    tour.shows(lead, "card");
    for number in 1..=11 {
        let visit = lead.visits(&format!("Room {number}")).counts("Questions that invite reasoning", number % 6);
        let visit = visit.sees("Invitations beyond volunteers", if number % 3 == 0 { "not seen" } else { "seen" });
        visit
            .shares("Language supports in use", if number % 2 == 0 { "most" } else { "few" })
            .minutes_pass(10)
            .finishes();
    }
}

fn closes(tour: &Tour<'_>, lead: &Tablet) {
    lead.goes_to_the_rounds("debrief");
    lead.sees("What did we see and hear?");
    lead.writes("I saw…", "pairs stop when the timer rang, in the middle of a sentence");
    lead.presses("Put it on the board");
    lead.sees("I saw pairs stop");
    tour.shows(lead, "debrief");
    lead.goes_to_the_rounds("close");
    lead.sees("The debrief is not finished.");
    tour.shows(lead, "close-too-soon");
    lead.debriefs(
        ("The principal", "cover two afternoons so that teams can watch one another", "2026-12-04"),
        ("The grade 4–5 team", "Which of our prompts get a second student to add on?"),
    );
    tour.shows(lead, "close");
    lead.closes_the_round();
    tour.shows(lead, "closed");
}

fn reads_a_note(tour: &Tour<'_>, world: &World) {
    let vector = std::fs::read_to_string(repository().join("data/note-vector.json")).expect("the vector is kept here");
    let vector: serde_json::Value = serde_json::from_str(&vector).expect("the vector is JSON");
    let sealed = serde_json::from_value(vector["sealed"].clone()).expect("the vector holds a sealed note");
    let items = vec![protocol::push::Item::of(&domain::change::Change::Note(sealed))];
    let server = world.server();
    let push = protocol::push::Push { district: None, items };
    world.wait_for(server.store.push(&push, server.now())).expect("the server takes the note");
    let teacher = world.phone("teacher");
    teacher.goes_to("/note");
    tour.goes_in_each_language(&teacher, |spoken| {
        teacher.writes(spoken.says("Code on the card", "Código de la tarjeta"), "01278TB3CQR9Z4WC7T");
        teacher.presses(spoken.says("Open the note", "Abrir la nota"));
        teacher.sees("before you spoke again");
        tour.shows_as_it_is(&teacher, spoken.0, "note");
    });
}
