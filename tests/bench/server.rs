//! The server under load: runs its load example, from the same build.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Context;

use crate::figures::Figures;

/// Returns the path of a program of this build.
pub(crate) fn program(name: &str) -> anyhow::Result<PathBuf> {
    let folder = std::env::current_exe()?;
    let folder = folder
        .parent()
        .and_then(|deps| deps.parent())
        .context("no build folder")?;
    let path = folder.join(name);
    anyhow::ensure!(
        path.exists(),
        "{} is missing: ./run bench builds it",
        path.display()
    );
    Ok(path)
}

pub(crate) fn measure(figures: &mut Figures) -> anyhow::Result<()> {
    println!("\nserver");
    let output = Command::new(program("examples/load")?).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text
        .lines()
        .find(|line| line.starts_with('{'))
        .context("no figures from the load")?;
    let json: serde_json::Value = serde_json::from_str(line)?;
    println!("  {line}");
    let get = |name: &str| {
        json[name]
            .as_f64()
            .with_context(|| format!("no {name} in {line}"))
    };
    let how = "sync-server/examples/load.rs, load on the same two cores";
    figures.add(
        "server_close_time",
        1000.0 / get("closes_per_second")?,
        "ms",
        1000.0 / 300.0,
        format!("1000 / durable day closes a second; {how}"),
    );
    figures.add("server_p99", get("p99_ms")?, "ms", 250.0, how);
    figures.add("server_memory", get("server_peak_mib")?, "MiB", 128.0, how);
    Ok(())
}
