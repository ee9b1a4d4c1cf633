//! A key from what a person types, made slow to guess by Argon2id (RFC 9106).

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};

/// Bytes of salt: random for each key that is made, and stored beside what the key seals.
pub const SALT: usize = 16;

/// What one try at a PIN or passphrase costs. It is stored beside the salt, so that it can be raised for new keys and old
/// ones still open. There is always one lane: a page has no second thread to fill another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory to fill, in KiB.
    pub memory_kib: u32,
    /// How often it is gone over.
    pub passes: u32,
}

/// Why no key was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// No key is made at such a cost. One that was read from a file may have been written to exhaust this tablet.
    #[error("a key at this cost is not made here")]
    Cost,
    /// This tablet has not that much memory left.
    #[error("there is not enough memory on this tablet")]
    Memory,
}

impl Cost {
    /// For keys that are made now.
    pub const NOW: Cost = Cost { memory_kib: 32 * 1024, passes: 2 };

    /// The most that a stored cost may ask for: a quarter of a gigabyte, and as many bytes written as 16 times over it.
    const MOST: Cost = Cost { memory_kib: 256 * 1024, passes: 16 };

    fn parameters(self) -> Option<Params> {
        let is_possible = self.memory_kib <= Cost::MOST.memory_kib && self.passes <= Cost::MOST.passes;
        let lanes = 1;
        is_possible.then(|| Params::new(self.memory_kib, self.passes, lanes, Some(32)).ok()).flatten()
    }
}

/// The key of 32 bytes that belongs to a PIN or passphrase.
///
/// Spaces at either end do not count, as keyboards add them by themselves; capitals and everything in between do. A letter
/// with an accent counts as the same whether a keyboard writes it as one character or as two.
///
/// # Errors
/// [`NoKey`], which says nothing about what was typed.
pub fn key(typed: &str, salt: &[u8; SALT], cost: Cost) -> Result<[u8; 32], NoKey> {
    derived(composed(typed.trim()).as_bytes(), salt, cost)
}

fn derived(secret: &[u8], salt: &[u8], cost: Cost) -> Result<[u8; 32], NoKey> {
    let parameters = cost.parameters().ok_or(NoKey::Cost)?;
    let mut key = [0; 32];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
    // Lengths are right by their types, so that only the memory can fail.
    argon2.hash_password_into(secret, salt, &mut key).map_err(|_| NoKey::Memory)?;
    Ok(key)
}

/// The text in Unicode's composed form (NFC), which every browser knows how to make.
#[cfg(target_arch = "wasm32")]
fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Nobody types on a machine without a browser; tests write the composed form.
#[cfg(not(target_arch = "wasm32"))]
fn composed(text: &str) -> String {
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use domain::ids::hex;

    use super::*;

    const QUICK: Cost = Cost { memory_kib: 256, passes: 2 };

    #[test]
    fn a_key_is_that_of_the_reference_implementation() {
        // Its tests (phc-winner-argon2, src/test.c), Argon2id version 19 with one lane; their salt has 8 bytes.
        let known = [
            (256, 2, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
            (65536, 1, "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"),
        ];
        for (memory_kib, passes, wanted) in known {
            let found = derived(b"password", b"somesalt", Cost { memory_kib, passes });
            assert_eq!(found.map(|key| hex(&key)), Ok(wanted.to_owned()));
        }
    }

    #[test]
    fn spaces_around_a_passphrase_do_not_count_and_capitals_do() {
        let key = |typed| key(typed, &[7; SALT], QUICK);
        assert_eq!(key(" four kind owls "), key("four kind owls"));
        assert_ne!(key("Four kind owls"), key("four kind owls"));
        assert_ne!(key("four kindowls"), key("four kind owls"));
    }

    #[test]
    fn another_salt_and_another_cost_make_another_key() {
        let first = key("123456", &[7; SALT], QUICK);
        assert_ne!(key("123456", &[8; SALT], QUICK), first);
        assert_ne!(key("123456", &[7; SALT], Cost { passes: 3, ..QUICK }), first);
    }

    #[test]
    fn a_cost_that_would_exhaust_a_tablet_is_refused() {
        let costs = [(u32::MAX, 1), (1024, u32::MAX), (256 * 1024 + 1, 1), (0, 1), (1024, 0)];
        for (memory_kib, passes) in costs {
            assert_eq!(key("123456", &[7; SALT], Cost { memory_kib, passes }), Err(NoKey::Cost));
        }
    }
}
