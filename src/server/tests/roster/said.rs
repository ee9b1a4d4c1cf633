//! Each fault that is met in the field: a folder of files with it, and beside them in `said.txt` all that is said.
//!
//! With `NOTICEBOARD_WRITE_SAID=1` the reports are written anew, to be read in the difference.

use std::fmt::Write;
use std::fs;

use domain::language::Language;
use server::roster::{NotImported, Offered};

use crate::office::{Office, files};

/// Looks at the files of a folder, and compares all that is said of them.
async fn is_said_of(name: &str) {
    let office = Office::new(name).await;
    let folder = files(name);
    let mut there: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    there.retain(|path| path.file_name().unwrap() != "said.txt");
    let offered = match there.as_slice() {
        [sheet] => Offered::at(sheet),
        _ => Offered::at(&folder),
    };
    let mut office = office;
    office.choices.district = Some(domain::text::Name::parse("Rivermoor Unified").unwrap());
    let looked = match offered {
        Ok(offered) => office.looks_at(offered).await,
        Err(refused) => Err(NotImported::Refused(refused)),
    };
    let mut said = String::new();
    match looked {
        Ok(looked) => {
            write!(said, "{looked}").unwrap();
            for room in &looked.export.roster.rooms {
                writeln!(said, "{}: {:?}", room.name, room.tags).unwrap();
            }
            for fault in &looked.export.faults {
                writeln!(said, "{}", fault.said(Language::Es)).unwrap();
            }
        }
        Err(NotImported::Refused(refused)) => {
            writeln!(said, "{}\n{}", refused.said(Language::En), refused.said(Language::Es)).unwrap();
        }
        Err(other) => panic!("{other}"),
    }
    let expected = folder.join("said.txt");
    if std::env::var_os("NOTICEBOARD_WRITE_SAID").is_some() {
        fs::write(&expected, &said).unwrap();
    }
    assert_eq!(said, fs::read_to_string(&expected).unwrap_or_default(), "{name}");
}

macro_rules! said {
    ($($sentence:ident: $folder:literal;)*) => {
        $(#[tokio::test]
        async fn $sentence() {
            is_said_of($folder).await;
        })*

        #[test]
        fn every_folder_of_files_is_looked_at() {
            let mut named = vec![$($folder.to_owned()),*];
            named.sort();
            let entries = fs::read_dir(files("")).unwrap().map(|entry| entry.unwrap());
            let mut there: Vec<String> = entries
                .filter(|entry| entry.path().is_dir())
                .map(|entry| entry.file_name().into_string().unwrap())
                .collect();
            there.sort();
            assert_eq!(named, there);
        }
    };
}

said! {
    an_export_of_version_1_1_comes_in: "oneroster-1.1";
    an_export_of_version_1_2_comes_in: "oneroster-1.2";
    a_version_that_nobody_knows_is_read_with_a_word: "version-nobody-knows";
    a_manifest_that_says_otherwise_than_the_files_is_said: "manifest-says-otherwise";
    an_export_of_changes_alone_is_refused: "changes-alone";
    a_byte_order_mark_is_no_part_of_a_column_name: "byte-order-mark";
    utf_16_with_its_mark_is_read: "utf-16";
    another_encoding_is_refused_with_its_row: "not-utf-8";
    columns_may_come_in_any_order: "columns-in-any-order";
    columns_of_others_and_without_a_name_are_passed_over: "extra-and-empty-columns";
    of_two_columns_with_one_name_the_first_is_read: "column-twice";
    capitals_do_not_matter_where_oneroster_has_words: "odd-capitals";
    a_blank_status_is_in_use: "blank-status";
    dates_are_read_in_the_shapes_that_spreadsheets_give_them: "dates-in-other-shapes";
    when_every_school_year_is_over_its_rooms_still_come_in: "every-year-over";
    what_names_something_that_is_not_there_is_said: "dangling";
    lists_stand_in_one_cell: "lists-in-one-cell";
    files_are_found_under_other_names: "misnamed";
    of_two_files_that_can_be_the_same_none_is_guessed: "two-that-can-be-it";
    semicolons_stand_between_cells_where_commas_are_decimal: "semicolons";
    a_row_that_is_cut_short_costs_itself: "rows-cut-short";
    an_identifier_that_comes_twice_counts_once: "the-same-twice";
    a_quotation_mark_that_is_never_closed_is_refused_with_its_row: "never-closed";
    a_name_that_is_no_name_costs_its_row: "names-too-long";
    files_about_people_alone_are_refused_unread: "only-people";
    a_roster_without_any_room_is_refused_with_the_reason: "nothing-in-use";
    several_districts_are_refused: "several-districts";
    a_file_without_column_names_is_refused_with_what_stands_there: "no-header";
    a_spreadsheet_of_five_columns_is_a_roster: "spreadsheet";
    a_spreadsheet_with_faults_says_row_and_column: "spreadsheet-with-faults";
}
