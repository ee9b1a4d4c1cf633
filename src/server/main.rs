//! The `noticeboard` program.

use std::error::Error;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use domain::symbols::in_groups;
use server::roster::{Act, import, look_at_first};
use server::serving::told_to_stop;
use server::settings::{AdminLink, Command, Import, ImportRoster, Serve, Settings};
use server::store::{Failure, Store};
use server::surroundings::{Clock, SystemClock, SystemRandom};
use server::web::{Site, Transport};
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
    let address = SocketAddr::new(settings.host, settings.port);
    let listener = TcpListener::bind(address).await.map_err(|cause| {
        format!("{address} cannot be used ({cause}); stop what listens there or choose another with --port")
    })?;
    let site = match &settings.web {
        Some(folder) => Site::in_folder(folder)?,
        None => Site::in_binary(),
    };
    let clock = Arc::new(SystemClock);
    let (random, transport) = (Arc::new(SystemRandom), Transport::Plain);
    let parts = Parts { place: settings.kept.place(), clock, random, site, transport };
    let server = Server::open(parts).await?;
    if settings.restored {
        server.store.was_restored(server.now()).await?;
    }
    if settings.sample {
        server::sample::fill(&server).await?;
    }
    let origin = format!("http://{}", listener.local_addr()?);
    println!("Noticeboard is at {origin}/");
    if !settings.sample && !server.store.has_administrator().await? {
        println!("{}", first_link(&server.store, &origin).await?);
    }
    Ok(serve(listener, server, told_to_stop()).await?)
}

async fn import_roster(settings: ImportRoster) -> Result<(), Stopped> {
    let (place, random) = (settings.kept.place(), Arc::new(SystemRandom));
    let (act, store) = if settings.dry_run {
        (Act::DryRun, Store::open_if_begun(place, random).await?)
    } else {
        (Act::Import, Some(Store::open(place, random, SystemClock.now()).await?))
    };
    let imported = match &store {
        Some(store) => import(&settings.folder, store, act).await,
        None => look_at_first(&settings.folder),
    };
    if let Some(store) = store {
        store.shut().await;
    }
    print!("{}", imported?);
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
