//! What a rescue file tells whoever opens it, and what it tells nobody.

use super::*;
use crate::passphrase::Cost;
use crate::rescue::{NotRescued, RescueFile};

const PASSPHRASE: &str = "four kind owls at noon";
const QUICK: Cost = Cost { memory_kib: 64, passes: 1 };

fn written(contents: &Contents) -> String {
    RescueFile::write_at(contents, PASSPHRASE, &Stream::of(9), QUICK).unwrap()
}

fn opened(text: &str, passphrase: &str) -> Result<Contents, NotRescued> {
    RescueFile::read(text)?.open(passphrase)
}

#[test]
fn a_file_opens_with_its_passphrase_and_holds_what_was_saved() {
    let (tablet, round) = Held::with_a_round(1);
    let visit = tablet.begins(&round, 0);
    tablet.counts(&visit, 3);
    let contents = tablet.saves();
    assert_eq!(opened(&written(&contents), " four kind owls at noon "), Ok(contents));
}

#[test]
fn each_way_in_which_a_file_does_not_open_is_told_apart() {
    let (tablet, _) = Held::with_a_round(1);
    let text = written(&tablet.saves());
    assert_eq!(opened(&text, "four kind owls at one"), Err(NotRescued::WrongPassphrase));
    assert_eq!(opened("PK\u{3}\u{4} a spreadsheet", PASSPHRASE), Err(NotRescued::AnotherFile));
    assert_eq!(opened("", PASSPHRASE), Err(NotRescued::AnotherFile));
    let newer = "{\"noticeboard_rescue\":2,\"sealed_otherwise\":true}\nwhatever";
    assert_eq!(opened(newer, PASSPHRASE), Err(NotRescued::NewerVersion));
    // Whatever is cut off or changed, no passphrase is needed to see it.
    for cut in (0..text.len()).step_by(97).chain([text.len() - 1]) {
        let found = RescueFile::read(&text[..cut]);
        assert!(matches!(found, Err(NotRescued::Damaged | NotRescued::AnotherFile)), "cut at {cut}: {found:?}");
        let other = if &text[cut..=cut] == "7" { "8" } else { "7" };
        let changed = [&text[..cut], other, &text[cut + 1..]].concat();
        assert!(opened(&changed, PASSPHRASE).is_err(), "changed at {cut}");
    }
}

#[test]
fn a_header_that_was_changed_together_with_its_sum_does_not_open() {
    let (tablet, _) = Held::with_a_round(1);
    let text = written(&tablet.saves()).replacen("\"passes\":1", "\"passes\":2", 1);
    let both = text.rsplit_once('\n').unwrap().0;
    let forged = [both, &domain::change::hash(both)].join("\n");
    assert_eq!(opened(&forged, PASSPHRASE), Err(NotRescued::WrongPassphrase));
}

#[test]
fn nothing_of_the_visits_can_be_read_in_a_file() {
    let (tablet, round) = Held::with_a_round(1);
    let visit = tablet.begins(&round, 0);
    tablet.writes(&visit, "why do you think so");
    let text = written(&tablet.saves());
    for secret in ["why", "Room", "Alder", visit.as_str(), round.as_str()] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn what_must_not_leave_the_tablet_is_not_in_its_file() {
    let (tablet, _) = Held::with_a_round(1);
    wait(tablet.tablet.make_card_pack()).unwrap();
    wait(tablet.tablet.clear_out()).unwrap();
    let kinds: Vec<String> = tablet.saves().records.iter().map(|record| record.key().to_string()).collect();
    for absent in ["sync", "time", "card/", "acknowledged/", "decided/", "agreement"] {
        assert!(!kinds.iter().any(|key| key.starts_with(absent)), "{absent} in {kinds:?}");
    }
    // Once they are on paper somebody may hand them out.
    wait(tablet.tablet.print_cards()).unwrap();
    assert_eq!(tablet.saves().held().unused_cards().count(), 8);
}

#[test]
fn a_short_passphrase_seals_nothing() {
    assert!(RescueFile::check("eleven char ").is_err());
    assert!(RescueFile::check("twelve chars").is_ok());
}
