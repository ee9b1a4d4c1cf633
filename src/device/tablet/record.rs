//! What a tablet stores: each kind of record and its key.
//!
//! | key | record |
//! | --- | --- |
//! | `sync` | what was last heard from the server |
//! | `time` | the time by which this tablet counts how long it has kept things |
//! | `roster` | the district's schools and rooms |
//! | `agreement` | the agreement that new rounds are planned under |
//! | `pause/P` | the last word on a pause of a round, or of everything |
//! | `round/R` | a round as this tablet knows it, with its key once joined |
//! | `code/C` | a round code that was typed before its plan arrived |
//! | `debrief/R` | a round's board, and hashes of the boards that it grew from |
//! | `release/R` | what a closed round published, byte for byte |
//! | `closed/R` | that a round is closed whose release whoever uses this tablet may not read |
//! | `delivery/R` | what was said of the action that a round closed with |
//! | `visit/V` | the beginning of a visit: its round, its room and the time |
//! | `mark/V/N` | the Nth mark of a visit |
//! | `ended/V` | when a visit ended, in the tablet's own time |
//! | `unkept/V` | the sentence of evidence that is being written in a visit |
//! | `draft/V` | the note that is being written after a visit |
//! | `phrases` | the phrases with which whoever uses this tablet begins evidence |
//! | `not_today` | the doors that said "not today", on one day |
//! | `card/N` | a card of this tablet's pack that is not used up |
//! | `outgoing/K/I` | a change that no server has acknowledged |
//! | `refused/K/I/H` | a change that a server did not take, by the first digits of its hash, until the person decides |
//! | `fork/T/H` | what a rescue file says of a thing, where this tablet says something else, until the person decides |
//! | `decided/T/H` | that the person decided about such a version, so that nobody is asked twice |
//! | `acknowledged/A` | the changes that one answer acknowledged, kept for some days in case that server is restored |
//! | `lock` | the data key, sealed by the PIN's key and by the recovery code's, and when the tablet locks itself |
//! | `tries` | how often a wrong PIN was typed since it last opened the tablet |

use std::collections::BTreeSet;
use std::fmt;

use domain::agreement::{Agreement, Pause, Paused};
use domain::change::{BodyHash, Kind};
use domain::ids::{NoteId, RoomToken, RoundId, TabletId, VisitId};
use domain::language::Language;
use domain::library::LookForId;
use domain::note::DoorKey;
use domain::roster::Roster;
use domain::round::{Debrief, Delivery, Plan, RoundKey, Sense};
use domain::text::Phrase;
use domain::time::Moment;
use domain::visit::{Mark, MarkNumber, Visit};
use protocol::push::Item;
use protocol::round::Published;
use serde::{Deserialize, Serialize};

use crate::rescue::{Decided, Fork};
use crate::tablet::{Acknowledgement, Lock, NotToday, OwnTime, PackedCard, RefusedChange};

/// One thing that a tablet stores. It is stored as JSON, sealed under its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// What was last heard from the server.
    Sync(SyncState),
    /// The tablet's own time.
    Time(OwnTime),
    /// The district's schools and rooms.
    Roster(Roster),
    /// The agreement in force.
    Agreement(Agreement),
    /// A pause, or that it is over.
    Pause(Pause),
    /// A round.
    Round(Box<RoundRecord>),
    /// A round code whose plan has not arrived.
    Code(RoundKey),
    /// A round's board, and the boards whose words it took up or changed: one of these that stands is no news.
    Debrief(Box<Debrief>, BTreeSet<BodyHash>),
    /// What a closed round published.
    Release(RoundId, Published),
    /// A round is closed, and its release is not for this tablet.
    Closed(RoundId),
    /// What was said of a closed round's action.
    Delivery(Delivery),
    /// The beginning of a visit.
    Visit(Visit),
    /// One mark.
    Mark(VisitId, Mark),
    /// When a visit ended, in the tablet's own time.
    Ended(VisitId, Moment),
    /// The sentence that is being written in a visit.
    Unkept(VisitId, Unkept),
    /// The note that is being written after a visit.
    Draft(VisitId, Draft),
    /// The phrases with which evidence begins, in the order in which they are offered.
    Phrases(Vec<Phrase>),
    /// The doors that said "not today".
    NotToday(NotToday),
    /// A card that is not used up.
    Card(PackedCard),
    /// A change on its way.
    Outgoing(Item),
    /// A change that was not taken.
    Refused(RefusedChange),
    /// Another version of something, from a rescue file.
    Fork(Box<Fork>),
    /// A version that was decided about.
    Decided(Decided),
    /// Changes that have arrived.
    Acknowledged(Acknowledgement),
    /// What locks the tablet.
    Lock(Box<Lock>),
    /// How often a wrong PIN was typed.
    Tries(u32),
}

