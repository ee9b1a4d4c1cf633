//! Takes what a person sees, in every size, scheme and language.

use std::path::PathBuf;

use serde_json::json;
use world::Person;
use world::browser::Screen;

const SCREENS: [Screen; 4] = [(390, 844), (820, 1180), (1180, 820), (1440, 900)];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// In which the app speaks.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// Where pictures go.
pub struct Camera {
    folder: PathBuf,
}

impl Camera {
    /// A camera whose pictures go into `folder`.
    pub fn into(folder: PathBuf) -> Camera {
        Camera { folder }
    }

    /// Takes the screen that is shown in every size, scheme and language. The page is loaded anew for each language.
    pub fn takes(&self, person: &Person, screen: &str) {
        for language in LANGUAGES {
            self.takes_in(person, language, screen);
        }
        speaks(person, "en");
        person.reloads();
        person.wait("see the page again", || (!person.text().trim().is_empty()).then_some(()));
    }

    fn takes_in(&self, person: &Person, language: &str, screen: &str) {
        speaks(person, language);
        person.reloads();
        self.takes_as_it_is(person, language, screen);
    }

    /// The same without loading the page anew: for what lies over a screen.
    pub fn takes_as_it_is(&self, person: &Person, language: &str, screen: &str) {
        person.wait("see something", || (person.text().trim().len() > 20).then_some(()));
        for size in SCREENS {
            person.resizes(size);
            for scheme in SCHEMES {
                person.prefers_scheme(scheme);
                // Two frames, so that all of it is drawn.
                person.run_async(
                    "await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))",
                    vec![],
                );
                let (width, height) = size;
                person.screenshot(&self.folder.join(format!("{language}-{scheme}-{width}x{height}-{screen}.png")));
            }
        }
        person.resizes((820, 1180));
        person.prefers_scheme("light");
    }
}

/// The page speaks this language when it is next loaded.
pub fn speaks(person: &Person, language: &str) {
    person.run("localStorage.setItem('noticeboard-language', arguments[0])", vec![json!(language)]);
}
