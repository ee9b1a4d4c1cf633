//! Coming in with a code, and leaving.

use domain::text::Name;
pub use protocol::SESSION;
use protocol::path::{SIGN_IN, SIGN_OUT};
use protocol::people::SignIn;
pub use protocol::people::{Door, SignedIn};
use serde::Serialize;

use crate::network::Network;
use crate::sync::{Stopped, ask};

/// Gives a code to the server; who is signed in then. The secret that proves it is a cookie, which only the browser holds.
///
/// # Errors
/// [`crate::sync::ProblemKind::Mistyped`] where no code is written so, and `CodeUnknown` where it lets nobody in.
pub async fn sign_in(network: &dyn Network, code: &str, device: &Name) -> Result<SignedIn, Stopped> {
    let asked = SignIn { code: code.to_owned(), device: device.clone() };
    ask::post(network, SIGN_IN, &asked).await
}

/// Ends the session that `network` asks in; one that does not count any more is ended already. What is on the tablet
/// stays there.
///
/// # Errors
/// When the server was not told: then the session may still count, and an administrator can end it.
pub async fn sign_out(network: &dyn Network) -> Result<(), Stopped> {
    ask::tell(network, SIGN_OUT, &Nothing {}).await
}

/// A request that says nothing beyond its path.
#[derive(Serialize)]
struct Nothing {}
