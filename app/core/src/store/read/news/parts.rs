//! The kinds of changes that are told, each read from its own table.

use rusqlite::Row;

use super::super::case::time_of_day;
use super::super::safety::danger;
use super::super::{moment, parsed};
use crate::Cents;
use crate::model::{
    CaseField, Channel, ClosingWhat, DecisionKind, Outcome, PartyState, RelationKind, TrustStep,
};
use crate::store::project::news::FIELDS;
use crate::view::NewsPart;

/// A kind of change.
pub(super) struct Source {
    /// The part in `news`, which is the key of a collection or field.
    part: &'static str,
    /// Columns to read besides those of `news n` and the case `c`.
    columns: &'static str,
    /// How the entry is found.
    join: &'static str,
    /// Reads the change; `None` if it was undone since, or stands elsewhere.
    pub(super) read: fn(&Row<'_>) -> rusqlite::Result<Option<NewsPart>>,
}

impl Source {
    /// Formats the query: changes since generation `?1`, the newest `?2`.
    pub(super) fn sql(&self) -> String {
        let Self {
            part,
            columns,
            join,
            ..
        } = self;
        let danger = danger!("c.id");
        format!(
            "SELECT n.document, n.part, n.what, n.arrived, c.name, coalesce(p.name, '') AS by_name,
                    {danger}, {columns}
             FROM news n JOIN cases c ON c.id = n.document {join} {AUTHOR}
             WHERE n.part IN ({part}) AND n.arrived >= ?1 ORDER BY n.arrived DESC, n.id DESC LIMIT ?2"
        )
    }
}

/// Finds the author of `news n`: a person, or the user of a device that was not known yet.
pub(super) const AUTHOR: &str = "LEFT JOIN people p ON p.id = n.by OR p.actor = lower(hex(n.by))";

/// Changes of a field: `part` is its key.
const FIELD_KEYS: &str = "'name', 'address', 'postcode', 'district', 'phone', 'what_matters', 'do',
    'dont', 'lead', 'status', 'cover'";

/// Every kind of change but encounters.
pub(super) const SOURCES: [Source; 10] = [
    Source {
        part: "'safety'",
        columns: "e.text, e.ended IS NOT NULL AS ended",
        join: "JOIN safety e ON e.document = n.document AND e.id = n.id",
        read: |row| {
            let text = row.get("text")?;
            let told_ended = row.get::<_, String>("what")? == "ended";
            Ok(match (row.get("ended")?, told_ended) {
                (true, true) => Some(NewsPart::DangerEnded(text)),
                (false, _) => Some(NewsPart::Danger(text)),
                // Ended on this phone.
                (true, false) => None,
            })
        },
    },
    Source {
        part: FIELD_KEYS,
        columns:
            "c.address, c.postcode, c.district, c.phone, c.what_matters, c.does, c.donts, c.lead,
            c.status, c.cover",
        join: "",
        read: field,
    },
    Source {
        part: "'trust'",
        columns: "e.step",
        // Of several steps only the last one.
        join: "JOIN trust e ON e.document = n.document AND e.id = n.id AND NOT EXISTS (
            SELECT 1 FROM trust l WHERE l.document = e.document AND (l.at, l.id) > (e.at, e.id))",
        read: |row| {
            let step = TrustStep::from_word(&row.get::<_, String>("step")?);
            Ok(Some(NewsPart::Trust(step)))
        },
    },
    Source {
        part: "'commitments'",
        columns: "e.text, e.who, e.due, e.time, e.done",
        join: "JOIN commitments e ON e.document = n.document AND e.id = n.id",
        read: |row| {
            let text = row.get("text")?;
            let told_done = row.get::<_, String>("what")? == "done";
            Ok(match (row.get("done")?, told_done) {
                (true, true) => Some(NewsPart::Kept(text)),
                (false, _) => Some(NewsPart::Promise {
                    text,
                    who: row.get("who")?,
                    due: parsed(row, "due")?,
                    time: time_of_day(row)?,
                }),
                // Ticked off on this phone.
                (true, false) => None,
            })
        },
    },
    Source {
        part: "'decisions'",
        columns: "e.kind, e.shared_with, CASE WHEN e.goal = '' THEN e.why ELSE e.goal END AS text,
            e.kind = 'share' AND e.root = e.id AND h.id IS NOT NULL AND c.status = 'handed_over'
              AS handed_over",
        join:
            "JOIN decisions e ON e.document = n.document AND e.id = n.id
            LEFT JOIN news h ON h.document = n.document AND h.part = 'status' AND h.id = n.document",
        read: |row| {
            Ok(Some(match row.get("handed_over")? {
                true => NewsPart::HandedOver {
                    to: row.get("shared_with")?,
                },
                false => NewsPart::Decision {
                    kind: DecisionKind::from_word(&row.get::<_, String>("kind")?),
                    text: row.get("text")?,
                },
            }))
        },
    },
    Source {
        part: "'closings'",
        columns: "e.what AS closing, e.outcome, e.text",
        join: "JOIN closings e ON e.document = n.document AND e.id = n.id",
        read: |row| {
            let what = ClosingWhat::from_word(&row.get::<_, String>("closing")?);
            Ok(Some(NewsPart::Closing {
                what: what.unwrap_or(ClosingWhat::Reopened),
                outcome: Outcome::from_word(&row.get::<_, String>("outcome")?),
                text: row.get("text")?,
            }))
        },
    },
    Source {
        part: "'parties'",
        columns: "e.name AS party, e.state",
        // Of several changes of one organisation only what holds now.
        join: "JOIN party_changes d ON d.document = n.document AND d.id = n.id
            JOIN parties e ON e.document = d.document AND e.id = d.party AND e.state = d.state",
        read: |row| {
            Ok(Some(NewsPart::Party {
                name: row.get("party")?,
                state: PartyState::from_word(&row.get::<_, String>("state")?).unwrap_or_default(),
            }))
        },
    },
    Source {
        part: "'expenses'",
        columns: "e.cents, e.purpose",
        join: "JOIN expenses e ON e.document = n.document AND e.id = n.id AND e.counted",
        read: |row| {
            Ok(Some(NewsPart::Expense {
                cents: Cents(row.get("cents")?),
                purpose: row.get("purpose")?,
            }))
        },
    },
    Source {
        part: "'relations'",
        columns: "e.kind, e.ended, coalesce(o.name, k.name) AS other",
        join: "JOIN relations e ON e.document = n.document AND e.id = n.id
            LEFT JOIN cases o ON o.id = e.other LEFT JOIN contacts k ON k.id = e.other",
        read: |row| {
            let kind = RelationKind::from_word(&row.get::<_, String>("kind")?);
            let name: Option<String> = row.get("other")?;
            let ended = row.get("ended")?;
            Ok(kind
                .zip(name)
                .map(|(kind, name)| NewsPart::Relation { kind, name, ended }))
        },
    },
    Source {
        part: "'agenda'",
        columns: "e.question, e.decision, e.off, e.meeting IS NOT NULL AS decided",
        join: "JOIN agenda e ON e.document = n.document AND e.id = n.id",
        read: |row| {
            Ok(Some(match (row.get("decided")?, row.get("off")?) {
                (true, _) => NewsPart::CoreTeam(row.get("decision")?),
                (false, true) => NewsPart::OffAgenda,
                (false, false) => NewsPart::OnAgenda(row.get("question")?),
            }))
        },
    },
];

