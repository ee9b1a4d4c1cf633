//! The part of the app that needs no tablet: the doors, the pictures, the library.

fn main() {
    app::start(app::Reader);
}
