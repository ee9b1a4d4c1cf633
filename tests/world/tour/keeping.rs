//! Keeping what is on a tablet: a rescue file that another tablet opens and has to decide about, and a lock.

use std::path::PathBuf;

use tempfile::TempDir;

use super::{PLANNING, Spoken, Tour};
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
    let file = saves(&first, &before);
    second.goes_to("/tablet/rescue");
    tour.goes_in_each_language(&second, |spoken| {
        opens(&second, &file, spoken);
        tour.shows_as_it_is(&second, spoken.0, "rescue-found");
    });
    takes(&second, &file);
    second.sees("It is on this tablet now.");
    goes_on(&second).hears("“What makes you say that?”");
    goes_on(&first).counts("Questions that invite reasoning", 1);
    takes(&second, &saves(&first, &after));
    second.sees("One thing says something else on two tablets.");
    tour.shows(&second, "rescue-asking");
    is_locked(tour, &first);
}

/// A lock is set, meets another PIN and one that was forgotten, opens, and is removed.
fn is_locked(tour: &Tour<'_>, lead: &Tablet) {
    lead.goes_to("/tablet");
    tour.goes_in_each_language(lead, |spoken| {
        let shows = |screen| tour.shows_as_it_is(lead, spoken.0, screen);
        lead.presses(spoken.says("Set a PIN or passphrase", "Poner un PIN o una frase de acceso"));
        shows("lock-setting");
        lead.writes(spoken.says("New PIN or passphrase", "PIN o frase de acceso nueva"), PIN);
        lead.writes(spoken.says("The same once more", "Lo mismo otra vez"), PIN);
        lead.presses(spoken.says("Set the lock", "Poner el bloqueo"));
        lead.sees(spoken.says("Write this recovery code down", "Anote este código de recuperación"));
        shows("lock-code");
        lead.presses(spoken.says("I have written it down", "Ya lo anoté"));
        lead.sees(spoken.says("Locks after 15 minutes without a touch.", "Se bloquea a los 15 minutos sin tocarla."));
        lead.reloads();
        lead.sees(spoken.says("This tablet is locked", "Esta tableta está bloqueada"));
        shows("locked");
        lead.writes(spoken.says("PIN or passphrase", "PIN o frase de acceso"), "490818");
        lead.presses(spoken.says("Unlock", "Desbloquear"));
        lead.sees(spoken.says("This is another PIN.", "Es otro PIN."));
        shows("locked-wrong");
        lead.presses(spoken.says("I forgot it", "Lo olvidé"));
        shows("locked-forgotten");
        lead.presses(spoken.says("Back to the PIN", "Volver al PIN"));
        lead.writes(spoken.says("PIN or passphrase", "PIN o frase de acceso"), PIN);
        lead.presses(spoken.says("Unlock", "Desbloquear"));
        lead.presses(spoken.says("Remove the lock", "Quitar el bloqueo"));
        shows("lock-removing");
        lead.writes(spoken.says("PIN or passphrase now", "PIN o frase de acceso actual"), PIN);
        lead.presses(spoken.says("Remove the lock", "Quitar el bloqueo"));
        lead.sees(spoken.says("Without a lock", "Sin bloqueo"));
    });
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

fn opens(tablet: &Tablet, file: &PathBuf, spoken: Spoken) {
    tablet.chooses_files(spoken.says("The rescue file", "El archivo de rescate"), std::slice::from_ref(file));
    tablet.writes(spoken.says("Its passphrase", "Su frase secreta"), PASSPHRASE);
    tablet.presses(spoken.says("Open the file", "Abrir el archivo"));
    tablet.sees(spoken.says("Take what is not here", "Tomar lo que no está aquí"));
}

fn takes(tablet: &Tablet, file: &PathBuf) {
    tablet.goes_to("/tablet/rescue");
    opens(tablet, file, Spoken("en"));
    tablet.presses("Take what is not here");
}
