//! The addresses of all screens, and the story of the tour in which each is looked at. A screen that has no place here
//! fails a test, and so does a story that does not stop where it should.

use std::collections::BTreeSet;
use std::fs;

use world::world::repository;

/// An address, `…` for what differs, with the story that stops there.
const PLACES: [(&str, &str); 45] = [
    // What the app draws: `src/app/route.rs`.
    ("/", "round"),
    ("/sign-in", "office"),
    ("/library", "round"),
    ("/pictures", "round"),
    ("/pictures/district", "round"),
    ("/pictures/…", "round"),
    ("/pictures/…/opportunity", "reading"),
    ("/pictures/…/talk", "reading"),
    ("/pictures/…/book", "reading"),
    ("/lead", "round"),
    ("/lead/plan", "round"),
    ("/join", "round"),
    ("/rounds/…", "round"),
    ("/rounds/…/visit/…", "round"),
    ("/rounds/…/cards", "round"),
    ("/rounds/…/debrief", "round"),
    ("/rounds/…/close", "round"),
    ("/visits/…", "round"),
    ("/visits/…/finish", "round"),
    ("/visits/…/hallway", "between"),
    ("/install", "round"),
    ("/tablet", "round"),
    ("/tablet/rescue", "keeping"),
    ("/nowhere", "nothing"),
    // What the server writes.
    ("/note", "round"),
    ("/inventory", "round"),
    ("/agreement", "office"),
    ("/report", "office"),
    ("/office", "office"),
    ("/office/sign-in", "office"),
    ("/office/people", "office"),
    ("/office/codes", "office"),
    ("/office/codes/…", "office"),
    ("/office/agreement", "office"),
    ("/office/signing", "office"),
    ("/office/pauses", "office"),
    ("/office/reports", "office"),
    ("/office/access-log", "office"),
    ("/office/holds", "office"),
    ("/office/roster", "office"),
    ("/office/rooms", "office"),
    ("/office/families", "families"),
    ("/office/families/…", "families"),
    ("/family", "families"),
    ("/family/…", "families"),
];

#[test]
fn every_screen_has_its_place_on_the_tour() {
    let placed: BTreeSet<String> =
        PLACES.iter().map(|(place, _)| (*place).to_owned()).filter(|place| place != "/nowhere").collect();
    let all: BTreeSet<String> = of_the_app().into_iter().chain(of_the_server()).collect();
    assert_eq!(placed, all, "the tour and the program have the same screens");
}

/// Where a story must stop and did not, given the addresses at which it stopped.
pub fn left_out(story: &str, stops: &BTreeSet<String>) -> Vec<&'static str> {
    let places = PLACES.iter().filter(|(_, told_in)| *told_in == story).map(|(place, _)| *place);
    places.filter(|place| !stops.iter().any(|stop| fits(place, stop))).collect()
}

fn fits(place: &str, stop: &str) -> bool {
    let path = stop.split(['?', '#']).next().unwrap();
    let parts = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (place, path) = (parts(place), parts(path));
    // An address with a name of its own is no other's.
    let own = PLACES.iter().any(|(other, _)| parts(other) == path);
    place == path
        || (!own && place.len() == path.len() && place.iter().zip(&path).all(|(part, is)| part == "…" || part == is))
}

/// The addresses that `Route::at` knows.
fn of_the_app() -> Vec<String> {
    let lines = source("src/app/route.rs");
    let patterns = lines.lines().filter_map(|line| line.trim().strip_prefix('[')?.split_once("] => Route::"));
    let places = patterns.map(|(pattern, _)| {
        let parts = pattern.split(", ").filter(|part| !part.is_empty());
        let parts = parts.map(|part| if part.starts_with('"') { part.trim_matches('"') } else { "…" });
        format!("/{}", parts.collect::<Vec<_>>().join("/"))
    });
    let places: Vec<String> = places.collect();
    assert!(places.len() > 10, "{places:?}");
    places
}

/// The pages that the server writes: what is got under the note page, the agreement, the office, the inventory and the
/// page for families, styles and scripts aside.
fn of_the_server() -> BTreeSet<String> {
    let pages = ["note_page", "agreement_page", "office", "inventory", "family"]
        .map(|folder| source(&format!("src/server/{folder}/mod.rs")));
    let routes = pages.iter().flat_map(|text| text.split(".route(").skip(1));
    let got = routes.filter(|route| route.lines().next().unwrap().contains("get("));
    let paths = got.map(|route| match route.split(',').next().unwrap() {
        "NOTE_PAGE" => "/note",
        "OFFICE" => "/office",
        "INVENTORY" => "/inventory",
        "FAMILY" => "/family",
        "path::FAMILY_PAGE" => "/family/{school}",
        "AGREEMENT" => "/agreement",
        "REPORT" => "/report",
        path => path.trim_matches(['"', '/']),
    });
    // Coming in with a session of the app leads on at once.
    let paths = paths.filter(|path| !path.ends_with(".css") && !path.ends_with(".js") && !path.contains("/enter/"));
    paths.map(|path| format!("/{}", path.trim_matches('/').replace("{school}", "…"))).collect()
}

fn source(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}
