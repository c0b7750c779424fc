//! A document too large for a single record.

use voorveld_protocol::MAX_SEALED_BYTES;

use super::{TestPhone, duo};
use crate::api::{ReadCase, ReadTeam};
use crate::model::{MAX_TEXT, Who};

/// Returns a nearly incompressible text of the maximum length.
fn noise(seed: usize) -> String {
    let mut bytes = vec![0; MAX_TEXT as usize];
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes());
    hasher.finalize_xof().fill(&mut bytes);
    let printable = bytes.into_iter().map(|byte| char::from(b'!' + byte % 94));
    printable.collect()
}

#[test]
fn a_document_too_large_for_one_record_is_sent_in_several() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    let texts = MAX_SEALED_BYTES / MAX_TEXT as usize + 20;
    for seed in 0..texts {
        noor.log(Who::Case(case), &noise(seed));
    }
    let request = noor.store.next_request().expect("a request");
    assert!(request.pushes.len() > 1);
    for record in &request.pushes {
        assert!(record.sealed.len() <= MAX_SEALED_BYTES);
    }
    noor = noor.restart();
    noor.sync(&log);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
    bas.sync(&log);
    assert_eq!(bas.call(ReadCase { case }).encounters as usize, texts);
    let digests = [&noor, &bas].map(|phone: &TestPhone| phone.store.digest().expect("reads"));
    assert_eq!(digests[0], digests[1]);
}

#[test]
fn nothing_counts_as_with_the_team_before_the_last_part_is() {
    let (mut noor, _, log) = duo();
    let case = noor.case("Duivenman");
    noor.sync(&log);
    for seed in 0..(MAX_SEALED_BYTES / MAX_TEXT as usize) {
        noor.log(Who::Case(case), &noise(seed));
    }
    let before = noor.call(ReadTeam).sync.only_here;
    let mut request = noor.store.next_request().expect("a request");
    let parts = request.pushes.len();
    assert!(parts > 1);
    // The connection is cut after the first part.
    request.pushes.truncate(1);
    let member = noor.store.membership().expect("reads").expect("in a team");
    let answer = log.borrow_mut().answer(member.signer.device(), request);
    noor.take_in(answer.expect("in step")).expect("fits");
    assert_eq!(noor.call(ReadTeam).sync.only_here, before);
    let next = noor.store.next_request().expect("a request");
    assert_eq!(next.pushes.len(), parts - 1);
    noor.sync(&log);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
}
