//! The state of sync with the other phones, as far as it is proven.

use rusqlite::params;
use uuid::Uuid;

use super::{from_millis, maybe_moment};
use crate::model::QuarantineReason;
use crate::store::Store;
use crate::store::digest::{Digest, four_words};
use crate::store::meta::key;
use crate::view::{OnlyHereLine, PartnerView, QuarantinedView, SyncState, WorkCounts};
use crate::{CaseId, Error, SyncProblem};

/// Maximum number of documents in the list of unsent work.
const ONLY_HERE: u32 = 50;

/// Number of unsent items considered for that list. Only a phone that never joined a team has more.
const LOOKED_AT: u32 = 4_000;

/// Maximum number of lines about quarantined records.
const ASIDE: u32 = 12;

const SET_ASIDE: &str = "SELECT (SELECT count(*) FROM set_aside)
    + (SELECT coalesce(sum(records), 0) FROM set_aside_beyond)";

/// The documents with the most unsent work, by kind of item. A photo counts towards its case.
const BY_DOCUMENT: &str = "
    SELECT m.*, coalesce(c.name, k.name, s.name, w.name, '') AS name FROM (
      SELECT coalesce((SELECT r.document FROM expense_receipts r WHERE r.receipt = d.document
                       LIMIT 1), d.document) AS owner,
             sum(d.encounters) AS encounters, 0 AS signals, sum(d.commitments) AS commitments,
             sum(d.other) AS other
      FROM (SELECT document, sum(part = 'encounter') AS encounters,
                   sum(part = 'commitment') AS commitments, sum(part = 'other') AS other
            FROM (SELECT document, part FROM unsent WHERE part != 'signal' LIMIT ?2)
            GROUP BY document) d
      GROUP BY owner ORDER BY encounters DESC, owner LIMIT ?1) m
    LEFT JOIN cases c ON c.id = m.owner
    LEFT JOIN contacts k ON k.id = m.owner
    LEFT JOIN studies s ON s.id = m.owner
    LEFT JOIN withdrawn w ON w.document = m.owner
    ORDER BY encounters DESC, name";

pub(super) fn sync_state(store: &Store) -> Result<SyncState, Error> {
    let in_team = store.membership()?.is_some();
    let digest = store.digest()?;
    let problem: Option<SyncProblem> = store.meta_json(key::PROBLEM)?;
    Ok(SyncState {
        in_team,
        running: false,
        only_here: store.meta(key::UNSENT)?.unwrap_or_default(),
        last_success: store.meta::<i64>(key::LAST_SUCCESS)?.map(from_millis),
        last_attempt: store.meta::<i64>(key::LAST_ATTEMPT)?.map(from_millis),
        problem,
        quarantined: store.count(SET_ASIDE, [])?,
        quarantine: quarantine(store)?,
        clock_off: store.clock_off_to_tell()?,
        doubts: store.doubts()?,
        catch_up: store.catch_up()?,
        partners: partners(store, &digest)?,
        words: match in_team {
            true => four_words(&digest),
            false => Vec::new(),
        },
    })
}

fn quarantine(store: &Store) -> Result<Vec<QuarantinedView>, Error> {
    store.rows(
        "SELECT s.why AS why, coalesce(p.name, '') AS name, c.id AS id,
           coalesce(c.name, '') AS about, count(*) AS records
         FROM set_aside s
         LEFT JOIN partners p ON p.device = s.device
         LEFT JOIN cases c ON c.id = s.document
         GROUP BY s.why, s.device, c.id ORDER BY max(s.rowid) DESC LIMIT ?1",
        [ASIDE],
        |row| {
            let case = row.get::<_, Option<[u8; 16]>>("id")?;
            let about: String = row.get("about")?;
            Ok(QuarantinedView {
                why: QuarantineReason::from_word(&row.get::<_, String>("why")?),
                by: row.get("name")?,
                about: case.map(|id| (CaseId(Uuid::from_bytes(id)), about)),
                records: row.get("records")?,
            })
        },
    )
}

fn partners(store: &Store, digest: &Digest) -> Result<Vec<PartnerView>, Error> {
    let mut partners = store.rows(
        "SELECT name, digest = ?1 AS equal, equal_at FROM partners ORDER BY seen_at DESC",
        params![digest.as_slice()],
        |row| {
            Ok(PartnerView {
                name: row.get("name")?,
                equal: row.get("equal")?,
                equal_at: maybe_moment(row, "equal_at")?,
            })
        },
    )?;
    let silent = store.silent_members()?.into_iter();
    partners.extend(silent.map(|name| PartnerView {
        name,
        equal: false,
        equal_at: None,
    }));
    Ok(partners)
}

/// Returns unsent work by document; signals share one unnamed line at the end.
pub(super) fn only_here(store: &Store) -> Result<Vec<OnlyHereLine>, Error> {
    let mut lines = store.rows(BY_DOCUMENT, [ONLY_HERE, LOOKED_AT], |row| {
        Ok(OnlyHereLine {
            name: row.get("name")?,
            counts: WorkCounts {
                encounters: row.get("encounters")?,
                signals: row.get("signals")?,
                commitments: row.get("commitments")?,
                other: row.get("other")?,
            },
        })
    })?;
    let signals = store.count("SELECT count(*) FROM unsent WHERE part = 'signal'", [])?;
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
