use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use voorveld_core::view::Language;
use voorveld_core::{Error, ImportRefusal, SyncProblem};

use crate::export::{ExportFile, FileKind};
use crate::text::{problem, say_in};

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns all files under a folder with this extension.
fn files(folder: &Path, ending: &str) -> Vec<std::path::PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// Returns the message keys of a language, each with its variables.
fn keys(language: &str) -> BTreeSet<(String, Vec<String>)> {
    let mut keys = BTreeSet::new();
    for file in files(&root("assets/locales").join(language), ".ftl") {
        let text = fs::read_to_string(file).expect("a text");
        let mut entry: Option<(String, BTreeSet<String>)> = None;
        for line in text.lines() {
            let starts = line.starts_with(|letter: char| letter.is_ascii_lowercase());
            if let (true, Some((key, _))) = (starts, line.split_once(" =")) {
                keys.extend(
                    entry
                        .take()
                        .map(|(key, names)| (key, names.into_iter().collect())),
                );
                entry = Some((key.to_owned(), BTreeSet::new()));
            }
            if let Some((_, names)) = &mut entry {
                names.extend(line.split("{ $").skip(1).map(|rest| {
                    rest.chars()
                        .take_while(|letter| letter.is_ascii_alphanumeric())
                        .collect()
                }));
            }
        }
        keys.extend(entry.map(|(key, names)| (key, names.into_iter().collect())));
    }
    keys
}

#[test]
fn both_languages_have_the_same_words_with_the_same_values() {
    let (dutch, english) = (keys("nl"), keys("en"));
    assert!(dutch.len() > 100);
    let differ: Vec<_> = dutch.symmetric_difference(&english).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn every_word_that_is_used_exists_and_every_word_that_exists_is_used() {
    let known: BTreeSet<String> = keys("nl").into_iter().map(|(key, _)| key).collect();
    let mut used = BTreeSet::new();
    for file in files(&root("app/src"), ".rs") {
        let source: String = fs::read_to_string(file)
            .expect("a text")
            .split_whitespace()
            .collect();
        for mark in ["t!(\"", "t_in!(language,\""] {
            used.extend(
                source
                    .split(mark)
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next())
                    .map(str::to_owned),
            );
        }
    }
    used.retain(|key| {
        key.chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '-' || letter.is_ascii_digit())
    });
    used.remove("key");
    used.remove("");
    let missing: Vec<_> = used.difference(&known).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    let idle: Vec<_> = known.difference(&used).collect();
    assert!(idle.is_empty(), "never used: {idle:?}");
}

#[test]
fn every_text_is_given_the_values_that_it_says() {
    let known: BTreeMap<String, Vec<String>> = keys("nl").into_iter().collect();
    let (mut checked, mut lacking) = (0, Vec::new());
    for file in files(&root("app/src"), ".rs") {
        let source = fs::read_to_string(&file).expect("a text");
        let source: String = source.split_whitespace().collect();
        for mark in ["t!(\"", "t_in!(language,\""] {
            for rest in source.split(mark).skip(1) {
                let Some((key, rest)) = rest.split_once('"') else {
                    continue;
                };
                let given = given(rest);
                let said = known.get(key).into_iter().flatten();
                let lacks = said.filter(|name| !given.contains(&name.as_str()));
                lacking.extend(lacks.map(|name| format!("{}: {key}: {name}", file.display())));
                checked += usize::from(!given.is_empty());
            }
        }
    }
    assert!(checked > 200, "only {checked} texts with values were found");
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// Returns the names of the values after the key: `,n:2,name:x)` gives `n` and `name`.
fn given(source: &str) -> Vec<&str> {
    let (mut depth, mut names, mut begin) = (0, Vec::new(), None);
    for (at, letter) in source.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => begin = Some(at + 1),
            ':' => names.extend(begin.take().map(|begin| &source[begin..at])),
            _ => {}
        }
    }
    names
}

#[test]
fn every_error_is_a_sentence_that_says_what_is_safe_or_what_to_do() {
    let errors = [
        Error::WrongPin,
        Error::Empty,
        Error::TooLong { max: 500 },
        Error::NotFound,
        Error::DiskFull,
        Error::StoreNewer { found: 2, known: 1 },
        Error::StoreDamaged {
            set_aside: "oud.db".into(),
        },
        Error::FileDamaged,
        Error::InUse,
        Error::Storage("x".into()),
        Error::Import(ImportRefusal::TooLarge),
        Error::Words(0),
        Error::Words(3),
        Error::InvitationUnknown,
        Error::Sync(SyncProblem::NoAnswer),
        Error::Internal("stack trace".into()),
    ];
    for language in [Language::Dutch, Language::English] {
        for error in &errors {
            let sentence = problem::sentence(language, error);
            assert!(
                sentence.contains(' ') && sentence.len() > 25,
                "{error:?}: {sentence}"
            );
            assert!(
                !sentence.contains("problem-") && !sentence.contains("stack trace"),
                "{sentence}"
            );
        }
    }
}

#[test]
fn a_sync_problem_says_the_work_is_safe_and_gives_its_code() {
    let sentence = problem::sync(Language::Dutch, SyncProblem::NoAnswer);
    assert_eq!(
        sentence,
        "De server antwoordt niet. Je werk staat veilig op deze telefoon. Code V-503."
    );
}

#[test]
fn numbers_bend_their_words() {
    let say = |n: i64| say_in(Language::Dutch, "days-ago", &[("n", n.into())]);
    assert_eq!((say(1).as_str(), say(5).as_str()), ("1 dag", "5 dagen"));
}

#[test]
fn a_name_never_turns_the_words_around_it() {
    let call = |name: &str| {
        say_in(
            Language::Dutch,
            "call-name",
            &[("name", name.to_owned().into())],
        )
    };
    assert_eq!(call("Gina\u{202e}"), "Bel Gina");
    assert_eq!(call("\u{202e}محمد\u{2069}"), "Bel \u{2068}محمد\u{2069}");
    // Nor in the name of an exported file.
    let file = ExportFile::new("Gina\u{202e}gnp", FileKind::Data, Vec::new());
    assert!(!file.name.contains('\u{202e}'), "{}", file.name);
}
