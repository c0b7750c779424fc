//! What a colleague changed and what two people wrote differently, as view models.

use chrono::Days;
use voorveld_core::CaseId;
use voorveld_core::model::*;
use voorveld_core::view::*;

use super::data::{PIGEONS, T, at, id, today};

fn met(text: &str, channel: Channel, time: &str) -> NewsPart {
    NewsPart::Encounter {
        text: text.into(),
        channel,
        at: at(1, time),
    }
}

pub fn colleague_news() -> Vec<News> {
    vec![News {
        person: "Bas".into(),
        count: 2,
        lines: vec![
            NewsLine {
                place: NewsPlace::Case(PIGEONS),
                name: "Duivenman".into(),
                danger: true,
                parts: vec![
                    NewsPart::Danger("Zakmes in de la.".into()),
                    NewsPart::Promise {
                        text: "een helm".into(),
                        who: "wij".into(),
                        due: Some(today() + Days::new(2)),
                        time: None,
                    },
                    met(
                        "Groette vandaag uit zichzelf, bij de fontein.",
                        Channel::Street,
                        "07:20",
                    ),
                ],
            },
            NewsLine {
                place: NewsPlace::Case(T),
                name: "T.".into(),
                danger: false,
                parts: vec![met(
                    "Zoekt een plek om zijn brommer te stallen. Oma belt.",
                    Channel::Home,
                    "15:10",
                )],
            },
        ],
    }]
}

/// Two numbers for one case.
pub fn clashes() -> Vec<ClashLine> {
    vec![ClashLine {
        of: Clashed::Case {
            case: CaseId(id(4)),
            fields: vec![Clash {
                field: CaseField::Phone,
                values: [("0612345678", "Noor"), ("0687654321", "Bas")]
                    .map(|(value, by)| ClashValue {
                        value: value.into(),
                        by: by.into(),
                        at: at(1, "10:00"),
                    })
                    .to_vec(),
            }],
            parties: vec![],
        },
        name: "Meneer P.".into(),
        danger: false,
    }]
}
