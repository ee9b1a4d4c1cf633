//! A place in the row of a district's changes, which also tells when the database was replaced by an earlier copy.

use std::fmt;

use domain::ids::from_hex;

/// `epoch-number-mark`: opaque to tablets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The epoch in which it was given out, 16 hexadecimal digits.
    pub epoch: String,
    /// The number up to which everything was seen.
    pub seq: i64,
    /// The random mark of that number, 16 hexadecimal digits.
    pub mark: String,
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
    /// Reads a cursor; nothing when the text is not one.
    pub fn read(text: &str) -> Option<Cursor> {
        let mut parts = text.split('-');
        let (epoch, seq, mark) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
        let digits = |text: &str| text.len() == 16 && from_hex(text).is_some();
        (digits(epoch) && digits(mark) && parts.next().is_none()).then(|| Cursor {
            epoch: epoch.to_owned(),
            seq,
            mark: mark.to_owned(),
        })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}-{}", self.epoch, self.seq, self.mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back_as_it_was_written_and_nothing_else_is_one() {
        let text = "0123456789abcdef-42-fedcba9876543210";
        assert_eq!(Cursor::read(text).map(|cursor| cursor.to_string()).as_deref(), Some(text));
        for other in ["", "42", "0123456789abcdef-42", "0123456789abcdef-x-fedcba9876543210", &format!("{text}-1")] {
            assert_eq!(Cursor::read(other), None, "{other}");
        }
    }
}
