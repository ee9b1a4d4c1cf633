//! The text of a file: without its byte order mark, and with the sign that stands between its cells.

use std::borrow::Cow;

use super::Refused;

/// A file's text.
pub struct Text<'bytes> {
    /// Everything after the mark and after a first line that only names the sign between cells.
    pub text: Cow<'bytes, str>,
    /// The number of the first line of that.
    pub first_line: u64,
    /// What stands between cells: a comma, a semicolon or a tabulator.
    pub between: u8,
}

/// Reads UTF-8, or UTF-16 with its mark. Anything else is refused with the row where it stops being so.
pub fn decoded<'bytes>(file: &str, bytes: &'bytes [u8]) -> Result<Text<'bytes>, Refused> {
    let text: Cow<'bytes, str> = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(wide(file, rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(wide(file, rest, u16::from_be_bytes)?),
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(narrow(file, rest)?),
        all => Cow::Borrowed(narrow(file, all)?),
    };
    if let Some(place) = text.find('\0') {
        return Err(Refused::NotText { file: file.to_owned(), row: lines(&text.as_bytes()[..place]) + 1 });
    }
    // Excel writes and reads a first line that names the sign.
    let names_sign = text.get(..5).filter(|start| start.to_ascii_lowercase().starts_with("sep=")).is_some();
    let line_end = text.find('\n').map_or(text.len(), |end| end + 1);
    let between = if names_sign { text.as_bytes()[4] } else { between(&text) };
    let text = match (names_sign, text) {
        (false, text) => text,
        (true, Cow::Borrowed(text)) => Cow::Borrowed(&text[line_end..]),
        (true, Cow::Owned(mut text)) => Cow::Owned(text.split_off(line_end)),
    };
    Ok(Text { text, first_line: if names_sign { 2 } else { 1 }, between })
}

/// The sign that stands most often in the first line with letters in it; in doubt a comma.
pub fn between(text: &str) -> u8 {
    let line = text.lines().find(|line| line.chars().any(char::is_alphanumeric)).unwrap_or_default();
    let often = |sign: u8| line.bytes().filter(|byte| *byte == sign).count();
    [b';', b'\t'].into_iter().fold(b',', |best, sign| if often(sign) > often(best) { sign } else { best })
}

fn narrow<'bytes>(file: &str, bytes: &'bytes [u8]) -> Result<&'bytes str, Refused> {
    std::str::from_utf8(bytes)
        .map_err(|cause| Refused::NotText { file: file.to_owned(), row: lines(&bytes[..cause.valid_up_to()]) + 1 })
}

fn wide(file: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refused> {
    let units = bytes.chunks(2).map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or_default()]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(units) {
        let broken = |_| Refused::NotText { file: file.to_owned(), row: lines(text.as_bytes()) + 1 };
        text.push(character.map_err(broken)?);
    }
    Ok(text)
}

fn lines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}
