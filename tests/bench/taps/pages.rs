//! A page that puts marks on a tablet, served beside the app: opened first, in a browser that was never here.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use world::browser::Browser;
use world::{Engine, World, page};

use crate::desk::Desk;

/// How long storing twenty thousand marks may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The libraries that the build tool fetched for comparing: where each lies, and the name it is served by.
const YARDSTICKS: [(&str, &str); 2] =
    [("dexie/dist/dexie.min.js", "dexie.js"), ("pouchdb/dist/pouchdb.min.js", "pouchdb.js")];

/// The page of `src/device/examples/marks.rs` in a world's site.
pub struct Marked {
    origin: String,
    /// Whether the libraries are on it too.
    pub has_yardsticks: bool,
}

impl Marked {
    /// Puts the page and its scripts beside the app.
    pub fn served_by(world: &World) -> Marked {
        // Compiled as the app is.
        let pages = page::of_example("marks", "web");
        for name in ["page.js", "page_bg.wasm", "start.js"] {
            world.serves_too(name, &fs::read(pages.path().join(name)).expect("the page was just made"));
        }
        let mut scripts = vec!["alone.js"];
        world.serves_too("alone.js", include_bytes!("alone.js"));
        let libraries = yardsticks().filter(|folder| folder.join(YARDSTICKS[0].0).is_file());
        if let Some(folder) = &libraries {
            for (file, name) in YARDSTICKS {
                world.serves_too(name, &fs::read(folder.join(file)).expect("the library was fetched"));
                scripts.push(name);
            }
        }
        let scripts: String = scripts.iter().map(|name| format!("<script src=/{name}></script>")).collect();
        let start = "<script type=module src=/start.js></script>";
        world.serves_too("marks.html", format!("<!doctype html><title>Marks</title>{scripts}{start}").as_bytes());
        world.puts_before_the_app(&format!("{}\n{}", include_str!("taps.js"), include_str!("alone.js")));
        Marked { origin: world.origin(), has_yardsticks: libraries.is_some() }
    }

    /// A browser's place that nobody has used yet.
    pub fn desk(&self, engine: Engine) -> Desk {
        Desk::of(engine)
    }

    /// Puts so many marks on the tablet of a browser, and begins a visit; its address.
    pub fn visit(&self, browser: &Browser, marks: usize) -> String {
        browser.open(&format!("{}/marks.html?marks={marks}", self.origin));
        let deadline = Instant::now() + PATIENCE;
        loop {
            let filled = browser.run("return window.filled ?? null", vec![]);
            if let Value::String(visit) = &filled["visit"] {
                return format!("{}/visits/{visit}", self.origin);
            }
            assert!(filled.is_null() && Instant::now() < deadline, "the page with the marks says {filled}");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Where the build tool put what npm fetched; nothing where there is no npm.
pub fn yardsticks() -> Option<PathBuf> {
    std::env::var_os("NOTICEBOARD_YARDSTICKS").map(PathBuf::from)
}
