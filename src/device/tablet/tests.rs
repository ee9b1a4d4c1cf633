//! What a tablet keeps and what it forgets, without a server and with one that refuses.

mod agreement;
mod between;
mod doors;
mod lock;
mod lock_crashes;

use std::cell::Cell;

use async_trait::async_trait;
use domain::agreement::Agreement;
use domain::change::Kind;
use domain::ids::{RoomId, RoundId, SchoolId, VisitId};
use domain::language::Language;
use domain::library::LookForId;
use domain::roster::{Room, Roster, School, Tags};
use domain::round::{Grouping, Sense};
use domain::text::{Passage, Phrase, Sentence};
use domain::visit::{Act, Answer, Seating, Summary, Voices};
use futures_util::FutureExt;
use protocol::path::{PULL, PUSH};
use protocol::pull::Pulled;
use protocol::push::{Item, ItemAnswer, Outcome, Push, Pushed};
use protocol::round::Tokens;

use super::*;
use crate::network::{Network, NoAnswer, Request, Response};
use crate::people::Door;
use crate::storage::Memory;
use crate::vault::Vault;

/// A clock that shows what the test says, in a zone that is `behind` UTC by so many hours.
struct Clock {
    now: Cell<Moment>,
    behind: i64,
}

impl crate::surroundings::Clock for Clock {
    fn now(&self) -> Moment {
        self.now.get()
    }

    fn steady(&self) -> i64 {
        self.now.get().0
    }

    fn day_of(&self, moment: Moment) -> Day {
        Moment(moment.0 - self.behind * Moment::DAY / 24).day()
    }
}

struct Counting(Cell<u8>);

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.set(self.0.get().wrapping_add(1));
        bytes.fill(self.0.get());
    }
}

/// A server with nothing new that takes everything, or refuses one kind.
struct Server(Option<(Kind, RefusalCode)>);

#[async_trait(?Send)]
impl Network for Server {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let (district, epoch, reached) = ("Alder".to_owned(), "1".to_owned(), "1".to_owned());
        let body = request.body.unwrap_or_default();
        let body = match request.path.as_str() {
            PULL => {
                domain::change::write(&Pulled { district, epoch, cursor: "1".into(), news: Vec::new(), more: false })
            }
            PUSH => {
                let items = serde_json::from_str::<Push>(&body).unwrap().items;
                let answers = items.iter().map(|item| self.answer(item)).collect();
                domain::change::write(&Pushed { epoch, reached, answers })
            }
            path if path.ends_with("/report") => return Ok(Response { status: 204, body: String::new() }),
            _ => domain::change::write(&Tokens { tokens: Vec::new() }),
        };
        Ok(Response { status: 200, body })
    }
}

impl Server {
    fn answer(&self, item: &Item) -> ItemAnswer {
        let outcome = match self.0 {
            Some((kind, code)) if kind == item.kind => {
                Outcome::Refused(Refusal { code, detail: "the server's reason".to_owned() })
            }
            _ => Outcome::Received,
        };
        ItemAnswer { id: item.id.clone(), revision: item.revision, hash: item.hash(), outcome }
    }
}

/// A tablet with a round of twelve rooms.
struct Story {
    storage: Memory,
    clock: Rc<Clock>,
    tablet: Tablet,
    round: RoundId,
}

impl Story {
    fn begins() -> Story {
        Story::under(Agreement::before_signatures())
    }

    /// A story whose district agreed this.
    fn under(agreement: Agreement) -> Story {
        let began = Moment(Day::parse("2026-11-10").unwrap().begins().0 + Moment::DAY / 12);
        let clock = Rc::new(Clock { now: Cell::new(began), behind: 8 });
        let storage = Memory::default();
        let tablet = opened(&storage, &clock);
        let school = School { id: SchoolId::from_roster("alder"), name: "Alder".into() };
        let room = |number: usize| Room {
            id: RoomId::from_roster(&school.id, &number.to_string()),
            school: school.id.clone(),
            name: format!("Room {number}"),
            tags: Tags::default(),
            active: true,
        };
        let roster = Roster { rooms: (1..=12).map(room).collect(), schools: vec![school.clone()] };
        wait(async {
            let acting = tablet.act().await;
            tablet
                .keep(&acting, vec![Edit::Keep(Record::Roster(roster)), Edit::Keep(Record::Agreement(agreement))])
                .await
        })
        .unwrap();
        let draft = RoundDraft {
            schools: [school.id].into(),
            opens: began.day(),
            ends: began.day().plus(7),
            purpose: Sentence::parse("Who explains to whom?").unwrap(),
            look_fors: ["INQ-02", "EQP-01"].map(|id| LookForId::parse(id).unwrap()).into(),
            instruments: [LookForId::parse("EQP-01").unwrap()].into(),
            grouping: Grouping::None,
        };
        let round = wait(tablet.plan_round(draft)).unwrap();
        Story { storage, clock, tablet, round }
    }

