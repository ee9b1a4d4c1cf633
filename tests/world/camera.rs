//! What stands before a browser's camera: a film of one QR code that lies still, or of nothing.

use std::fs;
use std::path::Path;

use qrcodegen::{QrCode, QrCodeEcc};

/// Width and height of the film in pixels.
const SIZE: (usize, usize) = (640, 480);
/// Pixels of a module.
const MODULE: usize = 6;
/// How bright paper and desk are in a film, where black is 16.
const PAPER: u8 = 225;
const DESK: u8 = 120;
const INK: u8 = 30;

/// Films a QR code of `text` on white paper.
///
/// # Panics
/// When the file cannot be written, or the text does not fit.
pub fn film(text: &str, file: &Path) {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a code's address fits");
    let side = code.size() as usize * MODULE;
    let (left, top) = ((SIZE.0 - side) / 2, (SIZE.1 - side) / 2);
    write(file, |x, y| {
        let place = |at: usize, from: usize| (at as i32 - from as i32).div_euclid(MODULE as i32);
        let (column, row) = (place(x, left), place(y, top));
        let paper = -4..code.size() + 4;
        match (code.get_module(column, row), paper.contains(&column) && paper.contains(&row)) {
            (true, _) => INK,
            (false, true) => PAPER,
            (false, false) => DESK,
        }
    });
}

/// Films an empty desk.
pub fn film_nothing(file: &Path) {
    write(file, |_, _| DESK);
}

/// One frame, over and over, in the one format that the browser's pretended camera takes without a codec.
fn write(file: &Path, light: impl Fn(usize, usize) -> u8) {
    let (width, height) = SIZE;
    let mut film = format!("YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420\nFRAME\n").into_bytes();
    film.extend((0..width * height).map(|place| light(place % width, place / width)));
    // No colour.
    film.resize(film.len() + width * height / 2, 128);
    fs::write(file, film).expect("the browser's folder can be written");
}
