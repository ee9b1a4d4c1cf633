//! Where the app's files are: inside the binary, in a folder, or nowhere.

use std::path::{Path, PathBuf};

use axum::body::Bytes;

/// The files inside the binary, by name; `build.rs` lists them.
#[cfg(feature = "embed")]
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// A built app. Its files lie side by side: no name has a slash in it.
#[derive(Debug, Clone)]
pub struct Site(Place);

#[derive(Debug, Clone)]
enum Place {
    /// Read at each request, so that a new build is served at once.
    Folder(PathBuf),
    #[cfg(feature = "embed")]
    Binary,
    Nowhere,
}

/// Why a folder is not a built app.
#[derive(Debug, thiserror::Error)]
#[error("{} is not a built app: it has no index.html; `cargo xtask build` makes one", .0.display())]
pub struct NoSite(PathBuf);

impl Site {
    /// The app in `folder`, as `cargo xtask build` leaves it.
    pub fn in_folder(folder: &Path) -> Result<Site, NoSite> {
        if folder.join("index.html").is_file() {
            Ok(Site(Place::Folder(folder.to_owned())))
        } else {
            Err(NoSite(folder.to_owned()))
        }
    }

    /// The app inside this binary; without the feature `embed` there is none.
    pub fn in_binary() -> Site {
        #[cfg(feature = "embed")]
        let site = Site(Place::Binary);
        #[cfg(not(feature = "embed"))]
        let site = Site::absent();
        site
    }

    /// No app at all.
    pub fn absent() -> Site {
        Site(Place::Nowhere)
    }

    /// Whether there is an app to serve.
    pub fn is_absent(&self) -> bool {
        matches!(self.0, Place::Nowhere)
    }

    /// The content of a file. A name that could lead out of the folder, or that is hidden, names no file.
    pub(super) fn file(&self, name: &str) -> Option<Bytes> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        if name.is_empty() || name.starts_with('.') || !name.bytes().all(plain) {
            return None;
        }
        match &self.0 {
            Place::Folder(folder) => std::fs::read(folder.join(name)).ok().map(Bytes::from),
            #[cfg(feature = "embed")]
            Place::Binary => {
                let place = EMBEDDED.binary_search_by_key(&name, |(name, _)| *name).ok()?;
                Some(Bytes::from_static(EMBEDDED[place].1))
            }
            Place::Nowhere => None,
        }
    }
}
