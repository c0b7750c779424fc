//! What is handed out, read in again: the sample team.

use std::collections::BTreeMap;

use voorveld_core::call::*;
use voorveld_core::sample::sample_team;
use voorveld_core::view::*;
use voorveld_core::{CaseId, Environment, Phone, Workspace};

use super::Look;
use super::gather::Pieces;
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
    let full = Phone::at(&folder.path().join("full"));
    let team = sample_team(environment.today());
    full.create_sample(PIN, environment.clone(), team)
        .expect("a team");
    let empty = Phone::at(&folder.path().join("empty"));
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

async fn call<C: Call>(phone: &Workspace, call: C) -> C::Reply {
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

async fn preview(phone: &Workspace, name: &str, bytes: Vec<u8>) -> ImportPreview {
    let name = name.to_owned();
    call(phone, PreviewImport { name, bytes }).await
}

async fn keep(phone: &Workspace, name: &str, bytes: Vec<u8>) -> ImportReport {
    let token = preview(phone, name, bytes).await.token;
    call(phone, KeepImport { token }).await
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
        ..Pieces::default()
    };
    for case in facts(&full).await {
        let dossier = call(&full, ReadDossier { case: case.id }).await;
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

async fn dossiers(phone: &Workspace) -> BTreeMap<CaseId, Dossier> {
    let mut all = BTreeMap::new();
    for facts in facts(phone).await {
        let case = facts.id;
        all.insert(case, call(phone, ReadDossier { case }).await);
    }
    all
}
