//! The drafts of the capture sheet.

use uuid::Uuid;

use super::TestPhone;
use crate::api::*;
use crate::model::*;
use crate::store::meta::key;
use crate::view::InterviewChoice;
use crate::{CaseId, EncounterId};

#[test]
fn each_person_has_a_draft_of_their_own() {
    let mut phone = TestPhone::new();
    let draft = |number, who, text: &str| Draft {
        id: EncounterId(Uuid::from_u128(number)),
        text: text.into(),
        channel: Channel::Street,
        who,
        who_name: String::new(),
        at: phone.clock.now(),
        interview: InterviewChoice::default(),
    };
    let pigeons = Who::Case(CaseId(Uuid::from_u128(1)));
    let [first, second] = [
        draft(7, pigeons, "Deur op een k"),
        draft(8, Who::Unknown, "Man met"),
    ];
    // A version with one draft for the whole app left this one.
    phone
        .store
        .set_meta_json(key::DRAFT, &first)
        .expect("stores");
    phone.call(SaveDraft {
        draft: second.clone(),
    });
    let mut phone = phone.restart();
    assert_eq!(phone.call(ReadDrafts), [second.clone(), first.clone()]);
    let longer = Draft {
        text: "Deur op een kier".into(),
        ..first.clone()
    };
    phone.call(SaveDraft {
        draft: longer.clone(),
    });
    assert_eq!(phone.call(ReadDrafts), [longer, second.clone()]);
    // Thrown away.
    phone.call(SaveDraft {
        draft: Draft {
            text: " ".into(),
            ..first
        },
    });
    assert_eq!(phone.call(ReadDrafts), vec![second.clone()]);
    let other = phone.case("Y.");
    phone.log(Who::Case(other), "Koffie.");
    assert_eq!(
        phone.call(ReadDrafts),
        [second],
        "another one's sentence waits on"
    );
}
