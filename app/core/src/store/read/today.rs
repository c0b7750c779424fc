//! *Vandaag*.

use chrono::Duration;
use rusqlite::{Row, params};

use super::case::{COMMITMENT_LINE, commitment_line};
use super::cases::{CASE_LINE, case_line};
use super::decision::{count_look_agains, look_agains};
use super::inbox::{count_inbox, inbox};
use super::moment;
use super::safety::danger;
use super::search::place;
use super::sync::sync_state;
use crate::Error;
use crate::api::{ReadToday, ReadTodayList, TodayList};
use crate::model::Channel;
use crate::store::meta::key;
use crate::store::{Read, Store};
use crate::view::{CaseLine, CommitmentLine, News, NewsLine, Today, TodayLines};

/// Time without contact after which an open case counts as not seen for long.
const NOT_SEEN: Duration = Duration::weeks(4);

/// Maximum number of lines per list.
const COMMITMENTS: u32 = 30;
const NOT_SEEN_SHOWN: u32 = 5;
const NEWS_PER_PERSON: usize = 20;
const NEWS: u32 = 400;
const SIGNALS: u32 = 20;
const LOOK_AGAINS: u32 = 20;

/// The condition for cases not seen for long.
const NOT_SEEN_WHEN: &str = "active = 1 AND status = 'open' AND last_contact < ?1";

/// Encounters that arrived since the day was last closed, and their order.
const NEWS_LINE: &str = concat!(
    "SELECT e.document, e.kind, e.at, e.channel, e.text,
           coalesce(c.name, k.name, s.name, e.source) AS name, coalesce(p.name, '') AS by_name, ",
    danger!("e.document"),
    " FROM encounters e
    LEFT JOIN cases c ON c.id = e.document
    LEFT JOIN contacts k ON k.id = e.document
    LEFT JOIN studies s ON s.id = e.document
    LEFT JOIN people p ON p.id = e.by
    WHERE e.arrived >= ?1 AND e.arrived IS NOT NULL AND e.by != ?2"
);
const NEWS_ORDER: &str = "ORDER BY e.at DESC, e.id DESC LIMIT ?3";

impl Read for ReadToday {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let date = store.environment.today();
        Ok(Today {
            date,
            sync: sync_state(store)?,
            commitments: due(store, COMMITMENTS)?,
            commitment_count: store.count(
                "SELECT count(*) FROM commitments m JOIN cases c ON c.id = m.document
                 WHERE NOT m.done AND m.due IS NOT NULL AND m.due <= ?1",
                [date.to_string()],
            )?,
            look_again: look_agains(store, LOOK_AGAINS)?,
            look_again_count: count_look_agains(store)?,
            news: news(store)?,
            signal_count: count_inbox(store, date)?,
            signals: inbox(store, date, SIGNALS)?,
            not_seen: not_seen(store, NOT_SEEN_SHOWN)?,
            not_seen_count: store.count(
                &format!("SELECT count(*) FROM cases WHERE {NOT_SEEN_WHEN}"),
                [long_ago(store)],
            )?,
            first_day: store.count(
                "SELECT NOT EXISTS (SELECT 1 FROM encounters)
                    AND NOT EXISTS (SELECT 1 FROM cases)
                    AND NOT EXISTS (SELECT 1 FROM contacts)",
                [],
            )? == 1,
        })
    }
}

impl Read for ReadTodayList {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let mut lines = TodayLines::default();
        match &self.list {
            TodayList::Commitments => lines.commitments = due(store, self.limit)?,
            TodayList::LookAgain => lines.look_again = look_agains(store, self.limit)?,
            TodayList::News(person) => lines.news = news_of(store, person, self.limit)?,
            TodayList::Signals => {
                lines.signals = inbox(store, store.environment.today(), self.limit)?;
            }
            TodayList::NotSeen => lines.not_seen = not_seen(store, self.limit)?,
        }
        Ok(lines)
    }
}

/// Returns promises due today or earlier, oldest first.
fn due(store: &Store, limit: u32) -> Result<Vec<CommitmentLine>, Error> {
    store.rows(
        &format!(
            "SELECT {COMMITMENT_LINE} FROM commitments m
             JOIN cases c ON c.id = m.document JOIN documents d ON d.id = m.document
             WHERE NOT m.done AND m.due IS NOT NULL AND m.due <= ?1
             ORDER BY m.due, m.time IS NULL, m.time, m.made, m.id LIMIT ?2"
        ),
        params![store.environment.today().to_string(), limit],
        commitment_line,
    )
}

/// Returns open cases without recent contact, longest first.
fn not_seen(store: &Store, limit: u32) -> Result<Vec<CaseLine>, Error> {
    store.rows(
        &format!(
            "SELECT {CASE_LINE} FROM cases WHERE {NOT_SEEN_WHEN}
             ORDER BY last_contact, id LIMIT ?2"
        ),
        params![long_ago(store), limit],
        case_line,
    )
}

fn long_ago(store: &Store) -> i64 {
    (store.environment.now() - NOT_SEEN).timestamp_millis()
}

/// Returns what one colleague added since the day was last closed.
fn news_of(store: &Store, person: &str, limit: u32) -> Result<Vec<NewsLine>, Error> {
    let since: i64 = store.meta(key::NEWS_SINCE)?.unwrap_or_default();
    store.rows(
        &format!("{NEWS_LINE} AND coalesce(p.name, '') = ?4 {NEWS_ORDER}"),
        params![since, store.me.0.as_bytes(), limit, person],
        news_line,
    )
}

/// Returns what colleagues added since the day was last closed.
pub(super) fn news(store: &Store) -> Result<Vec<News>, Error> {
    let since: i64 = store.meta(key::NEWS_SINCE)?.unwrap_or_default();
    let lines: Vec<(String, NewsLine)> = store.rows(
        &format!("{NEWS_LINE} {NEWS_ORDER}"),
        params![since, store.me.0.as_bytes(), NEWS],
        |row| Ok((row.get("by_name")?, news_line(row)?)),
    )?;
    let all = lines.len() < NEWS as usize;
    let mut news: Vec<News> = Vec::new();
    for (person, line) in lines {
        let index = news.iter().position(|of| of.person == person);
        let of = match index {
            Some(index) => &mut news[index],
            None => {
                news.push(News {
                    person,
                    count: 0,
                    lines: Vec::new(),
                });
                let last = news.len() - 1;
                &mut news[last]
            }
        };
        of.count += 1;
        if of.lines.len() < NEWS_PER_PERSON {
            of.lines.push(line);
        }
    }
    if !all {
        count_news(store, since, &mut news)?;
    }
    Ok(news)
}

/// Sets the number of items each colleague added, where more exist than were read.
fn count_news(store: &Store, since: i64, news: &mut [News]) -> Result<(), Error> {
    let counts: Vec<(String, u32)> = store.rows(
        "SELECT coalesce(p.name, '') AS by_name, count(*) AS number
         FROM encounters e LEFT JOIN people p ON p.id = e.by
         WHERE e.arrived >= ?1 AND e.arrived IS NOT NULL AND e.by != ?2 GROUP BY by_name",
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

fn news_line(row: &Row<'_>) -> rusqlite::Result<NewsLine> {
    Ok(NewsLine {
        place: place(row)?,
        name: row.get("name")?,
        danger: row.get("danger")?,
        text: row.get("text")?,
        channel: Channel::from_word(&row.get::<_, String>("channel")?),
        at: moment(row, "at")?,
    })
}
