//! What a tablet keeps of what was published, and for whom.

use device::tablet::Tablet;
use domain::permission::Act;

use crate::browser::remembered::leading;
use crate::tablet_context::use_tablet_if_open;

/// The tablet, where it is open and its leader may read pictures. A visitor's has what was published from a
/// rescue file alone, to give it back.
pub fn use_tablet_to_read() -> Option<Tablet> {
    use_tablet_if_open().filter(|_| leading().may(Act::ReadReleases))
}
