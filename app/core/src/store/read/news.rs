//! What colleagues changed since the day was last closed: a line for each client, contact or study.

mod parts;

use rusqlite::{Row, params};

use super::id;
use crate::model::CaseField;
use crate::store::Store;
use crate::store::meta::key;
use crate::view::{News, NewsLine, NewsPart, NewsPlace};
use crate::{CaseId, Error};
use parts::{AUTHOR, ENCOUNTERS, SOURCES, Source};

/// Maximum number of lines per colleague.
const LINES: usize = 30;

/// Changes of one kind that are read, newest first. Of a phone that has not closed the day for long,
/// older ones follow when more lines are asked for.
const CHANGES: u32 = 400;

/// Changes read per line that is asked for.
const PER_LINE: u32 = 8;

/// A change, with whose and whom it is about.
struct Told {
    by: String,
    place: NewsPlace,
    name: String,
    danger: bool,
    arrived: i64,
    part: NewsPart,
}

/// Returns what colleagues changed since the day was last closed.
pub(super) fn news(store: &Store) -> Result<Vec<News>, Error> {
    let changes = told(store, CHANGES)?;
    let cut = changes.len() >= CHANGES as usize;
    let mut news = grouped(changes);
    for of in &mut news {
        of.lines.truncate(LINES);
    }
    if cut {
        count_lines(store, &mut news)?;
    }
    Ok(news)
}

/// Returns what one colleague changed since the day was last closed.
pub(super) fn news_of(store: &Store, person: &str, limit: u32) -> Result<Vec<NewsLine>, Error> {
    let changes = told(store, CHANGES.max(limit.saturating_mul(PER_LINE)))?;
    let news = grouped(changes).into_iter();
    let mut lines = news
        .filter(|news| news.person == person)
        .flat_map(|news| news.lines)
        .collect::<Vec<_>>();
    lines.truncate(limit as usize);
    Ok(lines)
}

/// Sets the number of lines of each colleague, where more changes exist than were read.
fn count_lines(store: &Store, news: &mut [News]) -> Result<(), Error> {
    let since: i64 = store.meta(key::NEWS_SINCE)?.unwrap_or_default();
    let counts: Vec<(String, u32)> = store.rows(
        &format!(
            "SELECT by_name, count(*) AS number FROM (
               SELECT coalesce(p.name, '') AS by_name, n.document FROM news n {AUTHOR}
               WHERE n.arrived >= ?1
               UNION SELECT by_name, document FROM ({ENCOUNTERS}))
             GROUP BY by_name"
        ),
        params![since, store.me.0.as_bytes()],
        |row| Ok((row.get("by_name")?, row.get("number")?)),
    )?;
    for (person, number) in counts {
        if let Some(of) = news.iter_mut().find(|of| of.person == person) {
            of.count = number;
        }
    }
    Ok(())
}

/// Returns the generation up to which news is complete, unless it was shown that far. What arrives in a
/// sync that is still going on belongs to the next one.
pub(super) fn news_unseen(store: &Store) -> Result<Option<i64>, Error> {
    let complete: i64 = store.meta(key::GENERATION)?.unwrap_or_default();
    let shown: i64 = store.meta(key::NEWS_SHOWN)?.unwrap_or_default();
    Ok((complete > shown && is_told_between(store, shown, complete)?).then_some(complete))
}

/// Returns whether there is news that arrived from one generation up to, but not including, another.
pub(in crate::store) fn is_told_between(store: &Store, from: i64, to: i64) -> Result<bool, Error> {
    let changed = store
        .connection
        .prepare_cached("SELECT 1 FROM news WHERE arrived >= ?1 AND arrived < ?2")?
        .exists([from, to])?;
    Ok(changed
        || store
            .connection
            .prepare_cached(&format!("{ENCOUNTERS} AND e.arrived < ?3"))?
            .exists(params![from, store.me.0.as_bytes(), to])?)
}

