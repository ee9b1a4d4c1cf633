//! Everything that is published of a history, in the order in which it appears: by the rules of `domain`, or with one of
//! them broken.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use domain::change::write;
use domain::family::Draft;
use domain::ids::SchoolId;
use domain::language::Language;
use domain::library::Families;
use domain::note::Context;
use domain::release::{Cell, Range, Release, Steadiness, Term, close, preview, term_picture, trend};
use domain::roster::{Roster, School};
use domain::visit::Summary;
use server::export::{of_opportunity, of_round, of_talk, of_term};
use server::family;

use super::broken::Broken;
use super::history::{History, Round, World};
use super::rules;

/// What a line of the publication is heard by: kept, or held against what was kept before.
enum Hearer<'lines> {
    Keeps(Vec<String>),
    Compares(std::slice::Iter<'lines, String>),
}

/// Everything that is published if it was as in `world`.
pub fn everything(history: &History, world: &World, broken: Option<Broken>) -> Vec<String> {
    let mut publisher = Publisher::new(history, world, broken, Hearer::Keeps(Vec::new()));
    let _all = publisher.publish();
    match publisher.hearer {
        Hearer::Keeps(lines) => lines,
        Hearer::Compares(_) => Vec::new(),
    }
}

/// Whether exactly `lines` would be published if it was as in `world`.
pub fn is_same(history: &History, world: &World, broken: Option<Broken>, lines: &[String]) -> bool {
    let mut publisher = Publisher::new(history, world, broken, Hearer::Compares(lines.iter()));
    let went_through = publisher.publish().is_continue();
    let Hearer::Compares(mut rest) = publisher.hearer else { return false };
    went_through && rest.next().is_none()
}

struct Publisher<'play> {
    history: &'play History,
    world: &'play World,
    broken: Option<Broken>,
    hearer: Hearer<'play>,
    releases: Vec<Release>,
}

impl<'play> Publisher<'play> {
    fn new(history: &'play History, world: &'play World, broken: Option<Broken>, hearer: Hearer<'play>) -> Self {
        Publisher { history, world, broken, hearer, releases: Vec::new() }
    }

    fn publish(&mut self) -> ControlFlow<()> {
        for (number, round) in self.history.rounds.iter().enumerate() {
            let summaries = match self.broken {
                Some(broken) => rules::received(broken, self.history, number, self.world),
                None => round.summaries(self.world, round.in_time()),
            };
            self.while_open(round, &summaries)?;
            self.at_close(round, &summaries)?;
        }
        ControlFlow::Continue(())
    }

    /// Tokens for every tablet of the round, and what a lead sees before the close.
    fn while_open(&mut self, round: &Round, summaries: &[Summary]) -> ControlFlow<()> {
        if self.history.is_lead {
            for so_far in [summaries.len() / 2, summaries.len()] {
                let mut tokens: Vec<&str> = summaries[..so_far].iter().map(|summary| summary.token.as_str()).collect();
                tokens.sort_unstable();
                tokens.dedup();
                self.say(|| format!("tokens {tokens:?}"))?;
                self.say(|| write(&preview(&round.plan, &summaries[..so_far])))?;
            }
        }
        for line in self.broken.map_or_else(Vec::new, |broken| rules::while_open(broken, round, summaries)) {
            self.say(|| line)?;
        }
        ControlFlow::Continue(())
    }

