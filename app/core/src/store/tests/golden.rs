//! Golden files of the sealed format, which `SEALED.md` beside the protocol describes and
//! `tests/reader` reads from that description alone. A file that no longer opens means that teams
//! can no longer read their past records.

use std::collections::BTreeMap;
use std::path::PathBuf;

use automerge::{Automerge, Change, ChangeHash, ROOT, ReadDoc as _};
use chrono::Duration;
use image::{Rgb, RgbImage};
use serde_json::{Value, json};
use uuid::Uuid;
use voorveld_protocol::{
    Chain, Cursor, DeviceKey, Hash, LogEntry, MailboxContents, SyncRequest, SyncResponse, TeamTag,
    VERSION, decode, encode,
};

use super::{TestPhone, duo};
use crate::api::{AddSafetyFact, SetCaseField};
use crate::crypto::{
    Aad, Code, Invitation, PinCost, TeamKey, Vault, document_tag, open, sha256, to_hex,
};
use crate::document::Kind;
use crate::model::{CaseField, Who};
use crate::store::device_status::DeviceNote;
use crate::store::documents::blob_name;
use crate::store::payload::{Body, Payload};

/// As in [`TestPhone::joins`].
const TEAM: TeamTag = TeamTag([3; 16]);
const KEY: TeamKey = TeamKey([5; 32]);
/// A read-only device.
const READER: DeviceKey = DeviceKey([9; 32]);

/// Returns whether to write the files rather than read them: once, for a form that has none yet.
fn writes() -> bool {
    std::env::var_os("VOORVELD_WRITE_SEALED").is_some()
}

fn path(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sealed");
    PathBuf::from(folder).join(name)
}

