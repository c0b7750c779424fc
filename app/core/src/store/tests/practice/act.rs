//! Random actions covering everything a user can do.

use uuid::Uuid;

use super::super::TestPhone;
use super::fate::{change_expense, join_or_remove, take_back, take_back_elsewhere};
use crate::api::*;
use crate::model::*;
use crate::{DecisionId, EncounterId, ExpenseId, InterviewId};

/// A user action: `kind` selects what, `one` and `other` select the target.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) kind: u8,
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) word: u8,
}

const WORDS: [&str; 5] = ["een", "twee", "Drie", "drie", "vier vijf"];

/// Picks an element, if there are any.
pub(super) fn pick<T: Clone>(of: &[T], which: usize) -> Option<T> {
    of.get(which.checked_rem(of.len())?).cloned()
}

fn id() -> Uuid {
    Uuid::from_bytes(crate::crypto::random())
}

/// Performs the action, if its target exists.
pub(super) fn act(phone: &mut TestPhone, step: &Step) {
    let facts = phone.call(ReadCaseFacts {
        after: None,
        limit: 100,
    });
    let mut cases: Vec<_> = facts.into_iter().map(|facts| facts.id).collect();
    cases.sort();
    // Few cases, so that both phones edit the same ones.
    cases.truncate(3);
    let word = || WORDS[step.other % WORDS.len()].to_owned();
    let (one, other, flag) = (step.one, step.other, step.word.is_multiple_of(2));
    let Some(case) = pick(&cases, one) else {
        phone.call(CreateCase { name: word() });
        return;
    };
    match step.kind {
        20..45 => {
            let other = pick(&cases, other).unwrap_or(case);
            match step.kind % 5 {
                0 => join_or_remove(phone, step, case, other),
                _ => take_back(phone, step, case, other),
            }
        }
        45..140 => on_a_case(phone, step, case, &word()),
        140..180 => after_a_case(phone, step, case, &word()),
        180..205 => about_signals(phone, step, case, &word()),
        205..225 => in_the_network(phone, step, case, &word()),
        225..245 => in_a_study(phone, step, &word()),
        _ => match step.kind % 5 {
            0 => drop(phone.call(CreateCase { name: word() })),
            1 => {
                let known = pick(&phone.call(ReadCallList).lines, one);
                phone.call(SaveCallLine {
                    id: known.filter(|_| flag).map(|line| line.id),
                    name: word(),
                    role: String::new(),
                    phone: other.to_string(),
                });
            }
            2 => {
                if let Some(line) = pick(&phone.call(ReadCallList).lines, one) {
                    phone.call(MoveCallLine {
                        id: line.id,
                        up: flag,
                    });
                }
            }
            3 => {
                if let Some(line) = pick(&phone.call(ReadCallList).lines, one) {
                    phone.call(RemoveCallLine { id: line.id });
                }
            }
            _ => phone.call(SetTeamSetting {
                setting: TeamSetting::Weeks,
                value: (1 + other % 104).to_string(),
            }),
        },
    }
}

