//! How a server runs: it answers until it is told to stop, deletes what is due, and leaves its file complete.

use std::future::Future;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::time::{interval, timeout};

use crate::answering::{Speech, answer};
use crate::http::{for_this_machine, router};
use crate::store::people::Sender;
use crate::tls::{Tls, redirect};
use crate::web::Transport;
use crate::{Server, store};

/// How long requests that are being answered may take after the server was told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(20);
/// How often the write-ahead log is emptied.
const EACH_MINUTE: Duration = Duration::from_secs(60);
/// Minutes between two rounds of deleting what is due.
const TIDY_EVERY: u32 = 60;

/// How browsers reach the server.
#[derive(Clone)]
pub enum Reach {
    /// Over plain HTTP, which they trust on this machine only.
    Plain,
    /// Over HTTPS, which a reverse proxy speaks for the server.
    BehindProxy,
    /// Over HTTPS, which the server speaks itself.
    Tls(Tls),
}

impl Reach {
    /// Whether what browsers send and get is hidden from the way.
    pub fn transport(&self) -> Transport {
        match self {
            Reach::Plain => Transport::Plain,
            Reach::BehindProxy | Reach::Tls(_) => Transport::Tls,
        }
    }
}

/// Answers on `listener` until `shutdown` is done, then finishes what it is answering and shuts the store.
pub async fn serve(
    listener: TcpListener,
    reach: Reach,
    server: Server,
    shutdown: impl Future<Output = ()> + Send + 'static,
) {
    let store = server.store.clone();
    let tidying = tokio::spawn(tidy(server.clone()));
    let (told, telling) = tokio::sync::oneshot::channel::<()>();
    let stop = async move {
        shutdown.await;
        // The receiver is gone only when answering has ended before.
        let _ = told.send(());
    };
    let is_for_this_machine = listener.local_addr().is_ok_and(|address| address.ip().is_loopback());
    // Behind a proxy every connection is the proxy's, and no header of it is believed.
    let sender = if matches!(reach, Reach::BehindProxy) { |_| Sender::Unknown } else { Sender::At };
    let (speech, router) = match reach {
        // A proxy on the same machine passes on the name by which browsers know it.
        Reach::Plain if is_for_this_machine => (Speech::Plain, for_this_machine(router(server))),
        Reach::Plain | Reach::BehindProxy => (Speech::Plain, router(server)),
        Reach::Tls(tls) => (Speech::Tls(tls.acceptor()), router(server)),
    };
    let too_slow = async {
        let _ = telling.await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    tokio::select! {
        () = answer(listener, speech, router, sender, stop) => (),
        () = too_slow => tracing::warn!("some requests were still being answered and were cut off"),
    }
    tidying.abort();
    if timeout(LAST_ANSWERS, store.shut()).await.is_err() {
        tracing::warn!("the database was still busy when the server stopped; what was acknowledged is safe");
    }
}

/// Sends whoever comes to `listener` over plain HTTP on to HTTPS at `port`; never done.
pub async fn send_on(listener: TcpListener, server: Server, port: u16) {
    answer(listener, Speech::Plain, redirect::router(server, port), Sender::At, std::future::pending()).await;
}

/// Listens from now on for ctrl-c and SIGTERM; done when the process is told to stop by either.
pub fn told_to_stop() -> impl Future<Output = ()> + Send + 'static {
    #[cfg(unix)]
    let told = {
        use tokio::signal::unix::{SignalKind, signal};
        let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
        async move {
            match (interrupt, terminate) {
                (Ok(mut interrupt), Ok(mut terminate)) => tokio::select! {
                    _ = interrupt.recv() => (),
                    _ = terminate.recv() => (),
                },
                _ => std::future::pending().await,
            }
        }
    };
    #[cfg(not(unix))]
    let told = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    told
}

async fn tidy(server: Server) {
    let mut minutes = interval(EACH_MINUTE);
    // The first tick is at once, and opening has just tidied.
    minutes.tick().await;
    for minute in 1_u32.. {
        minutes.tick().await;
        let outcome: Result<(), store::Failure> = if minute.is_multiple_of(TIDY_EVERY) {
            server.store.tidy(server.now()).await
        } else {
            server.store.leave_no_log().await
        };
        if let Err(failure) = outcome {
            crate::http::log_cause(&failure);
        }
    }
}
