//! The wire format, byte for byte: golden files, and what a decoder refuses (PROTOCOL.md, R1 to R8).

mod samples;

use std::path::PathBuf;

use minicbor::{Decode, Encode};
use samples::{BRAM, TEAM, anna, changes, samples};
use voorveld_protocol::*;

/// One message type: its golden file, its bytes, and a function that decodes and re-encodes them.
struct Sample {
    name: &'static str,
    bytes: Vec<u8>,
    again: fn(&[u8]) -> Result<Vec<u8>, DecodeError>,
}

fn sample<T>(name: &'static str, message: &T) -> Sample
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    Sample {
        name,
        bytes: encode(message),
        again: |bytes| decode::<T>(bytes).map(|message| encode(&message)),
    }
}

#[test]
fn every_message_is_encoded_to_its_golden_bytes_and_comes_back() {
    for sample in samples() {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden")
            .join(sample.name)
            .with_extension("hex");
        if std::env::var_os("VOORVELD_WRITE_GOLDEN").is_some() {
            std::fs::write(&path, to_hex(&sample.bytes)).expect("written");
        }
        let golden = std::fs::read_to_string(&path).expect("a golden file");
        assert_eq!(to_hex(&sample.bytes), golden, "{}", sample.name);
        assert_eq!(
            (sample.again)(&sample.bytes),
            Ok(sample.bytes),
            "{}",
            sample.name
        );
    }
}

#[test]
fn r1_a_message_cut_short_anywhere_is_refused() {
    for sample in samples() {
        for length in 0..sample.bytes.len() {
            let cut = (sample.again)(&sample.bytes[..length]);
            let refused = matches!(cut, Err(DecodeError::Malformed(_)));
            assert!(refused, "{} cut at {length}: {cut:?}", sample.name);
        }
    }
}

#[test]
fn r2_bytes_behind_a_message_are_refused() {
    for sample in samples() {
        for extra in [0, 0x80, 0xff] {
            let mut longer = sample.bytes.clone();
            longer.push(extra);
            assert_eq!(
                (sample.again)(&longer),
                Err(DecodeError::Trailing),
                "{}",
                sample.name
            );
        }
    }
}

#[test]
fn r3_a_length_beyond_the_bytes_is_refused_before_memory_is_taken_for_it() {
    // Each header claims 2^60 items: array, bytes or text. Allocating for it would abort the process.
    let huge = |major: u8| {
        let mut header = vec![major << 5 | 27];
        header.extend((1_u64 << 60).to_be_bytes());
        header
    };
    for sample in samples() {
        for at in 0..sample.bytes.len() {
            for major in [2, 3, 4, 5] {
                // Inside a text or payload such a header is just content; it must only not abort.
                drop((sample.again)(
                    &[&sample.bytes[..at], &huge(major)].concat(),
                ));
            }
        }
    }
    let start = [vec![0x88, 1], encode(&TEAM), vec![0x83, 0xf6, 0, 0xf6]].concat();
    let pushes = [start.clone(), huge(4)].concat();
    assert!(decode::<SyncRequest>(&pushes).is_err());
    let one_push = [start, vec![0x81, 0x86, 1, 0], encode(&TEAM), vec![1]].concat();
    let sealed = [one_push, huge(2)].concat();
    assert!(decode::<SyncRequest>(&sealed).is_err());
    let token = [vec![0x83, 1], encode(&TEAM), huge(3)].concat();
    assert!(decode::<CreateTeam>(&token).is_err());
    let payload = [vec![0x83], encode(&anna().device()), huge(2)].concat();
    assert!(decode::<Signed>(&payload).is_err());
    // Skipped elements are scanned too. An element nested as deep as the bytes allow would cost a
    // decoder that tracks open arrays sixteen bytes per level.
    let unknown = [vec![0x83, 1], encode(&TEAM), huge(4)].concat();
    assert!(decode::<OpenMailbox>(&unknown).is_err());
    for opening in [0x81, 0x9f] {
        let nested = [vec![0x83, 1], encode(&TEAM), vec![opening; 1 << 20]].concat();
        assert!(decode::<OpenMailbox>(&nested).is_err());
    }
}

#[test]
fn r3_cbor_outside_the_profile_is_refused_even_where_it_would_be_skipped() {
    let with = |extra: &[u8]| [vec![0x83, 1], encode(&TEAM), extra.to_vec()].concat();
    let deep = |depth: usize| with(&[vec![0x81; depth], vec![0]].concat());
    assert!(decode::<OpenMailbox>(&with(&[0x00])).is_ok());
    assert!(decode::<OpenMailbox>(&deep(15)).is_ok());
    let refused: [(&str, Vec<u8>); 12] = [
        ("an array without a length", with(&[0x9f, 0xff])),
        ("bytes without a length", with(&[0x5f, 0xff])),
        ("a map", with(&[0xa0])),
        ("a tag", with(&[0xc0, 0x00])),
        ("a negative number", with(&[0x20])),
        ("a float", with(&[0xf9, 0, 0])),
        ("undefined", with(&[0xf7])),
        ("a long head", with(&[0x18, 0x17])),
        ("a longer head", with(&[0x1b, 0, 0, 0, 0, 0, 0, 0, 1])),
        ("a reserved head", with(&[0x1c])),
        ("sixteen deep", deep(16)),
        (
            "as long as can be",
            with(&[0x9b, 255, 255, 255, 255, 255, 255, 255, 255]),
        ),
    ];
    for (what, bytes) in refused {
        let refused = decode::<OpenMailbox>(&bytes);
        assert!(
            matches!(refused, Err(DecodeError::Malformed(_))),
            "{what}: {refused:?}"
        );
    }
}

