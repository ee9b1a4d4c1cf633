//! One request and its answer, taken only when it is what the server would say.

use protocol::problem::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::network::{Method, Network, Request, Response};
use crate::sync::Stopped;

/// Hands `message` over and reads the answer.
pub(crate) async fn post<M: Serialize, A: DeserializeOwned>(
    network: &dyn Network,
    path: &str,
    message: &M,
) -> Result<A, Stopped> {
    let body = Some(domain::change::write(message));
    read(network, Request { method: Method::Post, path: path.to_owned(), body }).await
}

/// Reads what stands at `path`.
pub(crate) async fn get<A: DeserializeOwned>(network: &dyn Network, path: &str) -> Result<A, Stopped> {
    read(network, Request { method: Method::Get, path: path.to_owned(), body: None }).await
}

/// Hands `message` over where there is nothing to answer.
pub(crate) async fn tell<M: Serialize>(network: &dyn Network, path: &str, message: &M) -> Result<(), Stopped> {
    let body = Some(domain::change::write(message));
    let request = Request { method: Method::Post, path: path.to_owned(), body };
    let response = network.send(request).await.map_err(|_| Stopped::NoAnswer)?;
    if response.status == 204 { Ok(()) } else { Err(refusal(&response)) }
}

/// A status alone proves nothing: the sign-in page of a guest network answers 200 too. Only a body of the right shape
/// counts as an answer.
async fn read<A: DeserializeOwned>(network: &dyn Network, request: Request) -> Result<A, Stopped> {
    let response = network.send(request).await.map_err(|_| Stopped::NoAnswer)?;
    if (200..300).contains(&response.status) {
        return serde_json::from_str(&response.body).map_err(|_| Stopped::NotTheServer);
    }
    Err(refusal(&response))
}

fn refusal(response: &Response) -> Stopped {
    serde_json::from_str::<Problem>(&response.body).map_or(Stopped::NotTheServer, Stopped::Problem)
}
