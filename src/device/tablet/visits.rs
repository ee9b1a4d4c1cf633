//! Making a visit: begin, mark, write a note, finish.

use domain::agreement::NotBegun;
use domain::change::Change;
use domain::ids::{LetterId, NoteId, RoomId, RoundId, VisitId};
use domain::language::Language;
use domain::note::{Card, Note, seal};
use domain::permission::Mandate;
use domain::text::{NotText, Passage};
use domain::visit::{Act, Ending, Mark, Refused, Summary, Visit};

use crate::storage::StorageFailure;
use crate::tablet::{Draft, Edit, Held, HeldRound, HeldVisit, Key, PackedCard, Record, Tablet, Unkept};

/// How a visit is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finishing {
    /// Seconds after which it ended: now, or earlier when the visitor had left and forgot.
    pub after: u32,
    /// The language of the note, if there is one.
    pub language: Language,
}

/// Why something was not done in a visit. Everything is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VisitRefused {
    /// The mark cannot be made.
    #[error(transparent)]
    Mark(#[from] Refused),
    /// There is no such visit, or no such round, on this tablet.
    #[error("there is no such visit on this tablet")]
    Unknown,
    /// The tablet has not joined the round.
    #[error("this tablet has not joined the round")]
    NotJoined,
    /// The room is not one of the round's.
    #[error("room {0} is not one of the round's")]
    OtherRoom(RoomId),
    /// The round is closed.
    #[error("the round is closed")]
    Closed,
    /// The round's agreement, or a pause, is in the way.
    #[error(transparent)]
    NotBegun(#[from] NotBegun),
    /// Another visit is under way on this tablet.
    #[error("another visit is under way")]
    UnderWay(VisitId),
    /// One half of the note is missing or too long.
    #[error("the note is not ready: {0}")]
    Note(NotText),
    /// The card is not one of this tablet's, or was used.
    #[error("this card is not one of this tablet's unused cards")]
    Card,
    /// The tablet could not store it.
    #[error(transparent)]
    Storage(#[from] StorageFailure),
}

impl Tablet {
    /// Begins a visit in the place of whoever holds `mandate`. One that has begun can always be finished.
    pub async fn begin_visit(
        &self,
        round: &RoundId,
        room: &RoomId,
        mandate: &Mandate,
    ) -> Result<VisitId, VisitRefused> {
        let acting = self.act().await;
        if let Some(held) = self.held().visit_under_way() {
            return Err(VisitRefused::UnderWay(held.visit.id.clone()));
        }
        {
            let tablet = self.held();
            let held = joined(&tablet, round)?;
            if held.is_closed() {
                return Err(VisitRefused::Closed);
            }
            if held.record.plan.group_of(room).is_none() {
                return Err(VisitRefused::OtherRoom(room.clone()));
            }
            tablet.may_begin(&held.record.plan, room, mandate, self.day_of(self.now()))?;
        }
        let visit = Visit {
            id: VisitId::from_bytes(self.draw()),
            round: round.clone(),
            room: room.clone(),
            began: self.now(),
            marks: Vec::new(),
        };
        let id = visit.id.clone();
        self.keep(&acting, vec![Edit::Keep(Record::Visit(visit))]).await?;
        Ok(id)
    }

    /// Records one thing. When this returns, it is stored for good.
    pub async fn mark(&self, visit: &VisitId, act: Act) -> Result<Mark, VisitRefused> {
        let acting = self.act().await;
        let (mark, had_unkept) = {
            // Looked at where it is held: a tap costs the same however much a round or a visit has.
            let held = self.held();
            let visit = held.visit(visit).ok_or(VisitRefused::Unknown)?;
            (self.next_mark(visit, act)?, visit.unkept.is_some())
        };
        let mut edits = vec![Edit::Keep(Record::Mark(visit.clone(), mark.clone()))];
        // A sentence that becomes a mark is no longer one that is being written.
        if had_unkept && matches!(mark.act, Act::Evidence(..) | Act::Rewrite(..)) {
            edits.push(Edit::Forget(Key::Unkept(visit.clone())));
        }
        self.keep(&acting, edits).await?;
        Ok(mark)
    }

    /// Stores the sentence that is being written, so that a tablet which is locked or ends in the middle of it has it.
    pub async fn write_unkept(&self, visit: &VisitId, unkept: Unkept) -> Result<(), VisitRefused> {
        let acting = self.act().await;
        let held = self.held_visit(visit)?;
        let is_empty = unkept.text.trim().is_empty() && unkept.anew.is_none();
        let edit = match held.unkept {
            _ if held.visit.has_ended() => return Ok(()),
            Some(_) if is_empty => Edit::Forget(Key::Unkept(visit.clone())),
            None if is_empty => return Ok(()),
            stored if stored.as_ref() == Some(&unkept) => return Ok(()),
            _ => Edit::Keep(Record::Unkept(visit.clone(), unkept)),
        };
        self.keep(&acting, vec![edit]).await?;
        Ok(())
    }

    /// Takes back the last thing that stands; nothing when nothing does.
    pub async fn undo(&self, visit: &VisitId) -> Result<Option<Mark>, VisitRefused> {
        let acting = self.act().await;
        let held = self.held_visit(visit)?;
        let Some(last) = held.visit.last_standing().cloned() else { return Ok(None) };
        let mark = self.next_mark(&held, Act::TakeBack(last.number))?;
        self.keep(&acting, vec![Edit::Keep(Record::Mark(visit.clone(), mark))]).await?;
        Ok(Some(last))
    }

    /// Stores the note as it is being written.
    pub async fn write_draft(&self, visit: &VisitId, draft: Draft) -> Result<(), VisitRefused> {
        let acting = self.act().await;
        let held = self.held_visit(visit)?;
        let draft = Draft { sealed: held.draft.sealed, ..draft };
        self.keep(&acting, vec![Edit::Keep(Record::Draft(visit.clone(), draft))]).await?;
        Ok(())
    }

    /// What finishing now would send for the picture.
    pub fn summary_preview(&self, visit: &VisitId, after: u32) -> Result<Summary, VisitRefused> {
        let held = self.held_visit(visit)?;
        self.summary(&held, after)
    }

    /// Ends a visit: the summary, and the note if one is written, go into the outbox with the last mark.
    pub async fn finish_visit(&self, visit: &VisitId, finishing: Finishing) -> Result<(), VisitRefused> {
        let acting = self.act().await;
        let held = self.held_visit(visit)?;
        let mark = self.next_mark(&held, Act::Finish(finishing.after))?;
        let summary = self.summary(&held, finishing.after)?;
        let mut edits = self.ending(&held.visit, mark);
        edits.push(Edit::send(&Change::Summary(summary)));
        if held.draft.has_text() {
            edits.extend(self.sealed_note(&held, finishing)?);
        }
        self.keep(&acting, edits).await?;
        Ok(())
    }

    /// Seals the note of a finished visit again, as it was, to another card: the first one was lost, or it went to a door.
    pub async fn issue_note_again(&self, visit: &VisitId, card: &NoteId) -> Result<(), VisitRefused> {
        let acting = self.act().await;
        let mut held = self.held_visit(visit)?;
        let after = held.visit.finished_after().ok_or(VisitRefused::Unknown)?;
        (held.draft.card, held.draft.door) = (Some(card.clone()), None);
        // A note that was sealed before its language was kept was most likely English.
        let language = held.draft.language.unwrap_or(Language::En);
        let edits = self.sealed_note(&held, Finishing { after, language })?;
        self.keep(&acting, edits).await?;
        Ok(())
    }

    /// Leaves a visit without a result. Nothing leaves the tablet.
    pub async fn abandon_visit(&self, visit: &VisitId) -> Result<(), VisitRefused> {
        let acting = self.act().await;
        let held = self.held_visit(visit)?;
        let mark = self.next_mark(&held, Act::Abandon)?;
        let mut edits = self.ending(&held.visit, mark);
        edits.extend(self.taken_from_the_picture(&held).map(|summary| Edit::send(&Change::Summary(summary))));
        self.keep(&acting, edits).await?;
        Ok(())
    }

    /// Where another copy of a visit that is left without a result was finished and decided against: a summary that says
    /// nothing, above the one that may have been sent for it.
    fn taken_from_the_picture(&self, held: &HeldVisit) -> Option<Summary> {
        let sent = self.held().summary_revision(&held.visit.id).max(self.held().summary_floor(&held.visit.id));
        let summary = (sent > 0).then(|| self.summary(held, 0).ok()).flatten()?;
        Some(summary.without_answers())
    }

    /// The last mark, when it was made, as far as the tablet can tell, and the end of every grid of seats: what is left
    /// of a grid is stored in the batch that destroys it.
    fn ending(&self, visit: &Visit, last: Mark) -> Vec<Edit> {
        let Ending { added, destroyed } = visit.ending(last);
        let destroyed = destroyed.into_iter().map(|number| Edit::Forget(Key::Mark(visit.id.clone(), number)));
        let added = added.into_iter().map(|mark| Edit::Keep(Record::Mark(visit.id.clone(), mark)));
        let ended = self.own_time().map(|own| Edit::Keep(Record::Ended(visit.id.clone(), own)));
        let unkept = Edit::Forget(Key::Unkept(visit.id.clone()));
        destroyed.chain(added).chain(ended).chain([unkept]).collect()
    }

    fn next_mark(&self, held: &HeldVisit, act: Act) -> Result<Mark, VisitRefused> {
        let tablet = self.held();
        let round = joined(&tablet, &held.visit.round)?;
        Ok(held.visit.next_mark(act, self.now(), &round.record.plan.look_fors)?)
    }

    /// The visit's one summary, above every revision of it that was ever sent for another copy of the visit.
    fn summary(&self, held: &HeldVisit, after: u32) -> Result<Summary, VisitRefused> {
        let tablet = self.held();
        let visit = &held.visit;
        let round = tablet.round(&visit.round).ok_or(VisitRefused::Unknown)?;
        let key = round.record.key.as_ref().ok_or(VisitRefused::NotJoined)?;
        let summary = Summary::of(visit, after, &round.record.plan, key, key.summary_id(&visit.id))
            .ok_or_else(|| VisitRefused::OtherRoom(visit.room.clone()))?;
        let sent = tablet.summary_revision(&visit.id).max(tablet.summary_floor(&visit.id));
        Ok(Summary { revision: sent + 1, ..summary })
    }

    fn sealed_note(&self, held: &HeldVisit, finishing: Finishing) -> Result<Vec<Edit>, VisitRefused> {
        let tablet = self.held();
        let plan = &tablet.round(&held.visit.round).ok_or(VisitRefused::Unknown)?.record.plan;
        let note = Note {
            noticed: Passage::parse(&held.draft.noticed).map_err(VisitRefused::Note)?,
            wondered: Passage::parse(&held.draft.wondered).map_err(VisitRefused::Note)?,
            visited: self.day_of(held.visit.began),
            minutes: finishing.after.div_ceil(60),
            language: finishing.language,
            round: Some(plan.round.clone()),
        };
        // Every note of a round expires on one day, so that the day says nothing about the visit.
        let expires = plan.ends.plus(plan.agreement.note_days);
        let (card, its_way) = match &held.draft.door {
            // No pack has this card: only the letter carries it.
            Some(door) => {
                let card = Card::from_random(self.draw());
                let letter = door.letter(&card, expires, LetterId::from_bytes(self.draw()), &self.draw());
                (card, Edit::send(&Change::Letter(letter)))
            }
            None => {
                let chosen = held.draft.card.as_ref().and_then(|card| tablet.cards.get(card));
                let chosen = chosen.filter(|card| !card.used).ok_or(VisitRefused::Card)?;
                let used = PackedCard { used: true, used_at: self.own_time(), ..chosen.clone() };
                (chosen.card.clone(), Edit::Keep(Record::Card(used)))
            }
        };
        let sealed = seal(&note, &card, expires, self.draw(), 1);
        let draft = Draft { language: Some(finishing.language), sealed: Some(self.now()), ..held.draft.clone() };
        Ok(vec![Edit::Keep(Record::Draft(held.visit.id.clone(), draft)), its_way, Edit::send(&Change::Note(sealed))])
    }

    fn held_visit(&self, visit: &VisitId) -> Result<HeldVisit, VisitRefused> {
        self.held().visit(visit).cloned().ok_or(VisitRefused::Unknown)
    }
}

/// A round that this tablet has joined.
fn joined<'held>(held: &'held Held, round: &RoundId) -> Result<&'held HeldRound, VisitRefused> {
    let round = held.round(round).ok_or(VisitRefused::Unknown)?;
    if round.record.key.is_none() { Err(VisitRefused::NotJoined) } else { Ok(round) }
}

impl Draft {
    /// Whether anything was written.
    pub fn has_text(&self) -> bool {
        !self.noticed.trim().is_empty() || !self.wondered.trim().is_empty()
    }
}
