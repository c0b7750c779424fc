//! The documents match the repository: their links, names and commands exist.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

const INDEX: &str = "docs/decisions.md";

/// Documents in which every name in code style must occur in the source.
const NAMES_SYMBOLS: &[&str] = &["docs/contributing.md", "docs/glossary.md", "docs/import.md"];

#[test]
fn every_decision_stands_in_the_index_with_its_date_and_the_index_names_no_other() {
    let mut expected = BTreeSet::new();
    for file in markdown().filter(|file| file.starts_with("docs/decisions/")) {
        let text = read(&file);
        let mut lines = text.lines();
        let title = lines.next().and_then(|line| line.strip_prefix("# "));
        let title = title.unwrap_or_else(|| panic!("{file} begins with its title"));
        assert_eq!(
            lines.next(),
            Some(""),
            "{file}: a blank line after the title"
        );
        let (date, status) = lines
            .next()
            .and_then(|line| line.split_once(" · "))
            .unwrap_or_else(|| panic!("{file}: date · status"));
        let known =
            status == "in force" || status == "withdrawn" || status.starts_with("replaced by [");
        assert!(is_day(date) && known, "{file}: {date} · {status}");
        assert!(lines.any(|line| !line.is_empty()), "{file} says nothing");
        let place = file.strip_prefix("docs/").expect("in docs");
        let end = match status {
            "in force" => String::new(),
            _ => format!(" · {status}"),
        };
        expected.insert(format!("- {date} · [{title}]({place}){end}"));
    }
    let index = read(INDEX);
    let listed: Vec<&str> = index
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    let missing: Vec<&String> = expected
        .iter()
        .filter(|line| !listed.contains(&line.as_str()))
        .collect();
    assert!(missing.is_empty(), "{INDEX} lacks:\n{missing:#?}");
    let unknown: Vec<&&str> = listed
        .iter()
        .filter(|line| !expected.contains(**line))
        .collect();
    assert!(
        unknown.is_empty(),
        "{INDEX} names what is not there:\n{unknown:#?}"
    );
    assert_eq!(listed.len(), expected.len(), "{INDEX} names one twice");
    let dates: Vec<&str> = listed.iter().map(|line| &line[2..12]).collect();
    assert!(dates.is_sorted(), "{INDEX}: newest last");
}

