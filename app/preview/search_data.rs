//! Sample search results.

use voorveld_core::ContactId;
use voorveld_core::model::*;
use voorveld_core::view::*;

use super::data::*;

fn spans(pieces: &[(&str, bool)]) -> Vec<Span> {
    pieces
        .iter()
        .map(|(text, matched)| Span {
            text: (*text).into(),
            matched: *matched,
        })
        .collect()
}

pub fn found() -> SearchResult {
    SearchResult {
        cases: Found::from(vec![CaseHit {
            case: cases()[0].clone(),
            name: spans(&[("Dui", true), ("venman", false)]),
            text: vec![],
        }]),
        encounters: Found::from(vec![
            EncounterHit {
                place: NewsPlace::Case(PIGEONS),
                name: "Duivenman".into(),
                danger: true,
                text: spans(&[
                    ("“Zo’n ", false),
                    ("dui", true),
                    ("f bedriegt je niet.”", false),
                ]),
                channel: Channel::Home,
                at: at(12, "10:00"),
                by: "Noor".into(),
            },
            EncounterHit {
                place: NewsPlace::Case(G),
                name: "Mevr. A.".into(),
                danger: false,
                text: spans(&[
                    ("Poetst dagelijks het ", false),
                    ("dui", true),
                    ("venhok van de buren.", false),
                ]),
                channel: Channel::Street,
                at: at(20, "10:00"),
                by: "Bas".into(),
            },
        ]),
        contacts: Found::from(vec![ContactHit {
            contact: contact(62, "Secretaris duivenclub", "", "0201234567"),
            name: spans(&[("Secretaris ", false), ("dui", true), ("venclub", false)]),
            text: vec![],
        }]),
        studies: vec![],
        behind: false,
    }
}

pub fn who_options() -> Vec<WhoOption> {
    vec![
        WhoOption {
            who: Who::Case(G),
            name: "G.".into(),
            danger: false,
            about: "De Akkers".into(),
            named: true,
        },
        WhoOption {
            who: Who::Case(PIGEONS),
            name: "Duivenman".into(),
            danger: true,
            about: "Marktplein".into(),
            named: true,
        },
        WhoOption {
            who: Who::Contact(ContactId(id(61))),
            name: "Groenteman".into(),
            danger: false,
            about: "kent iedereen op straat".into(),
            named: true,
        },
    ]
}

pub fn choices() -> CaseChoices {
    let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    CaseChoices {
        districts: all(&["De Akkers", "Markt"]),
        problems: all(&["woonoverlast", "psychiatrie", "verslaving"]),
        leads: all(&["Noor", "Bas"]),
    }
}
