//! Embeds the phone app in the binary when `VOORVELD_WEB_APP` names the folder of its build.

use std::{env, error::Error, fs, path::Path};

#[path = "build/table.rs"]
mod table;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=VOORVELD_WEB_APP");
    let folder = env::var_os("VOORVELD_WEB_APP").unwrap_or_default();
    let folder = (!folder.is_empty()).then(|| Path::new(&folder));
    if let Some(folder) = folder {
        // Cargo watches everything in the folder.
        println!("cargo::rerun-if-changed={}", folder.display());
    } else {
        println!("cargo::rerun-if-changed=build.rs");
        println!("cargo::rerun-if-changed=build/table.rs");
    }
    let table = table::of(folder)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("web_app.rs"), table)?;
    Ok(())
}
