//! What an administrator sees, and whoever is invited, from an empty server on.

use domain::permission::{Mandate, Role};
use domain::text::Name;
use serde_json::json;

use super::{LANGUAGES, Tour};
use crate::browser::LAPTOP;
use crate::world::repository;
use crate::{Person, World};

/// From the first link to a district that is set up.
pub fn an_administrator(tour: &Tour<'_>) {
    let world = World::empty();
    let administrator = world.person("administrator", LAPTOP);
    let server = world.server();
    let code = world.wait_for(server.store.administrator_code(server.now())).expect("a code").code.code();
    administrator.goes_to("/office");
    takes(tour, &administrator, "/office/sign-in", "office-sign-in");
    administrator.writes("One-time code", &code);
    administrator.presses("Sign in");
    administrator.sees("Setting up, step by step");
    takes(tour, &administrator, "/office", "office-begun");
    for (page, name) in [("roster", "office-roster"), ("people", "office-people-none")] {
        takes(tour, &administrator, &format!("/office/{page}"), name);
    }

    of_the_agreement(tour, &world);
    administrator.goes_to("/office/roster");
    let export = repository().join("data/sample-district");
    let files = ["orgs", "courses", "classes", "academicSessions"].map(|name| export.join(format!("{name}.csv")));
    administrator.chooses_files("File or files", &files);
    administrator.presses("Look first");
    administrator.sees("A look: nothing was changed");
    tour.shows_as_it_is(&administrator, "en", "office-roster-look");
    administrator.presses("Take it in");
    administrator.sees("It is in");
    tour.shows_as_it_is(&administrator, "en", "office-roster-in");
    takes(tour, &administrator, "/office/rooms", "office-rooms");

    administrator.goes_to("/office/people");
    administrator.writes("Name", "Ana Ruiz");
    administrator.picks("What they do", "District lead");
    administrator.picks("Where", "The whole district");
    administrator.presses("Invite and show the code");
    administrator.sees("A code to hand over");
    tour.shows_as_it_is(&administrator, "en", "office-code");
    takes(tour, &administrator, "/office/people", "office-people");
    administrator.goes_to("/office/codes");
    administrator.presses("Make a code");
    takes(tour, &administrator, "/office/codes", "office-codes");
    administrator.follows("Print");
    tour.shows_as_it_is(&administrator, "en", "office-staff-code");
    takes(tour, &administrator, "/office/holds", "office-holds");
    takes(tour, &administrator, "/office", "office-done");

    let leader = world.tablet("leader");
    leader.goes_to("/sign-in");
    leader.sees("What is this device called?");
    tour.shows(&leader, "sign-in");
}

/// The draft of a first agreement, as its lead and the staff's representative see it, and what everybody reads.
fn of_the_agreement(tour: &Tour<'_>, world: &World) {
    let lead = in_the_office(world, "lead", Role::DistrictLead);
    reads(tour, &lead, "/agreement", "agreement-unsigned");
    lead.goes_to("/office/agreement");
    lead.chooses("does not visit its rooms");
    lead.presses("Put it before the staff representative");
    takes(tour, &lead, "/office/agreement", "office-agreement");
    let representative = in_the_office(world, "representative", Role::StaffRepresentative);
    takes(tour, &representative, "/office/signing", "office-signing");
    representative.presses("Sign for the staff");
    representative.sees("No draft waits for a signature.");
    takes(tour, &representative, "/office/pauses", "office-pauses");
    takes(tour, &representative, "/office/reports", "office-reports");
    takes(tour, &representative, "/office/access-log", "office-access-log");
    reads(tour, &representative, "/agreement", "agreement");
    reads(tour, &representative, "/report", "report");
}

/// A page for everyone, whose address says its language.
fn reads(tour: &Tour<'_>, person: &Person, page: &str, name: &str) {
    for language in LANGUAGES {
        person.goes_to(&format!("{page}?language={language}"));
        tour.shows_as_it_is(person, language, name);
    }
}

fn in_the_office(world: &World, name: &str, role: Role) -> Person {
    let (server, who) = (world.server(), Name::parse(name).expect("a name"));
    let mandate = Mandate::everywhere(role);
    let invited = world.wait_for(server.store.invite(&who, &mandate, server.now()));
    let code = invited.expect("somebody is invited").code.code();
    let person = world.person(name, LAPTOP);
    person.goes_to(&format!("/office/sign-in#{code}"));
    person.presses("Sign in");
    person.presses("Use it for the office, in this browser");
    person.sees("Sign out of the office");
    person
}

/// A page of the office in both languages, each as a browser that prefers it would be answered.
pub fn takes(tour: &Tour<'_>, administrator: &Person, page: &str, name: &str) {
    for language in LANGUAGES {
        speaks(administrator, language);
        administrator.goes_to(page);
        tour.shows_as_it_is(administrator, language, name);
    }
    speaks(administrator, "en");
    administrator.goes_to(page);
}

fn speaks(administrator: &Person, language: &str) {
    let cookie = format!("noticeboard-office-language={language}; path=/office");
    administrator.run("document.cookie = arguments[0]", vec![json!(cookie)]);
}
