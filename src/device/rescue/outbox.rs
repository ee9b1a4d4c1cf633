//! Taking what waits in a rescue file: changes on their way, refused ones, round codes, and cards on paper.

use domain::change::{Kind, write};
use domain::ids::{RoundId, VisitId};
use protocol::push::{Item, Refusal, RefusalCode};

use crate::rescue::opening::Opening;
use crate::rescue::{Becomes, Thing};
use crate::tablet::{Edit, Held, PackedCard, Record, RoundRecord, SyncState, key_name};

impl Opening {
    /// Changes are told apart by id, revision and bytes, so that sending one from two tablets sends it once.
    pub(super) fn take_outbox(&mut self) {
        for item in self.theirs.outgoing.values().cloned().collect::<Vec<_>>() {
            let becomes = self.take_item(&item);
            self.found.unsent.push(becomes);
        }
        for change in self.theirs.refused.values().cloned().collect::<Vec<_>>() {
            let is_here = self.held.own_items().any(|item| *item == change.item);
            if !is_here {
                self.keep(Record::Refused(change));
            }
            self.found.unsent.push(if is_here { Becomes::Same } else { Becomes::Taken });
        }
        for key in self.theirs.codes.values().cloned().collect::<Vec<_>>() {
            let fitting = self.held.rounds.values().find(|round| round.record.plan.key_check == key.check());
            match fitting.map(|round| round.record.clone()) {
                Some(record) if record.key.is_none() => {
                    self.keep(Record::Round(Box::new(RoundRecord { key: Some(key), ..record })));
                }
                None if !self.held.codes.contains_key(&key_name(&key)) => self.keep(Record::Code(key)),
                _ => (),
            }
        }
        self.take_releases();
    }

    fn take_item(&mut self, item: &Item) -> Becomes {
        if self.held.own_items().any(|own| own == item) {
            return Becomes::Same;
        }
        match item.kind {
            // It goes with the version that stands here, or with the one that the person will choose.
            Kind::Plan | Kind::Debrief => {
                let round = RoundId::parse(&item.id).ok().and_then(|round| self.held.round(&round));
                let is_plan = round.is_some_and(|round| write(&round.record.plan) == item.body);
                let is_board =
                    round.is_some_and(|round| round.debrief.as_ref().map(write).as_ref() == Some(&item.body));
                // Its round is on no tablet here, and may be at the server.
                let is_apart = round.is_none() && item.kind == Kind::Debrief;
                let stands = if item.kind == Kind::Plan { is_plan } else { is_board || is_apart };
                self.take_if(stands, item)
            }
            Kind::Summary => {
                let forked = self.held.forks.values().any(|fork| match fork.version.thing() {
                    Thing::Visit(visit) => self.held.summary_id(&visit).is_some_and(|id| id.as_str() == item.id),
                    _ => false,
                });
                let decided = self.held.visits.keys().any(|visit| {
                    let is_its = self.held.summary_id(visit).is_some_and(|id| id.as_str() == item.id);
                    is_its && self.held.summary_floor(visit) >= item.revision
                });
                match (forked, decided) {
                    (true, _) => Becomes::Asked,
                    // Somebody said that another version is right.
                    (_, true) => Becomes::Same,
                    _ => self.take_by_revision(item),
                }
            }
            Kind::Note | Kind::Letter => self.take_by_revision(item),
            Kind::Delivery => {
                let becomes = self.take_by_revision(item);
                let round = RoundId::parse(&item.id).ok().and_then(|round| self.theirs.round(&round));
                if let (Becomes::Taken, Some(delivery)) = (becomes, round.and_then(|round| round.delivery.clone())) {
                    self.keep(Record::Delivery(delivery));
                }
                becomes
            }
        }
    }

    fn take_if(&mut self, stands: bool, item: &Item) -> Becomes {
        if stands {
            self.keep(Record::Outgoing(item.clone()));
            Becomes::Taken
        } else {
            Becomes::Same
        }
    }

    /// The highest revision goes on; of two with one revision the one that is here, and the other waits for a decision
    /// among the changes that were refused.
    fn take_by_revision(&mut self, item: &Item) -> Becomes {
        let own = self.held.own_items().filter(|own| own.kind == item.kind && own.id == item.id);
        match own.map(|own| own.revision).max() {
            Some(own) if own > item.revision => Becomes::Same,
            Some(own) if own == item.revision => {
                let detail = "another tablet's rescue file says something else".to_owned();
                let [_, refused] = Edit::refuse(item, Refusal { code: RefusalCode::Conflict, detail });
                self.edit(refused);
                Becomes::Asked
            }
            _ => self.take_if(true, item),
        }
    }

    /// Releases are in the file only where a restored server may lack them: this tablet offers them too.
    fn take_releases(&mut self) {
        let published = self.theirs.rounds.iter();
        let published: Vec<_> =
            published.filter_map(|(id, round)| Some((id.clone(), round.published.clone()?))).collect();
        for (round, published) in published {
            if self.held.round(&round).is_some_and(|held| held.published.is_none()) {
                self.keep(Record::Release(round, published));
                if !self.held.sync.restored {
                    self.keep(Record::Sync(SyncState { restored: true, ..self.held.sync.clone() }));
                }
            }
        }
    }

    /// A card holds one note, whichever tablet writes it: one that was used on either is used. The server takes the note
    /// that comes first, and the other tablet hears that its own was not taken.
    pub(super) fn take_cards(&mut self) {
        for card in self.theirs.cards.values().cloned().collect::<Vec<_>>() {
            let note = card.card.note_id();
            let here = self.held.cards.get(&note).map(|card| card.used);
            let has_note = self.held.own_items().any(|item| item.kind == Kind::Note && item.id == note.as_str());
            let becomes = match here {
                Some(used) if used || !card.used => Becomes::Same,
                Some(_) => Becomes::Longer,
                // Its note is on its way or was received: it is used up.
                None if has_note && !card.used => Becomes::Same,
                None => Becomes::Taken,
            };
            if becomes != Becomes::Same {
                self.keep(Record::Card(PackedCard { printed: true, ..card }));
            }
            self.found.cards.push(becomes);
        }
    }
}

impl Held {
    /// The highest revision of a visit's summary that this tablet knows of, or may have sent; 0 where there is none.
    pub(crate) fn summary_revision(&self, visit: &VisitId) -> u32 {
        let id = self.summary_id(visit);
        let is_of = |item: &&Item| item.kind == Kind::Summary && id.as_ref().is_some_and(|id| id.as_str() == item.id);
        let known = self.own_items().filter(is_of).map(|item| item.revision).max().unwrap_or(0);
        // What was acknowledged a week ago is not known any more; it was above every copy that was decided against.
        let was_finished = self.visit(visit).is_some_and(|held| held.visit.finished_after().is_some());
        if was_finished { known.max(self.summary_floor(visit) + 1) } else { known }
    }
}
