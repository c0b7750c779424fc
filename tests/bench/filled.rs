//! A phone's folder with a large team, created once for all parts that start from it.

use std::cell::OnceCell;
use std::path::Path;
use std::time::Instant;

use tempfile::TempDir;
use voorveld_core::sample::big_team;
use voorveld_core::{Environment, Phone};

use crate::phone::{PIN, today};
use crate::{ENCOUNTERS, SMALL, Size};

/// The folder for large temporary files.
const TARGET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target");

/// The phone's folder to copy; created on first use.
#[derive(Debug, Default)]
pub(crate) struct Filled(OnceCell<TempDir>);

impl Filled {
    /// Creates a phone with a team of this size in this folder.
    pub(crate) fn phone(&self, size: &Size, folder: &Path) -> anyhow::Result<Phone> {
        // The large team is used only once, so it is not cached.
        if size.name != SMALL.name {
            fill(size, folder)?;
            return Ok(Phone::at(folder));
        }
        if self.0.get().is_none() {
            let made = self::folder()?;
            fill(size, made.path())?;
            drop(self.0.set(made));
        }
        if let Some(made) = self.0.get() {
            copy(made.path(), folder)?;
        }
        Ok(Phone::at(folder))
    }
}

/// Creates a temporary folder for one part.
pub(crate) fn folder() -> anyhow::Result<TempDir> {
    Ok(tempfile::tempdir_in(TARGET)?)
}

fn fill(size: &Size, folder: &Path) -> anyhow::Result<()> {
    let start = Instant::now();
    let team = big_team(1, today(), size.cases, ENCOUNTERS, size.contacts);
    Phone::at(folder).create_big(PIN, Environment::default(), team)?;
    println!("  {} filled in {:.1?}", size.name, start.elapsed());
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
