//! What a browser, its disk and its memory go through. One binary, so that what waits for one browser leaves the machine to
//! another.

mod full_disk;
mod kills;
mod lost_writes;
mod soaking;
