//! Programs that end, with all their children, when a test does: however the test ends.

use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Waits until its input closes, which the system sees to whatever becomes of the test, then kills its process group.
const LEASH: &str = "\"$@\" </dev/null >/dev/null 2>&1 & cat >/dev/null; kill -9 -$$";

/// How long the system may take to end killed processes.
const LAST_BREATH: Duration = Duration::from_secs(10);

/// A running program in a process group of its own. Dropping it kills the whole group (SIGKILL).
pub struct Leash {
    holder: Child,
}

impl Leash {
    /// Starts a program of the path with these arguments; its output is thrown away.
    pub fn start(program: &str, arguments: &[String], folder: &Path) -> io::Result<Leash> {
        let mut command = Command::new("sh");
        command.args(["-c", LEASH, "leash", program]).args(arguments);
        let holder =
            command.current_dir(folder).stdin(Stdio::piped()).stderr(Stdio::null()).process_group(0).spawn()?;
        Ok(Leash { holder })
    }
}

impl Leash {
    /// Waits until the program has ended by itself, with all its children.
    pub fn wait_for_the_end(&self) {
        let deadline = Instant::now() + LAST_BREATH;
        while !self.has_ended() {
            assert!(Instant::now() < deadline, "the program does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the program has ended by itself, with all its children.
    pub fn has_ended(&self) -> bool {
        running_in(self.holder.id()).iter().all(|name| ["sh", "cat"].contains(&name.as_str()))
    }

    /// Kills the whole group (SIGKILL) and waits until none of it is left.
    ///
    /// # Panics
    /// When some of it still runs after ten seconds: what is started next would meet it.
    pub fn kill(self) {
        let group = self.holder.id();
        drop(self);
        let left = running_in(group);
        assert!(left.is_empty(), "the system does not end {left:?}");
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        drop(self.holder.stdin.take());
        self.holder.wait().ok();
        let deadline = Instant::now() + LAST_BREATH;
        while !running_in(self.holder.id()).is_empty() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// The names of the processes of a group that still run; those that only wait to be counted do not.
fn running_in(group: u32) -> Vec<String> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let lives = processes.filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok());
    lives.filter_map(|stat| name_if_in(group, &stat)).collect()
}

/// Reads `pid (name) state parent group …`, where a name may hold anything.
fn name_if_in(group: u32, stat: &str) -> Option<String> {
    let (before, after) = stat.rsplit_once(") ")?;
    let mut facts = after.split(' ');
    let (state, _parent, its) = (facts.next()?, facts.next()?, facts.next()?.parse::<u32>().ok()?);
    let runs = !matches!(state, "Z" | "X");
    (its == group && runs).then(|| before.split_once('(').map(|(_, name)| name.to_owned()))?
}
