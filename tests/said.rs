//! What the app says of a visit's clock and of a button that is held. The app builds only for a browser; these parts of it
//! need none, and are tested here.

#[path = "../src/app/screens/visit/block_clock.rs"]
mod block_clock;
#[expect(dead_code, reason = "since when it runs is asked on the screen alone")]
#[path = "../src/app/screens/visit/hold.rs"]
mod hold;