fn on_a_case(phone: &mut TestPhone, step: &Step, case: crate::CaseId, word: &str) {
    let (one, other, flag) = (step.one, step.other, step.word.is_multiple_of(2));
    let view = phone.call(ReadCase { case });
    let day = phone.call(ReadToday).date + chrono::Days::new(other as u64 % 9);
    let text = word.to_owned();
    match step.kind % 16 {
        0 | 1 => drop(phone.log(Who::Case(case), word)),
        2 => {
            if let Some(entry) = pick(&view.last_three, one) {
                let who = match entry.signal {
                    Some(_) => Who::Unknown,
                    None => Who::Case(case),
                };
                phone.call(EditEncounter {
                    who,
                    id: entry.id,
                    text,
                    at: None,
                    channel: None,
                });
            }
        }
        3 | 4 => {
            let fields = [
                CaseField::Lead,
                CaseField::Cover,
                CaseField::WhatMatters,
                CaseField::Phone,
                CaseField::Background,
                CaseField::CrisisWho,
            ];
            let field = fields[other % fields.len()];
            phone.call(SetCaseField {
                case,
                field,
                value: text,
            });
        }
        5 => phone.call(SetProblem {
            case,
            problem: text,
            applies: flag,
        }),
        6 => phone.call(SetSensitive {
            case,
            sensitive: flag,
        }),
        7 => phone.call(SetTrust {
            case,
            step: TrustStep::ALL[other % 4],
        }),
        8 => match pick(&view.safety, one).filter(|_| flag) {
            Some(fact) => phone.call(EndSafetyFact { case, id: fact.id }),
            None => phone.call(AddSafetyFact { case, text }),
        },
        9 | 10 => match pick(&view.commitments, one) {
            Some(line) if flag => phone.call(TickCommitment {
                case,
                id: line.id,
                done: !other.is_multiple_of(3),
            }),
            Some(line) => phone.call(EditCommitment {
                case,
                id: line.id,
                text,
                who: word.to_owned(),
                due: Some(day),
                time: None,
            }),
            None => drop(phone.call(AddCommitment {
                case,
                text,
                who: String::new(),
                due: None,
                time: None,
            })),
        },
        11 => phone.call(SwapLead { case }),
        12 => phone.call(SnoozeReview { case }),
        13 => match pick(&view.parties, one).filter(|_| flag) {
            Some(party) => phone.call(SetPartyState {
                case,
                party: party.id,
                state: [PartyState::Needed, PartyState::Scrapped][other % 2],
            }),
            None => drop(phone.call(AddParty { case, name: text })),
        },
        14 => match pick(&phone.call(ReadExpenses { case }).lines, one).filter(|_| flag) {
            Some(line) => change_expense(phone, step, &line, &text),
            None => phone.call(SaveExpense {
                case,
                id: ExpenseId(id()),
                amount: (1 + other % 99_999).to_string(),
                purpose: text,
                note: String::new(),
                day: None,
                photo: false,
            }),
        },
        _ => phone.call(LogEscalation { case, text }),
    }
}

fn after_a_case(phone: &mut TestPhone, step: &Step, case: crate::CaseId, word: &str) {
    let (one, other, flag) = (step.one, step.other, step.word.is_multiple_of(2));
    let text = word.to_owned();
    let day = phone.call(ReadToday).date + chrono::Days::new(other as u64 % 9);
    match step.kind % 10 {
        0 => phone.call(CloseCase {
            case,
            text,
            outcome: pick(&Outcome::ALL, other),
        }),
        1 => phone.call(ReopenCase { case }),
        2 => phone.call(SetOnAgenda { case, on: flag }),
        3 => {
            let field = [AgendaField::Status, AgendaField::Question][one % 2];
            // Fails when the case is not on the agenda.
            drop(phone.try_call(WriteAgenda { case, field, text }));
        }
        4 => drop(phone.try_call(DecideAgenda { case, text })),
        5 | 6 => {
            let known = pick(&phone.call(ReadDecisions { case }), one);
            let text = DecisionText {
                goal: text,
                adds_to: known.filter(|_| flag).map(|line| line.id),
                look_again: Some(day),
                ..DecisionText::default()
            };
            phone.call(AddDecision {
                case,
                id: DecisionId(id()),
                text,
            });
        }
        7 => {
            if let Some(line) = pick(&phone.call(ReadDecisions { case }), one) {
                let next = flag.then_some(day);
                phone.call(LookAgain {
                    case,
                    decision: line.id,
                    next,
                    saw: String::new(),
                });
            }
        }
        8 => phone.call(HandOver {
            case,
            id: DecisionId(id()),
            receiver: text,
            what: word.to_owned(),
            ground: String::new(),
            involved: flag,
        }),
        _ => phone.call(SetInvolved {
            case,
            involved: flag,
        }),
    }
}

