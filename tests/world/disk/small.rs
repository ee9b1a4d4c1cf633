//! A disk that becomes full: files in memory, with so much room and no more.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What fills it.
const FILLER: &str = "filler";
/// Bytes of it at once, down to the last block.
const AT_ONCE: usize = 4096;

/// A mounted disk. Dropping it unmounts it.
pub struct SmallDisk {
    folder: PathBuf,
}

impl SmallDisk {
    /// An empty disk in this folder.
    ///
    /// # Errors
    /// Where this user may not mount.
    pub fn mount(folder: &Path, megabytes: u32) -> io::Result<SmallDisk> {
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder).output()?;
        if mounted.status.success() {
            return Ok(SmallDisk { folder: folder.to_owned() });
        }
        Err(io::Error::other(String::from_utf8_lossy(&mounted.stderr).trim().to_owned()))
    }

    /// Why this machine cannot have such a disk; nothing when it can.
    pub fn cannot_be_had() -> Option<String> {
        let tried = tempfile::tempdir().and_then(|folder| SmallDisk::mount(folder.path(), 1).map(drop));
        tried.err().map(|cause| format!("no disk in memory can be mounted here ({cause})"))
    }

    /// Leaves no room on it.
    ///
    /// # Panics
    /// When something else than that there is no room stops it.
    pub fn fill(&self) {
        let mut filler = File::create(self.folder.join(FILLER)).expect("a file on the small disk");
        let cause = loop {
            if let Err(cause) = filler.write_all(&[1; AT_ONCE]) {
                break cause;
            }
        };
        assert_eq!(cause.kind(), io::ErrorKind::StorageFull, "{cause}");
    }

    /// Gives the room back.
    ///
    /// # Panics
    /// When it was not filled.
    pub fn free(&self) {
        fs::remove_file(self.folder.join(FILLER)).expect("what filled the disk");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // What still holds a file of it keeps it to its own end; nobody else sees it any more.
        let _ = Command::new("umount").arg("--lazy").arg(&self.folder).status();
    }
}
