//! A short pulse under the finger, on devices that can.

use super::{call, window};

/// Milliseconds of a pulse: felt, and over before the next tap.
const PULSE: u32 = 15;

/// Vibrates once; does nothing on devices without vibration, iPad and iPhone among them.
pub fn pulse() {
    call(&window().navigator(), "vibrate", &[PULSE.into()]);
}
