//! The architecture: which crate may depend on which, what may stand at the top level, and what no
//! source file may contain.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Allowed names at the repository's top level, besides dot-files.
const TOP: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "Dioxus.toml",
    "README.md",
    "app",
    "assets",
    "clippy.toml",
    "deny.toml",
    "docs",
    "publiccode.yml",
    "run",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "sync-server",
    "tests",
];

/// Most lines of a source file, and of a test with made-up data.
const LINES: usize = 300;
const LINES_OF_DATA: usize = 500;

/// Files that may be longer, for the reason given.
const LONGER: &[&str] = &[
    // Word tables only.
    "app/core/src/sample/parts.rs",
    // Icon outlines only.
    "app/src/components/icon/paths.rs",
];

#[test]
fn the_app_leads_to_the_core_and_both_sides_only_to_the_protocol() {
    let known = dependencies();
    let check = |package: &str, wanted: &[&str]| {
        let ours: BTreeSet<&str> = known[package]
            .iter()
            .map(String::as_str)
            .filter(|name| name.starts_with("voorveld"))
            .collect();
        assert_eq!(ours, wanted.iter().copied().collect(), "{package}");
    };
    check("voorveld", &["voorveld-core"]);
    check("voorveld-core", &["voorveld-protocol"]);
    check("voorveld-sync-server", &["voorveld-protocol"]);
    check("voorveld-protocol", &[]);
    check("voorveld-web", &[]);
}

#[test]
fn each_part_knows_only_what_it_is_for() {
    let known = dependencies();
    let check = |package: &str, unknown: &[&str]| {
        for dependency in &known[package] {
            let broken = unknown
                .iter()
                .any(|&name| dependency == name || dependency.starts_with(&format!("{name}-")));
            assert!(!broken, "{package} must not know {dependency}");
        }
    };
    check("voorveld", &["rusqlite", "automerge", "reqwest", "axum"]);
    check("voorveld-core", &["dioxus", "axum", "wry", "tao"]);
    check("voorveld-sync-server", &["dioxus", "automerge"]);
    check(
        "voorveld-protocol",
        &[
            "tokio",
            "axum",
            "rusqlite",
            "automerge",
            "reqwest",
            "dioxus",
        ],
    );
}

#[test]
fn inside_the_core_documents_store_and_sync_keep_to_their_own() {
    let check = |part: &str, unknown: &[&str]| {
        let files = sources(part);
        assert!(!files.is_empty(), "{part} has no source");
        for file in files {
            let code = code_of(&file);
            for name in unknown {
                assert!(!code.contains(name), "{} mentions {name}", shown(&file));
            }
        }
    };
    // Followed by `::`, as the bare word also names a file type.
    check("app/src", &["rusqlite", "automerge::", "reqwest"]);
    check("app/core/src/document", &["rusqlite", "reqwest", "tokio"]);
    check("app/core/src/store", &["reqwest", "tokio::net"]);
    check("app/core/src/sync", &["rusqlite"]);
    check("app/core/src/view", &["rusqlite", "automerge", "reqwest"]);
    check("app/core/src/api", &["rusqlite", "automerge", "reqwest"]);
    // The day of a timestamp is that of the Netherlands, decided by `day` alone, not local or UTC.
    for part in ["app/src", "app/core/src"] {
        check(
            part,
            &[
                "Local::now",
                "chrono::Local",
                "date_naive()",
                "naive_local()",
            ],
        );
    }
}

#[test]
fn inside_the_core_the_arrows_point_down() {
    let check = |part: &str, unknown: &[&str]| {
        let files = sources(part);
        assert!(!files.is_empty(), "{part} has no source");
        for file in files {
            for module in modules_of_the_core(&code_of(&file)) {
                let broken = unknown.contains(&module.as_str());
                assert!(!broken, "{} uses crate::{module}", shown(&file));
            }
        }
    };
    // The vocabulary lies below everything else, documents below views and requests.
    let above = [
        "api", "crypto", "document", "import", "store", "sync", "view",
    ];
    check("app/core/src/model", &above);
    check("app/core/src/document", &["api", "store", "sync", "view"]);
    // Neither sealing nor reading a file has anything to do with requests.
    check("app/core/src/crypto", &["api", "store", "sync", "view"]);
    check("app/core/src/import", &["api", "store", "sync"]);
    // A request and its view can cross to another process, so they know nothing that cannot.
    check("app/core/src/view", &["api", "document", "store", "sync"]);
    check("app/core/src/api", &["document", "store", "sync"]);
    // Each type has one path.
    for file in sources("app/core/src/view") {
        let again = code_of(&file).contains("pub use crate");
        assert!(!again, "{} exports what lies elsewhere", shown(&file));
    }
}

