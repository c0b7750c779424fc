//! Joining a team, reading its log and adding to it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use anyhow::{Context as _, ensure};
use argon2::{Algorithm, Argon2, Params, Version};
use automerge::Automerge;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use minicbor::Decode;
use voorveld_protocol::{
    Cursor, DocumentTag, Endpoint, LogEntry, MAX_PAGE_BYTES, MailboxContents, MailboxId,
    OpenMailbox, PushedRecord, RecordKind, Signed, Signer, SyncRequest, SyncResponse, TeamTag,
    VERSION, decode,
};

const DICTIONARY: &[u8] = include_bytes!("../../../app/core/src/crypto/dictionary-1.bin");
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
const MOST: usize = 16 * 1024 * 1024;
/// A payload's kind of document and its form.
const CASE: u8 = 1;
const WHOLE: u8 = 1;

/// The part of an invitation that is of use here.
#[derive(Decode)]
#[cbor(array)]
struct Letter {
    #[n(1)]
    team: TeamTag,
    #[cbor(n(3), with = "minicbor::bytes")]
    key: [u8; 32],
    #[n(4)]
    epoch: u32,
}

pub(crate) struct Member {
    server: String,
    signer: Signer,
    letter: Letter,
    dev_seq: u64,
}

impl Member {
    /// Joins the team of these words with a device of its own.
    pub(crate) fn join(server: &str, words: &str) -> anyhow::Result<Self> {
        let words: Vec<&str> = words.split_whitespace().collect();
        let params = Params::new(65_536, 3, 1, Some(32)).map_err(|e| anyhow::anyhow!("{e}"))?;
        let mut secret = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(
                words.join("-").as_bytes(),
                b"voorveld 2026 pairing v1",
                &mut secret,
            )
            .map_err(|e| anyhow::anyhow!("{e}"))?;
        let named = blake3::derive_key("voorveld 2026 mailbox v1", &secret);
        let mailbox = MailboxId(named[..16].try_into()?);
        let signer = Signer::from_seed(rand::random());
        let open = OpenMailbox {
            version: VERSION,
            mailbox,
        };
        let body = Signed::seal(&signer, Endpoint::OpenMailbox, &open);
        let found: MailboxContents = decode(&post(server, "/v1/mailboxes/open", &body)?)?;
        let key = blake3::derive_key("voorveld 2026 invitation key v1", &secret);
        let letter = unsealed(&key, &mailbox.0, &found.sealed)?;
        Ok(Self {
            server: server.to_owned(),
            signer,
            letter: minicbor::decode(&letter)?,
            dev_seq: 0,
        })
    }

    /// Returns the newest case that the log holds whole, with its id.
    pub(crate) fn newest_case(&self) -> anyhow::Result<([u8; 16], Automerge)> {
        let all = self.read()?;
        let mut cases = all
            .iter()
            .rev()
            .filter(|bytes| bytes[16..18] == [CASE, WHOLE]);
        let case = cases.next().context("no case in the log")?;
        Ok((case[..16].try_into()?, Automerge::load(&case[18..])?))
    }

    /// Seals a payload under a document's tag and sends it; returns its sealed bytes.
    pub(crate) fn send(&mut self, document: [u8; 16], payload: &[u8]) -> anyhow::Result<usize> {
        self.dev_seq += 1;
        let Letter { team, key, epoch } = self.letter;
        let tag_key = blake3::derive_key("voorveld 2026 document tag v1", &key);
        let tag = blake3::keyed_hash(&tag_key, &document);
        let tag = DocumentTag(tag.as_bytes()[..16].try_into()?);
        let place = self.place(
            self.signer.device().0,
            self.dev_seq,
            RecordKind::CHANGES,
            tag,
        );
        let sealed = sealed(&self.record_key(), &place, payload)?;
        let size = sealed.len();
        let kind = RecordKind::CHANGES;
        let record = PushedRecord::sign(team, &self.signer, self.dev_seq, kind, tag, epoch, sealed);
        let answer = self.sync(vec![record])?;
        ensure!(answer.kept == self.dev_seq, "the server did not keep it");
        Ok(size)
    }

