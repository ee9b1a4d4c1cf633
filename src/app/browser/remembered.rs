//! The few things remembered outside the tablet's sealed store. None of them is about a visit, a room or a teacher.

use std::collections::BTreeSet;

use device::people::{Door, SignedIn};
use domain::ids::SessionId;
use domain::language::Language;
use domain::permission::{Act, Mandate};
use web_sys::Storage;

use super::window;

/// `boot.js` reads it too.
const LANGUAGE: &str = "noticeboard-language";
const DOORS: &str = "noticeboard-doors";
const PEOPLE: &str = "noticeboard-people";
const LEADER: &str = "noticeboard-leader";
const SOUNDS: &str = "noticeboard-sounds";
const HAND: &str = "noticeboard-hand";
const STORED: &str = "noticeboard-stored";

/// The language that was chosen, else the first that the browser prefers and the app speaks, else English.
pub fn language() -> Language {
    let chosen = lasting().and_then(|store| store.get_item(LANGUAGE).ok().flatten());
    let tag = chosen.or_else(|| window().navigator().language()).unwrap_or_default();
    Language::parse(&tag).unwrap_or_default()
}

/// Remembers a language for the next time.
pub fn set_language(language: Language) {
    set(lasting(), LANGUAGE, language.code());
}

/// The doors that were used on this device, as far as this hint knows: a browser that was killed may have lost it, and
/// [`super::keeping::tablets`] then knows better.
pub fn doors() -> Vec<Door> {
    read(lasting(), DOORS).unwrap_or_default()
}

/// Whether somebody leads rounds on this device.
pub fn leads() -> bool {
    doors().contains(&Door::Lead) || people().iter().any(|person| person.mandate.may(Act::Pull))
}

/// Remembers that a door was used.
pub fn use_door(door: Door) {
    let mut doors = doors();
    doors.retain(|used| *used != door);
    doors.push(door);
    set(lasting(), DOORS, &domain::change::write(&doors));
}

/// Who is signed in on this device, in the order in which they came. A tablet may have several leaders.
pub fn people() -> Vec<SignedIn> {
    read(lasting(), PEOPLE).unwrap_or_default()
}

/// Remembers who signed in, in the place of the same person's earlier session.
pub fn keep_person(person: SignedIn) {
    let mut people = people();
    people.retain(|known| (&known.person, &known.mandate) != (&person.person, &person.mandate));
    people.push(person);
    set(lasting(), PEOPLE, &domain::change::write(&people));
}

/// Forgets who signed out, and what was being filled in.
pub fn forget_person(session: &SessionId) {
    let mut people = people();
    people.retain(|known| known.session != *session);
    set(lasting(), PEOPLE, &domain::change::write(&people));
    let chosen: Option<SessionId> = read(lasting(), LEADER);
    if chosen.as_ref() == Some(session)
        && let Some(store) = lasting()
    {
        let _ = store.remove_item(LEADER);
    }
    if let Some(forms) = of_this_tab() {
        let _ = forms.clear();
    }
}

/// Forgets that the leader's door was used, unless another leader is signed in here.
pub fn forget_that_somebody_led() {
    if !people().iter().any(|person| person.mandate.may(Act::Pull)) {
        let mut doors = doors();
        doors.retain(|used| *used != Door::Lead);
        set(lasting(), DOORS, &domain::change::write(&doors));
    }
}

/// The databases that were opened on this device and not erased since: one that is gone was thrown away by the browser.
pub fn stored() -> BTreeSet<String> {
    read(lasting(), STORED).unwrap_or_default()
}

/// Remembers that a database is here, or that it is none of those any more.
pub fn set_stored(name: &str, is_here: bool) {
    let mut stored = stored();
    let changed = if is_here { stored.insert(name.to_owned()) } else { stored.remove(name) };
    if changed {
        set(lasting(), STORED, &domain::change::write(&stored));
    }
}

/// Whose tablet this page has: the leader who was chosen when it was loaded. The same until it is loaded anew, so that
/// a choice in another tab never has one leader's tablet speak in the place of another.
pub fn leader() -> Option<SignedIn> {
    thread_local! {
        static LEADING: Option<SignedIn> = {
            let chosen: Option<SessionId> = read(lasting(), LEADER);
            let mut people = people().into_iter();
            chosen.and_then(|chosen| people.find(|person| person.session == chosen && person.mandate.may(Act::Pull)))
        };
    }
    LEADING.with(Clone::clone)
}

/// In whose place this page leads: the leader's, else that of the sample's door.
pub fn leading() -> Mandate {
    leader().map_or_else(|| Door::Lead.mandate(), |leader| leader.mandate)
}

/// Chooses the leader whose tablet is opened from now on.
pub fn choose_leader(session: &SessionId) {
    set(lasting(), LEADER, &domain::change::write(session));
}

/// Which sounds a visit makes on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sounds {
    /// A tick for each tap.
    pub tick: bool,
    /// A beep when two minutes are over, where the round has two-minute blocks.
    pub beep: bool,
    /// A beep when the four minutes of talk after a visit are over.
    #[serde(default)]
    pub talk: bool,
}

/// The sounds that were chosen; before that the beep alone, because some look-fors are about its moment.
pub fn sounds() -> Sounds {
    read(lasting(), SOUNDS).unwrap_or(Sounds { tick: false, beep: true, talk: false })
}

/// Remembers them for the next visit.
pub fn set_sounds(sounds: Sounds) {
    set(lasting(), SOUNDS, &domain::change::write(&sounds));
}

/// The hand that taps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Hand {
    Left,
    #[default]
    Right,
}

/// The hand that was chosen; before that the right one.
pub fn hand() -> Hand {
    read(lasting(), HAND).unwrap_or_default()
}

/// Remembers it for every visit on this device.
pub fn set_hand(hand: Hand) {
    set(lasting(), HAND, &domain::change::write(&hand));
}

/// What was being filled in before a reload of this tab; nothing when it is of an older shape.
pub fn form<T: serde::de::DeserializeOwned>(name: &str) -> Option<T> {
    read(of_this_tab(), name)
}

/// Keeps what is being filled in until the tab is closed.
pub fn set_form<T: serde::Serialize>(name: &str, form: &T) {
    set(of_this_tab(), name, &domain::change::write(form));
}

/// Forgets a form: it was handed in.
pub fn forget_form(name: &str) {
    if let Some(store) = of_this_tab() {
        let _ = store.remove_item(name);
    }
}

fn read<T: serde::de::DeserializeOwned>(store: Option<Storage>, name: &str) -> Option<T> {
    let text = store?.get_item(name).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

/// A browser that refuses storage only forgets: nothing here is work.
fn set(store: Option<Storage>, name: &str, value: &str) {
    if let Some(store) = store {
        let _ = store.set_item(name, value);
    }
}

fn lasting() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn of_this_tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
