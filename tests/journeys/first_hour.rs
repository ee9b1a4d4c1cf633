//! An administrator's first hour: from an empty server to a first round on a second device, over HTTPS; and the way back
//! in for one who is locked out.

use domain::agreement::{Agreement, Term};
use domain::symbols::in_groups;
use world::browser::LAPTOP;
use world::world::{SCHOOL, repository};
use world::{Person, Planning, World};

/// The code that the terminal shows at the first start, and by `noticeboard admin-link`.
fn code_from_the_terminal(world: &World) -> String {
    let server = world.server();
    world.wait_for(server.store.administrator_code(server.now())).unwrap().code.code()
}

/// The code on the page, as its QR code carries it.
fn code_on(administrator: &Person) -> String {
    let code = administrator.wait("see a code", || administrator.words_of(".big-code"));
    code.split_whitespace().collect()
}

/// Invites somebody and gives the code that the page shows.
fn invites(administrator: &Person, name: &str, role: &str, school: &str) -> String {
    administrator.goes_to("/office/people");
    administrator.writes("Name", name);
    administrator.picks("What they do", role);
    administrator.picks("Where", school);
    administrator.presses("Invite and show the code");
    administrator.sees("A code to hand over");
    code_on(administrator)
}

#[test]
fn an_administrators_first_hour_ends_with_a_first_round_on_a_second_device() {
    let world = World::empty_over_https();
    let administrator = world.person("administrator", LAPTOP);
    let code = code_from_the_terminal(&world);
    administrator.goes_to("/");
    administrator.sees("There is no school here yet");
    administrator.goes_to(&format!("/office/sign-in#{code}"));
    assert_eq!(administrator.field("One-time code"), code);
    administrator.presses("Sign in");
    administrator.sees("Setting up, step by step");

    administrator.sees("The agreement is signed");
    world.agrees(&Agreement::before_signatures().with(Term::VisitMinutes(12)));
    administrator.goes_to("/office");
    administrator.sees("done");

    administrator.follows("Bring in the timetable");
    let export = repository().join("data/sample-school");
    let files = ["orgs", "courses", "classes", "academicSessions"].map(|name| export.join(format!("{name}.csv")));
    administrator.chooses_files("File or files", &files);
    administrator.presses("Look first");
    administrator.sees("A look: nothing was changed");
    administrator.presses("Take it in");
    administrator.sees("It is in");

    let for_lead = invites(&administrator, "Ana Ruiz", "District lead", "The whole district");
    let lead = world.tablet("lead");
    lead.goes_to("/sign-in");
    lead.writes("Code", &for_lead);
    lead.writes("What is this device called?", "iPad 3");
    lead.presses("Sign in");
    lead.has_come_in();
    lead.is_kept_for_offline_use();
    lead.plans_a_round(&Planning {
        purpose: "Do our questions invite reasons?",
        look_fors: &["DIS-04"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    let round = lead.round_code();

    let for_visitor = invites(&administrator, "Ben Ode", "Visitor", SCHOOL);
    let visitor = world.tablet("visitor");
    visitor.signs_in_with(&for_visitor);
    visitor.joins(&round);
    visitor.visits("Room 3").counts("Questions that invite reasoning", 2);
    visitor.sees("12");

    administrator.goes_to("/office/codes");
    administrator.presses("Make a code");
    administrator.sees("since");
    administrator.goes_to("/office");
    administrator.sees("Everything is set up");
    administrator.goes_to("/office/people");
    administrator.sees("iPad 3");
}

#[test]
fn a_locked_out_administrator_comes_back_in_with_a_link_from_the_server() {
    let world = World::empty();
    let lost = code_from_the_terminal(&world);
    let administrator = world.person("administrator", LAPTOP);
    administrator.goes_to("/office");
    administrator.sees("Sign in to the office");
    let mistyped = format!("{}{}", if lost.starts_with('0') { "1" } else { "0" }, &lost[1..]);
    administrator.writes("One-time code", &mistyped);
    administrator.presses("Sign in");
    administrator.sees("One of the symbols was mistyped.");

    // Another link ends the one before it.
    let code = code_from_the_terminal(&world);
    administrator.writes("One-time code", &lost);
    administrator.presses("Sign in");
    administrator.sees("This code lets nobody in");
    administrator.writes("One-time code", &in_groups(&code.to_lowercase(), 5));
    administrator.presses("Sign in");
    administrator.sees("Setting up, step by step");
    administrator.reloads();
    administrator.follows("People");
    administrator.sees("administrator");
}

#[test]
fn two_leaders_on_one_tablet_do_not_see_each_others_visits_and_an_ended_session_stops_no_recording() {
    let world = World::empty_over_https();
    world.agrees(&Agreement::before_signatures());
    let administrator = world.person("administrator", LAPTOP);
    administrator.goes_to(&format!("/office/sign-in#{}", code_from_the_terminal(&world)));
    administrator.presses("Sign in");
    administrator.sees("Setting up");
    administrator.goes_to("/office/roster");
    let export = repository().join("data/sample-school");
    let files = ["orgs", "courses", "classes", "academicSessions"].map(|name| export.join(format!("{name}.csv")));
    administrator.chooses_files("File or files", &files);
    administrator.presses("Look first");
    administrator.presses("Take it in");
    administrator.sees("It is in");

    let code = invites(&administrator, "Ana Ruiz", "District lead", "The whole district");
    let tablet = world.tablet("shared");
    tablet.signs_in_with(&code);
    tablet.plans_a_round(&Planning {
        purpose: "Do our questions invite reasons?",
        look_fors: &["DIS-04"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });

    // The administrator signs the device out; the visit goes on all the same.
    administrator.goes_to("/office/people");
    administrator.presses("Sign out tablet");
    administrator.sees("signed in nowhere");
    let visit = tablet.visits("Room 3").counts("Questions that invite reasoning", 2);
    assert_eq!(visit.count("Questions that invite reasoning"), 2);
    visit.minutes_pass(10).finishes();
    tablet.goes_to("/lead");
    tablet.sees("Nobody is signed in on this tablet any more");
    tablet.sees("1 thing still on this tablet");

    let code = invites(&administrator, "Ben Ode", "District lead", "The whole district");
    tablet.signs_in_with(&code);
    assert!(!tablet.can_see("1 thing still on this tablet"), "Ana’s visit is in Ben’s tablet");

    // Ana comes back with a new code, finds her visit, and it goes out.
    administrator.goes_to("/office/people");
    administrator.presses_in("Ana Ruiz", "New code");
    let code = code_on(&administrator);
    tablet.signs_in_with(&code);
    tablet.sees("everything received");
    tablet.sees("1 of 34 rooms visited");
}
