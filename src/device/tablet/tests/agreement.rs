//! What the agreement, and a pause, hold a tablet to.

use domain::agreement::{NotBegun, NotVisiting, NoteDeadline, Pause, Paused, Term};
use domain::permission::{Mandate, Role};
use domain::round::PlanFault;

use super::*;
use crate::people::Door;
use crate::tablet::{RoundRefused, VisitRefused};

impl Story {
    fn tries_to_visit(&self, mandate: &Mandate) -> Result<VisitId, VisitRefused> {
        let room = self.tablet.held().round(&self.round).unwrap().record.plan.rooms().next().unwrap().clone();
        wait(self.tablet.begin_visit(&self.round, &room, mandate))
    }

    fn hears(&self, paused: Paused, revision: u32, since: Option<Day>) {
        let pause = Record::Pause(Pause { paused, revision, since });
        wait(async {
            let acting = self.tablet.act().await;
            self.tablet.keep(&acting, vec![Edit::Keep(pause)]).await
        })
        .unwrap();
    }
}

#[test]
fn no_visit_begins_while_its_round_or_everything_is_paused_and_one_under_way_is_finished() {
    let mut story = Story::begins();
    let (lead, since) = (Door::Lead.mandate(), story.tablet.day_of(story.tablet.now()));
    let under_way = story.tries_to_visit(&lead).unwrap();
    for paused in [Paused::Round(story.round.clone()), Paused::Program] {
        story.hears(paused.clone(), 1, Some(since));
        wait(story.tablet.finish_visit(&under_way, Finishing { after: 0, language: Language::En })).ok();
        let refused = VisitRefused::NotBegun(NotBegun::Paused { paused: paused.clone(), since });
        assert_eq!(story.tries_to_visit(&lead), Err(refused));
        // It is so after the tablet was opened again, too.
        story.tablet = opened(&story.storage, &story.clock);
        assert_eq!(story.tablet.held().paused(&story.round).map(|(_, since)| since), Some(since));
        story.hears(paused, 2, None);
    }
    assert!(story.tablet.held().visit(&under_way).unwrap().visit.has_ended());
    story.tries_to_visit(&lead).unwrap();
}

#[test]
fn whoever_the_agreement_does_not_let_visit_begins_none_and_it_says_why() {
    let agreed = Agreement::before_signatures();
    let story = Story::under(agreed.with(Term::Evaluators(false)).with(Term::Visitors([Role::Principal].into())));
    let school = story.tablet.held().roster().schools[0].id.clone();
    let principal = Mandate { role: Role::Principal, school: Some(school) };
    let evaluator = VisitRefused::NotBegun(NotBegun::Visiting(NotVisiting::Evaluator));
    assert_eq!(story.tries_to_visit(&principal), Err(evaluator));
    let role = VisitRefused::NotBegun(NotBegun::Visiting(NotVisiting::Role(Role::DistrictLead)));
    assert_eq!(story.tries_to_visit(&Door::Lead.mandate()), Err(role));
}

#[test]
fn a_round_is_planned_as_long_before_it_opens_as_the_agreement_says_and_no_visit_begins_before() {
    let story = Story::begins();
    let agreed = Agreement::before_signatures().with(Term::NoticeDays(3));
    wait(async {
        let acting = story.tablet.act().await;
        story.tablet.keep(&acting, vec![Edit::Keep(Record::Agreement(agreed))]).await
    })
    .unwrap();
    let plan = story.tablet.held().round(&story.round).unwrap().record.plan.clone();
    let today = story.tablet.day_of(story.tablet.now());
    let draft = |days| RoundDraft {
        schools: plan.schools.clone(),
        opens: today.plus(days),
        ends: plan.opens.plus(20),
        purpose: plan.purpose.clone(),
        look_fors: plan.look_fors.iter().map(|planned| planned.id.clone()).collect(),
        instruments: [].into(),
        grouping: Grouping::None,
    };
    let too_soon = RoundRefused::Faults(vec![PlanFault::Notice { found: 2, least: 3 }]);
    assert_eq!(wait(story.tablet.plan_round(draft(2))), Err(too_soon));
    let round = wait(story.tablet.plan_round(draft(3))).unwrap();
    let story = Story { round, ..story };
    let opens = today.plus(3);
    let early = VisitRefused::NotBegun(NotBegun::NotOpen(opens));
    assert_eq!(story.tries_to_visit(&Door::Lead.mandate()), Err(early));
    story.days_pass(3.0);
    story.tries_to_visit(&Door::Lead.mandate()).unwrap();
}

#[test]
fn evidence_goes_after_the_days_of_the_rounds_agreement() {
    let story = Story::under(Agreement::before_signatures().with(Term::EvidenceDays(2)));
    let visit = story.visits_with_a_note();
    wait(story.tablet.clear_out()).unwrap();
    story.a_day_of_use();
    assert!(story.tablet.held().visit(&visit).is_some());
    story.a_day_of_use();
    assert!(story.tablet.held().visit(&visit).is_none());
}

#[test]
fn a_note_that_no_server_has_is_due_by_the_day_that_the_agreement_says_until_it_is_received() {
    let story = Story::under(Agreement::before_signatures().with(Term::NoteDeadline(NoteDeadline::EndOfDay)));
    let visited = story.tablet.day_of(story.tablet.now());
    assert_eq!(story.tablet.notes_due(&story.round), []);
    let visit = story.visits_with_a_note();
    let room = story.tablet.held().visit(&visit).unwrap().visit.room.clone();
    assert_eq!(story.tablet.notes_due(&story.round), [(room, visited)]);
    story.syncs(&Server(None));
    assert_eq!(story.tablet.notes_due(&story.round), []);
}