fn field(row: &Row<'_>) -> rusqlite::Result<Option<NewsPart>> {
    let part: String = row.get("part")?;
    let is_new = row.get::<_, String>("what")? == "new";
    let Some((field, column)) = FIELDS.into_iter().find(|(field, _)| field.key() == part) else {
        return Ok(None);
    };
    if is_new {
        // A new case is told as one change, with what matters and who goes ahead.
        return Ok(match field {
            CaseField::Name => Some(NewsPart::NewCase),
            CaseField::WhatMatters | CaseField::Lead => Some(NewsPart::Field {
                field,
                value: row.get(column)?,
            }),
            _ => None,
        });
    }
    Ok(Some(NewsPart::Field {
        field,
        value: row.get(column)?,
    }))
}

/// Encounters, interviews and signals of others that arrived since generation `?1`. A signal in the
/// inbox stands there, and one from an interview is told with the interview; one that was linked is
/// told with the case.
pub(super) const ENCOUNTERS: &str = concat!(
    "SELECT coalesce(l.case_id, e.document) AS document,
            CASE WHEN l.case_id IS NULL THEN e.kind ELSE 1 END AS kind,
            e.at, e.channel, e.text, e.arrived,
            coalesce(c.name, k.name, s.name, e.source) AS name, coalesce(p.name, '') AS by_name, ",
    danger!("c.id"),
    " FROM encounters e
    LEFT JOIN signal_links l ON l.signal = e.document
    LEFT JOIN cases c ON c.id = coalesce(l.case_id, e.document)
    LEFT JOIN contacts k ON k.id = e.document
    LEFT JOIN studies s ON s.id = e.document
    LEFT JOIN people p ON p.id = e.by
    WHERE e.arrived >= ?1 AND e.arrived IS NOT NULL AND e.by != ?2
      AND e.by != zeroblob(16) AND NOT e.open
      AND NOT (e.kind = 3 AND EXISTS (SELECT 1 FROM interviews i WHERE i.signal = e.document))"
);

/// Reads an encounter.
pub(super) fn encounter(row: &Row<'_>) -> rusqlite::Result<NewsPart> {
    Ok(NewsPart::Encounter {
        text: row.get("text")?,
        channel: Channel::from_word(&row.get::<_, String>("channel")?),
        at: moment(row, "at")?,
    })
}