fn about_signals(phone: &mut TestPhone, step: &Step, case: crate::CaseId, word: &str) {
    let today = phone.call(ReadToday);
    let signal = pick(&today.signals, step.one).map(|line| line.id);
    if step.kind % 12 == 11 {
        return take_back_elsewhere(phone, step, Who::Unknown);
    }
    let Some(signal) = signal.filter(|_| !step.kind.is_multiple_of(6)) else {
        phone.log(Who::Unknown, word);
        return;
    };
    match step.kind % 6 {
        1 => drop(phone.call(LinkSignal { signal, case })),
        2 => drop(phone.call(PickUpSignal {
            signal,
            name: word.to_owned(),
        })),
        3 => phone.call(RestSignal {
            signal,
            until: (!step.other.is_multiple_of(3))
                .then(|| today.date + chrono::Days::new(step.other as u64 % 5 + 1)),
        }),
        4 => phone.call(WakeSignal { signal }),
        _ => phone.call(SetSignalSource {
            signal,
            source: word.to_owned(),
        }),
    }
}

fn in_the_network(phone: &mut TestPhone, step: &Step, case: crate::CaseId, word: &str) {
    let mut contacts = phone.call(ListContacts);
    contacts.sort();
    let (other, flag) = (step.other, step.word.is_multiple_of(2));
    let Some(contact) = pick(&contacts, step.one).filter(|_| !step.kind.is_multiple_of(6)) else {
        phone.call(SaveContact {
            name: word.to_owned(),
            fields: Vec::new(),
        });
        return;
    };
    match step.kind % 6 {
        1 => drop(phone.log(Who::Contact(contact), word)),
        2 => phone.call(SetContactTag {
            contact,
            tag: word.to_owned(),
            applies: flag,
        }),
        3 => phone.call(SetContactField {
            contact,
            field: [ContactField::District, ContactField::Phone][other % 2],
            value: word.to_owned(),
        }),
        4 => phone.call(SetCaseContact {
            case,
            contact,
            note: word.to_owned(),
            linked: flag,
        }),
        _ => match pick(&phone.call(ReadCase { case }).relations, other).filter(|_| flag) {
            Some(line) => phone.call(EndRelation {
                of: line.of,
                id: line.id,
            }),
            None => drop(phone.call(AddRelation {
                case,
                kind: [RelationKind::Friend, RelationKind::ParentOf][other % 2],
                other: Who::Contact(contact),
                note: word.to_owned(),
            })),
        },
    }
}

fn in_a_study(phone: &mut TestPhone, step: &Step, word: &str) {
    let Some(study) = pick(&phone.call(ReadStudies), step.one) else {
        phone.call(CreateStudy {
            name: word.to_owned(),
        });
        return;
    };
    let (study, flag) = (study.id, step.word.is_multiple_of(2));
    let talks = phone.call(ReadStudy { study, limit: 100 }).interviews;
    let theme = word.to_owned();
    let Some(interview) = pick(&talks, step.one).map(|talk| talk.id) else {
        phone.call(SaveInterview {
            id: InterviewId(id()),
            study,
            text: word.to_owned(),
            channel: Channel::Street,
            role: InterviewRole::Resident,
            themes: vec![theme],
            at: None,
            help: None,
        });
        return;
    };
    if step.kind % 7 == 6 {
        return take_back_elsewhere(phone, step, Who::Study(study));
    }
    match step.kind % 6 {
        0 => phone.call(SetTheme {
            study,
            theme,
            in_use: flag,
        }),
        1 | 2 => phone.call(SetMark {
            study,
            interview,
            theme,
            applies: flag,
        }),
        3 => phone.call(SetQuote {
            study,
            interview,
            quote: theme,
        }),
        4 => drop(phone.call(MakeHelpSignal {
            study,
            interview,
            source: theme,
        })),
        _ => phone.call(EditEncounter {
            who: Who::Study(study),
            id: EncounterId(interview.0),
            text: theme,
            at: None,
            channel: None,
        }),
    }
}
