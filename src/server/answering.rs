//! Connections: how each is accepted, made secret, answered, and given up when nobody is there any more.

use std::future::Future;
use std::net::IpAddr;
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tower::util::MapRequest;

use crate::store::people::Sender;

/// How long a connection may take to agree on TLS, and to say the head of its next request. A tablet that went out of
/// reach never says goodbye; without a limit its connection would stay for good.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to wait when the system has no room for another connection.
const FULL: Duration = Duration::from_secs(1);

/// How a connection is spoken on.
#[derive(Clone)]
pub enum Speech {
    /// As it comes.
    Plain,
    /// Over TLS.
    Tls(TlsAcceptor),
}

/// Answers every connection to `listener` until `stop` is done, then finishes the requests that were begun. `sender` says
/// who is at the other end of a connection from an address.
pub async fn answer(
    listener: TcpListener,
    speech: Speech,
    router: Router,
    sender: fn(IpAddr) -> Sender,
    stop: impl Future<Output = ()>,
) {
    let open = GracefulShutdown::new();
    let (stopping, stopped) = watch::channel(());
    let mut stop = std::pin::pin!(stop);
    loop {
        let stream = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match stream {
            Ok((stream, address)) => {
                let router = MapRequest::new(router.clone(), from(sender(address.ip())));
                _ = tokio::spawn(connection(stream, speech.clone(), router, open.watcher(), stopped.clone()))
            }
            // Without a pause a server that is out of file handles would do nothing but ask for more.
            Err(cause) if is_the_systems(&cause) => {
                tracing::error!(%cause, "no connection can be accepted now");
                sleep(FULL).await;
            }
            // Whoever knocked has left again.
            Err(_) => (),
        }
    }
    drop(stopping);
    open.shutdown().await;
}

async fn connection(
    stream: TcpStream,
    speech: Speech,
    router: MapRequest<Router, impl FnMut(Request<Incoming>) -> Request<Incoming> + Clone + Send + 'static>,
    watcher: Watcher,
    mut stopped: watch::Receiver<()>,
) {
    // Answers are small and complete; waiting for more to send would only hold them back.
    let _ = stream.set_nodelay(true);
    let builder = Builder::new(TokioExecutor::new());
    match speech {
        // What speaks HTTP/2 without TLS is no browser, and waiting to see which one it is would have no end.
        Speech::Plain => requests(stream, builder.http1_only(), router, watcher).await,
        Speech::Tls(acceptor) => {
            let agreed = tokio::select! {
                agreed = timeout(PATIENCE, acceptor.accept(stream)) => agreed,
                // Nothing was asked yet, so nothing is cut off.
                _ = stopped.changed() => return,
            };
            // Scanners and people who do not trust the certificate end here; that is theirs to see, and no news.
            let Ok(Ok(stream)) = agreed else { return };
            let is_http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
            let builder = if is_http2 { builder.http2_only() } else { builder.http1_only() };
            requests(stream, builder, router, watcher).await;
        }
    }
}

async fn requests<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    stream: S,
    mut builder: Builder<TokioExecutor>,
    router: MapRequest<Router, impl FnMut(Request<Incoming>) -> Request<Incoming> + Clone + Send + 'static>,
    watcher: Watcher,
) {
    builder.http1().timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    builder.http2().timer(TokioTimer::new()).keep_alive_interval(PATIENCE).keep_alive_timeout(PATIENCE);
    let answered = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)).into_owned();
    // How a connection ends is the other side's affair; a request that failed has its own line in the log.
    let _ = watcher.watch(answered).await;
}

/// Puts the sender of a connection into each of its requests, where a sign-in finds it.
fn from<B>(sender: Sender) -> impl FnMut(Request<B>) -> Request<B> + Clone {
    move |mut request| {
        request.extensions_mut().insert(sender);
        request
    }
}

/// Whether accepting failed for want of something here, and not because the other side went away.
fn is_the_systems(cause: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    !matches!(cause.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
