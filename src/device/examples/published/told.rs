//! Everything that is worked out of rounds, as text, each number to its last bit: the same source for a browser and for
//! this machine.

use domain::change::write;
use domain::release::{
    Cell, Range, Release, Steadiness, Term, close, history, opportunity, preview, productive_talk, term_picture,
};
use domain::round::{Debrief, Plan};
use domain::time::Day;
use domain::visit::Summary;

/// Plan, board, what came in time, and the day of the close.
pub type Round = (Plan, Debrief, Vec<Summary>, Day);

/// What rounds publish one after the other, and everything that a reader is told of it.
///
/// # Panics
/// Where `rounds` is no list of [`Round`]s.
pub fn told(rounds: &str) -> String {
    let rounds: Vec<Round> = serde_json::from_str(rounds).expect("a list of rounds");
    let (mut lines, mut releases) = (Vec::new(), Vec::<Release>::new());
    for (plan, board, summaries, closed) in rounds {
        lines.push(write(&preview(&plan, &summaries)));
        match close(&plan, &board, &summaries, closed) {
            Ok(release) => {
                lines.extend(of_release(&release, &releases));
                releases.push(release);
            }
            Err(not_yet) => lines.push(not_yet.to_string()),
        }
        lines.push(format!("{:?}", term_picture(Term::holding(closed), &releases)));
        lines.push(format!("{:?}", productive_talk(&releases)));
    }
    lines.join("\n")
}

fn of_release(release: &Release, earlier: &[Release]) -> Vec<String> {
    let mut lines = vec![write(release)];
    for finding in &release.findings {
        lines.extend(finding.cells.iter().map(Cell::range).chain(finding.whole()).map(of_range));
        lines.push(format!("{:?}", release.reasons(finding)));
        lines.push(format!("{:?}", history(finding, release, earlier)));
        lines.push(match opportunity(release, finding) {
            Ok(groups) => groups.iter().map(|beside| format!("{beside:?} {:?}", beside.contrast())).collect(),
            Err(why) => format!("{why:?}"),
        });
    }
    lines
}

fn of_range(range: Range) -> String {
    let steady = Steadiness::of(range.rooms);
    format!("{range:?} {:?} {:?} {} {steady:?}", range.interval(), range.interval_tenths(), range.dots())
}
