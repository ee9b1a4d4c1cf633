//! Journeys through the product, as people make them: a real server, real browsers, fingers and eyes.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

mod agreement;
mod between_visits;
mod cards;
mod catching_up;
mod cold_start;
mod course_access;
mod district;
mod engines;
mod evidence;
mod families;
mod first_hour;
mod install;
mod languages;
mod lock;
mod my_visits;
mod new_version;
mod note;
mod re_entry;
mod rescue;
mod round;
mod same_everywhere;
mod second_tab;
mod storage;
mod taking_along;
mod talk_strip;
mod this_tablet;
mod traps;
mod units;
mod views;
mod visit_screen;
mod voices_grid;
