//! A change in a few words, so that several read as one sentence.

use chrono::NaiveDate;
use voorveld_core::model::{CaseField, CaseStatus, ClosingWhat, PartyState};
use voorveld_core::view::{Language, NewsPart};

use crate::hooks::Clock;
use crate::pages::purposes;
use crate::{format, t_in};

/// Formats a change: "zakmes in de la", "belooft helm, donderdag", "overgedragen aan wijkteam".
pub fn words(language: Language, part: &NewsPart, by: &str, today: NaiveDate) -> String {
    match part {
        NewsPart::Danger(text) => text.clone(),
        NewsPart::DangerEnded(text) => t_in!(language, "news-danger-ended", text: text.clone()),
        NewsPart::Trust(step) => {
            t_in!(language, "news-trust", step: format::trust(language, *step))
        }
        NewsPart::Field { field, value } => field_words(language, *field, value),
        NewsPart::Promise {
            text,
            who,
            due,
            time,
        } => {
            let mut promise = match who.as_str() {
                "" | "wij" | "we" => t_in!(language, "news-promise", text: text.clone()),
                who if who == by => t_in!(language, "news-promise", text: text.clone()),
                who => t_in!(
                    language, "news-promise-of", text: text.clone(), who: who.to_owned()
                ),
            };
            for more in [
                due.map(|day| format::relative_day_ahead(language, day, today)),
                time.map(format::time),
            ]
            .into_iter()
            .flatten()
            {
                promise.push_str(", ");
                promise.push_str(&more);
            }
            promise
        }
        NewsPart::Kept(text) => t_in!(language, "news-kept", text: text.clone()),
        NewsPart::HandedOver { to } if to.is_empty() => t_in!(language, "news-handed-over"),
        NewsPart::HandedOver { to } => {
            t_in!(language, "news-handed-over-to", name: to.clone())
        }
        NewsPart::Decision { kind, text } => {
            with_text(format::decision_kind(language, *kind).to_lowercase(), text)
        }
        NewsPart::Closing {
            what: ClosingWhat::Reopened,
            text,
            ..
        } => with_text(t_in!(language, "closing-reopened").to_lowercase(), text),
        NewsPart::Closing { outcome, text, .. } => {
            let closed = t_in!(language, "closing-closed").to_lowercase();
            match outcome {
                Some(outcome) if text.is_empty() => {
                    with_text(closed, &format::outcome(language, *outcome))
                }
                _ => with_text(closed, text),
            }
        }
        NewsPart::Party {
            name,
            state: PartyState::Needed,
        } => with_text(t_in!(language, "party-needed"), name),
        NewsPart::Party { name, .. } => with_text(t_in!(language, "party-scrapped"), name),
        NewsPart::Expense { cents, purpose } => {
            let money = format::money(language, *cents);
            if purpose.is_empty() {
                money
            } else {
                format!("{money} {}", purposes::shown(language, purpose))
            }
        }
        NewsPart::Relation { kind, name, ended } => {
            let relation = format!("{} {name}", format::relation(language, *kind));
            if *ended {
                t_in!(language, "news-relation-ended", relation: relation)
            } else {
                relation
            }
        }
        NewsPart::OnAgenda(question) => with_text(t_in!(language, "news-on-agenda"), question),
        NewsPart::OffAgenda => t_in!(language, "news-off-agenda"),
        NewsPart::CoreTeam(text) => t_in!(language, "news-core-team", text: text.clone()),
        NewsPart::NewCase => t_in!(language, "news-new-case"),
        NewsPart::Encounter { text, .. } => text.clone(),
    }
}

/// Formats how and when an encounter took place; empty for other changes.
pub fn meta(language: Language, part: &NewsPart, clock: Clock) -> String {
    match part {
        NewsPart::Encounter { channel, at, .. } => format!(
            "{} · {}",
            format::channel(language, *channel),
            format::moment(language, clock.local(*at), clock.today()),
        ),
        _ => String::new(),
    }
}

fn field_words(language: Language, field: CaseField, value: &str) -> String {
    match field {
        CaseField::Lead if !value.is_empty() => {
            return t_in!(language, "goes-ahead", name: value.to_owned());
        }
        CaseField::Cover if !value.is_empty() => {
            return t_in!(language, "cover-fills-in", name: value.to_owned());
        }
        _ => {}
    }
    let value = match field {
        CaseField::Phone => format::phone(value),
        CaseField::Status => CaseStatus::from_word(value).map_or_else(
            || value.to_owned(),
            |status| format::status(language, status),
        ),
        _ => value.to_owned(),
    };
    let name = format::case_field(language, field).to_lowercase();
    if value.is_empty() {
        t_in!(language, "news-field-empty", field: name)
    } else {
        with_text(name, &value)
    }
}

fn with_text(what: String, text: &str) -> String {
    if text.is_empty() {
        what
    } else {
        format!("{what}: {text}")
    }
}
