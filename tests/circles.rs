//! Modules that stand side by side depend on each other in one direction only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose modules form no circle, each with the root of its crate.
const FOLDERS: &[(&str, &str)] = &[
    ("sync-server/src", "sync-server/src"),
    ("app/src", "app/src/pages"),
    ("app/src", "app/src/pages/case"),
    ("app/src", "app/src/components"),
    ("app/src", "app/src/hooks"),
    ("app/src", "app/src/format"),
    ("app/core/src", "app/core/src"),
    ("app/core/src", "app/core/src/store"),
    ("app/core/src", "app/core/src/store/project"),
    ("app/core/src", "app/core/src/store/read"),
    ("app/core/src", "app/core/src/store/write"),
    ("app/core/src", "app/core/src/sync"),
];

/// Arrows that close a circle and stay, from the module that would else lie below.
const STAY: &[(&str, &str, &str)] = &[
    // A phone in a browser is reached through its worker, which the page hands out as a `Phone` and which
    // itself opens one: screens need not know where the data is. The circle exists in that build only.
    ("app/core/src", "web", "phone"),
];

type Graph = BTreeMap<String, BTreeSet<String>>;

#[test]
fn modules_side_by_side_form_no_circle() {
    for (root, folder) in FOLDERS {
        let mut graph = graph(root, folder);
        for (_, from, to) in STAY.iter().filter(|(stays, ..)| stays == folder) {
            let removed = graph.get_mut(*from).is_some_and(|used| used.remove(*to));
            assert!(removed, "{folder}: {from} no longer uses {to}");
        }
        assert!(graph.len() > 2, "{folder} has no modules");
        let arrows: usize = graph.values().map(BTreeSet::len).sum();
        assert!(arrows > 0, "{folder}: no dependency was recognised");
        if let Some(circle) = circle(&graph) {
            panic!("{folder}: {}", circle.join(" → "));
        }
    }
}

#[test]
fn a_circle_is_found_through_groups_super_and_re_exports() {
    let graph = |files: &[(&str, &str)]| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("pages/home")).expect("folders");
        for (name, code) in files {
            fs::write(folder.path().join(name), code).expect("written");
        }
        of_folder(folder.path(), &folder.path().join("pages"))
    };
    let parent = ("pages.rs", "mod home;\nmod list;\npub use home::HomePage;");
    let circular = graph(&[
        parent,
        ("pages/home.rs", "mod part;"),
        ("pages/home/part.rs", "use super::super::{list::{Row}};"),
        ("pages/list.rs", "use crate::{format, pages::{HomePage}};"),
    ]);
    assert!(circle(&circular).is_some(), "{circular:?}");
    let straight = graph(&[
        parent,
        (
            "pages/home.rs",
            "use crate::pages::list::Row; // list uses HomePage",
        ),
        (
            "pages/list.rs",
            "fn x() {}\n#[cfg(test)]\nmod tests { use crate::pages::HomePage; }",
        ),
    ]);
    assert_eq!(straight["home"].len(), 1);
    assert_eq!(circle(&straight), None);
}

/// Returns which module of a folder uses which other.
fn graph(root: &str, folder: &str) -> Graph {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    of_folder(&here.join(root), &here.join(folder))
}

fn of_folder(root: &Path, folder: &Path) -> Graph {
    let modules = modules(folder);
    let base = parts(root, folder);
    let parent = if root == folder {
        folder.join("lib.rs")
    } else {
        folder.with_extension("rs")
    };
    let re_exports = re_exports(&code_of(&parent), &modules);
    let mut graph = Graph::new();
    for module in &modules {
        let mut files = rust_files(&folder.join(module));
        files.push(folder.join(module).with_extension("rs"));
        let mut used = BTreeSet::new();
        for file in files.into_iter().filter(|file| !is_test(file)) {
            let here = parts(root, &file.with_extension(""));
            for path in paths(&code_of(&file)) {
                let Some(path) = absolute(&here, &path) else {
                    continue;
                };
                let Some(rest) = path.strip_prefix(base.as_slice()) else {
                    continue;
                };
                let Some(first) = rest.first() else { continue };
                let target = modules.get(first).or_else(|| re_exports.get(first));
                used.extend(target.filter(|target| *target != module).cloned());
            }
        }
        graph.insert(module.clone(), used);
    }
    graph
}

