//! A network that drops requests, loses answers, doubles, delays and reorders.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use async_trait::async_trait;
use device::network::{Method, Network, NoAnswer, Request, Response};
use domain::ids::RoundId;
use domain::visit::Summary;
use tokio::sync::RwLock;

use super::dice::Dice;
use super::host::Host;
use super::surroundings::Disk;

/// What all tablets of a district share.
#[derive(Clone)]
pub struct Wire {
    /// The server.
    pub host: Rc<RwLock<Host>>,
    /// Requests that were delayed and will be delivered later, after others.
    pub delayed: Rc<RefCell<Vec<Request>>>,
    /// Whether faults happen at all.
    pub faulty: Rc<Cell<bool>>,
    /// For each round that was closed: the summaries that the server held in that moment.
    pub at_close: Rc<RefCell<BTreeMap<RoundId, Vec<Summary>>>>,
    /// How often each fault happened.
    pub happened: Rc<RefCell<BTreeMap<&'static str, u64>>>,
    /// Chance.
    pub dice: Dice,
}

/// One tablet's end of the wire.
pub struct TabletWire {
    /// The shared part.
    pub wire: Wire,
    /// Whether this tablet has a network now.
    pub up: bool,
    /// The tablet's storage, for a crash while a request is on its way.
    pub disk: Disk,
}

impl Wire {
    /// Delivers a request to the server and remembers what a close was computed from.
    pub async fn deliver(&self, request: &Request) -> Response {
        let closing =
            request.path.strip_suffix("/close").and_then(|path| RoundId::parse(path.rsplit('/').next()?).ok());
        let host = self.host.read().await;
        let before = match &closing {
            Some(round) => Some(host.urn(round).await.received),
            None => None,
        };
        let method = match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
        };
        let (status, body) = host.answer(method, &request.path, request.body.clone()).await;
        if let (Some(round), Some(received), 200) = (closing, before, status) {
            self.at_close.borrow_mut().entry(round).or_insert(received);
        }
        Response { status, body }
    }

    /// Delivers one of the delayed requests; nobody hears the answer.
    pub async fn deliver_delayed(&self) {
        let request = {
            let mut delayed = self.delayed.borrow_mut();
            let place = self.dice.below(delayed.len().max(1));
            if delayed.is_empty() { None } else { Some(delayed.remove(place)) }
        };
        if let Some(request) = request {
            self.deliver(&request).await;
            self.count("delayed requests delivered");
        }
    }

    /// Counts something that happened.
    pub fn count(&self, what: &'static str) {
        *self.happened.borrow_mut().entry(what).or_default() += 1;
    }
}

#[async_trait(?Send)]
impl Network for TabletWire {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        if !self.up || self.disk.has_crashed() {
            return Err(NoAnswer);
        }
        if !self.wire.faulty.get() {
            return Ok(self.wire.deliver(&request).await);
        }
        match self.wire.dice.below(100) {
            0..=7 => {
                self.wire.count("requests dropped");
                Err(NoAnswer)
            }
            8..=15 => {
                self.wire.deliver(&request).await;
                self.wire.count("answers lost");
                Err(NoAnswer)
            }
            16..=21 => {
                self.wire.deliver(&request).await;
                self.wire.count("requests doubled");
                Ok(self.wire.deliver(&request).await)
            }
            22..=27 => {
                self.wire.delayed.borrow_mut().push(request);
                Err(NoAnswer)
            }
            28..=30 => {
                self.wire.count("guest networks");
                Ok(Response { status: 200, body: "<html>Please sign in to the guest network</html>".into() })
            }
            31..=33 => {
                self.wire.deliver(&request).await;
                self.disk.crash();
                self.wire.count("crashes while a request was on its way");
                Err(NoAnswer)
            }
            _ => Ok(self.wire.deliver(&request).await),
        }
    }
}
