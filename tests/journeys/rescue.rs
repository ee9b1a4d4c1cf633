//! A rescue file: saved on one tablet, opened on another, where nothing is overwritten.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;
use world::{Planning, Tablet, World};

const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};
const QUESTIONS: &str = "Questions that invite reasoning";
const PASSPHRASE: &str = "four kind owls at noon";

#[test]
fn a_visit_begun_on_one_tablet_is_finished_on_another_from_its_rescue_file_and_counts_once() {
    let (world, folder) = (World::new(), TempDir::new().unwrap());
    let (first, second) = two_tablets(&world);
    world.network_down();
    first.visits("Room 3").counts(QUESTIONS, 2).hears("why do you think so");
    let file = saves(&first, &folder);
    let saved = fs::read_to_string(&file).unwrap();
    assert!(!saved.contains("why") && !saved.contains("Room"), "it is sealed");

    // What is no rescue file, was cut short, or is opened with another passphrase changes nothing.
    second.goes_to("/tablet/rescue");
    second.chooses_files("The rescue file", &[copy(&folder, "photo.nbr", "not one")]);
    second.sees("This is not a rescue file.");
    second.chooses_files("The rescue file", &[copy(&folder, "cut.nbr", &saved[..saved.len() / 2])]);
    second.sees("This file is damaged");
    opens(&second, &file, "five kind owls at noon");
    second.sees("That is not its passphrase.");
    second.writes("Its passphrase", PASSPHRASE);
    second.presses("Open the file");
    second.sees("Room 3");
    second.sees("not finished");
    second.sees("not here: will be taken");
    second.goes_to("/lead");
    assert!(!second.can_see("A visit is under way"), "looking takes nothing");

    takes(&second, &file);
    second.goes_to("/lead");
    second.sees("A visit is under way in Room 3.");
    second.follows("Go on with the visit");
    let visit = second.goes_on_in("Room 3");
    assert_eq!(visit.count(QUESTIONS), 2);
    visit.counts(QUESTIONS, 1).minutes_pass(10).finishes();
    world.network_up();
    second.syncs();
    second.goes_to("/lead");
    second.sees("1 of 34 rooms visited");

    // The first tablet turns up again with its copy. The room has one summary, and its visitor hears of it.
    first.goes_to("/lead");
    first.follows("Go on with the visit");
    first.goes_on_in("Room 3").minutes_pass(10).finishes();
    first.goes_to("/tablet");
    first.presses("Send now");
    first.sees("The server did not take one change");
    assert_eq!(summaries(&world), 1);
}

#[test]
fn where_two_tablets_say_something_else_both_are_kept_until_somebody_says_which_is_right() {
    let (world, folder) = (World::new(), TempDir::new().unwrap());
    let (first, second) = two_tablets(&world);
    world.network_down();
    first.visits("Room 3").counts(QUESTIONS, 2);
    takes(&second, &saves(&first, &folder));
    second.goes_to("/lead");
    second.follows("Go on with the visit");
    second.goes_on_in("Room 3").hears("the class was quiet");
    first.goes_to("/lead");
    first.follows("Go on with the visit");
    first.goes_on_in("Room 3").counts(QUESTIONS, 1);
    let later = TempDir::new().unwrap();
    let file = saves(&first, &later);

    opens(&second, &file, PASSPHRASE);
    second.sees("says something else here: both are kept, and you are asked");
    second.presses("Take what is not here");
    second.sees("One thing says something else on two tablets.");
    // The answer can wait, and nothing is erased meanwhile.
    second.goes_to("/tablet");
    second.sees("Do not sign out of this tablet yet");
    second.reloads();
    second.follows("Say which is right");
    second.sees("the class was quiet");
    second.sees("In the file of");
    second.sees("4 things recorded");
    second.presses("The file’s is right");
    has_the_focus_on(&second, "Sure?");
    second.presses("No, keep both for now");
    has_the_focus_on(&second, "This tablet’s is right");
    second.presses("The file’s is right");
    second.presses("Yes, keep this one");
    second.sees_no_more("One thing says something else on two tablets.");
    has_the_focus_on(&second, "Rescue file");
    second.goes_to("/lead");
    second.follows("Go on with the visit");
    assert_eq!(second.goes_on_in("Room 3").count(QUESTIONS), 3);

    // Opened once more, it asks nothing.
    opens(&second, &file, PASSPHRASE);
    second.sees("All of it is here already.");
}

