//! Makes the files a browser fetches from the page, the style, the scripts and the icons of the sources.

use std::fs;
use std::path::PathBuf;

use crate::asset::{self, Asset};
use crate::bindings::Bindings;
use crate::failure::{Failure, Outcome};
use crate::project;

/// Where `dx` looks for the page.
const PAGE: &str = "src/app/index.html";

/// The rest of what is served: style, scripts, manifest, icons.
const PUBLIC: &str = "public";

/// Files of `public` that are made into others here; what else lies there is served as it is, by its own name.
const MADE: [&str; 4] = ["style.css", "boot.js", "scan.js", "sw.js"];

/// The program that reads QR codes. No first screen loads it: it belongs to the script that scans.
pub const SCANNER: &str = "scanner";

/// Every file that the result depends on.
pub fn sources() -> Outcome<Vec<PathBuf>> {
    Ok(std::iter::once(project::root().join(PAGE)).chain(public()?).collect())
}

/// Every file of the web app. A file that names others comes after them, because it must know their hashes.
pub fn assets(builds: &[(&str, Bindings)]) -> Outcome<Vec<Asset>> {
    let mut boot = Text::read("public/boot.js")?;
    boot.remove_line_comments();
    boot.replace("const BUILT = false;", "const BUILT = true;")?;
    let mut scan = Text::read("public/scan.js")?;
    scan.remove_line_comments();
    let mut kept: Vec<Asset> = Vec::new();
    for (name, bindings) in builds {
        let build = built(name, bindings)?;
        let loader = if *name == SCANNER { &mut scan } else { &mut boot };
        loader.replace(&format!("'/{name}.js'"), &format!("'{}'", build.module.path()))?;
        loader.replace(&format!("'/{name}_bg.wasm'"), &format!("'{}'", build.wasm.path()))?;
        kept.extend([build.module, build.wasm]);
        // Builds share most of the pieces that came with their crates.
        for snippet in build.snippets {
            if !kept.iter().any(|asset| asset.name == snippet.name) {
                kept.push(snippet);
            }
        }
    }
    let scan = Asset::hashed("scan.js", scan.into_bytes());
    boot.replace("'/scan.js'", &format!("'{}'", scan.path()))?;
    let boot = Asset::hashed("boot.js", boot.into_bytes());
    let style = Asset::hashed("style.css", Text::read("public/style.css")?.into_bytes());

    let mut page = Text::read(PAGE)?;
    page.replace("\"/style.css\"", &format!("\"{}\"", style.path()))?;
    page.replace("\"/boot.js\"", &format!("\"{}\"", boot.path()))?;
    page.remove_html_comments();
    let named = page.text.clone() + &Text::read("public/manifest.webmanifest")?.text;
    let page = Asset::fixed("index.html", page.into_bytes());

    kept.extend([page, style, boot, scan]);
    kept.extend(served_as_they_are(&named)?);
    let worker = worker(&kept)?;
    kept.push(worker);
    Ok(kept)
}

/// One build of the app, as the browser fetches it.
struct Built {
    module: Asset,
    wasm: Asset,
    snippets: Vec<Asset>,
}

fn built(name: &str, bindings: &Bindings) -> Outcome<Built> {
    let mut module = Text { source: format!("{name}.js"), text: bindings.module.clone() };
    let mut snippets = Vec::new();
    for (path, text) in &bindings.snippets {
        // Some came along for another kind of build and nothing imports them.
        if module.text.contains(path) {
            let snippet = Asset::hashed("snippet.js", text.clone().into_bytes());
            module.replace(path, &format!(".{}", snippet.path()))?;
            snippets.push(snippet);
        }
    }
    let wasm = Asset::hashed(&format!("{name}_bg.wasm"), bindings.wasm.clone());
    Ok(Built { module: Asset::hashed(&format!("{name}.js"), module.into_bytes()), wasm, snippets })
}

/// The service worker, knowing every other file and the hash of its content.
fn worker(kept: &[Asset]) -> Outcome<Asset> {
    let entries = kept.iter().map(|asset| format!("['{}', '{}']", asset.path(), asset.integrity()));
    let files = entries.collect::<Vec<_>>().join(",\n  ");
    let mut worker = Text::read("public/sw.js")?;
    worker.remove_line_comments();
    worker.replace("const FILES = [];", &format!("const FILES = [\n  {files},\n];"))?;
    // Of the worker's own text too: another rule for the same files is another version.
    let version = asset::hash(worker.text.as_bytes())[..16].to_owned();
    worker.replace("const VERSION = '';", &format!("const VERSION = '{version}';"))?;
    Ok(Asset::fixed("sw.js", worker.into_bytes()))
}

/// Icons and manifest: systems remember them by their names.
/// A file that `named`, the page and the manifest, does not mention is only the drawing another was made from.
fn served_as_they_are(named: &str) -> Outcome<Vec<Asset>> {
    let mut assets = Vec::new();
    for file in public()? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !MADE.contains(&name.as_str()) && named.contains(&format!("\"/{name}\"")) {
            assets.push(Asset::fixed(&name, fs::read(&file).map_err(Failure::file(&file))?));
        }
    }
    Ok(assets)
}

