//! Takes what a person sees, in every size and scheme.

use std::path::PathBuf;

use world::Person;
use world::browser::Screen;
use world::tour::Looker;

const SCREENS: [Screen; 4] = [(390, 844), (820, 1180), (1180, 820), (1440, 900)];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// Where pictures go.
pub struct Camera {
    folder: PathBuf,
}

impl Camera {
    /// A camera whose pictures go into `folder`.
    pub fn into(folder: PathBuf) -> Camera {
        Camera { folder }
    }
}

impl Looker for Camera {
    fn looks(&self, person: &Person, language: &str, screen: &str) {
        for size in SCREENS {
            person.resizes(size);
            for scheme in SCHEMES {
                person.prefers_scheme(scheme);
                person.sees_it_drawn();
                let (width, height) = size;
                person.screenshot(&self.folder.join(format!("{language}-{scheme}-{width}x{height}-{screen}.png")));
            }
        }
        person.resizes((820, 1180));
        person.prefers_scheme("light");
    }
}
