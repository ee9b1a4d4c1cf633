//! One spelling for a location, so that `Room 012`, `RM 12` and `12` are one room.

/// The location in one spelling: capitals, single spaces, no word for "room" in front, no leading zeros.
///
/// Nothing when the location is blank or says only "room".
pub fn normalised(location: &str) -> Option<String> {
    let plain: String =
        location.chars().map(|character| if character.is_alphanumeric() { character } else { ' ' }).collect();
    let capitals = plain.to_uppercase();
    let words: Vec<&str> = capitals.split_whitespace().collect();
    let words = match words.split_first() {
        Some((first, rest)) if matches!(*first, "ROOM" | "RM" | "CLASSROOM" | "SALON" | "SALÓN") => rest,
        _ => &words[..],
    };
    let place = words.iter().map(|word| without_leading_zeros(word)).collect::<Vec<_>>().join(" ");
    (!place.is_empty()).then_some(place)
}

fn without_leading_zeros(word: &str) -> &str {
    let shorter = word.trim_start_matches('0');
    if shorter.starts_with(|character: char| character.is_ascii_digit()) || word.is_empty() {
        shorter
    } else if shorter.is_empty() {
        "0"
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_place_are_one_place() {
        for spelling in ["Room 012", "rm. 12", "12", " ROOM-12 ", "Classroom #12"] {
            assert_eq!(normalised(spelling).as_deref(), Some("12"), "{spelling}");
        }
    }

    #[test]
    fn different_places_stay_apart() {
        assert_ne!(normalised("12A"), normalised("12B"));
        assert_ne!(normalised("Portable 1"), normalised("1"));
        assert_ne!(normalised("B 12"), normalised("A 12"));
    }

    #[test]
    fn a_location_that_says_nothing_is_none() {
        for blank in ["", "  ", "Room", "--"] {
            assert_eq!(normalised(blank), None, "{blank:?}");
        }
    }
}
