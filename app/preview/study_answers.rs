//! Sample replies about neighbourhood studies. Variants: `study` (one is open), `bare` (it is still
//! empty), `clash` (two people chose different quotes).

use voorveld_core::Error;
use voorveld_core::api::{Request, Response};
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{ContactId, InterviewId, SignalId, StudyId};

use super::data::{at, id};

pub const STUDY: StudyId = StudyId(uuid::Uuid::from_u128(501));
pub const SHOP: InterviewId = InterviewId(uuid::Uuid::from_u128(511));
pub const STAIRS: InterviewId = InterviewId(uuid::Uuid::from_u128(512));
pub const CLUB: InterviewId = InterviewId(uuid::Uuid::from_u128(513));

pub fn line() -> StudyLine {
    StudyLine {
        id: STUDY,
        name: "De Akkers".into(),
        district: "De Akkers".into(),
        begun: "2025-10-20".parse().ok(),
        ended: None,
        themes: vec!["Eenzaamheid".into(), "Geldzorgen".into(), "Winkels".into()],
        interviews: 3,
    }
}

fn ended() -> StudyLine {
    StudyLine {
        id: StudyId(id(502)),
        name: "Havenkwartier".into(),
        district: "Haven".into(),
        begun: "2025-02-03".parse().ok(),
        ended: "2025-05-23".parse().ok(),
        themes: vec![],
        interviews: 1,
    }
}

fn interview(
    id: InterviewId,
    role: InterviewRole,
    text: &str,
    themes: &[&str],
    quotes: &[&str],
) -> InterviewLine {
    InterviewLine {
        id,
        at: at(1, "15:20"),
        channel: Channel::Street,
        role,
        text: text.into(),
        by: "Noor".into(),
        quotes: quotes.iter().map(|quote| (*quote).into()).collect(),
        themes: themes.iter().map(|theme| (*theme).into()).collect(),
        contact: None,
        signal: None,
        mark: SyncMark::WithTeam,
    }
}

pub fn study(clash: bool) -> StudyView {
    let counts = [("Eenzaamheid", 2), ("Geldzorgen", 1), ("Winkels", 1)];
    let both: &[&str] = &[
        "Je komt hier niemand meer tegen.",
        "De bakker was de huiskamer.",
    ];
    let one: &[&str] = &["De bakker was de huiskamer."];
    let mut stairs = interview(
        STAIRS,
        InterviewRole::Resident,
        "Eet drie dagen van een brood, durft niet naar de balie.",
        &["Eenzaamheid", "Geldzorgen"],
        &[],
    );
    stairs.mark = SyncMark::OnlyHere;
    let mut club = interview(
        CLUB,
        InterviewRole::KeyPerson,
        "De club heeft sinds de zomer geen jeugd meer.",
        &[],
        &[],
    );
    club.contact = Some((ContactId(id(62)), "Secretaris duivenclub".into()));
    club.signal = Some(SignalId(id(71)));
    StudyView {
        id: STUDY,
        name: "De Akkers".into(),
        district: "De Akkers".into(),
        question: "Waar vinden mensen elkaar, en wie valt erbuiten?".into(),
        begun: line().begun,
        ended: None,
        themes: counts
            .map(|(name, count)| ThemeCount {
                name: name.into(),
                count,
            })
            .into(),
        interviews: vec![
            interview(
                SHOP,
                InterviewRole::Entrepreneur,
                "De bakker was de huiskamer. Je komt hier niemand meer tegen.",
                &["Eenzaamheid", "Winkels"],
                if clash { both } else { one },
            ),
            stairs,
            club,
        ],
        total: 3,
        clashes: vec![],
        mark: SyncMark::WithTeam,
    }
}

fn bare() -> StudyView {
    StudyView {
        district: String::new(),
        question: String::new(),
        themes: vec![],
        interviews: vec![],
        total: 0,
        ..study(false)
    }
}

pub fn report() -> StudyReport {
    let quote = |id, role, text: &str, tells: &[Tell]| ReportQuote {
        interview: id,
        role,
        text: text.into(),
        tells: tells.to_vec(),
    };
    StudyReport {
        id: STUDY,
        name: "De Akkers".into(),
        district: "De Akkers".into(),
        question: study(false).question,
        begun: line().begun,
        ended: None,
        counts: [1, 1, 1],
        themes: vec![
            ReportTheme {
                name: "Eenzaamheid".into(),
                counts: [1, 1, 0],
                quotes: vec![
                    quote(
                        SHOP,
                        InterviewRole::Entrepreneur,
                        "De bakker was de huiskamer.",
                        &[],
                    ),
                    quote(
                        STAIRS,
                        InterviewRole::Resident,
                        "Alleen Annie van de Dahliastraat 12 groet nog.",
                        &[
                            Tell::Name("Annie".into()),
                            Tell::Address("Dahliastraat 12".into()),
                        ],
                    ),
                ],
            },
            ReportTheme {
                name: "Winkels".into(),
                counts: [0, 1, 0],
                quotes: vec![],
            },
        ],
        text: "Zet een bank op het plein.".into(),
        tells: vec![],
    }
}

/// Returns the reply if the request is one of these.
pub fn answer(request: &Request, is: &impl Fn(&str) -> bool) -> Option<Result<Response, Error>> {
    Some(Ok(match request {
        Request::ReadStudies(_) if is("study") => Response::ReadStudies(vec![line(), ended()]),
        Request::ReadStudies(_) => Response::ReadStudies(vec![]),
        Request::ReadStudy(_) if is("bare") => Response::ReadStudy(bare()),
        Request::ReadStudy(_) => Response::ReadStudy(study(is("clash"))),
        Request::ReadStudyReport(_) => Response::ReadStudyReport(report()),
        Request::CreateStudy(new) if new.name.is_empty() => return Some(Err(Error::Empty)),
        Request::CreateStudy(_) => Response::CreateStudy(STUDY),
        Request::SetStudyField(_) => Response::SetStudyField(()),
        Request::SetTheme(new) if new.theme.is_empty() => return Some(Err(Error::Empty)),
        Request::SetTheme(_) => Response::SetTheme(()),
        Request::SaveInterview(new) if new.text.trim().is_empty() => {
            return Some(Err(Error::Empty));
        }
        Request::SaveInterview(_) => Response::SaveInterview(()),
        Request::SetMark(_) => Response::SetMark(()),
        Request::SetInterviewRole(_) => Response::SetInterviewRole(()),
        Request::SetQuote(_) => Response::SetQuote(()),
        Request::SetInterviewContact(_) => Response::SetInterviewContact(()),
        Request::MakeHelpSignal(_) => Response::MakeHelpSignal(SignalId(id(71))),
        _ => return None,
    }))
}
