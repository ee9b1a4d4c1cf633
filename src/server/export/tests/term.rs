//! The file of a district's term.

use domain::language::Language;
use domain::release::Term;
use words::export::Column;

use super::super::of_term;
use super::{day, schools, two_rounds};

#[test]
fn a_term_says_of_each_school_how_it_stands_and_never_in_the_order_of_results() {
    let names = ["Alder", "Bramble", "Cotton"];
    let term = Term::holding(day("2026-11-13"));
    let table = of_term(term, &two_rounds("Look"), "Dry Creek", &schools(&names).schools, Language::En);
    let about: Vec<&str> = table.rows[..4].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(about, ["All schools that are shown", "Alder", "Bramble", "Cotton"]);
    assert_eq!(table.cell(3, Column::Note), "Not looked for in this term: Cotton.");
    assert_eq!(table.name, "dry-creek-2026-08-01-2026-12-31");
    let hidden = (0..table.rows.len()).find(|row| table.cell(*row, Column::LookForId) == "LAS-01").unwrap();
    assert!(table.cell(hidden, Column::Note).starts_with("Not shown, because there were too few rooms"));
}
