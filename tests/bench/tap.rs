//! Taps on a count in a visit: until the number has changed on the screen, and until the tap is stored for good.

use serde_json::Value;
use world::{Planning, Tablet, World};

use crate::desk::{Desk, TIMES_SLOWER, slow_down};
use crate::report::{Figure, Report, quantile};

/// Taps at each speed.
const TAPS: u32 = 100;
const ROOM: &str = "Room 3";
const LOOK_FOR: &str = "Questions that invite reasoning";
const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

/// What the page measured, in milliseconds from each click.
struct Taps {
    painted: Vec<f64>,
    saved: Vec<f64>,
}

/// Taps in one visit, first on a slow tablet and then at this machine's own speed.
pub fn measure(report: &mut Report) {
    let world = World::new();
    let desk = Desk::new();
    let visit = begun_visit(&desk.lead(&world, desk.browser()));

    let mut slow = taps(&world, &desk, &visit, TIMES_SLOWER);
    let changed = quantile(&mut slow.painted, 0.95);
    report.figure(Figure {
        what: format!("tap to changed pixel, {TIMES_SLOWER}× slowed CPU, p95"),
        measured: changed,
        budget: 50.0,
        unit: "ms",
        mend: "less of the screen drawn anew at each tap",
    });
    let mut quick = taps(&world, &desk, &visit, 1);
    report.figure(Figure {
        what: "tap to acknowledged (strict), p95, in Chromium".to_owned(),
        measured: quantile(&mut quick.saved, 0.95),
        budget: 16.0,
        unit: "ms",
        mend: "less work before the painted frame: the store's part is only what lies between the two figures below",
    });

    for (speed, taps) in [("slowed", &mut slow), ("not slowed", &mut quick)] {
        let painted = (quantile(&mut taps.painted, 0.5), quantile(&mut taps.painted, 0.95));
        let saved = (quantile(&mut taps.saved, 0.5), quantile(&mut taps.saved, 0.95));
        report.remark(format!(
            "  taps {speed}, p50 and p95: painted {:.1} and {:.1} ms, acknowledged {:.1} and {:.1} ms",
            painted.0, painted.1, saved.0, saved.1
        ));
    }
}

/// The path of a visit that is under way; the browser is closed again.
fn begun_visit(lead: &Tablet) -> String {
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead.is_kept_for_offline_use();
    lead.visits(ROOM).counts(LOOK_FOR, 1);
    let visit = lead.path();
    lead.closes_the_browser();
    visit
}

fn taps(world: &World, desk: &Desk, visit: &str, times_slower: u32) -> Taps {
    let browser = desk.browser();
    browser.open(&format!("{}/", world.origin()));
    slow_down(&browser, times_slower);
    let lead = desk.lead(world, browser);
    lead.goes_to(visit);
    let mut visiting = lead.goes_on_in(ROOM);
    lead.run(include_str!("tap.js"), vec![]);
    for _ in 0..TAPS {
        // Waits until the count has gone up and the tap is saved.
        visiting = visiting.counts(LOOK_FOR, 1);
    }
    let measured = lead.run("return window.taps", vec![]);
    let since_click = |name: &str| -> Vec<f64> {
        let taps = measured.as_array().into_iter().flatten();
        taps.filter_map(|tap: &Value| Some(tap[name].as_f64()? - tap["began"].as_f64()?)).collect()
    };
    let taps = Taps { painted: since_click("painted"), saved: since_click("saved") };
    let complete = [&taps.painted, &taps.saved].iter().all(|times| times.len() == TAPS as usize);
    assert!(complete, "every tap is painted and then saved: {measured}");
    lead.closes_the_browser();
    taps
}
