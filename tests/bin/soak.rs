//! `cargo xtask soak`: ten taps a second for ten minutes, and what the page then needs.

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use world::soak::soak;

/// Taps ten times a second in Chromium, and prints what was saved and what the page needs.
#[derive(Parser)]
struct Arguments {
    /// How long.
    #[arg(long, default_value_t = 10)]
    minutes: u64,
}

fn main() -> ExitCode {
    let soaked = soak(Duration::from_secs(60 * Arguments::parse().minutes), |memory| eprintln!("{memory}"));
    println!("{soaked}");
    if soaked.is_whole() && soaked.is_flat() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
