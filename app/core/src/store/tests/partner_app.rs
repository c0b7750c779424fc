//! A partner on an older app and one on a newer app, live. Neither app runs here: the partner is made of
//! what the formats say such an app does. It keeps no store but reads the whole log anew, changes the
//! documents it finds with Automerge, and seals the result. What an older app does not know it leaves as
//! it is, since Automerge does.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use automerge::transaction::{Transactable as _, Transaction};
use automerge::{ActorId, Automerge, Change, ObjId, ObjType, ROOT, ReadDoc as _};
use minicbor::Encode;
use uuid::Uuid;
use voorveld_protocol::{
    Cursor, LogEntry, PushedRecord, RecordKind, Signer, Status, SyncRequest, SyncResponse, VERSION,
    encode,
};

use super::TestPhone;
use super::log::Log;
use crate::api::*;
use crate::crypto::{Aad, document_tag, open, seal};
use crate::document::Kind;
use crate::model::Who;
use crate::store::Membership;
use crate::store::digest::of_document;
use crate::store::payload::{Body, Payload};
use crate::{CaseId, EncounterId};

/// The document of a case as the first app made it: without decisions, parties, relations and the like.
const FIRST_CASE: &[u8] = include_bytes!("../../document/genesis/case-1.automerge");

struct Partner {
    member: Membership,
    person: Uuid,
    actor: ActorId,
    dev_seq: u64,
    log: Rc<RefCell<Log>>,
}

impl Partner {
    /// Joins the team of a colleague's phone.
    fn joins(name: &str, colleague: &TestPhone, log: &Rc<RefCell<Log>>) -> Self {
        let member = colleague.store.membership().expect("reads");
        let seed = *blake3::hash(name.as_bytes()).as_bytes();
        let mut partner = Self {
            member: Membership {
                me: name.into(),
                signer: Signer::from_seed(seed),
                ..member.expect("in a team")
            },
            person: Uuid::from_bytes(crate::crypto::random()),
            actor: ActorId::from(crate::crypto::random::<16>()),
            dev_seq: 0,
            log: Rc::clone(log),
        };
        let team = Uuid::from_bytes(partner.member.team.0);
        let (person, actor) = (partner.person, partner.actor.to_hex_string());
        partner.edit(team, |edit| {
            let (_, members) = edit.get(ROOT, "members").expect("reads").expect("there");
            let entry = edit.put_object(&members, person.simple().to_string(), ObjType::Map);
            let entry = entry.expect("puts");
            edit.put(&entry, "name", name).expect("puts");
            edit.put(&entry, "actor", actor).expect("puts");
        });
        partner
    }

    fn ask(&self, pushes: Vec<PushedRecord>, status: Option<Status>) -> SyncResponse {
        let request = SyncRequest {
            version: VERSION,
            team: self.member.team,
            cursor: Cursor {
                log: None,
                seq: 0,
                chain: None,
            },
            pushes,
            status,
            status_version: 0,
            max_bytes: u32::MAX,
            include_own: true,
        };
        let device = self.member.signer.device();
        let answer = self.log.borrow_mut().answer(device, request);
        answer.expect("in step")
    }

    /// Returns every document in the log; each record must open.
    fn documents(&self) -> BTreeMap<Uuid, (u8, Automerge)> {
        let (member, response) = (&self.member, self.ask(Vec::new(), None));
        let mut documents: BTreeMap<Uuid, (u8, Automerge)> = BTreeMap::new();
        for entry in &response.entries {
            let LogEntry::Record { device, record } = entry else {
                panic!("its own records come whole too");
            };
            let device = response.devices[*device as usize];
            let (seq, kind, tag) = (record.dev_seq, record.kind, record.document);
            let aad = Aad::record(member.team, device, seq, kind, tag, record.epoch);
            let bytes = open(&member.key, &aad, &record.sealed).expect("opens");
            let payload = Payload::unpack(&bytes).expect("unpacks");
            let (_, document) = documents.entry(payload.document).or_default();
            match payload.body {
                Body::Whole(bytes) => {
                    let mut whole = Automerge::load(&bytes).expect("loads");
                    document.merge(&mut whole).expect("merges");
                }
                Body::Changes(packed) => {
                    let changes = packed.iter().map(|change| &change.chunk[..]);
                    let changes = changes.map(|chunk| Change::try_from(chunk).expect("a change"));
                    document.apply_changes(changes).expect("applies");
                }
                Body::Blob(_) => panic!("nobody took a photo"),
            }
            documents.get_mut(&payload.document).expect("there").0 = payload.kind;
        }
        documents
    }

