//! `cargo xtask simulate --seeds N [--from S] [--locks]`: plays seeded histories and says what was found.

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use world::simulation::{Locks, Tally, play};

/// Plays seeded histories of tablets, a server, and everything that can go wrong between them.
#[derive(Parser)]
struct Arguments {
    /// How many histories.
    #[arg(long, default_value_t = 100)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    from: u64,
    /// Every tablet has a PIN, and sends now open and now locked.
    #[arg(long)]
    locks: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let began = Instant::now();
    let locks = if arguments.locks { Locks::Set } else { Locks::None };
    let tally = play(arguments.from..arguments.from + arguments.seeds, locks, |tally| {
        if tally.histories.is_multiple_of(50) {
            eprintln!("{} histories, {} violations, {:.0?}", tally.histories, tally.violations.len(), began.elapsed());
        }
    });
    print(&tally);
    println!("{} histories in {:.1?}", tally.histories, began.elapsed());
    if tally.violations.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print(tally: &Tally) {
    for (what, times) in &tally.happened {
        println!("{times:>9}  {what}");
    }
    for violation in &tally.violations {
        println!("\nseed {} after {} acts: {}", violation.seed, violation.after, violation.what);
        violation.acts.iter().for_each(|act| println!("    {act}"));
    }
    println!("{} violations", tally.violations.len());
}
