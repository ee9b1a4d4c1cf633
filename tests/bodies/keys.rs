//! A visitor who has keys alone. Wherever they go, the focus can be seen; whatever they do, it is not lost.

use serde_json::{Value, json};
use world::Person;
use world::body::Key;

/// More stops than any screen has.
const MOST_STOPS: usize = 250;

/// Where the focus is: what it is called, in what it stands, and what is wrong with it.
const FOCUS: &str = "
    const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').replace(' ,', ',').trim();
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', places: [], wrong: 'is lost', tag: 'BODY' };
    // A sheet that scrolls is a stop of its own: it says all that stands in it, and is none of it.
    const inside = element.matches('dialog') ? '' : element.innerText;
    const label = element.getAttribute('aria-label') ?? (element.labels?.length ? element.labels[0].innerText : inside);
    const places = [];
    for (let each = element.parentElement; each; each = each.parentElement) places.push(each.getAttribute('aria-label'));
    const style = (part) => getComputedStyle(part);
    const drawn = [element, element.closest('.choice')].some((part) =>
        part && style(part).outlineStyle !== 'none' && parseFloat(style(part).outlineWidth) >= 2);
    const told = element.matches('[tabindex=\"-1\"]');
    const dialog = document.querySelector('dialog:modal');
    const wrong = dialog && !dialog.contains(element) ? 'is behind a sheet' : !told && !drawn ? 'cannot be seen' : null;
    return { name: plain(label), places, wrong, tag: element.tagName };";

/// The keys of a tablet's keyboard.
pub struct Keys<'person>(pub &'person Person);

impl Keys<'_> {
    /// Goes on with the Tab key to what is called so.
    pub fn goes_to(&self, name: &str) {
        self.walk(name, |focus| focus["name"].as_str().unwrap().contains(name));
    }

    /// The same in a place, such as a look-for.
    pub fn goes_to_in(&self, place: &str, name: &str) {
        self.walk(name, |focus| {
            focus["places"].as_array().unwrap().contains(&json!(place))
                && focus["name"].as_str().unwrap().contains(name)
        });
    }

    /// Goes to what is called so and presses Enter; the focus is somewhere afterwards.
    pub fn enters(&self, name: &str) {
        self.goes_to(name);
        self.presses(Key::Enter);
    }

    /// Presses a key.
    pub fn presses(&self, key: Key) {
        self.0.types_key(key);
    }

    /// Presses the space bar.
    pub fn presses_space(&self) {
        self.0.types(" ");
    }

    /// Waits until the focus is on what is called so, and can be seen there.
    pub fn is_on(&self, name: &str) {
        self.0.wait(&format!("have the focus on {name:?}"), || {
            let focus = self.focus();
            (focus["wrong"].is_null() && focus["name"].as_str().unwrap().contains(name)).then_some(())
        });
    }

    /// Waits until the screen's heading has the focus, from where a screen reader begins.
    pub fn is_on_the_heading(&self) {
        self.0.wait("have the focus on the heading", || (self.focus()["tag"] == "H1").then_some(()));
    }

    /// Goes round with the Tab key: the focus stays in the sheet that lies over the page.
    pub fn stays_in_the_sheet(&self) {
        for _ in 0..20 {
            self.presses(Key::Tab);
            let focus = self.focus();
            // Past the last stop of a page comes the browser's own bar.
            assert!(focus["wrong"].is_null() || focus["tag"] == "BODY", "the focus {focus}");
        }
    }

    /// Chooses one of several, which are one stop, with the arrow keys.
    pub fn picks(&self, first: &str, name: &str) {
        self.goes_to(first);
        for _ in 0..20 {
            if self.focus()["name"].as_str().unwrap().contains(name) {
                self.presses_space();
                return;
            }
            self.presses(Key::Down);
        }
        panic!("the arrow keys do not lead to {name:?}");
    }

    fn walk(&self, name: &str, found: impl Fn(&Value) -> bool) {
        let mut seen = Vec::new();
        for _ in 0..MOST_STOPS {
            let focus = self.focus();
            if found(&focus) {
                assert!(focus["wrong"].is_null(), "the focus on {name:?} {}", focus["wrong"]);
                return;
            }
            assert!(focus["wrong"].is_null() || focus["tag"] == "BODY", "the focus {focus}");
            seen.push(focus["name"].clone());
            self.presses(Key::Tab);
        }
        panic!("the Tab key does not lead to {name:?}: {}", json!(seen));
    }

    fn focus(&self) -> Value {
        self.0.run(FOCUS, vec![])
    }
}
