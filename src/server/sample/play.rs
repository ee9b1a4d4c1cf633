//! The rounds of every story taken through the code that tablets and the server really run, each on its own day.

use std::collections::BTreeSet;

use domain::agreement::{Agreement, NoteDeadline, Term};
use domain::change::Change;
use domain::ids::{RoundId, SchoolId, SummaryId, TabletId};
use domain::library::{Library, LookForId, NotALookForId};
use domain::note::Card;
use domain::roster::{Room, Roster};
use domain::round::{
    Action, Debrief, Delivered, Delivery, Plan, PlannedLookFor, Question, RoundKey, Statement, group_rooms,
};
use domain::text::{Name, NotText, Sentence};
use domain::time::{Day, Moment};
use domain::visit::{Refused, Summary};
use protocol::push::{Item, Outcome, Push};
use protocol::round::{Close, Report};

use super::draw::Draw;
use super::rounds::{Came, STORIES, Script, Story};
use super::{notes, walk};
use crate::roster::NotImported;
use crate::store::{Failure, Store};

/// Draws the notes' ids.
const SEED: u64 = 8;
/// Draws the cards that name context.
const SEED_OF_CARDS: u64 = 9;
/// Days from one close to the next: four weeks.
const BETWEEN: i64 = 28;
/// Days from the last close to now, at least: one more than must lie between two releases.
const SINCE: i64 = 22;
/// Moments of a day, in milliseconds from midnight UTC: the first visit, and the debrief.
const MORNING: i64 = 16 * 60 * 60 * 1000;
const AFTERNOON: i64 = 22 * 60 * 60 * 1000;
/// Milliseconds from one visit to the next: ten minutes, two to finish, and the walk.
const ONE_VISIT: i64 = 17 * 60 * 1000;
/// Visits of one day.
const A_DAY: i64 = 8;
/// Days that a leader has for an action.
const DAYS_FOR_ACTION: i64 = 14;

