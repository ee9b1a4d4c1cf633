//! A certificate and its key, as two PEM files hold them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::time::Moment;
use sha2::{Digest, Sha256};
use tokio_rustls::rustls::crypto::CryptoProvider;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{Error, InconsistentKeys};
use x509_parser::parse_x509_certificate;

/// The two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The certificate, and after it those that lead to an authority that devices trust.
    pub certificate: PathBuf,
    /// Its key.
    pub key: PathBuf,
}

/// What the files held when they were read.
pub struct Held {
    certificates: Vec<u8>,
    key: Vec<u8>,
}

/// A certificate that can be shown, with the key that proves it.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What rustls shows and signs with.
    pub certified: Arc<CertifiedKey>,
    /// From when devices take it.
    pub begins: Moment,
    /// Until when devices take it.
    pub ends: Moment,
}

/// Why two files are no pair. Each is one line for whoever started the server.
#[derive(Debug, thiserror::Error)]
pub enum NotAPair {
    /// A file cannot be read.
    #[error("{} cannot be read ({cause}); name a PEM file with {setting}", file.display())]
    Unreadable {
        /// Which file.
        file: PathBuf,
        /// The setting that names it.
        setting: &'static str,
        /// Why not.
        cause: io::Error,
    },
    /// The first file has no certificate in it.
    #[error("{} holds no certificate; one in PEM begins with -----BEGIN CERTIFICATE-----", .0.display())]
    NoCertificate(PathBuf),
    /// The second file has no key in it.
    #[error("{} holds no private key; one in PEM begins with -----BEGIN PRIVATE KEY-----", .0.display())]
    NoKey(PathBuf),
    /// The key wants a passphrase, and nobody is there to type one when the server starts.
    #[error(
        "the key in {} is locked with a passphrase; unlock a copy with `openssl pkey -in {} -out FILE` and let only \
         the server read it", .0.display(), .0.display()
    )]
    LockedKey(PathBuf),
    /// A file is cut off or changed.
    #[error("{} is damaged ({cause})", file.display())]
    Damaged {
        /// Which file.
        file: PathBuf,
        /// How.
        cause: String,
    },
    /// Each file is good, and they do not belong together.
    #[error(
        "the key in {} does not belong to the first certificate in {}; the server's own certificate comes first in \
         its file", .0.key.display(), .0.certificate.display()
    )]
    OtherKey(Files),
}

impl Files {
    /// Reads both files.
    pub fn read(&self) -> Result<Held, NotAPair> {
        let read = |file: &Path, setting| {
            let unreadable = |cause| NotAPair::Unreadable { file: file.to_owned(), setting, cause };
            fs::read(file).map_err(unreadable)
        };
        Ok(Held { certificates: read(&self.certificate, "--tls-cert")?, key: read(&self.key, "--tls-key")? })
    }

    /// The pair that `held` is.
    pub fn pair(&self, held: &Held, provider: &CryptoProvider) -> Result<Pair, NotAPair> {
        let damaged = |file: &Path, cause: String| NotAPair::Damaged { file: file.to_owned(), cause };
        let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&held.certificates)
            .collect::<Result<_, _>>()
            .map_err(|cause| damaged(&self.certificate, cause.to_string()))?;
        let first = chain.first().ok_or_else(|| NotAPair::NoCertificate(self.certificate.clone()))?;
        let (begins, ends) = days(first).ok_or_else(|| damaged(&self.certificate, "no X.509 in it".to_owned()))?;
        if is_locked(&held.key) {
            return Err(NotAPair::LockedKey(self.key.clone()));
        }
        let key = PrivateKeyDer::from_pem_slice(&held.key).map_err(|cause| match cause {
            pem::Error::NoItemsFound => NotAPair::NoKey(self.key.clone()),
            cause => damaged(&self.key, cause.to_string()),
        })?;
        let certified = CertifiedKey::from_der(chain, key, provider).map_err(|cause| match cause {
            Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => NotAPair::OtherKey(self.clone()),
            Error::InvalidCertificate(cause) => damaged(&self.certificate, cause.to_string()),
            cause => damaged(&self.key, cause.to_string()),
        })?;
        Ok(Pair { certified: Arc::new(certified), begins, ends })
    }
}

impl Held {
    /// The same for the same bytes.
    pub fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        // The length first, so that no byte can move from one file into the other unnoticed.
        hash.update(self.certificates.len().to_be_bytes());
        hash.update(&self.certificates);
        hash.update(&self.key);
        hash.finalize().into()
    }
}

/// From when and until when a certificate is taken.
fn days(certificate: &CertificateDer<'_>) -> Option<(Moment, Moment)> {
    let (_, parsed) = parse_x509_certificate(certificate).ok()?;
    let moment = |seconds: i64| Moment(seconds.saturating_mul(1000));
    let validity = parsed.validity();
    Some((moment(validity.not_before.timestamp()), moment(validity.not_after.timestamp())))
}

/// PKCS#8 says it in the first line, older files in the second.
fn is_locked(key: &[u8]) -> bool {
    let text = String::from_utf8_lossy(key);
    text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")
}
