//! An agreement that district and staff have signed, for a world in which that went before.

use domain::agreement::Agreement;
use domain::time::Day;
use server::store::Store;

/// The lead drafts it and a representative of the staff signs it, on one day.
pub async fn agrees(store: &Store, agreement: &Agreement, today: Day) {
    store.draft_agreement(agreement, today).await.expect("the lead drafts an agreement");
    let draft = store.agreement_draft().await.expect("a draft is read").expect("it waits for a signature");
    store.sign_agreement(&draft.mark(), today).await.expect("a representative signs it");
}
