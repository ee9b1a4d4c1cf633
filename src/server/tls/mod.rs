//! HTTPS by the server itself: the certificate in two files, looked at again while the server runs, and a door for
//! whoever types `http://`.
//!
//! A connection keeps the certificate it began with; a new one gets the newest good pair. So a renewal closes nothing.

mod pair;
pub mod redirect;
pub mod renewal;

use std::sync::{Arc, PoisonError, RwLock};

use domain::time::Moment;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

use self::pair::Pair;
pub use self::pair::{Files, NotAPair};

/// Days before its end from which the log speaks of a certificate each day.
const SOON: i64 = 14;

/// A certificate that may be renewed at any time. Cheap to clone; all clones show the same one.
#[derive(Clone)]
pub struct Tls {
    inner: Arc<Inner>,
}

struct Inner {
    files: Files,
    provider: Arc<CryptoProvider>,
    shown: Arc<Shown>,
    /// What the files held when they were last looked at, good or not, so that what is broken is said once.
    seen: RwLock<[u8; 32]>,
}

/// The pair that new connections get.
#[derive(Debug)]
struct Shown(RwLock<Pair>);

impl Tls {
    /// Reads the pair for the first time.
    pub fn open(files: Files) -> Result<Tls, NotAPair> {
        let provider = Arc::new(ring::default_provider());
        let held = files.read()?;
        let shown = Arc::new(Shown(RwLock::new(files.pair(&held, &provider)?)));
        Ok(Tls { inner: Arc::new(Inner { files, provider, shown, seen: RwLock::new(held.hash()) }) })
    }

    /// What turns a connection into one over TLS: version 1.2 or 1.3, HTTP/2 before HTTP/1.1.
    pub fn acceptor(&self) -> TlsAcceptor {
        let builder = ServerConfig::builder_with_provider(self.inner.provider.clone());
        let builder = builder.with_safe_default_protocol_versions().expect("ring speaks TLS 1.2 and 1.3");
        let mut config = builder.with_no_client_auth().with_cert_resolver(self.inner.shown.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        TlsAcceptor::from(Arc::new(config))
    }

    /// Reads the files again. A good new pair is shown from now on; a broken one is logged, once, and the one before
    /// stays.
    pub fn look_again(&self) {
        let inner = &self.inner;
        let read = inner.files.read().and_then(|held| {
            let hash = held.hash();
            let mut seen = inner.seen.write().unwrap_or_else(PoisonError::into_inner);
            if std::mem::replace(&mut *seen, hash) == hash {
                return Ok(None);
            }
            inner.files.pair(&held, &inner.provider).map(Some)
        });
        match read {
            Ok(None) => (),
            Ok(Some(pair)) => {
                tracing::info!(ends = %pair.ends.day(), "the certificate was renewed");
                *inner.shown.0.write().unwrap_or_else(PoisonError::into_inner) = pair;
            }
            Err(cause) => tracing::error!(%cause, "the new certificate is not used; the one before stays"),
        }
    }

    /// Logs a certificate that devices refuse at `now`, or soon will.
    pub fn warn_of_its_end(&self, now: Moment) {
        let shown = self.inner.shown.0.read().unwrap_or_else(PoisonError::into_inner);
        let (begins, ends) = (shown.begins, shown.ends);
        let (first, last) = (begins.day(), ends.day());
        if now.0 > ends.0 {
            tracing::warn!(%last, "the certificate has expired: browsers and tablets refuse it");
        } else if now.0 < begins.0 {
            tracing::warn!(%first, "the certificate is not valid yet: browsers and tablets refuse it");
        } else if last.days_since(now.day()) <= SOON {
            tracing::warn!(%last, "the certificate ends soon; renew it");
        }
    }
}

impl ResolvesServerCert for Shown {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.read().unwrap_or_else(PoisonError::into_inner).certified.clone())
    }
}
