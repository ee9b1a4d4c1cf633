//! Keeping what is on a tablet: a rescue file that another tablet opens and has to decide about, and a lock.

use std::path::PathBuf;

use tempfile::TempDir;

use super::{LANGUAGES, PLANNING, Tour, speaks};
use crate::visiting::Visiting;
use crate::{Planning, Tablet, World};

const PASSPHRASE: &str = "four kind owls at noon";
const PIN: &str = "490817";

/// A visit that two tablets go on with, and a tablet that is locked.
pub fn files_and_locks(tour: &Tour<'_>) {
    let world = World::new();
    let (first, second) = (world.tablet("first"), world.tablet("second"));
    first.opens_the_lead_door();
    first.plans_a_round(&Planning { look_fors: &["DIS-04"], ..PLANNING });
    first.syncs();
    second.opens_the_lead_door();
    first.visits("Room 3").counts("Questions that invite reasoning", 2);
    first.goes_to("/tablet/rescue");
    tour.shows(&first, "rescue");
    let (before, after) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    opens(&second, &saves(&first, &before));
    tour.shows_as_it_is(&second, "en", "rescue-found");
    second.presses("Take what is not here");
    second.sees("It is on this tablet now.");
    goes_on(&second).hears("“What makes you say that?”");
    goes_on(&first).counts("Questions that invite reasoning", 1);
    opens(&second, &saves(&first, &after));
    second.presses("Take what is not here");
    second.sees("One thing says something else on two tablets.");
    tour.shows(&second, "rescue-asking");
    is_locked(tour, &first);
}

fn is_locked(tour: &Tour<'_>, lead: &Tablet) {
    lead.goes_to("/tablet");
    lead.presses("Set a PIN or passphrase");
    tour.shows_as_it_is(lead, "en", "lock-setting");
    lead.writes("New PIN or passphrase", PIN);
    lead.writes("The same once more", PIN);
    lead.presses("Set the lock");
    lead.sees("Write this recovery code down");
    tour.shows_as_it_is(lead, "en", "lock-code");
    lead.presses("I have written it down");
    lead.sees("Locks after 15 minutes without a touch.");
    lead.reloads();
    lead.sees("This tablet is locked");
    tour.shows(lead, "locked");
    lead.writes("PIN or passphrase", "490818");
    lead.presses("Unlock");
    lead.sees("another PIN");
    tour.shows_as_it_is(lead, "en", "locked-wrong");
    for language in LANGUAGES {
        speaks(lead, language);
        lead.reloads();
        lead.presses(if language == "en" { "I forgot it" } else { "Lo olvidé" });
        tour.shows_as_it_is(lead, language, "locked-forgotten");
    }
}

fn goes_on(tablet: &Tablet) -> Visiting<'_> {
    tablet.goes_to("/lead");
    tablet.follows("Go on with the visit");
    tablet.goes_on_in("Room 3")
}

fn saves(tablet: &Tablet, folder: &TempDir) -> PathBuf {
    tablet.goes_to("/tablet/rescue");
    tablet.writes("A passphrase for this file", PASSPHRASE);
    tablet.saves_a_file("Save the rescue file", folder.path())
}

fn opens(tablet: &Tablet, file: &PathBuf) {
    tablet.goes_to("/tablet/rescue");
    tablet.chooses_files("The rescue file", std::slice::from_ref(file));
    tablet.writes("Its passphrase", PASSPHRASE);
    tablet.presses("Open the file");
    tablet.sees("Take what is not here");
}
