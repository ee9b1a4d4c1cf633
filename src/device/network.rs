//! The way to a server, which may be cut, slow, or lead somewhere else.

use async_trait::async_trait;
/// The header that names the sample's door a request comes through, and the words for the doors.
pub use protocol::DOOR;

/// Sends requests to the one server the app came from.
#[async_trait(?Send)]
pub trait Network {
    /// Sends a request and waits for the answer.
    ///
    /// An error means that no answer came; the request may or may not have had its effect. An answer may come from
    /// something else than the server, such as the sign-in page of a guest network.
    async fn send(&self, request: Request) -> Result<Response, NoAnswer>;
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// How.
    pub method: Method,
    /// A path of [`protocol::path`].
    pub path: String,
    /// JSON, or nothing.
    pub body: Option<String>,
}

/// How something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Hands something over.
    Post,
}

/// What came back, from wherever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The body as text.
    pub body: String,
}

/// No answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no answer came")]
pub struct NoAnswer;
