//! One file of the web app, and the name that its content gives it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// A file as served from the root of the site.
pub struct Asset {
    /// The file's name; with the content's hash in it, the file may be kept by a browser for good.
    pub name: String,
    /// The content, not compressed.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// A file that is fetched by a name that never changes.
    pub fn fixed(name: &str, bytes: Vec<u8>) -> Asset {
        Asset { name: name.to_owned(), bytes }
    }

    /// A file that gets its content's hash before its ending: `app.js` becomes `app.<16 hex>.js`.
    pub fn hashed(name: &str, bytes: Vec<u8>) -> Asset {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        Asset { name: format!("{stem}.{}.{ending}", &hash(&bytes)[..16]), bytes }
    }

    /// The path it is fetched by.
    pub fn path(&self) -> String {
        // A browser asks for the page by the folder's name.
        if self.name == "index.html" { "/".to_owned() } else { format!("/{}", self.name) }
    }

    /// The content's hash as the Subresource Integrity standard writes it.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&self.bytes)))
    }
}

/// The content's SHA-256 in lower-case hex.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_has_another_name() {
        let one = Asset::hashed("app.js", b"1".to_vec());
        let two = Asset::hashed("app.js", b"2".to_vec());
        assert_eq!(one.path(), "/app.6b86b273ff34fce1.js");
        assert_ne!(one.name, two.name);
    }

    #[test]
    fn the_page_is_fetched_by_the_folders_name() {
        assert_eq!(Asset::fixed("index.html", Vec::new()).path(), "/");
        assert_eq!(Asset::fixed("sw.js", Vec::new()).path(), "/sw.js");
    }

    #[test]
    fn integrity_is_written_as_browsers_read_it() {
        let empty = Asset::fixed("empty.txt", Vec::new());
        assert_eq!(empty.integrity(), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
