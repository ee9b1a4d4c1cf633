//! A school with a timetable, a server for it, and a network in between.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Once};

use axum::Router;
use domain::agreement::Agreement;
use domain::roster::Roster;
use domain::time::{Day, Moment};
use rcgen::{CertificateParams, KeyPair};
use server::roster::{Choices, Offered, import};
use server::serving::Reach;
use server::store::Place;
use server::surroundings::SystemRandom;
use server::tls::{Files, Tls};
use server::web::{Site, Transport};
use server::{Parts, Server, sample};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use crate::agreed::agrees;
use crate::browser::{Browser, LAPTOP, PHONE, Screen, TABLET, page_time};
use crate::clock::WorldClock;
use crate::database::Dump;
use crate::engine::Engine;
use crate::log::{self, Log};
use crate::network::Network;
use crate::person::Person;
use crate::reader::Reader;
use crate::served;
use crate::tablet::Tablet;

/// The one school of a world, as its timetable in `data/sample-school` has it; in the sample district the first of five.
pub const SCHOOL: &str = "Alder Elementary";

/// The day on which a world begins: a Monday in the sample school's year.
pub const FIRST_DAY: &str = "2026-11-09";

/// A school, its server on this machine, and the way there. Its people are made by it and go before it.
pub struct World {
    runtime: Arc<Runtime>,
    folder: TempDir,
    clock: WorldClock,
    server: Server,
    answering: JoinHandle<()>,
    network: Network,
    log: Log,
    transport: Transport,
    people: AtomicUsize,
    clock_served: Once,
}

impl World {
    /// The sample school with its timetable and its doors; no round was made in it yet.
    pub fn new() -> World {
        World::serving(&served::built_app(), async |server| {
            server.store.become_sample().await.expect("a new database takes this");
            let school = repository().join("data/sample-school");
            let offered = Offered::at(&school).expect("the sample school is in the repository");
            let choices = Choices::on(server.now().day());
            import(offered, &choices, &server.store).await.expect("the sample school is a good export");
            agrees(&server.store, &Agreement::before_signatures(), server.now().day()).await;
        })
    }

    /// A sample district of these schools and rooms.
    pub fn of(roster: &Roster) -> World {
        World::serving(&served::built_app(), async |server| {
            server.store.become_sample().await.expect("a new database takes this");
            server.store.import("Rivermoor", roster).await.expect("a roster goes in");
            agrees(&server.store, &Agreement::before_signatures(), server.now().day()).await;
        })
    }

    /// The sample as a newcomer finds it, with its earlier rounds.
    pub fn with_earlier_rounds() -> World {
        World::serving(&served::built_app(), async |server| {
            sample::fill(server).await.expect("a new database takes the sample");
        })
    }

    /// A server that was just set up: no school, no doors.
    pub fn empty() -> World {
        World::serving(&served::built_app(), async |_| {})
    }

    /// The same over HTTPS, with a certificate that signs itself; browsers of this world take it.
    pub fn empty_over_https() -> World {
        World::reached_by(Transport::Tls, &served::built_app(), async |_| {})
    }

    /// A server of the pages in `site`, with no school.
    pub fn of_pages(site: &Path) -> World {
        let world = World::serving(site, async |_| {});
        // There is no app whose clock could be moved.
        world.clock_served.call_once(|| {});
        world
    }

    /// The lead drafts an agreement and a representative signs it.
    pub fn agrees(&self, agreement: &Agreement) {
        self.wait_for(agrees(&self.server.store, agreement, self.server.now().day()));
    }

    fn serving(site: &Path, fill: impl AsyncFnOnce(&Server)) -> World {
        World::reached_by(Transport::Plain, site, fill)
    }

    fn reached_by(transport: Transport, site: &Path, fill: impl AsyncFnOnce(&Server)) -> World {
        let log = log::listen();
        let runtime = Arc::new(Runtime::new().expect("this machine runs threads"));
        let folder = TempDir::with_prefix("noticeboard-world-").expect("this machine has a folder for passing things");
        served::copy(site, &folder.path().join("site"));
        let clock = WorldClock::at(Day::parse(FIRST_DAY).expect("a day as the calendar has it"));
        let (server, listener) = runtime.block_on(async {
            let parts = Parts {
                place: Place::in_folder(folder.path().join("data")),
                clock: Arc::new(clock.clone()),
                random: Arc::new(SystemRandom),
                site: Site::in_folder(&folder.path().join("site")).expect("the site was copied here"),
                transport,
            };
            let server = Server::open(parts).await.expect("a server opens in a new folder");
            fill(&server).await;
            (server, TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("this machine has a free port"))
        });
        let address: SocketAddr = listener.local_addr().expect("a listener has an address");
        let reach = match transport {
            Transport::Plain => Reach::Plain,
            Transport::Tls => Reach::Tls(certified(folder.path())),
        };
        let serving = server::serve(listener, reach, server.clone(), std::future::pending());
        let answering = runtime.spawn(serving);
        let network = Network::new(runtime.handle(), address);
        World {
            runtime,
            folder,
            clock,
            server,
            answering,
            network,
            log,
            transport,
            people: AtomicUsize::new(0),
            clock_served: Once::new(),
        }
    }

    /// A tablet that nobody has used yet, held upright.
    pub fn tablet(&self, name: &str) -> Tablet {
        self.tablet_in(Engine::ChromiumShell, name)
    }

