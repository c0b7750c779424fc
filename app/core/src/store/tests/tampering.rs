//! Tampering with decisions is detected, whatever app was used.

use chrono::Days;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::decisions::{decide, text, try_decide};
use super::{TestPhone, duo};
use crate::api::*;
use crate::crypto::{PersonSigner, sha256};
use crate::document::{Collection, Decision, Edit, Kind, PersonKey, Seal, canonical, id_text};
use crate::model::*;
use crate::view::*;
use crate::{CaseId, DecisionId, PersonId};

use DecisionFault::{Changed, Key, Newer, NotListed, ParentMissing, SeenOtherwise, Signature};

/// Creates three decisions by Noor, oldest first.
fn three(phone: &mut TestPhone) -> (CaseId, [DecisionId; 3]) {
    let case = phone.case("Meneer P.");
    let ids = ["Een.", "Twee.", "Drie."].map(|goal| decide(phone, case, goal));
    (case, ids)
}

fn edit(phone: &mut TestPhone, case: CaseId, edit: impl FnOnce(&mut Edit<'_, '_>)) {
    let edited = phone.store.edit(Kind::Case, case.0, |document| {
        edit(document);
        Ok(())
    });
    edited.expect("edits");
}

fn set(phone: &mut TestPhone, case: CaseId, id: DecisionId, field: &str, value: &str) {
    edit(phone, case, |document| {
        let key = id_text(id.0);
        let set = document.set_in_entry(Collection::Decisions, &key, field, value);
        assert!(set.expect("sets"));
    });
}

/// Returns the faults of each decision, oldest first.
fn faults(phone: &mut TestPhone, case: CaseId) -> Vec<Vec<DecisionFault>> {
    let proof = phone.call(VerifyDecisions { case });
    let clean = proof.decisions.iter().all(|each| each.faults.is_empty());
    assert_eq!(proof.holds(), clean && proof.gone.is_empty());
    proof
        .decisions
        .into_iter()
        .map(|each| each.faults)
        .collect()
}

/// Creates a phone that joined after the tampering, so that its verdict rests on the document alone.
fn newcomer(
    log: &std::rc::Rc<std::cell::RefCell<super::log::Log>>,
    honest: &mut TestPhone,
) -> TestPhone {
    honest.sync(log);
    let mut els = TestPhone::in_team("Els", false);
    els.sync(log);
    els
}

#[test]
fn any_field_that_another_app_changes_is_told_on_every_phone() {
    for (field, value) in [
        ("goal", "Iets anders."),
        ("why", "Zomaar."),
        ("ethical", "Nee."),
        ("law", "Mag niet."),
        ("backs", "de burgemeester"),
        ("shared_with", "de krant"),
        ("ground", "geen"),
        ("kind", "act"),
        ("look_again", "2027-01-01"),
        ("adds_to", "00000000000000000000000000000001"),
        ("by", "00000000000000000000000000000002"),
        ("parents", ""),
    ] {
        let (mut noor, _, log) = duo();
        let (case, [_, two, _]) = three(&mut noor);
        set(&mut noor, case, two, field, value);
        let mut els = newcomer(&log, &mut noor);
        let told = faults(&mut els, case);
        assert!(told[1].contains(&Changed), "{field}: {told:?}");
        assert!(told[1].contains(&Signature), "{field}: {told:?}");
        assert_eq!((&told[0], &told[2]), (&vec![], &vec![]), "{field}");
        assert!(
            faults(&mut noor, case)[1].contains(&SeenOtherwise),
            "{field}"
        );
    }
}

#[test]
fn a_decision_missing_from_the_list_is_told_and_the_others_are_still_checked() {
    let mut noor = TestPhone::new();
    let (case, [_, two, three]) = three(&mut noor);
    set(&mut noor, case, three, "goal", "Iets anders.");
    let id = two.0.as_bytes();
    let sql = "DELETE FROM decisions WHERE id = ?1";
    let deleted = noor.store.connection.execute(sql, [id]);
    assert_eq!(deleted, Ok(1));
    let proof = noor.call(VerifyDecisions { case });
    assert!(!proof.holds());
    assert_eq!(proof.decisions[1].line.goal, "Twee.");
    let told = faults(&mut noor, case);
    assert_eq!((&told[0], &told[1]), (&vec![], &vec![NotListed]));
    assert!(told[2].contains(&Changed));
}

#[test]
fn a_changed_moment_is_told() {
    let mut noor = TestPhone::new();
    let (case, [one, ..]) = three(&mut noor);
    edit(&mut noor, case, |document| {
        let key = id_text(one.0);
        let at = automerge::ScalarValue::Timestamp(1_000);
        let set = document.set_in_entry(Collection::Decisions, &key, "at", at);
        assert!(set.expect("sets"));
    });
    assert!(faults(&mut noor, case)[0].contains(&Changed));
}

