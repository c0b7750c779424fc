//! One sample of every message, with fixed keys.

use crate::{Sample, sample};
use voorveld_protocol::*;

pub(crate) const TEAM: TeamTag = TeamTag([0xa1; 16]);
pub(crate) const ANNA: [u8; 32] = [0x11; 32];
pub(crate) const BRAM: [u8; 32] = [0x22; 32];

pub(crate) fn anna() -> Signer {
    Signer::from_seed(ANNA)
}

pub(crate) fn changes(dev_seq: u64) -> PushedRecord {
    let (kind, document) = (RecordKind::CHANGES, DocumentTag([0xd0; 16]));
    PushedRecord::sign(TEAM, &anna(), dev_seq, kind, document, 1, vec![0x5e; 40])
}

pub(crate) fn samples() -> Vec<Sample> {
    let bram = Signer::from_seed(BRAM);
    let log = LogId([0x10; 16]);
    let other = PushedRecord::sign(
        TEAM,
        &bram,
        300,
        RecordKind::SNAPSHOT,
        DocumentTag([0xd1; 16]),
        70_000,
        vec![0x5f; 300],
    );
    let status = Status::sign(TEAM, &anna(), 1, vec![0x57; 24]);
    let chain = Chain::start(log)
        .after(1, changes(1).hash(TEAM, anna().device()))
        .after(2, other.hash(TEAM, bram.device()));
    let head = Head { log, seq: 2, chain };
    let create = CreateTeam {
        version: VERSION,
        team: TEAM,
        token: Some("let me in".into()),
    };
    let request = SyncRequest {
        version: VERSION,
        team: TEAM,
        cursor: Cursor {
            log: Some(log),
            seq: 2,
            chain: Some(chain),
        },
        pushes: vec![changes(1), changes(2)],
        status: Some(status.clone()),
        status_version: 7,
        max_bytes: 1 << 20,
        include_own: false,
    };
    let nothing_new = SyncRequest {
        pushes: vec![],
        status: None,
        cursor: Cursor {
            log: None,
            seq: 0,
            chain: None,
        },
        ..request.clone()
    };
    let response = SyncResponse {
        restarted: false,
        head,
        kept: 1,
        devices: vec![bram.device()],
        entries: vec![
            LogEntry::Own {
                dev_seq: 1,
                hash: changes(1).hash(TEAM, anna().device()),
            },
            LogEntry::Record {
                device: 0,
                record: other.clone(),
            },
        ],
        more: false,
        statuses: vec![DeviceStatus {
            device: 0,
            status: Status::sign(TEAM, &bram, 1, vec![0x58; 24]),
        }],
        status_version: 8,
    };
    let put = PutMailbox {
        version: VERSION,
        team: TEAM,
        mailbox: MailboxId([0x3b; 16]),
        seconds: MAX_MAILBOX_SECONDS,
        sealed: vec![0x60; 50],
    };
    let open = OpenMailbox {
        version: VERSION,
        mailbox: MailboxId([0x3b; 16]),
    };
    let contents = MailboxContents {
        team: TEAM,
        inviter: anna().device(),
        sealed: vec![0x60; 50],
    };
    let refusal = Refusal {
        code: RefusalCode::Gap,
        detail: 12,
        message: "device number 12 was expected".into(),
    };
    let sealed = |endpoint, payload: Vec<u8>| sample(endpoint, &payload_of(&payload));
    vec![
        sample("create-team", &create),
        sample("sync-request", &request),
        sample("sync-request-nothing-new", &nothing_new),
        sample("sync-response", &response),
        sample("put-mailbox", &put),
        sample("open-mailbox", &open),
        sample("mailbox-contents", &contents),
        sample("refusal", &refusal),
        sample("pushed-record", &changes(1)),
        sample("status", &status),
        sealed(
            "signed-create-team",
            Signed::seal(&anna(), Endpoint::CreateTeam, &create),
        ),
        sealed(
            "signed-sync",
            Signed::seal(&anna(), Endpoint::Sync, &request),
        ),
        sealed(
            "signed-put-mailbox",
            Signed::seal(&anna(), Endpoint::PutMailbox, &put),
        ),
        sealed(
            "signed-open-mailbox",
            Signed::seal(&bram, Endpoint::OpenMailbox, &open),
        ),
    ]
}

fn payload_of(body: &[u8]) -> Signed {
    decode(body).expect("a body that was just sealed")
}
