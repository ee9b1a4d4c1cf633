//! A person who has another body than most programs are made for: keys in the place of fingers, large text, colours of
//! their own, a screen reader.

pub use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::person::Person;

impl Person {
    /// Prefers what the system's settings are called in style sheets, such as `forced-colors` and `active`, and nothing
    /// else any more.
    pub fn prefers(&self, features: &[(&str, &str)]) {
        self.browser().prefer(features);
    }

    /// Reads text of this size, in CSS pixels, wherever a page does not ask for another; browsers begin with 16.
    pub fn reads_text_of(&self, pixels: u32) {
        self.browser().read_text_of(pixels);
    }

    /// Waits until what is to be seen is drawn: two frames.
    pub fn sees_it_drawn(&self) {
        let frames = "await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))";
        self.run_async(frames, vec![]);
    }

    /// Presses a key.
    pub fn types_key(&self, key: Key) {
        self.browser().keys(None, &key.to_string());
    }

    /// Presses a key while Shift is held.
    pub fn types_with_shift(&self, key: Key) {
        self.browser().keys(Some(Key::Shift), &key.to_string());
    }

    /// Types letters, wherever the focus is.
    pub fn types(&self, letters: &str) {
        self.browser().keys(None, letters);
    }

    /// What the browser tells a screen reader: the nodes that it does not ignore, each with `role`, `name` and
    /// `properties`.
    pub fn is_told(&self) -> Vec<Value> {
        let tree = self.browser().command("Accessibility.getFullAXTree", &json!({}));
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        nodes.into_iter().filter(|node| node["ignored"] == Value::Bool(false)).collect()
    }
}
