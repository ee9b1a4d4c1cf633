//! A round from its plan to its picture: two tablets, a cut network, a browser that is killed.

mod dump;

use world::{Planning, Tablet, World};

use self::dump::nothing_ties_a_summary_to_anyone;

const QUESTIONS: &str = "Questions that invite reasoning";
const TALK: &str = "Students talk to students";
const INVITED: &str = "Invitations beyond volunteers";
const SUPPORTS: &str = "Language supports in use";

/// All four units; DIS-06 wants an answer every two minutes.
const PLANNING: Planning<'static> = Planning {
    purpose: "Do our prompts get a second student to build on the first?",
    look_fors: &["DIS-04", "DIS-06", "EQP-02", "LAS-01"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

const ACTION: (&str, &str, &str) =
    ("The principal", "cover two afternoons so that teams can watch one another", "2026-12-04");
const QUESTION: (&str, &str) = ("The grade 4 team", "Which prompts get a second student to add on?");

#[test]
fn visits_recorded_without_a_network_become_a_picture_that_points_at_nobody() {
    let world = World::new();
    let (lead, second, principal) = (world.tablet("lead"), world.tablet("second"), world.reader("principal"));
    lead.opens_the_lead_door();
    second.opens_the_lead_door();
    lead.is_kept_for_offline_use();
    second.is_kept_for_offline_use();
    assert_eq!(principal.picture(), None);

    // Planned without a network; the code goes from tablet to tablet, the plan by way of the server.
    world.network_down();
    lead.plans_a_round(&PLANNING);
    second.types_the_round_code(&lead.round_code());
    second.sees("The code is kept. Its plan is not here yet.");
    world.network_up();
    lead.syncs();
    second.syncs();
    second.goes_to("/lead");
    second.follows(PLANNING.purpose);
    second.remembers_the_round();

    world.network_down();
    let card = lead_visits_rooms_1_to_6_and_room_1_again(&lead);
    second_visits_rooms_7_to_12_and_room_6(&second);
    for tablet in [&lead, &second] {
        tablet.goes_to("/tablet");
        tablet.sees("Do not sign out of this tablet yet");
    }

    world.network_up();
    lead.syncs();
    second.syncs();
    // Sent again, nothing comes twice.
    lead.syncs();
    assert_eq!(received(&world, &lead), (14, 12));
    lead.goes_to_the_round();
    lead.sees("12 of 34 rooms visited");

    nothing_ties_a_summary_to_anyone(&world, &lead.round(), &card);
    assert_eq!(principal.picture(), None, "nothing is read before the close");

    closes_the_round(&lead);
    let published = principal.picture().expect("the round is closed");
    assert!(published.contains("12 rooms"), "{published}");
    assert!(principal.picture_of(QUESTIONS).contains("Seen in about 5 of 10 rooms."));
    assert!(principal.picture_of(INVITED).contains("Seen in nearly all rooms."));
    assert!(principal.picture_of(SUPPORTS).contains("Seen in few or no rooms."));
    let hidden = "Not shown, because fewer than 10 of the visited rooms could be counted for it.";
    assert!(principal.picture_of(TALK).contains(hidden));
    assert!(published.contains(ACTION.1) && published.contains(QUESTION.1));

    second.syncs();
    second.goes_to_the_rounds("");
    second.sees("This round is closed");
    second.follows("Read the picture");
    second.sees("What this picture can and cannot say");
    // Whoever leads is asked below the action what came of it; up to there the two read the same.
    let (before, _) = published.split_once(ACTION.1).expect("the action was read above");
    second.wait("read the same", || second.words_of("main").filter(|words| words.starts_with(before)));
    second.sees("Was it done?");
    reads_the_note(&world, &card);
}

/// Seven visits in six rooms: all four units once, a note once, the rest briefly.
fn lead_visits_rooms_1_to_6_and_room_1_again(lead: &Tablet) -> String {
    let whole = lead.visits("Room 1").counts(QUESTIONS, 4).undoes().counts(QUESTIONS, 1).hears("“¿y por qué?”");
    let whole = whole.sees(INVITED, "seen").shares(SUPPORTS, "few");
    let whole =
        ["seen", "not seen", "seen", "not seen"].into_iter().enumerate().fold(whole, |visit, (block, answer)| {
            let from = 2 * block;
            visit.answers_the_block(TALK, &format!("minutes {from} to {}", from + 2), answer).minutes_pass(2)
        });
    let card = whole.minutes_pass(2).finishes_with_a_note(
        "Three students in a row built on what the one before had said.",
        "What might happen if the next question came from a student?",
    );
    for room in ["Room 2", "Room 3"] {
        lead.visits(room)
            .counts(QUESTIONS, 4)
            .sees(INVITED, "seen")
            .shares(SUPPORTS, "none")
            .minutes_pass(10)
            .finishes();
    }
    for room in ["Room 4", "Room 5", "Room 6"] {
        lead.visits(room)
            .counts(QUESTIONS, 2)
            .sees(INVITED, "seen")
            .shares(SUPPORTS, "some")
            .minutes_pass(10)
            .finishes();
    }
    lead.visits("Room 1")
        .counts(QUESTIONS, 4)
        .sees(INVITED, "seen")
        .shares(SUPPORTS, "few")
        .minutes_pass(10)
        .finishes();
    card
}

/// Seven visits, one of them to a room that the other tablet visited; in the middle of one the browser is killed.
fn second_visits_rooms_7_to_12_and_room_6(second: &Tablet) {
    for room in ["Room 7", "Room 8"] {
        second
            .visits(room)
            .counts(QUESTIONS, 4)
            .sees(INVITED, "seen")
            .shares(SUPPORTS, "none")
            .minutes_pass(10)
            .finishes();
    }
    let visit = second.visits("Room 9").minutes_pass(3).counts(QUESTIONS, 4).sees(INVITED, "seen");
    assert_eq!(visit.count(QUESTIONS), 4);
    let place = second.path();
    second.loses_the_browser();
    second.opens_the_browser_again("/lead");
    second.sees("A visit is under way in Room 9.");
    second.follows("Go on with the visit");
    let visit = second.goes_on_in("Room 9");
    assert_eq!(second.path(), place);
    assert_eq!((visit.count(QUESTIONS), visit.choice(INVITED).as_deref()), (4, Some("seen")));
    visit.shares(SUPPORTS, "few").minutes_pass(7).finishes();
    for room in ["Room 10", "Room 11", "Room 12"] {
        second.visits(room).sees(INVITED, "seen").shares(SUPPORTS, "few").minutes_pass(10).finishes();
    }
    second
        .visits("Room 6")
        .counts(QUESTIONS, 2)
        .sees(INVITED, "seen")
        .shares(SUPPORTS, "some")
        .minutes_pass(10)
        .finishes();
}

/// Looks at what would be shown, then closes: nothing is closed without an action and a question.
fn closes_the_round(lead: &Tablet) {
    lead.goes_to_the_rounds("close");
    lead.sees("No leader has taken an action.");
    lead.sees("No team has taken a question.");
    lead.sees("12 rooms visited and received so far.");
    lead.sees("All 2 tablets of this round last said that everything was sent.");
    lead.sees("not shown: 9 more rooms needed");
    lead.debriefs(ACTION, QUESTION);
    lead.closes_the_round();
}

/// How many summaries the server holds of the round, and of how many rooms.
fn received(world: &World, lead: &Tablet) -> (usize, usize) {
    let round = domain::ids::RoundId::parse(&lead.round()).unwrap();
    let tokens = world.wait_for(world.server().store.tokens(&round)).unwrap().tokens;
    let dump = world.database();
    let urn: Vec<domain::visit::Summary> = serde_json::from_str(dump.table("urns").column("received")[0]).unwrap();
    (urn.len(), tokens.len())
}

fn reads_the_note(world: &World, card: &str) {
    let teacher = world.phone("teacher");
    teacher.goes_to(&format!("/note#{card}"));
    teacher.sees("Three students in a row built on what the one before had said.");
    teacher.sees("What might happen if the next question came from a student?");
}
