//! Puts the app together for browsers, in a folder that any web server can serve.
//!
//! In it: `index.html`, `sw.js`, the manifest and the icons under their own names, and everything
//! else in a folder named after what is in it, so that it never has to be fetched twice. Beside each
//! file that gets smaller by it lies that file compressed (`.br`, `.gz`).

mod bundle;
mod compress;
mod program;
#[path = "../../src/style.rs"]
mod style;

use std::path::PathBuf;

use clap::Parser;

/// Puts the app together for browsers.
#[derive(Debug, Parser)]
struct Arguments {
    /// The program, as cargo built it for wasm32-unknown-unknown
    #[arg(long, value_name = "FILE")]
    program: PathBuf,
    /// binaryen's optimiser; without it the program stays as it is
    #[arg(long, value_name = "FILE")]
    wasm_opt: Option<PathBuf>,
    /// The repository's folder of assets
    #[arg(long, value_name = "DIR", default_value = "assets")]
    assets: PathBuf,
    /// Folder to fill; what was in it goes
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let mut files = program::prepare(&arguments.program, arguments.wasm_opt.as_deref())?;
    files.insert("app.css".into(), style::sheet().as_bytes().to_vec());
    files.insert(
        "boot.js".into(),
        include_bytes!("../pages/boot.js").to_vec(),
    );
    files.insert(
        "worker.js".into(),
        include_bytes!("../pages/worker.js").to_vec(),
    );
    files.insert(
        "update.js".into(),
        include_bytes!("../pages/update.js").to_vec(),
    );
    let icons = bundle::icons(&arguments.assets.join("icons"))?;
    let bundle = bundle::put_together(files, icons);
    bundle::write(&bundle, &arguments.out)?;
    for (name, bytes) in &bundle {
        if name.ends_with(".wasm") {
            let small = compress::brotli(bytes)?.len();
            println!("{name}: {} bytes, {small} compressed", bytes.len());
        }
    }
    Ok(())
}
