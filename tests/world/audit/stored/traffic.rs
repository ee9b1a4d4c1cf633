//! What an operator learns who watches requests come in before a close: which items travel together, and in which order.

use std::cell::RefCell;

use async_trait::async_trait;
use device::network::{Network, NoAnswer, Request, Response};
use domain::change::{Change, Kind};
use domain::ids::RoundId;
use protocol::path;
use protocol::push::Push;

use super::Kept;

/// An item of a push as whoever watches sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// What it is.
    pub kind: Kind,
    /// The token of a summary, or the id of a note.
    pub mark: String,
    /// The round of a summary, which it names.
    pub round: Option<RoundId>,
}

/// The way to the server, with somebody beside it who writes down what each push carries.
pub struct Watched<'way, Way> {
    way: &'way Way,
    /// The items of each push, in their order.
    pub pushes: RefCell<Vec<Vec<Passed>>>,
}

impl<'way, Way> Watched<'way, Way> {
    /// Nothing has passed yet.
    pub fn new(way: &'way Way) -> Watched<'way, Way> {
        Watched { way, pushes: RefCell::default() }
    }
}

#[async_trait(?Send)]
impl<Way: Network> Network for Watched<'_, Way> {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let body = request.body.as_deref().filter(|_| request.path == path::PUSH);
        if let Some(push) = body.and_then(|body| serde_json::from_str::<Push>(body).ok()) {
            self.pushes.borrow_mut().push(push.items.iter().filter_map(passed).collect());
        }
        self.way.send(request).await
    }
}

fn passed(item: &protocol::push::Item) -> Option<Passed> {
    match Change::read(item.kind, &item.body).ok()? {
        Change::Summary(summary) => {
            Some(Passed { kind: item.kind, mark: summary.token.to_string(), round: Some(summary.round) })
        }
        Change::Note(_) => Some(Passed { kind: item.kind, mark: item.id.clone(), round: None }),
        _ => None,
    }
}

/// Pairs of one push and one kind that pass in the order of their visits, and all such pairs. By chance it is half.
#[derive(Debug, Default)]
struct Order {
    kept: usize,
    all: usize,
}

impl Order {
    /// The fewest pairs that say anything. By chance all of so many pass in one order, or all in the other, once in 500
    /// walks where no push has more than two of a round, and far more seldom where pushes have more, as here.
    const FEWEST: usize = 10;

    fn is_told(&self) -> bool {
        self.all >= Order::FEWEST && (self.kept == self.all || self.kept == 0)
    }
}

/// Pushes that tie a summary to a note, and orders that are those of the visits.
pub fn attack(kept: &Kept) -> Vec<String> {
    let mut found = Vec::new();
    let has = |push: &[Passed], kind: Kind| push.iter().any(|passed| passed.kind == kind);
    if kept.traffic.iter().any(|push| has(push, Kind::Summary) && has(push, Kind::Note)) {
        found.push("a push carries summaries and notes".to_owned());
    }
    for (kind, words) in [(Kind::Summary, "summaries"), (Kind::Note, "notes")] {
        if order(kept, kind).is_told() {
            found.push(format!("{words} pass in the order of the visits"));
        }
    }
    found
}

fn order(kept: &Kept, kind: Kind) -> Order {
    let place = |passed: &Passed| kept.visited.iter().position(|mark| *mark == passed.mark);
    let mut order = Order::default();
    for push in &kept.traffic {
        let of_kind: Vec<&Passed> = push.iter().filter(|passed| passed.kind == kind).collect();
        // Summaries of one round stand together, which each of them says anyway.
        for pair in of_kind.windows(2).filter(|pair| pair[0].round == pair[1].round) {
            let Some((first, second)) = place(pair[0]).zip(place(pair[1])) else { continue };
            order.all += 1;
            order.kept += usize::from(first < second);
        }
    }
    order
}
