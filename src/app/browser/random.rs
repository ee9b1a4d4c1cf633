//! Random bytes from the browser.

use device::surroundings::Random;

/// `crypto.getRandomValues`.
pub struct BrowserRandom;

impl Random for BrowserRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let crypto = super::window().crypto().expect("every browser that runs the app has a crypto object");
        crypto.get_random_values_with_u8_array(bytes).expect("at most 65,536 bytes are asked for at once");
    }
}
