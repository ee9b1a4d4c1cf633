//! A district's term: schools side by side, and what was promised.

use world::World;

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
