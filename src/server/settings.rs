//! What whoever starts the program can decide, read once.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::store::Place;

/// Noticeboard's server: where tablets meet.
#[derive(Debug, Parser)]
#[command(name = "noticeboard", version, about)]
pub struct Settings {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answers tablets, readers and cards on this machine.
    Serve(Serve),
    /// Takes something in from files.
    #[command(subcommand)]
    Import(Import),
    /// Prints a one-time code and link with which an administrator signs in to the office: the first one, and whoever is
    /// locked out.
    AdminLink(AdminLink),
    /// Prints the OpenAPI document of the server.
    Openapi,
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Serve {
    /// The port to listen on.
    #[arg(long, env = "NOTICEBOARD_PORT", default_value_t = 8484)]
    pub port: u16,
    /// The address to listen on. Only this machine, until people can sign in.
    #[arg(long, env = "NOTICEBOARD_HOST", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_parser = this_machine)]
    pub host: IpAddr,
    /// A folder with the built app, instead of the one inside the program.
    #[arg(long, env = "NOTICEBOARD_WEB", value_name = "FOLDER")]
    pub web: Option<PathBuf>,
    /// Begins with one sample school, its roster and four closed rounds.
    #[arg(long, conflicts_with = "empty")]
    pub sample: bool,
    /// Begins with nothing, as without --sample; a roster comes in by `import roster`.
    #[arg(long)]
    pub empty: bool,
    /// Says that the whole data folder, or a PostgreSQL database, was put back from a backup: tablets then offer again
    /// what they hold. For one start only.
    #[arg(long)]
    pub restored: bool,
    /// Where things are kept.
    #[command(flatten)]
    pub kept: Kept,
}

/// Where the office is that the link leads to.
#[derive(Debug, Args)]
pub struct AdminLink {
    /// The address that the administrator's browser opens, such as https://noticeboard.example.org.
    #[arg(long, env = "NOTICEBOARD_ORIGIN", default_value = "http://localhost:8484")]
    pub origin: String,
    /// Where things are kept.
    #[command(flatten)]
    pub kept: Kept,
}

/// What to take in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Schools and rooms from a folder of OneRoster 1.1 files.
    Roster(ImportRoster),
}

/// How to take a roster in.
#[derive(Debug, Args)]
pub struct ImportRoster {
    /// The folder with orgs.csv, courses.csv, classes.csv and academicSessions.csv.
    pub folder: PathBuf,
    /// Says what would be taken in, and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Where things are kept.
    #[command(flatten)]
    pub kept: Kept,
}

/// Where things are kept.
#[derive(Debug, Args)]
pub struct Kept {
    /// The data folder; it is made when it is not there.
    #[arg(long, env = "NOTICEBOARD_DATA", default_value = "noticeboard-data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// A PostgreSQL database instead of the file in the data folder.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "ADDRESS")]
    pub database: Option<String>,
}

impl Kept {
    /// The place that the two settings name.
    pub fn place(&self) -> Place {
        match self.database.as_deref().filter(|address| !address.is_empty()) {
            Some(address) => Place::in_postgres(address, &self.data),
            None => Place::in_folder(&self.data),
        }
    }
}

/// Sign-in comes first: a server that others can reach and that knows nobody would show everything to anyone.
fn this_machine(text: &str) -> Result<IpAddr, String> {
    let address: IpAddr = text.parse().map_err(|_| format!("{text:?} is not an address such as 127.0.0.1"))?;
    if address.is_loopback() {
        Ok(address)
    } else {
        Err("Noticeboard listens on this machine only, because nobody can sign in yet; use 127.0.0.1".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Settings, clap::Error> {
        Settings::try_parse_from([&["noticeboard"], arguments].concat())
    }

    #[test]
    fn an_address_that_others_can_reach_is_refused_with_the_reason() {
        for host in ["0.0.0.0", "192.168.1.20", "::"] {
            let refusal = read(&["serve", "--host", host]).unwrap_err().to_string();
            assert!(refusal.contains("nobody can sign in yet"), "{refusal}");
        }
        for host in ["127.0.0.1", "127.1.2.3", "::1"] {
            assert!(read(&["serve", "--host", host]).is_ok(), "{host}");
        }
    }

    #[test]
    fn sample_and_empty_exclude_each_other() {
        assert!(read(&["serve", "--sample", "--empty"]).is_err());
        assert!(read(&["serve", "--sample"]).is_ok());
    }
}
