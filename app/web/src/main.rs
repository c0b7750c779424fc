//! Bundles the app for browsers, in a folder that any web server can serve.
//!
//! The folder holds `index.html`, `sw.js`, the manifest and the icons under fixed names, and everything
//! else in a folder named after its content, so that it can be cached indefinitely. Files that compress
//! well have compressed copies beside them (`.br`, `.gz`).

mod bundle;
mod compress;
mod program;
#[path = "../../src/style.rs"]
mod style;

use std::path::PathBuf;

use clap::Parser;

/// Bundles the app for browsers.
#[derive(Debug, Parser)]
struct Arguments {
    /// The program, as cargo built it for wasm32-unknown-unknown
    #[arg(long, value_name = "FILE")]
    program: PathBuf,
    /// binaryen's optimiser; without it the program is left as it is
    #[arg(long, value_name = "FILE")]
    wasm_opt: Option<PathBuf>,
    /// The repository's folder of assets
    #[arg(long, value_name = "DIR", default_value = "assets")]
    assets: PathBuf,
    /// Folder to write; its previous content is deleted
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
