//! The page for a school's families on paper: both languages on one sheet, with a code that leads back to it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use world::browser::PHONE;
use world::{Person, World};

use crate::cards::{A4, LETTER, pages};

/// Pixels of the screen for one of the page: a phone's camera sees more of a small code than a test's screen shows.
const SCALE: u32 = 4;

/// Where the code stands in the window.
const PLACE: &str = "
    const code = document.querySelector('.qr');
    code.scrollIntoView();
    const { x, y, width, height } = code.getBoundingClientRect();
    return { x, y, width, height }";

/// The pixels of a place in a picture of the window as a canvas gives them, in base 64, and how wide it is.
const PIXELS: &str = "
    const [png, place, scale] = arguments;
    const picture = new Image();
    picture.src = `data:image/png;base64,${png}`;
    await picture.decode();
    const [x, y, width, height] = [place.x, place.y, place.width, place.height].map((side) => Math.round(side * scale));
    const drawing = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    drawing.drawImage(picture, -x, -y);
    const { data } = drawing.getImageData(0, 0, width, height);
    const reader = new FileReader();
    await new Promise((resolve) => {
        reader.onload = resolve;
        reader.readAsDataURL(new Blob([data]));
    });
    return [reader.result.split(',')[1], width]";

/// What the camera of a phone reads from the code on the page, as it is drawn now.
fn scanned(family: &Person) -> Option<String> {
    let (width, height) = PHONE;
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": SCALE, "mobile": false });
    family.commands("Emulation.setDeviceMetricsOverride", &screen);
    let place = family.run(PLACE, vec![]);
    let picture = family.commands("Page.captureScreenshot", &json!({}));
    let seen = family.run_async(PIXELS, vec![picture["data"].clone(), place, json!(SCALE)]);
    let pixels = BASE64_STANDARD.decode(seen[0].as_str().unwrap()).unwrap();
    scanner::read(&pixels, seen[1].as_u64().unwrap() as usize)
}

#[test]
fn the_page_for_families_goes_to_paper_on_one_sheet_with_a_code_that_opens_it_again() {
    let world = World::with_earlier_rounds();
    let family = world.phone("family");
    family.goes_to("/family");
    family.follows("Juniper High School");
    family.sees("What the adults will do next");
    let address = format!("{}{}", world.origin(), family.path());
    assert_eq!(scanned(&family), Some(address.clone()), "on the screen");
    let on_screen = family.words_of("main").unwrap();

    family.commands("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let on_paper = family.words_of("main").unwrap();
    assert!(on_screen.starts_with("Juniper High School Español"), "{on_screen}");
    assert!(
        on_paper.starts_with("Juniper High School What learning looks like"),
        "a way on is not for paper: {on_paper}"
    );
    for line in
        ["What the adults will do next", "Lo que harán ahora los adultos", "Scan this to open the page", &address]
    {
        assert!(on_paper.contains(line), "{line:?} is not on paper: {on_paper}");
    }
    let ink = "const colour = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
        return [colour('article', 'backgroundColor'), colour('.ask', 'backgroundColor'), colour('html', 'backgroundColor')]";
    assert_eq!(
        family.run(ink, vec![]),
        json!(["rgb(255, 255, 255)", "rgb(255, 255, 255)", "rgb(255, 255, 255)"]),
        "ink on white"
    );
    for paper in [LETTER, A4] {
        assert_eq!(pages(&family.prints(paper)), 1, "both languages fit on {paper:?} inches");
    }
    assert_eq!(scanned(&family), Some(address.clone()), "on paper");

    // What was scanned opens the page for somebody else.
    let other = world.phone("another family");
    other.goes_to(address.trim_start_matches(&world.origin()));
    other.sees("What the adults will do next");
}
