//! How a server runs: it answers until it is told to stop, deletes what is due, and leaves its file complete.

use std::future::Future;
use std::io;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::time::{interval, timeout};

use crate::http::{for_this_machine, router};
use crate::{Server, store};

/// How long requests that are being answered may take after the server was told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(20);
/// How often the write-ahead log is emptied.
const EACH_MINUTE: Duration = Duration::from_secs(60);
/// Minutes between two rounds of deleting what is due.
const TIDY_EVERY: u32 = 60;

/// Answers on `listener` until `shutdown` is done, then finishes what it is answering and shuts the store.
pub async fn serve(
    listener: TcpListener,
    server: Server,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let store = server.store.clone();
    let tidying = tokio::spawn(tidy(server.clone()));
    let (told, telling) = tokio::sync::oneshot::channel::<()>();
    let stop = async move {
        shutdown.await;
        // The receiver is gone only when answering has failed before.
        let _ = told.send(());
    };
    let is_for_this_machine = listener.local_addr()?.ip().is_loopback();
    let router = if is_for_this_machine { for_this_machine(router(server)) } else { router(server) };
    let answering = axum::serve(listener, router).with_graceful_shutdown(stop);
    let too_slow = async {
        let _ = telling.await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    let outcome = tokio::select! {
        outcome = answering => outcome,
        () = too_slow => {
            tracing::warn!("some requests were still being answered and were cut off");
            Ok(())
        }
    };
    tidying.abort();
    if timeout(LAST_ANSWERS, store.shut()).await.is_err() {
        tracing::warn!("the database was still busy when the server stopped; what was acknowledged is safe");
    }
    outcome
}

/// Done when the process is told to stop, by ctrl-c or by SIGTERM.
pub async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => (),
        () = terminated => (),
    }
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
