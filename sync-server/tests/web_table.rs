//! The table that the build script generates from a folder, and the files the server makes of it.

#[path = "../build/table.rs"]
mod table;

use std::{fs, path::Path};

use voorveld_sync_server::{Config, WebApp};

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("made");
        fs::write(path, text).expect("written");
    }
    dir
}

#[test]
fn without_a_folder_the_table_is_empty() {
    assert_eq!(table::of(None).expect("a table"), "&[\n]\n");
    assert!(!WebApp::default().is_there());
}

#[test]
fn every_file_of_the_folder_is_in_the_table_but_what_is_hidden() {
    let dir = folder(&[
        ("index.html", ""),
        ("index.html.br", ""),
        ("snippets/dioxus-1/inline0.js", ""),
        ("icons/192.png", ""),
        (".DS_Store", ""),
        (".git/config", ""),
    ]);
    let table = table::of(Some(dir.path())).expect("a table");
    let row = |path: &str| {
        let file = dir.path().join(path);
        format!("    ({path:?}, include_bytes!({file:?})),\n")
    };
    let rows = [
        row("icons/192.png"),
        row("index.html"),
        row("index.html.br"),
        row("snippets/dioxus-1/inline0.js"),
    ];
    assert_eq!(table, format!("&[\n{}]\n", rows.concat()));
}

#[test]
fn a_folder_that_is_no_app_stops_the_build_with_a_reason() {
    let said = |folder: &Path| table::of(Some(folder)).expect_err("refused");
    let empty = folder(&[]);
    assert!(said(empty.path()).contains("no index.html"));
    assert!(said(&empty.path().join("none")).contains("none"));
    assert!(said(Path::new("dist")).contains("absolute"));
    let odd = folder(&[("index.html", ""), ("met spatie.js", "")]);
    assert!(said(odd.path()).contains("met spatie.js"));
}

#[test]
fn a_server_serves_what_is_in_its_binary_unless_it_is_told_otherwise() {
    let built_with_app = option_env!("VOORVELD_WEB_APP").is_some_and(|folder| !folder.is_empty());
    let config = Config::new("nowhere");
    assert_eq!(config.web.is_there(), built_with_app);
    assert_eq!(WebApp::embedded().is_there(), built_with_app);
}
