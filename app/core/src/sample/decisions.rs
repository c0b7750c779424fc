//! Decisions and the call list of the sample team. All decisions are by the first member: this phone
//! cannot sign for the second.

use chrono::{Days, NaiveDate, NaiveTime};
use uuid::Uuid;

use super::moment::moment;
use crate::api::{DecisionText, SaveCallLine};
use crate::model::DecisionKind;
use crate::store::seed::seed_decision;
use crate::store::{Store, Write};
use crate::{CaseId, Error};

/// Adds two decisions about a case, of which the older is due for review today, and the call list.
pub(super) fn seed(store: &mut Store, case: Uuid, today: NaiveDate) -> Result<(), Error> {
    let at = |days, hour| {
        let time = NaiveTime::from_hms_opt(hour, 20, 0).unwrap_or_default();
        moment(today, days, time)
    };
    let refrained = DecisionText {
        kind: DecisionKind::Refrain,
        goal: "Hij belt zelf met de woningcorporatie.".into(),
        ethical: "Ja. Hij mag bij zijn broer slapen als het misgaat.".into(),
        law: "De huur betalen mag uit het vrije budget, maar het moet niet.".into(),
        why: "Al twee keer betaald. Daarna liet hij weken niets horen.".into(),
        backs: "Bas, wethouder".into(),
        look_again: Some(today),
        ..DecisionText::default()
    };
    seed_decision(store, CaseId(case), &refrained, at(-14, 12))?;
    let shared = DecisionText {
        kind: DecisionKind::Share,
        goal: "De huisarts weet dat hij weer kookt.".into(),
        shared_with: "huisarts".into(),
        ground: "Hij vond het goed, aan de keukentafel gevraagd.".into(),
        look_again: Some(today + Days::new(21)),
        ..DecisionText::default()
    };
    seed_decision(store, CaseId(case), &shared, at(-3, 15))?;
    for (role, name, phone) in [
        ("voorzitter kernteam", "Els", "+31680000301"),
        ("wethouder", "Ravi", "+31680000302"),
        ("burgemeester", "", "+31680000303"),
    ] {
        SaveCallLine {
            id: None,
            name: name.into(),
            role: role.into(),
            phone: phone.into(),
        }
        .run(store)?;
    }
    Ok(())
}
