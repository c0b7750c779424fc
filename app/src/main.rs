//! Starts the app.

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use tracing_subscriber::EnvFilter;
use voorveld_core::Phone;

/// Field app for interventieprofessionals.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Folder for this phone's data.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

fn main() -> anyhow::Result<()> {
    // RUST_LOG chooses what is told; nothing that is told has content of cases in it.
    let told = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(told).init();
    let arguments = Arguments::parse();
    let folder = arguments
        .data
        .or_else(voorveld::platform::data_folder)
        .context("no folder for data on this system; give one with --data")?;
    voorveld::platform::launch(Phone::at(folder));
    Ok(())
}
