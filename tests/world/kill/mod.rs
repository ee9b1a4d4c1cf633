//! A browser that is killed again and again (SIGKILL, with all its processes) while somebody taps, and what is there when
//! it was started again.
//!
//! A killed process loses nothing that it has handed to the operating system: [`Blow::Kill`] tests the order of storing
//! and saying so, the way back, and that nothing comes twice. It does not test that `strict` reaches the disk, which only
//! a machine that loses its power does: that is [`Blow::PowerCut`], over a [`Disk`] that forgets.

mod acts;
mod full;
mod told;

use std::fmt;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use self::acts::Harm;
pub use self::full::fill_up;
use self::told::Told;
use crate::browser::{TABLET, page_time};
use crate::disk::{Disk, SmallDisk};
use crate::district::Dice;
use crate::engine::Engine;
use crate::leash::Leash;
use crate::tablet::{Planning, look_for};
use crate::world::World;

/// Four that are counted.
const PLANNING: Planning<'static> = Planning {
    purpose: "Who asks, and who answers?",
    look_fors: &["INQ-01", "INQ-04", "DIS-02", "DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};
/// Kills of one tablet in one visit, before another tablet begins another visit.
const KILLS_OF_A_TABLET: u32 = 50;
/// How long a browser may take to show the visit again on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// The longest that a thumb goes on after that before its browser is killed, in milliseconds.
const LONGEST: usize = 900;
/// How long a page may take to run its first script, how often in a row it may fail to, and how often that is looked at.
const BLANK: Duration = Duration::from_secs(45);
const MOST_BLANKS: u32 = 3;
const LOOK: Duration = Duration::from_millis(500);
/// Room on a disk that becomes full: a browser's profile and some more.
const MEGABYTES: u32 = 400;
/// In so many of 100 cases nothing needs to be saved before the kill.
const AT_ONCE: usize = 20;
/// In so many of 100 cases the browser is killed on its way back into the visit.
const ON_THE_WAY: usize = 10;

/// What happens to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blow {
    /// All its processes end at once.
    Kill,
    /// And the disk below its databases forgets what nobody had asked it to keep.
    PowerCut(Durability),
    /// And the disk below all its files is full for a while.
    FullDisk,
}

/// How the app's transactions are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// As the app asks for it.
    Strict,
    /// As browsers do it where nobody asks: a script before the app takes its wish away.
    Relaxed,
}

/// What came of killing a browser so often.
#[derive(Debug)]
pub struct Toll {
    engine: Engine,
    blow: Blow,
    seed: u64,
    /// How often it was killed.
    pub kills: u32,
    /// Taps that the screen had called saved.
    pub acknowledged: usize,
    /// Those of them that were not there afterwards.
    pub lost: usize,
    /// Marks that were there and that nobody had tapped, or tapped once.
    pub doubled: usize,
    /// Starts at which the page ran no script, so that the browser was killed and started once more.
    pub blanks: u32,
    /// Starts at which the browser ended by itself before its page ran one, and was started once more.
    pub ended: u32,
    /// From the first start of the browser after a kill to the visit on its screen, starts that showed nothing included.
    returns: Vec<Duration>,
    took: Duration,
}

/// Kills a browser of this engine so many times, at moments that the seed decides; `progress` hears of each.
///
/// # Panics
/// When a browser does not show the visit again within two minutes.
pub fn kill(engine: Engine, blow: Blow, kills: u32, seed: u64, mut progress: impl FnMut(&Toll)) -> Toll {
    let began = Instant::now();
    let dice = Dice::of(seed);
    let mut toll = Toll::none(engine, blow, seed);
    while toll.kills < kills {
        let until = kills.min(toll.kills + KILLS_OF_A_TABLET);
        let visiting = Visiting::begin(engine, blow, dice.next());
        let before = toll.acknowledged;
        let mut browser = visiting.starts("/");
        visiting.is_in_the_visit();
        while toll.kills < until {
            visiting.taps(&dice);
            std::thread::sleep(Duration::from_millis(dice.below(LONGEST) as u64));
            visiting.strikes(browser);
            toll.kills += 1;
            if dice.percent(ON_THE_WAY) && toll.kills < until {
                let on_its_way = visiting.starts("/lead");
                std::thread::sleep(Duration::from_millis(dice.below(2 * LONGEST) as u64));
                visiting.strikes(on_its_way);
                toll.kills += 1;
            }
            let harm;
            (browser, harm) = visiting.comes_back(&mut toll);
            toll.add(harm);
            toll.acknowledged = before + visiting.told.acknowledged();
            progress(&toll);
        }
    }
    toll.took = began.elapsed();
    toll
}

/// One tablet in one visit, with a profile that outlives its browsers.
struct Visiting {
    engine: Engine,
    told: Told,
    origin: String,
    disk: Option<Disk>,
    small: Option<SmallDisk>,
    profile: TempDir,
    _world: World,
}

