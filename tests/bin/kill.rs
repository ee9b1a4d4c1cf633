//! `cargo xtask kill`: kills browsers while somebody taps, and prints what was lost.

use std::process::ExitCode;

use clap::Parser;
use world::Engine;
use world::kill::{Toll, kill};

/// How often progress is told of, in kills.
const TELL_EVERY: u32 = 10;

/// Kills browsers while somebody taps, starts them again, and compares.
#[derive(Parser)]
struct Arguments {
    /// Only this one: chromium, firefox or webkit.
    #[arg(long)]
    engine: Option<Engine>,
    /// How many kills of each.
    #[arg(long, default_value_t = 100)]
    kills: u32,
    /// Decides the moments and the taps.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    let Arguments { engine, kills, seed } = Arguments::parse();
    let engines = engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    let mut ended = ExitCode::SUCCESS;
    for engine in engines {
        let toll = kill(engine, kills, seed, |toll| tell(toll, kills));
        println!("{toll}");
        if !toll.is_clean() {
            ended = ExitCode::FAILURE;
        }
    }
    ended
}

fn tell(toll: &Toll, kills: u32) {
    if toll.kills % TELL_EVERY < 2 || !toll.is_clean() {
        eprintln!(
            "{} of {kills} kills: {} acknowledged, {} lost, {} doubled",
            toll.kills, toll.acknowledged, toll.lost, toll.doubled
        );
    }
}
