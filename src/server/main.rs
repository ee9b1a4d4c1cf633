//! The `noticeboard` program.

use std::error::Error;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use server::roster::{Act, import, look_at_first};
use server::serving::told_to_stop;
use server::settings::{Command, Import, ImportRoster, Serve, Settings};
use server::store::Store;
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
    println!("Noticeboard is at http://{}/", listener.local_addr()?);
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

fn print_document() -> Result<(), Stopped> {
    println!("{}", serde_json::to_string_pretty(&http::document())?);
    Ok(())
}
