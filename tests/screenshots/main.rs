//! Plays short stories and saves every screen: `screenshots OUT_DIR [STORY]`, after `cargo xtask build`.
//!
//! Each screen in four sizes, light and dark, in English and Spanish, with real content; the first ones with none too.
//! A file is called `<language>-<scheme>-<width>x<height>-<screen>.png`.

mod camera;
mod instruments;
mod office;

use std::path::PathBuf;
use std::process::ExitCode;

use world::world::repository;
use world::{Planning, Tablet, World};

use self::camera::{Camera, LANGUAGES, speaks};

const PLANNING: Planning<'static> = Planning {
    purpose: "Do our prompts get a second student to build on the first?",
    look_fors: &["DIS-04", "DIS-06", "EQP-02", "LAS-01"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

/// A story with the name by which it is asked for.
type Story = (&'static str, fn(&Camera));

const STORIES: [Story; 4] = [
    ("nothing", nothing_yet),
    ("round", a_round),
    ("instruments", instruments::a_visit),
    ("office", office::an_administrator),
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        let names = STORIES.map(|(name, _)| name).join(", ");
        eprintln!("say where the pictures go: screenshots OUT_DIR [STORY]; the stories are {names}");
        return ExitCode::FAILURE;
    };
    let (camera, asked) = (Camera::into(folder), arguments.next());
    for (name, play) in STORIES {
        if asked.as_ref().is_none_or(|asked| asked == name) {
            play(&camera);
        }
    }
    ExitCode::SUCCESS
}

/// What a newcomer sees before anything was done.
fn nothing_yet(camera: &Camera) {
    let empty = World::empty();
    let newcomer = empty.tablet("newcomer");
    newcomer.goes_to("/");
    newcomer.sees("There is no school here yet");
    camera.takes(&newcomer, "empty-server");
    drop(newcomer);

    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    camera.takes(&lead, "rounds-none");
    let reader = world.reader("reader");
    reader.picture();
    camera.takes(&reader, "picture-none");
    reader.goes_to("/note");
    camera.takes(&reader, "note-asking");
    reader.goes_to("/nowhere");
    camera.takes(&reader, "no-such-page");
}

/// A round in the sample school, from its plan to its picture beside those of four earlier rounds.
fn a_round(camera: &Camera) {
    let world = World::with_earlier_rounds();
    let lead = world.tablet("lead");
    lead.goes_to("/");
    lead.sees("Lead a round");
    camera.takes(&lead, "start");
    lead.opens_the_lead_door();
    lead.goes_to("/library");
    camera.takes(&lead, "library");
    lead.goes_to("/install");
    lead.sees("Put Noticeboard on this device");
    camera.takes(&lead, "install");
    for language in LANGUAGES {
        lead.goes_to(&format!("/inventory?language={language}"));
        camera.takes_as_it_is(&lead, language, "inventory");
    }
    lead.goes_to("/join");
    camera.takes(&lead, "join");
    lead.plans_a_round(&PLANNING);
    camera.takes(&lead, "round-begun");
    lead.round_code();
    camera.takes_as_it_is(&lead, "en", "round-code");
    lead.prints_cards();
    camera.takes_as_it_is(&lead, "en", "cards-printing");
    camera.takes(&lead, "cards");

    visits(camera, &lead);
    lead.syncs();
    camera.takes(&lead, "this-tablet");
    lead.goes_to("/lead");
    camera.takes(&lead, "rounds");
    lead.goes_to_the_rounds("");
    camera.takes(&lead, "round");
    closes(camera, &lead);

    let reader = world.reader("reader");
    reader.picture();
    camera.takes(&reader, "picture");
    reader.goes_to("/pictures");
    reader.sees("The whole district");
    camera.takes(&reader, "pictures");
    reader.follows("The whole district");
    reader.sees("What was promised");
    camera.takes(&reader, "district");
    lead.loses_the_browser();
    world.network_down();
    lead.opens_the_browser_again("/lead");
    camera.takes(&lead, "rounds-without-network");
    world.network_up();
    reads_a_note(camera, &world);
}

fn visits(camera: &Camera, lead: &Tablet) {
    lead.goes_to_the_round();
    lead.follows_in("Room 12", "Begin a visit");
    lead.sees("Begin the visit");
    camera.takes(lead, "confirm");
    let visit = lead
        .visits("Room 12")
        .counts("Questions that invite reasoning", 7)
        .sees("Invitations beyond volunteers", "seen")
        .shares("Language supports in use", "some")
        .answers_the_block("Students talk to students", "minutes 0 to 2", "seen")
        .minutes_pass(6)
        .hears("“How do you know it doubled?”");
    camera.takes(lead, "visit");
    for sheets in [&SHEETS_IN_ENGLISH, &SHEETS_IN_SPANISH] {
        sheets_of_a_visit(camera, lead, sheets);
    }
    speaks(lead, "en");
    lead.reloads();
    lead.sees("Finish visit");
    let visit = visit.minutes_pass(4);
    visit.goes_to_the_end();
    lead.writes("We noticed", "After “What makes you say that?” four students in a row added to one another.");
    lead.writes("We wonder", "What part of the next discussion could you hand over to students?");
    lead.sees("kept on this tablet as you type");
    camera.takes(lead, "finish");
    lead.presses("Finish and seal the note");
    lead.sees("Hand this over");
    camera.takes(lead, "card");
    for number in 1..=11 {
        let visit = lead.visits(&format!("Room {number}")).counts("Questions that invite reasoning", number % 6);
        let visit = visit.sees("Invitations beyond volunteers", if number % 3 == 0 { "not seen" } else { "seen" });
        visit
            .shares("Language supports in use", if number % 2 == 0 { "most" } else { "few" })
            .minutes_pass(10)
            .finishes();
    }
}

/// What is pressed and typed in the sheets over a visit.
struct Sheets {
    language: &'static str,
    look_for: &'static str,
    what_counts: &'static str,
    boundary: &'static str,
    back: &'static str,
    saw: &'static str,
    sentence: (&'static str, &'static str),
    asked: &'static str,
    phrases: &'static str,
}

const SHEETS_IN_ENGLISH: Sheets = Sheets {
    language: "en",
    look_for: "Questions that invite reasoning",
    what_counts: "What counts",
    boundary: "What counts and what does not",
    back: "Back to the visit",
    saw: "I saw… / I heard…",
    sentence: ("In the room’s words, not yours", "Good discussion, Kayla’s table was engaged"),
    asked: "What did you see or hear there?",
    phrases: "Change these phrases",
};

const SHEETS_IN_SPANISH: Sheets = Sheets {
    language: "es",
    look_for: "Preguntas que invitan a razonar",
    what_counts: "Qué cuenta",
    boundary: "Qué cuenta y qué no",
    back: "Volver a la visita",
    saw: "Vi… / Oí…",
    sentence: (
        "Con las palabras del salón, no con las suyas",
        "Buena discusión, los niños de la mesa 3 estaban interesados",
    ),
    asked: "¿Qué vio u oyó ahí?",
    phrases: "Cambiar estas frases",
};

/// What counts, a sentence with the guard's question, and one's own phrases.
fn sheets_of_a_visit(camera: &Camera, lead: &Tablet, sheets: &Sheets) {
    speaks(lead, sheets.language);
    lead.reloads();
    lead.presses_in(sheets.look_for, sheets.what_counts);
    lead.sees(sheets.boundary);
    camera.takes_as_it_is(lead, sheets.language, "what-counts");
    lead.presses(sheets.back);
    lead.presses(sheets.saw);
    let (field, sentence) = sheets.sentence;
    lead.writes(field, sentence);
    lead.sees(sheets.asked);
    camera.takes_as_it_is(lead, sheets.language, "i-saw");
    lead.presses(sheets.phrases);
    camera.takes_as_it_is(lead, sheets.language, "phrases");
    lead.presses(sheets.back);
}

fn closes(camera: &Camera, lead: &Tablet) {
    lead.goes_to_the_rounds("debrief");
    lead.sees("What did we see and hear?");
    lead.writes("I saw…", "pairs stop when the timer rang, in the middle of a sentence");
    lead.presses("Put it on the board");
    lead.sees("I saw pairs stop");
    camera.takes(lead, "debrief");
    lead.goes_to_the_rounds("close");
    lead.sees("The debrief is not finished.");
    camera.takes(lead, "close-too-soon");
    lead.debriefs(
        ("The principal", "cover two afternoons so that teams can watch one another", "2026-12-04"),
        ("The grade 4–5 team", "Which of our prompts get a second student to add on?"),
    );
    camera.takes(lead, "close");
    lead.closes_the_round();
    camera.takes(lead, "closed");
}

fn reads_a_note(camera: &Camera, world: &World) {
    let vector = std::fs::read_to_string(repository().join("data/note-vector.json")).expect("the vector is kept here");
    let vector: serde_json::Value = serde_json::from_str(&vector).expect("the vector is JSON");
    let sealed = serde_json::from_value(vector["sealed"].clone()).expect("the vector holds a sealed note");
    let items = vec![protocol::push::Item::of(&domain::change::Change::Note(sealed))];
    let server = world.server();
    let push = protocol::push::Push { district: None, items };
    world.wait_for(server.store.push(&push, server.now())).expect("the server takes the note");
    let teacher = world.phone("teacher");
    for language in LANGUAGES {
        teacher.goes_to("/note");
        speaks(&teacher, language);
        teacher.reloads();
        teacher
            .writes(if language == "en" { "Code on the card" } else { "Código de la tarjeta" }, "01278TB3CQR9Z4WC7T");
        teacher.presses(if language == "en" { "Open the note" } else { "Abrir la nota" });
        teacher.sees("before you spoke again");
        camera.takes_as_it_is(&teacher, language, "note");
    }
}
