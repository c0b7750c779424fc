//! Sample replies about closings, parties, ties and reading along. Variants: `whole` (a case with every
//! field filled in), `closed`, `weeks` (its weeks are over), `party-clash`.

use voorveld_core::api::{Request, Response};
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{CaseId, ContactId, Error, PartyId, RelationId, SafetyFactId};

use super::data::{G, PIGEONS, at, id, pigeons, today};

/// Returns the reply if the request is one of these.
pub fn answer(request: &Request, is: &impl Fn(&str) -> bool) -> Option<Result<Response, Error>> {
    Some(Ok(match request {
        Request::ReadCase(ask) if is("whole") => with(ask.case, whole()),
        Request::ReadCase(ask) if is("closed") => with(ask.case, closed()),
        Request::ReadCase(ask) if is("weeks") => with(ask.case, weeks_over()),
        Request::ReadCase(ask) if is("party-clash") => with(ask.case, two_say()),
        Request::ReadClientView(_) => Response::ReadClientView(along()),
        Request::ReadTeamSettings(_) => Response::ReadTeamSettings(TeamSettings {
            budget_month: Some(125_050),
            ..TeamSettings::default()
        }),
        Request::SetTeamSetting(_) => Response::SetTeamSetting(()),
        Request::CloseCase(call) if call.text.trim().is_empty() => return Some(Err(Error::Empty)),
        Request::CloseCase(_) => Response::CloseCase(()),
        Request::ReopenCase(_) => Response::ReopenCase(()),
        Request::AddParty(_) => Response::AddParty(PartyId(id(95))),
        Request::SetPartyState(_) => Response::SetPartyState(()),
        Request::AddRelation(_) => Response::AddRelation(RelationId(id(96))),
        Request::EndRelation(_) => Response::EndRelation(()),
        Request::SwapLead(_) => Response::SwapLead(()),
        Request::SnoozeReview(_) => Response::SnoozeReview(()),
        _ => return None,
    }))
}

fn with(id: CaseId, view: CaseView) -> Response {
    Response::ReadCase(CaseView { id, ..view })
}

fn party(number: u128, name: &str, state: PartyState, days: u64) -> PartyLine {
    PartyLine {
        id: PartyId(id(number)),
        name: name.into(),
        state,
        changed_at: at(days, "10:00"),
        changed_by: "Noor".into(),
        clash: vec![],
        mark: SyncMark::WithTeam,
    }
}

fn relation(number: u128, kind: RelationKind, other: Who, name: &str, note: &str) -> RelationLine {
    RelationLine {
        of: PIGEONS,
        id: RelationId(id(number)),
        kind,
        other,
        name: name.into(),
        danger: false,
        note: note.into(),
        by: "Bas".into(),
        at: at(40, "10:00"),
        mark: SyncMark::WithTeam,
    }
}

fn closing(number: u128, days: u64, what: ClosingWhat, text: &str) -> ClosingLine {
    ClosingLine {
        id: id(number),
        at: at(days, "15:00"),
        by: "Noor".into(),
        what,
        outcome: (what == ClosingWhat::Closed).then_some(Outcome::Stable),
        text: text.into(),
        by_encounter: false,
        mark: SyncMark::WithTeam,
    }
}

/// A case with every field filled in.
fn whole() -> CaseView {
    let step = |days, needed| PartyStep {
        at: at(days, "10:00"),
        needed,
    };
    let fact = SafetyFact {
        id: SafetyFactId(id(53)),
        text: "De hond bijt.".into(),
        ..pigeons().safety.remove(0)
    };
    CaseView {
        cover: "Bas".into(),
        cover_until: Some(today() + chrono::Days::new(3)),
        sensitive: true,
        crisis: CrisisCard {
            who: "Zus Marja".into(),
            phone: "+31612345678".into(),
            on: "Bas".into(),
            helps: "Samen naar buiten lopen.".into(),
        },
        parties: vec![
            party(91, "Huisarts", PartyState::Needed, 60),
            party(92, "Woningstichting", PartyState::Needed, 60),
            party(93, "Jeugdzorg", PartyState::Scrapped, 12),
        ],
        party_steps: vec![step(60, 10), step(30, 8), step(12, 4)],
        relations: vec![
            relation(97, RelationKind::LivesWith, Who::Case(G), "G.", ""),
            relation(
                98,
                RelationKind::AfraidOf,
                Who::Contact(ContactId(id(62))),
                "Secretaris duivenclub",
                "sinds de brand",
            ),
        ],
        safety_ended: vec![EndedFact {
            fact,
            ended: at(5, "09:00"),
            ended_by: "Noor".into(),
        }],
        closings: vec![
            ClosingLine {
                by_encounter: true,
                ..closing(94, 12, ClosingWhat::Reopened, "")
            },
            closing(93, 13, ClosingWhat::Closed, "Zus zorgt voor de vogels."),
        ],
        ..pigeons()
    }
}

fn closed() -> CaseView {
    CaseView {
        status: CaseStatus::Closed,
        weeks: None,
        closings: vec![closing(
            93,
            2,
            ClosingWhat::Closed,
            "Zus zorgt voor de vogels.",
        )],
        ..pigeons()
    }
}

fn weeks_over() -> CaseView {
    CaseView {
        weeks: Some(Weeks {
            now: 18,
            of: 16,
            ask: true,
        }),
        ..pigeons()
    }
}

fn two_say() -> CaseView {
    let value = |state: PartyState, by: &str| ClashValue {
        value: state.word().into(),
        by: by.into(),
        at: at(1, "10:00"),
    };
    CaseView {
        parties: vec![PartyLine {
            clash: vec![
                value(PartyState::Scrapped, "Bas"),
                value(PartyState::Needed, "Noor"),
            ],
            ..party(91, "Huisarts", PartyState::Scrapped, 1)
        }],
        ..pigeons()
    }
}

fn along() -> ClientView {
    let promise = |text: &str, who: &str, done: bool| ClientViewCommitment {
        text: text.into(),
        who: who.into(),
        due: (!done).then(|| today() + chrono::Days::new(3)),
        done,
    };
    ClientView {
        id: PIGEONS,
        called: "meneer De Wit".into(),
        what_matters: "Dat er iedere morgen voer voor de duiven is.".into(),
        promises: vec![
            promise("Navragen of het op de kade mag", "wij", false),
            promise("Emmer voer brengen", "Noor", true),
        ],
        lead: "Noor".into(),
        cover: "Bas".into(),
        parties: vec!["Huisarts".into(), "Woningstichting".into()],
        contacts: vec![
            ClientContact {
                at: at(0, "10:06"),
                channel: Channel::Street,
                by: "Noor".into(),
            },
            ClientContact {
                at: at(4, "09:00"),
                channel: Channel::Home,
                by: "Bas".into(),
            },
        ],
    }
}
