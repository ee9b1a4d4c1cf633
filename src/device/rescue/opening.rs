//! Opening a rescue file on a tablet: what is in it, what becomes of each thing, and one batch that takes it.

use domain::ids::{RoundId, TabletId};
use domain::text::Sentence;
use domain::time::Moment;

use crate::rescue::{Contents, Fork, Thing, Version};
use crate::storage::StorageFailure;
use crate::tablet::{Edit, Held, Key, Record, RoundRecord, Tablet, Unkept, key_name};

/// What becomes of something in a rescue file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Becomes {
    /// It is not here, and is taken.
    Taken,
    /// It goes on from what is here, and takes its place.
    Longer,
    /// It is here, or what is here goes on from it.
    Same,
    /// Both say something else: both are kept, and the person is asked.
    Asked,
}

/// What is in a rescue file, beside what is on this tablet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Its rounds.
    pub rounds: Vec<(RoundId, Sentence, Becomes)>,
    /// Its visits, oldest first.
    pub visits: Vec<FoundVisit>,
    /// Versions of notes, boards, plans and phrases.
    pub others: Vec<(Thing, Becomes)>,
    /// Changes that no server has acknowledged, refused ones among them.
    pub unsent: Vec<Becomes>,
    /// Cards on paper.
    pub cards: Vec<Becomes>,
    /// Marks, sentences and notes of visits whose beginning is neither in the file nor here. They are not taken.
    pub unplaced: usize,
}

/// A visit in a rescue file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundVisit {
    /// The room's name, where the file or the tablet has it.
    pub room: Option<String>,
    /// When it began, by the clock of the tablet that made it.
    pub began: Moment,
    /// Seconds from its beginning to its end, or to its last mark.
    pub seconds: u32,
    /// Whether it was finished or left.
    pub has_ended: bool,
    /// What becomes of it.
    pub becomes: Becomes,
}

impl Found {
    /// How many things the person will be asked about.
    pub fn asked(&self) -> usize {
        let visits = self.visits.iter().map(|visit| visit.becomes);
        let all = visits.chain(self.others.iter().map(|(_, becomes)| *becomes));
        all.filter(|becomes| *becomes == Becomes::Asked).count()
    }

    /// Whether the tablet has all of it already.
    pub fn is_all_here(&self) -> bool {
        let rounds = self.rounds.iter().map(|(.., becomes)| becomes);
        let visits = self.visits.iter().map(|visit| &visit.becomes);
        let others = self.others.iter().map(|(_, becomes)| becomes);
        let mut all = rounds.chain(visits).chain(others).chain(&self.unsent).chain(&self.cards);
        all.all(|becomes| *becomes == Becomes::Same)
    }
}

impl Tablet {
    /// Whether a rescue file comes from a tablet of another district than this one's. Nothing of it is taken then.
    pub fn is_of_another_district(&self, contents: &Contents) -> bool {
        let here = self.held().sync.district.clone();
        here.is_some() && contents.district.is_some() && here != contents.district
    }

    /// What is in a rescue file and what would become of it; changes nothing.
    pub fn look_into(&self, contents: &Contents) -> Found {
        self.opening(contents).found
    }

    /// Takes what is in a rescue file, in one batch. Opening it once more changes nothing.
    pub async fn take_rescued(&self, contents: &Contents) -> Result<Found, StorageFailure> {
        let acting = self.act().await;
        if self.is_of_another_district(contents) {
            return Ok(Found::default());
        }
        let Opening { edits, found, .. } = self.opening(contents);
        self.keep(&acting, edits).await?;
        Ok(found)
    }

    fn opening(&self, contents: &Contents) -> Opening {
        let (held, mut theirs) = (self.held().clone(), contents.held());
        // In each round a tablet has a name of its own: the one in the file is still the other tablet's.
        let tablet = || TabletId::from_bytes(self.draw());
        theirs.piece_together(&held, tablet);
        let found = Found { unplaced: theirs.unplaced(), ..Found::default() };
        let mut opening =
            Opening { saved: contents.saved, own_time: self.own_time(), held, theirs, edits: Vec::new(), found };
        opening.take_schools();
        for round in opening.theirs.rounds.values().map(|round| round.record.clone()).collect::<Vec<_>>() {
            opening.take_round(RoundRecord { tablet: tablet(), ..round });
        }
        opening.take_versions();
        opening.take_sentences();
        opening.take_outbox();
        opening.take_cards();
        opening
    }
}

