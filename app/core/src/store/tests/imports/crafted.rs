//! Export files that somebody crafted: bounded and judged as records are.

use std::io::Write as _;

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};

use super::super::TestPhone;
use super::own_export::{keep, whole_file};
use super::preview;
use crate::api::*;
use crate::document::Kind;
use crate::view::*;

fn phone() -> TestPhone {
    let mut phone = TestPhone::in_team("Noor", true);
    phone.case("Karel");
    phone
}

/// Exports the team and replaces the bytes of its only case.
fn file_with(phone: &mut TestPhone, make: impl FnOnce(Vec<u8>) -> Vec<u8>) -> String {
    let mut file: Value = serde_json::from_str(&whole_file(phone)).expect("JSON");
    let documents = file["documents"].as_array_mut().expect("a list");
    let is_case = |document: &&mut Value| document["kind"] == json!(Kind::Case as u8);
    let case = documents.iter_mut().find(is_case).expect("a case");
    let bytes = BASE64.decode(case["bytes"].as_str().expect("text"));
    case["bytes"] = json!(BASE64.encode(make(bytes.expect("Base64"))));
    file.to_string()
}

/// Edits a document as another phone could.
fn edited(bytes: &[u8], edit: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
    let document = Automerge::load(bytes).expect("loads");
    let mut document = document.with_actor(ActorId::from(vec![0x99; 16]));
    let mut transaction = document.transaction();
    edit(&mut transaction);
    transaction.commit();
    document.save()
}

/// A document of one compressed column that unpacks to this many zeros.
fn inflating(zeros: usize) -> Vec<u8> {
    let mut column = DeflateEncoder::new(Vec::new(), Compression::best());
    let part = vec![0; 1024 * 1024];
    for _ in 0..zeros / part.len() {
        column.write_all(&part).expect("packs");
    }
    let column = column.finish().expect("packs");
    let number = |mut number: usize| {
        let mut bytes = Vec::new();
        while number > 0x7f {
            bytes.push(0x80 | (number & 0x7f) as u8);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    };
    // No actors, heads or change columns; one compressed column of operations.
    let data = [&[0, 0, 0, 1, 0x5a][..], &number(column.len()), &column].concat();
    let head = [0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 0];
    [&head[..], &number(data.len()), &data].concat()
}

#[test]
fn a_file_that_unpacks_to_more_than_a_phone_holds_is_left_out() {
    let bytes = inflating(64 * 1024 * 1024);
    assert!(bytes.len() < 100_000, "{} bytes", bytes.len());
    let mut phone = phone();
    let file = file_with(&mut phone, |_| bytes);
    let shown = preview(&mut phone, "voorveld.json", &file);
    assert!(shown.rows.is_empty(), "{:?}", shown.rows);
    let report = keep(&mut phone, &file);
    assert_eq!((report.added, report.left_out), (0, 1));
}

#[test]
fn a_file_with_a_change_that_no_phone_writes_adds_nothing() {
    let crafts: [fn(&mut Transaction<'_>); 2] = [
        |edit| {
            edit.put_object(ROOT, "list", ObjType::List).expect("puts");
        },
        |edit| {
            edit.put(ROOT, "name", automerge::ScalarValue::counter(1))
                .expect("puts")
        },
    ];
    for craft in crafts {
        let mut phone = phone();
        let file = file_with(&mut phone, |bytes| edited(&bytes, craft));
        let report = keep(&mut phone, &file);
        assert_eq!((report.added, report.left_out), (0, 1));
        let honest = file_with(&mut phone, |bytes| {
            edited(&bytes, |edit| {
                let (_, background) = edit.get(ROOT, "background").expect("reads").expect("there");
                edit.splice_text(&background, 0, 0, "Woont alleen")
                    .expect("writes");
            })
        });
        let report = keep(&mut phone, &honest);
        assert_eq!(
            (report.added, report.left_out),
            (1, 0),
            "the case is still whole"
        );
        let found = phone.call(Search {
            text: "alleen".into(),
            filter: CaseFilter::default(),
            shown: Shown::default(),
        });
        assert_eq!(found.cases.len(), 1);
    }
}
