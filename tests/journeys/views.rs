//! What a picture leads to: groups beside one another, productive talk over the rounds, and paper.

use domain::ids::SchoolId;
use domain::permission::Role;
use domain::release::Release;
use serde_json::json;
use world::{Reader, Tablet, World};

use crate::cards::{A4, LETTER, pages};
use crate::district::{principal_of, tablet_of};

/// In each card, the groups as they stand there, with their rooms.
const GROUPS: &str = "
    return [...document.querySelectorAll('main section.card')]
        .map((card) => [...card.querySelectorAll('.share-row')].map((row) => row.innerText.replace(/\\s+/g, ' ')))
        .filter((rows) => rows.length > 0)";

/// The school's principal, before its newest picture.
pub fn at_the_picture_of(world: &World, school: &str) -> Tablet {
    let principal = principal_of(world, school);
    principal.goes_to("/lead");
    principal.follows("Pictures of the schools");
    principal.follows(school);
    principal.sees("What happens next");
    principal
}

#[test]
fn a_principal_reads_whether_the_same_opportunity_is_in_every_department_and_how_talk_goes_together() {
    let world = World::with_earlier_rounds();
    let principal = at_the_picture_of(&world, "Juniper High School");

    principal.follows("Same opportunity?");
    principal.sees("Is the same opportunity there in every group of rooms?");
    principal.sees("Made to learn from, never for evaluation.");
    let cards: Vec<Vec<String>> = serde_json::from_value(principal.run(GROUPS, vec![])).unwrap();
    assert_eq!(cards.len(), 4);
    // The timetable's order, whatever was seen: it begins with language arts in every card.
    let first: Vec<&str> = cards.iter().map(|rows| rows[0].as_str()).collect();
    assert!(first.iter().all(|name| name.starts_with("Language arts")), "{first:?}");
    for row in cards.iter().flatten() {
        let certain = ["first picture", "fairly steady", "steady"].iter().any(|label| row.contains(label));
        assert!(row.contains(" rooms, ") && certain && row.contains("it could well have been"), "{row}");
    }
    let said = principal.words_of("main section.card ul").unwrap();
    assert!(said.contains("compared with the other rooms") && said.contains("of every 10"), "{said}");

    principal.follows("Productive talk");
    for strand in ["Collaborative discourse", "Equitable participation", "Inquiry"] {
        principal.sees(strand);
    }
    principal.sees("They are not added up");
    principal.sees("Round of "); // Participation was last looked for a round earlier.
    principal.follows("Picture");
    principal.sees("What happens next");
}

#[test]
fn whoever_leads_a_school_next_finds_what_was_promised_and_asked_and_what_came_of_it_in_its_handover_book() {
    let world = World::with_earlier_rounds();
    let principal = at_the_picture_of(&world, "Juniper High School");
    principal.follows("Handover book");
    principal.sees("For whoever leads here next");
    principal.sees("Not done, because:");
    let book = principal.text();
    let school = SchoolId::from_roster("juniper");
    let published = world.wait_for(world.server().store.releases(&school)).unwrap();
    let releases = published.releases.iter().map(|release| serde_json::from_str::<Release>(&release.body).unwrap());
    let releases: Vec<Release> = releases.collect();
    assert!(releases.len() > 2);
    // The newest comes first.
    let mut rest = book.as_str();
    for release in releases.iter().rev() {
        for said in [&release.purpose, &release.action.what, &release.question.asks] {
            let place =
                rest.find(said.as_str()).unwrap_or_else(|| panic!("{said:?} is not where it should be in {book}"));
            rest = &rest[place..];
        }
    }
    assert!(!book.contains("of 10") && !book.contains("In most rooms"), "what was seen stands in its picture: {book}");
    principal.follows("This school’s pictures");
    principal.sees("What happens next");
}

#[test]
fn a_school_that_is_too_small_to_be_shown_alone_has_a_handover_book_that_names_whom_it_was_visited_with() {
    let world = World::with_earlier_rounds();
    let principal = at_the_picture_of(&world, "Dry Fork School");
    principal.follows("Handover book");
    principal.sees("For whoever leads here next");
    let book = principal.text();
    assert!(book.contains("together") && book.contains("Bramble Creek School"), "{book}");
    principal.sees("asks");
}