/// The files of `public`, by name; hidden ones are an editor's.
fn public() -> Outcome<Vec<PathBuf>> {
    let folder = project::root().join(PUBLIC);
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))? {
        let entry = entry.map_err(Failure::file(&folder))?;
        if !entry.file_name().to_string_lossy().starts_with('.') && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// A text of the sources on its way to being a file of the web app.
struct Text {
    source: String,
    text: String,
}

impl Text {
    fn read(source: &str) -> Outcome<Text> {
        let file = project::root().join(source);
        let text = fs::read_to_string(&file).map_err(Failure::file(&file))?;
        Ok(Text { source: source.to_owned(), text })
    }

    /// Replaces every occurrence; that there is none means that the source has changed and the build would be wrong.
    fn replace(&mut self, from: &str, to: &str) -> Outcome {
        if !self.text.contains(from) {
            return Err(Failure::Found(format!("{}: `{from}` is not there for the build to replace", self.source)));
        }
        self.text = self.text.replace(from, to);
        Ok(())
    }

    /// Drops the lines that are comments in JavaScript.
    fn remove_line_comments(&mut self) {
        let lines = self.text.lines().filter(|line| !line.trim_start().starts_with("//") && !line.is_empty());
        self.text = lines.collect::<Vec<_>>().join("\n");
    }

    fn remove_html_comments(&mut self) {
        while let Some(start) = self.text.find("<!--") {
            let end = self.text[start..].find("-->").map_or(self.text.len(), |end| start + end + "-->".len());
            self.text.replace_range(start..end, "");
        }
        // The lines that held nothing else.
        let lines = self.text.lines().filter(|line| !line.trim().is_empty());
        self.text = lines.collect::<Vec<_>>().join("\n");
    }

    fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builds() -> [(&'static str, Bindings); 3] {
        let other = |wasm: &[u8]| Bindings { wasm: wasm.to_vec(), ..bindings() };
        [("app", bindings()), ("reader", other(b"\0asm1")), (SCANNER, other(b"\0asm3"))]
    }

    fn bindings() -> Bindings {
        let snippets = vec![
            ("./snippets/a/inline0.js".to_owned(), "export const a = 1;".to_owned()),
            ("./snippets/b/unused.js".to_owned(), "export const b = 1;".to_owned()),
        ];
        let module = "import { a } from './snippets/a/inline0.js';".to_owned();
        Bindings { module, wasm: b"\0asm".to_vec(), snippets }
    }

    fn text(assets: &[Asset], start: &str) -> String {
        let asset = assets.iter().find(|asset| asset.name.starts_with(start)).unwrap();
        String::from_utf8(asset.bytes.clone()).unwrap()
    }

    #[test]
    fn everything_that_is_served_is_kept_by_the_worker_but_the_worker() {
        let assets = assets(&builds()).unwrap();
        let worker = text(&assets, "sw.js");
        for asset in &assets {
            assert_eq!(worker.contains(&format!("'{}'", asset.path())), asset.name != "sw.js", "{}", asset.name);
        }
    }

    #[test]
    fn every_name_a_file_gives_is_the_name_of_a_file() {
        let assets = assets(&builds()).unwrap();
        let page = text(&assets, "index.html");
        let named = |start: &str| assets.iter().find(|asset| asset.name.starts_with(start)).unwrap().path();
        for start in ["style.", "boot.", "icon.svg", "apple-touch-icon.png", "manifest."] {
            assert!(page.contains(&format!("\"{}\"", named(start))), "{start}");
        }
        for start in ["app.", "app_bg.", "reader.", "reader_bg."] {
            assert!(text(&assets, "boot.").contains(&format!("'{}'", named(start))), "{start}");
        }
        assert!(text(&assets, "boot.").contains(&format!("'{}'", named("scan."))));
        for start in ["scanner.", "scanner_bg."] {
            assert!(text(&assets, "scan.").contains(&format!("'{}'", named(start))), "{start}");
            assert!(!text(&assets, "boot.").contains(&named(start)), "{start} is fetched only when somebody scans");
        }
        assert!(text(&assets, "app.").contains(&format!("'.{}'", named("snippet."))));
        let snippets = assets.iter().filter(|asset| asset.name.starts_with("snippet."));
        assert_eq!(snippets.count(), 1, "one that both builds import, and none that nothing does");
    }

    #[test]
    fn the_page_has_nothing_inline() {
        let page = text(&assets(&builds()).unwrap(), "index.html");
        assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="));
        assert!(!page.contains("<!--"));
        assert_eq!(page.matches("<script").count(), page.matches("<script type=\"module\" src=\"/boot.").count());
    }

    #[test]
    fn another_content_is_another_version_of_the_worker() {
        let mut other = builds();
        other[1].1.wasm = b"\0asm2".to_vec();
        let version =
            |builds: &[(&str, Bindings)]| text(&assets(builds).unwrap(), "sw.js").lines().next().map(str::to_owned);
        assert_ne!(version(&builds()), version(&other));
    }

    #[test]
    fn a_text_that_is_not_there_to_replace_is_named() {
        let mut text = Text { source: "public/boot.js".to_owned(), text: "const BUILD = 1;".to_owned() };
        let failure = text.replace("const BUILT", "").unwrap_err().to_string();
        assert_eq!(failure, "public/boot.js: `const BUILT` is not there for the build to replace");
    }
}
