//! What a lock is made of: the data key sealed by the PIN's key, and once more by the recovery code's.

use domain::symbols::{self, Misread};
use serde::{Deserialize, Serialize};

use crate::passphrase::{self, Cost, NoKey, SALT};
use crate::surroundings::{Random, draw};
use crate::vault::Vault;

/// The fewest characters of a PIN or passphrase.
pub const FEWEST_CHARACTERS: usize = 6;
/// Minutes without a touch that can be chosen.
pub const LOCK_AFTER: [u16; 4] = [2, 5, 15, 60];

/// What locks a tablet. It is stored sealed by the key that this browser's own key wraps, so that whoever would try PINs
/// needs that one too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    pin: SealedKey,
    recovery: SealedKey,
    /// Whether the PIN is digits alone, for the keyboard that asks for it.
    pub(crate) is_digits: bool,
    /// Minutes without a touch after which the tablet locks itself.
    pub(crate) after_minutes: u16,
}

/// The data key, sealed by a key that Argon2id makes of something typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SealedKey {
    salt: [u8; SALT],
    cost: Cost,
    sealed: Vec<u8>,
}

/// Eighteen symbols, two of them a check, that open a locked tablet whose PIN was forgotten.
///
/// 80 random bits: nobody guesses it, so wrong ones need not be counted.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; 10]);

/// A PIN or passphrase that may lock a tablet.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPin(String);

/// Why a PIN is none to lock a tablet with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPin {
    /// It has fewer than [`FEWEST_CHARACTERS`] characters.
    #[error("it has fewer than {FEWEST_CHARACTERS} characters")]
    Short,
    /// It is one character again and again, or a row such as 123456: the first that anybody tries.
    #[error("it is among the first that anybody would try")]
    Row,
}

impl Lock {
    /// A lock on `data`, and the recovery code, which is stored nowhere.
    pub(super) fn new(
        data: &Vault,
        pin: &NewPin,
        after_minutes: u16,
        cost: Cost,
        random: &dyn Random,
    ) -> Result<(Lock, RecoveryCode), NoKey> {
        let code = RecoveryCode(draw(random));
        let lock = Lock {
            pin: SealedKey::new("lock/pin", data, &pin.0, cost, random)?,
            recovery: SealedKey::new("lock/recovery", data, &code.code(), cost, random)?,
            is_digits: pin.is_digits(),
            after_minutes,
        };
        Ok((lock, code))
    }

    /// The same lock, with other minutes.
    pub(super) fn after(self, after_minutes: u16) -> Lock {
        Lock { after_minutes, ..self }
    }

    /// The data key, if this is the PIN.
    pub(crate) fn open(&self, typed: &str) -> Result<Option<Vault>, NoKey> {
        self.pin.open("lock/pin", typed)
    }

    /// The data key, if this is the recovery code.
    pub(super) fn recover(&self, code: &RecoveryCode) -> Result<Option<Vault>, NoKey> {
        self.recovery.open("lock/recovery", &code.code())
    }
}

impl SealedKey {
    fn new(name: &str, data: &Vault, typed: &str, cost: Cost, random: &dyn Random) -> Result<SealedKey, NoKey> {
        let salt = draw(random);
        let sealed = Vault::new(passphrase::key(typed, &salt, cost)?).seal(name, data.data_key(), random);
        Ok(SealedKey { salt, cost, sealed })
    }

    fn open(&self, name: &str, typed: &str) -> Result<Option<Vault>, NoKey> {
        let vault = Vault::new(passphrase::key(typed, &self.salt, self.cost)?);
        let opened = vault.open(name, &self.sealed).ok();
        Ok(opened.and_then(|key| key.try_into().ok()).map(Vault::new))
    }
}

impl RecoveryCode {
    const CHECKS: usize = 2;

    /// Reads a code as typed; a mistyped one is told apart by its checks.
    pub fn from_code(typed: &str) -> Result<RecoveryCode, Misread> {
        symbols::read(typed, Self::CHECKS).map(RecoveryCode)
    }

    /// The eighteen symbols.
    pub fn code(&self) -> String {
        symbols::write(&self.0, Self::CHECKS)
    }
}

impl NewPin {
    /// Reads what was typed. Spaces at either end do not count.
    pub fn parse(typed: &str) -> Result<NewPin, NotAPin> {
        let typed = typed.trim();
        if typed.chars().count() < FEWEST_CHARACTERS {
            return Err(NotAPin::Short);
        }
        let steps =
            typed.chars().zip(typed.chars().skip(1)).map(|(one, next)| u32::from(next).abs_diff(u32::from(one)));
        let (least, most) = (steps.clone().min(), steps.max());
        match (least, most) {
            (Some(least), Some(most)) if least == most && most <= 1 => Err(NotAPin::Row),
            _ => Ok(NewPin(typed.to_owned())),
        }
    }

    /// Whether it is digits alone. Six of them are a million tries.
    pub fn is_digits(&self) -> bool {
        self.0.chars().all(|character| character.is_ascii_digit())
    }
}