    fn days_pass(&self, days: f64) {
        self.clock.now.set(Moment(self.clock.now.get().0 + (days * Moment::DAY as f64) as i64));
    }

    /// A day on which the tablet is used, without any network.
    fn a_day_of_use(&self) {
        self.days_pass(1.0);
        wait(self.tablet.clear_out()).unwrap();
    }

    fn visits_with_a_note(&self) -> VisitId {
        let tablet = &self.tablet;
        let room = tablet.held().round(&self.round).unwrap().record.plan.rooms().next().unwrap().clone();
        wait(async {
            let card = tablet.make_card_pack().await.unwrap().remove(0).card.note_id();
            let visit = tablet.begin_visit(&self.round, &room, &Door::Lead.mandate()).await.unwrap();
            let evidence = Act::Evidence(Sense::Heard, Passage::parse("why").unwrap(), None);
            tablet.mark(&visit, evidence).await.unwrap();
            let draft =
                Draft { noticed: "They add on.".into(), wondered: "How?".into(), card: Some(card), ..Draft::default() };
            tablet.write_draft(&visit, draft).await.unwrap();
            tablet.finish_visit(&visit, Finishing { after: 0, language: Language::En }).await.unwrap();
            visit
        })
    }

    fn syncs(&self, server: &Server) {
        wait(self.tablet.sync(server)).expect("nothing is in the way");
    }

    fn the_refused(&self) -> RefusedChange {
        let held = self.tablet.held();
        let refused = held.refused();
        assert_eq!(refused.len(), 1, "{refused:?}");
        refused[0].clone()
    }

    fn is_used_card_here(&self) -> bool {
        self.tablet.held().cards().iter().any(|card| card.used)
    }
}

fn opened(storage: &Memory, clock: &Rc<Clock>) -> Tablet {
    let random = Rc::new(Counting(Cell::new(0)));
    let storage = Rc::new(storage.opened_again());
    wait(Tablet::open(storage, Vault::new([7; 32]), clock.clone(), random)).unwrap()
}

fn wait<T>(act: impl Future<Output = T>) -> T {
    act.now_or_never().expect("nothing here waits")
}

#[test]
fn a_refused_summary_stays_until_the_person_lets_it_go() {
    let story = Story::begins();
    story.visits_with_a_note();
    story.syncs(&Server(Some((Kind::Summary, RefusalCode::AgainstTheRules))));
    assert_eq!(story.tablet.held().unsent(), Unsent { refused: 1, ..Unsent::default() });
    assert!(story.tablet.held().has_unsent_work(&story.round));

    // Further syncs leave it alone, and it is there after the tablet was opened again.
    story.syncs(&Server(None));
    assert_eq!(opened(&story.storage, &story.clock).held().refused(), [&story.the_refused()]);
    let tablet = opened(&story.storage, &story.clock);
    wait(tablet.let_go(&story.the_refused())).unwrap();
    assert!(tablet.held().unsent().is_nothing());
    assert!(opened(&story.storage, &story.clock).held().refused().is_empty());
}

#[test]
fn a_refused_summary_that_is_put_up_again_is_sent_as_it_was() {
    let story = Story::begins();
    story.visits_with_a_note();
    story.syncs(&Server(Some((Kind::Summary, RefusalCode::AgainstTheRules))));
    let refused = story.the_refused();
    wait(story.tablet.put_up_again(&refused)).unwrap();
    assert!(story.tablet.held().own_items().any(|item| *item == refused.item));
    assert_eq!(story.tablet.held().unsent(), Unsent { summaries: 1, ..Unsent::default() });
    story.syncs(&Server(None));
    assert!(story.tablet.held().unsent().is_nothing());
    assert_eq!(wait(story.tablet.put_up_again(&refused)), Err(NotPutUp::Unknown));
}

