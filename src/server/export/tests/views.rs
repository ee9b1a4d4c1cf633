//! The files of a round's groups beside one another and of productive talk say what their screens say, and nothing else.

use std::collections::BTreeSet;

use domain::language::Language;
use domain::release::Release;
use domain::roster::SubjectArea;
use domain::round::{GroupValue, Grouping};
use words::export::Column;

use super::super::{Table, csv, of_opportunity, of_talk, workbook};
use super::{both_together, finding, read_csv, read_workbook, release, school, schools, two_rounds};

/// A round whose groups are departments, in which `look_fors` are as in [`finding`].
fn of_departments(areas: &[SubjectArea], findings: Vec<domain::release::Finding>) -> Release {
    let groups = areas.iter().map(|area| BTreeSet::from([GroupValue::SubjectArea(*area)]));
    let round = release("Look again", "2026-11-13", findings);
    Release { grouping: Grouping::SubjectArea, groups: groups.collect(), schools: [school(1)].into(), ..round }
}

fn opportunity(release: &Release, language: Language) -> Table {
    of_opportunity(release, "Alder", &schools(&["Alder", "Bramble"]), language)
}

fn talk(releases: &[Release]) -> Table {
    of_talk(releases, "Alder", &schools(&["Alder", "Bramble"]), Language::En).unwrap()
}

#[test]
fn each_group_stands_beside_the_others_with_its_difference_in_words_about_rooms() {
    let areas = [SubjectArea::LanguageArts, SubjectArea::Mathematics, SubjectArea::Science];
    let release = of_departments(&areas, vec![finding("DIS-04", &[(0, 19, 20), (1, 1, 20), (2, 18, 20)])]);
    let table = opportunity(&release, Language::En);
    let cell = |row, column| table.cell(row, column);
    assert_eq!(table.rows.len(), 3);
    assert_eq!(
        cell(1, Column::Sentence),
        "A clear difference between the groups of this round: questions that invite reasoning."
    );
    assert_eq!(cell(1, Column::Group), "Mathematics");
    assert_eq!(cell(1, Column::ComparedWith), "the other rooms");
    assert_eq!(cell(1, Column::Difference), "the opportunity was there in fewer rooms, 4 to 10 fewer of every 10.");
    assert_eq!(cell(1, Column::Seen), "Seen in few or no rooms.");
    assert_eq!(cell(1, Column::Certainty), "20 rooms, fairly steady.");
    assert!(cell(0, Column::Protects).starts_with("Made to learn from, never for evaluation. Nobody is rated here."));
    assert_eq!(table.name, "alder-opportunity-2026-11-09-2026-11-12");
}

#[test]
fn of_two_groups_one_row_says_both_as_one_sentence_does_on_the_screen() {
    let areas = [SubjectArea::LanguageArts, SubjectArea::Mathematics];
    let release = of_departments(&areas, vec![finding("DIS-04", &[(0, 9, 20), (1, 8, 20)])]);
    let table = opportunity(&release, Language::Es);
    let with = [0, 1].map(|row| [Column::ComparedWith, Column::Difference].map(|column| table.cell(row, column)));
    assert_eq!(with[0][0], "matemáticas");
    assert!(with[0][1].starts_with("sin una diferencia clara."), "{with:?}");
    assert_eq!(with[1], ["", ""]);
    assert_eq!(table.cell(1, Column::Rooms), "20");
}

#[test]
fn what_is_not_compared_says_why_and_schools_never_are() {
    let areas = [SubjectArea::LanguageArts, SubjectArea::Mathematics];
    let release = of_departments(&areas, vec![both_together("DIS-02", 9, 40), finding("LAS-01", &[])]);
    let table = opportunity(&release, Language::En);
    assert_eq!(table.cell(0, Column::Sentence), "This round’s groups are not set beside one another.");
    assert_eq!(
        table.cell(0, Column::Note),
        "Shown together, because in at least one of them alone fewer than 10 rooms could be counted: language arts and mathematics."
    );
    assert!(table.cell(1, Column::Note).starts_with("Not shown, because fewer than 10"), "{:?}", table.rows);
    assert!(table.rows.iter().all(|row| !row.iter().any(|cell| cell.contains("of every 10"))));

    let by_school = two_rounds("Look again").swap_remove(1);
    let table = opportunity(&by_school, Language::En);
    assert_eq!(table.rows.len(), 1);
    assert_eq!(
        table.cell(0, Column::Note),
        "This round was grouped by school. Schools are not compared with one another."
    );
    assert_eq!(table.cell(0, Column::Schools), "Alder and Bramble");
}