fn write(name: &str, bytes: impl AsRef<[u8]>) {
    assert!(!path(name).exists(), "{name} is frozen");
    std::fs::write(path(name), bytes).expect("writes");
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn read_json(name: &str) -> Value {
    serde_json::from_slice(&read(name)).expect("JSON")
}

/// Returns a small image that is incompressible, like a photo.
fn photo() -> Vec<u8> {
    let mut state = 7_u32;
    let noise = RgbImage::from_fn(24, 24, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    noise
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .expect("a JPEG");
    bytes.into_inner()
}

/// Builds the log of two people who worked concurrently: every form of payload, every compression.
fn lived_log() -> SyncResponse {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    noor.log(Who::Case(case), "Zei goedemorgen terug.");
    noor.sync(&log);
    bas.sync(&log);
    // Concurrent edits, so that the document has two heads and its name two values.
    for (phone, name) in [(&mut noor, "De Duivenman"), (&mut bas, "Duivenman (Plein)")] {
        phone.clock.pass(Duration::hours(1));
        phone.call(SetCaseField {
            case,
            field: CaseField::Name,
            value: name.into(),
        });
        phone.log(Who::Case(case), "Voerde de duiven 🕊️ om zes uur.");
    }
    bas.call(AddSafetyFact {
        case,
        text: "Kwaad als het over geld gaat.".into(),
    });
    // Payloads above 64 KiB are compressed without the dictionary.
    let long = bas.case("Kelderbox");
    for n in 0..40 {
        let text = format!("Bezoek {n}. ").repeat(200);
        bas.log(Who::Case(long), &text[..1800]);
    }
    let added = noor
        .store
        .atomically(|store| store.add_blob(Kind::Receipt, &photo()));
    added.expect("keeps");
    for _ in 0..2 {
        noor.sync(&log);
        bas.sync(&log);
    }
    let whole = SyncRequest {
        version: VERSION,
        team: TEAM,
        cursor: Cursor {
            log: None,
            seq: 0,
            chain: None,
        },
        pushes: Vec::new(),
        status: None,
        status_version: 0,
        max_bytes: u32::MAX,
        include_own: true,
    };
    let response = log.borrow_mut().answer(READER, whole);
    response.expect("in step")
}

/// Returns what a reader finds in a log; panics when the log violates SEALED.md.
fn found_in(response: &SyncResponse) -> Value {
    let mut chain = Chain::start(response.head.log);
    let mut records = Vec::new();
    let mut documents: BTreeMap<Uuid, Automerge> = BTreeMap::new();
    let mut heads: BTreeMap<Uuid, Vec<ChangeHash>> = BTreeMap::new();
    for (seq, entry) in (1..).zip(&response.entries) {
        let LogEntry::Record { device, record } = entry else {
            panic!("its own records come whole too");
        };
        let device = response.devices[*device as usize];
        record.verify(TEAM, device).expect("signed");
        chain = chain.after(seq, record.hash(TEAM, device));
        let (kind, tag) = (record.kind, record.document);
        let aad = Aad::record(TEAM, device, record.dev_seq, kind, tag, record.epoch);
        let bytes = open(&KEY, &aad, &record.sealed).expect("opens");
        let payload = Payload::unpack(&bytes).expect("unpacks");
        let id = payload.document;
        assert_eq!(document_tag(&KEY, id), tag);
        records.push(json!({
            "seq": seq,
            "device": to_hex(&device.0),
            "dev_seq": record.dev_seq,
            "document": id.simple().to_string(),
            "kind": payload.kind,
            "form": bytes[17],
            "sha256": sha256(&bytes),
        }));
        match payload.body {
            Body::Blob(blob) => {
                let (name, hash) = blob_name(&blob);
                assert_eq!(name, id);
                assert_eq!(Payload::pack_blob(id, payload.kind, &blob), bytes);
                heads.insert(id, vec![hash]);
            }
            Body::Whole(bytes) => {
                let mut whole = Automerge::load(&bytes).expect("loads");
                let document = documents.entry(id).or_default();
                document.merge(&mut whole).expect("merges");
            }
            Body::Changes(packed) => {
                let changes: Vec<Change> = packed
                    .iter()
                    .map(|packed| Change::try_from(&packed.chunk[..]).expect("a change"))
                    .collect();
                assert_eq!(Payload::pack_changes(id, payload.kind, &changes), bytes);
                let document = documents.get_mut(&id).expect("was sent before");
                document.apply_changes(changes).expect("applies");
            }
        }
    }
    let Hash(end) = response.head.chain.0;
    assert_eq!(to_hex(&chain.0.0), to_hex(&end));
    heads.extend(documents.iter().map(|(id, document)| {
        let mut heads = document.get_heads();
        heads.sort_unstable();
        (*id, heads)
    }));
    let digest = digest(&heads);
    for status in &response.statuses {
        let device = response.devices[status.device as usize];
        let aad = Aad::status(TEAM, device, status.status.epoch);
        let note = open(&KEY, &aad, &status.status.sealed).expect("opens");
        let note: DeviceNote = decode(&note).expect("a note");
        assert_eq!(note.digest, digest, "{} holds the same", note.name);
    }
    json!({
        "team": to_hex(&TEAM.0),
        "key": to_hex(&KEY.0),
        "chain": to_hex(&end),
        "digest": to_hex(&digest),
        "words": crate::store::digest::four_words(&digest),
        "records": records,
        "names": documents.iter().map(|(id, document)| {
            (id.simple().to_string(), Value::from(values(document, "name")))
        }).collect::<serde_json::Map<_, _>>(),
        "heads": heads.iter().map(|(id, heads)| {
            let heads: Vec<String> = heads.iter().map(|hash| to_hex(&hash.0)).collect();
            (id.simple().to_string(), Value::from(heads))
        }).collect::<serde_json::Map<_, _>>(),
    })
}

/// Returns all concurrent values of a scalar at the root, sorted.
fn values(document: &Automerge, field: &str) -> Vec<String> {
    let all = document.get_all(ROOT, field).expect("reads");
    let mut texts: Vec<String> = all
        .iter()
        .filter_map(|(value, _)| value.as_str().map(str::to_owned))
        .collect();
    texts.sort();
    texts
}

/// Computes the digest as SEALED.md defines it; the store maintains its own incrementally.
fn digest(heads: &BTreeMap<Uuid, Vec<ChangeHash>>) -> [u8; 32] {
    let mut digest = [0; 32];
    for (id, heads) in heads {
        let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 document digest v1");
        hasher.update(id.as_bytes());
        for head in heads {
            hasher.update(&head.0);
        }
        for (byte, other) in digest.iter_mut().zip(hasher.finalize().as_bytes()) {
            *byte ^= other;
        }
    }
    digest
}

#[test]
fn the_golden_log_opens_and_holds_what_was_written() {
    if writes() {
        let response = lived_log();
        write("log.cbor", encode(&response));
        let found = serde_json::to_string_pretty(&found_in(&response)).expect("JSON");
        write("team.json", found + "\n");
    }
    let response: SyncResponse = decode(&read("log.cbor")).expect("a response");
    let found = found_in(&response);
    assert_eq!(found, read_json("team.json"));
    let forms: Vec<&Value> = found["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|record| &record["form"])
        .collect();
    for form in 0..3 {
        assert!(forms.contains(&&json!(form)), "no record of form {form}");
    }
    assert_eq!(response.statuses.len(), 2);

    // A phone that joins now can read the whole log.
    let mut joke = TestPhone::in_team("Joke", false);
    let taken = joke.take_in(response).expect("fits");
    assert_eq!(
        (taken.records as usize, taken.quarantined),
        (forms.len(), 0)
    );
}

#[test]
fn the_golden_invitation_opens_with_its_five_words() {
    let expected = Invitation {
        team: TEAM,
        team_name: "Oosterhage".into(),
        key: KEY,
        epoch: 1,
        inviter: "Noor".into(),
    };
    if writes() {
        let code = Code::random();
        let invited = code.stretch().expect("stretches");
        let contents = MailboxContents {
            team: TEAM,
            inviter: READER,
            sealed: invited.seal(&expected).expect("seals"),
        };
        let about = json!({
            "words": code.words(),
            "mailbox": to_hex(&invited.mailbox().0),
            "team_name": "Oosterhage",
            "inviter": "Noor",
            "key": to_hex(&KEY.0),
        });
        write("invitation.cbor", encode(&contents));
        let about = serde_json::to_string_pretty(&about).expect("JSON");
        write("invitation.json", about + "\n");
    }
    let about = read_json("invitation.json");
    let words: Vec<&str> = about["words"]
        .as_array()
        .expect("five")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let invited = Code::parse(&words.join(" "))
        .expect("words")
        .stretch()
        .expect("stretches");
    assert_eq!(to_hex(&invited.mailbox().0), about["mailbox"]);
    let contents: MailboxContents = decode(&read("invitation.cbor")).expect("contents");
    assert_eq!(invited.open(&contents.sealed), Ok(expected));
}

#[test]
fn the_golden_vault_gives_its_key_for_its_code() {
    const CODE: &str = "271828";
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("vault.cbor");
    let id = Uuid::from_bytes([3; 16]);
    if writes() {
        let mut vault = Vault::create(folder.path(), CODE, PinCost::PHONE).expect("creates");
        let key = vault.add_database(id).expect("adds");
        let mut notes = vault.notes().clone();
        notes.set_open(id);
        vault.keep_notes(notes).expect("keeps");
        let about = json!({
            "code": CODE,
            "database": id.simple().to_string(),
            "key": to_hex(&key.0),
        });
        write("vault.cbor", std::fs::read(&file).expect("reads"));
        let about = serde_json::to_string_pretty(&about).expect("JSON");
        write("vault.json", about + "\n");
    }
    std::fs::write(&file, read("vault.cbor")).expect("writes");
    let vault = Vault::unlock(folder.path(), CODE).expect("unlocks");
    let key = vault.database_key(id).expect("has it");
    assert_eq!(to_hex(&key.0), read_json("vault.json")["key"]);
    assert_eq!(vault.notes().open(), Some(id));
}
