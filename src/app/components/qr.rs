//! A QR code, drawn as one path.

use std::fmt::Write;

use dioxus::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::words::use_words;

/// Modules that stay white around a QR code, by its standard.
const QUIET: i32 = 4;

/// A QR code of `text`; nothing where the text is longer than one holds, so that its typed form has to stand beside it.
#[component]
pub fn Qr(text: String) -> Element {
    let words = use_words();
    // A quarter of a folded and smudged card may be unreadable at `Quartile`, a seventh at `Medium`.
    let Ok(code) = QrCode::encode_text(&text, QrCodeEcc::Medium) else { return rsx! {} };
    let side = code.size() + 2 * QUIET;
    rsx! {
        svg { class: "qr", view_box: "0 0 {side} {side}", role: "img", "aria-label": words.frame.qr_code,
            path { d: path(&code) }
        }
    }
}

/// One stroke of height 1 for each run of dark modules.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|place| code.get_module(*place, y)).count() as i32;
            if run > 0 {
                write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET).expect("a text takes more text");
            }
            x += run + 1;
        }
    }
    path
}
