//! Sample replies about the core team, effect and exports. Variants: `no-agenda`, `meeting-over`.

use chrono::{Days, NaiveDate};
use voorveld_core::Error;
use voorveld_core::api::{Request, Response};
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{CaseId, Cents, ContactId, EncounterId, ExpenseId, SafetyFactId};

use super::data::{self, at, id};
use super::{decision_answers, network_data};

/// Returns the reply if the request is one of these.
pub fn answer(request: &Request, is: &impl Fn(&str) -> bool) -> Option<Result<Response, Error>> {
    Some(Ok(match request {
        Request::ReadCoreTeam(_) => Response::ReadCoreTeam(if is("no-agenda") {
            CoreTeam {
                weeks: 6,
                ..CoreTeam::default()
            }
        } else if is("meeting-over") {
            CoreTeam {
                next: Some(data::today() - Days::new(1)),
                ..core_team()
            }
        } else {
            core_team()
        }),
        Request::Recognise(ask) => Response::Recognise(read_over(&ask.texts)),
        Request::ReadOnAgenda(_) => Response::ReadOnAgenda(!is("no-agenda")),
        Request::SetOnAgenda(_) => Response::SetOnAgenda(()),
        Request::WriteAgenda(_) => Response::WriteAgenda(()),
        Request::DecideAgenda(new) if new.text.trim().is_empty() => {
            return Some(Err(Error::Empty));
        }
        Request::DecideAgenda(_) => Response::DecideAgenda(()),
        Request::SetTeamSetting(_) => Response::SetTeamSetting(()),
        Request::ReadEffect(_) if is("no-agenda") => Response::ReadEffect(Effect::default()),
        Request::ReadEffect(_) => Response::ReadEffect(effect()),
        Request::ReadCaseExport(ask) => Response::ReadCaseExport(dossier(ask.case, 3)),
        Request::ReadCaseFacts(ask) if ask.after.is_some() => Response::ReadCaseFacts(vec![]),
        Request::ReadCaseFacts(_) => Response::ReadCaseFacts(
            [data::PIGEONS, data::G]
                .map(|case| dossier(case, 0).facts)
                .to_vec(),
        ),
        Request::ReadUnlinkedSignals(_) => Response::ReadUnlinkedSignals(vec![data::a_signal()]),
        Request::ReadPeople(_) => Response::ReadPeople(vec![]),
        Request::ReadDocuments(_) => Response::ReadDocuments(vec![]),
        Request::ListContacts(_) => Response::ListContacts(vec![ContactId(id(5))]),
        Request::ReadWholeContact(_) => Response::ReadWholeContact(network_data::greengrocer()),
        Request::ReadCaseFile(_) => Response::ReadCaseFile(vec![0x85, 0x6f, 0x4a, 0x83]),
        _ => return None,
    }))
}

fn item(case: CaseId, name: &str, problem: &str, status: &str, question: &str) -> AgendaItem {
    AgendaItem {
        case,
        name: name.into(),
        danger: case == data::PIGEONS,
        problems: vec![problem.into()],
        status: status.into(),
        question: question.into(),
        by: "Noor".into(),
        at: at(5, "16:20"),
        mark: SyncMark::WithTeam,
    }
}

/// Finds identifying details as the store does: names, an address, and a name that is also a word.
fn read_over(texts: &[String]) -> ReadOver {
    let known = [
        (Tell::Name("Duivenman".into()), true),
        (Tell::Name("G.".into()), true),
        (Tell::Name("T.".into()), true),
        (Tell::Name("Annie".into()), true),
        (Tell::Name("stroom".into()), false),
        (Tell::Address("Dahliastraat 12".into()), true),
    ];
    let mut found = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        for (tell, sure) in &known {
            let (Tell::Name(word) | Tell::Address(word) | Tell::Email(word) | Tell::Phone(word)) =
                tell;
            // The "t." at the end of "m.b.t." is not the name "T.".
            let stands = text.match_indices(word.as_str()).find(|(at, _)| {
                let before = text[..*at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '.')
            });
            found.extend(stands.map(|(at, _)| {
                Recognised {
                    text: number,
                    tell: tell.clone(),
                    sentence: text[..at]
                        .rsplit('\n')
                        .next()
                        .map(|line| line.to_owned() + text[at..].lines().next().unwrap_or_default())
                        .unwrap_or_default(),
                    sure: *sure,
                }
            }));
        }
    }
    ReadOver {
        texts: texts.to_vec(),
        found,
    }
}

