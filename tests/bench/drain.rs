//! Ten thousand changes that wait on a tablet, handed over from a browser to a server on this machine.

use server::roster::{Choices, Offered, import};
use world::browser::PHONE;
use world::world::repository;
use world::{Engine, World, page};

use crate::report::{Figure, Report};

/// Changes that the page makes; it says itself how many it handed over.
const CHANGES: u64 = 10_000;

/// Opens the page of `src/device/examples/drain.rs` and takes its word for it.
pub fn measure(report: &mut Report) {
    // Compiled as the app is.
    let pages = page::of_example("drain", "web");
    let world = World::of_pages(pages.path());
    world.wait_for(async {
        let store = &world.server().store;
        store.become_sample().await.expect("a new database takes this");
        let school = repository().join("data/sample-school");
        let offered = Offered::at(&school).expect("the sample school is in the repository");
        let choices = Choices::on(world.server().now().day());
        import(offered, &choices, store).await.expect("the sample school is a good export");
    });
    let page = world.person_in(Engine::Chromium, "drain", PHONE);
    page.goes_to("/");
    let found = page.run_async(DRAINED, vec![]);
    assert_eq!(found["sent"].as_u64(), Some(CHANGES), "the page says {found}");
    let seconds = |name: &str| found[name].as_f64().expect("a time is a number") / 1000.0;
    report.figure(Figure {
        what: format!("{CHANGES} queued changes drained on loopback from a browser"),
        measured: seconds("milliseconds"),
        budget: 1.0,
        unit: "s",
        mend: "larger requests: the tablet waits for twenty answers, one after the other",
    });
    report.remark(format!("  of the drain, until the server's answers came: {:.2} s", seconds("waited")));
}

/// What the page found. Filling the outbox takes longer than draining it.
const DRAINED: &str = "
    while (!window.drained) await new Promise((done) => setTimeout(done, 50));
    return window.drained";
