//! A fictional duo and the people they know, as view models for the preview and for tests.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{
    CaseId, CommitmentId, ContactId, EncounterId, PersonId, SafetyFactId, SignalId, day,
};

/// The day on which everything is shown.
pub const TODAY: &str = "2025-11-18";

pub fn today() -> NaiveDate {
    TODAY.parse().expect("a date")
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Returns a local time of day, `days_ago` days before today.
pub fn at(days_ago: u64, time: &str) -> DateTime<Utc> {
    let time: NaiveTime = format!("{time}:00").parse().expect("a time");
    day::at(today() - Days::new(days_ago), time)
}

pub const PIGEONS: CaseId = CaseId(Uuid::from_u128(1));
pub const G: CaseId = CaseId(Uuid::from_u128(2));
pub const T: CaseId = CaseId(Uuid::from_u128(3));

fn line(
    number: u128,
    name: &str,
    place: &str,
    trust: TrustStep,
    lead: &str,
    days: u64,
) -> CaseLine {
    CaseLine {
        id: CaseId(id(number)),
        name: name.into(),
        danger: number == 1,
        place: place.into(),
        trust,
        status: CaseStatus::Open,
        lead: lead.into(),
        last_contact: Some(at(days, "10:00")),
        sensitive: number == 5,
        clash: number == 4,
    }
}

pub fn cases() -> Vec<CaseLine> {
    use TrustStep::*;
    let mut cases = vec![
        line(1, "Duivenman", "Marktplein", Door, "Noor", 0),
        line(2, "G.", "De Akkers", Inside, "Bas", 0),
        line(3, "T.", "Oost", Inside, "Bas", 1),
        line(4, "Meneer P.", "Dahliastraat", Door, "Noor", 4),
        line(5, "Y.", "Markt", Trust, "Noor", 5),
        line(6, "Mevr. K.", "De Akkers", Outside, "Bas", 12),
        line(7, "Gezin V.", "Haven", Trust, "", 33),
        line(8, "مريم", "Oost", Outside, "Noor", 51),
    ];
    cases.push(CaseLine {
        status: CaseStatus::HandedOver,
        ..line(9, "De heer W.", "Haven", Trust, "Bas", 90)
    });
    cases
}

pub fn commitment(number: u128, case: u128, name: &str, text: &str) -> CommitmentLine {
    CommitmentLine {
        id: CommitmentId(id(number)),
        case: CaseId(id(case)),
        case_name: name.into(),
        danger: case == 1,
        text: text.into(),
        who: String::new(),
        due: Some(today()),
        time: None,
        done: false,
        mark: SyncMark::WithTeam,
    }
}

pub fn equal() -> SyncState {
    SyncState {
        in_team: true,
        last_success: Some(at(0, "07:55")),
        partners: vec![PartnerView {
            name: "Bas".into(),
            equal: true,
            equal_at: Some(at(0, "07:55")),
        }],
        words: ["appel", "kade", "merel", "zolder"]
            .map(String::from)
            .to_vec(),
        ..SyncState::default()
    }
}

fn signal(number: u128, source: &str, text: &str, days: u64) -> SignalLine {
    SignalLine {
        id: SignalId(id(number)),
        source: source.into(),
        rested_until: None,
        text: text.into(),
        channel: Channel::Phone,
        at: at(days, "19:05"),
        by: "Noor".into(),
        mark: SyncMark::WithTeam,
    }
}

pub fn first_screen() -> Today {
    Today {
        date: today(),
        sync: equal(),
        commitments: vec![
            CommitmentLine {
                due: Some(today() - Days::new(1)),
                ..commitment(21, 4, "Meneer P.", "Woningstichting bellen")
            },
            CommitmentLine {
                time: NaiveTime::from_hms_opt(10, 0, 0),
                who: "Bas".into(),
                ..commitment(22, 2, "G.", "Warme sokken langsbrengen")
            },
            CommitmentLine {
                time: NaiveTime::from_hms_opt(14, 30, 0),
                who: "gaat zelf mee".into(),
                ..commitment(23, 5, "Y.", "Naar het loket voor een pas")
            },
        ],
        commitment_count: 3,
        look_again_count: super::decision_answers::look_again().len() as u32,
        look_again: super::decision_answers::look_again(),
        news: super::news_data::colleague_news(),
        news_unseen: Some(7),
        clashes: super::news_data::clashes(),
        signals: vec![
            SignalLine {
                mark: SyncMark::OnlyHere,
                ..signal(
                    31,
                    "Buurvrouw, Dahliastraat",
                    "Gordijnen al dagen dicht op 14.",
                    1,
                )
            },
            signal(32, "", "Winkelwagen vol dekens achter de bibliotheek.", 3),
        ],
        signal_count: 2,
        not_seen: vec![cases()[6].clone(), cases()[7].clone()],
        not_seen_count: 2,
        first_day: false,
    }
}

pub fn empty_screen() -> Today {
    Today {
        commitments: vec![],
        commitment_count: 0,
        news: vec![],
        news_unseen: None,
        clashes: vec![],
        signals: vec![],
        signal_count: 0,
        not_seen: vec![],
        not_seen_count: 0,
        first_day: true,
        ..first_screen()
    }
}

fn entry(
    number: u128,
    days: u64,
    time: &str,
    channel: Channel,
    text: &str,
    by: &str,
) -> TimelineEntry {
    TimelineEntry {
        id: EncounterId(id(number)),
        signal: None,
        at: at(days, time),
        said: None,
        channel,
        text: text.into(),
        by: by.into(),
        contested: false,
        mark: SyncMark::WithTeam,
    }
}

pub fn timeline() -> Vec<TimelineEntry> {
    vec![
        TimelineEntry {
            mark: SyncMark::OnlyHere,
            ..entry(
                41,
                0,
                "10:06",
                Channel::Street,
                "Emmer voer gebracht. Wil niet naar de opvang, wel een dichte jas.",
                "Noor",
            )
        },
        entry(
            42,
            1,
            "16:20",
            Channel::Street,
            "Groette terug, voor het eerst.",
            "Bas",
        ),
        entry(
            43,
            1,
            "11:30",
            Channel::Meeting,
            "Plek in de loods kan vanaf januari.",
            "Bas",
        ),
        entry(
            44,
            4,
            "09:00",
            Channel::Home,
            "Mocht één krat de trap op dragen.",
            "Noor",
        ),
        TimelineEntry {
            signal: Some(SignalId(id(32))),
            ..entry(
                45,
                12,
                "08:45",
                Channel::Phone,
                "Conciërge: hij voert om zes uur.",
                "Noor",
            )
        },
    ]
}

fn safety(number: u128, text: &str) -> SafetyFact {
    SafetyFact {
        id: SafetyFactId(id(number)),
        text: text.into(),
        by: "Bas".into(),
        at: at(20, "12:00"),
    }
}

pub fn pigeons() -> CaseView {
    CaseView {
        id: PIGEONS,
        together: Together::default(),
        number: "2025-014".into(),
        name: "Duivenman".into(),
        address: "Marktplein 8".into(),
        postcode: "1234 AB".into(),
        district: "Centrum".into(),
        phone: "+31612345678".into(),
        called: "meneer De Wit".into(),
        lead: "Noor".into(),
        cover: String::new(),
        cover_until: None,
        crisis: CrisisCard::default(),
        weeks: Some(Weeks {
            now: 12,
            of: 16,
            ask: false,
        }),
        status: CaseStatus::Open,
        what_matters: "Dat er iedere morgen voer voor de duiven is.".into(),
        safety: vec![
            safety(51, "Wordt boos als je over geld begint."),
            safety(52, "Gang staat vol: ga niet verder dan de mat."),
        ],
        does: "begin over de witte doffer".into(),
        donts: "aanspreken onder het voeren".into(),
        commitments: vec![CommitmentLine {
            due: Some(today() + Days::new(3)),
            who: "wij".into(),
            ..commitment(24, 1, "Duivenman", "Navragen of hij op de kade mag voeren")
        }],
        last_three: timeline().into_iter().skip(1).take(3).collect(),
        encounters: 41,
        around: vec![
            AroundLine {
                contact: ContactId(id(61)),
                name: "Groenteman".into(),
                note: "kent hem van vroeger".into(),
                phone: "0612345678".into(),
            },
            AroundLine {
                contact: ContactId(id(62)),
                name: "Secretaris duivenclub".into(),
                note: "zoekt iemand voor het hok".into(),
                phone: String::new(),
            },
        ],
        relations: vec![],
        safety_ended: vec![],
        trust: TrustStep::Door,
        trust_history: vec![TrustChange {
            step: TrustStep::Outside,
            by: "Bas".into(),
            at: at(60, "09:00"),
        }],
        problems: vec!["vervuiling".into()],
        sensitive: false,
        reported_by: "Woningstichting".into(),
        reported_on: Some(today() - Days::new(80)),
        background: "Werkte dertig jaar in de haven.".into(),
        closings: vec![],
        parties: vec![],
        party_steps: vec![],
        clashes: vec![],
        mark: SyncMark::WithTeam,
    }
}

/// A case with conflicts: two phone numbers and two sentences for what matters.
pub fn clashing() -> CaseView {
    let value = |value: &str, by: &str, days, time| ClashValue {
        value: value.into(),
        by: by.into(),
        at: at(days, time),
    };
    CaseView {
        clashes: vec![
            Clash {
                field: CaseField::Phone,
                values: vec![
                    value("+31612345678", "Noor", 0, "10:08"),
                    value("+31687654321", "Bas", 1, "16:25"),
                ],
            },
            Clash {
                field: CaseField::WhatMatters,
                values: vec![
                    value(
                        "Dat er iedere morgen voer voor de duiven is.",
                        "Noor",
                        0,
                        "10:09",
                    ),
                    value("Zijn vogels.", "Bas", 1, "16:26"),
                ],
            },
        ],
        ..pigeons()
    }
}

/// A case with only a name.
pub fn bare() -> CaseView {
    CaseView {
        together: Together {
            empty: true,
            ..Together::default()
        },
        id: T,
        number: String::new(),
        name: "T.".into(),
        address: String::new(),
        postcode: String::new(),
        district: String::new(),
        phone: String::new(),
        lead: String::new(),
        called: String::new(),
        what_matters: String::new(),
        safety: vec![],
        does: String::new(),
        donts: String::new(),
        commitments: vec![],
        last_three: vec![],
        encounters: 0,
        around: vec![],
        trust: TrustStep::Outside,
        trust_history: vec![],
        problems: vec![],
        reported_by: String::new(),
        reported_on: None,
        background: String::new(),
        ..pigeons()
    }
}

pub fn a_signal() -> SignalView {
    SignalView {
        id: SignalId(id(31)),
        text: "Gordijnen al dagen dicht op 14.".into(),
        channel: Channel::Phone,
        source: "Buurvrouw, Dahliastraat".into(),
        at: at(1, "19:05"),
        by: "Noor".into(),
        state: SignalState::Open,
        resting_until: None,
        cases: vec![],
        mark: SyncMark::OnlyHere,
    }
}

pub fn resting_signal() -> SignalView {
    SignalView {
        state: SignalState::Resting,
        resting_until: today().checked_add_days(Days::new(7)),
        source: "Wijkagent".into(),
        ..a_signal()
    }
}

pub fn contact(number: u128, name: &str, about: &str, phone: &str) -> ContactLine {
    ContactLine {
        id: ContactId(id(number)),
        name: name.into(),
        about: about.into(),
        district: "De Akkers".into(),
        phone: phone.into(),
        last_contact: Some(at(4, "12:00")),
        clash: false,
    }
}

pub fn team() -> TeamView {
    TeamView {
        name: "Oosterhage".into(),
        server: "voorveld.oosterhage.nl".into(),
        me: "Noor".into(),
        members: vec![
            (PersonId(id(71)), "Noor".into()),
            (PersonId(id(72)), "Bas".into()),
        ],
        sync: equal(),
        only_here: vec![OnlyHereLine {
            name: "G.".into(),
            counts: WorkCounts {
                encounters: 2,
                ..WorkCounts::default()
            },
        }],
        news: super::news_data::colleague_news(),
        news_unseen: Some(7),
        to_settle: ToSettle {
            clashes: super::news_data::clashes(),
            moves: vec![super::gone_data::moved_twice()],
            signals: vec![signal(
                31,
                "Buurvrouw, Dahliastraat",
                "Gordijnen al dagen dicht op 14.",
                0,
            )],
            look_again: super::decision_answers::look_again(),
        },
        last_sent: 6,
    }
}
