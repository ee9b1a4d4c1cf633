//! The clock of this device, which may be wrong.

use device::surroundings::Clock;
use domain::time::{Day, Moment};

/// The browser's clock.
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Moment {
        now()
    }

    fn steady(&self) -> i64 {
        steady()
    }

    fn day_of(&self, moment: Moment) -> Day {
        day_of(moment)
    }
}

/// The wall-clock time.
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// Milliseconds since the page was loaded, by a counter that nobody can set.
pub fn steady() -> i64 {
    super::window().performance().map_or(0, |performance| performance.now() as i64)
}

/// The day by the calendar on the wall, in this device's time zone.
pub fn today() -> Day {
    day_of(now())
}

/// The day of a moment by the calendar on the wall, in this device's time zone as it was then.
pub fn day_of(moment: Moment) -> Day {
    let minutes_behind_utc = js_sys::Date::new(&(moment.0 as f64).into()).get_timezone_offset();
    Moment(moment.0 - (minutes_behind_utc * 60_000.0) as i64).day()
}

/// Resolves after so many milliseconds, or later when the page sleeps.
pub async fn wait(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let set = super::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        set.expect("a window has a timer");
    });
    // A timer's promise has no way to fail.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