#[test]
fn r4_identifiers_of_another_length_are_refused() {
    for length in [0, 15, 17, 32] {
        let bytes = encode(&minicbor::bytes::ByteVec::from(vec![1; length]));
        let refused = decode::<TeamTag>(&bytes);
        assert!(
            matches!(refused, Err(DecodeError::Malformed(_))),
            "{length}"
        );
    }
}

#[test]
fn r5_any_flipped_bit_in_a_signed_request_is_refused() {
    let create = CreateTeam {
        version: VERSION,
        team: TEAM,
        token: None,
    };
    let request = Signed::seal(&anna(), Endpoint::CreateTeam, &create);
    let opened = Signed::open(Endpoint::CreateTeam, &request);
    assert_eq!(opened, Ok((anna().device(), create)));
    for bit in 0..request.len() * 8 {
        let mut flipped = request.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let refused = Signed::open::<CreateTeam>(Endpoint::CreateTeam, &flipped);
        assert!(refused.is_err(), "bit {bit}");
    }
}

#[test]
fn r5_a_request_signed_for_one_endpoint_is_refused_at_every_other() {
    let open = OpenMailbox {
        version: VERSION,
        mailbox: MailboxId([1; 16]),
    };
    let all = [
        Endpoint::CreateTeam,
        Endpoint::Sync,
        Endpoint::PutMailbox,
        Endpoint::OpenMailbox,
    ];
    for made_for in all {
        let request = Signed::seal(&anna(), made_for, &open);
        for used_at in all {
            let opened = Signed::open::<OpenMailbox>(used_at, &request).is_ok();
            assert_eq!(opened, made_for == used_at, "{made_for:?} at {used_at:?}");
        }
    }
}

#[test]
fn r6_any_flipped_bit_in_a_record_or_status_is_refused() {
    let device = anna().device();
    let record = encode(&changes(1));
    for bit in 0..record.len() * 8 {
        let mut flipped = record.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let valid = decode::<PushedRecord>(&flipped).and_then(|r| r.verify(TEAM, device));
        assert!(valid.is_err(), "record bit {bit}");
    }
    let status = encode(&Status::sign(TEAM, &anna(), 1, vec![1; 30]));
    for bit in 0..status.len() * 8 {
        let mut flipped = status.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let valid = decode::<Status>(&flipped).and_then(|s| s.verify(TEAM, device));
        assert!(valid.is_err(), "status bit {bit}");
    }
}

#[test]
fn r6_a_record_counts_only_in_its_own_team_and_for_its_own_device() {
    let record = changes(1);
    assert_eq!(record.verify(TEAM, anna().device()), Ok(()));
    let elsewhere = record.verify(TeamTag([0; 16]), anna().device());
    assert_eq!(elsewhere, Err(DecodeError::Signature));
    let other = Signer::from_seed(BRAM).device();
    assert_eq!(record.verify(TEAM, other), Err(DecodeError::Signature));
}

#[test]
fn r7_weak_device_keys_are_refused() {
    // The neutral point: with a lax check, one signature would verify for every message.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut signature = [0; 64];
    signature[0] = 1;
    let refused = verify(DeviceKey(neutral), b"anything", &Signature(signature));
    assert_eq!(refused, Err(DecodeError::Signature));
}

#[test]
fn r8_the_version_is_read_whatever_comes_behind_it() {
    // [2, "something new"]
    let payload = [&[0x82, 2, 0x6d][..], b"something new"].concat();
    let signed = Signed {
        device: anna().device(),
        payload,
        signature: Signature([0; 64]),
    };
    assert_eq!(signed.version(), Ok(2));
    let empty = Signed {
        payload: vec![],
        ..signed
    };
    assert!(matches!(empty.version(), Err(DecodeError::Malformed(_))));
}

#[test]
fn elements_a_decoder_does_not_know_are_skipped() {
    let mut longer = encode(&OpenMailbox {
        version: 1,
        mailbox: MailboxId([1; 16]),
    });
    longer[0] = 0x83;
    longer.extend([0x82, 1, 0x61, b'x']);
    assert!(decode::<OpenMailbox>(&longer).is_ok());
}

#[test]
fn hexadecimal_is_read_only_as_it_is_written() {
    let tag = TeamTag([0xab; 16]);
    assert_eq!(TeamTag::from_hex(&tag.to_hex()), Some(tag));
    assert_eq!(TeamTag::from_hex(&"+b".repeat(16)), None);
    assert_eq!(TeamTag::from_hex(&"ab".repeat(15)), None);
    assert_eq!(TeamTag::from_hex(&"é".repeat(16)), None);
}

fn to_hex(bytes: &[u8]) -> String {
    let lines = bytes.chunks(32).map(|line| {
        let digits: String = line.iter().map(|b| format!("{b:02x}")).collect();
        digits + "\n"
    });
    lines.collect()
}
