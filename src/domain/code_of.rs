//! What a code is of, as the address in its QR code says: a card, a door card, a round, or a person's way in.

/// What a code is of. Its QR code is an address of this server with the code behind `#`, where no server sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeOf {
    /// A card: its page shows the note.
    Card,
    /// A door card: a tablet seals notes to it, and it opens none.
    Door,
    /// A round: whoever has the code visits in it.
    Round,
    /// Signing in.
    SignIn,
}

impl CodeOf {
    // A door's code is told from a card's before it.
    const ALL: [CodeOf; 4] = [CodeOf::Door, CodeOf::Card, CodeOf::Round, CodeOf::SignIn];

    /// The text of the QR code. `origin` is where other devices find the server, such as `https://example.org`.
    pub fn address(self, origin: &str, code: &str) -> String {
        format!("{origin}/{}#{}{code}", self.page(), self.before())
    }

    /// What was scanned: what it is a code of, and the code. Nothing for a QR code that is not Noticeboard's.
    ///
    /// The server's name is not compared: one server has several, and a card is the tablet's own or it is not.
    pub fn read(scanned: &str) -> Option<(CodeOf, &str)> {
        let (address, code) = scanned.trim().split_once('#')?;
        let page = address.trim_end_matches('/').rsplit('/').next()?;
        let of = CodeOf::ALL.into_iter().find(|of| of.page() == page && code.starts_with(of.before()))?;
        let code = &code[of.before().len()..];
        (address.contains("://") && !code.is_empty()).then_some((of, code))
    }

    fn page(self) -> &'static str {
        match self {
            CodeOf::Card | CodeOf::Door => "note",
            CodeOf::Round => "join",
            CodeOf::SignIn => "sign-in",
        }
    }

    /// What stands before the code: a card's page is where a door card leads too.
    fn before(self) -> &'static str {
        match self {
            CodeOf::Door => "door.",
            CodeOf::Card | CodeOf::Round | CodeOf::SignIn => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CodeOf;

    #[test]
    fn what_a_qr_code_says_is_read_as_it_was_written() {
        for of in CodeOf::ALL {
            let address = of.address("https://noticeboard.example:8443", "01278TB3CQR9Z4WC7T");
            assert_eq!(CodeOf::read(&address), Some((of, "01278TB3CQR9Z4WC7T")));
        }
    }

    #[test]
    fn an_administrators_address_is_a_way_in_too() {
        assert_eq!(CodeOf::read("https://a.example/office/sign-in#ABC"), Some((CodeOf::SignIn, "ABC")));
    }

    #[test]
    fn a_qr_code_of_something_else_is_none_of_ours() {
        for other in
            ["", "WIFI:S:guest;;", "https://example.org/", "https://example.org/note", "https://example.org/note#"]
        {
            assert_eq!(CodeOf::read(other), None, "{other}");
        }
        assert_eq!(CodeOf::read("https://example.org/notes#ABC"), None);
        assert_eq!(CodeOf::read("note#ABC"), None);
    }
}
