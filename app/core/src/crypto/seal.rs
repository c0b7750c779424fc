//! Sealing: everything that leaves the phone is compressed, padded, encrypted and bound to its place.
//!
//! Sealed bytes: nonce 24 · XChaCha20-Poly1305 ciphertext of the padded payload · tag 16.
//! Padded payload: head 4, big-endian (highest byte: the compression [`Form`]; lower three: the length
//! of the body) · body · zeros up to the Padmé length.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::aad::Aad;
use super::compress::{Form, compress, decompress};
use super::{TeamKey, random};

const NONCE: usize = 24;
const TAG: usize = 16;
const HEAD: usize = 4;

/// Limit on the decompressed payload, in bytes, because a hostile payload may claim any size.
const MAX_PLAIN: usize = 16 * 1024 * 1024 - 1;

/// Why sealed bytes cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OpenError {
    /// Wrong key, wrong place or modified bytes; these are indistinguishable.
    #[error("does not open with this key in this place")]
    Unauthentic,
    /// Authentic, but in a format unknown to this app: a newer version wrote it.
    #[error("unknown form {0}")]
    UnknownForm(u8),
    /// Authentic, but malformed, or larger than allowed after decompression.
    #[error("opens, but its content is broken")]
    Broken,
}

/// Seals a payload with a team's key, bound to one place.
pub(crate) fn seal(key: &TeamKey, aad: &Aad, plaintext: &[u8]) -> Vec<u8> {
    seal_with(&key.0, aad, plaintext)
}

/// Opens the output of [`seal`] for the same place. Safe on arbitrary input.
///
/// # Errors
/// Any [`OpenError`].
pub(crate) fn open(key: &TeamKey, aad: &Aad, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    open_with(&key.0, aad, sealed)
}

pub(super) fn seal_with(secret: &[u8; 32], aad: &Aad, plaintext: &[u8]) -> Vec<u8> {
    let padded = pad(plaintext);
    let nonce = random::<NONCE>();
    let payload = Payload {
        msg: &padded,
        aad: aad.bytes(),
    };
    // Encryption fails only beyond 256 GiB.
    let encrypted = cipher(secret, aad)
        .encrypt(&XNonce::from(nonce), payload)
        .unwrap_or_else(|_| unreachable!("payload beyond the cipher's limit"));
    [nonce.as_slice(), &encrypted].concat()
}

pub(super) fn open_with(secret: &[u8; 32], aad: &Aad, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (nonce, encrypted) = sealed
        .split_first_chunk::<NONCE>()
        .ok_or(OpenError::Unauthentic)?;
    let payload = Payload {
        msg: encrypted,
        aad: aad.bytes(),
    };
    let padded = cipher(secret, aad)
        .decrypt(&XNonce::from(*nonce), payload)
        .map_err(|_| OpenError::Unauthentic)?;
    unpad(&Zeroizing::new(padded))
}

fn cipher(secret: &[u8; 32], aad: &Aad) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&(*aad.key(secret)).into())
}

fn pad(plaintext: &[u8]) -> Zeroizing<Vec<u8>> {
    let (form, body) = compress(plaintext);
    debug_assert!(
        body.len() <= MAX_PLAIN,
        "callers keep to the record's limit"
    );
    let head = (form as u32) << 24 | body.len() as u32;
    let total = padme(NONCE + TAG + HEAD + body.len()) - NONCE - TAG;
    let mut padded = Zeroizing::new(Vec::with_capacity(total));
    padded.extend_from_slice(&head.to_be_bytes());
    padded.extend_from_slice(&body);
    padded.resize(total, 0);
    padded
}

fn unpad(padded: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (head, rest) = padded
        .split_first_chunk::<HEAD>()
        .ok_or(OpenError::Broken)?;
    let head = u32::from_be_bytes(*head);
    let number = (head >> 24) as u8;
    let form = Form::of(number).ok_or(OpenError::UnknownForm(number))?;
    let (body, padding) = rest
        .split_at_checked((head & 0xff_ffff) as usize)
        .ok_or(OpenError::Broken)?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(OpenError::Broken);
    }
    decompress(form, body, MAX_PLAIN).map_err(|_| OpenError::Broken)
}

