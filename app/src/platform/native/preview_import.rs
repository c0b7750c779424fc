//! `voorveld preview-import`: shows what importing a list would do.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use voorveld_core::import::{MAX_BYTES, Reading, preview, read};
use voorveld_core::view::Language;
use voorveld_core::{Error, ImportRefusal, day};

use crate::pages::remark;
use crate::text::problem;

/// Prints the preview as JSON. A file error is reported on standard error, with exit code 2.
pub(super) fn preview_import(files: &[PathBuf], after: &[PathBuf]) -> ExitCode {
    let read = readings(after).and_then(|before| Ok((before, readings(files)?)));
    let printed = read.and_then(|(before, files)| {
        let preview = preview(&before, &files, &|reason| remark(Language::Dutch, reason));
        let json = serde_json::to_string_pretty(&preview).map_err(|error| error.to_string())?;
        writeln!(std::io::stdout(), "{json}").map_err(|error| error.to_string())
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn readings(paths: &[PathBuf]) -> Result<Vec<Reading>, String> {
    paths.iter().map(|path| reading(path)).collect()
}

/// Reads a file, unless it exceeds the import's size limit.
fn reading(path: &Path) -> Result<Reading, String> {
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    let unread = |error: std::io::Error| format!("{}: {error}", path.display());
    let refused = |refusal| {
        let sentence = problem::sentence(Language::Dutch, &Error::Import(refusal));
        format!("{}: {sentence}", path.display())
    };
    let size = std::fs::metadata(path).map_err(unread)?.len();
    if size > MAX_BYTES as u64 {
        return Err(refused(ImportRefusal::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(unread)?;
    let today = day::of(chrono::Utc::now());
    read(&name, &bytes, today).map_err(refused)
}
