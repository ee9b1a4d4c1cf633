//! In whose place a request is made, and whether it may do what it asks: the one way to the table in `domain`.

use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::ids::SessionId;
use domain::permission::{Act, Mandate, Role, may};
use protocol::people::Door;

use crate::Server;
use crate::http::problem::Refused;
use crate::store::people::Caller;

/// Proof that the request may do what `A` asks, with who asks. Each handler's first argument, so that nothing else of a
/// request is read before.
pub struct May<A> {
    /// Who asks.
    pub caller: Caller,
    asks: PhantomData<A>,
}

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
    ManageDistrict ApproveFamilyPage EnterOffice ReadAccessLog HoldRecords AddContext FetchLetters
    DraftAgreement SignAgreement Pause ReadReports
}

impl<A: Asks> FromRequestParts<Server> for May<A> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<May<A>, Refused> {
        // What anyone may do needs no look at the database.
        if may(Role::Anyone, A::ACT) {
            return Ok(May { caller: nobody(), asks: PhantomData });
        }
        let caller = caller(&parts.headers, server).await?;
        match caller.mandate.may(A::ACT) {
            true => Ok(May { caller, asks: PhantomData }),
            false if caller.mandate.role == Role::Anyone => Err(Refused::not_signed_in()),
            false => Err(Refused::not_allowed()),
        }
    }
}

/// Who asks: the holder of the session that a header names and a cookie proves, or whoever came through a door of the
/// sample. A cookie alone proves nothing here: a page of another origin could have a browser send it.
pub async fn caller(headers: &HeaderMap, server: &Server) -> Result<Caller, Refused> {
    let named = headers.get(protocol::SESSION).and_then(|value| value.to_str().ok());
    if let Some(session) = named.and_then(|text| SessionId::parse(text).ok()) {
        let secret = cookie(headers, &protocol::session_cookie(&session)).unwrap_or_default();
        let caller = server.store.caller(&session, &secret, server.now().day()).await?;
        return Ok(caller.unwrap_or_else(nobody));
    }
    let door = headers.get(protocol::DOOR).and_then(|value| value.to_str().ok());
    let Some(door) = Door::ALL.into_iter().find(|other| door == Some(other.word())) else { return Ok(nobody()) };
    if server.store.district().await?.sample {
        Ok(Caller { mandate: door.mandate(), session: None })
    } else {
        Ok(nobody())
    }
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    cookies(headers).find(|(found, _)| *found == name).map(|(_, value)| value.to_owned())
}

/// The name and the value of each cookie.
pub fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='))
}

fn nobody() -> Caller {
    Caller { mandate: Mandate::everywhere(Role::Anyone), session: None }
}
