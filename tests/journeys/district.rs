//! A district's term: schools side by side, what was promised, and what came of it.

use domain::permission::{Mandate, Role};
use domain::text::Name;
use world::{Tablet, World};

/// In each look-for's card, the schools that are shown, in their order on the page.
const SCHOOLS: &str = "
    return [...document.querySelectorAll('main ul.cards')]
        .map((list) => [...list.querySelectorAll('strong')].map((name) => name.textContent))";

#[test]
fn a_reader_sees_the_schools_of_a_district_side_by_side_and_what_was_promised() {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    reader.goes_to("/");
    reader.follows("Read the school’s picture");
    reader.follows("The whole district");
    reader.sees("Rivermoor Unified · term of August 1 – December 31, 2026");

    let lists = reader.run(SCHOOLS, vec![]);
    let lists: Vec<Vec<String>> = serde_json::from_value(lists).unwrap();
    assert!(lists.len() > 4, "{lists:?}");
    for names in &lists {
        assert!(names.is_sorted(), "by the alphabet and not by what was seen: {names:?}");
    }
    let all = [
        "Alder Elementary",
        "Bramble Creek School",
        "Cottonwood Flat School",
        "Dry Fork School",
        "Juniper High School",
    ];
    assert!(lists.iter().any(|names| *names == all), "{lists:?}");

    let talk = reader.picture_of("Questions that invite reasoning");
    assert!(talk.contains("Shown together with Bramble Creek School and Dry Fork School."), "{talk}");
    let home = reader.picture_of("Home languages as a resource");
    assert!(home.contains("too few rooms to speak about without pointing at someone"), "{home}");

    reader.sees("What was promised");
    for owner in ["Assistant principal will", "Head of Bramble Creek School will", "Team of the small schools asks"] {
        reader.sees(owner);
    }
    reader.sees("Of 9 promises whose day has passed, 4 were done, 3 were not and 2 have no word yet.");
    reader.sees("Done: They came for a day, and then asked to visit rooms together with us.");
    reader.sees("Not done, because: Substitutes were found for two of the six periods");
    reader.sees("that day has passed, and nothing was said yet");
    reader.presses("Look at the term before");
    reader.sees("term of January 1 – July 31, 2026");
    reader.presses("Look at the present term");
    reader.sees("term of August 1 – December 31, 2026");
}

#[test]
fn a_leader_without_a_network_reads_the_term_from_what_the_tablet_keeps() {
    let world = World::with_earlier_rounds();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.is_kept_for_offline_use();
    lead.syncs();
    lead.closes_the_browser();
    world.network_down();
    lead.opens_the_browser_again("/lead");
    lead.sees("Plan a round");
    lead.follows("Pictures of the schools");
    lead.follows("The whole district");
    lead.sees("There is no network now. This is what was read on this device before.");
    lead.sees("term of August 1 – December 31, 2026");
    lead.sees("Shown together with Bramble Creek School and Dry Fork School.");
    lead.presses("Look at the term before");
    lead.sees("term of January 1 – July 31, 2026");
}

/// A principal who signed in with a code of the office.
pub fn principal_of(world: &World, school: &str) -> Tablet {
    tablet_of(world, Role::Principal, school)
}

/// The tablet of somebody with this role in a school, signed in.
pub fn tablet_of(world: &World, role: Role, school: &str) -> Tablet {
    let server = world.server();
    let schools = world.wait_for(server.store.schools()).unwrap().schools;
    let school = schools.into_iter().find(|other| other.name == school).unwrap();
    let mandate = Mandate { role, school: Some(school.id) };
    let name = Name::parse("Ana Ruiz").unwrap();
    let invited = world.wait_for(server.store.invite(&name, &mandate, server.now())).unwrap();
    let tablet = world.tablet(role.word());
    tablet.signs_in_with(&invited.code.code());
    tablet.is_kept_for_offline_use();
    tablet
}

#[test]
fn a_principal_says_without_a_network_that_the_action_was_done_and_the_district_lead_reads_it() {
    let world = World::with_earlier_rounds();
    let principal = principal_of(&world, "Juniper High School");
    principal.goes_to("/lead");
    principal.follows("Pictures of the schools");
    principal.follows("Juniper High School");
    principal.sees("that day has passed, and nothing was said yet");
    principal.sees("Was it done?");

    world.network_down();
    principal.presses("No, it was not");
    principal.sees("Say in a sentence why it was not done.");
    principal.writes("What came of it, or why it was not done", "The tables came a week late");
    principal.presses("No, it was not");
    principal.sees("Not done, because: The tables came a week late");
    principal.sees("Saved on this tablet. It goes to the server when there is a network.");
    principal.reloads();
    principal.sees("Not done, because: The tables came a week late");
    principal.sees("There is no network now");

    world.network_up();
    principal.presses("Say it otherwise");
    principal.writes("What came of it, or why it was not done", "Twelve rooms have tables");
    principal.presses("Yes, it was done");
    principal.sees("Done: Twelve rooms have tables");
    principal.sees("Everyone who reads this picture reads it now.");

    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.follows("Pictures of the schools");
    lead.follows("The whole district");
    lead.sees("Of 9 promises whose day has passed, 5 were done, 3 were not and 1 has no word yet.");
    lead.sees("Done: Twelve rooms have tables");
    let reader = world.reader("reader");
    reader.goes_to("/");
    reader.follows("Read the school’s picture");
    reader.follows("Juniper High School");
    reader.sees("Done: Twelve rooms have tables");
    assert!(!reader.can_see("Was it done?") && !reader.has_button("Say it otherwise"));
}

#[test]
fn a_principal_reads_and_does_not_answer_for_a_round_that_other_schools_share() {
    let world = World::with_earlier_rounds();
    let principal = principal_of(&world, "Dry Fork School");
    principal.goes_to("/lead");
    principal.follows("Pictures of the schools");
    principal.follows("Dry Fork School");
    principal.sees("that day has passed, and nothing was said yet");
    assert!(!principal.can_see("Was it done?"));
}
