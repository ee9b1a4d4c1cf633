//! An archive whose bytes depend on nothing but what is in it: sorted, of nobody, and of one fixed day.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use tar::{Builder, Header};

use crate::asset::hash;

/// 2000-01-01 00:00 UTC in seconds since 1970, which has a meaning for nobody; some tools complain of 1970 itself.
const DAY: u64 = 946_684_800;

/// The checksums of all others, as `sha256sum --check` reads them.
const CHECKSUMS: &str = "SHA256SUMS";

/// A file of the archive.
pub struct Entry {
    /// Its name in the archive's folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether it is run.
    pub mode: Mode,
}

/// What may be done with a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It is read.
    File,
    /// It is run.
    Program,
}

/// A gzipped tar of `entries` in a folder of that name, with their checksums.
pub fn pack(folder: &str, mut entries: Vec<Entry>) -> io::Result<Vec<u8>> {
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    let sums: String = entries.iter().map(|entry| format!("{}  {}\n", hash(&entry.bytes), entry.name)).collect();
    entries.push(Entry { name: CHECKSUMS.to_owned(), bytes: sums.into_bytes(), mode: Mode::File });
    let mut tar = Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    for entry in &entries {
        let mut header = Header::new_ustar();
        header.set_path(format!("{folder}/{}", entry.name))?;
        header.set_size(entry.bytes.len() as u64);
        header.set_mode(if entry.mode == Mode::Program { 0o755 } else { 0o644 });
        header.set_mtime(DAY);
        header.set_cksum();
        tar.append(&header, entry.bytes.as_slice())?;
    }
    let mut gzip = tar.into_inner()?;
    gzip.flush()?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, text: &str, mode: Mode) -> Entry {
        Entry { name: name.to_owned(), bytes: text.as_bytes().to_vec(), mode }
    }

    #[test]
    fn the_same_files_in_any_order_give_the_same_bytes() {
        let [one, other] = [("README.md", Mode::File), ("noticeboard", Mode::Program)];
        let forth = pack("box", vec![entry(one.0, "read", one.1), entry(other.0, "run", other.1)]).unwrap();
        let back = pack("box", vec![entry(other.0, "run", other.1), entry(one.0, "read", one.1)]).unwrap();
        assert_eq!(forth, back);
    }

    #[test]
    fn the_program_can_be_run_and_every_file_has_its_checksum() {
        let packed = pack("box", vec![entry("noticeboard", "run", Mode::Program), entry("README.md", "", Mode::File)]);
        let packed = packed.unwrap();
        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice()));
        let mut found = Vec::new();
        for entry in tar.entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut text = String::new();
            io::Read::read_to_string(&mut entry, &mut text).unwrap();
            found.push((entry.path().unwrap().display().to_string(), entry.header().mode().unwrap(), text));
        }
        let modes: Vec<(&str, u32)> = found.iter().map(|(path, mode, _)| (path.as_str(), *mode)).collect();
        assert_eq!(modes, [("box/README.md", 0o644), ("box/noticeboard", 0o755), ("box/SHA256SUMS", 0o644)]);
        assert_eq!(found[2].2, format!("{}  README.md\n{}  noticeboard\n", hash(b""), hash(b"run")));
    }
}
