//! From a folder of files to the Rust table that holds them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The table as Rust source, `&[(path, bytes)]` by rising path; empty without a folder.
///
/// # Errors
/// What is wrong with the folder, in words.
pub fn of(folder: Option<&Path>) -> Result<String, String> {
    let mut files = BTreeMap::new();
    if let Some(folder) = folder {
        // Cargo runs this in the package's folder, which is not where whoever set it was.
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

/// Every file in a folder, by its path in the app. What is hidden is a tool's, not the app's.
fn gather(folder: &Path, above: &str, files: &mut BTreeMap<String, PathBuf>) -> Result<(), String> {
    let said = |error| format!("VOORVELD_WEB_APP: {}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(said)? {
        let file = entry.map_err(said)?.path();
        let name = file.file_name().and_then(|name| name.to_str());
        // A request's path is compared as it came: a name that must be escaped would never be found.
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
