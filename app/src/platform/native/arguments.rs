//! The command line.

use std::path::PathBuf;

use anyhow::Context as _;

/// Field app for interventieprofessionals.
#[derive(Debug, clap::Parser)]
#[command(version)]
pub(super) struct Arguments {
    /// Folder for this phone's data.
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) data: Option<PathBuf>,
    /// A subcommand, instead of opening the window.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What the program does instead of opening the window.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Checks this phone's data, repairs what is wrong and says what it did. The app must not be open.
    /// The code is read from VOORVELD_CODE or else from standard input.
    Doctor,
    /// Prints as JSON what importing lists or address books would give. Stores nothing, opens no store.
    PreviewImport {
        /// The files, in the order in which they would be imported.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// Files to treat as imported before.
        #[arg(long, value_name = "FILE", num_args = 1..)]
        after: Vec<PathBuf>,
    },
}

/// Returns the platform's standard folder for application data.
pub(super) fn data_folder() -> anyhow::Result<PathBuf> {
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    let base = if cfg!(target_os = "windows") {
        std::env::var_os("APPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        std::env::var_os("XDG_DATA_HOME")
            .map(PathBuf::from)
            .or_else(|| home().map(|home| home.join(".local/share")))
    };
    base.map(|base| base.join("voorveld"))
        .context("no folder for data on this system; give one with --data")
}
