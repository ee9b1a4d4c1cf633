//! Long tasks say what they are doing and how long each step took.

use std::io::IsTerminal;
use std::time::Instant;

use crate::failure::{Failure, Outcome};

/// Prints `name`, does the work, prints the seconds it took; a failure carries the step's name.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let (bold, plain) = if std::io::stderr().is_terminal() { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    eprintln!("{bold}==> {name}{plain}");
    let start = Instant::now();
    let outcome = work();
    let seconds = start.elapsed().as_secs_f64();
    match outcome {
        Ok(value) => {
            eprintln!("    {name}: done in {seconds:.1} s");
            Ok(value)
        }
        Err(cause) => {
            eprintln!("    {name}: failed after {seconds:.1} s");
            Err(Failure::Step { step: name.to_owned(), cause: Box::new(cause) })
        }
    }
}
