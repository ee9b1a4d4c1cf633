//! The way between tablets and server, which a test can cut.

use std::net::{Ipv4Addr, SocketAddr};

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Passes bytes on to the server, as long as the network is up.
pub struct Network {
    /// Where tablets connect; the same before and after a cut.
    pub address: SocketAddr,
    up: watch::Sender<bool>,
    carrier: JoinHandle<()>,
}

impl Network {
    /// A network in front of the server at `to`; it is up.
    pub fn new(handle: &Handle, to: SocketAddr) -> Network {
        let (up, is_up) = watch::channel(true);
        let (listener, address) = handle.block_on(async {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("this machine has a free port");
            let address = listener.local_addr().expect("a listener has an address");
            (listener, address)
        });
        let carrier = handle.spawn(carry(listener, address, to, is_up));
        Network { address, up, carrier }
    }

    /// Connections are refused and those that exist are dropped.
    pub fn cut(&self) {
        self.up.send_replace(false);
        while std::net::TcpStream::connect(self.address).is_ok() {
            std::thread::yield_now();
        }
    }

    /// Everything as before.
    pub fn mend(&self) {
        self.up.send_replace(true);
        while std::net::TcpStream::connect(self.address).is_err() {
            std::thread::yield_now();
        }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.carrier.abort();
    }
}

async fn carry(listener: TcpListener, address: SocketAddr, to: SocketAddr, mut is_up: watch::Receiver<bool>) {
    let mut listener = Some(listener);
    loop {
        if !*is_up.borrow_and_update() {
            // A port that nobody listens on refuses.
            listener = None;
            if is_up.changed().await.is_err() {
                return;
            }
            continue;
        }
        let listening = match listener.take() {
            Some(listening) => listening,
            None => TcpListener::bind(address).await.expect("the port is still this test's"),
        };
        tokio::select! {
            accepted = listening.accept() => {
                if let Ok((tablet, _)) = accepted {
                    tokio::spawn(pass_on(tablet, to, is_up.clone()));
                }
            }
            _ = is_up.changed() => {}
        }
        listener = Some(listening);
    }
}

async fn pass_on(mut tablet: TcpStream, to: SocketAddr, mut is_up: watch::Receiver<bool>) {
    let Ok(mut server) = TcpStream::connect(to).await else { return };
    tokio::select! {
        _ = copy_bidirectional(&mut tablet, &mut server) => {}
        _ = is_up.wait_for(|up| !up) => {}
    }
}
