//! Sample replies about decisions, escalation and handover. Variants: `none`, `tampered`.

use chrono::Days;
use uuid::Uuid;
use voorveld_core::api::{Request, Response};
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{CallListId, CaseId, DecisionId, EncounterId, Error};

use super::data::{self, at, today};

pub const NOT_PAYING: DecisionId = DecisionId(Uuid::from_u128(0xd1));
const ADDED: DecisionId = DecisionId(Uuid::from_u128(0xd2));
const SHARED: DecisionId = DecisionId(Uuid::from_u128(0xd3));

fn line(id: DecisionId, kind: DecisionKind, by: &str, day: u64) -> DecisionLine {
    DecisionLine {
        id,
        adds_to: None,
        kind,
        goal: String::new(),
        ethical: String::new(),
        law: String::new(),
        why: String::new(),
        backs: String::new(),
        shared_with: String::new(),
        ground: String::new(),
        look_again: None,
        by: by.into(),
        at: at(day, "10:15"),
        mark: SyncMark::WithTeam,
    }
}

/// Sample decisions, newest first.
pub fn decisions() -> Vec<DecisionLine> {
    vec![
        DecisionLine {
            adds_to: Some(NOT_PAYING),
            why: "De corporatie belde: het gesprek staat vast.".into(),
            look_again: Some(today()),
            mark: SyncMark::OnlyHere,
            ..line(ADDED, DecisionKind::Refrain, "Noor", 1)
        },
        DecisionLine {
            goal: "De huisarts weet dat hij weer eet.".into(),
            shared_with: "huisarts".into(),
            ground: "Hij vond het goed.".into(),
            ..line(SHARED, DecisionKind::Share, "Bas", 5)
        },
        DecisionLine {
            goal: "Hij gaat zelf met de corporatie praten.".into(),
            ethical: "Ja. Hij kan bij zijn broer slapen.".into(),
            law: "Betalen mag, maar hoeft niet.".into(),
            why: "Twee keer betaald. Beide keren was hij daarna weg.".into(),
            backs: "Bas, wethouder".into(),
            ..line(NOT_PAYING, DecisionKind::Refrain, "Noor", 15)
        },
    ]
}

pub fn look_again() -> Vec<LookAgainLine> {
    vec![LookAgainLine {
        case: CaseId(Uuid::from_u128(4)),
        case_name: "Meneer P.".into(),
        danger: false,
        decision: NOT_PAYING,
        kind: DecisionKind::Refrain,
        text: "Hij gaat zelf met de corporatie praten.".into(),
        due: today() - Days::new(1),
    }]
}

pub fn proof(case: CaseId, tampered: bool) -> DecisionProof {
    let mut lines = decisions();
    lines.reverse();
    let proven = |(n, line): (usize, DecisionLine)| ProvenDecision {
        id: line.id,
        fields: vec![
            ("kind".into(), "refrain".into()),
            ("goal".into(), line.goal.clone()),
        ],
        bytes: "766f6f7276656c64".repeat(40),
        hash: format!("{n}a").repeat(32),
        parents: (n > 0)
            .then(|| format!("{}a", n - 1).repeat(32))
            .into_iter()
            .collect(),
        key: "0b".repeat(32),
        signature: "0c".repeat(64),
        key_of: line.by.clone(),
        faults: if tampered && n == 1 {
            vec![DecisionFault::Changed, DecisionFault::Signature]
        } else {
            vec![]
        },
        gone_since: match n {
            0 => vec![GoneSince {
                entry: EntryRef::Encounter {
                    who: Who::Case(case),
                    id: EncounterId(Uuid::from_u128(91)),
                },
                at: at(9, "14:00"),
                written_by: "Noor".into(),
                by: "Bas".into(),
                gone_at: at(0, "08:00"),
                moved: false,
            }],
            _ => vec![],
        },
        line,
    };
    DecisionProof {
        case,
        case_name: "Duivenman".into(),
        version: "1".into(),
        checked: at(0, "08:12"),
        decisions: lines.into_iter().enumerate().map(proven).collect(),
        gone: if tampered {
            vec![DecisionId(Uuid::from_u128(0xd9))]
        } else {
            vec![]
        },
    }
}

fn call_list() -> CallList {
    let line = |n, role: &str, name: &str, phone: &str| CallListLine {
        id: CallListId(Uuid::from_u128(n)),
        name: name.into(),
        role: role.into(),
        phone: phone.into(),
    };
    CallList {
        lines: vec![
            line(0xc1, "voorzitter kernteam", "Els", "0612345678"),
            line(0xc2, "wethouder", "", "0049 30 123456"),
            line(0xc3, "", "Veiligheidshuis", "vraag naar de dienst"),
        ],
        mark: SyncMark::WithTeam,
    }
}

/// Returns the reply if the request is one of these.
pub fn answer(request: &Request, is: &impl Fn(&str) -> bool) -> Option<Result<Response, Error>> {
    Some(Ok(match request {
        Request::ReadDecisions(_) if is("none") => Response::ReadDecisions(vec![]),
        Request::ReadDecisions(_) => Response::ReadDecisions(decisions()),
        Request::VerifyDecisions(ask) if is("none") => Response::VerifyDecisions(DecisionProof {
            decisions: vec![],
            ..proof(ask.case, false)
        }),
        Request::VerifyDecisions(ask) => Response::VerifyDecisions(proof(ask.case, is("tampered"))),
        Request::ReadDecisionDraft(_) => Response::ReadDecisionDraft(None),
        Request::SaveDecisionDraft(_) => Response::SaveDecisionDraft(()),
        Request::AddDecision(_) if is("fail") => return Some(Err(Error::DiskFull)),
        Request::AddDecision(new) if new.text.goal.is_empty() && new.text.why.is_empty() => {
            return Some(Err(Error::Empty));
        }
        Request::AddDecision(_) => Response::AddDecision(()),
        Request::LookAgain(_) => Response::LookAgain(()),
        Request::ReadHandover(_) => Response::ReadHandover(HandoverState {
            involved: true,
            shared: vec![decisions().remove(1)],
        }),
        Request::HandOver(call) if call.receiver.trim().is_empty() => {
            return Some(Err(Error::Empty));
        }
        Request::HandOver(_) => Response::HandOver(()),
        Request::SetInvolved(_) => Response::SetInvolved(()),
        Request::ReadInvolved(_) => Response::ReadInvolved(vec![InvolvedLine {
            id: data::T,
            name: "De heer W.".into(),
            danger: false,
            receiver: "wijkteam Noord".into(),
            status: CaseStatus::HandedOver,
            last_contact: Some(at(20, "11:00")),
        }]),
        Request::ReadCallList(_) => Response::ReadCallList(call_list()),
        Request::SaveCallLine(line) if line.name.is_empty() && line.role.is_empty() => {
            return Some(Err(Error::Empty));
        }
        Request::SaveCallLine(_) => Response::SaveCallLine(CallListId(Uuid::from_u128(0xc9))),
        Request::RemoveCallLine(_) => Response::RemoveCallLine(()),
        Request::MoveCallLine(_) => Response::MoveCallLine(()),
        Request::LogEscalation(_) => Response::LogEscalation(()),
        _ => return None,
    }))
}
