//! Ten taps a second in one visit, for a long time: every one is saved, and the page's memory stays as it is.

use std::fmt;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::tablet::{Planning, Tablet};
use crate::world::World;

const QUESTIONS: &str = "Questions that invite reasoning";
const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};
/// Taps in each second.
const RATE: u32 = 10;
/// How long the last taps may take to be saved.
const LAST_TAPS: Duration = Duration::from_secs(30);

/// What a page needs at one moment, after its garbage was collected.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    /// Seconds since the first tap.
    pub seconds: u64,
    /// Taps so far.
    pub taps: u64,
    /// Bytes of JavaScript's heap in use.
    pub heap: u64,
    /// Bytes of the app's own memory, which never shrinks.
    pub app: u64,
    /// Elements and texts of the page.
    pub nodes: u64,
}

/// What came of it.
#[derive(Debug)]
pub struct Soak {
    /// How often the button was pressed.
    pub taps: u64,
    /// What the screen said was counted and saved, at the end and once more after the page was loaded anew.
    pub acknowledged: (u64, u64),
    /// The longest from a tap until everything was called saved, in milliseconds.
    pub longest: f64,
    /// One for each tenth of the time.
    pub memory: Vec<Memory>,
}

/// Taps for so long in Chromium; `progress` hears of each measured moment.
///
/// # Panics
/// When the last taps are not saved within half a minute.
pub fn soak(length: Duration, mut progress: impl FnMut(&Memory)) -> Soak {
    let world = World::new();
    world.puts_before_the_app(include_str!("soak_memory.js"));
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 1);
    lead.run(include_str!("soak.js"), vec![json!(1000 / RATE)]);
    let began = Instant::now();
    let mut memory = Vec::new();
    for tenth in 1..=10 {
        thread::sleep((length * tenth / 10).saturating_sub(began.elapsed()));
        let measured = measured(&lead, began.elapsed().as_secs());
        progress(&measured);
        memory.push(measured);
    }
    lead.run("clearInterval(window.soak.timer)", vec![]);
    let said = |name: &str| lead.run("return window.soak[arguments[0]]", vec![json!(name)]);
    // One was tapped before.
    let taps = number(&said("taps")) + 1;
    let deadline = Instant::now() + LAST_TAPS;
    while !(u64::from(visit.count(QUESTIONS)) == taps && lead.words_of(".state.saved").is_some()) {
        assert!(Instant::now() < deadline, "of {taps} taps the screen shows {} as saved", visit.count(QUESTIONS));
        thread::sleep(Duration::from_millis(50));
    }
    let longest = said("longest").as_f64().unwrap_or(f64::NAN);
    let before = u64::from(visit.count(QUESTIONS));
    lead.reloads();
    let after = u64::from(lead.goes_on_in("Room 3").count(QUESTIONS));
    Soak { taps, acknowledged: (before, after), longest, memory }
}

fn measured(lead: &Tablet, seconds: u64) -> Memory {
    lead.commands("HeapProfiler.collectGarbage", &json!({}));
    let heap = number(&lead.commands("Runtime.getHeapUsage", &json!({}))["usedSize"]);
    let nodes = number(&lead.commands("Memory.getDOMCounters", &json!({}))["nodes"]);
    let app = number(&lead.run("return window.appMemory?.buffer.byteLength ?? 0", vec![]));
    let taps = number(&lead.run("return window.soak.taps", vec![]));
    Memory { seconds, taps, heap, app, nodes }
}

fn number(value: &Value) -> u64 {
    value.as_f64().unwrap_or_default() as u64
}

impl Soak {
    /// Whether every tap was saved and is still there.
    pub fn is_whole(&self) -> bool {
        self.acknowledged == (self.taps, self.taps)
    }

    /// Bytes by which heap and app grew from the second measured moment to the last, for each tap in between.
    pub fn growth(&self) -> f64 {
        let Some((first, last)) = self.memory.get(1).zip(self.memory.last()) else { return f64::NAN };
        let bytes = |memory: &Memory| (memory.heap + memory.app) as f64;
        (bytes(last) - bytes(first)) / (last.taps - first.taps).max(1) as f64
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        let Memory { seconds, taps, nodes, .. } = self;
        let (heap, app) = (megabytes(self.heap), megabytes(self.app));
        write!(
            out,
            "{seconds:>5} s {taps:>6} taps: {heap:>6.2} MB JavaScript, {app:>6.2} MB the app's own, {nodes} nodes"
        )
    }
}

impl fmt::Display for Soak {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Soak { taps, acknowledged: (before, after), longest, memory } = self;
        for memory in memory {
            writeln!(out, "{memory}")?;
        }
        writeln!(out, "{taps} taps, {before} acknowledged, {after} there after the page was loaded anew")?;
        writeln!(out, "the longest until everything was called saved: {longest:.0} ms")?;
        write!(out, "memory grew by {:.0} bytes a tap from the second to the last line", self.growth())
    }
}
