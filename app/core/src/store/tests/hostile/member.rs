//! A malicious team member: holds the team's key and sends arbitrary records.

use std::cell::RefCell;
use std::num::NonZeroU64;
use std::rc::Rc;

use automerge::legacy::{ObjectId, Op, OpId, OpType};
use automerge::transaction::Transaction;
use automerge::{ActorId, Automerge, Change, ExpandedChange, ObjId, ROOT, ReadDoc, ScalarValue};
use uuid::Uuid;
use voorveld_protocol::{PushedRecord, RecordKind, Signer};

use super::super::TestPhone;
use super::super::log::Log;
use crate::CaseId;
use crate::crypto::{Aad, document_tag, seal};
use crate::document::Kind;
use crate::store::Membership;
use crate::store::payload::hostile;

pub(super) struct Hostile {
    pub(super) membership: Membership,
    signer: Signer,
    dev_seq: u64,
    log: Rc<RefCell<Log>>,
    /// Sealed bytes sent.
    pub(super) bytes: usize,
    pub(super) actor: ActorId,
    pub(super) case: Uuid,
    pub(super) document: Automerge,
}

impl Hostile {
    /// Creates a hostile member with a copy of a case from a colleague's phone.
    pub(super) fn of(phone: &mut TestPhone, case: CaseId, log: &Rc<RefCell<Log>>) -> Self {
        let document = phone.store.open_document(case.0).expect("opens");
        let actor = ActorId::from(vec![0x99; 16]);
        let theirs = document.automerge().clone().with_actor(actor.clone());
        phone.store.keep_open(case.0, document);
        Self {
            membership: phone.store.membership().expect("reads").expect("in a team"),
            signer: Signer::from_seed([0x66; 32]),
            dev_seq: 0,
            log: Rc::clone(log),
            bytes: 0,
            actor,
            case: case.0,
            document: theirs,
        }
    }

    pub(super) fn send(&mut self, payload: &[u8]) {
        let id = Uuid::from_slice(&payload[..16]).expect("a number");
        self.send_under(id, payload);
    }

    /// Sends a payload under any document's tag.
    pub(super) fn send_under(&mut self, document: Uuid, payload: &[u8]) {
        let member = &self.membership;
        self.dev_seq += 1;
        let (kind, device) = (RecordKind::CHANGES, self.signer.device());
        let tag = document_tag(&member.key, document);
        let aad = Aad::record(member.team, device, self.dev_seq, kind, tag, member.epoch);
        let sealed = seal(&member.key, &aad, payload);
        self.bytes += sealed.len();
        let record = PushedRecord::sign(
            member.team,
            &self.signer,
            self.dev_seq,
            kind,
            tag,
            member.epoch,
            sealed,
        );
        self.log.borrow_mut().push(device, record);
    }

    pub(super) fn send_changes(&mut self, data: &[Vec<u8>]) {
        let payload = hostile::changes(self.case, Kind::Case as u8, data);
        self.send(&payload);
    }

    pub(super) fn send_whole(&mut self, id: Uuid, bytes: &[u8]) {
        let payload = hostile::whole(id, Kind::Case as u8, bytes);
        self.send(&payload);
    }

    /// Makes an honest edit in her copy of the document.
    pub(super) fn edit(&mut self, edit: impl FnOnce(&mut Transaction<'_>)) -> Change {
        let mut transaction = self.document.transaction();
        edit(&mut transaction);
        let (hash, _) = transaction.commit();
        let change = self.document.get_change_by_hash(&hash.expect("a change"));
        change.expect("there")
    }

    /// Builds a change of these operations on top of her copy, modified by `twist`.
    pub(super) fn change(
        &self,
        operations: Vec<Op>,
        twist: impl FnOnce(&mut ExpandedChange),
    ) -> Vec<u8> {
        let changes = self.document.get_changes(&[]);
        let own = changes
            .iter()
            .filter(|change| change.actor_id() == &self.actor);
        let last = changes.iter().map(Change::max_op).max().unwrap_or(0);
        let mut change = ExpandedChange {
            operations,
            actor_id: self.actor.clone(),
            hash: None,
            seq: own.count() as u64 + 1,
            start_op: NonZeroU64::new(last + 1).expect("not zero"),
            time: 1_790_000_000,
            message: None,
            deps: self.document.get_heads(),
            extra_bytes: Vec::new(),
            author: None,
        };
        twist(&mut change);
        data_of(Change::from(change).raw_bytes())
    }

    /// Returns the counter of her next operation.
    pub(super) fn next_op(&self) -> u64 {
        let changes = self.document.get_changes(&[]);
        changes.iter().map(Change::max_op).max().unwrap_or(0) + 1
    }

    pub(super) fn own(&self, counter: u64) -> OpId {
        OpId::new(counter, &self.actor)
    }

    /// Returns the operation that set a key at the root.
    pub(super) fn at_root(&self, key: &str) -> OpId {
        let (_, id) = self.document.get(ROOT, key).expect("reads").expect("there");
        match id {
            ObjId::Id(counter, actor, _) => OpId::new(counter, &actor),
            ObjId::Root => panic!("a value at the root"),
        }
    }
}

pub(super) fn op(object: ObjectId, key: &str, action: OpType, pred: Vec<OpId>) -> Op {
    Op {
        action,
        obj: object,
        key: automerge::legacy::Key::Map(key.into()),
        pred: pred.into(),
        insert: false,
    }
}

pub(super) fn put(text: &str) -> OpType {
    OpType::Put(ScalarValue::Str(text.into()))
}

/// Returns a chunk's data without its header.
pub(super) fn data_of(chunk: &[u8]) -> Vec<u8> {
    let digits = chunk[9..].iter().take_while(|byte| **byte >= 0x80).count();
    chunk[9 + digits + 1..].to_vec()
}

/// Builds a chunk of this type around data.
pub(super) fn chunk(kind: u8, data: &[u8]) -> Vec<u8> {
    use sha2::Digest as _;
    let hashed = [&[kind][..], &number(data.len() as u64), data].concat();
    let sum = sha2::Sha256::digest(&hashed);
    [&[0x85, 0x6f, 0x4a, 0x83], &sum[..4], &hashed].concat()
}

pub(super) fn number(mut left: u64) -> Vec<u8> {
    let mut out = Vec::new();
    while left >= 0x80 {
        out.push(left as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
    out
}

/// Encodes a positive number in signed LEB128.
pub(super) fn times(number: i64) -> Vec<u8> {
    let mut left = number;
    let mut out = Vec::new();
    while left >= 0x40 {
        out.push(left as u8 & 0x7f | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
    out
}
