//! The line that says where a person's work is: on this tablet, on its way, or received.

use dioxus::prelude::*;

use crate::app::use_happenings;
use crate::navigation::Link;
use crate::route::Route;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet_if_open;
use crate::words::use_words;

/// One line on the state of saving; it leads to [`Route::ThisTablet`], where more is said.
#[component]
pub fn SavingState() -> Element {
    let words = use_words();
    let (sync, online) = (use_sync(), use_happenings().online);
    let Some(tablet) = use_tablet_if_open() else { return rsx! {} };
    let (unsent, last) = {
        let held = tablet.held();
        (held.unsent(), held.sync_state().last)
    };
    let waiting = unsent.unfinished + unsent.summaries + unsent.notes + unsent.shared + unsent.refused;
    let (class, text) = if sync.is_under_way() && waiting > 0 {
        ("state sent", words.sync.sending.to_owned())
    } else if waiting > 0 {
        ("state held", (words.sync.still_here)(waiting))
    } else if !online() {
        ("state", words.sync.no_network.to_owned())
    } else if let Some(last) = last {
        ("state received", (words.sync.all_received_at)(last))
    } else {
        ("state saved", words.sync.saved_here.to_owned())
    };
    rsx! {
        Link { class: "button plain", to: Route::ThisTablet {},
            span { class, role: "status", {text} }
        }
    }
}
