//! Malformed payloads that the app itself would never produce.

use uuid::Uuid;

use super::{FORM_CHANGES, FORM_WHOLE, HASH, check_sum, head, packed, put_number};

/// Builds a batch of changes, each given as its chunk's data.
pub(crate) fn changes(document: Uuid, kind: u8, data: &[Vec<u8>]) -> Vec<u8> {
    let mut out = head(document, kind, FORM_CHANGES);
    put_number(&mut out, data.len());
    for data in data {
        // With fewer than 128 dependencies the count takes one byte.
        let dependencies = usize::from(data[0]);
        let (hashes, rest) = data[1..].split_at(dependencies * HASH);
        put_number(&mut out, dependencies);
        for hash in hashes.chunks(HASH) {
            put_number(&mut out, 0);
            out.extend_from_slice(hash);
        }
        put_number(&mut out, rest.len());
        out.extend_from_slice(rest);
    }
    out.extend_from_slice(&check_sum(data.iter().map(|data| packed(data).hash)));
    out
}

/// Builds a batch whose second change repeats its dependency on the first many times.
pub(crate) fn many_dependencies(document: Uuid, kind: u8, first: &[u8], times: usize) -> Vec<u8> {
    let mut out = changes(document, kind, &[first.to_vec()]);
    out.truncate(out.len() - 4);
    out[18] = 2;
    put_number(&mut out, times);
    out.resize(out.len() + times, 1);
    put_number(&mut out, 0);
    out.extend_from_slice(&[0; 4]);
    out
}

/// Wraps arbitrary bytes as a whole document.
pub(crate) fn whole(document: Uuid, kind: u8, bytes: &[u8]) -> Vec<u8> {
    [&head(document, kind, FORM_WHOLE), bytes].concat()
}
