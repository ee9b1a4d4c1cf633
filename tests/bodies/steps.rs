//! Where a step takes the place of the one that had the focus, the focus goes on to it: the lock of a tablet, and a rescue
//! file.

use serde_json::json;
use tempfile::TempDir;
use world::World;
use world::body::Key;

use crate::keyboard::in_a_round;
use crate::keys::Keys;

const PASSPHRASE: &str = "four kind owls at noon";
const PIN_NOW: &str = "PIN or passphrase now";

#[test]
fn whoever_has_keys_alone_is_led_through_setting_changing_and_removing_a_lock() {
    let world = World::new();
    let lead = in_a_round(&world);
    let keys = Keys(&lead);
    let hands_in = |typed: &str| {
        lead.types(typed);
        keys.presses(Key::Enter);
    };
    lead.goes_to("/tablet");
    keys.enters("Set a PIN or passphrase");
    keys.is_on("New PIN or passphrase");
    keys.enters("Leave it as it is");
    keys.is_on("Set a PIN or passphrase");
    keys.presses(Key::Enter);
    keys.is_on("New PIN or passphrase");
    hands_in("49");
    lead.sees("Use at least 6 characters.");
    keys.is_on("New PIN or passphrase");
    lead.types("0817");
    keys.goes_to("The same once more");
    hands_in("4908");
    lead.sees("The two are not the same.");
    keys.is_on("The same once more");
    hands_in("17");
    keys.is_on("Write this recovery code down");
    keys.enters("I have written it down");
    keys.is_on("Lock");

    keys.enters("Change it");
    keys.is_on(PIN_NOW);
    lead.types("490818");
    keys.goes_to("New PIN or passphrase");
    lead.types("four kind owls");
    keys.goes_to("The same once more");
    hands_in("four kind owls");
    lead.sees("This is another PIN.");
    keys.is_on(PIN_NOW);
    assert_eq!(lead.field(PIN_NOW), "");
    keys.enters("Leave it as it is");
    keys.is_on("Change it");

    keys.enters("Remove the lock");
    keys.is_on(PIN_NOW);
    hands_in("490818");
    lead.sees("This is another PIN.");
    keys.is_on(PIN_NOW);
    hands_in("490817");
    lead.sees("Without a lock");
    keys.is_on("Lock");
}

#[test]
fn whoever_has_keys_alone_is_led_from_a_rescue_file_to_what_is_in_it_and_to_what_was_taken() {
    let (world, folder) = (World::new(), TempDir::new().unwrap());
    let first = in_a_round(&world);
    first.visits("Room 3").counts("Questions that invite reasoning", 2);
    first.goes_to("/tablet/rescue");
    first.writes("A passphrase for this file", PASSPHRASE);
    let file = first.saves_a_file("Save the rescue file", folder.path());

    let second = world.tablet("second");
    second.opens_the_lead_door();
    second.goes_to("/tablet/rescue");
    let keys = Keys(&second);
    let opens = || {
        second.chooses_files("The rescue file", std::slice::from_ref(&file));
        keys.is_on("Its passphrase");
    };
    opens();
    second.types("another");
    keys.presses(Key::Enter);
    second.sees("That is not its passphrase.");
    keys.is_on("Its passphrase");
    second.writes("Its passphrase", PASSPHRASE);
    keys.presses(Key::Enter);
    keys.is_on("In this file");
    keys.enters("Take nothing");
    let is_on_the_file =
        || (second.run("return document.activeElement.id", vec![]) == json!("rescue-file")).then_some(());
    second.wait("have the focus on the file", is_on_the_file);

    second.reloads();
    opens();
    second.types(PASSPHRASE);
    keys.presses(Key::Enter);
    keys.is_on("In this file");
    keys.enters("Take what is not here");
    keys.is_on("It is on this tablet now.");
}
