use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ObjType, ROOT, ReadDoc};
use proptest::prelude::*;

use super::*;

const DOCUMENT: Uuid = Uuid::from_u128(42);

fn document(texts: &[&str]) -> AutoCommit {
    let mut document = AutoCommit::new().with_actor(ActorId::from([7; 16]));
    let encounters = document
        .put_object(ROOT, "encounters", ObjType::Map)
        .expect("puts");
    document.commit();
    for (number, text) in texts.iter().enumerate() {
        let id = Uuid::from_u128(number as u128).to_string();
        let encounter = document
            .put_object(&encounters, id, ObjType::Map)
            .expect("puts");
        document.put(&encounter, "channel", "street").expect("puts");
        let body = document
            .put_object(&encounter, "text", ObjType::Text)
            .expect("puts");
        document.splice_text(&body, 0, 0, text).expect("writes");
        document.commit();
    }
    document
}

fn changes(document: &mut AutoCommit) -> Vec<Change> {
    document.get_changes(&[])
}

fn unpacked(bytes: &[u8]) -> Vec<Change> {
    match Payload::unpack(bytes).expect("unpacks").body {
        Body::Changes(changes) => changes
            .iter()
            .map(|change| {
                let read = Change::try_from(&change.chunk[..]).expect("a change");
                assert_eq!(read.hash(), change.hash);
                read
            })
            .collect(),
        Body::Whole(_) | Body::Blob(_) => panic!("changes were packed"),
    }
}

#[test]
fn changes_come_out_as_they_went_in() {
    let long = "Lang gesprek aan de keukentafel over werk en schulden. ".repeat(20);
    let mut document = document(&["Kort.", &long, ""]);
    let changes = changes(&mut document);
    let bytes = Payload::pack_changes(DOCUMENT, 3, &changes);
    let payload = Payload::unpack(&bytes).expect("unpacks");
    assert_eq!((payload.document, payload.kind), (DOCUMENT, 3));
    let raw = |changes: &[Change]| -> Vec<Vec<u8>> {
        changes.iter().map(|c| c.raw_bytes().to_vec()).collect()
    };
    assert_eq!(raw(&unpacked(&bytes)), raw(&changes));
}

#[test]
fn a_later_batch_depends_on_what_the_reader_has() {
    let mut theirs = document(&["Eerste keer."]);
    let heads = theirs.get_heads();
    let mut ours = theirs.fork();
    ours.put(ROOT, "name", "K.").expect("puts");
    ours.commit();
    let mut other = theirs.fork();
    other.put(ROOT, "street", "Plein").expect("puts");
    ours.merge(&mut other).expect("merges");
    ours.put(ROOT, "lead", "Samira").expect("puts");

    let batch = ours.get_changes(&heads);
    assert_eq!(batch.len(), 3);
    let bytes = Payload::pack_changes(DOCUMENT, 0, &batch);
    theirs.apply_changes(unpacked(&bytes)).expect("applies");
    assert_eq!(theirs.get_heads(), ours.get_heads());
}

#[test]
fn a_whole_document_comes_out_as_it_went_in() {
    let mut whole = document(&["Een.", "Twee."]);
    let bytes = Payload::pack_whole(DOCUMENT, 1, whole.document());
    match Payload::unpack(&bytes).expect("unpacks").body {
        Body::Whole(read) => {
            let read = Automerge::load(&read).expect("loads");
            assert_eq!(read.get_heads(), whole.get_heads());
            assert_eq!(read.keys(ROOT).count(), 1);
        }
        Body::Changes(_) | Body::Blob(_) => panic!("a whole was packed"),
    }
}

#[test]
fn bytes_that_never_change_come_out_as_they_went_in() {
    let bytes = [0xff, 0xd8, 0xff, 0, 1, 2];
    let packed = Payload::pack_blob(DOCUMENT, 6, &bytes);
    let payload = Payload::unpack(&packed).expect("unpacks");
    assert_eq!((payload.document, payload.kind), (DOCUMENT, 6));
    assert!(matches!(payload.body, Body::Blob(read) if read == bytes));
    // Wire format: document id, kind, form, bytes.
    assert_eq!(packed, [DOCUMENT.as_bytes(), &[6, 2][..], &bytes].concat());
}

#[test]
fn the_compact_form_is_smaller_than_automerges_own_chunks() {
    let mut document = document(&["Een.", "Twee.", "Drie."]);
    let changes = changes(&mut document);
    let raw: usize = changes.iter().map(|c| c.raw_bytes().len()).sum();
    let packed = Payload::pack_changes(DOCUMENT, 0, &changes).len();
    let hashes = HASH * (changes.len() - 1);
    assert!(packed + hashes < raw, "{packed} of {raw}");
}

#[test]
fn a_payload_of_a_newer_app_is_told_apart_from_damage() {
    let mut bytes = Payload::pack_changes(DOCUMENT, 0, &[]);
    bytes[17] = 9;
    let read = Payload::unpack(&bytes).err();
    assert_eq!(read, Some(PayloadError::UnknownForm(9)));
}

#[test]
fn a_batch_cut_anywhere_is_refused() {
    let mut document = document(&["Een.", "Twee."]);
    let bytes = Payload::pack_changes(DOCUMENT, 0, &changes(&mut document));
    for length in 0..bytes.len() {
        assert!(Payload::unpack(&bytes[..length]).is_err(), "{length}");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(Payload::unpack(&longer).err(), Some(PayloadError::Length));
}

#[test]
fn a_batch_with_one_changed_byte_is_refused() {
    let mut document = document(&["Een.", "Twee."]);
    let bytes = Payload::pack_changes(DOCUMENT, 0, &changes(&mut document));
    for at in 18..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(Payload::unpack(&changed).is_err(), "byte {at}");
    }
}

proptest! {
    #[test]
    fn no_bytes_at_all_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _refused = Payload::unpack(&bytes);
        for form in [FORM_CHANGES, FORM_WHOLE, FORM_BLOB] {
            let shaped = [&head(DOCUMENT, 0, form), &bytes[..]].concat();
            let _refused = Payload::unpack(&shaped);
        }
    }

    #[test]
    fn no_damage_to_a_real_payload_makes_it_panic(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        whole: bool,
    ) {
        let mut document = document(&["Rustig gesprek.", "Niet thuis, briefje achtergelaten."]);
        let mut bytes = if whole {
            Payload::pack_whole(DOCUMENT, 0, document.document())
        } else {
            Payload::pack_changes(DOCUMENT, 0, &changes(&mut document))
        };
        for (at, value) in flips {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _maybe_refused = Payload::unpack(&bytes);
    }
}