/// A merge on its way: what the tablet will hold, and the edits that lead there.
pub(super) struct Opening {
    saved: Moment,
    own_time: Option<Moment>,
    pub(super) held: Held,
    pub(super) theirs: Held,
    edits: Vec<Edit>,
    pub(super) found: Found,
}

impl Opening {
    pub(super) fn keep(&mut self, record: Record) {
        self.edit(Edit::Keep(record));
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        self.held.apply(edit.clone());
        self.edits.push(edit);
    }

    /// The schools of the file's rounds, where this tablet has not heard of any.
    fn take_schools(&mut self) {
        if self.held.roster.schools.is_empty() && !self.theirs.roster.schools.is_empty() {
            self.keep(Record::Roster(self.theirs.roster.clone()));
        }
    }

    fn take_round(&mut self, theirs: RoundRecord) {
        let id = theirs.plan.round.clone();
        let purpose = theirs.plan.purpose.clone();
        let waiting = self.held.codes.values().find(|key| key.check() == theirs.plan.key_check).cloned();
        let known = self.held.round(&id).map(|round| round.record.clone());
        let becomes = match known {
            None => {
                let key = theirs.key.clone().or_else(|| waiting.clone());
                self.keep(Record::Round(Box::new(RoundRecord { key, ..theirs })));
                if let Some(key) = waiting {
                    self.edit(Edit::Forget(Key::Code(key_name(&key))));
                }
                Becomes::Taken
            }
            Some(known)
                if known.key.is_none() && theirs.key.is_some() && theirs.plan.key_check == known.plan.key_check =>
            {
                self.keep(Record::Round(Box::new(RoundRecord { key: theirs.key, ..known })));
                Becomes::Taken
            }
            Some(_) => Becomes::Same,
        };
        self.found.rounds.push((id, purpose, becomes));
    }

    /// Every version of the file, the ones that were not decided about there among them.
    fn take_versions(&mut self) {
        let rounds: Vec<RoundId> = self.theirs.rounds.keys().cloned().collect();
        let visits: Vec<_> = self.theirs.visits.keys().cloned().collect();
        let of_rounds = rounds.into_iter().flat_map(|round| [Thing::Plan(round.clone()), Thing::Board(round)]);
        let of_visits = visits.into_iter().flat_map(|visit| [Thing::Visit(visit.clone()), Thing::Note(visit)]);
        let things: Vec<Thing> = of_visits.chain(of_rounds).chain([Thing::Phrases]).collect();
        let mut versions: Vec<(Version, Moment)> =
            things.iter().filter_map(|thing| Some((self.theirs.version(thing)?, self.saved))).collect();
        versions.extend(self.theirs.forks.values().map(|fork| (fork.version.clone(), fork.saved)));
        versions.sort_by_key(|(version, _)| began(version));
        for (version, saved) in versions {
            let becomes = self.take_version(&version, saved);
            self.find(&version, becomes);
        }
    }

    /// Sentences that were being written, where the visit goes on here and none is being written in it.
    fn take_sentences(&mut self) {
        for visit in self.theirs.visits.values().cloned().collect::<Vec<_>>() {
            let (Some(unkept), Some(here)) = (visit.unkept, self.held.visit(&visit.visit.id)) else { continue };
            if here.unkept.is_none() && !here.visit.has_ended() {
                let their = |number| visit.visit.marks.iter().find(|mark| Some(mark.number) == number);
                // In another copy that number can be another sentence's: what was being changed is then a new one.
                let anew =
                    unkept.anew.filter(|_| their(unkept.anew).is_some_and(|mark| here.visit.marks.contains(mark)));
                self.keep(Record::Unkept(visit.visit.id, Unkept { anew, ..unkept }));
            }
        }
    }