    fn at_close(&mut self, round: &Round, summaries: &[Summary]) -> ControlFlow<()> {
        let release = match self.broken {
            Some(broken) => rules::release(broken, round, summaries),
            None => close(&round.plan, &round.board, summaries, round.closed).ok(),
        };
        let Some(release) = release else { return self.say(|| "the round does not close".to_owned()) };
        let release = self.with_contexts(release, round)?;
        self.release(&release)?;
        let earlier = self.releases.iter().rposition(|earlier| earlier.schools == release.schools);
        if let Some(earlier) = earlier {
            let earlier = self.releases[earlier].clone();
            for (before, after) in earlier.findings.iter().zip(&release.findings) {
                self.say(|| format!("{:?}", trend(before, after)))?;
            }
        }
        self.releases.push(release.clone());
        self.ways_of_reading(&release)?;
        let term = Term::holding(round.closed);
        let picture = term_picture(term, &self.releases);
        self.say(|| format!("{picture:?} {:?}", picture.iter().map(|finding| finding.whole()).collect::<Vec<_>>()))?;
        let visited: BTreeSet<&SchoolId> = self.releases.iter().flat_map(|release| &release.schools).collect();
        let schools: Vec<School> =
            visited.into_iter().map(|id| School { id: id.clone(), name: id.to_string() }).collect();
        for language in Language::ALL {
            let file = of_term(term, &self.releases, "", &schools, language);
            self.say(|| format!("{file:?}"))?;
        }
        let beside = self
            .broken
            .map_or_else(Vec::new, |broken| rules::beside(broken, self.history, round, summaries, self.world));
        for line in beside {
            self.say(|| line)?;
        }
        ControlFlow::Continue(())
    }

    /// A release, and all that is said of it: the app's sentences, dots, bands and tables are made of these.
    fn release(&mut self, release: &Release) -> ControlFlow<()> {
        self.say(|| write(release))?;
        for finding in &release.findings {
            let ranges = finding.cells.iter().map(Cell::range).chain(finding.whole());
            let said: Vec<String> = ranges.map(said).collect();
            self.say(|| format!("{said:?} {:?}", release.reasons(finding)))?;
        }
        ControlFlow::Continue(())
    }

    /// What a school's readers are told from its last release on: the files of its round, of its groups beside one another
    /// and of its talk, which have every cell and sentence of their screens, and the page for its families.
    fn ways_of_reading(&mut self, release: &Release) -> ControlFlow<()> {
        let schools = Roster::default();
        for school in &release.schools {
            let of_school = self.releases.iter().filter(|other| other.schools.contains(school));
            let releases: Vec<Release> = of_school.cloned().collect();
            for language in Language::ALL {
                self.say(|| format!("{:?}", of_round(&releases, "", &schools, language)))?;
                self.say(|| format!("{:?}", of_opportunity(release, "", &schools, language)))?;
                self.say(|| format!("{:?}", of_talk(&releases, "", &schools, language)))?;
            }
            let Some(draft) = Draft::of(&releases, Families::shipped()) else { continue };
            // What adults will do is written by whoever approves the page.
            let page = || family::text(Language::En, &draft, release.closed, &[], |_| Default::default());
            self.say(|| page().into_string())?;
        }
        ControlFlow::Continue(())
    }

    /// The last release with what cards named, where there are any.
    fn with_contexts(&mut self, release: Release, round: &Round) -> ControlFlow<(), Release> {
        let is_last = self.history.rounds.last().is_some_and(|last| last.plan.round == round.plan.round);
        let Some(named) = self.history.named.filter(|_| is_last) else { return ControlFlow::Continue(release) };
        let (cards, kind) = (self.world[named] as usize, Context::ALL[0]);
        ControlFlow::Continue(match self.broken {
            Some(Broken::ContextOfOneCard) => {
                Release { contexts: (cards > 0).then_some(kind).into_iter().collect(), ..release }
            }
            broken => {
                if broken == Some(Broken::ContextInNumbers) {
                    self.say(|| format!("context named on {cards} cards"))?;
                }
                release.with_contexts(std::iter::repeat_n(kind, cards))
            }
        })
    }

    fn say(&mut self, line: impl FnOnce() -> String) -> ControlFlow<()> {
        let line = line();
        match &mut self.hearer {
            Hearer::Keeps(lines) => lines.push(line),
            Hearer::Compares(rest) => {
                if rest.next() != Some(&line) {
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    }
}

fn said(range: Range) -> String {
    format!(
        "{range:?} {:?} {:?} {:?} {} {:?} {} {}",
        range.interval(),
        range.interval_tenths(),
        range.tenths(),
        range.dots(),
        Steadiness::of(range.rooms),
        range.is_few_or_none(),
        range.is_nearly_all()
    )
}