#[test]
fn what_can_be_read_of_a_store_that_does_not_open_is_rescued_and_nothing_is_deleted() {
    let (world, folder) = (World::new(), TempDir::new().unwrap());
    let (first, second) = two_tablets(&world);
    world.network_down();
    first.visits("Room 3").counts(QUESTIONS, 4);
    first.damages_the_last("mark");
    let before = first.records();
    first.goes_to("/lead");
    first.sees("What is saved on this tablet did not open.");
    first.sees("Noticeboard deleted nothing, and will delete nothing.");
    first.presses("Look for what can be read");
    first.sees("One record could not be read; everything else could.");
    has_the_focus_on(&first, "One record could not be read");
    first.writes("A passphrase for this file", PASSPHRASE);
    let file = first.saves_a_file("Save the rescue file", folder.path());
    assert_eq!(first.records(), before, "the store is as it was");

    opens(&second, &file, PASSPHRASE);
    second.sees("on which one record could not be read");
    second.presses("Take what is not here");
    second.sees("It is on this tablet now.");
    second.goes_to("/lead");
    second.follows("Go on with the visit");
    assert_eq!(second.goes_on_in("Room 3").count(QUESTIONS), 3);
}

#[test]
fn marks_of_a_visit_whose_beginning_is_damaged_are_said_and_taken_where_the_visit_is() {
    let (world, folder) = (World::new(), TempDir::new().unwrap());
    let (first, second) = two_tablets(&world);
    world.network_down();
    first.visits("Room 3").counts(QUESTIONS, 2);
    takes(&second, &saves(&first, &folder));
    first.goes_to("/lead");
    first.follows("Go on with the visit");
    first.goes_on_in("Room 3").counts(QUESTIONS, 1);
    first.damages_the_last("visit");
    first.goes_to("/lead");
    first.presses("Look for what can be read");
    first.sees("4 things that were recorded belong to a visit whose beginning could not be read.");
    first.writes("A passphrase for this file", PASSPHRASE);
    let later = TempDir::new().unwrap();
    let file = first.saves_a_file("Save the rescue file", later.path());

    let third = world.tablet("third");
    world.network_up();
    third.opens_the_lead_door();
    opens(&third, &file, PASSPHRASE);
    third.sees("This tablet does not have that visit, so this is not taken.");
    opens(&second, &file, PASSPHRASE);
    second.sees("goes on from what is here");
    second.presses("Take what is not here");
    second.sees("It is on this tablet now.");
    second.goes_to("/lead");
    second.follows("Go on with the visit");
    assert_eq!(second.goes_on_in("Room 3").count(QUESTIONS), 3);
}

/// Two tablets, of which the first has planned the round that the second has heard of and not joined.
fn two_tablets(world: &World) -> (Tablet, Tablet) {
    let (first, second) = (world.tablet("first"), world.tablet("second"));
    first.opens_the_lead_door();
    first.plans_a_round(&PLANNING);
    first.syncs();
    first.is_kept_for_offline_use();
    second.opens_the_lead_door();
    second.is_kept_for_offline_use();
    (first, second)
}

fn has_the_focus_on(tablet: &Tablet, words: &str) {
    tablet.wait(&format!("have the focus on {words:?}"), || {
        let focus =
            tablet.run("return document.activeElement.matches('body') ? '' : document.activeElement.innerText", vec![]);
        focus.as_str().unwrap().contains(words).then_some(())
    });
}

fn saves(tablet: &Tablet, folder: &TempDir) -> PathBuf {
    tablet.goes_to("/tablet/rescue");
    tablet.writes("A passphrase for this file", "too short");
    tablet.presses("Save the rescue file");
    tablet.sees("12 characters at least");
    tablet.writes("A passphrase for this file", PASSPHRASE);
    let file = tablet.saves_a_file("Save the rescue file", folder.path());
    tablet.sees("Handed to the browser as noticeboard-rescue-");
    file
}

fn opens(tablet: &Tablet, file: &PathBuf, passphrase: &str) {
    if tablet.path() != "/tablet/rescue" {
        tablet.goes_to("/tablet/rescue");
    }
    tablet.chooses_files("The rescue file", std::slice::from_ref(file));
    tablet.writes("Its passphrase", passphrase);
    tablet.presses("Open the file");
}

fn takes(tablet: &Tablet, file: &PathBuf) {
    opens(tablet, file, PASSPHRASE);
    tablet.presses("Take what is not here");
    tablet.sees("It is on this tablet now.");
}

fn copy(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let other = folder.path().join("others");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join(name), text).unwrap();
    other.join(name)
}

/// Summaries that the server holds.
fn summaries(world: &World) -> usize {
    let received = |urn: &str| serde_json::from_str::<Vec<Value>>(urn).unwrap().len();
    world.database().table("urns").column("received").into_iter().map(received).sum()
}
