//! Runs the long proofs one after the other and writes what they found to `docs/figures.md`.

use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::measure::{benches, kills_of_each, simulation, soaking};
use crate::step::step;
use crate::{project, size, tools, web};

/// Makes the bench of pictures go on to ten times as many visits.
const AT_LENGTH: &str = "NOTICEBOARD_AT_LENGTH";

/// Chromium, Firefox and WebKitGTK are killed equally often.
const ENGINES: u32 = 3;
/// The same moments each time, as far as a machine repeats them.
const KILL_SEED: u64 = 4;
/// Of Chromium, strict and then relaxed.
const POWER_CUTS: u32 = 20;
const SOAK_MINUTES: u32 = 10;

/// What is said before the figures.
const OPENING: &str = "# Figures\n\n\
    Written by `cargo xtask prove`; do not edit.\n\
    Each figure stands beside its budget, and below each one that misses it stands what would mend it.\n\
    A budget that is missed fails nothing: how busy a machine is moves every figure.\n";

/// One proof: its headline, and what it printed.
struct Proof {
    title: &'static str,
    command: String,
    minutes: f64,
    printed: String,
    ended: Outcome,
}

/// Runs all of it at length and writes the page, whatever was found; fails if something broke off or was violated.
pub fn prove(seeds: u64, kills: u32) -> Outcome {
    let began = Instant::now();
    step("what the tests need", tools::for_tests)?;
    step("web app", web::build)?;
    let of_each = kills.div_ceil(ENGINES);
    let proofs = [
        proof("First screen", "cargo xtask size".to_owned(), size::weighed)?,
        proof("What the programs are made of", "cargo xtask size --parts".to_owned(), || {
            Ok((size::taken_apart()?, Ok(())))
        })?,
        proof("Simulation", format!("cargo xtask simulate --seeds {seeds}"), || {
            project::told(&mut simulation(seeds, 0))
        })?,
        proof("Kills", format!("cargo xtask kill --kills {of_each} --seed {KILL_SEED}"), || {
            project::told(&mut kills_of_each(of_each, KILL_SEED))
        })?,
        proof("Power cuts", format!("cargo xtask kill --power-cuts --kills {POWER_CUTS} --seed {KILL_SEED}"), || {
            project::told(kills_of_each(POWER_CUTS, KILL_SEED).arg("--power-cuts"))
        })?,
        proof("Soak", format!("cargo xtask soak --minutes {SOAK_MINUTES}"), || {
            project::told(&mut soaking(SOAK_MINUTES))
        })?,
        proof("Budgets", format!("{AT_LENGTH}=1 cargo xtask bench"), || project::told(benches()?.env(AT_LENGTH, "1")))?,
    ];
    let file = project::root().join("docs/figures.md");
    fs::write(&file, page(&proofs, began)?).map_err(Failure::file(&file))?;
    println!("wrote {}", file.display());
    proofs.into_iter().try_for_each(|proof| proof.ended)
}

fn proof(title: &'static str, command: String, run: impl FnOnce() -> Outcome<(String, Outcome)>) -> Outcome<Proof> {
    let began = Instant::now();
    let (printed, ended) = step(title, run)?;
    Ok(Proof { title, command, minutes: began.elapsed().as_secs_f64() / 60.0, printed, ended })
}

fn page(proofs: &[Proof], began: Instant) -> Outcome<String> {
    let day = project::output(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    let compiler = project::output(Command::new("rustc").arg("--version"))?;
    let minutes = began.elapsed().as_secs_f64() / 60.0;
    let mut page = OPENING.to_owned();
    let written = (|| {
        write!(page, "\nMeasured on {}, {}, with {}; ", day.trim(), machine(), compiler.trim())?;
        writeln!(page, "the whole took {minutes:.0} minutes.")?;
        for Proof { title, command, minutes, printed, ended } in proofs {
            writeln!(page, "\n## {title}\n\n`{command}`, {minutes:.1} minutes:\n")?;
            writeln!(page, "```text\n{}\n```", printed.trim_end())?;
            if let Err(cause) = ended {
                writeln!(page, "\n**It did not end well:** {cause}.")?;
            }
        }
        std::fmt::Result::Ok(())
    })();
    written.expect("memory can be written");
    Ok(page)
}

/// What the figures were measured on, without a name.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").ok().and_then(|text| gigabytes(&text));
    let memory = memory.map_or_else(String::new, |memory| format!(" and {memory:.0} GB of memory"));
    format!("{} on {} with {cores} cores{memory}", std::env::consts::OS, std::env::consts::ARCH)
}

/// All the memory that Linux knows of, in gigabytes: `MemTotal:  16318480 kB`.
fn gigabytes(text: &str) -> Option<f64> {
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0 / 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_each_proof_printed_and_which_did_not_end_well() {
        let proof = |title, ended| Proof {
            title,
            command: "cargo xtask bench".to_owned(),
            minutes: 2.04,
            printed: "3 ms\n".to_owned(),
            ended,
        };
        let failed = Err(Failure::Found("a seed found something".to_owned()));
        let page = page(&[proof("Budgets", Ok(())), proof("Simulation", failed)], Instant::now()).unwrap();
        let told = "`cargo xtask bench`, 2.0 minutes:\n\n```text\n3 ms\n```\n";
        assert!(page.contains(&format!("## Budgets\n\n{told}\n## Simulation\n\n{told}")), "{page}");
        assert!(page.ends_with("**It did not end well:** a seed found something.\n"), "{page}");
    }

    #[test]
    fn memory_is_read_as_linux_writes_it() {
        let found = gigabytes("MemTotal:       15625000 kB\nMemFree:         1 kB\n");
        assert_eq!(found, Some(16.0));
        assert_eq!(gigabytes("nothing"), None);
    }
}
