//! Closings, organisations, ties, a crisis card and cover for the sample team.

use chrono::{DateTime, Days, NaiveTime, Utc};
use uuid::Uuid;

use crate::document::{Closing, Edit, Kind, PartyChange, Relation};
use crate::model::{CaseField, ClosingWhat, Outcome, PartyState, RelationKind, Who};
use crate::seed::SeedCase;
use crate::store::Store;
use crate::{CaseId, Error, day};

/// Parties around Gezin V., with how many days ago each was scrapped.
const PARTIES: [(&str, Option<u64>); 10] = [
    ("Huisarts", None),
    ("Leerplicht", Some(300)),
    ("Jeugdzorg", Some(120)),
    ("Schuldhulp", None),
    ("Thuisbegeleiding", Some(300)),
    ("Wijkteam", None),
    ("Woningstichting", None),
    ("Opvoedcursus", Some(120)),
    ("Maatjesproject", Some(120)),
    ("Reclassering", Some(118)),
];

/// Adds the casework; requires that all cases exist.
pub(crate) fn seed_casework(
    store: &mut Store,
    people: &[Uuid; 2],
    cases: &[SeedCase],
) -> Result<(), Error> {
    let find = |name: &str| cases.iter().find(|case| case.name == name).map(|c| c.id);
    let today = store.environment.today();
    let ago = |days: u64| -> DateTime<Utc> {
        let time = NaiveTime::from_hms_opt(16, 30, 0).unwrap_or_default();
        day::at(today - Days::new(days), time)
    };
    let [noor, bas] = *people;
    if let Some(case) = find("R. en de hond") {
        for (days, by, text) in [
            (160, noor, "Kamer, werk en de hond: hij redt het."),
            (60, bas, "Zijn dochter komt weer."),
        ] {
            let closing = Closing {
                at: ago(days),
                by,
                what: ClosingWhat::Closed,
                outcome: Some(Outcome::Stable),
                text: text.into(),
            };
            seed_edit(
                store,
                case,
                |edit, key| Ok(edit.add_closing(key, &closing)?),
            )?;
        }
    }
    if let Some(case) = find("Gezin V.") {
        for (name, gone) in PARTIES {
            let mut party = Uuid::nil();
            seed_edit(store, case, |edit, key| {
                party = key;
                Ok(edit.add_party(key, name, noor, ago(590))?)
            })?;
            if let Some(days) = gone {
                let change = PartyChange {
                    party,
                    state: PartyState::Scrapped,
                    by: bas,
                    at: ago(days),
                };
                seed_edit(store, case, |edit, key| {
                    Ok(edit.set_party_state(key, &change).map(|_| ())?)
                })?;
            }
        }
    }
    if let (Some(case), Some(other)) = (find("Mevr. K."), find("Broers D.")) {
        let relation = Relation {
            kind: RelationKind::AfraidOf,
            other: Who::Case(CaseId(other)),
            note: "sinds de ruzie op de galerij".into(),
            by: bas,
            at: ago(40),
            ended: false,
        };
        seed_edit(store, case, |edit, key| {
            Ok(edit.add_relation(key, &relation)?)
        })?;
    }
    if let Some(case) = find("T.") {
        let until = (today + Days::new(4)).to_string();
        seed_edit(store, case, |edit, _| {
            for (field, value) in [
                (CaseField::CrisisWho, "Oma"),
                (CaseField::CrisisPhone, "+31680000199"),
                (CaseField::CrisisOn, "Bas"),
                (
                    CaseField::CrisisHelps,
                    "Samen een rondje rijden, niet praten.",
                ),
                (CaseField::Cover, "Noor"),
                (CaseField::CoverUntil, until.as_str()),
            ] {
                edit.set_case_field(field, value)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn seed_edit(
    store: &mut Store,
    case: Uuid,
    edit: impl FnOnce(&mut Edit<'_, '_>, Uuid) -> Result<(), Error>,
) -> Result<(), Error> {
    let key = Uuid::from_bytes(crate::crypto::random());
    store.edit(Kind::Case, case, |writing| edit(writing, key))
}
