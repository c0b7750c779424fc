//! The command line.

use std::path::PathBuf;

/// Field app for interventieprofessionals.
#[derive(Debug, clap::Parser)]
#[command(version)]
pub(super) struct Arguments {
    /// Folder for this phone's data.
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// A subcommand, instead of opening the window.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What the program does instead of opening the window.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
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
