//! Deciding which of two versions is right.

use domain::change::{Change, Kind};
use domain::ids::VisitId;
use domain::visit::Summary;

use crate::rescue::version::RescuedVisit;
use crate::rescue::{Decided, Fork, Version};
use crate::storage::StorageFailure;
use crate::tablet::{Edit, Held, Key, Record, RoundRecord, Tablet};

/// Which version is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The one that is here; the file's is forgotten.
    Here,
    /// The file's, in the place of the one that is here.
    File,
}

/// Why nothing was decided. Everything is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDecided {
    /// It was decided about already.
    #[error("it was decided about already")]
    Unknown,
    /// The tablet could not store it.
    #[error(transparent)]
    Storage(#[from] StorageFailure),
}

impl Tablet {
    /// Keeps the version that is right and forgets the other one. What others were to hear of it goes on its way as the
    /// next revision, so that it stands also where the other one was sent before.
    pub async fn decide(&self, fork: &str, answer: Answer) -> Result<(), NotDecided> {
        let acting = self.act().await;
        let edits = {
            let held = self.held();
            let fork = held.forks.get(fork).ok_or(NotDecided::Unknown)?;
            let mut edits = match &fork.version {
                Version::Visit(rescued) => self.visit_decided(&held, rescued, answer),
                Version::Board(board, _) => {
                    let round = held.round(&board.round).filter(|round| !round.is_closed());
                    round.map_or_else(Vec::new, |round| match answer {
                        Answer::File => {
                            let mut right = (**board).clone();
                            right.revision = right.revision.max(round.debrief.as_ref().map_or(0, |here| here.revision));
                            held.next_board(round, right)
                        }
                        Answer::Here => Vec::new(),
                    })
                }
                Version::Plan(plan) => {
                    let round = held.round(&plan.round).filter(|round| !round.is_closed());
                    round.filter(|_| answer == Answer::File).map_or_else(Vec::new, |round| {
                        let plan = round.record.plan.with_end(plan.ends);
                        let record = RoundRecord { plan: plan.clone(), ..round.record.clone() };
                        vec![Edit::Keep(Record::Round(Box::new(record))), Edit::send(&Change::Plan(plan))]
                    })
                }
                Version::Note(..) | Version::Phrases(_) if answer == Answer::File => {
                    held.putting(&fork.version, self.own_time())
                }
                Version::Note(..) | Version::Phrases(_) => Vec::new(),
            };
            edits.extend(held.decided_about(fork, answer));
            edits
        };
        Ok(self.keep(&acting, edits).await?)
    }

    /// The marks that are right, and the one summary that goes with them.
    fn visit_decided(&self, held: &Held, theirs: &RescuedVisit, answer: Answer) -> Vec<Edit> {
        let id = &theirs.visit.id;
        let Some(Version::Visit(here)) = held.visit(id).map(|visit| Version::visit_of(held, visit)) else {
            return Vec::new();
        };
        let (right, other) = if answer == Answer::File { (theirs, &here) } else { (&here, theirs) };
        let mut edits = match answer {
            Answer::File => held.putting(&Version::Visit(theirs.clone()), self.own_time()),
            Answer::Here => Vec::new(),
        };
        let Some(summary_id) = held.summary_id(id) else { return edits };
        let was_finished = other.summary > 0;
        if right.whole().has_ended() {
            // A copy that was decided against earlier may have been sent too.
            let sent = other.summary.max(held.summary_floor(id));
            // Where the other was not finished nothing stands that has to be put right.
            if was_finished || answer == Answer::File {
                let revision = if sent > 0 { right.summary.max(sent) + 1 } else { right.summary.max(1) };
                edits.extend(
                    self.summary_again(held, right, revision).map(|summary| Edit::send(&Change::Summary(summary))),
                );
            }
        } else if was_finished {
            edits.push(Edit::Forget(Key::Outgoing(Kind::Summary, summary_id.as_str().to_owned())));
        }
        edits
    }

    /// The summary of a visit that has ended: of one that was left without a result, that it says nothing.
    fn summary_again(&self, held: &Held, rescued: &RescuedVisit, revision: u32) -> Option<Summary> {
        let visit = rescued.whole();
        let record = &held.round(&visit.round)?.record;
        let key = record.key.as_ref()?;
        let after = visit.finished_after().unwrap_or(0);
        let summary = Summary::of(&visit, after, &record.plan, key, key.summary_id(&visit.id))?;
        let mut summary = Summary { revision, ..summary };
        if visit.is_abandoned() {
            // Where nothing was finished nothing was sent, and nothing is.
            if revision <= 1 {
                return None;
            }
            summary = summary.without_answers();
        }
        Some(summary)
    }
}

impl Held {
    /// The fork goes, and what was wrong is remembered so that nobody is asked about it again.
    fn decided_about(&self, fork: &Fork, answer: Answer) -> Vec<Edit> {
        let thing = fork.version.thing();
        let here = self.version(&thing);
        let summary_of = |version: &Version| match version {
            Version::Visit(rescued) => rescued.summary,
            _ => 0,
        };
        let wrong = if answer == Answer::Here { Some(&fork.version) } else { here.as_ref() };
        let summary = [Some(&fork.version), here.as_ref()].into_iter().flatten().map(summary_of).max().unwrap_or(0);
        let decided = wrong.map(|wrong| Decided { thing, mark: wrong.mark(), summary });
        let forgotten = Edit::Forget(Key::Fork(fork.name()));
        [forgotten].into_iter().chain(decided.map(|decided| Edit::Keep(Record::Decided(decided)))).collect()
    }

    /// The id of a visit's summary; nothing where the round's key is not here.
    pub(crate) fn summary_id(&self, visit: &VisitId) -> Option<domain::ids::SummaryId> {
        let round = self.round(&self.visit(visit)?.visit.round)?;
        Some(round.record.key.as_ref()?.summary_id(visit))
    }
}
