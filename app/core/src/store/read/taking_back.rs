//! One entry with its history, and what is gone from a page.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::put_right::corrections;
use super::{from_millis, id, moment};
use crate::api::{ReadEntry, ReadGone};
use crate::document::{
    Collection, Document, ExpenseWhat, Fate, Kind, Written, WrittenValue, id_text,
};
use crate::model::{Channel, EntryRef, Who};
use crate::store::{Read, Store};
use crate::view::{EntryChange, EntryView, EntryWas, GoneHow, GoneLine};
use crate::{CaseId, Cents, CommitmentId, ContactId, EncounterId, Error, ExpenseId, StudyId};

impl Read for ReadEntry {
    fn run(self, store: &mut Store) -> Result<EntryView, Error> {
        let source = store.source_of(self.entry)?;
        let money = match source.collection {
            Collection::Expenses => Some(store.spending(source)?),
            _ => None,
        };
        let document = store.open_document(source.document)?;
        let key = id_text(source.id);
        let (said, written, fate) = match source.kind {
            Kind::Signal => {
                let root = document.signal_root();
                let said = Some((root.at, root.channel, root.text));
                (said, document.root_history(), document.signal_fate())
            }
            kind => {
                let written = document.entry_history(source.collection, &key);
                let fate = document.fate(source.collection, &key);
                (said_in(self.entry, kind, &document, &key), written, fate)
            }
        };
        let linked = match source.kind {
            Kind::Signal => document.signal_root().links.first().copied(),
            _ => None,
        };
        store.keep_open(source.document, document);
        let (at, channel, text) = said.ok_or(Error::NotFound)?;
        let own = linked.map_or_else(
            || who_of(source.kind, source.document),
            |case| Who::Case(CaseId(case)),
        );
        let who = fate.moved.first().map_or(own, |moved| moved.to);
        let mut history = history(store, written)?;
        if let Some(money) = &money {
            history.extend(corrections(store, money)?);
            history.sort_by_key(|change| change.at);
        }
        Ok(EntryView {
            entry: self.entry,
            who,
            name: name_of(store, who)?,
            at,
            channel,
            text,
            also: also(store, &fate)?,
            history,
        })
    }
}

type Said = (DateTime<Utc>, Channel, String);

fn said_in(entry: EntryRef, kind: Kind, document: &Document, key: &str) -> Option<Said> {
    match (entry, kind) {
        (EntryRef::Commitment { .. }, _) => {
            let promise = document.commitment(key)?;
            Some((promise.made, Channel::default(), promise.text))
        }
        (EntryRef::Expense { .. }, _) => {
            let spent = document.expense(key)?;
            let ExpenseWhat::Spent { purpose, note, .. } = spent.what else {
                return None;
            };
            let words = [purpose, note].join("\n");
            Some((spent.at, Channel::default(), words.trim().to_owned()))
        }
        (_, Kind::Study) => {
            let interview = document.interview(key)?;
            Some((interview.at, interview.channel, interview.text))
        }
        _ => {
            let encounter = document.encounter(key)?;
            Some((encounter.at, encounter.channel, encounter.text))
        }
    }
}

fn also(store: &Store, fate: &Fate) -> Result<Vec<String>, Error> {
    let others = fate.moved.iter().skip(1);
    others.map(|moved| name_of(store, moved.to)).collect()
}

/// Tells what changed after the entry was written.
fn history(store: &Store, written: Vec<Written>) -> Result<Vec<EntryChange>, Error> {
    let mut known: HashMap<String, WrittenValue> = HashMap::new();
    let mut changes = Vec::new();
    let reason = |at: &Written| {
        let same = written.iter().find(|other| {
            other.field == "gone_why" && (other.at, &other.actor) == (at.at, &at.actor)
        });
        match same.map(|other| &other.value) {
            Some(WrittenValue::Text(why)) => why.clone(),
            _ => String::new(),
        }
    };
    for each in &written {
        let before = known.insert(each.field.clone(), each.value.clone());
        let what = match (each.field.as_str(), before, &each.value) {
            ("gone", _, WrittenValue::Flag(true)) => Some(EntryWas::Withdrawn(reason(each))),
            ("gone", Some(_), WrittenValue::Flag(false)) => Some(EntryWas::Restored),
            ("moved_to", _, WrittenValue::Text(word)) => match crate::document::moved_to(word) {
                Some(to) => Some(EntryWas::Moved(name_of(store, to)?)),
                None => None,
            },
            ("text" | "purpose" | "note", Some(WrittenValue::Text(was)), _) => {
                Some(EntryWas::Text(was))
            }
            ("at", Some(WrittenValue::Moment(was)), _) => Some(EntryWas::At(from_millis(was))),
            ("channel", Some(WrittenValue::Text(was)), _) => {
                Some(EntryWas::Channel(Channel::from_word(&was)))
            }
            _ => None,
        };
        if let Some(what) = what {
            changes.push(EntryChange {
                by: store.name_of_actor(&each.actor.to_hex_string())?,
                at: each.at,
                what,
            });
        }
    }
    Ok(changes)
}

