//! Ten taps a second for twenty seconds: all of them saved, and the page grows by little more than they are.

use std::time::Duration;

use world::soak::soak;

#[test]
fn ten_taps_a_second_are_all_saved_and_the_page_does_not_grow() {
    let soaked = soak(Duration::from_secs(20), |_| {});
    assert!(soaked.taps > 100 && soaked.is_whole(), "{soaked}");
    assert!(soaked.is_flat(), "{soaked}");
}