/// Why there is no sample. What there is of it stays, and another try on the same day finishes it.
#[derive(Debug, thiserror::Error)]
pub enum NotFilled {
    /// The timetable was not imported.
    #[error("the sample district was not imported: {0}")]
    Roster(#[from] NotImported),
    /// The database did not take something.
    #[error("the sample was not finished: {0}")]
    Store(#[from] Failure),
    /// The server refused something of the sample; an earlier try on another day is one reason.
    #[error("the sample was not taken: {0}; begin again with an empty data folder")]
    Refused(String),
    /// The sample names something that the look-for library does not have.
    #[error("the sample looks for something that is not in the library: {0}")]
    LookFor(LookForId),
    /// The sample has a text that is none.
    #[error("a text of the sample is none: {0}")]
    Text(NotText),
    /// The sample has an id that is none.
    #[error(transparent)]
    Id(#[from] NotALookForId),
    /// The sample records something that cannot be recorded.
    #[error("a visit of the sample cannot be: {0}")]
    Mark(#[from] Refused),
}

/// Plays every story, and the notes of the newest rounds, which closed on the last Friday that is at least [`SINCE`]
/// days before `today`.
pub async fn stories(store: &Store, today: Day) -> Result<(), NotFilled> {
    let roster = store.roster().await?;
    agree(store, today).await?;
    let last = friday_not_after(today.plus(-SINCE));
    for story in &STORIES {
        let mut draw = Draw::seeded(story.seed);
        for script in story.rounds {
            let round = Round::of(story, script, &roster, last.plus(-BETWEEN * script.rounds_ago), &mut draw)?;
            round.play(store, script, &roster, &mut draw).await?;
        }
    }
    let visited = last.plus(-1);
    let mut draw = Draw::seeded(SEED);
    let notes = notes::sealed(visited, visited.plus(agreement().note_days), &mut draw)?;
    push(store, notes.into_iter().map(Change::Note), at(visited, AFTERNOON)).await
}

/// A round and what only its tablets know.
struct Round {
    plan: Plan,
    key: RoundKey,
    tablet: TabletId,
    closes: Day,
}

impl Round {
    /// Planned on the Friday before, visited from Monday to Thursday, debriefed and closed on Friday.
    fn of(story: &Story, script: &Script, roster: &Roster, closes: Day, draw: &mut Draw) -> Result<Round, NotFilled> {
        let key = RoundKey::from_random(draw.bytes());
        let look_fors = script.look_fors.iter().map(|common| {
            let id = LookForId::parse(common.id)?;
            let look_for = Library::shipped().current(&id).ok_or(NotFilled::LookFor(id))?;
            Ok(PlannedLookFor::of(look_for))
        });
        let agreement = agreement();
        let schools: BTreeSet<SchoolId> = story.schools.iter().map(|school| SchoolId::from_roster(school)).collect();
        let groups = group_rooms(rooms_of(&schools, roster), script.grouping, agreement.k());
        let plan = Plan {
            round: RoundId::from_bytes(draw.bytes()),
            revision: 1,
            announced: Some(closes.plus(-7)),
            opens: closes.plus(-4),
            ends: closes.plus(-1),
            purpose: sentence(script.purpose)?,
            look_fors: look_fors.collect::<Result<_, NotFilled>>()?,
            grouping: script.grouping,
            timetable: roster.hash_of(&schools),
            groups,
            schools,
            agreement,
            key_check: key.check(),
        };
        Ok(Round { plan, key, tablet: TabletId::from_bytes(draw.bytes()), closes })
    }

    /// Each thing reaches the server on its day, summaries shuffled and apart from the plan and the debrief.
    async fn play(&self, store: &Store, script: &Script, roster: &Roster, draw: &mut Draw) -> Result<(), NotFilled> {
        let round = &self.plan.round;
        push(store, [Change::Plan(self.plan.clone())], at(self.plan.opens.plus(-3), AFTERNOON)).await?;
        let mut summaries = self.visits(script, roster, draw)?;
        draw.shuffle(&mut summaries);
        push(store, summaries.into_iter().map(Change::Summary), at(self.plan.ends, AFTERNOON)).await?;
        self.name_contexts(store, script).await?;
        store.report(round, &Report { tablet: self.tablet.clone(), unsent: false }).await?;
        push(store, [Change::Debrief(self.debrief(script)?)], at(self.closes, MORNING)).await?;
        store.close(round, &Close { without_unsent: false }, at(self.closes, AFTERNOON)).await?;
        let said = self.closes.plus(DAYS_FOR_ACTION + 1);
        push(store, self.delivery(script, said)?.map(Change::Delivery), at(said, MORNING)).await
    }

    /// One visit to each of the drawn rooms, over the days of the window, and a second one to the first room.
    fn visits(&self, script: &Script, roster: &Roster, draw: &mut Draw) -> Result<Vec<Summary>, NotFilled> {
        let mut rooms: Vec<&Room> = rooms_of(&self.plan.schools, roster).collect();
        draw.shuffle(&mut rooms);
        rooms.truncate(script.rooms);
        rooms.extend(rooms.first().copied());
        let mut summaries = Vec::new();
        for (number, room) in (0..).zip(rooms) {
            let began = at(self.plan.opens.plus(number / A_DAY), MORNING + number % A_DAY * ONE_VISIT);
            let (visit, seconds) = walk::visit(&self.plan, &script.look_fors, room, began, draw)?;
            let id = SummaryId::from_bytes(draw.bytes());
            summaries.extend(Summary::of(&visit, seconds, &self.plan, &self.key, id));
        }
        Ok(summaries)
    }

    /// As many notes as a kind of context needs, each of whose cards names it.
    async fn name_contexts(&self, store: &Store, script: &Script) -> Result<(), NotFilled> {
        let Some(kind) = script.named else { return Ok(()) };
        let ends = self.plan.ends;
        // Apart from the round's own draw, whose visits stay as they are whatever is named.
        let mut draw = Draw::seeded(SEED_OF_CARDS);
        let cards = (0..self.plan.agreement.k()).map(|_| Card::from_random(draw.bytes())).collect::<Vec<_>>();
        let expires = ends.plus(self.plan.agreement.note_days);
        let notes = notes::of_round(&self.plan.round, ends, expires, &cards, &mut draw)?;
        push(store, notes.into_iter().map(Change::Note), at(ends, AFTERNOON)).await?;
        for card in cards {
            let named = store.add_context(&self.plan.round, &card.context_secret(), kind, ends).await;
            match named {
                // An earlier try on the same day came as far as the close.
                Ok(()) | Err(Failure::RoundClosed) => {}
                Err(failure) => return Err(failure.into()),
            }
        }
        Ok(())
    }

    fn debrief(&self, script: &Script) -> Result<Debrief, NotFilled> {
        let described =
            script.described.iter().map(|(sense, text)| Ok(Statement { sense: *sense, text: sentence(text)? }));
        Ok(Debrief {
            described: described.collect::<Result<_, NotFilled>>()?,
            patterns: vec![sentence(script.pattern)?],
            prediction: Some(sentence(script.prediction)?),
            next_step: Some(sentence(script.next_step)?),
            action: Some(Action {
                owner: name(script.owner)?,
                what: sentence(script.action)?,
                by: self.closes.plus(DAYS_FOR_ACTION),
            }),
            question: Some(Question { team: name(script.team)?, asks: sentence(script.question)? }),
            ..Debrief::of(self.plan.round.clone())
        })
    }

    fn delivery(&self, script: &Script, said: Day) -> Result<Option<Delivery>, NotFilled> {
        let delivered = match script.came {
            Came::Done(came_of_it) => Delivered::Done { came_of_it: Some(sentence(came_of_it)?) },
            Came::NotDone(because) => Delivered::NotDone { because: sentence(because)? },
            Came::NoWord => return Ok(None),
        };
        Ok(Some(Delivery::after(None, self.plan.round.clone(), delivered, self.closes, said)))
    }
}

/// What the sample's district and its staff agreed: its principals may visit, because in most of its schools they are the
/// only ones who do, and a round may begin on the day on which it is planned, so that a newcomer can try one.
fn agreement() -> Agreement {
    Agreement::before_signatures()
}

/// What they had agreed before: notes that went sooner, and were to be there sooner.
fn first_agreement() -> Agreement {
    agreement().with(Term::NoteDays(30)).with(Term::NoteDeadline(NoteDeadline::EndOfDay))
}

/// Each version drafted by the lead and signed a week later, both before the first round.
async fn agree(store: &Store, today: Day) -> Result<(), NotFilled> {
    if store.agreement().await?.is_signed() {
        return Ok(());
    }
    let last = friday_not_after(today.plus(-SINCE));
    for (agreement, weeks) in [(first_agreement(), 24), (agreement(), 18)] {
        let drafted = last.plus(-7 * weeks);
        store.draft_agreement(&agreement, drafted).await?;
        if let Some(draft) = store.agreement_draft().await? {
            store.sign_agreement(&draft.mark(), drafted.plus(7)).await?;
        }
    }
    Ok(())
}

fn rooms_of<'roster>(schools: &BTreeSet<SchoolId>, roster: &'roster Roster) -> impl Iterator<Item = &'roster Room> {
    roster.rooms.iter().filter(|room| room.active && schools.contains(&room.school))
}

/// Hands changes over as a tablet would; anything but "received" ends the sample.
async fn push(store: &Store, changes: impl IntoIterator<Item = Change>, now: Moment) -> Result<(), NotFilled> {
    let items: Vec<Item> = changes.into_iter().map(|change| Item::of(&change)).collect();
    let pushed = store.push(&Push { district: None, items }, now).await?;
    for answer in pushed.answers {
        match answer.outcome {
            // Superseded and late: an earlier try on the same day came this far.
            Outcome::Received | Outcome::Superseded | Outcome::ReceivedLate => {}
            Outcome::Refused(refusal) => return Err(NotFilled::Refused(refusal.detail)),
        }
    }
    Ok(())
}

/// A moment of a day, `milliseconds` after its midnight UTC.
fn at(day: Day, milliseconds: i64) -> Moment {
    Moment(day.begins().0 + milliseconds)
}

/// The last Friday up to `day`. 1970-01-02 was one.
fn friday_not_after(day: Day) -> Day {
    let since_a_friday = day.begins().0 / Moment::DAY - 1;
    day.plus(-since_a_friday.rem_euclid(7))
}

fn sentence(text: &str) -> Result<Sentence, NotFilled> {
    Sentence::parse(text).map_err(NotFilled::Text)
}

fn name(text: &str) -> Result<Name, NotFilled> {
    Name::parse(text).map_err(NotFilled::Text)
}
