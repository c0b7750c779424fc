//! Properties of every message, not only of the samples (PROTOCOL.md, R1 to R6).

use proptest::{array::*, collection::vec, option, prelude::*};
use voorveld_protocol::*;

fn team() -> impl Strategy<Value = TeamTag> {
    uniform16(any::<u8>()).prop_map(TeamTag)
}

fn signer() -> impl Strategy<Value = Signer> {
    uniform32(any::<u8>()).prop_map(Signer::from_seed)
}

prop_compose! {
    fn record(team: TeamTag, signer: Signer)(
        dev_seq: u64,
        kind: u8,
        document in uniform16(any::<u8>()),
        epoch: u32,
        sealed in vec(any::<u8>(), 0..200),
    ) -> PushedRecord {
        let document = DocumentTag(document);
        PushedRecord::sign(team, &signer, dev_seq, RecordKind(kind), document, epoch, sealed)
    }
}

fn cursor() -> impl Strategy<Value = Cursor> {
    let log = option::of(uniform16(any::<u8>()).prop_map(LogId));
    let chain = option::of(uniform32(any::<u8>()).prop_map(|c| Chain(Hash(c))));
    (log, any::<u64>(), chain).prop_map(|(log, seq, chain)| Cursor { log, seq, chain })
}

fn request() -> impl Strategy<Value = (Signer, SyncRequest)> {
    (team(), signer()).prop_flat_map(|(team, signer)| {
        let pushes = vec(record(team, signer.clone()), 0..4);
        let said = (option::of(vec(any::<u8>(), 0..100)), any::<u32>());
        let rest = (any::<u64>(), any::<u32>(), any::<bool>());
        (cursor(), pushes, said, rest).prop_map(
            move |(cursor, pushes, (said, epoch), (status_version, max_bytes, include_own))| {
                let status = said.map(|said| Status::sign(team, &signer, epoch, said));
                let request = SyncRequest {
                    version: VERSION,
                    team,
                    cursor,
                    pushes,
                    status,
                    status_version,
                    max_bytes,
                    include_own,
                };
                (signer.clone(), request)
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(20_260_731), ..Default::default() })]

    #[test]
    fn a_request_arrives_as_it_was_sent((signer, request) in request()) {
        let body = Signed::seal(&signer, Endpoint::Sync, &request);
        let opened = Signed::open::<SyncRequest>(Endpoint::Sync, &body);
        prop_assert_eq!(opened, Ok((signer.device(), request.clone())));
        for record in &request.pushes {
            prop_assert_eq!(record.verify(request.team, signer.device()), Ok(()));
        }
        if let Some(status) = &request.status {
            prop_assert_eq!(status.verify(request.team, signer.device()), Ok(()));
        }
    }

    #[test]
    fn r1_r2_a_request_cut_or_lengthened_is_refused(
        (signer, request) in request(),
        cut: prop::sample::Index,
        extra in vec(any::<u8>(), 1..20),
    ) {
        let body = Signed::seal(&signer, Endpoint::Sync, &request);
        let shorter = &body[..cut.index(body.len())];
        prop_assert!(Signed::open::<SyncRequest>(Endpoint::Sync, shorter).is_err());
        let longer = [body, extra].concat();
        let refused = Signed::open::<SyncRequest>(Endpoint::Sync, &longer);
        prop_assert_eq!(refused, Err(DecodeError::Trailing));
    }

    #[test]
    fn r5_a_request_with_a_flipped_bit_is_refused(
        (signer, request) in request(),
        at: prop::sample::Index,
        bit in 0..8_u8,
    ) {
        let mut body = Signed::seal(&signer, Endpoint::Sync, &request);
        let at = at.index(body.len());
        body[at] ^= 1_u8 << bit;
        prop_assert!(Signed::open::<SyncRequest>(Endpoint::Sync, &body).is_err());
    }

    #[test]
    fn r6_a_changed_field_of_a_record_is_refused(
        record in record(TeamTag([1; 16]), Signer::from_seed([1; 32])),
        field in 0..5,
    ) {
        let device = Signer::from_seed([1; 32]).device();
        let mut changed = record.clone();
        match field {
            0 => changed.dev_seq ^= 1,
            1 => changed.kind.0 ^= 1,
            2 => changed.document.0[15] ^= 1,
            3 => changed.epoch ^= 1,
            _ => changed.sealed.push(0),
        }
        let refused = changed.verify(TeamTag([1; 16]), device);
        prop_assert_eq!(refused, Err(DecodeError::Signature));
        prop_assert_ne!(
            changed.hash(TeamTag([1; 16]), device),
            record.hash(TeamTag([1; 16]), device)
        );
    }

    #[test]
    fn the_chain_tells_apart_order_number_and_log(a: [u8; 32], b: [u8; 32], log: [u8; 16]) {
        prop_assume!(a != b);
        let start = Chain::start(LogId(log));
        let (a, b) = (Hash(a), Hash(b));
        prop_assert_ne!(start.after(1, a).after(2, b), start.after(1, b).after(2, a));
        prop_assert_ne!(start.after(1, a), start.after(2, a));
        let mut other = log;
        other[0] ^= 1;
        prop_assert_ne!(start, Chain::start(LogId(other)));
    }

    #[test]
    fn no_bytes_make_a_decoder_panic(bytes in vec(any::<u8>(), 0..400)) {
        for endpoint in [Endpoint::Sync, Endpoint::CreateTeam] {
            prop_assert!(Signed::open::<SyncRequest>(endpoint, &bytes).is_err());
        }
        // Whatever the bytes decode to, nothing may panic.
        drop(decode::<SyncRequest>(&bytes));
        drop(decode::<SyncResponse>(&bytes));
        drop(decode::<CreateTeam>(&bytes));
        drop(decode::<PutMailbox>(&bytes));
        drop(decode::<OpenMailbox>(&bytes));
        drop(decode::<MailboxContents>(&bytes));
        drop(decode::<Refusal>(&bytes));
    }

    #[test]
    fn a_damaged_message_makes_no_decoder_panic(
        (_, request) in request(),
        damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = encode(&request);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        drop(decode::<SyncRequest>(&bytes));
    }
}