#[test]
fn a_note_that_was_deleted_can_only_be_let_go_and_its_card_goes_with_it() {
    let story = Story::begins();
    story.visits_with_a_note();
    story.syncs(&Server(Some((Kind::Note, RefusalCode::Gone))));
    let refused = story.the_refused();
    assert!(story.is_used_card_here() && !story.tablet.held().can_be_put_up(&refused));
    assert_eq!(wait(story.tablet.put_up_again(&refused)), Err(NotPutUp::Gone));
    wait(story.tablet.let_go(&refused)).unwrap();
    assert!(!story.is_used_card_here() && story.tablet.held().unsent().is_nothing());
}

#[test]
fn a_tablet_that_never_meets_a_server_forgets_evidence_and_used_cards_after_seven_days() {
    let story = Story::begins();
    let visit = story.visits_with_a_note();
    wait(story.tablet.clear_out()).unwrap();
    for _ in 0..6 {
        story.a_day_of_use();
    }
    assert!(story.tablet.held().visit(&visit).is_some() && story.is_used_card_here());
    story.a_day_of_use();
    assert!(story.tablet.held().visit(&visit).is_none() && !story.is_used_card_here());
    assert_eq!(story.tablet.held().cards().len(), 7, "unused cards of the pack stay");
    assert_eq!(story.tablet.held().unsent(), Unsent { summaries: 1, notes: 1, shared: 1, ..Unsent::default() });
    let keys = wait(story.storage.read_all()).unwrap().into_iter().map(|stored| stored.key);
    let left: Vec<String> = keys.filter(|key| key.contains(visit.as_str())).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn a_visit_under_way_is_never_forgotten() {
    let story = Story::begins();
    let room = story.tablet.held().round(&story.round).unwrap().record.plan.rooms().next().unwrap().clone();
    let visit = wait(story.tablet.begin_visit(&story.round, &room, &Door::Lead.mandate())).unwrap();
    for _ in 0..30 {
        story.a_day_of_use();
    }
    assert!(story.tablet.held().visit(&visit).is_some());
    // Counted from its end.
    wait(story.tablet.abandon_visit(&visit)).unwrap();
    story.a_day_of_use();
    assert!(story.tablet.held().visit(&visit).is_some());
}

#[test]
fn a_clock_that_was_wrong_for_some_hours_makes_nothing_be_forgotten_too_early_or_too_late() {
    let story = Story::begins();
    wait(story.tablet.clear_out()).unwrap();
    // The clock shows another year when the visit is made, is put right, runs ahead, and is put right once more.
    story.days_pass(-900.0);
    let visit = story.visits_with_a_note();
    wait(story.tablet.clear_out()).unwrap();
    for (ahead, back) in [(900.0, 0.0), (60.0, -60.0)] {
        story.days_pass(ahead);
        wait(story.tablet.clear_out()).unwrap();
        story.days_pass(0.2);
        wait(story.tablet.clear_out()).unwrap();
        story.days_pass(back);
    }
    for _ in 0..6 {
        story.a_day_of_use();
        assert!(story.tablet.held().visit(&visit).is_some() && story.is_used_card_here());
    }
    story.a_day_of_use();
    assert!(story.tablet.held().visit(&visit).is_none() && !story.is_used_card_here());
}

#[test]
fn what_came_on_the_first_day_after_a_month_in_a_drawer_is_kept_for_seven_days_and_what_was_there_is_not() {
    let story = Story::begins();
    let before = story.visits_with_a_note();
    wait(story.tablet.clear_out()).unwrap();
    story.days_pass(30.0);
    wait(story.tablet.clear_out()).unwrap();
    let after = story.visits_with_a_note();
    assert!(story.tablet.held().visit(&before).is_some(), "the clock may be wrong");
    story.a_day_of_use();
    assert!(story.tablet.held().visit(&before).is_none());
    for _ in 0..6 {
        story.a_day_of_use();
        assert!(story.tablet.held().visit(&after).is_some());
    }
    story.a_day_of_use();
    assert!(story.tablet.held().visit(&after).is_none());
}

#[test]
fn a_note_names_the_day_on_the_wall_where_the_visit_was_made() {
    // Two in the morning in UTC is the evening before, eight hours behind it.
    let story = Story::begins();
    story.visits_with_a_note();
    let held = story.tablet.held();
    let card = held.cards().into_iter().find(|card| card.used).unwrap().card.clone();
    let item = held.own_items().find(|item| item.kind == Kind::Note).unwrap();
    let note = domain::note::open(&serde_json::from_str(&item.body).unwrap(), &card).unwrap();
    assert_eq!(note.visited, Day::parse("2026-11-09").unwrap());
}

#[test]
fn own_phrases_are_there_after_the_tablet_was_opened_again_until_nobody_wants_them() {
    let story = Story::begins();
    assert_eq!(story.tablet.held().phrases(), None);
    let phrases: Vec<Phrase> = (1..=15).map(|number| Phrase::parse(&format!("Table {number}:")).unwrap()).collect();
    wait(story.tablet.keep_phrases(phrases.clone())).unwrap();
    let tablet = opened(&story.storage, &story.clock);
    assert_eq!(tablet.held().phrases(), Some(&phrases[..MOST_PHRASES]));
    wait(tablet.forget_phrases()).unwrap();
    assert_eq!(opened(&story.storage, &story.clock).held().phrases(), None);
}

#[test]
fn of_a_grid_of_seats_only_the_number_heard_and_the_size_of_the_class_outlive_the_visit() {
    let story = Story::begins();
    let grid = LookForId::parse("EQP-01").unwrap();
    let room = story.tablet.held().round(&story.round).unwrap().record.plan.rooms().next().unwrap().clone();
    let visit = wait(story.tablet.begin_visit(&story.round, &room, &Door::Lead.mandate())).unwrap();
    let marks = |act| wait(story.tablet.mark(&visit, act)).unwrap().number;
    marks(Act::Seats(grid.clone(), Seating { seats: 8, across: 4 }));
    let seats = [2, 3, 7, 5, 8, 1].map(|seat| marks(Act::Heard(grid.clone(), seat)));
    marks(Act::TakeBack(seats[1]));
    // A tablet that is opened again has the grid as it was.
    let again = opened(&story.storage, &story.clock);
    assert_eq!(again.held().visit(&visit).unwrap().visit.grid(&grid).unwrap().heard, [1, 2, 5, 7, 8].into());

    story.clock.now.set(Moment(story.clock.now.get().0 + 600_000));
    let preview = again.summary_preview(&visit, 600).unwrap();
    wait(again.finish_visit(&visit, Finishing { after: 600, language: Language::En })).unwrap();
    let again = opened(&story.storage, &story.clock);
    let acts: Vec<Act> = again.held().visit(&visit).unwrap().visit.marks.iter().map(|mark| mark.act.clone()).collect();
    assert_eq!(acts, [Act::Voices(grid, Voices { heard: 5, of: 8 }), Act::Finish(600)]);
    let keys = wait(story.storage.read_all()).unwrap().into_iter().map(|stored| stored.key);
    assert_eq!(keys.filter(|key| key.starts_with("mark/")).count(), 2, "nothing of the grid is in the store");

    // What is sent says yes, and has no place for more.
    let held = again.held();
    let sent: Vec<&Item> = held.own_items().filter(|item| item.kind == Kind::Summary).collect();
    let summary: Summary = serde_json::from_str(&sent[0].body).unwrap();
    assert_eq!((sent.len(), &summary.answers), (1, &preview.answers));
    assert_eq!(summary.answers[1].answer, Answer::Yes);
}

#[test]
fn a_grid_goes_with_a_visit_that_is_left_without_a_result() {
    let story = Story::begins();
    let grid = LookForId::parse("EQP-01").unwrap();
    let room = story.tablet.held().round(&story.round).unwrap().record.plan.rooms().next().unwrap().clone();
    let visit = wait(story.tablet.begin_visit(&story.round, &room, &Door::Lead.mandate())).unwrap();
    for act in [Act::Seats(grid.clone(), Seating { seats: 8, across: 4 }), Act::Heard(grid, 4)] {
        wait(story.tablet.mark(&visit, act)).unwrap();
    }
    wait(story.tablet.abandon_visit(&visit)).unwrap();
    let again = opened(&story.storage, &story.clock);
    let acts: Vec<Act> = again.held().visit(&visit).unwrap().visit.marks.iter().map(|mark| mark.act.clone()).collect();
    assert_eq!(acts, [Act::Abandon]);
}

#[test]
fn a_tablet_is_erased_once_everything_was_sent_and_not_before() {
    let story = Story::begins();
    let records = || wait(story.storage.opened_again().read_all()).unwrap().len();
    assert_eq!(wait(story.tablet.erase()), Err(NotErased::Unsent));
    story.syncs(&Server(None));
    assert!(wait(story.storage.read_all()).unwrap().len() > 2);
    assert_eq!(wait(story.tablet.erase()), Ok(()));
    assert_eq!(records(), 0);
    // What was still under way writes nothing any more.
    assert!(wait(story.tablet.make_card_pack()).is_err());
    assert_eq!(records(), 0);
}
