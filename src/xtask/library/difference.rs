//! Says where two libraries first differ.

use serde_json::Value;

use super::LibraryError;

/// Fails when the JSON `kept` is not, to the byte, the JSON `made`; the error names the first difference.
pub(super) fn compare(file: &'static str, kept: &str, made: &str) -> Result<(), LibraryError> {
    if kept == made {
        return Ok(());
    }
    let read = |text| serde_json::from_str(text).map_err(|cause| LibraryError::NotJson { file, cause });
    let (kept_value, made_value): (Value, Value) = (read(kept)?, read(made)?);
    let (place, kept, made) = first_difference("", Some(&kept_value), Some(&made_value))
        .unwrap_or_else(|| ("the layout".into(), "another".into(), "one look-for a line".into()));
    Err(LibraryError::Differs { file, place, kept, made })
}

fn first_difference(place: &str, kept: Option<&Value>, made: Option<&Value>) -> Option<(String, String, String)> {
    match (kept, made) {
        (Some(Value::Object(kept)), Some(Value::Object(made))) => {
            let keys = kept.keys().chain(made.keys().filter(|key| !kept.contains_key(*key)));
            keys.into_iter().find_map(|key| first_difference(&format!("{place}.{key}"), kept.get(key), made.get(key)))
        }
        (Some(Value::Array(kept)), Some(Value::Array(made))) => (0..kept.len().max(made.len()))
            .find_map(|index| first_difference(&format!("{place}[{index}]"), kept.get(index), made.get(index))),
        (kept, made) if kept == made => None,
        (kept, made) => {
            let said = |value: Option<&Value>| value.map_or("missing".into(), Value::to_string);
            Some((place.trim_start_matches('.').into(), said(kept), said(made)))
        }
    }
}
