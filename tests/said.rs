//! What the app says of released values, of a visit's clock and of a button that is held. The app builds only for a browser;
//! these parts of it need none, and are tested here.
#![expect(dead_code, reason = "most words are said only on screens")]

#[path = "../src/app/screens/visit/block_clock.rs"]
mod block_clock;
#[path = "../src/app/screens/visit/hold.rs"]
mod hold;
#[path = "../src/app/words/picture/mod.rs"]
mod picture;
