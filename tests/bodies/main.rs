//! Noticeboard for every body: all screens under the rules of WCAG 2.2 and other people's settings, and whole visits by
//! key, by ear and with either hand.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

mod axe;
mod hands;
mod keyboard;
mod keyboard_round;
mod keys;
mod listening;
mod places;
mod settings;
mod steps;
mod tour;
