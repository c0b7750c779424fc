//! A slip of the thumb is put right by what follows within a minute.

use super::*;

#[test]
fn a_trust_step_within_a_minute_replaces_the_one_before() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let set = |phone: &mut TestPhone, step| phone.call(SetTrust { case, step });
    let steps = |phone: &mut TestPhone| -> Vec<TrustStep> {
        let view = phone.call(ReadCase { case });
        let history = view.trust_history.into_iter();
        let steps: Vec<TrustStep> = history.map(|change| change.step).collect();
        assert_eq!(view.trust, steps[0]);
        steps
    };
    set(&mut noor, TrustStep::Door);
    noor.clock.pass(Duration::seconds(61));
    set(&mut noor, TrustStep::Inside);
    noor.clock.pass(Duration::seconds(20));
    set(&mut noor, TrustStep::Outside);
    assert_eq!(steps(&mut noor), [TrustStep::Outside, TrustStep::Door]);
    healthy(&mut noor);
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(steps(&mut bas), [TrustStep::Outside, TrustStep::Door]);
    // A colleague's step is no slip of hers.
    bas.clock.set("2026-11-17T08:14:30+01:00");
    set(&mut bas, TrustStep::Inside);
    assert_eq!(steps(&mut bas).len(), 3);
}

#[test]
fn a_danger_ended_by_a_slip_holds_again_as_it_was() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("G.");
    let text = "Zakmes in de la.";
    let add = AddSafetyFact {
        case,
        text: text.into(),
    };
    phone.call(add.clone());
    let fact = phone.call(ReadCase { case }).safety[0].clone();
    phone.clock.pass(Duration::hours(1));
    let id = fact.id;
    phone.call(EndSafetyFact { case, id });
    phone.clock.pass(Duration::seconds(30));
    phone.call(add.clone());
    let view = phone.call(ReadCase { case });
    assert_eq!((view.safety, view.safety_ended.len()), (vec![fact], 0));
    healthy(&mut phone);
    // After a minute it is a new fact of whoever records it.
    phone.call(EndSafetyFact { case, id });
    phone.clock.pass(Duration::seconds(61));
    phone.call(add);
    let view = phone.call(ReadCase { case });
    assert_ne!(view.safety[0].id, id);
    assert_eq!(view.safety_ended.len(), 1);
}

#[test]
fn a_look_taken_back_or_said_more_about_within_a_minute_is_left_out_of_the_list_and_kept_in_the_proof()
 {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("G.");
    let decision = crate::DecisionId(Uuid::now_v7());
    let today = phone.call(ReadToday).date;
    let text = DecisionText {
        goal: "Niet betalen.".into(),
        look_again: Some(today),
        ..DecisionText::default()
    };
    phone.call(AddDecision {
        case,
        id: decision,
        text,
    });
    let look = |phone: &mut TestPhone, seconds, next, saw: &str| {
        phone.clock.pass(Duration::seconds(seconds));
        phone.call(LookAgain {
            case,
            decision,
            next,
            saw: saw.into(),
        });
    };
    let listed = |phone: &mut TestPhone| -> Vec<String> {
        let lines = phone.call(ReadDecisions { case });
        lines
            .into_iter()
            .map(|line| format!("{}{}", line.goal, line.why))
            .collect()
    };
    // Ticked by a slip, and taken back.
    look(&mut phone, 61, None, "");
    look(&mut phone, 20, Some(today), "");
    assert_eq!(listed(&mut phone), ["Niet betalen."]);
    assert_eq!(phone.call(ReadToday).look_again.len(), 1);
    // Ticked, and then said what was seen.
    look(&mut phone, 61, None, "");
    look(&mut phone, 20, None, "De huur is betaald.");
    assert_eq!(listed(&mut phone), ["De huur is betaald.", "Niet betalen."]);
    // An hour later it is a look of its own, and so is taking it back.
    look(&mut phone, 3600, None, "");
    look(&mut phone, 61, Some(today), "");
    assert_eq!(listed(&mut phone).len(), 4);
    let proof = phone.call(VerifyDecisions { case });
    assert!(proof.holds());
    assert_eq!(proof.decisions.len(), 7, "nothing that was signed goes");
}
