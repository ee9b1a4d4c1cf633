//! `cargo xtask audit [--districts N] [--seed S] [--servers N] [--figures]`: attacks what is published and what is stored.

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use world::audit::stored::{self, Leak};
use world::audit::{Found, broken_rules, figures, published};

/// Plays attacker over drawn districts, over servers, and over rules that were broken on purpose.
#[derive(Parser)]
struct Arguments {
    /// How many districts.
    #[arg(long, default_value_t = 1_600)]
    districts: u64,
    /// How many servers.
    #[arg(long, default_value_t = 20)]
    servers: u64,
    /// Decides what is drawn.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only how often intervals hold and trends speak.
    #[arg(long)]
    figures: bool,
}

/// Districts that are drawn before a broken rule counts as not found.
const PATIENCE: u64 = 60;

fn main() -> ExitCode {
    let Arguments { districts, servers, seed, figures } = Arguments::parse();
    if figures {
        print!("{}", figures::figures());
        return ExitCode::SUCCESS;
    }
    let began = Instant::now();
    let Found { enumerated, worlds, at_joints, replaced, exposures } = published(districts, seed);
    println!("What is published, seed {seed}:");
    println!("{enumerated:>9}  districts of which every answer was tried: {worlds} in all");
    println!("{at_joints:>9}  larger districts at the joints: {replaced} counts replaced");
    println!("{:>9}  exposures", exposures.len());
    exposures.iter().for_each(|exposure| println!("           {exposure}"));
    let mut well = exposures.is_empty();

    println!("\nBroken rules of what is published, and how each was found out:");
    for caught in broken_rules(PATIENCE, seed) {
        println!("  {}", caught.broken.words());
        match &caught.how {
            Some(how) => println!("      {how}"),
            None => println!("      NOT FOUND in {} districts", caught.drawn),
        }
        well &= caught.how.is_some();
    }

    println!("\nWhat servers hold, log and are sent before a close, seed {seed}:");
    let (mut summaries, mut gave_away, mut last) = (0, Vec::new(), None);
    for number in 0..servers {
        let kept = stored::kept(seed.wrapping_mul(1_000).wrapping_add(number));
        summaries += kept.summaries();
        gave_away.extend(stored::attack(&kept));
        last = Some(kept);
    }
    println!("{servers:>9}  servers with {summaries} summaries");
    println!("{:>9}  exposures to whoever does not know which room was visited when", gave_away.len());
    gave_away.iter().for_each(|exposure| println!("           {exposure}"));
    well &= gave_away.is_empty();

    println!("\nBroken rules of what is stored, logged and sent, and how each was found out:");
    for leak in Leak::ALL {
        println!("  {}", leak.words());
        let found = last.as_ref().and_then(|kept| stored::attack(&kept.clone().with(leak)).into_iter().next());
        println!("      {}", found.as_deref().unwrap_or("NOT FOUND"));
        well &= found.is_some();
    }
    println!("\nin {:.1?}", began.elapsed());
    if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