    /// Returns the payload of every record of the others in the first page of the log.
    fn read(&self) -> anyhow::Result<Vec<Vec<u8>>> {
        let answer = self.sync(Vec::new())?;
        ensure!(!answer.more, "a log of more than a page");
        let mut all = Vec::new();
        for entry in answer.entries {
            let LogEntry::Record { device, record } = entry else {
                continue;
            };
            let device = answer.devices[device as usize];
            let place = self.place(device.0, record.dev_seq, record.kind, record.document);
            all.push(unsealed(&self.record_key(), &place, &record.sealed)?);
        }
        Ok(all)
    }

    fn sync(&self, pushes: Vec<PushedRecord>) -> anyhow::Result<SyncResponse> {
        let request = SyncRequest {
            version: VERSION,
            team: self.letter.team,
            cursor: Cursor {
                log: None,
                seq: 0,
                chain: None,
            },
            pushes,
            status: None,
            status_version: 0,
            max_bytes: MAX_PAGE_BYTES,
            include_own: false,
        };
        let body = Signed::seal(&self.signer, Endpoint::Sync, &request);
        let team: String = self
            .letter
            .team
            .0
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        Ok(decode(&post(
            &self.server,
            &format!("/v1/teams/{team}/sync"),
            &body,
        )?)?)
    }

    fn record_key(&self) -> [u8; 32] {
        blake3::derive_key("voorveld 2026 record key v1", &self.letter.key)
    }

    /// Returns the associated data of a record.
    fn place(&self, device: [u8; 32], seq: u64, kind: RecordKind, tag: DocumentTag) -> Vec<u8> {
        let mut place = [&self.letter.team.0[..], &device].concat();
        place.extend(seq.to_be_bytes());
        place.push(kind.0);
        place.extend(tag.0);
        place.extend(self.letter.epoch.to_be_bytes());
        place
    }
}

fn sealed(key: &[u8; 32], place: &[u8], payload: &[u8]) -> anyhow::Result<Vec<u8>> {
    let body = &zstd::bulk::compress(payload, 19)?[MAGIC.len()..];
    let head = (1_u32 << 24) | body.len() as u32;
    let nonce: [u8; 24] = rand::random();
    let part = Payload {
        msg: &[&head.to_be_bytes(), body].concat(),
        aad: place,
    };
    let encrypted = XChaCha20Poly1305::new(key.into()).encrypt(&XNonce::from(nonce), part);
    let encrypted = encrypted.map_err(|_| anyhow::anyhow!("too large to seal"))?;
    Ok([&nonce[..], &encrypted].concat())
}

fn unsealed(key: &[u8; 32], place: &[u8], sealed: &[u8]) -> anyhow::Result<Vec<u8>> {
    let (nonce, encrypted) = sealed.split_first_chunk::<24>().context("too short")?;
    let part = Payload {
        msg: encrypted,
        aad: place,
    };
    let plain = XChaCha20Poly1305::new(key.into()).decrypt(&XNonce::from(*nonce), part);
    let plain = plain.map_err(|_| anyhow::anyhow!("does not open"))?;
    let (head, rest) = plain.split_first_chunk::<4>().context("too short")?;
    let head = u32::from_be_bytes(*head);
    let body = &rest[..(head & 0xff_ffff) as usize];
    let frame = [&MAGIC[..], body].concat();
    Ok(match head >> 24 {
        0 => body.to_vec(),
        1 => zstd::bulk::decompress(&frame, MOST)?,
        _ => zstd::bulk::Decompressor::with_dictionary(DICTIONARY)?.decompress(&frame, MOST)?,
    })
}

/// Sends a request and returns the body of its response, which must be a success.
fn post(server: &str, path: &str, body: &[u8]) -> anyhow::Result<Vec<u8>> {
    let host = server.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host)?;
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body].concat())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let (head, body) = answer.split_at(end.context("no response")? + 4);
    let line = String::from_utf8_lossy(head);
    let line = line.lines().next().unwrap_or_default();
    ensure!(line.contains(" 200 "), "{path}: {line}");
    Ok(body.to_vec())
}
