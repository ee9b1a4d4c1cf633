//! Zips as they come: with folders and what a Mac adds, and some that nobody made from an export.

use std::io::{Cursor, Write};

use server::roster::{Choices, Export, Held, Offered, Refused};
use zip::unstable::write::FileOptionsExt;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::office::{CLASSES, ORGS, in_use, today};

/// A zip of files with these names and contents.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(files, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))
}

fn zip_with(files: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn export(bytes: Vec<u8>) -> Result<Export, Refused> {
    Export::read(Offered::uploaded("roster.zip", bytes)?, &Choices::on(today()), &Held::default())
}

fn refusal(bytes: Vec<u8>) -> String {
    export(bytes).unwrap_err().to_string()
}

/// The words of a path in a zip that does not write it down as it was given.
fn renamed(bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes;
    let places: Vec<usize> = (0..bytes.len()).filter(|place| bytes[*place..].starts_with(from.as_bytes())).collect();
    assert_eq!(places.len(), 2, "once before the content and once in the list");
    for place in places {
        bytes[place..place + to.len()].copy_from_slice(to.as_bytes());
    }
    bytes
}

#[test]
fn a_zip_is_read_whatever_folder_its_files_are_in_and_whatever_a_mac_adds() {
    for folder in ["", "export/", "export/2026/"] {
        let names = [format!("{folder}Orgs.csv"), format!("{folder}classes.csv"), format!("{folder}users.csv")];
        let files: Vec<(&str, &[u8])> = vec![
            (&names[0], ORGS.as_bytes()),
            (&names[1], CLASSES.as_bytes()),
            (&names[2], b"this is not even CSV \xff\xfe"),
            ("__MACOSX/orgs.csv", b"\x00\x05\x16\x07"),
            ("export/._orgs.csv", b"\x00\x05\x16\x07"),
        ];
        let export = export(zip(&files)).unwrap();
        assert_eq!(in_use(&export.roster), ["Room 1", "Room 2", "Room 3"], "{folder}");
        assert_eq!(export.faults, []);
    }
}

#[test]
fn slashes_that_lean_the_other_way_are_slashes() {
    let bytes = zip(&[("export/orgs.csv", ORGS.as_bytes()), ("export/classes.csv", CLASSES.as_bytes())]);
    let bytes = renamed(bytes, "export/orgs.csv", "export\\orgs.csv");
    assert_eq!(export(bytes).unwrap().roster.rooms.len(), 3);
}

#[test]
fn a_path_that_leads_out_of_the_zip_refuses_the_whole() {
    for path in ["../../orgs.csv", "/home/orgs.csv", "C:\\orgs.csv", "\\\\a\\orgs.csv", "a\\..\\..\\b.csv"] {
        let bytes = zip(&[("orgs.csv", ORGS.as_bytes()), ("some/other.csv", b"")]);
        let bytes = renamed(bytes, "some/other.csv", &format!("{path:x<14}"));
        let said = refusal(bytes);
        assert!(said.contains("leads out of the zip. Make a new zip"), "{path}: {said}");
    }
}

#[test]
fn a_zip_with_a_password_says_so() {
    let options = SimpleFileOptions::default().with_deprecated_encryption(b"secret").unwrap();
    let bytes = zip_with(&[("orgs.csv", ORGS.as_bytes()), ("classes.csv", CLASSES.as_bytes())], options);
    assert!(refusal(bytes).starts_with("orgs.csv in the zip has a password. Make a zip without one"));
}

#[test]
fn a_file_that_unpacks_to_far_more_than_words_do_is_not_unpacked() {
    let bomb = vec![b'a'; 8 * 1024 * 1024];
    let said = refusal(zip(&[("orgs.csv", &bomb), ("classes.csv", CLASSES.as_bytes())]));
    assert!(said.starts_with("orgs.csv would unpack to far more than a roster."), "{said}");
    // What is not read is not unpacked either.
    let export =
        export(zip(&[("orgs.csv", ORGS.as_bytes()), ("classes.csv", CLASSES.as_bytes()), ("users.csv", &bomb)]));
    assert_eq!(export.unwrap().roster.rooms.len(), 3);
}

#[test]
fn a_workbook_that_unpacks_to_far_more_than_words_do_is_not_unpacked() {
    let bomb = vec![b'a'; 8 * 1024 * 1024];
    let said = refusal(zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/sharedStrings.xml", &bomb)]));
    assert!(said.contains("would unpack to far more than a roster"), "{said}");
}

#[test]
fn a_file_larger_than_any_districts_is_refused() {
    let large = vec![b'a'; 64 * 1024 * 1024 + 1];
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let said = refusal(zip_with(&[("orgs.csv", &large)], stored));
    assert!(said.starts_with("orgs.csv is larger than 64 MB"), "{said}");
    let said = Offered::uploaded("roster.csv", large).err().unwrap().to_string();
    assert!(said.starts_with("roster.csv is larger than 64 MB"), "{said}");
}

#[test]
fn more_files_than_any_export_has_are_refused() {
    let names: Vec<String> = (0..1_001).map(|number| format!("{number}.csv")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert!(refusal(zip(&files)).starts_with("The zip has 1001 files, and 1000 are taken."));
}

#[test]
fn a_zip_that_was_cut_off_or_damaged_says_so() {
    let whole = zip(&[("orgs.csv", ORGS.as_bytes()), ("classes.csv", CLASSES.as_bytes())]);
    let cut = whole[..whole.len() / 2].to_vec();
    assert!(refusal(cut).starts_with("This begins like a zip and cannot be opened as one"));
    let mut damaged = whole;
    damaged[60] ^= 0xff;
    let said = refusal(damaged);
    assert!(said.starts_with("orgs.csv in the zip is damaged"), "{said}");
}

#[test]
fn of_two_files_in_two_folders_none_is_guessed() {
    let said = refusal(zip(&[("2025/orgs.csv", ORGS.as_bytes()), ("2026/orgs.csv", ORGS.as_bytes())]));
    assert!(said.starts_with("Two files can be orgs.csv: 2025/orgs.csv and 2026/orgs.csv."), "{said}");
}

#[test]
fn a_zip_of_nothing_that_is_known_says_what_is_there() {
    assert!(refusal(zip(&[("photo.jpg", b"")])).starts_with("There is no orgs.csv; there are: photo.jpg."));
    assert!(refusal(zip(&[])).starts_with("There is no orgs.csv, and no other file either."));
}
