//! What can be typed after `cargo xtask`.

use std::path::PathBuf;

use clap::Parser;

use crate::failure::Outcome;
use crate::library::LibraryCommand;
use crate::{measure, openapi, package, project, prove, schema, serve, size, test, web};

/// Builds, serves, tests and measures Noticeboard.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
pub enum Command {
    /// Build the web app into target/site: hashed names, service worker, brotli and gzip.
    Build,

    /// Build everything and run it on this machine, until Ctrl-C.
    Serve {
        /// The port to listen on; only this machine can reach it.
        #[arg(long, default_value_t = 8484, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
        /// The folder that keeps what the server holds; made when it is not there.
        #[arg(long, value_name = "DIR", default_value = "noticeboard-data")]
        data: PathBuf,
        /// Start without the sample district.
        #[arg(long)]
        empty: bool,
    },

    /// Run everything that CI runs; installs the browsers and the database it needs.
    Test,

    /// Print every file of the first screen as served, and what scanning adds; fails above the budget.
    Size {
        /// Also what the programs are made of, crate by crate.
        #[arg(long)]
        parts: bool,
    },

    Library(LibraryCommand),

    /// Build the archive that a district installs, with its checksum, into target/archive.
    Package,

    /// Keep the sample as the data folder of the present schema, for every later version to open.
    SchemaFixture,

    /// Write docs/openapi.json from the server's code.
    Openapi {
        /// Change nothing; fail when what is checked in is not what would be written.
        #[arg(long)]
        check: bool,
    },

    /// Drive tablets and server through random faults and check that nothing is lost.
    Simulate {
        /// How many seeds to run.
        #[arg(long, value_name = "N", default_value_t = 100)]
        seeds: u64,
        /// The first seed; a failure prints the one to repeat.
        #[arg(long, value_name = "S", default_value_t = 0)]
        from: u64,
        /// Give every tablet a PIN: they send now open and now locked.
        #[arg(long)]
        locks: bool,
    },

    /// Play attacker over what is published and what is stored; fails when anything is exposed or a broken rule is missed.
    Audit {
        /// How many districts are drawn.
        #[arg(long, value_name = "N", default_value_t = 1_600)]
        districts: u64,
        /// How many servers are walked through and read.
        #[arg(long, value_name = "N", default_value_t = 20)]
        servers: u64,
        /// Decides what is drawn.
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
        /// Only print how often intervals hold the truth, and what trends do.
        #[arg(long)]
        figures: bool,
    },

    /// Print measured figures beside their budgets.
    Bench {
        /// Only the bench of this name.
        name: Option<String>,
        /// Fewer samples: for a first look.
        #[arg(long)]
        quick: bool,
    },

    /// Kill browsers while somebody taps, start them again, and print what was lost, what doubled, and the time to return.
    Kill {
        /// Only this engine: chromium, firefox or webkit.
        #[arg(long)]
        engine: Option<String>,
        /// How many kills of each engine.
        #[arg(long, value_name = "N", default_value_t = 100)]
        kills: u32,
        /// Decides the moments and the taps.
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
        /// Chromium's disk loses its power too: stored as the app does it, then as browsers do where nobody asks for more.
        #[arg(long)]
        power_cuts: bool,
        /// The disk becomes full instead and is freed again: so many disks, six kills each.
        #[arg(long, conflicts_with = "power_cuts")]
        full_disk: bool,
    },

    /// Tap ten times a second in Chromium; print what was saved and what the page needs.
    Soak {
        /// How long.
        #[arg(long, default_value_t = 10)]
        minutes: u32,
    },

    /// Run the long simulation, kills, the soak and every bench at length, and write the dated figures to docs/figures.md.
    ///
    /// Goes on when one of them breaks off or finds something, says so on the page, and then fails. On two quiet cores
    /// most of the time goes into the simulation; give it fewer seeds for a first look.
    Prove {
        /// How many seeds the simulation runs.
        #[arg(long, value_name = "N", default_value_t = 2_000)]
        seeds: u64,
        /// How often browsers are killed, over the three engines.
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        kills: u32,
        /// Only the proof of this title on the page, whose other sections stay as they are; may be given several times.
        #[arg(long, value_name = "TITLE")]
        only: Vec<String>,
    },
}

impl Command {
    /// Does what was asked.
    pub fn run(self) -> Outcome {
        match self {
            Command::Build => web::build(),
            Command::Serve { port, data, empty } => {
                serve::serve(port, &data, if empty { serve::Start::Empty } else { serve::Start::Sample })
            }
            Command::Test => test::test(),
            Command::Size { parts } => {
                web::build()?;
                if parts {
                    size::taken_apart()?;
                }
                size::check()
            }
            Command::Package => package::package(),
            Command::SchemaFixture => schema::keep(),
            Command::Library(library) => Ok(library.run(&project::root())?),
            Command::Openapi { check: true } => openapi::build_server().and_then(|()| openapi::check()),
            Command::Openapi { check: false } => openapi::write(),
            Command::Simulate { seeds, from, locks } => measure::simulate(seeds, from, locks),
            Command::Audit { figures: true, .. } => project::run(&mut measure::figures()),
            Command::Audit { districts, servers, seed, figures: false } => {
                project::run(&mut measure::audit(districts, servers, seed))
            }
            Command::Bench { name, quick } => measure::bench(name.as_deref(), quick.then_some("--quick")),
            Command::Kill { engine, kills, seed, power_cuts, full_disk } => {
                let blow = match (power_cuts, full_disk) {
                    (true, _) => measure::Blow::PowerCut,
                    (false, true) => measure::Blow::FullDisk,
                    (false, false) => measure::Blow::Kill,
                };
                measure::kill(engine.as_deref(), kills, seed, blow)
            }
            Command::Soak { minutes } => measure::soak(minutes),
            Command::Prove { seeds, kills, only } => prove::prove(seeds, kills, &only),
        }
    }
}
