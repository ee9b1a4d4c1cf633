//! What CI runs, in the order that fails soonest.

use std::fs;

use crate::failure::{Failure, Outcome};
use crate::step::step;
use crate::{library, npm, openapi, project, size, tools, web};

/// Everything but the app, which is compiled for a browser alone.
const ON_THIS_MACHINE: [&str; 3] = ["--workspace", "--exclude", "noticeboard-app"];

/// Puts the built app into the server.
const EMBED: &str = "noticeboard-server/embed";

/// Something to be done, and its name.
type Work = (&'static str, fn() -> Outcome);

/// Runs every check; stops where one fails, and names it.
pub fn test() -> Outcome {
    tools::c_compiler()?;
    tools::wasm_target()?;
    step("format", || cargo(&["fmt", "--all", "--check"], &[]))?;
    step("look-for library", || Ok(library::check_library(&project::root())?))?;
    // What is installed leaves a core to the others where it fetches, and the app where it is linked as a whole.
    let compiled: [Work; 3] =
        [("what the tests need", tools::for_tests), ("web app", web::build), ("compile the tests", compile_tests)];
    at_once(&compiled)?;
    // The lints see the server with the app inside, so that they come after it.
    step("lints", lints)?;
    step("size of the first screen", size::check)?;
    // Of the server that came with the tests: built by itself it would be compiled with other features, and all below it.
    step("OpenAPI document", openapi::check)?;
    let passed = step("tests", tests)?;
    println!("test result: ok. {passed} passed in all");
    Ok(())
}

fn compile_tests() -> Outcome {
    project::run(project::cargo(&["test", "--no-run"]).args(ON_THIS_MACHINE))
}

fn lints() -> Outcome {
    cargo(&["clippy", "--all-targets", "--features", EMBED], &ON_THIS_MACHINE)?;
    cargo(&["clippy", "--target", tools::WASM], &["-p", "noticeboard-app", "-p", "noticeboard-device"])
}

/// Does all of it at the same time, to the end; fails as the first of them that failed.
fn at_once(works: &[Work]) -> Outcome {
    std::thread::scope(|scope| {
        let works: Vec<_> = works.iter().map(|(name, work)| scope.spawn(move || step(name, *work))).collect();
        let ends: Vec<Outcome> = works.into_iter().map(|work| work.join().expect("a step does not panic")).collect();
        ends.into_iter().collect()
    })
}

/// Runs the tests; answers how many passed.
fn tests() -> Outcome<u64> {
    let postgresql = tools::postgresql().ok_or_else(|| Failure::Missing {
        what: "PostgreSQL (`initdb`)".to_owned(),
        mend: "install your system's PostgreSQL server".to_owned(),
    })?;
    let skipped = project::target().join("skipped.txt");
    if skipped.exists() {
        fs::remove_file(&skipped).map_err(Failure::file(&skipped))?;
    }
    let mut command = project::cargo(&["test"]);
    command
        .args(ON_THIS_MACHINE)
        // One red suite hides no other.
        .arg("--no-fail-fast")
        .env("PATH", tools::path())
        .env("NOTICEBOARD_WEB", project::site())
        .env("NOTICEBOARD_SERVER", openapi::server_program())
        .env("NOTICEBOARD_POSTGRESQL", postgresql)
        .env("NOTICEBOARD_AXE", npm::axe()?)
        .env("NOTICEBOARD_SKIPPED", &skipped)
        // Browsers wait for their disks and for one another: one more than there are cores keeps the cores busy.
        .env("RUST_TEST_THREADS", (std::thread::available_parallelism().map_or(1, usize::from) + 1).to_string());
    let (text, ended) = project::told(&mut command)?;
    // A test that says that it cannot run here passes, and nobody sees what it says.
    if skipped.exists() {
        print!("{}", fs::read_to_string(&skipped).map_err(Failure::file(&skipped))?);
    }
    ended.map(|()| passed(&text))
}

/// The sum over what every suite said of itself: `test result: ok. 13 passed; 0 failed; …`.
fn passed(text: &str) -> u64 {
    let results = text.lines().filter_map(|line| line.strip_prefix("test result: ok. "));
    results.filter_map(|line| line.split_once(" passed")?.0.parse::<u64>().ok()).sum()
}

/// A cargo command over some packages; of clippy, a warning is an error.
fn cargo(arguments: &[&str], packages: &[&str]) -> Outcome {
    let mut command = project::cargo(arguments);
    command.args(packages);
    if arguments.contains(&EMBED) {
        command.env("NOTICEBOARD_WEB", project::site());
    }
    if arguments.first() == Some(&"clippy") {
        command.args(["--", "-D", "warnings"]);
    }
    project::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn what_passed_is_summed_over_the_suites() {
        let text = "running 2 tests\ntest result: ok. 2 passed; 0 failed\n\ntest result: ok. 13 passed; 0 failed\n";
        assert_eq!(passed(text), 15);
    }
}
