//! In whose place a request is made, and whether it may do what it asks: the one way to the table in `domain`.

use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use domain::permission::{Act, Role, may};
use protocol::door_word;

use crate::Server;
use crate::http::problem::Refused;
use crate::store::District;

/// The roles that the sample's doors stand for.
pub const DOORS: [Role; 2] = [Role::Lead, Role::Reader];

/// Proof that the request may do what `A` asks. Each handler's first argument, so that nothing else of a request is
/// read before.
pub struct May<A>(PhantomData<A>);

/// A kind of request that the table knows.
pub trait Asks: Send {
    /// What it asks for.
    const ACT: Act;
}

macro_rules! asks {
    ($($act:ident)*) => {$(
        #[doc = concat!("Asks for [`Act::", stringify!($act), "`].")]
        pub struct $act;

        impl Asks for $act {
            const ACT: Act = Act::$act;
        }
    )*};
}

asks! {
    Push Pull ReadTokens ReportUnsent PreviewClose CloseRound OfferRelease ListSchools ReadReleases FetchNote DeleteNote
}

impl<A: Asks> FromRequestParts<Server> for May<A> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<May<A>, Refused> {
        // What anyone may do needs no look at the database.
        if may(Role::Anyone, A::ACT) {
            return Ok(May(PhantomData));
        }
        let district = server.store.district().await?;
        if may(role(&parts.headers, &district), A::ACT) { Ok(May(PhantomData)) } else { Err(Refused::not_allowed()) }
    }
}

/// The role of the door a request comes through. Doors exist only in the sample.
fn role(headers: &HeaderMap, district: &District) -> Role {
    let door = headers.get(protocol::DOOR).and_then(|value| value.to_str().ok());
    let standing = DOORS.into_iter().find(|role| door.is_some() && door == door_word(*role));
    standing.filter(|_| district.sample).unwrap_or(Role::Anyone)
}
