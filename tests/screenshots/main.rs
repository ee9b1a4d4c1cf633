//! Goes on the tour and saves every screen: `screenshots OUT_DIR [STORY]`, after `cargo xtask build`.
//!
//! Each screen in four sizes, light and dark, in English and Spanish, with real content; the first ones with none too.
//! A file is called `<language>-<scheme>-<width>x<height>-<screen>.png`.

mod camera;

use std::path::PathBuf;
use std::process::ExitCode;

use world::tour::{STORIES, Tour};

use self::camera::Camera;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        let names = STORIES.map(|(name, _)| name).join(", ");
        eprintln!("say where the pictures go: screenshots OUT_DIR [STORY]; the stories are {names}");
        return ExitCode::FAILURE;
    };
    let (camera, asked) = (Camera::into(folder), arguments.next());
    for (name, play) in STORIES {
        if asked.as_ref().is_none_or(|asked| asked == name) {
            play(&Tour(&camera));
        }
    }
    ExitCode::SUCCESS
}
