//! The QR code of a door card. Drawing one takes more than a few lines of script, and what it shows is public.

use std::fmt::Write;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::code_of::CodeOf;
use domain::note::DoorKey;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Deserialize;

use crate::http::Message;

/// Modules that stay white around a QR code, by its standard.
const QUIET: i32 = 4;

/// Asks for the QR code of a door card's address.
#[derive(Deserialize)]
pub struct Draw {
    text: String,
}

/// The side of the code in modules, a space, and the path of an SVG with `_` for each space. Only a door card's address is
/// drawn. Nothing of it is kept or logged.
pub async fn drawn(Message(draw): Message<Draw>) -> Response {
    let is_door = matches!(CodeOf::read(&draw.text), Some((CodeOf::Door, code)) if DoorKey::from_code(code).is_ok());
    match QrCode::encode_text(&draw.text, QrCodeEcc::Medium) {
        Ok(code) if is_door => {
            ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{} {}", side(&code), path(&code)))
                .into_response()
        }
        _ => StatusCode::BAD_REQUEST.into_response(),
    }
}

fn side(code: &QrCode) -> i32 {
    code.size() + 2 * QUIET
}

/// One stroke of height 1 for each run of dark modules.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|place| code.get_module(*place, y)).count() as i32;
            if run > 0 {
                let _ = write!(path, "M{}_{}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    path
}
