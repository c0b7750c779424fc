//! What stays traceable, and what withdrawing leaves alone.

use super::*;

#[test]
fn an_entry_tells_who_changed_it_when_and_what_it_was() {
    let (mut noor, mut bas, log) = duo();
    let (one, other) = (noor.case("Duivenman"), noor.case("Duifhuis"));
    let id = noor.log(Who::Case(one), "Zus belt.");
    let entry = in_case(one, id);
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(noor.call(ReadEntry { entry }).history, []);
    bas.clock.pass(Duration::hours(1));
    bas.call(EditEncounter {
        who: Who::Case(one),
        id,
        text: "Zus belt vrijdag.".into(),
        at: None,
        channel: Some(Channel::Phone),
    });
    bas.call(MoveEntry {
        entry,
        to: Who::Case(other),
    });
    let moved = in_case(other, id);
    withdraw(&mut bas, moved, "Dubbel.");
    bas.sync(&log);
    noor.sync(&log);
    let seen = noor.call(ReadEntry { entry: moved });
    assert_eq!(
        (seen.name.as_str(), seen.text.as_str()),
        ("Duifhuis", "Zus belt vrijdag.")
    );
    assert!(seen.history.iter().all(|change| change.by == "Bas"));
    let mut was: Vec<EntryWas> = seen.history.into_iter().map(|change| change.what).collect();
    was.sort_by_key(|what| format!("{what:?}"));
    assert_eq!(
        was,
        [
            EntryWas::Channel(Channel::Street),
            EntryWas::Moved("Duifhuis".into()),
            EntryWas::Text("Zus belt.".into()),
            EntryWas::Withdrawn("Dubbel.".into()),
        ]
    );
}

#[test]
fn an_interview_is_changed_and_withdrawn_from_its_study() {
    let mut phone = TestPhone::in_team("Noor", true);
    let study = phone.call(CreateStudy {
        name: "Pleinen".into(),
    });
    let id = phone.log(Who::Study(study), "Te donker.");
    let who = Who::Study(study);
    let entry = EntryRef::Encounter { who, id };
    let total = |phone: &mut TestPhone| phone.call(ReadStudy { study, limit: 9 }).total;
    assert_eq!(total(&mut phone), 1);
    withdraw(&mut phone, entry, "");
    assert_eq!(total(&mut phone), 0);
    assert_eq!(found(&mut phone, "donker"), []);
    assert_eq!(gone(&mut phone, who)[0].text, "Te donker.");
    healthy(&mut phone);
    phone.call(RestoreEntry { entry });
    assert_eq!(total(&mut phone), 1);
    assert_eq!(found(&mut phone, "donker").len(), 1);
    healthy(&mut phone);
}

#[test]
fn a_proof_of_a_decision_is_the_same_after_what_led_to_it_was_withdrawn() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("G.");
    let id = phone.log(Who::Case(case), "Zakmes in de la.");
    super::super::decisions::decide(&mut phone, case, "Met twee gaan, om het zakmes.");
    let before = phone.call(VerifyDecisions { case });
    withdraw(&mut phone, in_case(case, id), "Was een sleutel.");
    assert_eq!(phone.call(VerifyDecisions { case }), before);
}

#[test]
fn what_is_withdrawn_is_not_exported() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("G.");
    let id = phone.log(Who::Case(case), "Zakmes in de la.");
    let signal = phone.log(Who::Unknown, "Man met kar.");
    withdraw(&mut phone, in_case(case, id), "");
    let who = Who::Unknown;
    withdraw(&mut phone, EntryRef::Encounter { who, id: signal }, "");
    let export = phone.call(ReadCaseExport { case });
    assert!(!format!("{export:?}").contains("Zakmes"));
    assert_eq!(phone.call(ReadUnlinkedSignals), []);
}

#[test]
fn what_a_colleague_withdraws_is_gone_from_the_news() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let id = noor.log(Who::Case(case), "Zakmes in de la.");
    noor.sync(&log);
    bas.sync(&log);
    let told = |phone: &mut TestPhone| format!("{:?}", phone.call(ReadToday).news);
    assert!(told(&mut bas).contains("Zakmes"));
    withdraw(&mut noor, in_case(case, id), "");
    noor.sync(&log);
    bas.sync(&log);
    assert!(!told(&mut bas).contains("Zakmes"));
}
