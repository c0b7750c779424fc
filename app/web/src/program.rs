//! Turns cargo's WebAssembly output into the files that a browser loads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// The WebAssembly features that rustc uses by default; supported by all browsers of the last four
/// years.
const FEATURES: [&str; 6] = [
    "bulk-memory",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// Files by their path in the version's folder.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Creates the program's files: `voorveld.js`, `voorveld.wasm`, and the snippets they import.
///
/// # Errors
/// When wasm-bindgen or wasm-opt fails, or a file cannot be read.
pub(crate) fn prepare(program: &Path, wasm_opt: Option<&Path>) -> anyhow::Result<Files> {
    let folder = program.with_extension("web");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Bindgen::new()
        .input_path(program)
        .out_name("voorveld")
        .web(true)?
        .typescript(false)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate(&folder)
        .with_context(|| format!("wasm-bindgen on {}", program.display()))?;
    let wasm = folder.join("voorveld_bg.wasm");
    if let Some(wasm_opt) = wasm_opt {
        let status = Command::new(wasm_opt)
            .args(FEATURES.map(|feature| format!("--enable-{feature}")))
            .args(["-Oz", "-o"])
            .args([&wasm, &wasm])
            .status()
            .with_context(|| format!("starting {}", wasm_opt.display()))?;
        ensure!(status.success(), "wasm-opt failed");
    }
    let mut files = Files::new();
    read_all(&folder, "", &mut files)?;
    let script = files.get("voorveld.js").context("no script")?;
    // An import from "env" is an unresolved C function; browsers would refuse to start the program.
    ensure!(
        !String::from_utf8_lossy(script).contains("from \"env\""),
        "the program lacks a function of C's library"
    );
    let program = files.remove("voorveld_bg.wasm").context("no program")?;
    files.insert("voorveld.wasm".into(), program);
    Ok(files)
}

fn read_all(folder: &Path, before: &str, files: &mut Files) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = format!("{before}{}", name.to_str().context("a name in UTF-8")?);
        if entry.file_type()?.is_dir() {
            read_all(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
