//! What a backup is: one line that says so, one that says what is in it, and SQLite's file byte for byte.
//!
//! ```text
//! Noticeboard backup
//! {"format":1,"schema":1,"program":"0.1.0","made":"2026-10-02","bytes":204800,"sha256":"…"}
//! SQLite format 3…
//! ```

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use domain::ids::hex;
use domain::time::Day;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The first line.
const TITLE: &str = "Noticeboard backup\n";
/// The format that this program writes, and the newest that it reads.
const FORMAT: u32 = 1;
/// More than the second line can have.
const LONGEST_LINE: u64 = 1000;

/// What the second line says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The format of the file.
    format: u32,
    /// The newest migration of the database in it.
    pub schema: i64,
    /// The version of the program that wrote it.
    pub program: String,
    /// The day on which it was taken.
    pub made: Day,
    /// How long the database is.
    pub bytes: u64,
    /// SHA-256 of the database in hexadecimal digits.
    sha256: String,
}

/// Why a file is no backup that can be put back. Each is one line for whoever started the program.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// It cannot be read.
    #[error("{} cannot be read ({cause}); nothing was changed", file.display())]
    Unreadable {
        /// Which file.
        file: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// It is something else.
    #[error("{} is not a backup that `noticeboard backup` wrote; nothing was changed", .0.display())]
    Foreign(PathBuf),
    /// A newer program wrote it.
    #[error(
        "{} was written by Noticeboard {program}, which is newer than this one; install that version first; nothing was \
         changed", file.display()
    )]
    Newer {
        /// Which file.
        file: PathBuf,
        /// Which version.
        program: String,
    },
    /// It ends too soon, or does not end where it should.
    #[error(
        "{} is not whole: it holds {found} bytes of a database of {wanted}; take another copy of it; nothing was changed",
        file.display()
    )]
    NotWhole {
        /// Which file.
        file: PathBuf,
        /// Bytes that are there.
        found: u64,
        /// Bytes that should be.
        wanted: u64,
    },
    /// Its checksum is another one.
    #[error("{} is damaged: its checksum is not the one it was written with; nothing was changed", .0.display())]
    Damaged(PathBuf),
}

/// Only what every format will have.
#[derive(Deserialize)]
struct Written {
    format: u32,
    program: String,
}

/// Writes `database` as a backup to `to`.
pub fn write(database: &Path, to: &mut impl Write, schema: i64, made: Day) -> io::Result<Contents> {
    let mut hash = Hashing::new(io::sink());
    let bytes = io::copy(&mut File::open(database)?, &mut hash)?;
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let contents = Contents { format: FORMAT, schema, program, made, bytes, sha256: hash.hex() };
    writeln!(to, "{TITLE}{}", domain::change::write(&contents))?;
    io::copy(&mut File::open(database)?, to)?;
    Ok(contents)
}

/// Whether `file` begins as a backup does.
pub fn is_one(file: &Path) -> bool {
    let begins = || -> io::Result<bool> {
        let mut title = vec![0; TITLE.len()];
        File::open(file)?.read_exact(&mut title)?;
        Ok(title == TITLE.as_bytes())
    };
    begins().unwrap_or(false)
}

/// Copies the database in the backup `from` to `to`, and answers what the backup says of itself once every byte of it
/// has been held against its checksum. `newest` is the newest migration that this program knows.
pub fn read(from: &Path, newest: i64, to: impl Write) -> Result<Contents, Unusable> {
    let unreadable = |cause| Unusable::Unreadable { file: from.to_owned(), cause };
    let mut file = BufReader::new(File::open(from).map_err(unreadable)?);
    let contents = contents(&mut file, from, newest)?;
    let mut hash = Hashing::new(to);
    let found = io::copy(&mut file, &mut hash).map_err(unreadable)?;
    if found != contents.bytes {
        return Err(Unusable::NotWhole { file: from.to_owned(), found, wanted: contents.bytes });
    }
    if hash.hex() != contents.sha256 {
        return Err(Unusable::Damaged(from.to_owned()));
    }
    Ok(contents)
}

fn contents(file: &mut impl BufRead, from: &Path, newest: i64) -> Result<Contents, Unusable> {
    let foreign = || Unusable::Foreign(from.to_owned());
    let mut line = |limit: u64| {
        let mut text = Vec::new();
        let read = file.by_ref().take(limit).read_until(b'\n', &mut text);
        read.map_err(|cause| Unusable::Unreadable { file: from.to_owned(), cause })?;
        String::from_utf8(text).map_err(|_| foreign())
    };
    if line(TITLE.len() as u64)? != TITLE {
        return Err(foreign());
    }
    let said = line(LONGEST_LINE)?;
    let written: Written = serde_json::from_str(&said).map_err(|_| foreign())?;
    let newer = |program| Unusable::Newer { file: from.to_owned(), program };
    if written.format > FORMAT {
        return Err(newer(written.program));
    }
    let contents: Contents = serde_json::from_str(&said).map_err(|_| foreign())?;
    if contents.schema > newest { Err(newer(contents.program)) } else { Ok(contents) }
}

/// Hashes what is written through it.
struct Hashing<W> {
    to: W,
    hash: Sha256,
}

impl<W> Hashing<W> {
    fn new(to: W) -> Hashing<W> {
        Hashing { to, hash: Sha256::new() }
    }

    fn hex(self) -> String {
        hex(&self.hash.finalize())
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
