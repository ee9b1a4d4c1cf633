//! Pull: a tablet asks what is new.

use serde::{Deserialize, Serialize};

/// What a tablet has seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pull {
    /// From the last answer; nothing at first. One of another district is answered with a problem.
    pub cursor: Option<String>,
    /// From the last answer to a push or a close; nothing at first.
    pub reached: Option<String>,
}

/// What is new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pulled {
    /// The district that answers. A tablet works for one, and names it with each push.
    pub district: String,
    /// The server's epoch. When it is another one than before, the server was restored from a backup: the answer begins
    /// from the beginning, and the tablet offers again whatever it still holds.
    pub epoch: String,
    /// For the next pull; its text means nothing to the tablet.
    pub cursor: String,
    /// What is new, oldest first; only the newest revision of each thing.
    pub news: Vec<News>,
    /// Whether there is more.
    pub more: bool,
}

/// One new thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct News {
    /// What it is.
    pub kind: NewsKind,
    /// Its id: the district's, or the round's. A pause of everything has the district's.
    pub id: String,
    /// Which edit of it this is, from 1.
    pub revision: u32,
    /// The thing as JSON text, byte for byte as it was taken.
    pub body: String,
    /// For a release, the server's seal over the body; a release is only taken back with it.
    pub seal: Option<String>,
}

/// What a server tells tablets. Summaries and notes are not among it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NewsKind {
    /// Schools and rooms: a [`domain::roster::Roster`].
    Roster,
    /// What new rounds are planned under: a [`domain::agreement::Agreement`].
    Agreement,
    /// A [`domain::round::Plan`].
    Plan,
    /// A [`domain::round::Debrief`].
    Debrief,
    /// A [`domain::release::Release`]: the round is closed.
    Release,
    /// The round is closed; what it published is not for whoever is signed in to read. The body is `{}`.
    Closed,
    /// A [`domain::round::Delivery`].
    Delivery,
    /// A [`domain::agreement::Pause`]: the staff representative paused something, or resumed it.
    Pause,
}
