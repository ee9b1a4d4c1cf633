//! Two short tones, made here: no file is fetched, and nothing sounds that the person did not leave on.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{call, property, window};

/// A tick under the finger: pitch in hertz, length in seconds, loudness of at most 1.
const TICK: (f64, f64, f64) = (1_400.0, 0.035, 0.12);
/// A soft beep when two minutes are over.
const BEEP: (f64, f64, f64) = (587.0, 0.4, 0.1);
/// As good as silent: loudness cannot fall to 0 along a curve.
const SILENT: f64 = 0.0001;

/// Makes sounds possible: a browser lets a page sound only once it was touched, so each tap calls this.
pub fn allow() {
    let Some(audio) = audio() else { return };
    if property(&audio, "state").is_some_and(|state| state != "running") {
        call(&audio, "resume", &[]);
    }
}

/// One tick.
pub fn tick() {
    sound(TICK);
}

/// One beep.
pub fn beep() {
    sound(BEEP);
}

/// Does nothing where the browser makes no sounds.
fn sound((pitch, length, loudness): (f64, f64, f64)) {
    let sounded = || {
        let audio = audio()?;
        let begins = property(&audio, "currentTime")?.as_f64()?;
        let (source, gain) = (call(&audio, "createOscillator", &[])?, call(&audio, "createGain", &[])?);
        Reflect::set(&property(&source, "frequency")?, &"value".into(), &pitch.into()).ok()?;
        let level = property(&gain, "gain")?;
        call(&level, "setValueAtTime", &[SILENT.into(), begins.into()])?;
        let rises = (begins + length / 8.0).into();
        call(&level, "exponentialRampToValueAtTime", &[loudness.into(), rises])?;
        call(&level, "exponentialRampToValueAtTime", &[SILENT.into(), (begins + length).into()])?;
        call(&source, "connect", std::slice::from_ref(&gain))?;
        call(&gain, "connect", &[property(&audio, "destination")?])?;
        call(&source, "start", &[begins.into()])?;
        call(&source, "stop", &[(begins + length).into()])
    };
    // Whether it sounded cannot be known, and nothing depends on it.
    let _ = sounded();
}

/// The page's one way to sound; nothing where there is none.
fn audio() -> Option<JsValue> {
    thread_local! {
        static AUDIO: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    }
    AUDIO.with_borrow_mut(|audio| {
        if audio.is_none() {
            let maker: Function = property(&window(), "AudioContext")?.dyn_into().ok()?;
            *audio = Reflect::construct(&maker, &js_sys::Array::new()).ok();
        }
        audio.clone()
    })
}
