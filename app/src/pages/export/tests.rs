//! Round trips: the sample team's exports, both lists and the full file, imported again.

use std::collections::BTreeMap;

use voorveld_core::api::*;
use voorveld_core::sample::sample_team;
use voorveld_core::view::*;
use voorveld_core::{CaseId, Environment, Phone, Workspace};

use super::gather::Pieces;
use super::{Look, tables};
use crate::export::table;
use crate::hooks::Clock;

const PIN: &str = "135790";

/// The sample team's phone, and an empty one.
struct Phones {
    _folder: tempfile::TempDir,
    full: Workspace,
    empty: Workspace,
}

async fn phones() -> Phones {
    let folder = tempfile::tempdir().expect("a folder");
    let environment = Environment::default();
    let full = Phone::at(folder.path().join("full"));
    let team = sample_team(environment.today());
    full.create_sample(PIN, environment.clone(), team)
        .expect("a team");
    let empty = Phone::at(folder.path().join("empty"));
    Phones {
        full: full.unlock(PIN, environment.clone()).await.expect("opens"),
        empty: empty.create(PIN, environment).await.expect("opens"),
        _folder: folder,
    }
}

fn look(language: Language) -> Look {
    Look {
        language,
        clock: Clock::Phone,
    }
}

async fn call<C: RequestType>(phone: &Workspace, call: C) -> C::Response {
    phone.call(call).await.expect("works")
}

async fn facts(phone: &Workspace) -> Vec<CaseFacts> {
    let ask = ReadCaseFacts {
        after: None,
        limit: 10_000,
    };
    call(phone, ask).await
}

async fn contacts(phone: &Workspace) -> Vec<ContactView> {
    let mut all = Vec::new();
    for contact in call(phone, ListContacts).await {
        all.push(call(phone, ReadWholeContact { contact }).await);
    }
    all
}

/// Returns the rows by their last cell, the id.
fn cells(rows: Vec<Vec<String>>) -> BTreeMap<String, Vec<String>> {
    let with_id = |row: Vec<String>| (row.last().expect("an id").clone(), row);
    rows.into_iter().map(with_id).collect()
}

async fn case_rows(phone: &Workspace, look: Look) -> Vec<Vec<String>> {
    let facts = facts(phone).await;
    facts
        .iter()
        .map(|one| tables::case_row(one, look))
        .collect()
}

async fn contact_rows(phone: &Workspace, look: Look) -> Vec<Vec<String>> {
    let contacts = contacts(phone).await;
    contacts
        .iter()
        .map(|one| tables::contact_row(one, look))
        .collect()
}

async fn preview(phone: &Workspace, name: &str, bytes: Vec<u8>) -> ImportPreview {
    let name = name.to_owned();
    call(phone, PreviewImport { name, bytes }).await
}

async fn keep(phone: &Workspace, name: &str, bytes: Vec<u8>) -> ImportReport {
    let token = preview(phone, name, bytes).await.token;
    let keep = ConfirmImport {
        token,
        ..ConfirmImport::default()
    };
    call(phone, keep).await
}

#[tokio::test]
async fn the_lists_come_back_with_every_cell_on_an_empty_phone_and_add_nothing_on_the_same() {
    for language in [Language::Dutch, Language::English] {
        let Phones {
            full,
            empty,
            _folder,
        } = phones().await;
        let look = look(language);
        for (head, rows) in [
            (tables::case_head(look), case_rows(&full, look).await),
            (tables::contact_head(look), contact_rows(&full, look).await),
        ] {
            assert!(rows.len() > 5, "a team");
            let file = table("lijst", &head, &rows).bytes;
            let again = preview(&full, "lijst.csv", file.clone()).await;
            assert_eq!((again.fresh, again.rows.len()), (0, rows.len()));
            // A list exported by an older version, without the id column.
            let short = |row: &Vec<String>| row[..row.len() - 1].to_vec();
            let older: Vec<Vec<String>> = rows.iter().map(short).collect();
            let older = table("lijst", &short(&head), &older).bytes;
            let known = preview(&full, "lijst.csv", older).await;
            let new: Vec<&ImportRow> = known.rows.iter().filter(|row| !row.known).collect();
            assert!(new.is_empty(), "{new:?}");
            let report = keep(&empty, "lijst.csv", file).await;
            assert_eq!((report.added as usize, report.left_out), (rows.len(), 0));
        }
        assert_eq!(
            cells(case_rows(&empty, look).await),
            cells(case_rows(&full, look).await)
        );
        assert_eq!(
            cells(contact_rows(&empty, look).await),
            cells(contact_rows(&full, look).await)
        );
    }
}

#[tokio::test]
async fn the_whole_file_brings_every_dossier_back_as_it_was() {
    let Phones {
        full,
        empty,
        _folder,
    } = phones().await;
    let look = look(Language::Dutch);
    let mut pieces = Pieces {
        team: "Oosterhage".into(),
        part: 1,
        people: super::gather::json(&call(&full, ReadPeople).await).expect("JSON"),
        ..Pieces::default()
    };
    for case in facts(&full).await {
        let dossier = call(&full, ReadCaseExport { case: case.id }).await;
        pieces
            .cases
            .push(super::gather::json(&dossier).expect("JSON"));
    }
    let documents = ReadDocuments {
        after: None,
        limit: 10_000,
    };
    for document in call(&full, documents).await {
        pieces
            .documents
            .push(super::gather::json(&document).expect("JSON"));
    }
    pieces.last = true;
    let file = pieces.file(look).expect("a file");
    let again = keep(&full, &file.name, file.bytes.clone()).await;
    assert_eq!((again.added, again.left_out), (0, 0));
    let report = keep(&empty, &file.name, file.bytes).await;
    assert_eq!(report.left_out, 0);
    assert_eq!(dossiers(&empty).await, dossiers(&full).await);
    let both = [contacts(&empty).await, contacts(&full).await];
    let [back, was] = both.map(|all| {
        let row = |one: &ContactView| (one.id, format!("{one:?}"));
        all.iter().map(row).collect::<BTreeMap<_, _>>()
    });
    assert_eq!(back, was);
}

async fn dossiers(phone: &Workspace) -> BTreeMap<CaseId, CaseExport> {
    let mut all = BTreeMap::new();
    for facts in facts(phone).await {
        let case = facts.id;
        all.insert(case, call(phone, ReadCaseExport { case }).await);
    }
    all
}
