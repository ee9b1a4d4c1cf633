//! The decoder as a browser loads it.

use wasm_bindgen::prelude::wasm_bindgen;

/// The text of the first QR code among the pixels of a canvas of this width; `undefined` where none can be read.
#[wasm_bindgen]
pub fn read(pixels: &[u8], width: usize) -> Option<String> {
    scanner::read(pixels, width)
}

fn main() {}
