//! What a server of a later version tells: news of a kind that this version does not know is passed over, not an error.
//!
//! Its kind is remembered, so that the version that knows it asks for everything once more.

use std::collections::BTreeSet;

use protocol::pull::{News, NewsKind};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::sync::Stopped;

/// A [`protocol::pull::Pulled`] of any version.
#[derive(Debug, Deserialize)]
pub(super) struct Heard {
    pub(super) district: String,
    pub(super) epoch: String,
    pub(super) cursor: String,
    news: Vec<AnyNews>,
    pub(super) more: bool,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum AnyNews {
    Known(News),
    Other { kind: String },
}

impl Heard {
    /// The news that this version knows, and the kinds of the rest.
    ///
    /// # Errors
    /// Where news of a known kind cannot be read: it is not the server's then.
    pub(super) fn news(&self) -> Result<(Vec<&News>, BTreeSet<String>), Stopped> {
        let (mut known, mut skipped) = (Vec::new(), BTreeSet::new());
        for news in &self.news {
            match news {
                AnyNews::Known(news) => known.push(news),
                AnyNews::Other { kind } if is_known(kind) => return Err(Stopped::NotTheServer),
                AnyNews::Other { kind } => {
                    skipped.insert(kind.clone());
                }
            }
        }
        Ok((known, skipped))
    }
}

/// Whether this version knows news of a kind.
pub(super) fn is_known(kind: &str) -> bool {
    let kind: StrDeserializer<'_, Error> = kind.into_deserializer();
    NewsKind::deserialize(kind).is_ok()
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use async_trait::async_trait;
    use protocol::pull::Pull;

    use super::*;
    use crate::network::{Network, NoAnswer, Request, Response};
    use crate::rescue::tests::{Held, wait};
    use crate::sync::Synced;
    use crate::tablet::{Record, SyncState};

    /// Answers every pull with this news, and remembers the cursors that were handed to it.
    struct Tells(&'static str, RefCell<Vec<Option<String>>>);

    #[async_trait(?Send)]
    impl Network for Tells {
        async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
            let pull: Pull = serde_json::from_str(&request.body.unwrap_or_default()).unwrap();
            self.1.borrow_mut().push(pull.cursor);
            let around =
                |news: &str| format!(r#"{{"district":"Alder","epoch":"1","cursor":"9","news":[{news}],"more":false}}"#);
            Ok(Response { status: 200, body: around(self.0) })
        }
    }

    fn pulls(held: &Held, server: &Tells) -> Result<usize, Stopped> {
        let mut synced = Synced::default();
        wait(held.tablet.pull(server, &mut synced)).map(|()| synced.heard)
    }

    const LATER: &str = r#"{"kind":"weather","id":"1","revision":1,"body":"{}","since":3},
        {"kind":"roster","id":"1","revision":1,"body":"{\"schools\":[{\"id\":\"01010101010101010101010101010101\",\"name\":\"Alder\"}],\"rooms\":[]}","seal":null}"#;

    #[test]
    fn news_of_an_unknown_kind_is_passed_over_and_the_rest_is_taken() {
        let (held, server) = (Held::empty(1), Tells(LATER, RefCell::default()));
        assert_eq!(pulls(&held, &server), Ok(1));
        let held = held.reopened();
        assert_eq!(held.tablet.held().roster().schools.len(), 1);
        let state = held.tablet.held().sync_state().clone();
        assert_eq!((state.cursor.as_deref(), state.skipped), (Some("9"), ["weather".to_owned()].into()));
        // It is not asked for again and again.
        pulls(&held, &server).unwrap();
        assert_eq!(*server.1.borrow(), [None, Some("9".to_owned())]);
    }

    #[test]
    fn a_version_that_knows_what_was_passed_over_asks_for_everything_once() {
        let (held, server) = (Held::empty(1), Tells("", RefCell::default()));
        let skipped = ["delivery".to_owned(), "weather".to_owned()].into();
        let state = SyncState { cursor: Some("5".into()), epoch: Some("1".into()), skipped, ..SyncState::default() };
        held.keeps(Record::Sync(state));
        pulls(&held, &server).unwrap();
        pulls(&held, &server).unwrap();
        assert_eq!(*server.1.borrow(), [None, Some("9".to_owned())]);
        assert!(held.tablet.held().sync_state().skipped.is_empty(), "what comes from the beginning says it again");
    }

    #[test]
    fn news_of_a_known_kind_that_cannot_be_read_is_not_the_servers() {
        let server = Tells(r#"{"kind":"plan","id":7}"#, RefCell::default());
        assert_eq!(pulls(&Held::empty(1), &server), Err(Stopped::NotTheServer));
    }
}