impl Read for ReadGone {
    fn run(self, store: &mut Store) -> Result<Vec<GoneLine>, Error> {
        let document = match self.who {
            Who::Case(case) => case.0,
            Who::Contact(contact) => contact.0,
            Who::Study(study) => study.0,
            Who::Unknown => Uuid::nil(),
        };
        store.project_first(document)?;
        gone_from(store, self.who)
    }
}

/// Returns what is gone from a page.
pub(super) fn gone_from(store: &Store, who: Who) -> Result<Vec<GoneLine>, Error> {
    let (filter, document) = match who {
        Who::Case(case) => ("g.document = ?1", case.0),
        Who::Contact(contact) => ("g.document = ?1", contact.0),
        Who::Study(study) => ("g.document = ?1", study.0),
        Who::Unknown => ("g.kind = 3 AND ?1 = ?1 AND g.gone_at > ?3", Uuid::nil()),
    };
    let lately = (store.environment.now() - LATELY).timestamp_millis();
    let mut lines: Vec<(GoneLine, String, Option<Who>)> = store.rows(
        &format!(
            "SELECT g.*, coalesce(w.name, '') AS written_by, coalesce(b.name, '') AS gone_name,
                        o.kind AS origin_kind,
                        (SELECT -r.cents FROM expenses r WHERE r.root = g.id AND g.moved_to IS NULL
                           AND r.reverses IS NOT NULL AND r.at = g.gone_at LIMIT 1) AS cents
                 FROM entries_gone g JOIN documents o ON o.id = g.origin
                 LEFT JOIN people w ON w.id = g.by LEFT JOIN people b ON b.id = g.gone_by
                 WHERE {filter} AND ?3 = ?3 ORDER BY g.gone_at DESC, g.id LIMIT ?2"
        ),
        params![document.as_bytes(), MOST, lately],
        gone_line,
    )?;
    for (line, actor, to) in &mut lines {
        if let Some(to) = *to {
            line.by = store.name_of_actor(actor)?;
            if let GoneHow::Moved { name, .. } = &mut line.how {
                *name = name_of(store, to)?;
            }
        }
    }
    Ok(lines.into_iter().map(|(line, ..)| line).collect())
}

/// How long a signal without a person is listed after it was withdrawn: it has no page to be on.
const LATELY: chrono::Duration = chrono::Duration::weeks(2);

/// Maximum number of lines.
const MOST: u32 = 200;

/// Reads the entry of a row with `id`, `origin`, `origin_kind` and `part`.
pub(super) fn entry_of(row: &Row<'_>) -> rusqlite::Result<EntryRef> {
    let entry = id(row, "id")?;
    let origin = id(row, "origin")?;
    let kind = Kind::from_number(row.get("origin_kind")?);
    let part: String = row.get("part")?;
    Ok(match part.as_str() {
        "commitment" => EntryRef::Commitment {
            case: CaseId(origin),
            id: CommitmentId(entry),
        },
        "expense" => EntryRef::Expense {
            case: CaseId(origin),
            id: ExpenseId(entry),
        },
        _ => EntryRef::Encounter {
            who: kind.map_or(Who::Unknown, |kind| who_of(kind, origin)),
            id: EncounterId(entry),
        },
    })
}

fn gone_line(row: &Row<'_>) -> rusqlite::Result<(GoneLine, String, Option<Who>)> {
    let to = match row.get::<_, Option<u8>>("moved_kind")? {
        Some(kind) => Kind::from_number(kind)
            .map(|kind| Ok::<_, rusqlite::Error>(who_of(kind, id(row, "moved_to")?)))
            .transpose()?,
        None => None,
    };
    let how = match to {
        Some(to) => GoneHow::Moved {
            to,
            name: String::new(),
            lost: row.get("lost")?,
        },
        None => GoneHow::Withdrawn(row.get("why")?),
    };
    let line = GoneLine {
        entry: entry_of(row)?,
        at: moment(row, "at")?,
        text: row.get("text")?,
        cents: row.get::<_, Option<i64>>("cents")?.map(Cents),
        written_by: row.get("written_by")?,
        by: row.get("gone_name")?,
        gone_at: moment(row, "gone_at")?,
        how,
    };
    Ok((line, row.get("actor")?, to))
}

pub(super) fn who_of(kind: Kind, document: Uuid) -> Who {
    match kind {
        Kind::Case => Who::Case(CaseId(document)),
        Kind::Contact => Who::Contact(ContactId(document)),
        Kind::Study => Who::Study(StudyId(document)),
        Kind::Signal | Kind::Team | Kind::Receipt => Who::Unknown,
    }
}

/// Returns a person's name; empty if they are not known.
pub(super) fn name_of(store: &Store, who: Who) -> Result<String, Error> {
    let (table, id) = match who {
        Who::Case(case) => ("cases", case.0),
        Who::Contact(contact) => ("contacts", contact.0),
        Who::Study(study) => ("studies", study.0),
        Who::Unknown => return Ok(String::new()),
    };
    let name: Option<String> = store
        .connection
        .prepare_cached(&format!("SELECT name FROM {table} WHERE id = ?1"))?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?;
    Ok(name.unwrap_or_default())
}
