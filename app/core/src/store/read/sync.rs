//! How it stands with the other phones: only what is proven.

use rusqlite::params;

use super::{from_millis, maybe_moment};
use crate::store::Store;
use crate::store::digest::{Digest, four_words};
use crate::store::meta::key;
use crate::view::{OnlyHereLine, PartnerView, SyncState, WorkCounts};
use crate::{Error, SyncProblem};

/// How many names the list of unsent work shows.
const ONLY_HERE: usize = 50;

/// The unsent records of a document, counted by what they are.
const COUNTS: &str = "
    SELECT d.id, d.kind,
      (SELECT count(*) FROM encounters e WHERE e.document = d.id AND e.rev > d.acked) AS encounters,
      (SELECT count(*) FROM commitments m WHERE m.document = d.id AND m.rev > d.acked) AS commitments,
      (SELECT count(*) FROM safety s WHERE s.document = d.id AND s.rev > d.acked)
      + (SELECT count(*) FROM trust t WHERE t.document = d.id AND t.rev > d.acked)
      + (SELECT count(*) FROM cases c WHERE c.id = d.id AND c.rev > d.acked)
      + (SELECT count(*) FROM contacts k WHERE k.id = d.id AND k.rev > d.acked) AS other,
      coalesce((SELECT name FROM cases c WHERE c.id = d.id),
               (SELECT name FROM contacts k WHERE k.id = d.id), '') AS name
    FROM documents d WHERE d.rev > d.acked AND d.kind != 4";

impl Store {
    pub(super) fn sync_state(&self) -> Result<SyncState, Error> {
        let in_team = self.membership()?.is_some();
        let digest = self.digest()?;
        let problem: Option<SyncProblem> = self.meta_json(key::PROBLEM)?;
        Ok(SyncState {
            in_team,
            running: false,
            only_here: self.only_here_total()?,
            last_success: self.meta::<i64>(key::LAST_SUCCESS)?.map(from_millis),
            last_attempt: self.meta::<i64>(key::LAST_ATTEMPT)?.map(from_millis),
            problem,
            clock_off: self.meta(key::CLOCK_OFF)?,
            partners: self.partners(&digest)?,
            words: match in_team {
                true => four_words(&digest),
                false => Vec::new(),
            },
        })
    }

    fn partners(&self, digest: &Digest) -> Result<Vec<PartnerView>, Error> {
        self.rows(
            "SELECT name, digest = ?1 AS equal, equal_at FROM partners ORDER BY seen_at DESC",
            params![digest.as_slice()],
            |row| {
                Ok(PartnerView {
                    name: row.get("name")?,
                    equal: row.get("equal")?,
                    equal_at: maybe_moment(row, "equal_at")?,
                })
            },
        )
    }

    fn only_here_total(&self) -> Result<u32, Error> {
        self.count(
            &format!("SELECT coalesce(sum(encounters + commitments + other), 0) FROM ({COUNTS})"),
            [],
        )
    }

    /// What is only here, by name; signals without a person on one line, last.
    pub(super) fn only_here(&self) -> Result<Vec<OnlyHereLine>, Error> {
        let found: Vec<OnlyHereLine> = self.rows(COUNTS, [], |row| {
            let encounters = row.get("encounters")?;
            let is_signal = row.get::<_, u8>("kind")? == crate::document::Kind::Signal as u8;
            Ok(OnlyHereLine {
                name: match is_signal {
                    true => String::new(),
                    false => row.get("name")?,
                },
                counts: WorkCounts {
                    encounters: if is_signal { 0 } else { encounters },
                    signals: if is_signal { encounters } else { 0 },
                    commitments: row.get("commitments")?,
                    other: row.get("other")?,
                },
            })
        })?;
        let (named, unnamed): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|l| !l.name.is_empty());
        let mut lines = named;
        lines.sort_by_key(|line| std::cmp::Reverse(line.counts.encounters));
        lines.truncate(ONLY_HERE);
        let signals: u32 = unnamed.iter().map(|line| line.counts.signals).sum();
        if signals > 0 {
            lines.push(OnlyHereLine {
                name: String::new(),
                counts: WorkCounts {
                    signals,
                    ..WorkCounts::default()
                },
            });
        }
        Ok(lines)
    }
}
