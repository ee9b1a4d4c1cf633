//! A tablet in the hands of somebody who leads visits.

use std::cell::RefCell;
use std::ops::Deref;

use domain::library::{Library, LookFor};

use crate::person::Person;
use crate::visiting::Visiting;
use crate::world::SCHOOL;

/// A tablet with the app. Everything a [`Person`] can do can be done here too.
pub struct Tablet {
    person: Person,
    /// The address of the round it is in.
    round: RefCell<String>,
}

/// What a lead decides when planning.
pub struct Planning<'plan> {
    /// The sentence that everyone who is visited reads.
    pub purpose: &'plan str,
    /// The ids of what to look for.
    pub look_fors: &'plan [&'plan str],
    /// The first day, such as `2026-11-09`.
    pub opens: &'plan str,
    /// The last day.
    pub ends: &'plan str,
}

impl Tablet {
    /// Somebody with a tablet.
    pub fn new(person: Person) -> Tablet {
        Tablet { person, round: RefCell::default() }
    }

    /// Opens the app and the door of those who lead; waits until the school has arrived.
    pub fn opens_the_lead_door(&self) {
        self.goes_to("/");
        self.follows("Lead a round");
        self.sees("Rounds");
        self.waits_for_the_school();
    }

    /// Signs in with a one-time code; the school has arrived when this returns.
    pub fn signs_in_with(&self, code: &str) {
        self.goes_to(&format!("/sign-in#{code}"));
        self.presses("Sign in");
        self.has_come_in();
    }

    /// Waits until the sign-in is done and the school has arrived.
    pub fn has_come_in(&self) {
        // What the form promises stands on the screen before its answer: the address tells them apart.
        self.wait("come in", || (self.path() == "/lead").then_some(()));
        self.sees("Rounds");
        self.waits_for_the_school();
    }

    fn waits_for_the_school(&self) {
        self.wait("have the school", || (!self.can_see("has not heard of any school")).then_some(()));
    }

    /// Plans a round in the school, all rooms together, and opens it.
    pub fn plans_a_round(&self, planning: &Planning<'_>) {
        self.plans_a_round_with(planning, &[]);
    }

    /// The same, with these look-fors recorded with their instruments.
    pub fn plans_a_round_with(&self, planning: &Planning<'_>, instruments: &[&str]) {
        self.plans_a_round_by("Not at all", planning, instruments);
    }

    /// The same, with its rooms grouped in a way such as `By grade band`.
    pub fn plans_a_round_by(&self, grouping: &str, planning: &Planning<'_>, instruments: &[&str]) {
        self.fills_in_a_plan_by(grouping, planning, instruments);
        self.opens_the_planned_round();
    }

    /// Writes down what a round is to be, and does not open it yet.
    pub fn fills_in_a_plan_by(&self, grouping: &str, planning: &Planning<'_>, instruments: &[&str]) {
        self.goes_to("/lead");
        self.follows("Plan a round");
        self.chooses(SCHOOL);
        self.writes("First day", planning.opens);
        self.writes("Last day", planning.ends);
        self.writes("What do you want to find out together?", planning.purpose);
        for id in planning.look_fors {
            self.chooses_look_for(look_for(id));
            if instruments.contains(id) {
                self.chooses_in(&look_for(id).label.en, "Record it with");
            }
        }
        self.chooses(grouping);
    }

    /// Opens the round whose plan is on the screen.
    pub fn opens_the_planned_round(&self) {
        self.presses("Open the round");
        self.sees("Another tablet joins");
        self.remembers_the_round();
    }

    /// The code by which another tablet joins, without spaces.
    pub fn round_code(&self) -> String {
        self.goes_to_the_round();
        if self.has_button("Show the round code") {
            self.presses("Show the round code");
        }
        let code = self.wait("see the round code", || self.words_of(".code"));
        code.split_whitespace().collect()
    }

    /// Types a round code; the tablet has joined when this returns.
    pub fn joins(&self, code: &str) {
        self.types_the_round_code(code);
        self.sees("Begin a visit");
        self.remembers_the_round();
    }

    /// Types a round code and goes on.
    pub fn types_the_round_code(&self, code: &str) {
        self.goes_to("/lead");
        self.follows("Join with a code");
        self.writes("Round code", code);
        self.presses("Join");
    }

    /// Goes to the round's screen.
    pub fn goes_to_the_round(&self) {
        let round = self.round.borrow().clone();
        if self.path() != round {
            self.goes_to(&round);
        }
        self.sees("Rooms");
    }

    /// Goes to a screen of the round.
    pub fn goes_to_the_rounds(&self, screen: &str) {
        let round = self.round.borrow().clone();
        self.goes_to(&format!("{round}/{screen}"));
    }

    /// The round's id.
    pub fn round(&self) -> String {
        self.round.borrow().trim_start_matches("/rounds/").to_owned()
    }

