//! The fictional duo's network and a list to import, as view models for the preview and for tests.

use voorveld_core::api::ReadNetwork;
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{ContactId, EncounterId};

use super::data::{at, contact, id};

fn known(number: u128, name: &str, about: &str, district: &str, days: Option<u64>) -> ContactLine {
    ContactLine {
        district: district.into(),
        last_contact: days.map(|days| at(days, "12:00")),
        ..contact(number, name, about, "0612345678")
    }
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|word| (*word).to_owned()).collect()
}

/// The contacts that match the query.
pub fn network(ask: &ReadNetwork) -> Network {
    let all = [
        known(63, "Sportschoolleraar", "jongeren", "De Akkers", Some(63)),
        known(64, "Bezoekbroeder", "ouderen, alleen", "Markt", Some(49)),
        known(
            65,
            "Huismeester",
            "weet wie niet opendoet",
            "De Akkers",
            Some(1),
        ),
        known(66, "Imam", "gezinnen, schulden", "De Akkers", Some(5)),
        known(
            67,
            "Wijkagent",
            "meldingen van de nacht",
            "De Akkers",
            Some(0),
        ),
        known(
            61,
            "Groenteman",
            "kent iedereen op straat",
            "Markt",
            Some(4),
        ),
        ContactLine {
            phone: String::new(),
            ..known(68, "Buurvrouw van 14", "", "", None)
        },
    ];
    let text = ask.text.trim().to_lowercase();
    let found: Vec<ContactLine> = all
        .into_iter()
        .filter(|line| {
            ask.district
                .as_ref()
                .is_none_or(|name| *name == line.district)
        })
        .filter(|line| ask.tags.iter().all(|tag| line.about.contains(tag)))
        .filter(|line| {
            format!("{} {} {}", line.name, line.about, line.district)
                .to_lowercase()
                .split([' ', ','])
                .any(|word| word.starts_with(&text))
        })
        .collect();
    let in_district = |name: &str, more: u32| {
        let contacts: Vec<ContactLine> = found
            .iter()
            .filter(|line| line.district == name)
            .cloned()
            .collect();
        District {
            name: name.into(),
            total: contacts.len() as u32 + more,
            contacts,
        }
    };
    let all = text.is_empty() && ask.district.is_none() && ask.tags.is_empty();
    let more = if all { 2 } else { 0 };
    Network {
        long_unspoken: if all {
            found.iter().take(2).cloned().collect()
        } else {
            vec![]
        },
        districts: [
            in_district("De Akkers", more),
            in_district("Markt", 0),
            in_district("", 0),
        ]
        .into_iter()
        .filter(|district| !district.contacts.is_empty())
        .collect(),
        total: found.len() as u32 + more,
        tags: words(&["jongeren", "ouderen", "gezinnen"]),
        all_districts: words(&["De Akkers", "Markt"]),
    }
}

/// A contact with every field filled in.
pub fn greengrocer() -> ContactView {
    let talk = |number, days, text: &str, mark| TimelineEntry {
        id: EncounterId(id(number)),
        signal: None,
        at: at(days, "12:00"),
        said: None,
        channel: Channel::Street,
        text: text.into(),
        by: "Noor".into(),
        contested: false,
        mark,
    };
    ContactView {
        id: ContactId(id(61)),
        texts: [
            (ContactField::Name, "Groenteman"),
            (ContactField::Role, "Marktkoopman"),
            (ContactField::Organisation, "Kraam 14"),
            (ContactField::District, "Markt"),
            (
                ContactField::WhatFor,
                "Kent iedereen op straat en zegt het als iemand wegblijft.",
            ),
            (ContactField::Phone, "0612345678"),
            (ContactField::Email, "kraam14@voorbeeld.nl"),
            (ContactField::Address, "Marktplein 8"),
            (
                ContactField::Note,
                "Staat er van dinsdag tot en met zaterdag. Liever niet bellen voor tien uur.",
            ),
        ]
        .map(|(field, text)| (field, text.to_owned()))
        .into_iter()
        .collect(),
        tags: words(&["ouderen"]),
        other_tags: words(&["jongeren", "gezinnen"]),
        talk_count: 2,
        talks: vec![
            talk(
                81,
                4,
                "Mevrouw K. kwam twee weken geen fruit halen.",
                SyncMark::OnlyHere,
            ),
            talk(82, 18, "Wil best een kratje meegeven.", SyncMark::WithTeam),
        ],
        last_contact: Some(at(4, "12:00")),
        relations: vec![],
        clashes: vec![],
        mark: SyncMark::WithTeam,
    }
}

