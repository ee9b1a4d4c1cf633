//! Ten taps a second in one visit, for a long time: every one is saved, and the page's memory stays as it is.

use std::fmt;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::engine::Engine;
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
/// Bytes of the app's memory that a mark may take: of runs of ten minutes the most was 271, and a tenth is to spare. How
/// much a run measures depends on when the memory last grew.
const MOST_A_MARK: u64 = 300;
/// Bytes by which the app's memory may be larger for no mark: it grows by pages of 64 KiB, and by several at once.
const PAGES: u64 = 4 * 65_536;
/// Bytes by which two collections of JavaScript's garbage differ, however long the time between them.
const NOISE: u64 = 400_000;
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

/// By how much a page grew.
struct Growth {
    taps: u64,
    heap: u64,
    app: u64,
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
    let lead = world.tablet_in(Engine::Chromium, "lead");
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

    /// Whether the app grew by no more than its marks, and JavaScript's heap not at all, from the second measured moment to
    /// the last: whatever else is kept with each tap shows sooner or later.
    pub fn is_flat(&self) -> bool {
        let Growth { taps, heap, app } = self.growth();
        heap <= NOISE && app <= MOST_A_MARK * taps + PAGES
    }

    fn growth(&self) -> Growth {
        let [_, first, .., last] = self.memory.as_slice() else {
            return Growth { taps: 0, heap: u64::MAX, app: u64::MAX };
        };
        Growth {
            taps: last.taps - first.taps,
            heap: last.heap.saturating_sub(first.heap),
            app: last.app.saturating_sub(first.app),
        }
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
        let Growth { taps, heap, app } = self.growth();
        let a_tap = |bytes: u64| bytes as f64 / taps.max(1) as f64;
        write!(
            out,
            "from the second to the last line JavaScript grew by {heap} bytes (at most {NOISE}) and the app by {:.0} a tap (at \
             most {:.0})",
            a_tap(app),
            a_tap(MOST_A_MARK * taps + PAGES)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten minutes in which each tap leaves so many bytes in the heap and in the app.
    fn soaked(heap: u64, app: u64) -> Soak {
        let moment = |tenth: u64| {
            let taps = 600 * tenth;
            Memory { seconds: 60 * tenth, taps, heap: 2_000_000 + heap * taps, app: 4_000_000 + app * taps, nodes: 300 }
        };
        Soak { taps: 6_000, acknowledged: (6_000, 6_000), longest: 9.0, memory: (1..=10).map(moment).collect() }
    }

    #[test]
    fn what_a_mark_takes_is_flat_and_anything_more_with_each_tap_is_not() {
        assert!(soaked(0, 271).is_flat(), "{}", soaked(0, 271));
        for (heap, app) in [(100, 271), (0, 371)] {
            assert!(!soaked(heap, app).is_flat(), "{}", soaked(heap, app));
        }
        assert!(!Soak { memory: Vec::new(), ..soaked(0, 0) }.is_flat());
    }
}
