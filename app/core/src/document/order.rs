//! Derives when each change was made.
//!
//! A phone's clock may be wrong, so it is corrected by causal order. A change is dated by its phone's
//! clock, but no later than its recorded arrival (if any) and always after the changes it depends on.
//! Every phone derives the same times from the same document. A change that depends on another sorts
//! after it; concurrent changes are ordered by clock.
//!
//! A derived time depends only on the change, its ancestors and the arrival notes. Later changes never
//! alter it, except a note of an arrival earlier than the clock says.

use std::collections::HashMap;

use automerge::{ActorId, Automerge, ChangeHash, ObjId, ROOT, ReadDoc};
use chrono::{DateTime, Utc};

use super::entry::moment;
use super::read::{from_millis, moment_at, moment_of};
use super::{Document, DocumentError, Edit};

/// Milliseconds. An entry that is at most this much older than its change was recorded as it happened;
/// an older one was recorded afterwards.
const OF_THE_MOMENT: i64 = 600_000;

/// Milliseconds. If the recorded and derived times differ by more than this, the clock was wrong.
const WRONG: i64 = 600_000;

/// One day, in milliseconds.
const DAY: i64 = 86_400_000;

/// Prefix of the root keys that record by when a device's changes had arrived: `came:<actor>:<sequence
/// number>`.
const CAME: &str = "came:";

/// The derived times of a document's changes.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    /// Per actor, by ascending sequence number.
    made: HashMap<ActorId, Vec<Made>>,
    moments: HashMap<ChangeHash, i64>,
    came: Vec<Came>,
    latest: i64,
}

/// A change. All times are in milliseconds since the Unix epoch.
#[derive(Debug, Clone, Copy)]
struct Made {
    max_op: u64,
    seq: u64,
    /// The author's clock; none for a deterministic change, which has no timestamp.
    clock: Option<i64>,
    /// The author's clock, limited by the recorded arrival.
    by_clock: Option<i64>,
    /// The earliest time after all dependencies.
    after: i64,
    at: i64,
}

/// A note that an actor's changes up to `seq` had arrived by `at`.
#[derive(Debug, Clone)]
struct Came {
    actor: ActorId,
    seq: u64,
    at: i64,
}

impl Order {
    fn of(document: &Automerge) -> Self {
        let mut order = Self {
            came: came(document),
            ..Self::default()
        };
        // Changes are listed after their dependencies.
        for change in document.get_changes_meta(&[]) {
            let made = (change.seq, change.max_op, change.timestamp);
            order.add(&change.actor, made, &change.deps, change.hash);
        }
        order
    }

    /// Adds a change. Returns false when one of its dependencies is unknown.
    fn add(
        &mut self,
        actor: &ActorId,
        (seq, max_op, timestamp): (u64, u64, i64),
        deps: &[ChangeHash],
        hash: ChangeHash,
    ) -> bool {
        let mut after = 0;
        for dep in deps {
            match self.moments.get(dep) {
                Some(at) => after = after.max(at + 1),
                None => return false,
            }
        }
        let clock = timestamp
            .checked_mul(1000)
            .filter(|at| *at != 0 && from_millis(*at).is_some());
        let came = self
            .came
            .iter()
            .filter(|came| came.seq >= seq && came.actor == *actor)
            .map(|came| came.at)
            .min();
        let by_clock = clock.map(|clock| came.map_or(clock, |came| came.min(clock)));
        let at = by_clock.map_or(after, |by_clock| by_clock.max(after));
        self.latest = self.latest.max(at);
        self.moments.insert(hash, at);
        let made = Made {
            max_op,
            seq,
            clock,
            by_clock,
            after,
            at,
        };
        match self.made.get_mut(actor) {
            Some(all) => all.push(made),
            None => drop(self.made.insert(actor.clone(), vec![made])),
        }
        true
    }

    fn made(&self, op: &ObjId) -> Option<&Made> {
        let ObjId::Id(counter, actor, _) = op else {
            return None;
        };
        let all = self.made.get(actor)?;
        all.get(all.partition_point(|made| made.max_op < *counter))
    }

    /// Corrects the time `said` (milliseconds) that the change which made `op` records for an event.
    fn place(&self, op: &ObjId, said: i64) -> i64 {
        let Some((made, clock)) = self.made(op).and_then(|made| Some((made, made.clock?))) else {
            return said;
        };
        if said >= clock - OF_THE_MOMENT {
            return said.clamp(made.after, made.at);
        }
        // For an entry recorded afterwards ("yesterday at two"), a wrong clock makes the day wrong but
        // not the time of day: shift by whole days.
        let days = (made.at - clock + DAY / 2).div_euclid(DAY);
        (said + days * DAY).min(made.at)
    }