/// A contact with two phone numbers in conflict.
pub fn clashing_contact() -> ContactView {
    let value = |value: &str, by: &str, days| ClashValue {
        value: value.into(),
        by: by.into(),
        at: at(days, "10:08"),
    };
    ContactView {
        clashes: vec![Clash {
            field: ContactField::Phone,
            values: vec![
                value("0612345678", "Noor", 0),
                value("0687654321", "Bas", 1),
            ],
        }],
        ..greengrocer()
    }
}

/// A contact with only a name.
pub fn bare_contact() -> ContactView {
    ContactView {
        id: ContactId(id(68)),
        texts: [(ContactField::Name, "Buurvrouw van 14".to_owned())]
            .into_iter()
            .collect(),
        tags: vec![],
        talk_count: 0,
        talks: vec![],
        ..greengrocer()
    }
}

fn row(line: u32, name: &str, about: &str, known: bool) -> ImportRow {
    ImportRow {
        line,
        name: name.into(),
        about: about.into(),
        known,
        ..ImportRow::default()
    }
}

/// A list with most of the problems that a list can have.
pub fn import() -> ImportPreview {
    let problem = |line, name: &str, reason| RowProblem {
        name: name.into(),
        ..RowProblem::on(line, reason)
    };
    let mut rows = vec![
        row(2, "Duivenman", "Marktplein 8 · Noor", true),
        row(3, "Mevr. van der Sluis", "Havenkade 3 · Bas", false),
        row(5, "Gezin O.", "De Akkers", false),
    ];
    rows.extend((0..120).map(|n| row(10 + n, &format!("Dossier {n}"), "Oost", false)));
    ImportPreview {
        token: id(91),
        kind: ImportKind::Cases,
        fresh: rows.iter().filter(|row| !row.known).count() as u32,
        rows,
        unsure: vec![],
        problems: vec![
            problem(4, "", ImportReason::NoName),
            problem(
                5,
                "Gezin O.",
                ImportReason::BadDate {
                    text: "31-02-2025".into(),
                },
            ),
            problem(6, "Duivenman", ImportReason::TwiceInFile { first_line: 2 }),
            problem(
                7,
                "De heer W.",
                ImportReason::OddPhone {
                    text: "via zijn zus".into(),
                },
            ),
        ],
    }
}

/// The same list, imported again.
pub fn import_again() -> ImportPreview {
    let rows: Vec<ImportRow> = import()
        .rows
        .into_iter()
        .take(3)
        .map(|row| ImportRow { known: true, ..row })
        .collect();
    ImportPreview {
        rows,
        fresh: 0,
        problems: vec![],
        ..import()
    }
}

/// The result of importing it.
pub fn imported() -> ImportReport {
    ImportReport {
        kind: ImportKind::Cases,
        added: 122,
        known: 1,
        left_out: 2,
    }
}

/// Past imports.
pub fn past_imports() -> Vec<PastImport> {
    let past = |id, name: &str, kind, added, days| PastImport {
        id,
        at: at(days, "08:12"),
        kind,
        name: name.into(),
        added,
    };
    vec![
        past(2, "dossierlijst.csv", ImportKind::Cases, 122, 0),
        past(1, "adresboek.vcf", ImportKind::Contacts, 1, 3),
    ]
}

/// The result of undoing the first one.
pub fn taken_back() -> TakenBack {
    TakenBack {
        gone: 120,
        stayed: words(&["Duivenman", "Gezin O."]),
    }
}

/// A list that raises questions.
pub fn import_asking() -> ImportPreview {
    let mut rows = import().rows;
    rows.truncate(3);
    rows[0].unseen = "belt nu wel".into();
    rows[1].like = Some(LooksLike {
        name: "Duivenman".into(),
        why: Likeness::Number,
    });
    rows[2].danger = vec!["heeft een mes".into()];
    ImportPreview {
        fresh: 2,
        rows,
        problems: vec![],
        unsure: vec![UnsureColumn {
            title: "Adres zwerfplek".into(),
            sample: "Dijk 1".into(),
            taken_as: Holds::Else,
            maybe: Holds::Address,
        }],
        ..import()
    }
}
