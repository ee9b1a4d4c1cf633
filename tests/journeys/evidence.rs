//! Evidence in the room: a sentence is written, looked over, linked, changed, and never refused for its words.

use serde_json::{Value, json};
use world::{Planning, Tablet, World};

const QUESTIONS: &str = "Questions that invite reasoning";
const INVITED: &str = "Invitations beyond volunteers";
const BOX: &str = "In the room’s words, not yours";
const ASKED: &str = "What did you see or hear there?";

/// A visit in Room 5 is on the screen.
fn visits(world: &World) -> Tablet {
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning {
        purpose: "Who gets to explain?",
        look_fors: &["DIS-04", "EQP-02"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead.visits("Room 5");
    lead
}

fn opens_evidence(lead: &Tablet) {
    lead.presses("I saw… / I heard…");
    lead.sees("Keep it");
}

/// Which buttons of a group are pressed.
fn pressed(lead: &Tablet, group: &str) -> Value {
    let script = "const group = document.querySelector(`[aria-labelledby=\"${arguments[0]}\"]`);
        return [...group.querySelectorAll('[aria-pressed=\"true\"]')].map((button) => button.textContent)";
    lead.run(script, vec![json!(group)])
}

/// What the guard said of, as it is marked.
fn marked(lead: &Tablet) -> Value {
    lead.run("return [...document.querySelectorAll('.hints mark')].map((mark) => mark.textContent)", vec![])
}

fn in_focus(lead: &Tablet) -> Value {
    lead.run("return document.activeElement.id || document.activeElement.textContent", vec![])
}

#[test]
fn a_sentence_that_judges_or_names_is_asked_about_and_kept_all_the_same() {
    let world = World::new();
    let lead = visits(&world);
    opens_evidence(&lead);
    lead.writes(BOX, "Great talk, Kayla was engaged in Room 5. Student said “that's good!”");
    lead.sees(ASKED);
    assert_eq!(marked(&lead), json!(["Great", "engaged", "Kayla", "Room 5"]));
    lead.sees("Leave out names and room numbers");
    lead.presses("Keep it");
    lead.sees("Written so far: 1 sentence");
    lead.sees("Great talk, Kayla was engaged in Room 5.");
    lead.sees_no_more(ASKED);

    // Its words are changed; it keeps its time, and undo brings the old ones back.
    lead.minutes_pass(2);
    lead.presses("Change");
    lead.writes(BOX, "11 of 20 talked to a partner.");
    lead.presses("Keep the change");
    lead.sees_no_more("Great talk");
    let written = lead.words_of(".sheet .list p").unwrap();
    assert!(written.starts_with("0:"), "{written}");
    assert!(!lead.can_see(ASKED), "what was seen is not asked about");
    lead.presses("Back to the visit");
    lead.sees("saved on this tablet");
    lead.presses("Undo");
    lead.sees("saved on this tablet");
    lead.reloads();
    opens_evidence(&lead);
    lead.sees("Great talk");
    lead.presses("Take out");
    lead.sees("Nothing yet.");
}

#[test]
fn evidence_belongs_to_what_was_tapped_just_now_or_to_what_is_pressed() {
    let world = World::new();
    let lead = visits(&world);
    opens_evidence(&lead);
    assert_eq!(pressed(&lead, "belongs"), json!([]));
    lead.presses("Back to the visit");
    lead.goes_on_in("Room 5").counts(QUESTIONS, 1);
    opens_evidence(&lead);
    assert_eq!(pressed(&lead, "belongs"), json!([QUESTIONS]));
    lead.presses_in("Belongs to", INVITED);
    assert_eq!(pressed(&lead, "belongs"), json!([INVITED]));
    lead.writes(BOX, "Two who had not raised a hand were asked.");
    lead.presses("Keep it");
    lead.wait("see what it belongs to", || lead.words_of(".sheet .tag").filter(|tag| tag == INVITED));
    assert_eq!(pressed(&lead, "belongs"), json!([]), "the next sentence belongs to nothing");
}

#[test]
fn a_sentence_begins_with_a_phrase_of_ones_own_which_this_tablet_keeps() {
    let world = World::new();
    let lead = visits(&world);
    opens_evidence(&lead);
    lead.presses("A student said: “");
    assert_eq!((in_focus(&lead), pressed(&lead, "saw")), (json!("evidence"), json!(["I heard"])));
    assert_eq!(lead.field(BOX), "A student said: “");

    // What was begun is there again after the sheet was closed.
    lead.presses("Back to the visit");
    opens_evidence(&lead);
    assert_eq!(lead.field(BOX), "A student said: “");

    lead.presses("Change these phrases");
    lead.presses("Take out “I counted”");
    lead.writes("Another phrase", "At the rug:");
    lead.presses("Add it");
    lead.sees("At the rug:");
    lead.presses("Done with phrases");
    lead.reloads();
    // The sentence that was begun opens its sheet again.
    lead.sees("Keep it");
    assert_eq!(lead.field(BOX), "A student said: “");
    lead.writes(BOX, "");
    lead.wait("be offered the own phrase alone", || {
        (lead.has_button("At the rug:") && !lead.has_button("I counted")).then_some(())
    });
    lead.presses("At the rug:");
    assert_eq!(lead.field(BOX), "At the rug: ");
    lead.presses("Change these phrases");
    lead.presses("Noticeboard’s phrases again");
    lead.presses("Done with phrases");
    lead.sees("I counted");
}

#[test]
fn what_counts_is_one_tap_away_while_the_clock_goes_on_and_leaves_as_it_came() {
    let world = World::new();
    let lead = visits(&world);
    for leaves in [LEAVES_BY_ESCAPE, LEAVES_BY_A_TAP_BESIDE, LEAVES_BY_A_SWIPE] {
        // As a keyboard does it, so that there is a focus to return to.
        lead.run("document.querySelector('.look .about').focus(); document.activeElement.click()", vec![]);
        lead.sees("What counts and what does not");
        lead.sees("For example");
        assert!(!lead.can_see("To think about"), "only what is needed while counting");
        let shown = || lead.words_of(".grip").unwrap();
        let before = shown();
        lead.wait("see the clock go on", || (shown() != before).then_some(()));
        lead.run(leaves, vec![]);
        lead.sees_no_more("What counts and what does not");
        assert!(in_focus(&lead).as_str().unwrap().contains("What counts"), "the focus is back");
    }
    lead.goes_on_in("Room 5").counts(QUESTIONS, 1);
}

const LEAVES_BY_ESCAPE: &str =
    "document.querySelector('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))";
const LEAVES_BY_A_TAP_BESIDE: &str = "
    const at = { clientX: 4, clientY: 4, bubbles: true };
    const sheet = document.querySelector('dialog');
    sheet.dispatchEvent(new PointerEvent('pointerdown', at));
    sheet.dispatchEvent(new MouseEvent('click', at));";
const LEAVES_BY_A_SWIPE: &str = "
    const grip = document.querySelector('.grip');
    grip.dispatchEvent(new PointerEvent('pointerdown', { clientX: 100, clientY: 300, bubbles: true }));
    grip.dispatchEvent(new PointerEvent('pointerup', { clientX: 110, clientY: 380, bubbles: true }));";