/// Returns a circle of modules, the first one repeated at the end.
fn circle(graph: &Graph) -> Option<Vec<String>> {
    fn walk(graph: &Graph, path: &mut Vec<String>, done: &mut BTreeSet<String>) -> bool {
        let last = path.last().expect("a path has a start").clone();
        for next in graph.get(&last).into_iter().flatten() {
            if let Some(at) = path.iter().position(|module| module == next) {
                path.drain(..at);
                path.push(next.clone());
                return true;
            }
            if !done.contains(next) {
                path.push(next.clone());
                if walk(graph, path, done) {
                    return true;
                }
                path.pop();
            }
        }
        done.insert(last);
        false
    }
    let mut done = BTreeSet::new();
    graph.keys().find_map(|module| {
        let mut path = vec![module.clone()];
        (!done.contains(module) && walk(graph, &mut path, &mut done)).then_some(path)
    })
}

/// Returns the modules of a folder: the files that may have a folder of the same name beside them.
fn modules(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).expect("a folder of source files");
    let names = files.map(|file| file.expect("an entry").path());
    names
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| !["lib", "main", "tests"].contains(&name.as_str()))
        .collect()
}

/// Maps the names that a parent module re-exports to the module they come from.
fn re_exports(parent: &str, modules: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for path in paths(parent) {
        let path: Vec<_> = path.into_iter().skip_while(|part| part == "self").collect();
        if let [module, .., name] = path.as_slice()
            && modules.contains(module)
        {
            found.insert(name.clone(), module.clone());
        }
    }
    found
}

/// Returns a path from the crate's root, or nothing for another crate's.
fn absolute(here: &[String], path: &[String]) -> Option<Vec<String>> {
    let up = path.iter().take_while(|part| *part == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([here, &path[1..]].concat()),
        "super" => Some([here.get(..here.len().checked_sub(up)?)?, &path[up..]].concat()),
        _ => None,
    }
}

/// Returns all paths that a file's `use` declarations and expressions name.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for start in ["use ", "crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let begins = !code[..at].ends_with(|before: char| {
                before.is_alphanumeric() || before == '_' || before == ':'
            });
            let rest = &code[at..];
            let tree = match rest.strip_prefix("use ") {
                Some(tree) => tree.split(';').next().unwrap_or_default(),
                None => rest
                    .split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
                    .next()
                    .unwrap_or_default(),
            };
            if begins {
                expand(&[], tree, &mut found);
            }
        }
    }
    found
}

/// Expands `a::{b, c::{d, e}}` into its paths.
fn expand(before: &[String], tree: &str, found: &mut Vec<Vec<String>>) {
    let (head, group) = match tree.split_once('{') {
        Some((head, group)) => (head, group.rsplit_once('}').map(|(group, _)| group)),
        None => (tree.split(" as ").next().unwrap_or_default(), None),
    };
    let steps = head
        .split("::")
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let path: Vec<String> = before
        .iter()
        .cloned()
        .chain(steps.map(ToOwned::to_owned))
        .collect();
    let Some(group) = group else {
        found.push(path);
        return;
    };
    let mut depth = 0;
    let parts = group.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    for part in parts.filter(|part| !part.trim().is_empty()) {
        expand(&path, part, found);
    }
}

/// Returns a file's code without comments and without the tests inside it.
fn code_of(file: &Path) -> String {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let code = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn is_test(file: &Path) -> bool {
    file.components()
        .any(|part| part.as_os_str().to_string_lossy().contains("tests"))
}

fn parts(root: &Path, file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(root).expect("a file of the crate");
    inside
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect()
}