#[test]
fn every_link_between_documents_leads_to_a_file() {
    let mut broken = Vec::new();
    for file in markdown() {
        let folder = Path::new(&file).parent().expect("a file has a folder");
        for target in links(&read(&file)) {
            let elsewhere = ["http://", "https://", "mailto:", "#"];
            if elsewhere.iter().any(|start| target.starts_with(start)) {
                continue;
            }
            let place = target.split('#').next().unwrap_or_default();
            if !root().join(folder).join(place).exists() {
                broken.push(format!("{file}: {target}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_path_a_document_names_is_there() {
    let tops = ["app/", "assets/", "docs/", "sync-server/", "tests/"];
    let tracked = tracked();
    let mut missing = Vec::new();
    for file in markdown() {
        for span in code_spans(&read(&file)) {
            let is_path = tops.iter().any(|top| span.starts_with(top))
                && !span.contains(|c: char| c.is_whitespace() || "<>*{}…".contains(c));
            // Relative to the root, or to the document's folder.
            let path = span.trim_end_matches('/');
            let beside = Path::new(&file).with_file_name(path);
            let there = [path.to_owned(), beside.display().to_string()]
                .iter()
                .any(|path| {
                    let folder = format!("{path}/");
                    tracked.contains(path) || tracked.iter().any(|file| file.starts_with(&folder))
                });
            if is_path && !there {
                missing.push(format!("{file}: `{span}`"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_name_in_the_guide_and_the_glossary_is_in_the_source() {
    let words = words_of_the_source();
    let mut missing = Vec::new();
    for file in NAMES_SYMBOLS {
        for span in code_spans(&read(file)) {
            let parts: Vec<&str> = span.split("::").collect();
            let is_name = parts.iter().all(|part| is_identifier(part));
            if is_name && !parts.iter().all(|part| words.contains(*part)) {
                missing.push(format!("{file}: `{span}`"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_command_a_document_tells_to_type_is_one_that_run_knows() {
    let run = read("run");
    let (_, cases) = run
        .split_once("case \"$command\" in")
        .expect("a list of commands");
    let known: BTreeSet<&str> = cases
        .lines()
        .filter_map(|line| line.strip_prefix("    ")?.split_once(')'))
        .flat_map(|(names, _)| names.split(" | "))
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .collect();
    assert!(known.contains("test"), "{known:?}");
    let usage = run.split("TEXT").nth(1).expect("a usage text");
    let mut unknown = Vec::new();
    for (file, text) in markdown()
        .map(|file| (file.clone(), read(&file)))
        .chain([("run's own help".to_owned(), usage.to_owned())])
    {
        for (at, start) in text.match_indices("./run ") {
            let name: String = text[at + start.len()..]
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '-')
                .collect();
            if !name.is_empty() && !known.contains(name.as_str()) {
                unknown.push(format!("{file}: ./run {name}"));
            }
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
    for name in known
        .iter()
        .filter(|name| !["help", "--help", "-h"].contains(*name))
    {
        let told =
            usage.contains(&format!("./run {name} ")) || usage.contains(&format!("./run {name}\n"));
        assert!(told, "./run help does not tell of {name}");
    }
}

/// Returns all Markdown documents under version control.
fn markdown() -> impl Iterator<Item = String> {
    let files = tracked().into_iter();
    files.filter(|file| file.ends_with(".md"))
}

fn tracked() -> BTreeSet<String> {
    let output = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root())
        .output()
        .expect("git runs");
    assert!(output.status.success(), "this is not a git repository");
    let files = String::from_utf8(output.stdout).expect("paths are text");
    files
        .split('\0')
        .filter(|file| !file.is_empty() && root().join(file).exists())
        .map(ToOwned::to_owned)
        .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|digit| digit.is_ascii_digit())
    };
    matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

/// Returns a document without its code blocks.
fn prose(text: &str) -> String {
    let mut inside = false;
    let lines = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns the text between single backquotes.
fn code_spans(text: &str) -> Vec<String> {
    let prose = prose(text);
    let mut spans = Vec::new();
    for paragraph in prose.split("\n\n") {
        let pieces = paragraph.split('`').skip(1).step_by(2);
        spans.extend(pieces.map(|span| span.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    spans
}

/// Returns the targets of a document's links.
fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let mut targets = Vec::new();
    for (at, opening) in prose.match_indices("](") {
        let rest = &prose[at + opening.len()..];
        targets.extend(rest.split(')').next().map(str::to_owned));
    }
    targets
}

fn is_identifier(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Returns every word in the source files, scripts and migrations.
fn words_of_the_source() -> BTreeSet<String> {
    let kinds = [".rs", ".sql", ".sh", ".toml", ".ftl", ".css", ".yml"];
    let mut words = BTreeSet::new();
    for file in tracked() {
        if !kinds.iter().any(|kind| file.ends_with(kind)) && file != "run" {
            continue;
        }
        let text = read(&file);
        let parts = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        words.extend(parts.map(str::to_owned));
    }
    words
}

#[test]
fn the_checks_above_see_what_they_are_to_see() {
    let text = "A [link](a/b.md#c) and `app/core`.\n\n```\n[no](link) `code`\n```\n\n`one\nspan`";
    assert_eq!(links(text), ["a/b.md#c"]);
    assert_eq!(code_spans(text), ["app/core", "one span"]);
    let counts: BTreeMap<&str, bool> = ["Case", "SaveEncounter", "a b", "x", "dev_seq"]
        .map(|text| (text, is_identifier(text)))
        .into();
    let identifiers: Vec<&str> = counts
        .iter()
        .filter(|(_, is)| **is)
        .map(|(text, _)| *text)
        .collect();
    assert_eq!(identifiers, ["Case", "SaveEncounter", "dev_seq"]);
}
