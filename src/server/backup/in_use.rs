//! Says that a data folder is in use, so that nothing is restored under a running server.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::owner::give;

/// Locked while somebody uses the folder. It holds nothing, and the system unlocks it when a process dies.
const FILE: &str = "in-use";
/// Stands in the folder while a restore moves files; only a restore that was cut off leaves it there.
const UNFINISHED: &str = "restore-unfinished";

/// The folder is in use for as long as this lives.
#[derive(Debug)]
pub struct InUse {
    folder: PathBuf,
    locked: File,
}

/// Why a folder cannot be used. Each is one line for whoever started the program.
#[derive(Debug, thiserror::Error)]
pub enum NotUsable {
    /// The folder cannot be made or written.
    #[error("the data folder {} cannot be written ({cause}); choose another with --data", folder.display())]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// A server or another command is using it.
    #[error("a server is using the data folder {}; stop it first, and start it again afterwards", .0.display())]
    Busy(PathBuf),
    /// Files are being moved in it.
    #[error("a backup is being put back into the data folder {}; wait until that is done", .0.display())]
    Restoring(PathBuf),
    /// A restore did not come to its end.
    #[error(
        "a restore into the data folder {} was cut off; run `noticeboard restore` again, then start the server",
        .0.display()
    )]
    Unfinished(PathBuf),
}

impl InUse {
    /// Uses `folder` beside whoever else does, but never during a restore. Makes the folder when it is not there.
    pub fn together(folder: &Path) -> Result<InUse, NotUsable> {
        let in_use = InUse::open(folder)?;
        match in_use.locked.try_lock_shared() {
            Ok(()) if folder.join(UNFINISHED).exists() => Err(NotUsable::Unfinished(folder.to_owned())),
            Ok(()) => Ok(in_use),
            Err(TryLockError::WouldBlock) => Err(NotUsable::Restoring(folder.to_owned())),
            Err(TryLockError::Error(cause)) => Err(NotUsable::Folder { folder: folder.to_owned(), cause }),
        }
    }

    /// Uses `folder` while nobody else does. Makes the folder when it is not there.
    pub fn alone(folder: &Path) -> Result<InUse, NotUsable> {
        let in_use = InUse::open(folder)?;
        match in_use.locked.try_lock() {
            Ok(()) => Ok(in_use),
            Err(TryLockError::WouldBlock) => Err(NotUsable::Busy(folder.to_owned())),
            Err(TryLockError::Error(cause)) => Err(NotUsable::Folder { folder: folder.to_owned(), cause }),
        }
    }

    /// Says that files are about to move, in case that is cut off.
    pub(super) fn begin_moving(&self) -> io::Result<()> {
        File::create(self.folder.join(UNFINISHED))?.sync_all()
    }

    /// Says that all of them have moved.
    pub(super) fn end_moving(&self) -> io::Result<()> {
        fs::remove_file(self.folder.join(UNFINISHED))
    }

    fn open(folder: &Path) -> Result<InUse, NotUsable> {
        let file = folder.join(FILE);
        let open = || {
            fs::create_dir_all(folder)?;
            // Reading is enough to lock, and whoever made the file may be another user.
            match File::open(&file) {
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                    let made = File::create(&file)?;
                    give(&file, folder)?;
                    Ok(made)
                }
                opened => opened,
            }
        };
        let locked = open().map_err(|cause| NotUsable::Folder { folder: folder.to_owned(), cause })?;
        Ok(InUse { folder: folder.to_owned(), locked })
    }
}
