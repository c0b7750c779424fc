//! *Vandaag*.

use chrono::Duration;
use rusqlite::params;

use super::case::{COMMITMENT_LINE, commitment_line};
use super::cases::{CASE_LINE, case_line};
use super::decision::{count_look_agains, look_agains};
use super::inbox::{count_inbox, inbox};
use super::news::{news, news_of, news_unseen};
use super::settle::clashes;
use super::sync::sync_state;
use crate::Error;
use crate::api::{ReadToday, ReadTodayList, TodayList};
use crate::store::{Read, Store};
use crate::view::{CaseLine, CommitmentLine, Today, TodayLines};

/// Time without contact after which an open case counts as not seen for long.
const NOT_SEEN: Duration = Duration::weeks(4);

/// Maximum number of lines per list.
const COMMITMENTS: u32 = 30;
const NOT_SEEN_SHOWN: u32 = 5;
const SIGNALS: u32 = 20;
const LOOK_AGAINS: u32 = 20;

/// The condition for cases not seen for long.
const NOT_SEEN_WHEN: &str =
    "active = 1 AND status = 'open' AND last_contact < ?1 AND joined IS NULL";

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
            news_unseen: news_unseen(store)?,
            clashes: clashes(store)?,
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
             JOIN cases c ON c.id = m.document
             JOIN documents d ON d.id = coalesce(m.origin, m.document)
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
