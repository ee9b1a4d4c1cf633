//! The `noticeboard` program.

use std::error::Error;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use domain::symbols::in_groups;
use server::backup::{InUse, back_up, restore};
use server::roster::{NotImported, Offered, look, look_at_first};
use server::serving::{Reach, send_on, told_to_stop};
use server::settings::{AdminLink, Backup, Command, Import, ImportRoster, Restore, Serve, Settings};
use server::store::{Failure, Store};
use server::surroundings::{Clock, SystemClock, SystemRandom};
use server::tls::{Tls, renewal};
use server::web::Site;
use server::{Parts, Server, http, serve};
use tokio::net::TcpListener;

/// What stops the program: one line for whoever started it.
type Stopped = Box<dyn Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let settings = Settings::parse();
    tracing_subscriber::fmt().json().with_writer(std::io::stderr).with_max_level(tracing::Level::INFO).init();
    let outcome = match settings.command {
        Command::Serve(settings) => serve_tablets(settings).await,
        Command::Backup(settings) => take_backup(&settings).await,
        Command::Restore(settings) => restore_backup(&settings).await,
        Command::Import(Import::Roster(settings)) => import_roster(settings).await,
        Command::AdminLink(settings) => admin_link(settings).await,
        Command::Openapi => print_document(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stopped) => {
            eprintln!("{stopped}");
            ExitCode::FAILURE
        }
    }
}

async fn serve_tablets(settings: Serve) -> Result<(), Stopped> {
    settings.may_listen(settings.sample)?;
    let reach = match settings.https.files() {
        Some(files) => Reach::Tls(Tls::open(files)?),
        None if settings.https.behind_proxy => Reach::BehindProxy,
        None => Reach::Plain,
    };
    let listener = listen(SocketAddr::new(settings.host, settings.port), "--port").await?;
    let plain = match settings.https.redirect_http {
        Some(port) => Some(listen(SocketAddr::new(settings.host, port), "--redirect-http").await?),
        None => None,
    };
    let site = match &settings.web {
        Some(folder) => Site::in_folder(folder)?,
        None => Site::in_binary(),
    };
    let _in_use = InUse::together(&settings.kept.data)?;
    let clock = Arc::new(SystemClock);
    let (random, transport) = (Arc::new(SystemRandom), reach.transport());
    let parts = Parts { place: settings.kept.place(), clock: clock.clone(), random, site, transport };
    let server = Server::open(parts).await?;
    settings.may_listen(server.store.district().await?.sample)?;
    if settings.restored {
        server.store.was_restored(server.now()).await?;
    }
    if settings.sample {
        server::sample::fill(&server).await?;
    }
    let stop = told_to_stop();
    let address = listener.local_addr()?;
    let scheme = match &reach {
        Reach::Tls(tls) => {
            tls.warn_of_its_end(clock.now());
            tokio::spawn(renewal::watch(tls.clone(), clock));
            "https"
        }
        Reach::BehindProxy | Reach::Plain => "http",
    };
    if let Some(plain) = plain {
        tokio::spawn(send_on(plain, server.clone(), address.port()));
    }
    let origin = format!("{scheme}://{address}");
    println!("Noticeboard is at {origin}/");
    if !settings.sample && !server.store.has_administrator().await? {
        println!("{}", first_link(&server.store, &origin).await?);
    }
    serve(listener, reach, server, stop).await;
    Ok(())
}

async fn listen(address: SocketAddr, setting: &str) -> Result<TcpListener, Stopped> {
    let listener = TcpListener::bind(address).await;
    Ok(listener.map_err(|cause| {
        format!("{address} cannot be used ({cause}); stop what listens there or choose another with {setting}")
    })?)
}

async fn take_backup(settings: &Backup) -> Result<(), Stopped> {
    println!("{}", back_up(&settings.kept.place(), &settings.file, SystemClock.now().day()).await?);
    Ok(())
}

async fn restore_backup(settings: &Restore) -> Result<(), Stopped> {
    let restored = restore(&settings.kept.place(), &settings.file, Arc::new(SystemRandom), SystemClock.now()).await?;
    println!("{restored}");
    Ok(())
}

async fn import_roster(settings: ImportRoster) -> Result<(), Stopped> {
    let now = SystemClock.now();
    let (offered, choices) = (Offered::at(&settings.path)?, settings.choices(now.day())?);
    let (place, random) = (settings.kept.place(), Arc::new(SystemRandom));
    let _in_use = if settings.dry_run { None } else { Some(InUse::together(&settings.kept.data)?) };
    let store = match settings.dry_run {
        true => Store::open_if_begun(place, random).await?,
        false => Some(Store::open(place, random, now).await?),
    };
    let Some(store) = store else {
        print!("{}", look_at_first(offered, &choices)?);
        return Ok(());
    };
    let outcome = async {
        let looked = look(offered, &choices, &store).await?;
        if settings.dry_run { Ok(looked) } else { looked.import(settings.retiring(), &store).await }
    };
    let outcome: Result<_, NotImported> = outcome.await;
    store.shut().await;
    print!("{}", outcome?);
    Ok(())
}

/// A link into the office, as whoever reads the terminal opens it. The code stands in the fragment, which no browser
/// sends and no log has.
async fn first_link(store: &Store, origin: &str) -> Result<String, Failure> {
    let code = store.administrator_code(SystemClock.now()).await?.code.code();
    let origin = origin.trim_end_matches('/');
    Ok(format!(
        "Within ten minutes, open {origin}/office/sign-in#{code}\n\
         or type {} there. Another one: noticeboard admin-link",
        in_groups(&code, 5)
    ))
}

async fn admin_link(settings: AdminLink) -> Result<(), Stopped> {
    let _in_use = InUse::together(&settings.kept.data)?;
    let store = Store::open(settings.kept.place(), Arc::new(SystemRandom), SystemClock.now()).await?;
    let link = first_link(&store, &settings.origin).await;
    store.shut().await;
    println!("{}", link?);
    Ok(())
}

fn print_document() -> Result<(), Stopped> {
    println!("{}", serde_json::to_string_pretty(&http::document())?);
    Ok(())
}
