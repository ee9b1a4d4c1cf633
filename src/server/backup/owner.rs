//! Whom new files in the data folder belong to.

use std::io;
use std::path::Path;

/// Gives `file` to whoever owns `folder`: an administrator who restores as root would otherwise leave files that the
/// server's own user cannot write.
#[cfg(unix)]
pub fn give(file: &Path, folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};

    let (owner, present) = (folder.metadata()?, file.metadata()?);
    if (owner.uid(), owner.gid()) == (present.uid(), present.gid()) {
        return Ok(());
    }
    chown(file, Some(owner.uid()), Some(owner.gid()))
}

/// Elsewhere a new file takes after its folder.
#[cfg(not(unix))]
pub fn give(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a rename in `folder` last through a power cut.
pub fn settle(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