    /// The same with a camera.
    pub fn tablet_with_a_camera(&self, name: &str) -> Tablet {
        self.tablet_in(Engine::Chromium, name)
    }

    /// The same in a browser of this engine.
    pub fn tablet_in(&self, engine: Engine, name: &str) -> Tablet {
        Tablet::new(self.person_in(engine, name, TABLET))
    }

    /// Somebody with a phone that has never been here.
    pub fn phone(&self, name: &str) -> Person {
        self.person(name, PHONE)
    }

    /// Somebody with a laptop who reads.
    pub fn reader(&self, name: &str) -> Reader {
        Reader::new(self.person(name, LAPTOP))
    }

    /// Somebody at a browser of their own, with a window of this size.
    pub fn person(&self, name: &str, screen: Screen) -> Person {
        self.person_in(Engine::ChromiumShell, name, screen)
    }

    /// The same in a browser of this engine. The first one of another engine than Chromium's has its clock put before
    /// the app, in the pages that this world serves from then on.
    pub fn person_in(&self, engine: Engine, name: &str, screen: Screen) -> Person {
        if !engine.is_chromiums() {
            self.clock_served.call_once(|| {
                let ahead = format!("Number(localStorage.getItem('world-ahead') ?? {})", self.clock.ahead());
                self.puts_before_the_app(&page_time(&ahead));
            });
        }
        let number = self.people.fetch_add(1, Ordering::SeqCst);
        let profile = self.folder.path().join(format!("browser-{number}"));
        let clock = WorldClock::like(&self.clock);
        let browser = Browser::start(engine, self.runtime.clone(), profile, clock.clone(), screen);
        Person::new(name, &self.origin(), browser, clock)
    }

    /// Another address of the same server, where a test's own routes are answered too. No network lies before it.
    pub fn answers_also(&self, routes: Router) -> String {
        let answers = server::http::for_this_machine(server::router(self.server.clone()));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
        let listener = self.runtime.block_on(listener).expect("this machine has a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let serving = axum::serve(listener, routes.fallback_service(answers)).into_future();
        self.runtime.spawn(serving);
        format!("http://{address}")
    }

    /// The clock of the server, which new people's clocks are set by.
    pub fn clock(&self) -> &WorldClock {
        &self.clock
    }

    /// Runs a script before the app, in every page that this world serves from now on.
    pub fn puts_before_the_app(&self, script: &str) {
        served::put_before_the_app(&self.folder.path().join("site"), script);
    }

    /// Serves another file beside the app, by this name.
    pub fn serves_too(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join("site").join(name), bytes).expect("the copied site can be written");
    }

    /// Where tablets find the server, such as `http://127.0.0.1:40123`.
    pub fn origin(&self) -> String {
        match self.transport {
            Transport::Plain => format!("http://{}", self.network.address),
            Transport::Tls => format!("https://localhost:{}", self.network.address.port()),
        }
    }

    /// Connections to the server are refused, and those that exist are dropped.
    pub fn network_down(&self) {
        self.network.cut();
    }

    /// The network as before.
    pub fn network_up(&self) {
        self.network.mend();
    }

    /// Time passes for the server. Tablets have clocks of their own.
    pub fn days_pass(&self, days: i64) {
        self.clock.pass(days * Moment::DAY);
    }

    /// The server's store, for asking it directly.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Waits for something of the server.
    pub fn wait_for<T>(&self, answer: impl Future<Output = T>) -> T {
        self.runtime.block_on(answer)
    }

    /// Every row of every table of the server's database.
    pub fn database(&self) -> Dump {
        let file = self.server_file();
        self.wait_for(Dump::of(&file))
    }

    /// Every byte of the files that the server keeps, its write-ahead log emptied as it is each minute.
    pub fn files(&self) -> Vec<u8> {
        self.wait_for(self.server.store.leave_no_log()).expect("the log can be emptied");
        let files = fs::read_dir(self.folder.path().join("data")).expect("the data folder is there");
        files.flat_map(|file| fs::read(file.expect("a file").path()).expect("a file can be read")).collect()
    }

    /// Everything that servers of this test binary have logged so far.
    pub fn log(&self) -> String {
        self.log.text()
    }

    /// The server serves another version of the app from now on.
    pub fn deploys_another_version(&self) {
        let site = self.folder.path().join("site");
        let worker = fs::read_to_string(site.join("sw.js")).expect("a built app has a service worker");
        let (before, version) = worker.split_once("const VERSION = '").expect("the worker names its version");
        served::replace(&site, "sw.js", &format!("{before}const VERSION = 'another-{version}"));
    }

    fn server_file(&self) -> PathBuf {
        Place::in_folder(self.folder.path().join("data")).file().expect("SQLite keeps a file")
    }
}

impl Default for World {
    fn default() -> World {
        World::new()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.answering.abort();
        self.runtime.block_on(self.server.store.shut());
    }
}

/// A certificate for this machine that signs itself, made for one world.
fn certified(folder: &Path) -> Tls {
    let key = KeyPair::generate().expect("a key can be drawn");
    let params = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name as certificates have it");
    let signed = params.self_signed(&key).expect("a certificate can sign itself");
    let files = Files { certificate: folder.join("chain.pem"), key: folder.join("key.pem") };
    fs::write(&files.certificate, signed.pem()).expect("the world's folder can be written");
    fs::write(&files.key, key.serialize_pem()).expect("the world's folder can be written");
    Tls::open(files).expect("the two belong together")
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the repository").to_owned()
}
