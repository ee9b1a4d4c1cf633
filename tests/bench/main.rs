//! `cargo xtask bench [NAME]`: measures the budgets and prints each figure beside its budget.

mod desk;
mod drain;
mod guard;
mod large;
mod load;
mod memory;
mod release;
mod report;
mod roster;
mod start;
mod taps;
mod unlock;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;

use crate::report::Report;

/// Measures the budgets.
#[derive(Parser)]
struct Arguments {
    /// Only this one: memory, guard, roster, large, release, taps, start, unlock or drain.
    name: Option<String>,
    /// Fewer samples: for a first look.
    #[arg(long)]
    quick: bool,
}

/// A bench and the name it is called by.
type Bench = (&'static str, fn(&mut Report));

/// Memory comes first: what the others need would count as its own.
const BENCHES: [Bench; 9] = [
    ("memory", memory::measure),
    ("guard", guard::measure),
    ("roster", roster::measure),
    ("large", large::measure),
    ("release", release::measure),
    ("taps", taps::measure),
    ("start", start::measure),
    ("unlock", unlock::measure),
    ("drain", drain::measure),
];

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let wanted = |name: &str| arguments.name.as_deref().is_none_or(|wanted| wanted == name);
    let chosen: Vec<&Bench> = BENCHES.iter().filter(|(name, _)| wanted(name)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = BENCHES.iter().map(|(name, _)| *name).collect();
        eprintln!("there is no bench of that name; there are {}", names.join(", "));
        return ExitCode::FAILURE;
    }
    let mut report = Report::default();
    report.is_quick = arguments.quick;
    report.is_alone = arguments.name.is_some();
    for (name, measure) in chosen {
        let began = Instant::now();
        eprintln!("bench {name} …");
        // One that breaks off says why by itself, and the others are measured all the same.
        if catch_unwind(AssertUnwindSafe(|| measure(&mut report))).is_err() {
            report.broke_off(name);
        }
        eprintln!("bench {name}: {:.0?}", began.elapsed());
    }
    print!("{report}");
    if report.is_whole() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
