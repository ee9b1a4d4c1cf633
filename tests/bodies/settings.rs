//! Screens under other people's settings: large text, narrow windows, wide spacing, colours of their own, no motion.

use serde_json::{Value, json};
use world::Person;
use world::browser::{PHONE, Screen, TABLET};

/// Reflow is asked for down to 320 CSS pixels (WCAG 2.2, 1.4.10).
const NARROWEST: Screen = (320, 640);
/// What a tablet has left when its page is enlarged to twice the size.
const ZOOMED: Screen = (TABLET.0 / 2, TABLET.1 / 2);
/// Of text, in CSS pixels, where nobody changed it.
const USUAL: u32 = 16;

/// The spacing that a page must bear (WCAG 2.2, 1.4.12).
const SPACING: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
        'p { margin-block-end: 2em !important }');
    window.roomy = sheet;
    document.adoptedStyleSheets.push(sheet)";
const NO_SPACING: &str = "document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== roomy)";

/// What is wrong with the screen, a line each. Leaves the person's settings as they usually are.
pub fn wrong(person: &Person) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut look = |setting: &str, script: &str| {
        person.sees_it_drawn();
        let lines = person.run(script, vec![]);
        let lines = lines.as_array().unwrap_or_else(|| panic!("{setting}: {lines}")).clone();
        wrong.extend(lines.iter().filter_map(Value::as_str).map(|line| format!("{setting}: {line}")));
    };
    let fits = include_str!("fits.js");
    for (setting, size) in [("at 320 pixels", NARROWEST), ("enlarged to 200 %", ZOOMED)] {
        person.resizes(size);
        look(setting, fits);
    }
    person.reads_text_of(2 * USUAL);
    for (setting, size) in [("text of 200 % on a phone", PHONE), ("text of 200 % on a tablet", TABLET)] {
        person.resizes(size);
        look(setting, fits);
    }
    person.reads_text_of(USUAL);
    person.run(SPACING, vec![]);
    for (setting, size) in [("wide spacing on a phone", PHONE), ("wide spacing on a tablet", TABLET)] {
        person.resizes(size);
        look(setting, fits);
    }
    person.run(NO_SPACING, vec![]);
    for (setting, scheme) in [("forced colours, light", "light"), ("forced colours, dark", "dark")] {
        person.prefers(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]);
        assert_eq!(person.run("return matchMedia('(forced-colors: active)').matches", vec![]), json!(true));
        look(setting, include_str!("states.js"));
    }
    person.prefers(&[("prefers-reduced-motion", "reduce")]);
    look("no motion", include_str!("motion.js"));
    wrong
}
