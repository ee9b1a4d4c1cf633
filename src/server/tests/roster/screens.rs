//! What a screen is answered: a look, and an import of exactly what was shown.

use protocol::roster::{RosterAnswer, RosterChoices, RosterConfirmation, RosterReport};
use server::roster::{Choices, Offered, answer};

use crate::archives::zip;
use crate::office::{CLASSES, ORGS, Office, in_use, today};

async fn asks(office: &Office, classes: &str, confirmation: Option<RosterConfirmation>) -> RosterAnswer {
    let bytes = zip(&[("orgs.csv", ORGS.as_bytes()), ("classes.csv", classes.as_bytes())]);
    let choices = RosterChoices { file: "export.zip".into(), ..RosterChoices::default() };
    let offered =
        Choices::asked(&choices, today()).and_then(|read| Ok((Offered::uploaded(&choices.file, bytes)?, read)));
    answer(offered, confirmation.as_ref(), &office.store).await.unwrap()
}

fn confirms(report: &RosterReport, retire_many: bool) -> Option<RosterConfirmation> {
    Some(RosterConfirmation { shown: report.mark.clone(), retire_many })
}

async fn shown(office: &Office, classes: &str) -> RosterReport {
    match asks(office, classes, None).await {
        RosterAnswer::Looked { report } => report,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_was_shown_is_what_is_imported() {
    let office = Office::new("shown").await;
    let report = shown(&office, CLASSES).await;
    assert_eq!((report.schools, report.rooms, report.rooms_added.count), (1, 3, 3));
    assert_eq!(report.rooms_added.schools[0].rooms, ["Room 1", "Room 2", "Room 3"]);
    assert_eq!(in_use(&office.roster().await), Vec::<&str>::new());
    let answer = asks(&office, CLASSES, confirms(&report, false)).await;
    assert_eq!(answer, RosterAnswer::Imported { report });
    assert_eq!(in_use(&office.roster().await), ["Room 1", "Room 2", "Room 3"]);
}

#[tokio::test]
async fn another_file_than_the_one_that_was_shown_is_shown_first() {
    let office = Office::new("other").await;
    let report = shown(&office, CLASSES).await;
    let other = CLASSES.replace("Room 3", "Room 4");
    let answer = asks(&office, &other, confirms(&report, true)).await;
    assert!(matches!(answer, RosterAnswer::ShownOtherwise { .. }), "{answer:?}");
    assert_eq!(in_use(&office.roster().await), Vec::<&str>::new());
}

#[tokio::test]
async fn a_roster_that_changed_since_it_was_shown_is_shown_again() {
    let office = Office::new("since").await;
    office.imports().await.unwrap();
    let more = format!("{CLASSES}c4,Art,03,Room 4,a\n");
    let report = shown(&office, &more).await;
    office.writes("classes.csv", &format!("{CLASSES}c5,Art,03,Room 5,a\n"));
    office.imports().await.unwrap();
    let answer = asks(&office, &more, confirms(&report, true)).await;
    let RosterAnswer::ShownOtherwise { report } = answer else { panic!("{answer:?}") };
    assert_eq!(report.rooms_made_inactive.count, 1);
    assert_eq!(in_use(&office.roster().await), ["Room 1", "Room 2", "Room 3", "Room 5"]);
}

#[tokio::test]
async fn retiring_many_rooms_takes_a_word_of_its_own() {
    let office = Office::new("many").await;
    office.imports().await.unwrap();
    let fewer = "sourcedId,grades,location,schoolSourcedId\nc1,02,Room 1,a\n";
    let report = shown(&office, fewer).await;
    assert!(report.retires_many);
    let answer = asks(&office, fewer, confirms(&report, false)).await;
    assert!(matches!(answer, RosterAnswer::RetiresMany { .. }), "{answer:?}");
    assert_eq!(in_use(&office.roster().await).len(), 3);
    let answer = asks(&office, fewer, confirms(&report, true)).await;
    assert!(matches!(answer, RosterAnswer::Imported { .. }), "{answer:?}");
    assert_eq!(in_use(&office.roster().await), ["Room 1"]);
}

#[tokio::test]
async fn a_refusal_and_a_fault_are_said_in_both_languages() {
    let office = Office::new("both").await;
    let answer = asks(&office, "sourcedId\n", None).await;
    let RosterAnswer::Refused { said } = answer else { panic!("{answer:?}") };
    assert!(said.en.starts_with("classes.csv has no column schoolSourcedId"), "{said:?}");
    assert!(said.es.starts_with("classes.csv no tiene la columna schoolSourcedId"), "{said:?}");
    let report = shown(&office, &format!("{CLASSES}c9,,02,Room 9,nowhere\n")).await;
    let fault = &report.faults[0];
    assert_eq!(
        (fault.file.as_str(), fault.row, fault.column.as_deref()),
        ("classes.csv", Some(5), Some("schoolSourcedId"))
    );
    assert!(fault.said.es.starts_with("classes.csv, fila 5, columna schoolSourcedId:"), "{fault:?}");
}

#[tokio::test]
async fn patterns_and_names_that_cannot_be_read_are_refused_like_files() {
    for choices in [
        RosterChoices { patterns: Some("tag,words\nGifted,gate\n".into()), ..RosterChoices::default() },
        RosterChoices { district: Some(" ".into()), ..RosterChoices::default() },
    ] {
        assert!(Choices::asked(&choices, today()).is_err());
    }
}