/// Returns the length to pad to, so that the size reveals little about the content: at most 12 % more,
/// leaking O(log log n) bits (Padmé; Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
/// Communication with PURBs", PoPETs 2019, algorithm 1).
fn padme(length: usize) -> usize {
    let Some(exponent) = length.checked_ilog2().filter(|e| *e > 0) else {
        return length;
    };
    let digits = exponent.ilog2() + 1;
    let mask = (1 << (exponent - digits)) - 1;
    (length + mask) & !mask
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use voorveld_protocol::{DeviceKey, DocumentTag, RecordKind, TeamTag};

    use super::*;

    const KEY: TeamKey = TeamKey([7; 32]);

    fn record(dev_seq: u64) -> Aad {
        let (team, device) = (TeamTag([1; 16]), DeviceKey([2; 32]));
        let document = DocumentTag([3; 16]);
        Aad::record(team, device, dev_seq, RecordKind::CHANGES, document, 1)
    }

    #[track_caller]
    fn check(plaintext: &[u8]) -> Vec<u8> {
        let sealed = seal(&KEY, &record(1), plaintext);
        assert_eq!(open(&KEY, &record(1), &sealed).as_deref(), Ok(plaintext));
        sealed
    }

    fn seal_raw(padded: &[u8]) -> Vec<u8> {
        let aad = record(1);
        let payload = Payload {
            msg: padded,
            aad: aad.bytes(),
        };
        let nonce = [9; NONCE];
        let encrypted = cipher(&KEY.0, &aad)
            .encrypt(&XNonce::from(nonce), payload)
            .expect("encrypts");
        [nonce.as_slice(), &encrypted].concat()
    }

    #[test]
    fn what_was_sealed_opens_again() {
        check(b"");
        check(b"Buurvrouw zegt dat hij weer thuis is.");
        check(&vec![b'a'; 3_000_000]);
        check(&random::<1000>());
    }

    #[test]
    fn dutch_about_the_street_gets_smaller() {
        let text = "Even langs geweest bij de flat, moeder deed open en was rustig. Afgesproken \
                    dat ik donderdag bel over de huur en de brief van de woningbouw.";
        let sealed = check(text.as_bytes());
        assert!(sealed.len() < text.len(), "{} bytes", sealed.len());
    }

    #[test]
    fn it_opens_in_no_other_place_and_with_no_other_key() {
        let sealed = seal(&KEY, &record(1), b"in confidence");
        let team = TeamTag([1; 16]);
        let elsewhere = [record(2), Aad::status(team, DeviceKey([2; 32]), 1)];
        for aad in elsewhere {
            assert_eq!(open(&KEY, &aad, &sealed), Err(OpenError::Unauthentic));
        }
        let other = TeamKey([8; 32]);
        let opened = open(&other, &record(1), &sealed);
        assert_eq!(opened, Err(OpenError::Unauthentic));
    }

    #[test]
    fn the_same_words_never_look_the_same_twice() {
        let once = seal(&KEY, &record(1), b"again");
        assert_ne!(once, seal(&KEY, &record(1), b"again"));
    }

    #[test]
    fn texts_of_about_the_same_length_cannot_be_told_apart_by_size() {
        let sizes: std::collections::BTreeSet<_> = (0..64)
            .map(|more| {
                let noise = random::<1024>();
                seal(&KEY, &record(1), &noise[..900 + more]).len()
            })
            .collect();
        assert!(sizes.len() <= 3, "{sizes:?}");
    }

    #[test]
    fn a_payload_that_unpacks_to_gigabytes_is_refused() {
        let bomb = zstd::bulk::compress(&vec![0; MAX_PLAIN + 1], 3).expect("compresses");
        let head = 1 << 24 | (bomb.len() - 4) as u32;
        let sealed = seal_raw(&[&head.to_be_bytes(), &bomb[4..]].concat());
        assert_eq!(open(&KEY, &record(1), &sealed), Err(OpenError::Broken));
    }

    #[test]
    fn a_form_of_a_newer_app_is_told_apart_from_damage() {
        let sealed = seal_raw(&[9, 0, 0, 1, 65]);
        assert_eq!(
            open(&KEY, &record(1), &sealed),
            Err(OpenError::UnknownForm(9))
        );
        let lying = seal_raw(&[0, 0, 1, 0, 65]);
        assert_eq!(open(&KEY, &record(1), &lying), Err(OpenError::Broken));
    }

    #[test]
    fn padding_follows_the_paper() {
        let known = [
            (1, 1),
            (8, 8),
            (9, 10),
            (100, 104),
            (1000, 1024),
            (100_001, 100_352),
        ];
        for (length, padded) in known {
            assert_eq!(padme(length), padded, "{length}");
        }
    }

    proptest! {
        #[test]
        fn padding_adds_at_most_an_eighth(length in 0usize..50_000_000) {
            let padded = padme(length);
            prop_assert!(padded >= length);
            prop_assert!(padded as f64 <= length as f64 * 1.12 + 1.0);
            prop_assert_eq!(padme(padded), padded);
        }

        #[test]
        fn no_bytes_at_all_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _refused = open(&KEY, &record(1), &bytes);
            let _broken = open(&KEY, &record(1), &seal_raw(&bytes));
            for form in 0..3 {
                let shaped = [&[form, 0, 0, bytes.len() as u8][..], &bytes].concat();
                let _broken = open(&KEY, &record(1), &seal_raw(&shaped));
            }
        }

        #[test]
        fn one_flipped_bit_is_noticed(at in 0usize..60, bit in 0u8..8) {
            let mut sealed = check(b"Rustig gesprek aan de deur, hij wil erover nadenken.");
            let at = at % sealed.len();
            sealed[at] ^= 1 << bit;
            prop_assert_eq!(open(&KEY, &record(1), &sealed), Err(OpenError::Unauthentic));
        }
    }
}
