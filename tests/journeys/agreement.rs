//! An agreement from its draft to a round that is paused: the lead, the staff representative, a tablet and somebody who
//! saw it broken.

use domain::permission::{Mandate, Role};
use domain::text::Name;
use world::browser::LAPTOP;
use world::{Person, Planning, World};

/// Somebody who came into the office with a code that an administrator gave them.
fn in_the_office(world: &World, name: &str, role: Role) -> Person {
    let server = world.server();
    let who = Name::parse(name).unwrap();
    let invited = world.wait_for(server.store.invite(&who, &Mandate::everywhere(role), server.now())).unwrap();
    let person = world.person(name, LAPTOP);
    person.goes_to(&format!("/office/sign-in#{}", invited.code.code()));
    person.presses("Sign in");
    person.presses("Use it for the office, in this browser");
    person.sees("Sign out of the office");
    person
}

#[test]
fn a_lead_drafts_a_representative_signs_and_pauses_and_a_tablet_begins_no_visit_until_it_is_resumed() {
    let world = World::new();
    let lead = in_the_office(&world, "lead", Role::DistrictLead);
    lead.goes_to("/office/agreement");
    lead.writes("How long a visit lasts", "12");
    lead.chooses("does not visit its rooms");
    lead.presses("Put it before the staff representative");
    lead.sees("A draft waits for a signature");

    let representative = in_the_office(&world, "representative", Role::StaffRepresentative);
    representative.follows("A draft of the agreement waits for your signature.");
    representative.sees("From then on: A visit lasts about 12 minutes.");
    representative.sees("From then on: Whoever formally evaluates a school’s teachers does not visit its rooms.");
    representative.presses("Sign for the staff");
    representative.sees("No draft waits for a signature.");

    let tablet = world.tablet("tablet");
    tablet.opens_the_lead_door();
    tablet.plans_a_round(&Planning {
        purpose: "Do our questions invite reasons?",
        look_fors: &["DIS-04"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    tablet.syncs();
    let visit = tablet.visits("Room 3");

    representative.goes_to("/office/pauses");
    representative.presses("Pause Alder");
    representative.sees("paused since");
    // The visit that is under way says so and is finished; no other begins.
    tablet.goes_to("/tablet");
    tablet.presses("Send now");
    tablet.goes_to_the_round();
    tablet.follows("Go on with the visit");
    let visit = {
        drop(visit);
        tablet.goes_on_in("Room 3")
    };
    tablet.sees("Paused by the staff representative since");
    visit.counts("Questions that invite reasoning", 3).minutes_pass(12).finishes();
    tablet.goes_to_the_round();
    tablet.sees("The staff representative paused this round on");
    tablet.follows("Begin a visit");
    tablet.sees("No visit begins until it is resumed.");
    assert!(!tablet.has_button("Begin the visit"));

    representative.presses("Resume Alder");
    representative.sees("Pause Alder");
    tablet.goes_to("/lead");
    tablet.syncs();
    tablet.visits("Room 4").counts("Questions that invite reasoning", 1).minutes_pass(12).finishes();
}

#[test]
fn somebody_without_an_account_reads_the_agreement_and_tells_the_representative_of_misuse() {
    let world = World::new();
    let teacher = world.phone("teacher");
    teacher.goes_to("/agreement?language=es");
    teacher.sees("Nunca para evaluar");
    teacher.sees("una promesa entre personas");
    teacher.follows("Avisar de un mal uso");
    teacher.writes("Qué pasó", "Alguien anotó nombres.");
    teacher.presses("Enviar a la representación");
    teacher.sees("Se envió");

    let representative = in_the_office(&world, "representative", Role::StaffRepresentative);
    representative.goes_to("/office/reports");
    representative.sees("Alguien anotó nombres.");
    representative.presses("Delete…");
    representative.presses("Delete for good");
    representative.sees("No report waits.");
}