    /// Begins a visit to a room in which mathematics is on.
    pub fn visits(&self, room: &str) -> Visiting<'_> {
        self.goes_to_the_round();
        self.begins_in(room);
        self.chooses("Mathematics");
        self.presses("Begin the visit");
        self.sees("Finish visit");
        Visiting::new(self, room)
    }

    /// The visit that is on the screen already.
    pub fn goes_on_in(&self, room: &str) -> Visiting<'_> {
        self.sees(room);
        self.sees("Finish visit");
        Visiting::new(self, room)
    }

    /// Sends what waits and hears what is new; waits until nothing is left to send.
    pub fn syncs(&self) {
        self.goes_to("/tablet");
        self.presses("Send now");
        self.sees("It is safe to sign out of this tablet.");
    }

    /// Waits until the browser keeps the whole app.
    pub fn is_kept_for_offline_use(&self) {
        // A worker claims the page when all is kept; WebKitGTK then often does not tell the page that it is activated.
        let script = "const { active } = await navigator.serviceWorker.ready;
            return active?.state === 'activated' || navigator.serviceWorker.controller !== null";
        self.wait("have the app kept", || self.run_async(script, vec![]).as_bool().filter(|kept| *kept));
    }

    /// The browser looks whether the server has another version, and has it ready when this returns.
    pub fn looks_for_a_new_version(&self) {
        let script = "const registration = await navigator.serviceWorker.ready;
            await registration.update();
            return registration.waiting !== null";
        self.wait("have a new version wait", || self.run_async(script, vec![]).as_bool().filter(|waits| *waits));
    }

    /// Writes on the board what closing needs.
    pub fn debriefs(&self, action: (&str, &str, &str), question: (&str, &str)) {
        let (owner, what, by) = action;
        let (team, asks) = question;
        self.goes_to_the_rounds("debrief");
        self.presses("4 Next step");
        self.writes_in("One action a leader owns", "Who owns it", owner);
        self.writes_in("One action a leader owns", "will", what);
        self.writes_in("One action a leader owns", "By", by);
        self.writes_in("One question a team takes on", "Which team", team);
        self.writes_in("One question a team takes on", "asks", asks);
        // At once: what was typed is stored even when the screen is left before the pause that it waits for.
        self.follows("To the close");
        self.sees("Close and publish");
        self.sees_no_more("No team has taken a question.");
    }

    /// Closes the round for good.
    pub fn closes_the_round(&self) {
        self.goes_to_the_rounds("close");
        self.presses("Close and publish");
        self.presses("Yes, close and publish");
        self.sees("The round is closed.");
    }

    /// Prints eight cards; their codes, in the order of their numbers. They are on the screen until they are put away.
    pub fn prints_cards(&self) -> Vec<String> {
        self.goes_to_the_rounds("cards");
        // A browser without a screen leaves a print that a page asked for open, and makes no PDF beside it.
        self.run("window.print = () => {}", vec![]);
        self.presses("Print eight cards");
        self.cards_on_the_screen()
    }

    /// The codes of the cards that are being printed.
    pub fn cards_on_the_screen(&self) -> Vec<String> {
        self.wait("see eight cards", || {
            let script = "return [...document.querySelectorAll('.handout .code')].map((code) => code.innerText)";
            let codes = self.run(script, vec![]);
            let codes: Vec<String> = codes.as_array()?.iter().filter_map(|code| code.as_str()).map(bare).collect();
            (!codes.is_empty()).then_some(codes)
        })
    }

    fn begins_in(&self, room: &str) {
        let link = if self.can_see_in(room, "Visit again") { "Visit again" } else { "Begin a visit" };
        self.follows_in(room, link);
    }

    fn chooses_look_for(&self, look_for: &LookFor) {
        let label = look_for.label.in_language(domain::language::Language::En).as_str();
        self.opens_the_group_of(label);
        self.chooses(label);
    }

    /// Look-fors lie in groups that open and close.
    fn opens_the_group_of(&self, label: &str) {
        let script = "const box = [...document.querySelectorAll('details input')]
                .find((box) => [...box.labels].some((each) => each.textContent.includes(arguments[0])));
            const group = box?.closest('details');
            return group && !group.open ? group.querySelector('summary').innerText : null";
        let closed = self.wait(&format!("find {label:?}"), || {
            let found = self.run(script, vec![label.into()]);
            (!found.is_null() || self.can_see(label)).then_some(found)
        });
        if let Some(group) = closed.as_str() {
            self.presses(&group.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// From now on the round on the screen is the one that is meant.
    pub fn remembers_the_round(&self) {
        let path = self.wait("be in a round", || Some(self.path()).filter(|path| path.starts_with("/rounds/")));
        self.round.replace(path);
    }
}

impl Deref for Tablet {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}

/// A look-for of the library that ships.
pub fn look_for(id: &str) -> &'static LookFor {
    let id = domain::library::LookForId::parse(id).expect("an id such as DIS-04");
    Library::shipped().current(&id).expect("a look-for of the library")
}

fn bare(code: &str) -> String {
    code.split_whitespace().collect()
}
