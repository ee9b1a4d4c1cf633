//! What a rescue file looks like: three lines of text, so that it survives whatever carries it.
//!
//! 1. the header as JSON: the version of the format, the salt and the cost of the key;
//! 2. the contents as JSON, sealed as a record is, with the first line as associated data, in hexadecimal digits;
//! 3. SHA-256 of both lines. It needs no passphrase, so that a file that was cut short is told from a wrong passphrase.

use domain::change::{hash, write};
use domain::ids::{from_hex, hex};
use serde::{Deserialize, Serialize};

use crate::passphrase::{self, Cost, NoKey, SALT};
use crate::rescue::Contents;
use crate::surroundings::{Random, draw};
use crate::vault::Vault;

/// Characters that a passphrase has at least: whoever finds the file can guess for as long as they like.
pub const FEWEST_CHARACTERS: usize = 12;

/// The version of the format that is written, and the newest that is read.
const VERSION: u32 = 1;
/// What every version begins with.
const BEGINS: &str = "{\"noticeboard_rescue\":";

/// A rescue file that is whole, and still sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RescueFile {
    header: Header,
    first_line: String,
    sealed: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    noticeboard_rescue: u32,
    salt: String,
    cost: Cost,
}

/// The part of the header that every version has.
#[derive(Deserialize)]
struct AnyHeader {
    noticeboard_rescue: u32,
}

/// Why a rescue file was not opened. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotRescued {
    /// It is something else.
    #[error("this is no rescue file")]
    AnotherFile,
    /// A newer version of the app wrote it.
    #[error("the rescue file was written by a newer version")]
    NewerVersion,
    /// It was cut short or changed since it was saved.
    #[error("the rescue file is damaged")]
    Damaged,
    /// The passphrase is another.
    #[error("the passphrase is another one")]
    WrongPassphrase,
    /// The key could not be made.
    #[error(transparent)]
    NoKey(#[from] NoKey),
}

/// Why nothing is sealed with a passphrase: it has fewer than [`FEWEST_CHARACTERS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the passphrase has fewer than {FEWEST_CHARACTERS} characters")]
pub struct NotAPassphrase;

impl RescueFile {
    /// The text of a file with these contents.
    ///
    /// # Errors
    /// [`NoKey`] where the tablet has not the memory to make one. Whether the passphrase is long enough is asked before, by
    /// [`Self::check`].
    pub fn write(contents: &Contents, passphrase: &str, random: &dyn Random) -> Result<String, NoKey> {
        Self::write_at(contents, passphrase, random, Cost::NOW)
    }

    /// Whether a passphrase is long enough to seal a file with.
    pub fn check(passphrase: &str) -> Result<(), NotAPassphrase> {
        if passphrase.trim().chars().count() < FEWEST_CHARACTERS { Err(NotAPassphrase) } else { Ok(()) }
    }

    pub(super) fn write_at(
        contents: &Contents,
        passphrase: &str,
        random: &dyn Random,
        cost: Cost,
    ) -> Result<String, NoKey> {
        let salt: [u8; SALT] = draw(random);
        let first_line = write(&Header { noticeboard_rescue: VERSION, salt: hex(&salt), cost });
        let vault = Vault::new(passphrase::key(passphrase, &salt, cost)?);
        let sealed = hex(&vault.seal(&first_line, write(contents).as_bytes(), random));
        let both = [first_line, sealed].join("\n");
        Ok([both.as_str(), &hash(&both)].join("\n"))
    }

    /// Reads a file, which stays sealed.
    ///
    /// # Errors
    /// [`NotRescued::AnotherFile`], [`NotRescued::NewerVersion`] or [`NotRescued::Damaged`].
    pub fn read(text: &str) -> Result<RescueFile, NotRescued> {
        if !text.starts_with(BEGINS) {
            return Err(NotRescued::AnotherFile);
        }
        let mut lines = text.lines();
        let mut line = || lines.next().ok_or(NotRescued::Damaged);
        let (first, sealed) = (line()?, line());
        let header: AnyHeader = serde_json::from_str(first).map_err(|_| NotRescued::Damaged)?;
        if header.noticeboard_rescue > VERSION {
            return Err(NotRescued::NewerVersion);
        }
        let (sealed, sum) = (sealed?, line()?);
        if hash(&[first, sealed].join("\n")) != sum {
            return Err(NotRescued::Damaged);
        }
        let header = serde_json::from_str(first).map_err(|_| NotRescued::Damaged)?;
        let sealed = from_hex(sealed).ok_or(NotRescued::Damaged)?;
        Ok(RescueFile { header, first_line: first.to_owned(), sealed })
    }

    /// Opens it.
    ///
    /// # Errors
    /// [`NotRescued::WrongPassphrase`]; [`NotRescued::NewerVersion`] where something in it is of a kind that this version
    /// does not know.
    pub fn open(&self, passphrase: &str) -> Result<Contents, NotRescued> {
        let salt = from_hex(&self.header.salt).and_then(|salt| <[u8; SALT]>::try_from(salt).ok());
        let key = passphrase::key(passphrase, &salt.ok_or(NotRescued::Damaged)?, self.header.cost)?;
        let plain = Vault::new(key).open(&self.first_line, &self.sealed).map_err(|_| NotRescued::WrongPassphrase)?;
        let text = String::from_utf8(plain).unwrap_or_default();
        serde_json::from_str(&text).map_err(|_| NotRescued::NewerVersion)
    }
}