    /// Of all versions of a thing those are kept from which no other goes on: one here, the rest as forks.
    fn take_version(&mut self, version: &Version, saved: Moment) -> Becomes {
        let thing = version.thing();
        if let Thing::Plan(round) | Thing::Board(round) = &thing
            && self.held.round(round).is_some_and(|round| round.is_closed())
        {
            return Becomes::Same;
        }
        let fork = Fork { version: version.clone(), saved };
        let here = self.held.version(&thing);
        let goes_on = |other: &Version| other.goes_on_from(version);
        let of_thing = self.held.forks.values().filter(|fork| fork.version.thing() == thing);
        let (covered, forks): (bool, Vec<Fork>) =
            (of_thing.clone().any(|fork| goes_on(&fork.version)), of_thing.cloned().collect());
        if covered || here.as_ref().is_some_and(goes_on) || self.held.decided.contains_key(&fork.name()) {
            return Becomes::Same;
        }
        for shorter in forks.into_iter().filter(|fork| version.goes_on_from(&fork.version)) {
            self.edit(Edit::Forget(Key::Fork(shorter.name())));
        }
        match here {
            None => {
                self.put(version);
                Becomes::Taken
            }
            Some(here) if version.goes_on_from(&here) => {
                self.put(version);
                Becomes::Longer
            }
            Some(_) => {
                self.keep(Record::Fork(Box::new(fork)));
                Becomes::Asked
            }
        }
    }

    fn put(&mut self, version: &Version) {
        for edit in self.held.putting(version, self.own_time) {
            self.edit(edit);
        }
    }

    fn find(&mut self, version: &Version, becomes: Becomes) {
        let Version::Visit(rescued) = version else {
            // A plan that is the same goes without saying: its round is said.
            if !(matches!(version, Version::Plan(_)) && becomes == Becomes::Same) {
                self.found.others.push((version.thing(), becomes));
            }
            return;
        };
        let visit = rescued.whole();
        let room = self.held.roster.room(&visit.room).or_else(|| self.theirs.roster.room(&visit.room));
        let last = visit.marks.iter().map(|mark| mark.at).max().unwrap_or(0);
        self.found.visits.push(FoundVisit {
            room: room.map(|room| room.name.clone()),
            began: visit.began,
            seconds: visit.finished_after().unwrap_or(last),
            has_ended: visit.has_ended(),
            becomes,
        });
    }
}

/// Visits in the order in which they began, everything else in front of them: a note needs its visit to be there.
fn began(version: &Version) -> (u8, Option<Moment>) {
    match version {
        Version::Visit(rescued) => (0, Some(rescued.visit.began)),
        _ => (1, None),
    }
}

impl Held {
    /// The edits by which a version stands here in the place of what this tablet says.
    pub(super) fn putting(&self, version: &Version, own_time: Option<Moment>) -> Vec<Edit> {
        match version {
            Version::Visit(rescued) => {
                let id = &rescued.visit.id;
                let here = self.visit(id).map(|held| held.visit.marks.clone()).unwrap_or_default();
                let gone: Vec<_> = here.into_iter().filter(|mark| !rescued.marks.contains(mark)).collect();
                let mut edits: Vec<Edit> =
                    gone.iter().map(|mark| Edit::Forget(Key::Mark(id.clone(), mark.number))).collect();
                // The sentence that was being changed is not there any more: what was written stays, as a new one.
                let unkept = self.visit(id).and_then(|held| held.unkept.clone());
                let was_gone = |unkept: &Unkept| gone.iter().any(|mark| Some(mark.number) == unkept.anew);
                let unkept = unkept.filter(was_gone).map(|unkept| Unkept { anew: None, ..unkept });
                edits.extend(unkept.map(|unkept| Edit::Keep(Record::Unkept(id.clone(), unkept))));
                edits.push(Edit::Keep(Record::Visit(rescued.visit.clone())));
                edits.extend(rescued.marks.iter().map(|mark| Edit::Keep(Record::Mark(id.clone(), mark.clone()))));
                edits.push(match rescued.ended_by(own_time) {
                    Some(ended) => Edit::Keep(Record::Ended(id.clone(), ended)),
                    None => Edit::Forget(Key::Ended(id.clone())),
                });
                edits
            }
            Version::Note(visit, draft) => vec![Edit::Keep(Record::Draft(visit.clone(), draft.clone()))],
            Version::Board(board, grown_from) => vec![Edit::Keep(Record::Debrief(board.clone(), grown_from.clone()))],
            Version::Plan(plan) => self.round(&plan.round).map_or_else(Vec::new, |round| {
                let record = RoundRecord { plan: (**plan).clone(), ..round.record.clone() };
                vec![Edit::Keep(Record::Round(Box::new(record)))]
            }),
            Version::Phrases(phrases) => vec![Edit::Keep(Record::Phrases(phrases.clone()))],
        }
    }
}
