//! Handing a case over, and staying involved.

use uuid::Uuid;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::{CaseId, DecisionId, Error};

fn hand_over(phone: &mut TestPhone, case: CaseId, receiver: &str, n: u8) -> Result<(), Error> {
    phone.try_call(HandOver {
        case,
        id: DecisionId(Uuid::from_bytes([n; 16])),
        receiver: receiver.into(),
        what: "Wat telt, wel en niet, open afspraken.".into(),
        ground: "Met toestemming van meneer".into(),
        involved: true,
    })
}

#[test]
fn a_handover_is_a_decision_to_share_that_says_what_to_whom_and_on_what_ground() {
    let mut noor = TestPhone::in_team("Noor", true);
    let case = noor.case("Meneer P.");
    for _ in 0..2 {
        hand_over(&mut noor, case, "wijkteam Noord", 1).expect("hands over");
    }
    let state = noor.call(ReadHandover { case });
    assert!(state.involved);
    assert_eq!(state.shared.len(), 1);
    let share = &state.shared[0];
    assert_eq!(share.kind, DecisionKind::Share);
    assert_eq!(share.shared_with, "wijkteam Noord");
    assert_eq!(share.ground, "Met toestemming van meneer");
    assert_eq!(noor.call(ReadCase { case }).status, CaseStatus::HandedOver);
    assert!(noor.call(VerifyDecisions { case }).holds());
    let involved = noor.call(ReadInvolved);
    assert_eq!(involved[0].receiver, "wijkteam Noord");
    noor.call(SetInvolved {
        case,
        involved: false,
    });
    assert_eq!(noor.call(ReadInvolved), []);
}

#[test]
fn a_handover_to_nobody_is_none() {
    let mut noor = TestPhone::new();
    let case = noor.case("Meneer P.");
    assert_eq!(hand_over(&mut noor, case, "  ", 1), Err(Error::Empty));
    assert_eq!(noor.call(ReadCase { case }).status, CaseStatus::Open);
}

#[test]
fn two_who_hand_over_offline_both_stand_and_nothing_clashes() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Meneer P.");
    noor.sync(&log);
    bas.sync(&log);
    hand_over(&mut noor, case, "wijkteam Noord", 1).expect("hands over");
    hand_over(&mut bas, case, "de huisarts", 2).expect("hands over");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let view = phone.call(ReadCase { case });
        assert_eq!(
            (view.status, view.clashes),
            (CaseStatus::HandedOver, vec![])
        );
        assert_eq!(phone.call(ReadHandover { case }).shared.len(), 2);
        assert_eq!(phone.call(ReadInvolved).len(), 1);
        assert!(phone.call(VerifyDecisions { case }).holds());
    }
}
