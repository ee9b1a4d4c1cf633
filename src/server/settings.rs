//! What whoever starts the program can decide, read once.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use domain::time::Day;

use crate::roster::{Choices, Patterns, Refused, Retiring, WithoutLocation, district_name};
use crate::store::Place;
use crate::tls::Files;

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
    /// Answers tablets, readers and cards.
    Serve(Serve),
    /// Writes everything that is kept into one file, while the server runs.
    Backup(Backup),
    /// Puts a backup in the place of what is kept, while no server runs. What was there is moved aside.
    Restore(Restore),
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
    /// The address to listen on, 0.0.0.0 for every one of this machine's. Others than this machine can be reached only
    /// over HTTPS, and never with the sample.
    #[arg(long, env = "NOTICEBOARD_HOST", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub host: IpAddr,
    /// How HTTPS is spoken.
    #[command(flatten)]
    pub https: Https,
    /// A folder with the built app, instead of the one inside the program.
    #[arg(long, env = "NOTICEBOARD_WEB", value_name = "FOLDER")]
    pub web: Option<PathBuf>,
    /// Begins with the sample district, its roster and its closed rounds.
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

/// How HTTPS is spoken.
#[derive(Debug, Args)]
pub struct Https {
    /// A PEM file with the server's certificate, and after it those that lead to an authority that tablets trust. It is
    /// read again when it was renewed.
    #[arg(long, env = "NOTICEBOARD_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// A PEM file with the certificate's key, without a passphrase.
    #[arg(long, env = "NOTICEBOARD_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Listens on this port too, and sends whoever comes there over plain HTTP on to HTTPS.
    #[arg(long, env = "NOTICEBOARD_REDIRECT_HTTP", value_name = "PORT", requires = "tls_cert")]
    pub redirect_http: Option<u16>,
    /// Says that a reverse proxy speaks HTTPS for this server and that nothing else can reach it. No header that the
    /// proxy adds is read.
    #[arg(long, env = "NOTICEBOARD_BEHIND_PROXY", conflicts_with = "tls_cert")]
    pub behind_proxy: bool,
}

/// Why the server does not listen where others can reach it. One line for whoever started it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OnlyHere {
    /// Everybody could walk through the sample's doors.
    #[error(
        "the sample listens on this machine only, because its doors are open to everyone; use --host 127.0.0.1, or \
         another data folder"
    )]
    Sample,
    /// Anybody on the way could read along, and no tablet would install the app.
    #[error(
        "beyond this machine Noticeboard listens over HTTPS only; add --tls-cert and --tls-key, or --behind-proxy where \
         a reverse proxy speaks HTTPS"
    )]
    NotSecret,
}

impl Serve {
    /// The one rule about who can reach a server: this machine always; others over HTTPS, and never the sample.
    pub fn may_listen(&self, sample: bool) -> Result<(), OnlyHere> {
        let secret = self.https.tls_cert.is_some() || self.https.behind_proxy;
        match (self.host.is_loopback(), sample, secret) {
            (true, _, _) | (false, false, true) => Ok(()),
            (false, true, _) => Err(OnlyHere::Sample),
            (false, false, false) => Err(OnlyHere::NotSecret),
        }
    }
}

impl Https {
    /// The certificate's two files, when they are named.
    pub fn files(&self) -> Option<Files> {
        let (certificate, key) = self.tls_cert.clone().zip(self.tls_key.clone())?;
        Some(Files { certificate, key })
    }
}

/// How to take a backup.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; an earlier backup of that name is replaced.
    pub file: PathBuf,
    /// Where things are kept.
    #[command(flatten)]
    pub kept: Kept,
}

/// How to put a backup back.
#[derive(Debug, Args)]
pub struct Restore {
    /// The file that `noticeboard backup` wrote.
    pub file: PathBuf,
    /// Where things are kept.
    #[command(flatten)]
    pub kept: Kept,
}

/// What to take in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Schools and rooms from OneRoster 1.1 or 1.2 CSV, or from a spreadsheet; docs/rosters.md says how.
    Roster(ImportRoster),
}

/// How to take a roster in.
#[derive(Debug, Args)]
pub struct ImportRoster {
    /// A folder or a zip with orgs.csv, courses.csv, classes.csv and academicSessions.csv, or a spreadsheet.
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Says what would be taken in, and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Allows more than a fifth of the rooms to go out of use.
    #[arg(long, conflicts_with = "dry_run")]
    pub retire_many: bool,
    /// Groups classes without a location by who teaches them: enrollments.csv is read in memory, and nothing of it is
    /// stored.
    #[arg(long)]
    pub group_by_teacher: bool,
    /// A file that says by which words of titles and codes a room has a programme or course access.
    #[arg(long, value_name = "FILE")]
    pub patterns: Option<PathBuf>,
    /// The district's name, for a spreadsheet, which has none.
    #[arg(long, value_name = "NAME")]
    pub district: Option<String>,
    /// Where things are kept.
    #[command(flatten)]
    pub kept: Kept,
}

impl ImportRoster {
    /// How the roster is to be read.
    pub fn choices(&self, today: Day) -> Result<Choices, Refused> {
        let grouped = self.group_by_teacher;
        Ok(Choices {
            patterns: self.patterns.as_deref().map_or_else(|| Ok(Patterns::default()), Patterns::at)?,
            without_location: if grouped { WithoutLocation::GroupedByTeacher } else { WithoutLocation::EachByItself },
            district: self.district.as_deref().map(district_name).transpose()?,
            ..Choices::on(today)
        })
    }

    /// Whether more than a fifth of the rooms may go.
    pub fn retiring(&self) -> Retiring {
        if self.retire_many { Retiring::AsManyAsItTakes } else { Retiring::AFifthAtMost }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Settings, clap::Error> {
        Settings::try_parse_from([&["noticeboard"], arguments].concat())
    }

    fn listens(arguments: &[&str], sample: bool) -> Result<(), OnlyHere> {
        match read(&[&["serve"], arguments].concat()).unwrap().command {
            Command::Serve(serve) => serve.may_listen(sample),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn this_machine_reaches_every_server_and_others_only_over_https_and_never_the_sample() {
        const TLS: [&str; 4] = ["--tls-cert", "chain.pem", "--tls-key", "key.pem"];
        for host in ["127.0.0.1", "127.1.2.3", "::1"] {
            assert_eq!(listens(&["--host", host], true), Ok(()));
        }
        for host in ["0.0.0.0", "192.168.1.20", "::"] {
            let host = ["--host", host];
            assert_eq!(listens(&host, false), Err(OnlyHere::NotSecret));
            for secret in [TLS.as_slice(), &["--behind-proxy"]] {
                let arguments = [&host, secret].concat();
                assert_eq!(listens(&arguments, false), Ok(()));
                assert_eq!(listens(&arguments, true), Err(OnlyHere::Sample));
            }
        }
    }

    #[test]
    fn a_certificate_comes_with_its_key_and_a_redirect_with_both() {
        for half in [["--tls-cert", "chain.pem"], ["--tls-key", "key.pem"], ["--redirect-http", "80"]] {
            assert!(read(&[&["serve"], half.as_slice()].concat()).is_err(), "{half:?}");
        }
        assert!(read(&["serve", "--behind-proxy", "--tls-cert", "chain.pem", "--tls-key", "key.pem"]).is_err());
    }

    #[test]
    fn sample_and_empty_exclude_each_other() {
        assert!(read(&["serve", "--sample", "--empty"]).is_err());
        assert!(read(&["serve", "--sample"]).is_ok());
    }
}
