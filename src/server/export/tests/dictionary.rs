//! The data dictionary in the docs is the one in the files.

use domain::language::Language;
use words::export::{Column, Kind};

#[test]
fn the_data_dictionary_in_the_docs_is_the_one_in_the_file() {
    let docs = include_str!("../../../../docs/export.md");
    let (english, spanish) = (words::export::of(Language::En), words::export::of(Language::Es));
    for column in Column::ALL {
        let files: Vec<&str> =
            Kind::ALL.into_iter().filter(|kind| kind.columns().contains(&column)).map(Kind::word).collect();
        let row = format!(
            "| {} | {} | {} | {} |",
            (english.head)(column),
            (spanish.head)(column),
            files.join(", "),
            (english.meaning)(column)
        );
        assert!(!files.is_empty() && docs.contains(&row), "docs/export.md lacks this row:\n{row}");
    }
    let rows = docs.lines().skip_while(|line| !line.starts_with("| column |")).take_while(|line| line.starts_with('|'));
    assert_eq!(rows.count(), Column::ALL.len() + 2, "a row that no file has");
}