    /// Returns, per actor, the sequence number of its last change dated after `limit`, with the time
    /// by which it must have been made.
    fn after(&self, limit: i64) -> Vec<(ActorId, u64, i64)> {
        let mut found = Vec::new();
        for (actor, all) in &self.made {
            let late = |made: &Made| made.by_clock.is_some_and(|at| at > limit);
            if let Some(last) = all.iter().rposition(late) {
                // The next change was dated within the limit, so it bounds this one.
                let next = all.get(last + 1).and_then(|made| made.clock);
                found.push((
                    actor.clone(),
                    all[last].seq,
                    next.unwrap_or(limit).min(limit),
                ));
            }
        }
        found
    }
}

fn came(document: &Automerge) -> Vec<Came> {
    let end = format!("{};", CAME.trim_end_matches(':'));
    let fields = document.map_range(ROOT, CAME.to_owned()..end);
    let mut all = Vec::new();
    for field in fields {
        let Some((actor, seq)) = field.key[CAME.len()..].split_once(':') else {
            continue;
        };
        let (Ok(actor), Ok(seq)) = (ActorId::try_from(actor), seq.parse()) else {
            continue;
        };
        // Several phones may have recorded the arrival: the earliest counts.
        let notes = document.get_all(ROOT, field.key.as_ref());
        let moments = notes
            .iter()
            .flatten()
            .filter_map(|(value, _)| moment_of(value));
        if let Some(at) = moments.min() {
            let at = at.timestamp_millis();
            all.push(Came { actor, seq, at });
        }
    }
    all
}

/// Returns the recorded time if it differs from the derived time by more than [`WRONG`].
pub(super) fn wrongly(said: DateTime<Utc>, placed: DateTime<Utc>) -> Option<DateTime<Utc>> {
    ((placed - said).num_milliseconds().abs() > WRONG).then_some(said)
}

/// Returns whether a root key records an arrival.
pub(super) fn is_came(key: &str) -> bool {
    key.starts_with(CAME)
}

impl Edit<'_, '_> {
    /// Records that an actor's changes up to `seq` had arrived by `at`, whatever its clock said.
    pub(crate) fn note_came(
        &mut self,
        actor: &ActorId,
        seq: u64,
        at: DateTime<Utc>,
    ) -> Result<(), DocumentError> {
        self.set(&format!("{CAME}{actor}:{seq}"), moment(at))?;
        self.touched.moments = true;
        Ok(())
    }
}

impl Document {
    fn order(&self) -> &Order {
        self.1.get_or_init(|| Order::of(&self.0))
    }

    /// Extends the computed order with new changes, which must be listed after their dependencies.
    pub(super) fn add_to_order(&mut self, changes: &[ChangeHash]) {
        let Some(order) = self.1.get_mut() else {
            return;
        };
        let known = changes.iter().all(|hash| {
            self.0.get_change_meta_by_hash(hash).is_some_and(|change| {
                let made = (change.seq, change.max_op, change.timestamp);
                order.add(&change.actor, made, &change.deps, *hash)
            })
        });
        if !known {
            self.1.take();
        }
    }

    /// Discards the derived times; they are recomputed on demand.
    pub(super) fn forget_order(&mut self) {
        self.1.take();
    }

    /// Returns the latest derived time of any change.
    pub(crate) fn latest(&self) -> DateTime<Utc> {
        from_millis(self.order().latest).unwrap_or_default()
    }

    /// Returns, per actor, the last change dated after `limit` without a recorded arrival before that,
    /// as its sequence number and the time by which it must have been made.
    pub(crate) fn made_after(&self, limit: DateTime<Utc>) -> Vec<(ActorId, u64, DateTime<Utc>)> {
        let found = self.order().after(limit.timestamp_millis()).into_iter();
        found
            .filter_map(|(actor, seq, at)| Some((actor, seq, from_millis(at)?)))
            .collect()
    }

    /// Returns when a change was made, in milliseconds.
    pub(super) fn moment_of_change(&self, hash: &ChangeHash) -> Option<i64> {
        self.order().moments.get(hash).copied()
    }

    /// Returns when the change that made `op` was made.
    pub(super) fn made_at(&self, op: &ObjId) -> Option<DateTime<Utc>> {
        from_millis(self.order().made(op)?.at)
    }

    /// Returns whether the change that made `op` has a timestamp; deterministic ones have none.
    pub(super) fn is_dated(&self, op: &ObjId) -> bool {
        self.order()
            .made(op)
            .is_some_and(|made| made.clock.is_some())
    }

    /// Corrects the time `said` that the change which made `op` records for an event.
    pub(super) fn place(&self, op: &ObjId, said: DateTime<Utc>) -> DateTime<Utc> {
        from_millis(self.order().place(op, said.timestamp_millis())).unwrap_or(said)
    }

    /// Returns the corrected time of a field.
    pub(super) fn placed(&self, object: &ObjId, field: &str) -> Option<DateTime<Utc>> {
        let (value, op) = self.0.get(object, field).ok()??;
        Some(self.place(&op, moment_of(&value)?))
    }

    /// Returns the recorded time of a field if its clock was wrong.
    pub(super) fn said(&self, object: &ObjId, field: &str) -> Option<DateTime<Utc>> {
        wrongly(
            moment_at(&self.0, object, field)?,
            self.placed(object, field)?,
        )
    }
}