/// A round as this tablet knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundRecord {
    /// The newest plan.
    pub plan: Plan,
    /// The round's key, once this tablet has joined and until it is done with the round.
    pub key: Option<RoundKey>,
    /// This tablet in this round; in no other.
    pub tablet: TabletId,
    /// Tokens of the rooms that the server has heard of.
    pub tokens: BTreeSet<RoomToken>,
}

/// What was last heard from the server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncState {
    /// The district that this tablet works for: that of the first server it heard.
    pub district: Option<String>,
    /// For the next pull.
    pub cursor: Option<String>,
    /// How far the server had come when it last acknowledged something. The next pull hands it back, so that a server
    /// that was restored to before that notices.
    pub reached: Option<String>,
    /// The server's epoch.
    pub epoch: Option<String>,
    /// When a sync last went through to its end.
    pub last: Option<Moment>,
    /// Kinds of news that this version, or an earlier one, did not know and passed over.
    #[serde(default)]
    pub skipped: BTreeSet<String>,
    /// Whether the server was restored from a backup and the releases held here were not all offered to it yet.
    pub restored: bool,
}

/// The note that is being written after a visit; it is stored as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// "We noticed".
    pub noticed: String,
    /// "We wonder".
    pub wondered: String,
    /// The card that was chosen.
    pub card: Option<NoteId>,
    /// The door card that was scanned in the place of a card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<DoorKey>,
    /// What it is written in, once that was chosen.
    #[serde(default)]
    pub language: Option<Language>,
    /// Whether, and when, a note was sealed from it.
    pub sealed: Option<Moment>,
}

/// A sentence of evidence that is being written in a visit and is no mark yet; it is stored as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unkept {
    /// Seen or heard.
    pub sense: Sense,
    /// As it was typed so far.
    pub text: String,
    /// What it belongs to.
    pub look_for: Option<LookForId>,
    /// The mark of the sentence that it stands for, where one is being changed.
    pub anew: Option<MarkNumber>,
}

impl Default for Unkept {
    /// Nothing is written yet; most sentences say what was seen.
    fn default() -> Unkept {
        Unkept { sense: Sense::Saw, text: String::new(), look_for: None, anew: None }
    }
}

/// What became of something that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Received {
    /// The server holds it.
    Received,
    /// The server holds it, and the round was closed before it came.
    Late,
}

/// The key of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// `sync`
    Sync,
    /// `time`
    Time,
    /// `roster`
    Roster,
    /// `agreement`
    Agreement,
    /// `pause/…`
    Pause(Paused),
    /// `round/…`
    Round(RoundId),
    /// `code/…`
    Code(String),
    /// `debrief/…`
    Debrief(RoundId),
    /// `release/…`
    Release(RoundId),
    /// `closed/…`
    Closed(RoundId),
    /// `delivery/…`
    Delivery(RoundId),
    /// `visit/…`
    Visit(VisitId),
    /// `mark/…/…`
    Mark(VisitId, MarkNumber),
    /// `ended/…`
    Ended(VisitId),
    /// `unkept/…`
    Unkept(VisitId),
    /// `draft/…`
    Draft(VisitId),
    /// `phrases`
    Phrases,
    /// `not_today`
    NotToday,
    /// `card/…`
    Card(NoteId),
    /// `outgoing/…/…`
    Outgoing(Kind, String),
    /// `refused/…/…/…`
    Refused(Kind, String, String),
    /// `fork/…/…`
    Fork(String),
    /// `decided/…/…`
    Decided(String),
    /// `acknowledged/…`
    Acknowledged(String),
    /// `lock`
    Lock,
    /// `tries`
    Tries,
}