/// Returns the changes, newest first within each kind.
fn told(store: &Store, limit: u32) -> Result<Vec<Told>, Error> {
    let since: i64 = store.meta(key::NEWS_SINCE)?.unwrap_or_default();
    let mut all = Vec::new();
    for source in &SOURCES {
        let changes = store.rows(&source.sql(), params![since, limit], |row| {
            one_change(source, row)
        })?;
        all.extend(changes.into_iter().flatten());
    }
    let encounters = format!("{ENCOUNTERS} ORDER BY e.at DESC, e.id DESC LIMIT ?3");
    all.extend(store.rows(
        &encounters,
        params![since, store.me.0.as_bytes(), limit],
        |row| {
            let part = parts::encounter(row)?;
            told_row(row, super::search::place(row)?, part)
        },
    )?);
    Ok(all)
}

/// Reads a row of `news`; `None` if the change was undone.
fn one_change(source: &Source, row: &Row<'_>) -> rusqlite::Result<Option<Told>> {
    let place = NewsPlace::Case(CaseId(id(row, "document")?));
    match (source.read)(row)? {
        Some(part) => told_row(row, place, part).map(Some),
        None => Ok(None),
    }
}

fn told_row(row: &Row<'_>, place: NewsPlace, part: NewsPart) -> rusqlite::Result<Told> {
    Ok(Told {
        by: row.get("by_name")?,
        place,
        name: row.get("name")?,
        danger: row.get("danger")?,
        arrived: row.get("arrived")?,
        part,
    })
}

/// Groups changes by colleague, and those of each by whom they are about: dangers first, then by the
/// most important change, then what arrived last.
fn grouped(changes: Vec<Told>) -> Vec<News> {
    let mut people: Vec<(String, Vec<(i64, NewsLine)>)> = Vec::new();
    for told in changes {
        let at = people.iter().position(|(by, _)| *by == told.by);
        let at = at.unwrap_or_else(|| {
            people.push((told.by, Vec::new()));
            people.len() - 1
        });
        let lines = &mut people[at].1;
        let known = lines.iter_mut().find(|(_, line)| line.place == told.place);
        match known {
            Some((arrived, line)) => {
                *arrived = told.arrived.max(*arrived);
                line.parts.push(told.part);
            }
            None => lines.push((
                told.arrived,
                NewsLine {
                    place: told.place,
                    name: told.name,
                    danger: told.danger,
                    parts: vec![told.part],
                },
            )),
        }
    }
    for (_, lines) in &mut people {
        for (_, line) in lines.iter_mut() {
            line.parts.sort_by_key(NewsPart::rank);
            leave_out_doubles(&mut line.parts);
        }
        lines.sort_by_key(|(arrived, line)| {
            let first = line.parts.first().map(NewsPart::rank);
            (first, -arrived)
        });
    }
    let mut news: Vec<News> = people
        .into_iter()
        .map(|(person, lines)| News {
            person,
            count: u32::try_from(lines.len()).unwrap_or(u32::MAX),
            lines: lines.into_iter().map(|(_, line)| line).collect(),
        })
        .collect();
    let first = |news: &News| news.lines.first()?.parts.first().map(NewsPart::rank);
    news.sort_by(|a, b| {
        first(a)
            .cmp(&first(b))
            .then_with(|| a.person.cmp(&b.person))
    });
    news
}

/// A handover or closing also sets the status; it is told once.
fn leave_out_doubles(parts: &mut Vec<NewsPart>) {
    let says_status = parts
        .iter()
        .any(|part| matches!(part, NewsPart::HandedOver { .. } | NewsPart::Closing { .. }));
    let is_status = |part: &NewsPart| {
        matches!(
            part,
            NewsPart::Field {
                field: CaseField::Status,
                ..
            }
        )
    };
    parts.retain(|part| !says_status || !is_status(part));
    parts.dedup();
}
