//! Codes that people type: 32 symbols without look-alikes, and checks that tell a slip from a code.

/// Crockford's base 32: digits and letters without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Why a typed code was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// Something that is no symbol stands in the code.
    #[error("the code has {0:?} in it, which is not used in codes")]
    Symbol(char),
    /// The code has another number of symbols.
    #[error("the code has {found} symbols, not {wanted}")]
    Length {
        /// Symbols found.
        found: usize,
        /// Symbols wanted, checks included.
        wanted: usize,
    },
    /// The checks do not fit: one or more symbols were mistyped or swapped.
    #[error("one of the symbols was mistyped")]
    Check,
}

/// Writes `bytes` as symbols, followed by `checks` check symbols.
///
/// One check finds any single wrong symbol and any two neighbours swapped; two checks find any two wrong symbols.
/// At most 31 symbols in all, so that each place has a weight of its own.
pub fn write(bytes: &[u8], checks: usize) -> String {
    let mut symbols = to_symbols(bytes);
    for check in 1..=checks {
        symbols.push(checksum(&symbols, check, symbols_before_checks(bytes.len())));
    }
    symbols.iter().map(|symbol| char::from(ALPHABET[usize::from(*symbol)])).collect()
}

/// Reads `N` bytes and `checks` check symbols from what a person typed.
///
/// Case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
pub fn read<const N: usize>(typed: &str, checks: usize) -> Result<[u8; N], Misread> {
    let symbols = typed
        .chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '-' | '–' | '·'))
        .map(symbol)
        .collect::<Result<Vec<u8>, Misread>>()?;
    let data = symbols_before_checks(N);
    if symbols.len() != data + checks {
        return Err(Misread::Length { found: symbols.len(), wanted: data + checks });
    }
    if (1..=checks).any(|check| checksum(&symbols, check, data) != symbols[data + check - 1]) {
        return Err(Misread::Check);
    }
    from_symbols(&symbols[..data]).ok_or(Misread::Check)
}

/// The code in groups of `size` symbols, for reading aloud.
pub fn in_groups(code: &str, size: usize) -> String {
    let symbols: Vec<char> = code.chars().collect();
    symbols.chunks(size).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn symbol(character: char) -> Result<u8, Misread> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|symbol| char::from(*symbol) == plain);
    place.map(|place| place as u8).ok_or(Misread::Symbol(character))
}

fn symbols_before_checks(bytes: usize) -> usize {
    (bytes * 8).div_ceil(5)
}

fn to_symbols(bytes: &[u8]) -> Vec<u8> {
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    let symbol = |start: usize| (0..5).fold(0, |value, offset| value << 1 | bit(start * 5 + offset));
    (0..symbols_before_checks(bytes.len())).map(symbol).collect()
}

/// Nothing when the bits left over at the end are not zero: no code was ever written so.
fn from_symbols<const N: usize>(symbols: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    for place in 0..symbols.len() * 5 {
        let bit = symbols[place / 5] >> (4 - place % 5) & 1;
        match bytes.get_mut(place / 8) {
            Some(byte) => *byte |= bit << (7 - place % 8),
            None if bit == 1 => return None,
            None => {}
        }
    }
    Some(bytes)
}

/// A weighted sum over GF(32): symbol `i` is multiplied by `α^(check × (i + 1))`, as in a Reed–Solomon code.
fn checksum(symbols: &[u8], check: usize, data: usize) -> u8 {
    let weighted = |(place, symbol): (usize, &u8)| multiply(*symbol, power(check * (place + 1)));
    symbols.iter().take(data).enumerate().map(weighted).fold(0, |sum, term| sum ^ term)
}

/// Multiplication in GF(32) with the polynomial x⁵ + x² + 1.
fn multiply(left: u8, right: u8) -> u8 {
    let mut product = 0;
    let mut shifted = left;
    for bit in 0..5 {
        if right >> bit & 1 == 1 {
            product ^= shifted;
        }
        shifted <<= 1;
        if shifted & 32 != 0 {
            shifted ^= 0b10_0101;
        }
    }
    product
}

fn power(exponent: usize) -> u8 {
    (0..exponent % 31).fold(1, |value, _| multiply(value, 2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_is_read_back_whatever_its_case_and_spacing(bytes: [u8; 16]) {
            let code = write(&bytes, 1);
            prop_assert_eq!(code.len(), 27);
            prop_assert_eq!(read::<16>(&in_groups(&code.to_lowercase(), 4), 1), Ok(bytes));
        }

        #[test]
        fn one_wrong_symbol_in_a_round_code_is_found(bytes: [u8; 16], place in 0..27_usize, other in 0..32_usize) {
            let mut code = write(&bytes, 1).into_bytes();
            prop_assume!(code[place] != ALPHABET[other]);
            code[place] = ALPHABET[other];
            prop_assert_eq!(read::<16>(std::str::from_utf8(&code).unwrap(), 1), Err(Misread::Check));
        }

        #[test]
        fn two_wrong_symbols_on_a_card_are_found(
            bytes: [u8; 10], first in 0..18_usize, second in 0..18_usize, one in 0..32_usize, two in 0..32_usize,
        ) {
            let mut code = write(&bytes, 2).into_bytes();
            prop_assume!(first != second && code[first] != ALPHABET[one] && code[second] != ALPHABET[two]);
            (code[first], code[second]) = (ALPHABET[one], ALPHABET[two]);
            prop_assert_eq!(read::<10>(std::str::from_utf8(&code).unwrap(), 2), Err(Misread::Check));
        }

        #[test]
        fn two_neighbours_swapped_are_found(bytes: [u8; 16], place in 0..26_usize) {
            let mut code = write(&bytes, 1).into_bytes();
            prop_assume!(code[place] != code[place + 1]);
            code.swap(place, place + 1);
            prop_assert_eq!(read::<16>(std::str::from_utf8(&code).unwrap(), 1), Err(Misread::Check));
        }
    }

    #[test]
    fn look_alikes_are_read_as_what_they_look_like() {
        let code = write(&[0; 10], 2);
        assert_eq!(read::<10>(&code.replace('0', "O"), 2), Ok([0; 10]));
    }

    #[test]
    fn a_stray_symbol_and_a_missing_one_are_each_told_apart() {
        assert_eq!(read::<10>("ABC!", 2), Err(Misread::Symbol('!')));
        assert_eq!(read::<10>("ABC", 2), Err(Misread::Length { found: 3, wanted: 18 }));
    }
}
