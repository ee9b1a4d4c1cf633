//! A visitor with printed cards: on paper once, scanned in the room, opened by the teacher.

use domain::code_of::CodeOf;
use serde_json::json;
use world::{Planning, Tablet, World};

const PLANNING: Planning<'static> = Planning {
    purpose: "Do our prompts get a second student to build on the first?",
    look_fors: &["DIS-04", "EQP-02"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

/// Paper in inches.
pub const LETTER: (f64, f64) = (8.5, 11.0);
pub const A4: (f64, f64) = (8.27, 11.69);

const IN_HAND: &str = "Scan or type the card you have in hand";

#[test]
fn a_visitor_scans_a_printed_card_without_a_network_and_its_teacher_reads_the_note() {
    let world = World::new();
    let visitor = planned(&world);
    let cards = visitor.prints_cards();
    visitor.presses("Done: put the codes away");
    visitor.sees("8 cards on paper");
    visitor.is_kept_for_offline_use();

    world.network_down();
    visitor.visits("Room 1").goes_to_the_end();
    keeps_an_eye_on_the_camera(&visitor);
    writes_a_note(&visitor, "two students added to one another");
    visitor.holds_before_the_camera(&address(&world, &cards[2]));
    scans(&visitor);
    visitor.sees("This is card 3. The note will be sealed to it.");
    assert_eq!(cameras_on(&visitor), 0, "the camera goes off once the card is read");
    visitor.presses("Finish and seal the note");
    visitor.sees("Hand this over");
    visitor.sees("Card 3");
    world.network_up();
    visitor.syncs();

    let teacher = world.phone("teacher");
    teacher.goes_to(&format!("/note#{}", cards[2]));
    teacher.sees("two students added to one another");
    let other = world.phone("teacher of another room");
    other.goes_to(&format!("/note#{}", cards[3]));
    other.sees("There is no note here: it has not arrived yet, or it is gone.");
}

#[test]
fn a_card_that_opens_another_note_or_is_no_card_is_refused_and_typing_one_stays_possible() {
    let world = World::new();
    let visitor = planned(&world);
    let cards = visitor.prints_cards();
    world.network_down();
    visitor.visits("Room 1").finishes_with_a_note("a question was asked twice", "Who else heard it?");
    visitor.visits("Room 2").goes_to_the_end();
    writes_a_note(&visitor, "se levantaron cuatro manos");
    visitor.presses("Español");

    // Somebody made two copies: the second of card 1 would open the note about Room 1.
    visitor.holds_before_the_camera(&address(&world, &cards[0]));
    scans(&visitor);
    visitor.sees("This card was used: it opens another note.");
    visitor.presses("Camera off");
    visitor.holds_before_the_camera(&CodeOf::Round.address(&world.origin(), "0123456789"));
    visitor.presses("Scan the card");
    visitor.sees("That is a round’s code. Another code is wanted here.");
    visitor.presses("Camera off");
    visitor.holds_before_the_camera("WIFI:S:guest;;");
    visitor.presses("Scan the card");
    visitor.sees("That is a QR code, but not one of Noticeboard’s.");
    visitor.presses("Camera off");

    visitor.writes("Code on the card", &domain::note::Card::from_random(*b"elsewhere.").code());
    visitor.sees("This card is not one of this tablet’s unused cards.");
    visitor.writes("Code on the card", &cards[4].to_lowercase());
    visitor.sees("This is card 5. The note will be sealed to it.");
    visitor.presses("Finish and seal the note");
    visitor.sees("Card 5");

    // The card was lost on the way: the same note goes on another.
    visitor.presses("Was the card lost?");
    visitor.chooses("Card 8");
    visitor.presses("Seal it to card 8");
    visitor.sees("Card 8");
    world.network_up();
    visitor.syncs();
    let teacher = world.phone("teacher");
    for card in [4, 7] {
        teacher.goes_to("/library");
        teacher.goes_to(&format!("/note#{}", cards[card]));
        teacher.sees("se levantaron cuatro manos");
        let language = teacher.run("return document.getElementById('noticed').lang", vec![]);
        assert_eq!(language, json!("es"), "the note is the same on both cards");
    }
}

#[test]
fn cards_go_to_paper_once_and_printing_again_voids_the_first_print() {
    let world = World::new();
    let visitor = planned(&world);
    let first = visitor.prints_cards();
    assert_eq!(first.len(), 8);
    for paper in [A4, LETTER] {
        assert_eq!(pages(&visitor.prints(paper)), 1, "eight cards fit on {paper:?}");
    }
    visitor.presses("Done: put the codes away");
    visitor.sees("Cards 1 to 8 are not used yet.");
    visitor.reloads();
    visitor.sees("Cards 1 to 8 are not used yet.");
    assert!(!codes_in_the_page(&visitor), "what was printed cannot be printed from here any more");

    visitor.presses("Spoiled or lost?");
    visitor.presses("Void them and print new ones");
    let second = visitor.cards_on_the_screen();
    assert_eq!(second.len(), 8);
    assert!(second.iter().all(|code| !first.contains(code)));
    visitor.presses("Done: put the codes away");
    visitor.sees("Cards 9 to 16 are not used yet.");

    visitor.visits("Room 1").goes_to_the_end();
    writes_a_note(&visitor, "a pause of three seconds");
    visitor.presses(IN_HAND);
    visitor.writes("Code on the card", &first[0]);
    visitor.sees("This card is not one of this tablet’s unused cards.");
    visitor.writes("Code on the card", &second[0]);
    visitor.sees("This is card 9. The note will be sealed to it.");
}

#[test]
fn a_team_tablet_joins_by_scanning_the_round_code() {
    let world = World::new();
    let lead = planned(&world);
    let code = lead.round_code();
    lead.syncs();
    let second = world.tablet_with_a_camera("second");
    second.opens_the_lead_door();
    second.syncs();
    second.goes_to("/join");
    second.holds_before_the_camera(&CodeOf::Round.address(&world.origin(), &code));
    second.presses("Scan the code");
    second.sees("Begin a visit");
    second.sees(PLANNING.purpose);
}

#[test]
fn where_the_camera_is_not_allowed_the_code_is_typed() {
    let world = World::new();
    let newcomer = world.tablet_with_a_camera("newcomer");
    newcomer.goes_to("/sign-in");
    newcomer.forbids_the_camera();
    newcomer.presses("Scan the code");
    newcomer.sees("The camera is not allowed here.");
    newcomer.writes("Code", "ABC");
    assert_eq!(newcomer.field("Code"), "ABC");

    newcomer.holds_before_the_camera(&CodeOf::SignIn.address(&world.origin(), "0123456789"));
    newcomer.presses("Scan the code");
    newcomer.wait("have the code read", || (newcomer.field("Code") == "0123456789").then_some(()));
}

#[test]
fn the_camera_goes_off_with_the_screen_that_opened_it() {
    let world = World::new();
    let lead = planned(&world);
    lead.goes_to("/join");
    keeps_an_eye_on_the_camera(&lead);
    lead.holds_before_the_camera("nothing of ours");
    lead.presses("Scan the code");
    lead.sees("That is a QR code, but not one of Noticeboard’s.");
    assert_eq!(cameras_on(&lead), 1);
    lead.follows("‹ Rounds");
    lead.sees(PLANNING.purpose);
    assert_eq!(cameras_on(&lead), 0);
}

/// A tablet with a camera and a round to visit in.
fn planned(world: &World) -> Tablet {
    let tablet = world.tablet_with_a_camera("visitor");
    tablet.opens_the_lead_door();
    tablet.plans_a_round(&PLANNING);
    tablet
}

fn address(world: &World, card: &str) -> String {
    CodeOf::Card.address(&world.origin(), card)
}

fn writes_a_note(visitor: &Tablet, noticed: &str) {
    visitor.writes("We noticed", noticed);
    visitor.writes("We wonder", "What came before it?");
    visitor.sees("kept on this tablet as you type");
}

/// Opens what holds the camera, and the camera.
fn scans(visitor: &Tablet) {
    visitor.presses(IN_HAND);
    visitor.presses("Scan the card");
}

/// From now on the page counts its cameras.
fn keeps_an_eye_on_the_camera(visitor: &Tablet) {
    let script = "
        window.cameras = [];
        const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wanted) => {
            const stream = await open(wanted);
            window.cameras.push(...stream.getTracks());
            return stream;
        };";
    visitor.run(script, vec![]);
}

fn cameras_on(visitor: &Tablet) -> u64 {
    let script = "return window.cameras.filter((track) => track.readyState === 'live').length";
    visitor.run(script, vec![]).as_u64().unwrap()
}

fn codes_in_the_page(visitor: &Tablet) -> bool {
    visitor.run("return document.querySelectorAll('.code, .qr').length > 0", vec![]) == json!(true)
}

/// How many pages a PDF has.
pub fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page\n").count()
}
