//! What the command line asks for.

use std::path::PathBuf;

/// Field app for interventieprofessionals.
#[derive(Debug, clap::Parser)]
#[command(version)]
pub(super) struct Arguments {
    /// Folder for this phone's data.
    #[arg(long, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Something else than the app.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What the program does instead of opening a window.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Prints as JSON what lists or address books would become. Keeps nothing and opens no store.
    PreviewImport {
        /// The files, in the order in which they would be read.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// Files that count as kept before.
        #[arg(long, value_name = "FILE", num_args = 1..)]
        after: Vec<PathBuf>,
    },
}
