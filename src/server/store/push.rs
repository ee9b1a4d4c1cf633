//! What tablets hand over: each item is judged by itself, and the good ones of one push stand together.

use domain::change::{Change, Kind, MOST_REVISIONS, hash};
use domain::text::shown;
use domain::time::Moment;
use protocol::push::{Item, ItemAnswer, Outcome, Push, Pushed, Refusal, RefusalCode};
use protocol::{LONGEST_BODY, MOST_ITEMS};
use serde::Deserialize;
use serde_json::Value;

use crate::store::taking::Taking;
use crate::store::writing::act;
use crate::store::{Failure, Store};

/// One item of a push as it came in, right or wrong.
#[derive(Debug, Clone)]
pub struct Arriving {
    id: String,
    revision: u32,
    hash: String,
    change: Result<Change, Refusal>,
}

impl Arriving {
    /// An item that could be read as one; its body may still be anything.
    pub fn of(item: &Item) -> Arriving {
        Arriving { id: item.id.clone(), revision: item.revision, hash: item.hash(), change: read(item) }
    }

    /// The item at a `place`, from 0, of the list that a push came with. What is not an item is refused like one.
    pub fn in_list(place: usize, value: &Value) -> Arriving {
        match Item::deserialize(value) {
            Ok(item) => Arriving::of(&item),
            Err(cause) => {
                let text = |field: &str| value.get(field).and_then(Value::as_str).unwrap_or_default();
                let revision = value.get("revision").and_then(Value::as_u64).unwrap_or_default();
                Arriving {
                    id: text("id").to_owned(),
                    revision: u32::try_from(revision).unwrap_or_default(),
                    hash: hash(text("body")),
                    change: Err(malformed(format!("items[{place}] is not an item: {cause}"))),
                }
            }
        }
    }

    /// The same item, refused by whoever looked at it first; one that was refused before keeps its reason.
    pub fn kept_out(self, refusal: Refusal) -> Arriving {
        Arriving { change: self.change.and(Err(refusal)), ..self }
    }
}

impl Store {
    /// Takes what a tablet hands over.
    pub async fn push(&self, push: &Push, now: Moment) -> Result<Pushed, Failure> {
        self.take(push.district.as_deref(), push.items.iter().map(Arriving::of).collect(), now).await
    }

    /// Takes what arrived, in one transaction: plans first, then debriefs, summaries, notes and deliveries, so that a
    /// debrief may come before its plan in the same push. Answers come in the order of the items.
    ///
    /// What is refused changes nothing. Sending the same again gives the same answers. Of a push for another `district`
    /// nothing is taken.
    pub async fn take(&self, district: Option<&str>, arriving: Vec<Arriving>, now: Moment) -> Result<Pushed, Failure> {
        if district.is_some_and(|named| named != self.district_id()) {
            return Err(Failure::AnotherDistrict);
        }
        if arriving.len() > MOST_ITEMS {
            let count = arriving.len();
            return Err(Failure::TooMuch(format!("{count} items came at once and at most {MOST_ITEMS} are taken")));
        }
        let mut order: Vec<(Kind, usize)> = Vec::with_capacity(arriving.len());
        order.extend(
            arriving
                .iter()
                .enumerate()
                .filter_map(|(place, arriving)| arriving.change.as_ref().ok().map(|change| (change.kind(), place))),
        );
        order.sort_unstable();

        let (epoch, reached, outcomes) = act!(self, |writing| {
            let epoch = writing.district.epoch.id.clone();
            let mut outcomes: Vec<Option<Outcome>> = vec![None; arriving.len()];
            let mut taking = Taking::begin(writing, now.day());
            for (_, place) in &order {
                if let Ok(change) = &arriving[*place].change {
                    outcomes[*place] = Some(taking.take(change, &arriving[*place].hash).await?);
                }
            }
            taking.settle().await?;
            Ok((epoch, writing.reached().await?, outcomes))
        })?;
        let answers = arriving.into_iter().zip(outcomes).map(|(arriving, outcome)| ItemAnswer {
            id: arriving.id,
            revision: arriving.revision,
            hash: arriving.hash,
            outcome: match (outcome, arriving.change) {
                (Some(outcome), _) => outcome,
                (None, Err(refusal)) => Outcome::Refused(refusal),
                (None, Ok(_)) => unreachable!("every change that was read was taken or refused"),
            },
        });
        Ok(Pushed { epoch, reached, answers: answers.collect() })
    }
}

/// Refuses with a detail for people.
pub(super) fn refused(code: RefusalCode, detail: String) -> Outcome {
    Outcome::Refused(Refusal { code, detail })
}

/// Reads an item's body and holds it against the item.
///
/// The body must be written exactly as this program writes the change. So a body has no room for anything that its
/// kind has no field for, not even in the order of fields or in spaces.
fn read(item: &Item) -> Result<Change, Refusal> {
    let (kind, id, body) = (item.kind.word(), &item.id, &item.body);
    if body.len() > LONGEST_BODY {
        return Err(malformed(format!("{kind} {id} has {} bytes and at most {LONGEST_BODY} fit", body.len())));
    }
    let change = Change::read(item.kind, body).map_err(|cause| malformed(format!("{kind} {id}: {cause}")))?;
    if change.id() != item.id {
        return Err(malformed(format!("the body sent as {kind} {id} is {kind} {}", change.id())));
    }
    let (sent, written) = (item.revision, change.revision());
    if sent != written || sent == 0 {
        return Err(malformed(format!("{kind} {id} was sent as revision {sent} and its body is revision {written}")));
    }
    if sent > MOST_REVISIONS {
        return Err(malformed(format!(
            "{kind} {id} claims to be revision {sent} and at most {MOST_REVISIONS} are taken"
        )));
    }
    if change.body() != *body {
        return Err(malformed(format!("the body of {kind} {id} holds more than a {kind}, or in another order")));
    }
    Ok(change)
}

fn malformed(detail: String) -> Refusal {
    // An id in a detail may be anything of any length here.
    Refusal { code: RefusalCode::Malformed, detail: shown(&detail).chars().take(300).collect() }
}