/// Returns the modules that a file of the core names as `crate::module`, alone or in a group.
fn modules_of_the_core(code: &str) -> BTreeSet<String> {
    let name = |text: &str| -> String {
        let letters = text.trim_start().chars();
        letters
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect()
    };
    let mut modules = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            modules.insert(name(rest));
            continue;
        };
        let mut depth = 0;
        modules.insert(name(group));
        for (at, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    modules.insert(name(&group[at + 1..]));
                }
                _ => {}
            }
        }
    }
    modules
}

/// Files that may branch on running in a browser. All others behave the same everywhere.
const KNOWS_THE_BROWSER: &[&str] = &[
    "app/core/src/executor.rs",
    "app/core/src/files.rs",
    "app/core/src/import/decode/labelled.rs",
    "app/core/src/import/sheet.rs",
    "app/core/src/lib.rs",
    "app/core/src/phone.rs",
    "app/core/src/store/open.rs",
    "app/core/src/sync.rs",
    "app/core/src/sync/transport.rs",
    "app/core/src/sync/transport/http.rs",
    "app/src/platform.rs",
];

#[test]
fn only_few_modules_know_that_there_are_browsers_and_only_the_executor_knows_threads() {
    for file in [sources("app/src"), sources("app/core/src")].concat() {
        let (code, name) = (code_of(&file), shown(&file));
        let asks = code.contains("target_family") || code.contains("wasm32");
        assert!(
            !asks || KNOWS_THE_BROWSER.contains(&name.as_str()),
            "{name} asks whether it runs in a browser"
        );
        let is_core = name.starts_with("app/core/src") && !name.contains("/executor/");
        for way in ["tokio::runtime", "tokio::time", "tokio::spawn"] {
            assert!(
                !is_core
                    || name.contains("test")
                    || name.contains("scenario")
                    || !code.contains(way),
                "{name} runs things by itself: {way}"
            );
        }
    }
}

#[test]
fn at_the_top_stands_only_what_belongs_there() {
    for file in tracked() {
        let top = file.split('/').next().expect("a path has a first part");
        let belongs = TOP.contains(&top) || top.starts_with('.') || top.starts_with("LICENSE");
        assert!(belongs, "{top} does not belong at the top level");
    }
}

#[test]
fn nothing_has_a_style_of_its_own_because_the_policy_of_the_page_takes_it_away() {
    for file in sources("app/src") {
        let styled = code_of(&file)
            .lines()
            .any(|line| line.split_whitespace().any(|word| word == "style:"));
        assert!(!styled, "{} styles in place", shown(&file));
    }
}

#[test]
fn fields_keep_their_own_text_and_nothing_is_put_in_as_markup() {
    for file in sources("app/src") {
        let code = code_of(&file);
        assert!(
            !code.contains("dangerous_inner_html"),
            "{} puts text in as markup",
            shown(&file)
        );
        for element in ["input", "textarea"] {
            for block in blocks(&code, element) {
                let controlled = block.lines().any(|line| line.trim().starts_with("value:"));
                assert!(
                    !controlled || chooses(block),
                    "{} has a controlled {element}: fast typing loses letters\n{block}",
                    shown(&file)
                );
            }
        }
    }
}

/// Files with text inputs: the shared field, and the capture sheet, which warns of a
/// burgerservicenummer itself.
const TYPED_IN: &[&str] = &["app/src/components/field.rs", "app/src/pages/capture.rs"];

#[test]
fn every_text_is_typed_in_a_field_that_warns_of_a_bsn() {
    for file in sources("app/src") {
        let (code, name) = (code_of(&file), shown(&file));
        for block in ["input", "textarea"]
            .map(|element| blocks(&code, element))
            .concat()
        {
            let other = ["time", "date", "file"]
                .iter()
                .any(|kind| block.contains(&format!("type: \"{kind}\"")));
            assert!(
                other || chooses(block) || TYPED_IN.contains(&name.as_str()),
                "{name} has a text field of its own\n{block}"
            );
        }
    }
}