#[test]
fn a_group_that_is_left_out_is_said_once_and_has_no_row() {
    let areas = [SubjectArea::LanguageArts, SubjectArea::Mathematics, SubjectArea::Science];
    let mut release = of_departments(&areas, vec![finding("DIS-04", &[(0, 9, 20), (1, 8, 20)])]);
    release.refused = [2].into();
    let table = opportunity(&release, Language::En);
    assert_eq!(table.rows.len(), 3);
    assert_eq!(
        table.cell(2, Column::Note),
        "Left out, because more rooms were reported than the timetable has: science."
    );
    assert_eq!(table.cell(2, Column::Rooms), "");
}

#[test]
fn talk_has_a_row_for_each_round_of_each_look_for_under_its_strand() {
    let table = talk(&two_rounds("Look again"));
    let about: Vec<[&str; 3]> = (0..table.rows.len())
        .map(|row| [Column::Strand, Column::LookForId, Column::To].map(|column| table.cell(row, column)))
        .collect();
    assert_eq!(
        about,
        [
            ["Collaborative discourse", "DIS-02", "2026-11-12"],
            ["Collaborative discourse", "DIS-04", "2026-11-12"],
            ["Collaborative discourse", "DIS-04", "2026-09-17"],
            ["Equitable participation", "", ""],
            ["Inquiry", "", ""],
        ]
    );
    assert_eq!(table.cell(1, Column::Change), "More rooms than on September 17, beyond what chance would do.");
    assert_eq!(table.cell(1, Column::Asked), "1: Who talks?");
    assert_eq!(table.cell(1, Column::Note), "(before it, question 1 was taken on; phase “Build” begins)");
    assert_eq!(table.cell(1, Column::Certainty), "Rests on 45 rooms: steady; visitors not yet calibrated.");
    assert_eq!(table.cell(2, Column::Change), "");
    assert_eq!(table.cell(2, Column::Certainty), "45 rooms, steady.");
    assert_eq!(table.cell(3, Column::Note), "No round of this school has looked for it yet.");
    let sentence = "Seen in more rooms than before: questions that invite reasoning.";
    assert!(table.cell(0, Column::Sentence).starts_with(sentence), "{:?}", table.rows[0]);
    assert_eq!(table.name, "alder-talk-2026-09-14-2026-11-12");
}

#[test]
fn a_round_that_did_not_show_a_look_for_says_so_in_its_row_and_not_how_many_rooms_it_had() {
    let mut releases = two_rounds("Look again");
    releases[0].findings = vec![finding("DIS-04", &[])];
    let table = talk(&releases);
    assert_eq!(table.cell(1, Column::Change), "It was not shown on September 17, so the two cannot be compared.");
    assert_eq!(table.cell(2, Column::Note), "not shown");
    assert_eq!([Column::Seen, Column::Rooms, Column::Certainty].map(|column| table.cell(2, column)), [""; 3]);
    releases.swap(0, 1);
    let hidden = talk(&releases);
    assert!(hidden.cell(1, Column::Note).starts_with("Not shown, because fewer than 10"), "{:?}", hidden.rows[1]);
    assert_eq!(hidden.cell(1, Column::Change), "", "what is not shown has not changed");
}

#[test]
fn what_is_said_of_several_rounds_is_about_the_fewest_rooms_that_any_of_them_allowed() {
    let mut releases = two_rounds("Look again");
    releases[1].k = 15;
    let table = talk(&releases);
    assert!((0..table.rows.len()).all(|row| table.cell(row, Column::K) == "10"));
    assert!(table.cell(0, Column::Protects).contains("Nothing about fewer than 10 rooms is shown."));
}

#[test]
fn both_files_are_written_in_both_forms_with_the_same_cells() {
    let areas = [SubjectArea::LanguageArts, SubjectArea::Mathematics];
    let release = of_departments(&areas, vec![finding("DIS-04", &[(0, 9, 20), (1, 8, 20)])]);
    for table in [opportunity(&release, Language::En), talk(&two_rounds("Look again"))] {
        let plain = read_csv(&csv(&table).unwrap());
        assert_eq!(&plain[1..], table.rows.as_slice());
        assert_eq!(read_workbook(workbook(&table).unwrap()).swap_remove(0), plain);
    }
}