#[test]
fn whoever_also_writes_a_new_hash_leaves_the_next_decision_without_the_one_before_it() {
    let (mut noor, _, log) = duo();
    let (case, [_, two, _]) = three(&mut noor);
    set(&mut noor, case, two, "goal", "Iets anders.");
    let document = noor.store.open_document(case.0).expect("opens");
    let (decision, seal) = document.decision(&id_text(two.0)).expect("there");
    noor.store.keep_open(case.0, document);
    let hash = sha256(&canonical(case.0, two.0, &decision, &seal.key).bytes);
    set(&mut noor, case, two, "hash", &hash);
    let mut els = newcomer(&log, &mut noor);
    let told = faults(&mut els, case);
    assert_eq!(told, [vec![], vec![Signature], vec![ParentMissing]]);
}

#[test]
fn a_decision_taken_away_is_missed_by_the_one_that_builds_on_it() {
    let (mut noor, _, log) = duo();
    let (case, [_, two, _]) = three(&mut noor);
    edit(&mut noor, case, |document| {
        let gone = document.take_entry_away(Collection::Decisions, &id_text(two.0));
        gone.expect("takes away");
    });
    let mut els = newcomer(&log, &mut noor);
    assert_eq!(faults(&mut els, case), [vec![], vec![ParentMissing]]);
    assert_eq!(els.call(ReadDecisions { case }).len(), 2);
}

#[test]
fn the_last_decision_taken_away_is_noticed_only_by_a_phone_that_had_it() {
    let (mut noor, _, log) = duo();
    let (case, [.., three]) = three(&mut noor);
    edit(&mut noor, case, |document| {
        let gone = document.take_entry_away(Collection::Decisions, &id_text(three.0));
        gone.expect("takes away");
    });
    let mut els = newcomer(&log, &mut noor);
    let proof = noor.call(VerifyDecisions { case });
    assert_eq!(proof.gone, [three]);
    assert!(!proof.holds());
    let proof = els.call(VerifyDecisions { case });
    assert!(
        proof.holds(),
        "nothing here can tell her: docs/decisions.md"
    );
}

#[test]
fn a_signature_that_is_not_of_this_decision_is_told() {
    let (mut noor, _, log) = duo();
    let (case, [one, two, _]) = three(&mut noor);
    let proof = noor.call(VerifyDecisions { case });
    let other = proof.decisions[0].signature.clone();
    set(&mut noor, case, two, "signature", &other);
    set(&mut noor, case, one, "signature", "zz");
    let mut els = newcomer(&log, &mut noor);
    assert_eq!(
        faults(&mut els, case),
        [vec![Signature], vec![Signature], vec![]]
    );
}

/// Adds a decision in Noor's name, signed with a key forged for it.
fn forge(noor: &mut TestPhone, case: CaseId, by: Uuid, signer: &PersonSigner) {
    let id = Uuid::from_bytes([8; 16]);
    let decision = Decision {
        kind: "act".into(),
        goal: "Alles doorgeven aan de politie.".into(),
        by,
        at: noor.clock.now(),
        ..Decision::default()
    };
    let key = signer.public();
    let bytes = canonical(case.0, id, &decision, &key).bytes;
    let seal = Seal {
        version: "1".into(),
        hash: sha256(&bytes),
        signature: signer.sign(&bytes),
        key,
    };
    edit(noor, case, |document| {
        let added = document.add_decision(id, &decision, &seal);
        added.expect("adds");
    });
}

#[test]
fn a_decision_signed_with_an_unknown_key_or_somebody_elses_is_told() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Meneer P.");
    let me = noor.store.me;
    let stranger = PersonSigner::from_seed([1; 32]);
    forge(&mut noor, case, me.0, &stranger);
    assert_eq!(faults(&mut noor, case), [vec![Key]]);
    let key = PersonKey {
        key: stranger.public(),
        person: PersonId(Uuid::from_bytes([2; 16])),
        at: noor.clock.now(),
    };
    let told = noor.store.edit_team(|edit| Ok(edit.add_key(&key)?));
    told.expect("tells");
    assert_eq!(faults(&mut noor, case), [vec![Key]], "it is another's key");
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(faults(&mut bas, case), [vec![Key]]);
}

