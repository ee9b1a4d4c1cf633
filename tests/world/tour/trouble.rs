//! What goes wrong on a tablet, and what is said then: a change that was refused, a store that stops answering, does not
//! open, or is gone; and the offer of a new version, which is no trouble.

use super::{PLANNING, Spoken, Tour};
use crate::damaged::BREAK_OFF;
use crate::{Planning, Tablet, World};

const QUESTIONS: &str = "Questions that invite reasoning";

/// From two tablets that changed the same thing to one whose browser threw everything away.
pub fn what_goes_wrong(tour: &Tour<'_>) {
    let world = World::new();
    let (lead, second) = (world.tablet("lead"), world.tablet("second"));
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning { look_fors: &["DIS-04"], ..PLANNING });
    lead.is_kept_for_offline_use();
    second.opens_the_lead_door();
    second.joins(&lead.round_code());
    second.is_kept_for_offline_use();
    is_refused(tour, &world, &lead, &second);

    world.deploys_another_version();
    second.looks_for_a_new_version();
    second.goes_to("/lead");
    second.sees("There is a new version.");
    tour.shows(&second, "new-version");

    stops_answering(tour, &lead);
    stops(tour, &lead);
    does_not_open(tour, &lead, &world.tablet("third"));
    second.run_async(THROW_AWAY, vec![]);
    second.goes_to("/lead");
    second.sees("This browser has thrown away what was saved on this tablet.");
    tour.shows(&second, "thrown-away");
}

fn is_refused(tour: &Tour<'_>, world: &World, lead: &Tablet, second: &Tablet) {
    world.network_down();
    for (tablet, day) in [(lead, "2026-11-24"), (second, "2026-11-27")] {
        tablet.goes_to_the_rounds("close");
        tablet.writes("New last day", day);
        tablet.presses("Extend the round");
        tablet.sees("The round now ends on");
    }
    world.network_up();
    lead.syncs();
    second.goes_to("/tablet");
    second.presses("Send now");
    second.sees("The server did not take one change");
    tour.shows(second, "this-tablet-refused");
}

/// While somebody taps, and while a lock is set.
fn stops_answering(tour: &Tour<'_>, lead: &Tablet) {
    lead.visits("Room 3").counts(QUESTIONS, 2);
    tour.goes_in_each_language(lead, |spoken| {
        let questions = spoken.says(QUESTIONS, "Preguntas que invitan a razonar");
        lead.sees(questions);
        lead.run(STOP, vec![]);
        lead.presses_in(questions, spoken.says("counted", "contado"));
        lead.sees(spoken.says("not saved", "no se guardó"));
        tour.shows_as_it_is(lead, spoken.0, "visit-not-saved");
    });
    lead.goes_to("/tablet");
    tour.goes_in_each_language(lead, |spoken| {
        lead.presses(spoken.says("Set a PIN or passphrase", "Poner un PIN o una frase de acceso"));
        lead.writes(spoken.says("New PIN or passphrase", "PIN o frase de acceso nueva"), "490817");
        lead.writes(spoken.says("The same once more", "Lo mismo otra vez"), "490817");
        lead.run(STOP, vec![]);
        lead.presses(spoken.says("Set the lock", "Poner el bloqueo"));
        lead.sees(spoken.says("It is not clear whether the lock", "No está claro si el bloqueo"));
        tour.shows_as_it_is(lead, spoken.0, "lock-lost");
    });
}

/// The page that the app leaves when it has stopped says so in both languages, whichever was chosen.
fn stops(tour: &Tour<'_>, lead: &Tablet) {
    lead.goes_to("/lead");
    tour.goes_in_each_language(lead, |spoken| {
        lead.run("window.isMeantToStop = true; dispatchEvent(new Event('noticeboard-panic'))", vec![]);
        lead.sees("Everything saved on this tablet is safe.");
        lead.sees("Todo lo guardado en esta tableta está a salvo.");
        tour.shows_as_it_is(lead, spoken.0, "stopped");
    });
}

/// A store with one damaged record, of which the rest can be read; and one in which there is nothing.
fn does_not_open(tour: &Tour<'_>, damaged: &Tablet, empty: &Tablet) {
    damaged.damages_the_last("mark");
    damaged.goes_to("/lead");
    empty.goes_to("/inventory");
    empty.run_async(BREAK_OFF, vec![]);
    empty.goes_to("/lead");
    for (tablet, screen, what) in [
        (
            damaged,
            "not-opened",
            Found { english: "One record could not be read", spanish: "Un registro no se pudo leer" },
        ),
        (empty, "not-opened-at-all", Found { english: "Nothing could be read", spanish: "No se pudo leer nada" }),
    ] {
        tablet.sees("What is saved on this tablet did not open.");
        tour.shows(tablet, screen);
        let looked_through = format!("{screen}-looked-through");
        tour.goes_in_each_language(tablet, |spoken: Spoken| {
            tablet.presses(spoken.says("Look for what can be read", "Buscar lo que se pueda leer"));
            tablet.sees(spoken.says(what.english, what.spanish));
            tour.shows_as_it_is(tablet, spoken.0, &looked_through);
        });
    }
}

/// What is said of a store that was looked through.
struct Found {
    english: &'static str,
    spanish: &'static str,
}

/// From the next write on no handle answers any more and none opens, as long as this page is there.
const STOP: &str = "
    const { transaction } = IDBDatabase.prototype, { open } = IDBFactory.prototype;
    let isLost = false;
    const lose = () => {
        if (isLost) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    };
    IDBDatabase.prototype.transaction = function (...given) {
        isLost ||= given[1] === 'readwrite';
        lose();
        return transaction.apply(this, given);
    };
    IDBFactory.prototype.open = function (...given) {
        lose();
        return open.apply(this, given);
    };";

/// Removes every database, as Chromium does after a full disk.
const THROW_AWAY: &str = "
    for (const { name } of await indexedDB.databases()) {
        await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; });
    }
    return null;";