    fn document(&self, id: Uuid) -> Automerge {
        self.documents().remove(&id).expect("in the log").1
    }

    fn send(&mut self, document: Uuid, payload: &[u8]) {
        let member = &self.member;
        self.dev_seq += 1;
        let (kind, device) = (RecordKind::CHANGES, member.signer.device());
        let tag = document_tag(&member.key, document);
        let aad = Aad::record(member.team, device, self.dev_seq, kind, tag, member.epoch);
        let sealed = seal(&member.key, &aad, payload);
        let (team, epoch) = (member.team, member.epoch);
        let record =
            PushedRecord::sign(team, &member.signer, self.dev_seq, kind, tag, epoch, sealed);
        self.ask(vec![record], None);
    }

    /// Changes a document as the log has it.
    fn edit(&mut self, id: Uuid, edit: impl FnOnce(&mut Transaction<'_>)) {
        let document = self.document(id);
        self.edit_earlier(id, document, edit);
    }

    /// Changes a document as it was when the partner last had a connection.
    fn edit_earlier(
        &mut self,
        id: Uuid,
        document: Automerge,
        edit: impl FnOnce(&mut Transaction<'_>),
    ) {
        let kind = self.documents()[&id].0;
        let mut document = document.with_actor(self.actor.clone());
        let mut transaction = document.transaction();
        edit(&mut transaction);
        let (hash, _) = transaction.commit();
        let change = document.get_change_by_hash(&hash.expect("a change"));
        let payload = Payload::pack_changes(id, kind, &[change.expect("there")]);
        self.send(id, &payload);
    }

    /// Sends a note on everything in the log, encoded by `pack`.
    fn note(&self, pack: impl FnOnce([u8; 32], String) -> Vec<u8>) {
        let mut digest = [0; 32];
        for (id, (_, document)) in self.documents() {
            let mut heads = document.get_heads();
            heads.sort_unstable();
            let part = of_document(id, &heads);
            digest
                .iter_mut()
                .zip(part)
                .for_each(|(byte, other)| *byte ^= other);
        }
        let member = &self.member;
        let aad = Aad::status(member.team, member.signer.device(), member.epoch);
        let sealed = seal(&member.key, &aad, &pack(digest, member.me.clone()));
        let status = Status::sign(member.team, &member.signer, member.epoch, sealed);
        self.ask(Vec::new(), Some(status));
    }
}

/// The note of an app that wrote no proof yet.
#[derive(Encode)]
#[cbor(array)]
struct OlderNote {
    #[cbor(n(0), with = "minicbor::bytes")]
    digest: [u8; 32],
    #[n(1)]
    name: String,
}

/// The note of an app that writes more than this one reads.
#[derive(Encode)]
#[cbor(array)]
struct NewerNote {
    #[cbor(n(0), with = "minicbor::bytes")]
    digest: [u8; 32],
    #[n(1)]
    name: String,
    #[n(2)]
    proof: (u64, u64, Cursor, minicbor::bytes::ByteArray<16>, String),
    #[n(3)]
    mood: (u8, String),
}

fn add_encounter(edit: &mut Transaction<'_>, by: Uuid, id: Uuid, text: &str) -> ObjId {
    let (_, map) = edit.get(ROOT, "encounters").expect("reads").expect("there");
    let entry = edit.put_object(&map, id.simple().to_string(), ObjType::Map);
    let entry = entry.expect("puts");
    let at = automerge::ScalarValue::Timestamp(1_790_000_000_000);
    edit.put(&entry, "at", at).expect("puts");
    edit.put(&entry, "by", by.simple().to_string())
        .expect("puts");
    edit.put(&entry, "channel", "street").expect("puts");
    edit.put(&entry, "text", text).expect("puts");
    entry
}

fn texts(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let view = phone.call(ReadCase { case });
    let mut texts: Vec<_> = view.last_three.into_iter().map(|line| line.text).collect();
    texts.sort();
    texts
}

#[track_caller]
fn check_equal(phone: &mut TestPhone, name: &str) {
    let sync = phone.call(ReadTeam).sync;
    assert_eq!((sync.quarantined, sync.only_here), (0, 0));
    assert!(sync.doubts.is_empty(), "{:?}", sync.doubts);
    let partners: Vec<_> = sync
        .partners
        .iter()
        .map(|p| (&p.name[..], p.equal))
        .collect();
    assert_eq!(partners, [(name, true)]);
}

#[test]
fn a_partner_on_an_older_app_and_this_one_work_in_one_case_and_end_equal() {
    let log = Rc::new(RefCell::new(Log::new()));
    let mut noor = TestPhone::in_team("Noor", true);
    noor.sync(&log);
    let mut bas = Partner::joins("Bas", &noor, &log);
    let (me, id) = (bas.person, Uuid::from_bytes(crate::crypto::random()));
    let case = CaseId(id);
    let mut first = Automerge::load(FIRST_CASE)
        .expect("loads")
        .with_actor(bas.actor.clone());
    let mut edit = first.transaction();
    edit.put(ROOT, "name", "Duivenman").expect("puts");
    edit.commit();
    bas.send(id, &Payload::pack_whole(id, Kind::Case as u8, &first));

    // This app writes what that one has no place for.
    noor.sync(&log);
    assert_eq!(noor.call(ReadCase { case }).name, "Duivenman");
    noor.log(Who::Case(case), "Zei goedemorgen terug.");
    noor.call(AddParty {
        case,
        name: "Woningcorporatie".into(),
    });
    noor.sync(&log);
    // Meanwhile, without a connection, and then with all of it.
    bas.edit_earlier(id, first, |edit| {
        add_encounter(edit, me, Uuid::from_u128(1), "Niet thuis.");
    });
    bas.edit(id, |edit| {
        add_encounter(edit, me, Uuid::from_u128(2), "Wel thuis.");
        edit.put(ROOT, "name", "De Duivenman").expect("puts");
    });
    bas.note(|digest, name| encode(&OlderNote { digest, name }));
    noor.sync(&log);
    bas.note(|digest, name| encode(&OlderNote { digest, name }));
    noor.sync(&log);

    let all = ["Niet thuis.", "Wel thuis.", "Zei goedemorgen terug."];
    assert_eq!(texts(&mut noor, case), all);
    let view = noor.call(ReadCase { case });
    assert_eq!(view.name, "De Duivenman");
    assert_eq!(
        view.parties.len(),
        1,
        "what the partner does not know stays"
    );
    check_equal(&mut noor, "Bas");
    let theirs = bas.document(id);
    let (_, map) = theirs
        .get(ROOT, "encounters")
        .expect("reads")
        .expect("there");
    assert_eq!(theirs.length(&map), 3);
}

#[test]
fn what_a_partner_on_a_newer_app_wrote_stays_when_this_one_edits_beside_it() {
    let log = Rc::new(RefCell::new(Log::new()));
    let mut noor = TestPhone::in_team("Noor", true);
    let case = noor.case("Duivenman");
    noor.sync(&log);
    let mut bas = Partner::joins("Bas", &noor, &log);
    let (me, entry) = (bas.person, Uuid::from_u128(1));
    bas.edit(case.0, |edit| {
        let entry = add_encounter(edit, me, entry, "Niet thuis.");
        edit.put(&entry, "weather", "regen").expect("puts");
        let pets = edit.put_object(ROOT, "pets", ObjType::Map).expect("puts");
        edit.put(&pets, "hond", true).expect("puts");
    });
    noor.sync(&log);
    noor.call(EditEncounter {
        who: Who::Case(case),
        id: EncounterId(entry),
        text: "Niet thuis, wel licht aan.".into(),
        at: None,
        channel: None,
    });
    noor.sync(&log);
    bas.edit(case.0, |edit| {
        edit.put(ROOT, "name", "De Duivenman").expect("puts");
    });
    let cursor = Cursor {
        log: None,
        seq: 0,
        chain: None,
    };
    bas.note(|digest, name| {
        encode(&NewerNote {
            digest,
            name,
            proof: (1, 1, cursor, me.into_bytes().into(), "later".into()),
            mood: (3, "goed".into()),
        })
    });
    noor.sync(&log);

    assert_eq!(texts(&mut noor, case), ["Niet thuis, wel licht aan."]);
    assert_eq!(noor.call(ReadCase { case }).name, "De Duivenman");
    let theirs = bas.document(case.0);
    let (_, map) = theirs
        .get(ROOT, "encounters")
        .expect("reads")
        .expect("there");
    let (_, there) = theirs
        .get(&map, entry.simple().to_string())
        .expect("reads")
        .expect("there");
    let at = |field: &str| theirs.get(&there, field).expect("reads").expect("there").0;
    assert_eq!(
        at("text").as_str().map(str::to_owned),
        Some("Niet thuis, wel licht aan.".into())
    );
    assert_eq!(
        at("weather").as_str().map(str::to_owned),
        Some("regen".into())
    );
    assert!(theirs.get(ROOT, "pets").expect("reads").is_some());
    check_equal(&mut noor, "Bas");
}
