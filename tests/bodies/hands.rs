//! Left hand and right: what is pressed most stands on the side of the hand that taps.

use serde_json::json;
use world::World;
use world::browser::{PHONE, TABLET};

use crate::keyboard::in_a_round;

#[test]
fn the_screen_of_a_visit_is_laid_out_for_either_hand_and_stays_so() {
    let world = World::new();
    let lead = in_a_round(&world);
    lead.visits("Room 12");
    let stands = |what: &str| {
        let script = "const [tools, tally] = ['.tools', '.tally'].map((each) => document.querySelector(each));
            const side = (part, whole) => {
                const [inner, outer] = [part, whole].map((each) => each.getBoundingClientRect());
                return inner.left + inner.width / 2 < outer.left + outer.width / 2 ? 'left' : 'right';
            };
            return {
                finish: side(tools.querySelector('.main'), tools),
                count: side(tally.querySelector('.plus'), tally),
                scrolls: document.documentElement.scrollHeight > innerHeight,
            };";
        for screen in [PHONE, TABLET, (1180, 820)] {
            lead.resizes(screen);
            let expected = json!({ "finish": what, "count": what, "scrolls": false });
            assert_eq!(lead.run(script, vec![]), expected, "at {screen:?}");
        }
        lead.resizes((320, 640));
        let aside = "return document.documentElement.scrollWidth > innerWidth";
        assert_eq!(lead.run(aside, vec![]), json!(false), "nothing lies to the side at 320 pixels");
        lead.resizes(TABLET);
    };
    stands("right");
    lead.presses("This visit");
    lead.chooses("Left hand");
    lead.presses("Back to the visit");
    stands("left");
    lead.reloads();
    lead.sees("Finish visit");
    stands("left");
    // What goes from none to all does so for everyone.
    let bands =
        "return [...document.querySelectorAll('.five button')].map((band) => band.getBoundingClientRect().left)";
    let bands: Vec<f64> = serde_json::from_value(lead.run(bands, vec![])).unwrap();
    assert!(bands.is_sorted(), "{bands:?}");
    lead.goes_to("/tablet");
    lead.chooses("Right hand");
    lead.goes_to("/lead");
    lead.follows("Go on with the visit");
    lead.sees("Finish visit");
    stands("right");
}