/// An agenda of three cases for the core team of Oosterhage.
pub fn core_team() -> CoreTeam {
    CoreTeam {
        team: "Oosterhage".into(),
        next: NaiveDate::from_ymd_opt(2025, 11, 27),
        place: "10:00–12:00".into(),
        weeks: 6,
        items: vec![
            item(
                data::PIGEONS,
                "Duivenman",
                "overlast",
                "Groet terug. Boetes doen niets.",
                "Mogen de duiven bij de dijk, vóór acht uur?",
            ),
            item(
                data::G,
                "G.",
                "dak- en thuisloos",
                "Er staat een caravan klaar.",
                "Wie regelt een plek met stroom?",
            ),
            AgendaItem {
                problems: vec![],
                mark: SyncMark::OnlyHere,
                ..item(data::T, "T.", "", "T. is weg uit de opvang.", "")
            },
        ],
        last: NaiveDate::from_ymd_opt(2025, 10, 16),
        decided: vec![AgendaDecision {
            case: data::PIGEONS,
            name: "Duivenman".into(),
            danger: true,
            problems: vec!["overlast".into()],
            text: "Geen boetes tot het voorjaar.".into(),
            by: "Bas".into(),
        }],
    }
}

/// Four years of the fictional team.
pub fn effect() -> Effect {
    let year = |year, signed_up, open, closed, reopened, days, outcomes| EffectYear {
        year,
        signed_up,
        open,
        closed,
        reopened,
        first_contact_days: Some(days),
        outcomes,
    };
    Effect {
        years: vec![
            year(2022, 52, 38, 14, 0, 9, [6, 5, 2, 1]),
            year(2023, 61, 47, 55, 3, 6, [20, 22, 7, 4]),
            year(2024, 39, 29, 60, 3, 5, [25, 24, 8, 3]),
            year(2025, 21, 26, 26, 2, 4, [11, 9, 4, 2]),
        ],
        parties: Some(PartiesEffect {
            cases: 31,
            known: 217,
            needed: 93,
        }),
    }
}

/// A bicycle, reversed a day later, and groceries.
fn expenses() -> Vec<ExpenseRecord> {
    let record = |number: u64, cents, what: (&str, &str), reverses| ExpenseRecord {
        id: ExpenseId(id(860 + u128::from(number))),
        cents: Cents(cents),
        purpose: what.0.into(),
        note: what.1.into(),
        day: data::today() - Days::new(10 - number),
        by: "Noor".into(),
        receipt: number == 1,
        reverses,
    };
    vec![
        record(1, 6_500, ("Fiets", "tweedehands, met slot"), None),
        record(2, -6_500, ("", ""), Some(ExpenseId(id(861)))),
        record(3, 1_234, ("Boodschappen", ""), None),
    ]
}

/// A whole case with this many encounters.
pub fn dossier(case: CaseId, encounters: u32) -> CaseExport {
    let view = data::pigeons();
    CaseExport {
        facts: CaseFacts {
            id: case,
            number: view.number,
            name: view.name,
            address: view.address,
            postcode: view.postcode,
            district: view.district,
            phone: view.phone,
            lead: view.lead,
            status: view.status,
            trust: view.trust,
            what_matters: view.what_matters,
            called: view.called,
            cover: view.cover,
            cover_until: view.cover_until,
            crisis: view.crisis,
            does: view.does,
            donts: view.donts,
            problems: view.problems,
            sensitive: view.sensitive,
            reported_by: view.reported_by,
            reported_on: view.reported_on,
            last_contact: Some(at(0, "07:20")),
            background: view.background,
            others: vec![],
        },
        safety: vec![SafetyRecord {
            id: SafetyFactId(id(70)),
            text: "Had een jaar geleden een hond die beet.".into(),
            by: "Bas".into(),
            at: at(300, "10:00"),
            ended: Some(at(20, "10:00")),
        }],
        commitments: vec![CommitmentRecord {
            id: voorveld_core::CommitmentId(id(71)),
            text: "Formulier voor de kelder meenemen".into(),
            who: "wij".into(),
            due: Some(data::today()),
            time: None,
            by: "Noor".into(),
            made: at(3, "11:00"),
            done: true,
        }],
        around: view.around,
        trust: view.trust_history,
        parties: view.parties,
        relations: view.relations,
        closings: view.closings,
        decisions: decision_answers::proof(case, false)
            .decisions
            .into_iter()
            .map(|each| DecisionRecord {
                line: each.line,
                hash: each.hash,
                parents: each.parents,
                key: each.key,
                signature: each.signature,
                faults: each.faults,
            })
            .collect(),
        expenses: expenses(),
        agenda: vec![AgendaRecord {
            status: "Groet terug.".into(),
            question: "Mogen de duiven bij de dijk?".into(),
            by: "Noor".into(),
            at: at(40, "10:00"),
            meeting: NaiveDate::from_ymd_opt(2025, 10, 16),
        }],
        timeline: (0..encounters)
            .map(|n| TimelineEntry {
                id: EncounterId(id(1000 + u128::from(n))),
                signal: None,
                at: at(u64::from(n), "07:20"),
                said: None,
                channel: Channel::ALL[n as usize % Channel::ALL.len()],
                text: format!(
                    "Moment {n}. {}",
                    "Stond bij de fontein en praatte even over de duiven. "
                        .repeat(1 + n as usize % 7)
                ),
                by: if n % 3 == 0 { "Bas" } else { "Noor" }.into(),
                contested: false,
                mark: SyncMark::WithTeam,
            })
            .collect(),
    }
}
