//! Runs the long proofs one after the other and writes what each found to its section of `docs/figures.md`.

mod page;
mod surroundings;

use std::fs;
use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::measure::{audit, benches, kills_of_each, simulation, soaking};
use crate::step::step;
use crate::{project, size, tools, web};

use page::Section;
use surroundings::surroundings;

/// Makes the bench of pictures go on to ten times as many visits.
const AT_LENGTH: &str = "NOTICEBOARD_AT_LENGTH";

/// Chromium, Firefox and WebKitGTK are killed equally often.
const ENGINES: u32 = 3;
/// The same moments each time, as far as a machine repeats them.
const KILL_SEED: u64 = 4;
/// Of Chromium, strict and then relaxed.
const POWER_CUTS: u32 = 20;
const SOAK_MINUTES: u32 = 10;

/// What a proof printed, and how it ended.
type Found = Outcome<(String, Outcome)>;

/// Something the page has a section of.
struct Proof {
    title: &'static str,
    /// As a person would type it.
    command: String,
    run: Box<dyn FnOnce() -> Found>,
}

/// Runs the proofs that are titled so, or all where `only` names none, at length. Each is written to the page when it is
/// done, whatever it found, and nothing else on the page changes; fails if something broke off or was violated.
pub fn prove(seeds: u64, kills: u32, only: &[String]) -> Outcome {
    let proofs = proofs(seeds, kills);
    let titles: Vec<_> = proofs.iter().map(|proof| proof.title).collect();
    let chosen = chosen(&titles, only)?;
    step("what the tests need", tools::for_tests)?;
    step("web app", web::build)?;
    let file = project::root().join("docs/figures.md");
    let mut ends = Vec::new();
    for Proof { title, command, run } in proofs.into_iter().filter(|proof| chosen.contains(&proof.title)) {
        let began = Instant::now();
        let (printed, ended) = step(title, run)?;
        let minutes = began.elapsed().as_secs_f64() / 60.0;
        let section = Section { title, command, minutes, surroundings: surroundings()?, printed, ended: &ended };
        let page = fs::read_to_string(&file).map_err(Failure::file(&file))?;
        fs::write(&file, page::with(&page, &titles, &section)).map_err(Failure::file(&file))?;
        println!("wrote {title} to {}", file.display());
        ends.push(ended);
    }
    ends.into_iter().collect()
}

/// All there are, in the order of the page.
fn proofs(seeds: u64, kills: u32) -> Vec<Proof> {
    let of_each = kills.div_ceil(ENGINES);
    vec![
        proof("First screen", "cargo xtask size".to_owned(), size::weighed),
        proof("What the programs are made of", "cargo xtask size --parts".to_owned(), || {
            Ok((size::taken_apart()?, Ok(())))
        }),
        proof("Simulation", format!("cargo xtask simulate --seeds {seeds}"), move || {
            project::told(&mut simulation(seeds, 0))
        }),
        proof("Audit", "cargo xtask audit".to_owned(), || project::told(&mut audit(1_600, 20, 1))),
        proof("Kills", format!("cargo xtask kill --kills {of_each} --seed {KILL_SEED}"), move || {
            project::told(&mut kills_of_each(of_each, KILL_SEED))
        }),
        proof("Power cuts", format!("cargo xtask kill --power-cuts --kills {POWER_CUTS} --seed {KILL_SEED}"), || {
            project::told(kills_of_each(POWER_CUTS, KILL_SEED).arg("--power-cuts"))
        }),
        proof("Soak", format!("cargo xtask soak --minutes {SOAK_MINUTES}"), || {
            project::told(&mut soaking(SOAK_MINUTES))
        }),
        proof("Budgets", format!("{AT_LENGTH}=1 cargo xtask bench"), || project::told(benches()?.env(AT_LENGTH, "1"))),
    ]
}

fn proof(title: &'static str, command: String, run: impl FnOnce() -> Found + 'static) -> Proof {
    Proof { title, command, run: Box::new(run) }
}

/// Those of `titles` that `only` names in small letters or large, or all where it names none.
fn chosen<'a>(titles: &[&'a str], only: &[String]) -> Outcome<Vec<&'a str>> {
    if only.is_empty() {
        return Ok(titles.to_vec());
    }
    let found = |name: &String| titles.iter().copied().find(|title| title.eq_ignore_ascii_case(name));
    let unknown =
        |name: &String| Failure::Found(format!("no proof is titled \"{name}\"; there are: {}", titles.join(", ")));
    only.iter().map(|name| found(name).ok_or_else(|| unknown(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proofs_are_chosen_by_their_titles_and_an_unknown_one_is_told_which_there_are() {
        let titles = ["First screen", "Kills"];
        assert_eq!(chosen(&titles, &[]).unwrap(), titles);
        assert_eq!(chosen(&titles, &["kILLS".to_owned()]).unwrap(), ["Kills"]);
        assert_eq!(chosen(&titles, &["kills".to_owned(), "first screen".to_owned()]).unwrap().len(), 2);
        let unknown = chosen(&titles, &["kills".to_owned(), "kill".to_owned()]).unwrap_err();
        assert_eq!(unknown.to_string(), "no proof is titled \"kill\"; there are: First screen, Kills");
    }
}
