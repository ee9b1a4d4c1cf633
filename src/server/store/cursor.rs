//! A place in the row of a district's changes, which also tells when the database was replaced by an earlier copy.

use domain::ids::from_hex;

use crate::store::seal::Sealed;

/// `epoch-number-mark-seal`: opaque to tablets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The epoch in which it was given out, 16 hexadecimal digits.
    pub epoch: String,
    /// The number up to which everything was seen.
    pub seq: i64,
    /// The random mark of that number, 16 hexadecimal digits.
    pub mark: String,
}

/// Why a text is not a cursor of this district.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOurs {
    /// No Noticeboard server writes such a text.
    NoCursor,
    /// Another district's key sealed it, or nobody's.
    AnotherDistrict,
}

/// What a cursor says when it is held against the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its number has its mark: go on from there.
    Here,
    /// It is from an earlier epoch, whose end was noticed: begin again.
    Past,
    /// It is from a life of the database that is not here any more: the database was restored.
    Undone,
}

impl Cursor {
    /// Reads a cursor that was written with the district's `key`.
    pub fn read(text: &str, key: &str) -> Result<Cursor, NotOurs> {
        let cursor = Cursor::split(text).ok_or(NotOurs::NoCursor)?;
        if Sealed::Cursor.is_seal(key, &cursor.place(), text.rsplit('-').next().unwrap_or_default()) {
            Ok(cursor)
        } else {
            Err(NotOurs::AnotherDistrict)
        }
    }

    /// The cursor as text, sealed with the district's `key`, without which nobody can make one up.
    pub fn write(&self, key: &str) -> String {
        let place = self.place();
        format!("{place}-{}", Sealed::Cursor.seal(key, &place))
    }

    fn split(text: &str) -> Option<Cursor> {
        let parts: Vec<&str> = text.split('-').collect();
        let [epoch, seq, mark, seal] = parts[..] else { return None };
        let digits = |text: &str| text.len() == 16 && from_hex(text).is_some();
        let seq = seq.parse().ok()?;
        (digits(epoch) && digits(mark) && digits(seal)).then(|| Cursor {
            epoch: epoch.to_owned(),
            seq,
            mark: mark.to_owned(),
        })
    }

    fn place(&self) -> String {
        format!("{}-{}-{}", self.epoch, self.seq, self.mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor() -> Cursor {
        Cursor { epoch: "0123456789abcdef".to_owned(), seq: 42, mark: "fedcba9876543210".to_owned() }
    }

    fn key(digit: &str) -> String {
        digit.repeat(64)
    }

    #[test]
    fn a_cursor_is_read_back_as_it_was_written_and_nothing_else_is_one() {
        let text = cursor().write(&key("a"));
        assert_eq!(Cursor::read(&text, &key("a")), Ok(cursor()));
        for other in ["", "42", "0123456789abcdef-42", &text[..text.len() - 17], &format!("{text}-1"), &text[1..]] {
            assert_eq!(Cursor::read(other, &key("a")), Err(NotOurs::NoCursor), "{other}");
        }
    }

    #[test]
    fn a_cursor_of_another_district_or_with_any_part_changed_is_not_ours() {
        let text = cursor().write(&key("a"));
        assert_eq!(Cursor::read(&text, &key("b")), Err(NotOurs::AnotherDistrict));
        for other in [text.replace("-42-", "-43-"), text.replacen('0', "1", 1), text.replace("-fedc", "-0edc")] {
            assert_eq!(Cursor::read(&other, &key("a")), Err(NotOurs::AnotherDistrict), "{other}");
        }
    }
}