#[test]
fn a_decision_of_another_case_does_not_prove_itself_here() {
    let mut noor = TestPhone::new();
    let (case, [one, ..]) = three(&mut noor);
    let other = noor.case("Mevrouw A.");
    let document = noor.store.open_document(case.0).expect("opens");
    let (decision, seal) = document.decision(&id_text(one.0)).expect("there");
    edit(&mut noor, other, |document| {
        document
            .add_decision(one.0, &decision, &seal)
            .expect("adds");
    });
    assert_eq!(faults(&mut noor, other), [vec![Changed, Signature]]);
}

#[test]
fn a_version_this_app_does_not_know_is_said_to_be_unchecked() {
    let mut noor = TestPhone::new();
    let (case, [one, ..]) = three(&mut noor);
    set(&mut noor, case, one, "v", "2");
    assert_eq!(faults(&mut noor, case)[0], [Newer]);
}

/// Verifies a proof file following only the instructions on the printed page.
fn check_file(file: &str) -> Result<usize, String> {
    let proof: Value = serde_json::from_str(file).map_err(|e| e.to_string())?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let hex = |text: &str| -> Vec<u8> {
        let pairs = text.as_bytes().chunks(2);
        pairs
            .map(|pair| {
                let pair = std::str::from_utf8(pair).expect("digits");
                u8::from_str_radix(pair, 16).expect("digits")
            })
            .collect()
    };
    let decisions = proof["decisions"].as_array().ok_or("no decisions")?;
    let hashes: Vec<String> = decisions.iter().map(|each| text(&each["hash"])).collect();
    for each in decisions {
        let mut bytes = b"voorveld decision v1\0".to_vec();
        for pair in each["fields"].as_array().ok_or("no fields")? {
            let value = text(&pair[1]);
            bytes.extend((value.len() as u32).to_be_bytes());
            bytes.extend(value.as_bytes());
        }
        if bytes != hex(&text(&each["bytes"])) {
            return Err("bytes".into());
        }
        let digest: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        if digest != text(&each["hash"]) {
            return Err("hash".into());
        }
        let field = |name: &str| {
            let fields = each["fields"].as_array().into_iter().flatten();
            fields
                .filter(|pair| pair[0] == name)
                .map(|pair| text(&pair[1]))
                .collect::<String>()
        };
        let parents = field("parents");
        let mut parents = parents.split(',').filter(|hash| !hash.is_empty());
        if !parents.all(|parent| hashes.iter().any(|hash| hash == parent)) {
            return Err("parent".into());
        }
        let key: [u8; 32] = hex(&field("key")).try_into().map_err(|_| "key")?;
        let signature: [u8; 64] = hex(&text(&each["signature"]))
            .try_into()
            .map_err(|_| "signature")?;
        ed25519_dalek::VerifyingKey::from_bytes(&key)
            .and_then(|key| {
                let signature = ed25519_dalek::Signature::from_bytes(&signature);
                key.verify_strict(&bytes, &signature)
            })
            .map_err(|_| "signature")?;
    }
    Ok(decisions.len())
}

#[test]
fn the_file_alone_is_enough_to_do_the_check_again() {
    let mut noor = TestPhone::in_team("Noor", true);
    let (case, _) = three(&mut noor);
    let full = DecisionText {
        why: "Zij wil het zélf — “eerst koffie”.\nDan pas papieren.".into(),
        look_again: Some(noor.store.environment.today() + Days::new(28)),
        ..text(DecisionKind::Share, "Delen met de huisarts.")
    };
    try_decide(&mut noor, case, full).expect("decides");
    let proof = noor.call(VerifyDecisions { case });
    let file = serde_json::to_string_pretty(&proof).expect("JSON");
    assert_eq!(check_file(&file), Ok(4));
    let forged = file.replace("eerst koffie", "eerst papieren");
    assert_eq!(check_file(&forged), Err("bytes".into()));
    let two = &proof.decisions[1].hash;
    let cut = DecisionProof {
        decisions: proof
            .decisions
            .iter()
            .filter(|d| d.hash != *two)
            .cloned()
            .collect(),
        ..proof.clone()
    };
    let cut = serde_json::to_string(&cut).expect("JSON");
    assert_eq!(check_file(&cut), Err("parent".into()));
}

#[test]
fn a_change_that_was_changed_back_by_another_is_told_whichever_of_the_two_is_shown() {
    let (mut noor, mut bas, log) = duo();
    let (case, ids) = three(&mut noor);
    noor.sync(&log);
    bas.sync(&log);
    for (id, goal) in ids.into_iter().zip(["Een.", "Twee.", "Drie."]) {
        set(&mut noor, case, id, "goal", "Iets anders.");
        set(&mut bas, case, id, "goal", "Even iets anders.");
        set(&mut bas, case, id, "goal", goal);
    }
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let told = faults(phone, case);
        assert!(told.iter().all(|each| each.contains(&Changed)), "{told:?}");
    }
}
