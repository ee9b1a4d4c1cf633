//! Who leads on this tablet, and the way out: nothing of theirs stays behind that was sent, and nothing that was not goes.

use device::people::{SignedIn, sign_out};
use device::sync::Stopped;
use device::tablet::{NotErased, Tablet};
use dioxus::prelude::*;

use crate::browser::network::Fetch;
use crate::browser::{address, keeping, remembered};
use crate::navigation::Link;
use crate::route::Route;
use crate::tablet_context::{database, use_tablet};
use crate::words::use_words;

/// What stands between whoever wants to leave and the way out.
#[derive(Debug, Clone, PartialEq)]
enum InTheWay {
    /// Some of their work is on this tablet and nowhere else.
    Unsent,
    /// A round that is not closed has its key and its evidence here.
    OpenRound,
    /// The server could not be told, so that the session still counts there.
    NotTold(Stopped),
    /// They are signed out, and the browser did not let go of what is here.
    NotErased,
}

/// Who leads on this tablet, and the way out.
#[component]
pub fn WhoLeads() -> Element {
    let words = &use_words().sign_in;
    let tablet = use_tablet();
    let mut in_the_way = use_signal(|| None::<InTheWay>);
    let mut under_way = use_signal(|| false);
    let Some(leader) = remembered::leader() else { return rsx! {} };
    let name = leader.name.clone();
    let (safe, open_round) = (tablet.held().is_all_sent(), tablet.held().holds_an_open_round());
    let (leaver, keeper) = (leader.clone(), leader);
    let leave = use_callback(move |()| {
        under_way.set(true);
        let (tablet, leader) = (tablet.clone(), leaver.clone());
        spawn(async move {
            match leave_nothing(&tablet, &leader).await {
                Ok(()) => address::load("/"),
                Err(reason) => in_the_way.set(Some(reason)),
            }
            under_way.set(false);
        });
    });
    let ask = move |_| match (safe, open_round) {
        (false, _) => in_the_way.set(Some(InTheWay::Unsent)),
        (true, true) => in_the_way.set(Some(InTheWay::OpenRound)),
        (true, false) => leave.call(()),
    };
    let keep = move |_| {
        let leader = keeper.clone();
        spawn(async move {
            // Where no answer comes the session stays in the list of devices, and an administrator can end it there.
            let _ = sign_out(&Fetch::in_session(leader.session.clone())).await;
            remembered::forget_person(&leader.session);
            address::load("/");
        });
    };
    rsx! {
        section { class: "card",
            h2 { {(words.signed_in_as)(&name)} }
            match in_the_way() {
                None => rsx! {
                    p { class: "soft", {if safe { words.sign_out_more } else { words.sign_out_first }} }
                    div { class: "acts",
                        Link { class: "button", to: Route::SignIn {}, {words.somebody_else} }
                        button { class: "plain", disabled: under_way(), onclick: ask, {words.sign_out} }
                    }
                },
                Some(InTheWay::NotErased) => rsx! {
                    p { role: "alert", {words.not_erased} }
                    div { class: "acts",
                        button { onclick: |_| address::load("/"), {words.go_on} }
                    }
                },
                Some(reason) => rsx! {
                    p { role: "alert",
                        match &reason {
                            InTheWay::NotTold(Stopped::NoAnswer) => words.not_told,
                            InTheWay::NotTold(_) => words.told_no,
                            InTheWay::OpenRound => words.open_round,
                            InTheWay::Unsent | InTheWay::NotErased => words.unsent,
                        }
                    }
                    p { class: "small soft", {if reason == InTheWay::OpenRound { words.open_round_more } else { words.sealed_more }} }
                    div { class: "acts",
                        button { class: "main", onclick: move |_| in_the_way.set(None), {words.stay} }
                        button { class: "plain", onclick: keep, {words.keep_sealed} }
                        if reason == InTheWay::OpenRound {
                            button { class: "plain", disabled: under_way(), onclick: move |_| leave.call(()), {words.delete_all} }
                        }
                    }
                },
            }
        }
    }
}

/// Signs out and removes what this device holds and remembers of the leader. The server is told first: what it was not
/// told would leave a session that nobody here knows of.
async fn leave_nothing(tablet: &Tablet, leader: &SignedIn) -> Result<(), InTheWay> {
    sign_out(&Fetch::in_session(leader.session.clone())).await.map_err(InTheWay::NotTold)?;
    // Before: whoever switches the device off in between is not told later that the browser did it.
    remembered::set_stored(&database(), false);
    let erased = tablet.erase().await;
    remembered::forget_person(&leader.session);
    match erased {
        Ok(()) => {
            if keeping::tablets().await.is_empty() {
                remembered::forget_that_somebody_led();
            }
            Ok(())
        }
        // Something was done in the moment in which the server was told: it stays here, sealed.
        Err(NotErased::Unsent) => {
            remembered::set_stored(&database(), true);
            Err(InTheWay::NotErased)
        }
        Err(NotErased::Storage(_)) => Err(InTheWay::NotErased),
    }
}