#[test]
fn what_is_not_compared_says_why() {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    reader.picture();
    reader.follows("Same opportunity?");
    reader.sees("Kindergarten to grade 2 and several grade bands, compared with grades 3 to 5:");
    reader.sees(
        "Together since the round was planned, because at least one of them alone has fewer than 10 rooms in the timetable.",
    );
    // The round that is chosen stays chosen from one way of reading to another.
    reader.presses_in("Look again after a month", "Look at it");
    reader.sees("This round took all its rooms together");
    reader.follows("Picture");
    reader.sees("Look again after a month");
    reader.sees("Not shown, because fewer than 10 ");

    reader.goes_to("/pictures");
    reader.follows("Dry Fork School");
    reader.follows("Same opportunity?");
    reader.sees("This round was grouped by school. Schools are not compared with one another.");
    assert!(!reader.can_see("of every 10"));
    reader.follows("Productive talk");
    reader.sees("No round of this school has looked for it yet.");
}

#[test]
fn a_row_of_rounds_is_told_to_whoever_does_not_see_it_and_names_the_questions_between() {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    reader.picture();
    let talk = reader.picture_of("Questions that invite reasoning");
    for told in ["before it, question 1 was taken on", "23 rooms, fairly steady.", "Seen in about"] {
        assert!(talk.contains(told), "{told}: {talk}");
    }
    reader.sees("Questions that teams took on between the rounds");
    reader.sees("Grade 2 team asked");
}

#[test]
fn a_picture_goes_to_paper_in_black_with_the_same_words_and_nothing_to_press() {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    let on_screen = reader.picture().unwrap();
    reader.commands("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let on_paper = reader.words_of("main").unwrap();
    for line in ["Alder Elementary · round of", "Nothing about fewer than 10 rooms", "never for evaluation"] {
        assert!(on_screen.contains(line) && on_paper.contains(line), "{line}: {on_paper}");
    }
    // The table and what the picture cannot say are folded on the screen.
    for folded in ["Look-for", "There is no score behind it."] {
        assert!(!on_screen.contains(folded) && on_paper.contains(folded), "{folded}: {on_paper}");
    }
    for pressed in ["Print this page", "Same opportunity?", "Look at it"] {
        assert!(on_screen.contains(pressed) && !on_paper.contains(pressed), "{pressed}: {on_paper}");
    }
    let ink = "const ink = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
        return [ink('main', 'color'), ink('.full', 'fill'), ink('html', 'backgroundColor')]";
    assert_eq!(reader.run(ink, vec![]), json!(["rgb(0, 0, 0)", "rgb(0, 0, 0)", "rgb(255, 255, 255)"]));
    for paper in [LETTER, A4] {
        let pages = pages(&reader.prints(paper));
        assert!((2..=5).contains(&pages), "{pages} pages of {paper:?} inches");
    }
}

#[test]
fn the_groups_of_a_round_the_talk_of_a_school_and_a_term_go_to_paper_with_nothing_to_press() {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    reader.picture();
    for (way, there) in [("Same opportunity?", "compared with"), ("Productive talk", "Collaborative discourse")] {
        reader.follows(way);
        goes_to_paper(&reader, there);
    }
    reader.goes_to("/pictures/district");
    goes_to_paper(&reader, "What was promised");
}

fn goes_to_paper(reader: &Reader, there: &str) {
    reader.sees(there);
    assert!(reader.words_of("main").unwrap().contains("Print this page"));
    reader.commands("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let on_paper = reader.words_of("main").unwrap();
    for line in [there, "Nothing about fewer than 10 rooms", "never for evaluation"] {
        assert!(on_paper.contains(line), "{line}: {on_paper}");
    }
    assert!(!on_paper.contains("Print this page"), "{on_paper}");
    for paper in [LETTER, A4] {
        let pages = pages(&reader.prints(paper));
        assert!((1..=6).contains(&pages), "{pages} pages of {paper:?} inches");
    }
    reader.commands("Emulation.setEmulatedMedia", &json!({ "media": "" }));
}

/// A tablet gets what was published so that it can give it back to a server that was restored.
#[test]
fn a_visitors_tablet_shows_no_picture_and_offers_no_plan_and_no_close() {
    let world = World::with_earlier_rounds();
    let mut picture = String::new();
    for (role, may) in [(Role::Principal, true), (Role::Visitor, false)] {
        let tablet = tablet_of(&world, role, "Juniper High School");
        tablet.syncs();
        tablet.goes_to("/lead");
        tablet.sees("Join with a code");
        for way in ["Plan a round", "Pictures of the schools"] {
            assert_eq!(tablet.can_see(way), may, "{way} for {role:?}");
        }
        if may {
            tablet.follows("Pictures of the schools");
            tablet.follows("Juniper High School");
            tablet.sees("What happens next");
            picture = tablet.path();
        }
        world.network_down();
        tablet.goes_to(&picture);
        tablet.sees(if may { "What happens next" } else { "There is no network now." });
        assert_eq!(tablet.can_see("What happens next"), may, "the picture for {role:?}");
        world.network_up();
    }
}
