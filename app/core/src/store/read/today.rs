//! *Vandaag*.

use chrono::Duration;
use rusqlite::{Row, params};

use super::case::{COMMITMENT_LINE, commitment_line};
use super::cases::{CASE_LINE, case_line};
use super::moment;
use super::search::place;
use crate::Error;
use crate::api::{ReadToday, ReadTodayList, TodayList};
use crate::store::meta::key;
use crate::store::{Read, Store};
use crate::view::{CaseLine, Channel, CommitmentLine, News, NewsLine, Today, TodayLines};

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
const NEWS_LINE: &str = "
    SELECT e.document, e.kind, e.at, e.channel, e.text,
           coalesce(c.name, k.name, s.name, e.source) AS name, coalesce(p.name, '') AS by_name
    FROM encounters e
    LEFT JOIN cases c ON c.id = e.document
    LEFT JOIN contacts k ON k.id = e.document
    LEFT JOIN studies s ON s.id = e.document
    LEFT JOIN people p ON p.id = e.by
    WHERE e.arrived >= ?1 AND e.arrived IS NOT NULL AND e.by != ?2";
const NEWS_ORDER: &str = "ORDER BY e.at DESC, e.id DESC LIMIT ?3";

impl Read for ReadToday {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_today()
    }
}

impl Read for ReadTodayList {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_today_list(&self)
    }
}

impl Store {
    pub(in crate::store) fn read_today(&self) -> Result<Today, Error> {
        let date = self.environment.today();
        Ok(Today {
            date,
            sync: self.sync_state()?,
            commitments: self.due(COMMITMENTS)?,
            commitment_count: self.count(
                "SELECT count(*) FROM commitments m JOIN cases c ON c.id = m.document
                 WHERE NOT m.done AND m.due IS NOT NULL AND m.due <= ?1",
                [date.to_string()],
            )?,
            look_again: self.look_agains(LOOK_AGAINS)?,
            look_again_count: self.count_look_agains()?,
            news: self.news()?,
            signal_count: self.count_inbox(date)?,
            signals: self.inbox(date, SIGNALS)?,
            not_seen: self.not_seen(NOT_SEEN_SHOWN)?,
            not_seen_count: self.count(
                &format!("SELECT count(*) FROM cases WHERE {NOT_SEEN_WHEN}"),
                [self.long_ago()],
            )?,
            first_day: self.count(
                "SELECT NOT EXISTS (SELECT 1 FROM encounters)
                    AND NOT EXISTS (SELECT 1 FROM cases)
                    AND NOT EXISTS (SELECT 1 FROM contacts)",
                [],
            )? == 1,
        })
    }

    /// Returns one of the lists up to a given limit, beyond what the first screen shows.
    pub(in crate::store) fn read_today_list(
        &self,
        call: &ReadTodayList,
    ) -> Result<TodayLines, Error> {
        let mut lines = TodayLines::default();
        match &call.list {
            TodayList::Commitments => lines.commitments = self.due(call.limit)?,
            TodayList::LookAgain => lines.look_again = self.look_agains(call.limit)?,
            TodayList::News(person) => lines.news = self.news_of(person, call.limit)?,
            TodayList::Signals => {
                lines.signals = self.inbox(self.environment.today(), call.limit)?;
            }
            TodayList::NotSeen => lines.not_seen = self.not_seen(call.limit)?,
        }
        Ok(lines)
    }

    /// Returns promises due today or earlier, oldest first.
    fn due(&self, limit: u32) -> Result<Vec<CommitmentLine>, Error> {
        self.rows(
            &format!(
                "SELECT {COMMITMENT_LINE} FROM commitments m
                 JOIN cases c ON c.id = m.document JOIN documents d ON d.id = m.document
                 WHERE NOT m.done AND m.due IS NOT NULL AND m.due <= ?1
                 ORDER BY m.due, m.time IS NULL, m.time, m.made, m.id LIMIT ?2"
            ),
            params![self.environment.today().to_string(), limit],
            commitment_line,
        )
    }

    /// Returns open cases without recent contact, longest first.
    fn not_seen(&self, limit: u32) -> Result<Vec<CaseLine>, Error> {
        self.rows(
            &format!(
                "SELECT {CASE_LINE} FROM cases WHERE {NOT_SEEN_WHEN}
                 ORDER BY last_contact, id LIMIT ?2"
            ),
            params![self.long_ago(), limit],
            case_line,
        )
    }

    fn long_ago(&self) -> i64 {
        (self.environment.now() - NOT_SEEN).timestamp_millis()
    }

    /// Returns what one colleague added since the day was last closed.
    fn news_of(&self, person: &str, limit: u32) -> Result<Vec<NewsLine>, Error> {
        let since: i64 = self.meta(key::NEWS_SINCE)?.unwrap_or_default();
        self.rows(
            &format!("{NEWS_LINE} AND coalesce(p.name, '') = ?4 {NEWS_ORDER}"),
            params![since, self.me.0.as_bytes(), limit, person],
            news_line,
        )
    }

    /// Returns what colleagues added since the day was last closed.
    pub(super) fn news(&self) -> Result<Vec<News>, Error> {
        let since: i64 = self.meta(key::NEWS_SINCE)?.unwrap_or_default();
        let lines: Vec<(String, NewsLine)> = self.rows(
            &format!("{NEWS_LINE} {NEWS_ORDER}"),
            params![since, self.me.0.as_bytes(), NEWS],
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
            self.count_news(since, &mut news)?;
        }
        Ok(news)
    }

    /// Sets the number of items each colleague added, where more exist than were read.
    fn count_news(&self, since: i64, news: &mut [News]) -> Result<(), Error> {
        let counts: Vec<(String, u32)> = self.rows(
            "SELECT coalesce(p.name, '') AS by_name, count(*) AS number
             FROM encounters e LEFT JOIN people p ON p.id = e.by
             WHERE e.arrived >= ?1 AND e.arrived IS NOT NULL AND e.by != ?2 GROUP BY by_name",
            params![since, self.me.0.as_bytes()],
            |row| Ok((row.get("by_name")?, row.get("number")?)),
        )?;
        for (person, number) in counts {
            if let Some(of) = news.iter_mut().find(|of| of.person == person) {
                of.count = number;
            }
        }
        Ok(())
    }
}

fn news_line(row: &Row<'_>) -> rusqlite::Result<NewsLine> {
    Ok(NewsLine {
        place: place(row)?,
        name: row.get("name")?,
        text: row.get("text")?,
        channel: Channel::from_word(&row.get::<_, String>("channel")?),
        at: moment(row, "at")?,
    })
}
