//! `cargo xtask kill`: kills browsers while somebody taps, and prints what was lost.

use std::process::ExitCode;
use std::thread;

use clap::Parser;
use world::Engine;
use world::disk::{Disk, SmallDisk};
use world::kill::{Blow, Durability, Toll, fill_up, kill};

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
    /// Chromium's disk loses its power too: once as the app stores, once as browsers do where nobody asks for more.
    #[arg(long)]
    power_cuts: bool,
    /// The disk becomes full and is freed again, in so many visits of the engine.
    #[arg(long, conflicts_with = "power_cuts")]
    full_disk: bool,
}

fn main() -> ExitCode {
    let Arguments { engine, kills, seed, power_cuts, full_disk } = Arguments::parse();
    if full_disk {
        return fill_disks(engine, kills, seed);
    }
    if power_cuts {
        return cut_power(engine.unwrap_or(Engine::Chromium), kills, seed);
    }
    let engines = engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    let mut ended = ExitCode::SUCCESS;
    // All at once: most of a kill is waiting for a browser to start.
    thread::scope(|scope| {
        let kills =
            |engine| (engine, scope.spawn(move || kill(engine, Blow::Kill, kills, seed, progress(engine, kills))));
        let killed: Vec<_> = engines.into_iter().map(kills).collect();
        for (engine, kills) in killed {
            let is_clean = match kills.join() {
                Ok(toll) => {
                    println!("{toll}");
                    toll.is_clean()
                }
                Err(_) => {
                    println!("{engine} broke off: why stands above");
                    false
                }
            };
            if !is_clean {
                ended = ExitCode::FAILURE;
            }
        }
    });
    ended
}

/// Fails when a browser loses what was called saved, which Chromium does by itself.
fn fill_disks(engine: Option<Engine>, disks: u32, seed: u64) -> ExitCode {
    if let Some(reason) = SmallDisk::cannot_be_had() {
        println!("no disk was filled: {reason}");
        return ExitCode::SUCCESS;
    }
    let mut is_clean = true;
    for engine in engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]) {
        for seed in (seed..).take(disks as usize) {
            let toll = fill_up(engine, seed);
            println!("{toll}");
            is_clean &= toll.is_clean();
        }
    }
    if is_clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Fails when something is lost that was stored as the app stores it. What is lost otherwise shows that something can be.
fn cut_power(engine: Engine, cuts: u32, seed: u64) -> ExitCode {
    if let Some(reason) = Disk::cannot_be_had() {
        println!("no power was cut: {reason}");
        return ExitCode::SUCCESS;
    }
    let [strict, _] = [Durability::Strict, Durability::Relaxed].map(|durability| {
        let toll = kill(engine, Blow::PowerCut(durability), cuts, seed, progress(engine, cuts));
        println!("{toll}");
        toll
    });
    if strict.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Tells of every tenth kill, and of each that did harm.
fn progress(engine: Engine, kills: u32) -> impl FnMut(&Toll) {
    let mut next = 0;
    move |toll| {
        if toll.kills >= next || !toll.is_clean() {
            let Toll { kills: so_far, acknowledged, lost, doubled, .. } = toll;
            eprintln!("{engine}: {so_far} of {kills}: {acknowledged} acknowledged, {lost} lost, {doubled} doubled");
            next = toll.kills + TELL_EVERY;
        }
    }
}
