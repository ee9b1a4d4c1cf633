//! The whole app: what a leader's tablet opens.

fn main() {
    app::start(app::Whole);
}