impl Visiting {
    fn begin(engine: Engine, blow: Blow, chance: u64) -> Visiting {
        let world = World::new();
        let code = {
            let planner = world.tablet("planner");
            planner.opens_the_lead_door();
            planner.plans_a_round(&PLANNING);
            let code = planner.round_code();
            planner.syncs();
            code
        };
        let looks: Vec<&str> = PLANNING.look_fors.iter().map(|id| look_for(id).label.en.as_str()).collect();
        let task = json!({ "code": code, "purpose": PLANNING.purpose, "room": "Room 3", "looks": looks });
        let thumb = include_str!("thumb.js").replace("FIND", include_str!("../find.js"));
        world.puts_before_the_app(&thumb.replace("TASK", &task.to_string()));
        if blow == Blow::PowerCut(Durability::Relaxed) {
            world.puts_before_the_app(include_str!("relaxed.js"));
        }
        world.puts_before_the_app(&page_time(&world.clock().ahead().to_string()));
        let told = Told::new(chance);
        let origin = world.answers_also(told.routes());
        let profile = TempDir::with_prefix("noticeboard-killed-").expect("a folder for temporary files");
        let disk = matches!(blow, Blow::PowerCut(_)).then(|| {
            let mounted = Disk::mount(&engine.databases(profile.path()));
            mounted.expect("there is FUSE, as `Disk::cannot_be_had` says")
        });
        let small = (blow == Blow::FullDisk).then(|| {
            let mounted = SmallDisk::mount(profile.path(), MEGABYTES);
            mounted.expect("disks can be mounted, as `SmallDisk::cannot_be_had` says")
        });
        Visiting { engine, told, origin, disk, small, profile, _world: world }
    }

    /// Mostly waits for the first tap that is called saved, however slow the machine is; at times for none.
    fn taps(&self, dice: &Dice) {
        if !dice.percent(AT_ONCE) {
            let saved = self.told.acknowledges_one_within(PATIENCE);
            assert!(saved, "{} saves no tap; last seen: {}", self.engine, self.told.stuck());
        }
    }

    fn strikes(&self, browser: Leash) {
        browser.kill();
        if let Some(disk) = &self.disk {
            disk.cut_power();
        }
    }

    fn starts(&self, path: &str) -> Leash {
        self.told.begins_again();
        self.engine.start(self.profile.path(), TABLET, &format!("{}{path}", self.origin))
    }

    /// Starts the browser until it shows the visit: a person whose browser shows nothing would close it and open it again.
    /// What is there is compared with what was tapped at the start that shows the visit, so that no loss hides in one
    /// that does not; the time to return goes on.
    fn comes_back(&self, toll: &mut Toll) -> (Leash, Harm) {
        let kill = Instant::now();
        for _ in 0..MOST_BLANKS {
            let (browser, starts) = (self.starts("/lead"), Instant::now());
            while !self.told.begins_within(LOOK) && !browser.has_ended() && starts.elapsed() < BLANK {}
            if self.told.begins_within(Duration::ZERO) {
                let harm = self.is_in_the_visit();
                toll.returns.push(kill.elapsed());
                return (browser, harm);
            }
            *(if browser.has_ended() { &mut toll.ended } else { &mut toll.blanks }) += 1;
            self.strikes(browser);
        }
        panic!("{} shows no page {MOST_BLANKS} times in a row", self.engine);
    }

    fn is_in_the_visit(&self) -> Harm {
        let harm = self.told.returned_within(PATIENCE);
        harm.unwrap_or_else(|| {
            panic!("{} does not come back into the visit; last seen: {}", self.engine, self.told.stuck())
        })
    }
}

impl Toll {
    fn none(engine: Engine, blow: Blow, seed: u64) -> Toll {
        let (returns, took) = (Vec::new(), Duration::ZERO);
        Toll { engine, blow, seed, kills: 0, acknowledged: 0, lost: 0, doubled: 0, blanks: 0, ended: 0, returns, took }
    }

    fn add(&mut self, harm: Harm) {
        self.lost += harm.lost;
        self.doubled += harm.doubled;
    }

    /// Whether nothing was lost and nothing came twice.
    pub fn is_clean(&self) -> bool {
        self.lost == 0 && self.doubled == 0
    }
}

impl fmt::Display for Blow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Blow::Kill => "kills",
            Blow::PowerCut(Durability::Strict) => "power cuts, strict",
            Blow::PowerCut(Durability::Relaxed) => "power cuts, relaxed",
            Blow::FullDisk => "kills around a full disk",
        })
    }
}

impl fmt::Display for Toll {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Toll { engine, blow, seed, kills, acknowledged, lost, doubled, blanks, ended, took, .. } = self;
        let mut returns = self.returns.clone();
        returns.sort_unstable();
        let (middle, longest) = (returns.get(returns.len() / 2), returns.last());
        let seconds = |time: Option<&Duration>| time.map_or(f64::NAN, Duration::as_secs_f64);
        writeln!(
            out,
            "{engine:<9} {kills:>5} {blow} (seed {seed}): {acknowledged:>6} taps acknowledged, {lost} lost, {doubled} doubled"
        )?;
        write!(
            out,
            "{:<9} back in the visit after {:.2} s (median) and {:.2} s (at most); {:.0} s in all",
            "",
            seconds(middle),
            seconds(longest),
            took.as_secs_f64()
        )?;
        if blanks + ended == 0 {
            return write!(out, "; each first start showed a page");
        }
        write!(
            out,
            "\n{:<9} {blanks} starts showed no page for {} s and {ended} browsers ended by themselves before one: each was \
             started once more, which these times include, and compared then",
            "",
            BLANK.as_secs()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_toll_says_which_starts_showed_nothing() {
        let mut toll = Toll::none(Engine::WebKit, Blow::Kill, 4);
        toll.returns = [2, 1, 48].map(Duration::from_secs).into();
        let times = "back in the visit after 2.00 s (median) and 48.00 s (at most); 0 s in all";
        assert!(toll.to_string().ends_with(&format!("{times}; each first start showed a page")), "{toll}");
        (toll.blanks, toll.ended) = (1, 2);
        let nothing = "1 starts showed no page for 45 s and 2 browsers ended by themselves before one";
        assert!(toll.to_string().contains(nothing) && toll.to_string().contains(times), "{toll}");
    }
}
