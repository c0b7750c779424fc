//! *Vandaag*.

use chrono::Duration;
use rusqlite::params;

use super::case::{COMMITMENT_LINE, commitment_line};
use super::cases::{CASE_LINE, case_line};
use super::moment;
use super::search::place;
use crate::Error;
use crate::store::Store;
use crate::store::meta::key;
use crate::view::{Channel, News, NewsLine, Today};

/// After how long without contact an open case is "long not seen".
const NOT_SEEN: Duration = Duration::weeks(4);

/// How many of each the screen shows.
const COMMITMENTS: u32 = 30;
const NOT_SEEN_SHOWN: u32 = 5;
const NEWS_PER_PERSON: usize = 20;
const NEWS: u32 = 400;

impl Store {
    pub(in crate::store) fn read_today(&self) -> Result<Today, Error> {
        let date = self.environment.today();
        let commitments = self.rows(
            &format!(
                "SELECT {COMMITMENT_LINE} FROM commitments m
                 JOIN cases c ON c.id = m.document JOIN documents d ON d.id = m.document
                 WHERE NOT m.done AND m.due IS NOT NULL AND m.due <= ?1
                 ORDER BY m.due, m.time IS NULL, m.time, m.made, m.id LIMIT {COMMITMENTS}"
            ),
            [date.to_string()],
            commitment_line,
        )?;
        let long_ago = self.environment.now() - NOT_SEEN;
        let not_seen = self.rows(
            &format!(
                "SELECT {CASE_LINE} FROM cases
                 WHERE active = 1 AND status = 'open' AND last_contact < ?1
                 ORDER BY last_contact, id LIMIT {NOT_SEEN_SHOWN}"
            ),
            [long_ago.timestamp_millis()],
            case_line,
        )?;
        Ok(Today {
            date,
            sync: self.sync_state()?,
            commitments,
            look_again: self.look_agains()?,
            news: self.news()?,
            signal_count: self.count_inbox(date)?,
            signals: self.inbox(date)?,
            not_seen,
            first_day: self.count(
                "SELECT NOT EXISTS (SELECT 1 FROM encounters)
                    AND NOT EXISTS (SELECT 1 FROM cases)
                    AND NOT EXISTS (SELECT 1 FROM contacts)",
                [],
            )? == 1,
        })
    }

    /// What colleagues added since the day was closed last.
    pub(super) fn news(&self) -> Result<Vec<News>, Error> {
        let since: i64 = self.meta(key::NEWS_SINCE)?.unwrap_or_default();
        let lines: Vec<(String, NewsLine)> = self.rows(
            "SELECT e.document, e.kind, e.at, e.channel, e.text,
                    coalesce(c.name, k.name, s.name, e.source) AS name, coalesce(p.name, '') AS by_name
             FROM encounters e
             LEFT JOIN cases c ON c.id = e.document
             LEFT JOIN contacts k ON k.id = e.document
             LEFT JOIN studies s ON s.id = e.document
             LEFT JOIN people p ON p.id = e.by
             WHERE e.arrived >= ?1 AND e.arrived IS NOT NULL AND e.by != ?2
             ORDER BY e.at DESC, e.id DESC LIMIT ?3",
            params![since, self.me.0.as_bytes(), NEWS],
            |row| {
                Ok((
                    row.get("by_name")?,
                    NewsLine {
                        place: place(row)?,
                        name: row.get("name")?,
                        text: row.get("text")?,
                        channel: Channel::from_word(&row.get::<_, String>("channel")?),
                        at: moment(row, "at")?,
                    },
                ))
            },
        )?;
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
        Ok(news)
    }
}
