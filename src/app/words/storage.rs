//! Why the store of a tablet did not take or give something, as a part of a sentence.

use device::storage::StorageFailure;

pub fn in_english(failure: &StorageFailure) -> String {
    failure.to_string()
}

pub fn in_spanish(failure: &StorageFailure) -> String {
    match failure {
        StorageFailure::Full => "ya no queda espacio en esta tableta".to_owned(),
        StorageFailure::TakenOver => "la tableta se abrió en otra pestaña".to_owned(),
        StorageFailure::Blocked => "otra pestaña no deja abrir el almacén".to_owned(),
        StorageFailure::Locked => "la tableta está bloqueada".to_owned(),
        // What the browser itself says is in no language that was chosen.
        StorageFailure::Failed(reason) => format!("el almacén de esta tableta no respondió: {reason}"),
    }
}
