//! What the app says of a visit's clock, of a button that is held, of a tap that was not taken and of promises. The app
//! builds only for a browser; these parts of it need none, and are tested here.

#[path = "../src/app/screens/visit/block_clock.rs"]
mod block_clock;
#[path = "../src/app/words/delivery.rs"]
#[expect(dead_code, reason = "all but the sentence about promises is asked on the screens alone")]
mod delivery;
#[expect(dead_code, reason = "since when it runs is asked on the screen alone")]
#[path = "../src/app/screens/visit/hold.rs"]
mod hold;
#[expect(dead_code, reason = "all but why a tap was not taken is asked on the screen alone")]
#[path = "../src/app/words/visit/mod.rs"]
mod visit_words;

use std::collections::BTreeSet;

use device::tablet::VisitRefused;
use domain::library::Library;
use domain::visit::Refused;

#[test]
fn a_tap_that_is_not_taken_is_told_its_own_reason_in_both_languages() {
    let look_for = Library::shipped().look_fors[0].id.clone();
    let refused = [
        Refused::Ended,
        Refused::NotLookedFor(look_for.clone()),
        Refused::CountedOut(look_for, 5),
        Refused::BlockToCome(2),
        Refused::BlockOver(2),
        Refused::HeardBefore(3),
        Refused::SeatInUse(3),
        Refused::NothingToTakeBack(7),
    ];
    for words in [visit_words::EN, visit_words::ES] {
        let said: BTreeSet<String> =
            refused.iter().map(|why| (words.not_saved)(&VisitRefused::Mark(why.clone()))).collect();
        assert_eq!(said.len(), refused.len(), "{said:#?}");
    }
}
