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
    let mut after = phone.call(VerifyDecisions { case });
    assert_eq!(after.decisions[0].gone_since.len(), 1);
    after.decisions[0].gone_since.clear();
    assert_eq!(after, before);
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

#[test]
fn an_interview_moves_to_the_person_it_was_with_and_back_to_its_study() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    let study = noor.call(CreateStudy {
        name: "Pleinen".into(),
    });
    let id = noor.log(Who::Study(study), "Te donker.");
    let (there, here) = (Who::Study(study), Who::Case(case));
    let entry = EntryRef::Encounter { who: there, id };
    noor.sync(&log);
    bas.sync(&log);
    noor.call(MoveEntry { entry, to: here });
    // Bas corrects it meanwhile, in the study.
    bas.call(EditEncounter {
        who: there,
        id,
        text: "Te donker bij de brug.".into(),
        at: None,
        channel: None,
    });
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let total = |phone: &mut TestPhone| phone.call(ReadStudy { study, limit: 9 }).total;
    for phone in [&mut noor, &mut bas] {
        assert_eq!(shown(phone, case), ["Te donker bij de brug."]);
        assert_eq!(total(phone), 0);
        let lines = gone(phone, there);
        assert!(matches!(&lines[0].how, GoneHow::Moved { name, .. } if name == "Duivenman"));
        assert_eq!(found(phone, "brug")[0].name, "Duivenman");
        healthy(phone);
    }
    let moved = EntryRef::Encounter { who: here, id };
    let other = noor.call(CreateStudy {
        name: "Parken".into(),
    });
    let to = Who::Study(other);
    let refused = noor.try_call(MoveEntry { entry: moved, to });
    assert_eq!(refused.err(), Some(Error::NotFound));
    bas.call(MoveEntry {
        entry: moved,
        to: there,
    });
    assert_eq!(total(&mut bas), 1);
    assert!(shown(&mut bas, case).is_empty());
    healthy(&mut bas);
    let to = Who::Unknown;
    bas.call(MoveEntry { entry, to });
    assert_eq!(
        bas.call(ReadToday).signals[0].text,
        "Te donker bij de brug."
    );
    assert_eq!(total(&mut bas), 0);
    healthy(&mut bas);
}

#[test]
fn what_two_moved_to_different_people_waits_at_the_day_s_end_for_one_tap() {
    let (mut noor, mut bas, log) = duo();
    let [from, one, two] = ["Kers", "Duivenman", "Duifhuis"].map(|name| noor.case(name));
    let id = noor.log(Who::Case(from), "Zus belt.");
    let entry = in_case(from, id);
    noor.sync(&log);
    bas.sync(&log);
    noor.call(MoveEntry {
        entry,
        to: Who::Case(one),
    });
    bas.call(MoveEntry {
        entry,
        to: Who::Case(two),
    });
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let moves = noor.call(ReadTeam).to_settle.moves;
    assert_eq!(moves, bas.call(ReadTeam).to_settle.moves);
    assert_eq!((moves.len(), moves[0].text.as_str()), (1, "Zus belt."));
    let to: Vec<Who> = moves[0].to.iter().map(|to| to.who).collect();
    assert_eq!(
        noor.call(ReadEntry {
            entry: moves[0].entry
        })
        .who,
        to[0]
    );
    // Also the page on which it is already: that settles it as well.
    noor.call(MoveEntry {
        entry: moves[0].entry,
        to: to[0],
    });
    assert_eq!(noor.call(ReadTeam).to_settle.moves, []);
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(bas.call(ReadTeam).to_settle.moves, []);
    healthy(&mut bas);
}

#[test]
fn the_proof_of_a_decision_says_what_stood_there_then_and_was_withdrawn_or_moved_since() {
    let mut phone = TestPhone::in_team("Noor", true);
    let (case, other) = (phone.case("Duivenman"), phone.case("Duifhuis"));
    let [first, second, third] = ["Eerst.", "Toen.", "Later."].map(|text| {
        let id = phone.log(Who::Case(case), text);
        phone.clock.pass(Duration::minutes(1));
        id
    });
    withdraw(&mut phone, in_case(case, first), "");
    phone.clock.pass(Duration::minutes(1));
    let text = DecisionText {
        goal: "Niet betalen.".into(),
        ..DecisionText::default()
    };
    let id = crate::DecisionId(Uuid::now_v7());
    phone.call(AddDecision { case, id, text });
    let before = phone.call(VerifyDecisions { case }).decisions.remove(0);
    assert_eq!(before.gone_since, []);
    phone.clock.pass(Duration::minutes(1));
    withdraw(&mut phone, in_case(case, second), "Was iemand anders.");
    phone.call(MoveEntry {
        entry: in_case(case, third),
        to: Who::Case(other),
    });
    let late = phone.log(Who::Case(case), "Daarna.");
    withdraw(&mut phone, in_case(case, late), "");
    let proof = phone.call(VerifyDecisions { case });
    assert!(proof.holds(), "what was decided does not change");
    let since = &proof.decisions[0].gone_since;
    let ids: Vec<(EntryRef, bool)> = since.iter().map(|gone| (gone.entry, gone.moved)).collect();
    assert_eq!(
        ids,
        [(in_case(case, second), false), (in_case(case, third), true)]
    );
    assert_eq!(
        (since[0].written_by.as_str(), since[0].by.as_str()),
        ("Noor", "Noor")
    );
}