impl Record {
    /// The key under which it is stored.
    pub fn key(&self) -> Key {
        match self {
            Record::Sync(_) => Key::Sync,
            Record::Time(_) => Key::Time,
            Record::Roster(_) => Key::Roster,
            Record::Agreement(_) => Key::Agreement,
            Record::Pause(pause) => Key::Pause(pause.paused.clone()),
            Record::Round(round) => Key::Round(round.plan.round.clone()),
            Record::Code(key) => Key::Code(key_name(key)),
            Record::Debrief(debrief, _) => Key::Debrief(debrief.round.clone()),
            Record::Release(round, _) => Key::Release(round.clone()),
            Record::Closed(round) => Key::Closed(round.clone()),
            Record::Delivery(delivery) => Key::Delivery(delivery.round.clone()),
            Record::Visit(visit) => Key::Visit(visit.id.clone()),
            Record::Mark(visit, mark) => Key::Mark(visit.clone(), mark.number),
            Record::Ended(visit, _) => Key::Ended(visit.clone()),
            Record::Unkept(visit, _) => Key::Unkept(visit.clone()),
            Record::Draft(visit, _) => Key::Draft(visit.clone()),
            Record::Phrases(_) => Key::Phrases,
            Record::NotToday(_) => Key::NotToday,
            Record::Card(card) => Key::Card(card.card.note_id()),
            Record::Outgoing(item) => Key::Outgoing(item.kind, item.id.clone()),
            Record::Refused(change) => change.key(),
            Record::Fork(fork) => Key::Fork(fork.name()),
            Record::Decided(decided) => Key::Decided(decided.name()),
            Record::Acknowledged(answer) => Key::Acknowledged(answer.id.clone()),
            Record::Lock(_) => Key::Lock,
            Record::Tries(_) => Key::Tries,
        }
    }
}

/// A name for a round code that gives nothing of it away.
pub(crate) fn key_name(key: &RoundKey) -> String {
    domain::change::hash(&domain::change::write(&key.check()))
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Sync => formatter.write_str("sync"),
            Key::Time => formatter.write_str("time"),
            Key::Roster => formatter.write_str("roster"),
            Key::Agreement => formatter.write_str("agreement"),
            Key::Pause(Paused::Program) => formatter.write_str("pause/program"),
            Key::Pause(Paused::Round(round)) => write!(formatter, "pause/{round}"),
            Key::Round(round) => write!(formatter, "round/{round}"),
            Key::Code(name) => write!(formatter, "code/{name}"),
            Key::Debrief(round) => write!(formatter, "debrief/{round}"),
            Key::Release(round) => write!(formatter, "release/{round}"),
            Key::Closed(round) => write!(formatter, "closed/{round}"),
            Key::Delivery(round) => write!(formatter, "delivery/{round}"),
            Key::Visit(visit) => write!(formatter, "visit/{visit}"),
            Key::Mark(visit, number) => write!(formatter, "mark/{visit}/{number:06}"),
            Key::Ended(visit) => write!(formatter, "ended/{visit}"),
            Key::Unkept(visit) => write!(formatter, "unkept/{visit}"),
            Key::Draft(visit) => write!(formatter, "draft/{visit}"),
            Key::Phrases => formatter.write_str("phrases"),
            Key::NotToday => formatter.write_str("not_today"),
            Key::Card(note) => write!(formatter, "card/{note}"),
            Key::Outgoing(kind, id) => write!(formatter, "outgoing/{}/{id}", kind.word()),
            Key::Refused(kind, id, mark) => write!(formatter, "refused/{}/{id}/{mark}", kind.word()),
            Key::Fork(name) => write!(formatter, "fork/{name}"),
            Key::Decided(name) => write!(formatter, "decided/{name}"),
            Key::Acknowledged(answer) => write!(formatter, "acknowledged/{answer}"),
            Key::Lock => formatter.write_str("lock"),
            Key::Tries => formatter.write_str("tries"),
        }
    }
}
