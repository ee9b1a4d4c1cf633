//! Frozen samples: what version 1 looks like on the wire. A message that no longer reads or writes its sample is
//! another version, and tablets that were offline for weeks would not be understood.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::context::{AddContext, WithdrawContext};
use crate::letters::Letters;
use crate::note::NoteHeld;
use crate::people::{SignIn, SignedIn};
use crate::problem::Problem;
use crate::pull::{Pull, Pulled};
use crate::push::{Push, Pushed};
use crate::roster::{RosterAnswer, RosterChoices, RosterConfirmation, TypedRooms};
use crate::round::{BeforeClose, Close, Closed, Published, Report, Tokens};
use crate::schools::{Doors, Releases, Schools, TermReleases};

fn stays_as_it_is<M: Serialize + DeserializeOwned>(name: &str, sample: &str) {
    let message: M = serde_json::from_str(sample).unwrap_or_else(|cause| panic!("{name} is not read: {cause}"));
    let written = serde_json::to_string_pretty(&message).unwrap();
    assert_eq!(written, sample.trim_end(), "{name} is written in another way");
}

macro_rules! frozen {
    ($($sentence:ident: $message:ty = $file:literal;)*) => {$(
        #[test]
        fn $sentence() {
            stays_as_it_is::<$message>($file, include_str!(concat!("samples/", $file)));
        }
    )*};
}

frozen! {
    a_push_of_each_kind_stays_as_it_is: Push = "push.json";
    the_answer_to_a_push_with_each_outcome_stays_as_it_is: Pushed = "pushed.json";
    a_pull_stays_as_it_is: Pull = "pull.json";
    the_answer_to_a_pull_with_each_kind_of_news_stays_as_it_is: Pulled = "pulled.json";
    tokens_stay_as_they_are: Tokens = "tokens.json";
    a_report_stays_as_it_is: Report = "report.json";
    what_a_lead_sees_before_closing_stays_as_it_is: BeforeClose = "before_close.json";
    a_close_stays_as_it_is: Close = "close.json";
    the_answer_to_a_close_stays_as_it_is: Closed = "closed.json";
    an_offered_release_stays_as_it_is: Published = "published.json";
    context_that_a_card_adds_stays_as_it_is: AddContext = "add_context.json";
    context_that_a_card_takes_back_stays_as_it_is: WithdrawContext = "withdraw_context.json";
    letters_stay_as_they_are: Letters = "letters.json";
    schools_stay_as_they_are: Schools = "schools.json";
    releases_stay_as_they_are: Releases = "releases.json";
    releases_with_earlier_ones_stay_as_they_are: Releases = "releases_of_many.json";
    the_releases_of_a_term_stay_as_they_are: TermReleases = "term.json";
    the_answer_to_deleting_a_note_under_a_hold_stays_as_it_is: NoteHeld = "note_held.json";
    doors_stay_as_they_are: Doors = "doors.json";
    a_sign_in_stays_as_it_is: SignIn = "sign_in.json";
    the_answer_to_a_sign_in_stays_as_it_is: SignedIn = "signed_in.json";
    a_problem_stays_as_it_is: Problem = "problem.json";
    what_is_chosen_about_a_roster_stays_as_it_is: RosterChoices = "roster_choices.json";
    typed_rooms_stay_as_they_are: TypedRooms = "typed_rooms.json";
    a_confirmation_of_a_roster_stays_as_it_is: RosterConfirmation = "roster_confirmation.json";
    each_answer_to_a_roster_stays_as_it_is: Vec<RosterAnswer> = "roster_answers.json";
}

/// The bodies inside are as frozen as the messages around them.
#[test]
fn every_body_of_the_sample_push_is_read_and_written_byte_for_byte() {
    let push: Push = serde_json::from_str(include_str!("samples/push.json")).unwrap();
    for item in &push.items {
        let change = domain::change::Change::read(item.kind, &item.body).unwrap();
        assert_eq!((change.id(), change.revision()), (item.id.as_str(), item.revision));
        assert_eq!(change.body(), item.body);
    }
    assert_eq!(push.items.len(), domain::change::Kind::ALL.len());
}

/// What staff and district agreed, and what is paused, are what `domain` reads from the bodies of news.
#[test]
fn the_sample_agreement_and_the_sample_pauses_are_read_and_written_byte_for_byte() {
    let pulled: Pulled = serde_json::from_str(include_str!("samples/pulled.json")).unwrap();
    let bodies = |kind| pulled.news.iter().filter(move |news| news.kind == kind).map(|news| &news.body);
    for body in bodies(crate::pull::NewsKind::Agreement) {
        let agreement: domain::agreement::Agreement = serde_json::from_str(body).unwrap();
        assert_eq!(domain::change::write(&agreement), *body);
    }
    for body in bodies(crate::pull::NewsKind::Pause) {
        let pause: domain::agreement::Pause = serde_json::from_str(body).unwrap();
        assert_eq!(domain::change::write(&pause), *body);
    }
    assert_eq!(
        (bodies(crate::pull::NewsKind::Agreement).count(), bodies(crate::pull::NewsKind::Pause).count()),
        (1, 2)
    );
}

/// The sample release is what `domain` reads from a picture's body.
#[test]
fn the_sample_release_is_read_and_written_byte_for_byte() {
    let closed: Closed = serde_json::from_str(include_str!("samples/closed.json")).unwrap();
    let release: domain::release::Release = serde_json::from_str(&closed.published.body).unwrap();
    assert_eq!(domain::change::write(&release), closed.published.body);
}
