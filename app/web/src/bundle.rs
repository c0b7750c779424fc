//! The served files: names that change with the content, and integrity hashes for the browser.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use crate::compress;
use crate::program::Files;

const INDEX: &str = include_str!("../pages/index.html");
const SERVICE_WORKER: &str = include_str!("../pages/sw.js");
const MANIFEST: &str = include_str!("../pages/manifest.webmanifest");

/// Returns the app's icons under the names that the manifest uses.
///
/// # Errors
/// When the folder cannot be read, or a file name is not UTF-8.
pub(crate) fn icons(folder: &Path) -> anyhow::Result<Files> {
    let mut icons = Files::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "png") {
            let name = path.file_name().and_then(|name| name.to_str());
            let name = name.context("a name in UTF-8")?;
            icons.insert(name.to_owned(), fs::read(&path)?);
        }
    }
    Ok(icons)
}

/// Adds the few files with fixed names to the files of a version.
pub(crate) fn put_together(versioned: Files, icons: Files) -> Files {
    let version = version(&versioned);
    let folder = format!("app-{version}");
    let mut index = INDEX.replace("@FOLDER@", &folder);
    for (name, bytes) in &versioned {
        index = index.replace(&format!("@{name}@"), &sum(bytes));
    }
    let mut files: Files = versioned
        .into_iter()
        .map(|(name, bytes)| (format!("{folder}/{name}"), bytes))
        .chain(icons)
        .collect();
    files.insert("manifest.webmanifest".into(), MANIFEST.into());
    let kept: Vec<String> = std::iter::once(entry("/", index.as_bytes()))
        .chain(
            files
                .iter()
                .map(|(name, bytes)| entry(&format!("/{name}"), bytes)),
        )
        .collect();
    let service_worker = SERVICE_WORKER
        .replace("@FILES@", &format!("[{}]", kept.join(",")))
        .replace(
            "@VERSION@",
            &self::version(&{
                let mut all = files.clone();
                all.insert("index.html".into(), index.clone().into());
                all
            }),
        );
    files.insert("index.html".into(), index.into());
    files.insert("sw.js".into(), service_worker.into());
    files
}

fn entry(path: &str, bytes: &[u8]) -> String {
    format!("[\"{path}\",\"{}\"]", sum(bytes))
}

/// Returns a hash that changes with every byte of every file, and with nothing else.
fn version(files: &Files) -> String {
    let mut hasher = Sha256::new();
    for (name, bytes) in files {
        hasher.update((name.len() as u64).to_le_bytes());
        hasher.update(name);
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    let sum = hasher.finalize();
    sum.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Returns a hash in the form of Subresource Integrity.
fn sum(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Writes all files, and compressed copies where those are smaller; replaces the folder's previous
/// content.
///
/// # Errors
/// When the folder cannot be replaced, or a file cannot be written.
pub(crate) fn write(files: &Files, out: &Path) -> anyhow::Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    for (name, bytes) in files {
        let path = out.join(name);
        fs::create_dir_all(path.parent().context("a folder")?)?;
        fs::write(&path, bytes)?;
        for (suffix, small) in [
            ("br", compress::brotli(bytes)?),
            ("gz", compress::gzip(bytes)?),
        ] {
            if small.len() < bytes.len() * 9 / 10 {
                fs::write(out.join(format!("{name}.{suffix}")), small)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(boot: &str) -> Files {
        [("boot.js", boot), ("app.css", "p{}"), ("voorveld.js", "1")]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8(files[name].clone()).expect("text")
    }

    #[test]
    fn every_placeholder_is_filled_in() {
        let bundle = put_together(files("start()"), Files::new());
        for name in ["index.html", "sw.js"] {
            let text = text(&bundle, name);
            let left = text.split('@').count() - 1;
            assert_eq!(left, 0, "{name}: {text}");
        }
    }

    #[test]
    fn the_page_and_the_service_worker_check_the_same_sum() {
        let bundle = put_together(files("start()"), Files::new());
        let sum = sum(b"start()");
        assert!(text(&bundle, "index.html").contains(&sum));
        assert!(text(&bundle, "sw.js").contains(&sum));
    }

    #[test]
    fn a_changed_file_is_a_new_version_and_the_same_files_are_not() {
        let sw = |boot| text(&put_together(files(boot), Files::new()), "sw.js");
        assert_eq!(sw("start()"), sw("start()"));
        assert_ne!(sw("start()"), sw("begin()"));
    }

    #[test]
    fn everything_but_the_service_worker_itself_is_kept_for_a_start_without_a_connection() {
        let bundle = put_together(files("start()"), Files::new());
        let sw = text(&bundle, "sw.js");
        for name in bundle.keys() {
            let kept = sw.contains(&format!("[\"/{name}\","));
            let wanted = !matches!(name.as_str(), "sw.js" | "index.html");
            assert_eq!(kept, wanted, "{name}");
        }
        assert!(sw.contains("[\"/\","));
    }
}
