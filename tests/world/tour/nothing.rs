//! What a newcomer sees before anything was done.

use super::Tour;
use crate::World;

/// What a newcomer sees before anything was done.
pub fn nothing_yet(tour: &Tour<'_>) {
    let empty = World::empty();
    let newcomer = empty.tablet("newcomer");
    newcomer.goes_to("/");
    newcomer.sees("There is no school here yet");
    tour.shows(&newcomer, "empty-server");
    drop(newcomer);

    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    tour.shows(&lead, "rounds-none");
    lead.opens_a_second_tab("/lead");
    lead.sees("Noticeboard is already open in another tab.");
    tour.shows(&lead, "second-tab");
    lead.goes_to("/rounds/none");
    tour.shows(&lead, "no-such-round");
    scans(tour, &world);
    let reader = world.reader("reader");
    reader.picture();
    tour.shows(&reader, "picture-none");
    reader.goes_to("/note");
    tour.shows(&reader, "note-asking");
    reader.goes_to("/nowhere");
    tour.shows(&reader, "no-such-page");
}

/// Before the camera lies something that is no code of ours.
fn scans(tour: &Tour<'_>, world: &World) {
    let newcomer = world.tablet_with_a_camera("scanner");
    newcomer.opens_the_lead_door();
    newcomer.goes_to("/join");
    newcomer.holds_before_the_camera("a poster on the wall");
    tour.goes_in_each_language(&newcomer, |spoken| {
        newcomer.presses(spoken.says("Scan the code", "Escanear el código"));
        newcomer.sees(spoken.says("not one of Noticeboard’s", "no de Noticeboard"));
        tour.shows_as_it_is(&newcomer, spoken.0, "join-scanning");
    });
}
