//! A file, and what of it is kept.

/// The bytes of a file as everyone reads them, and as they are after a cut.
#[derive(Default)]
pub(super) struct File {
    pub(super) now: Vec<u8>,
    kept: Vec<u8>,
    /// Up to here both are the same.
    same: usize,
}

impl File {
    pub(super) fn write(&mut self, offset: usize, data: &[u8]) {
        let end = offset + data.len();
        if self.now.len() < end {
            self.resize(end);
        }
        self.now[offset..end].copy_from_slice(data);
        self.same = self.same.min(offset);
    }

    pub(super) fn resize(&mut self, size: usize) {
        self.same = self.same.min(size).min(self.now.len());
        self.now.resize(size, 0);
    }

    pub(super) fn keep(&mut self) {
        self.kept.truncate(self.same);
        self.kept.extend_from_slice(&self.now[self.same..]);
        self.same = self.now.len();
    }

    /// Whether there was anything to forget.
    pub(super) fn forget(&mut self) -> bool {
        let forgets = self.same < self.now.len().max(self.kept.len());
        self.now.clone_from(&self.kept);
        self.same = self.kept.len();
        forgets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_synced_is_gone_after_a_cut() {
        let mut file = File::default();
        file.write(0, b"kept");
        file.keep();
        file.write(4, b" and not");
        file.write(0, b"K");
        assert_eq!(file.now, b"Kept and not");
        assert!(file.forget());
        assert_eq!(file.now, b"kept");
        file.resize(2);
        file.keep();
        file.write(2, b"y");
        file.keep();
        assert!(!file.forget(), "all of it was kept");
        assert_eq!(file.now, b"key");
    }
}
