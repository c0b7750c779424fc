//! The records: each a payload with one change of a case.

use std::num::NonZeroU64;

use anyhow::bail;
use automerge::legacy::{Key, ObjectId, Op, OpId, OpType};
use automerge::{ActorId, Automerge, Change, ExpandedChange, ObjId, ROOT, ReadDoc, ScalarValue};
use sha2::{Digest as _, Sha256};

const MIB: usize = 1024 * 1024;

/// Returns the payload of a record of this name.
///
/// Each has an actor of its own, so that none takes another's number.
pub(crate) fn named(name: &str, case: [u8; 16], document: &Automerge) -> anyhow::Result<Vec<u8>> {
    let hash = Sha256::digest(name);
    let document = &document.clone().with_actor(ActorId::from(&hash[..16]));
    let data = match name {
        "honest" => change(
            document,
            vec![put("name", "Duivenman van het plein")],
            |_| {},
        ),
        // Automerge panics in applying it.
        "sequence" => change(document, vec![put("hobby", "duiven")], |change| {
            change.seq = u64::from(u32::MAX);
        }),
        // Automerge counts as far as it says.
        "operations" => claims(document, 1_000_000_000_000),
        // Automerge applies it, and then saves what it cannot load.
        "deletion" => change(document, vec![op("hobby", OpType::Delete, vec![])], |_| {}),
        // Nobody could write an encounter any more.
        "root" => {
            let Some((_, ObjId::Id(counter, actor, _))) = document.get(ROOT, "encounters")? else {
                bail!("no map of encounters");
            };
            let made = OpId::new(counter, &actor);
            change(
                document,
                vec![op("encounters", OpType::Delete, vec![made])],
                |_| {},
            )
        }
        // Every app takes it in that has the memory.
        "heavy" => {
            let long = "x".repeat(MIB);
            let fields = (0..14).map(|number| put(&format!("field {number}"), &long));
            change(document, fields.collect(), |_| {})
        }
        _ => bail!("no record {name}"),
    };
    Ok(payload(case, &data))
}

fn op(key: &str, action: OpType, pred: Vec<OpId>) -> Op {
    Op {
        action,
        obj: ObjectId::Root,
        key: Key::Map(key.into()),
        pred: pred.into(),
        insert: false,
    }
}

fn put(key: &str, text: &str) -> Op {
    op(key, OpType::Put(ScalarValue::Str(text.into())), vec![])
}

fn next_op(document: &Automerge) -> u64 {
    let changes = document.get_changes(&[]);
    changes.iter().map(Change::max_op).max().unwrap_or(0) + 1
}

/// Returns the data of a change on top of the document, modified by `twist`.
fn change(
    document: &Automerge,
    operations: Vec<Op>,
    twist: impl FnOnce(&mut ExpandedChange),
) -> Vec<u8> {
    let mut change = ExpandedChange {
        operations,
        actor_id: document.get_actor().clone(),
        hash: None,
        seq: 1,
        start_op: NonZeroU64::new(next_op(document)).unwrap_or(NonZeroU64::MIN),
        time: 1_790_000_000,
        message: None,
        deps: document.get_heads(),
        extra_bytes: Vec::new(),
        author: None,
    };
    twist(&mut change);
    let change = Change::from(change);
    // Magic number, checksum and type take nine bytes, then comes the length.
    let chunk = &change.raw_bytes()[9..];
    let digits = chunk.iter().take_while(|byte| **byte >= 0x80).count();
    chunk[digits + 1..].to_vec()
}

/// Returns the data of a change that claims to hold this many operations.
fn claims(document: &Automerge, operations: u64) -> Vec<u8> {
    let heads = document.get_heads();
    let times = number(operations);
    let run = |value: &[u8]| [&times[..], value].concat();
    let columns = [
        (0x15, run(&[1, b'a'])),
        (0x34, times.clone()),
        (0x42, run(&[1])),
        (0x56, run(&[0])),
        (0x70, run(&[0])),
    ];
    let mut data = [
        number(heads.len() as u64),
        heads.iter().flat_map(|hash| hash.0).collect(),
        number(16),
        document.get_actor().to_bytes().to_vec(),
        number(1),
        number(next_op(document)),
        // Time, message and other actors: all empty.
        vec![0, 0, 0],
        number(columns.len() as u64),
    ]
    .concat();
    for (spec, column) in &columns {
        data.push(*spec);
        data.extend(number(column.len() as u64));
    }
    data.extend(columns.iter().flat_map(|(_, column)| column.clone()));
    data
}

/// Packs a change, given as its chunk's data (`SEALED.md`, section 4).
fn payload(case: [u8; 16], data: &[u8]) -> Vec<u8> {
    let mut out = [&case[..], &[1, 0, 1]].concat();
    // Fewer than 128 dependencies: the count takes one byte.
    let (hashes, rest) = data[1..].split_at(usize::from(data[0]) * 32);
    out.push(data[0]);
    for hash in hashes.chunks(32) {
        out.push(0);
        out.extend(hash);
    }
    out.extend(number(rest.len() as u64));
    out.extend(rest);
    let body = [&[1], &number(data.len() as u64)[..], data].concat();
    let hash = Sha256::digest(&body);
    let check = blake3::derive_key("voorveld 2026 batch check v1", &hash);
    out.extend(&check[..4]);
    out
}

/// Encodes an unsigned LEB128 number.
fn number(mut left: u64) -> Vec<u8> {
    let mut out = Vec::new();
    while left >= 0x80 {
        out.push(left as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
    out
}
