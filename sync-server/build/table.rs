//! Generates the Rust table that embeds a folder of files.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Returns the table as Rust source, `&[(path, bytes)]` sorted by path; empty without a folder.
///
/// # Errors
/// A message if the path is relative, the folder is unreadable or has no `index.html`, or a file
/// name would need escaping in a URL.
pub fn of(folder: Option<&Path>) -> Result<String, String> {
    let mut files = BTreeMap::new();
    if let Some(folder) = folder {
        // Cargo runs build scripts in the package's folder, so a relative path would be ambiguous.
        if !folder.is_absolute() {
            return Err(format!(
                "VOORVELD_WEB_APP: {} is no absolute path",
                folder.display()
            ));
        }
        gather(folder, "", &mut files)?;
        if !files.contains_key("index.html") {
            return Err(format!(
                "VOORVELD_WEB_APP: no index.html in {}",
                folder.display()
            ));
        }
    }
    let rows: String = files
        .iter()
        .map(|(path, file)| format!("    ({path:?}, include_bytes!({file:?})),\n"))
        .collect();
    Ok(format!("&[\n{rows}]\n"))
}

/// Collects every file in a folder by its path in the app, skipping hidden ones.
fn gather(folder: &Path, above: &str, files: &mut BTreeMap<String, PathBuf>) -> Result<(), String> {
    let said = |error| format!("VOORVELD_WEB_APP: {}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(said)? {
        let file = entry.map_err(said)?.path();
        let name = file.file_name().and_then(|name| name.to_str());
        // Request paths are compared without decoding, so an escaped name would never match.
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        let Some(name) = name.filter(|name| name.chars().all(plain)) else {
            return Err(format!(
                "VOORVELD_WEB_APP: {}: a name of the app has letters, digits and -._~ only",
                file.display()
            ));
        };
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{above}{name}");
        if file.is_dir() {
            gather(&file, &format!("{path}/"), files)?;
        } else {
            files.insert(path, file);
        }
    }
    Ok(())
}