#[test]
fn no_source_file_is_too_long() {
    let mut long = Vec::new();
    for file in tracked().into_iter().filter(|file| file.ends_with(".rs")) {
        if LONGER.contains(&file.as_str()) {
            continue;
        }
        let code = std::fs::read_to_string(root().join(&file)).expect("a tracked file is there");
        let is_test = file.contains("tests") || file.contains("preview");
        let most = if is_test { LINES_OF_DATA } else { LINES };
        let lines = code.lines().count();
        if lines > most {
            long.push(format!("{file}: {lines} lines, at most {most}"));
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// Most lines of a component, from its signature to its closing brace.
const LINES_OF_A_COMPONENT: usize = 100;

#[test]
fn no_component_is_too_long() {
    let (mut components, mut long) = (0, Vec::new());
    for file in sources("app/src") {
        let text = std::fs::read_to_string(&file).expect("a tracked file is there");
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(indent) = line.strip_suffix("#[component]") else {
                continue;
            };
            let end = format!("{indent}}}");
            let length = lines[at + 1..].iter().position(|line| **line == end);
            let length = length.expect("rustfmt closes a function at its own indent") + 1;
            components += 1;
            if length > LINES_OF_A_COMPONENT {
                long.push(format!(
                    "{}: {}: {length} lines",
                    shown(&file),
                    lines[at + 1]
                ));
            }
        }
    }
    assert!(components > 200, "only {components} components found");
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn only_tests_enable_what_is_for_tests() {
    const FOR_TESTS: [&str; 3] = ["sample", "test-support", "train"];
    let is_for_tests = |feature: &serde_json::Value| FOR_TESTS.iter().any(|name| feature == name);
    let mut defined = 0;
    for package in packages() {
        let name = &package["name"];
        let features = package["features"].as_object().expect("features");
        defined += features
            .keys()
            .filter(|key| FOR_TESTS.contains(&key.as_str()))
            .count();
        let mut enabled = features.values().flat_map(list);
        assert!(!enabled.any(|feature| is_for_tests(&feature)), "{name}");
        for dependency in list(&package["dependencies"]) {
            let enables = list(&dependency["features"]).iter().any(is_for_tests);
            let is_test = dependency["kind"] == "dev";
            assert!(is_test || !enables, "{name} → {}", dependency["name"]);
        }
    }
    assert_eq!(defined, 4, "features for tests: {FOR_TESTS:?}");
}

fn list(value: &serde_json::Value) -> Vec<serde_json::Value> {
    value.as_array().expect("a list").clone()
}

/// Returns the direct dependencies of our packages, without dev-dependencies.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let mut known = BTreeMap::new();
    for package in packages() {
        let name = package["name"].as_str().expect("a name").to_owned();
        let direct = list(&package["dependencies"])
            .iter()
            .filter(|dependency| dependency["kind"] != "dev")
            .map(|dependency| dependency["name"].as_str().expect("a name").to_owned())
            .collect();
        known.insert(name, direct);
    }
    known
}

/// Returns what Cargo knows of our packages.
fn packages() -> Vec<serde_json::Value> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--offline",
            "--no-deps",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata: {said}");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    list(&metadata["packages"])
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns all files under version control.
fn tracked() -> Vec<String> {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root())
        .output()
        .expect("git runs");
    assert!(output.status.success(), "this is not a git repository");
    let files = String::from_utf8(output.stdout).expect("paths are text");
    let files: Vec<String> = files
        .split('\0')
        .filter(|file| !file.is_empty() && root().join(file).exists())
        .map(ToOwned::to_owned)
        .collect();
    assert!(files.len() > 100, "the repository is not all there");
    files
}

/// Returns the source files of a module: its folder, and the file of the same name beside it.
fn sources(part: &str) -> Vec<PathBuf> {
    let (folder, beside) = (format!("{part}/"), format!("{part}.rs"));
    tracked()
        .into_iter()
        .filter(|file| file.ends_with(".rs"))
        .filter(|file| file.starts_with(&folder) || *file == beside)
        .map(|file| root().join(file))
        .collect()
}

/// Returns a file without its comments, which may mention what the code may not use.
fn code_of(file: &Path) -> String {
    let text = std::fs::read_to_string(file).expect("a tracked file is there");
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

fn shown(file: &Path) -> String {
    let short = file.strip_prefix(root()).unwrap_or(file);
    short.display().to_string()
}

/// Returns the rsx blocks of an element, from opening to closing brace.
fn blocks<'a>(code: &'a str, element: &str) -> Vec<&'a str> {
    let opening = format!(" {element} {{");
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&opening) {
        let begin = at + opening.len();
        let mut depth = 1;
        let end = code[begin..].find(|letter| {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        found.push(end.map_or(&code[begin..], |end| &code[begin..begin + end]));
    }
    found
}

/// Returns whether the field is of a type without typing.
fn chooses(block: &str) -> bool {
    ["checkbox", "radio", "file"]
        .iter()
        .any(|kind| block.contains(&format!("r#type: \"{kind}\"")))
}
