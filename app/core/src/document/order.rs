//! When a change was made, as far as that can be told.
//!
//! A phone's clock may be off, so it does not decide alone: a change was made by its phone's clock, but
//! not after it came in, where somebody wrote that down, and never before anything its phone knew. Every
//! phone computes the same moments from the same document. Whoever knew of the other's entry comes after
//! it; entries that did not know of each other stand by the clock.
//!
//! A moment depends only on a change and what it follows, so later changes never move it; only a note
//! that something came in earlier than it says does.

use std::collections::HashMap;

use automerge::{ActorId, Automerge, ChangeHash, ObjId, ROOT, ReadDoc};
use chrono::{DateTime, Utc};

use super::entry::moment;
use super::read::{from_millis, moment_at, moment_of};
use super::{Document, DocumentError, Edit};

/// Milliseconds. An entry said to be so little older than its change is about the moment itself; said
/// to be older, it was written down later.
const OF_THE_MOMENT: i64 = 600_000;

/// Milliseconds. Further than this from what was said, the clock was wrong.
const WRONG: i64 = 600_000;

/// Milliseconds.
const DAY: i64 = 86_400_000;

/// What the keys begin with, at the root, that say until when changes of a device came in:
/// `came:<actor>:<number of the change>`.
const CAME: &str = "came:";

/// The moments of a document's changes.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    /// By device, in the order it made them.
    made: HashMap<ActorId, Vec<Made>>,
    moments: HashMap<ChangeHash, i64>,
    came: Vec<Came>,
    latest: i64,
}

/// A change. Moments are in milliseconds since 1970.
#[derive(Debug, Clone, Copy)]
struct Made {
    max_op: u64,
    seq: u64,
    /// By its phone's clock; none for a change that is a function of its content.
    clock: Option<i64>,
    /// The same, or when it was in.
    by_clock: Option<i64>,
    /// The first moment after all it knew.
    after: i64,
    at: i64,
}

/// The changes of a device up to a number were in by this moment.
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
        // What a change depends on comes before it.
        for change in document.get_changes_meta(&[]) {
            let made = (change.seq, change.max_op, change.timestamp);
            order.add(&change.actor, made, &change.deps, change.hash);
        }
        order
    }

    /// Answers false when the change follows one that is not known.
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

    /// When something happened, of which the change that made `op` says: then.
    fn place(&self, op: &ObjId, said: i64) -> i64 {
        let Some((made, clock)) = self.made(op).and_then(|made| Some((made, made.clock?))) else {
            return said;
        };
        if said >= clock - OF_THE_MOMENT {
            return said.clamp(made.after, made.at);
        }
        // A wrong clock says a wrong day for "yesterday at two", but the right time of it.
        let days = (made.at - clock + DAY / 2).div_euclid(DAY);
        (said + days * DAY).min(made.at)
    }

    /// The last change of each device that says to be later than `limit`, with its number and the moment
    /// by which it was made.
    fn after(&self, limit: i64) -> Vec<(ActorId, u64, i64)> {
        let mut found = Vec::new();
        for (actor, all) in &self.made {
            let late = |made: &Made| made.by_clock.is_some_and(|at| at > limit);
            if let Some(last) = all.iter().rposition(late) {
                // Its next change was made with a clock that was right again.
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
        // Two phones may both have noted it.
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

/// What was said, where it is so far from its place that a clock was wrong.
pub(super) fn wrongly(said: DateTime<Utc>, placed: DateTime<Utc>) -> Option<DateTime<Utc>> {
    ((placed - said).num_milliseconds().abs() > WRONG).then_some(said)
}

/// Whether a key at the root says when something came in.
pub(super) fn is_came(key: &str) -> bool {
    key.starts_with(CAME)
}

impl Edit<'_, '_> {
    /// Notes that the changes of a device up to a number were in by this moment, whatever its clock said.
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

    /// Changes were added, in this order.
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

    /// Moments have to be computed anew.
    pub(super) fn forget_order(&mut self) {
        self.1.take();
    }

    /// The latest moment of any change.
    pub(crate) fn latest(&self) -> DateTime<Utc> {
        from_millis(self.order().latest).unwrap_or_default()
    }

    /// The last change of each device that says to be later than this, and nobody noted when it came in;
    /// with its number, and the moment by which it was made.
    pub(crate) fn made_after(&self, limit: DateTime<Utc>) -> Vec<(ActorId, u64, DateTime<Utc>)> {
        let found = self.order().after(limit.timestamp_millis()).into_iter();
        found
            .filter_map(|(actor, seq, at)| Some((actor, seq, from_millis(at)?)))
            .collect()
    }

    /// When the change that made `op` was made.
    pub(super) fn made_at(&self, op: &ObjId) -> Option<DateTime<Utc>> {
        from_millis(self.order().made(op)?.at)
    }

    /// When something happened, of which the change that made `op` says `said`.
    pub(super) fn place(&self, op: &ObjId, said: DateTime<Utc>) -> DateTime<Utc> {
        from_millis(self.order().place(op, said.timestamp_millis())).unwrap_or(said)
    }

    /// The moment in a field, placed.
    pub(super) fn placed(&self, object: &ObjId, field: &str) -> Option<DateTime<Utc>> {
        let (value, op) = self.0.get(object, field).ok()??;
        Some(self.place(&op, moment_of(&value)?))
    }

    /// What a field says, where a clock was wrong.
    pub(super) fn said(&self, object: &ObjId, field: &str) -> Option<DateTime<Utc>> {
        wrongly(
            moment_at(&self.0, object, field)?,
            self.placed(object, field)?,
        )
    }
}
