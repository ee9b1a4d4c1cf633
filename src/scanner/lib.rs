//! Reads a QR code from a picture, for browsers that cannot: iPads, most laptops.
//!
//! It is a program of its own, so that nobody loads it who does not scan.

use quircs::Quirc;

/// Bytes of a pixel as a canvas gives it: red, green, blue, opacity.
const CHANNELS: usize = 4;

/// The text of the first QR code in a picture of so many pixels a row; nothing where none can be read.
pub fn read(pixels: &[u8], width: usize) -> Option<String> {
    let grey = |pixel: &[u8]| {
        let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u16::from);
        // Near enough to what an eye sees: a quarter, a half, a quarter.
        u8::try_from((red + 2 * green + blue) / 4).unwrap_or(u8::MAX)
    };
    let height = pixels.len().checked_div(width * CHANNELS)?;
    let light: Vec<u8> = pixels.chunks_exact(CHANNELS).map(grey).take(width * height).collect();
    let mut decoder = Quirc::default();
    let codes = decoder.identify(width, height, &light);
    let texts = codes.filter_map(|code| code.ok()?.decode().ok());
    texts.map(|text| text.payload).find_map(|bytes| String::from_utf8(bytes).ok())
}

#[cfg(test)]
mod tests;
