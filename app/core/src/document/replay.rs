//! Replaying changes under new actors.
//!
//! Two copies of one phone (one restored from a backup) write different changes with the same actor and
//! sequence number, and Automerge keeps only one of them. The log decides which: the copy whose change
//! it does not hold takes that change and all later ones out of its document and puts them back with
//! the same content, under actors that nobody else uses.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use automerge::legacy::{ObjectId, OpId};
use automerge::{ActorId, Change, ChangeHash, ChangeMetadata};

use super::{Document, DocumentError, read_change};

/// Where an actor's replayed changes go.
struct Moved {
    /// The new actor.
    to: ActorId,
    /// The counter of the first operation that moves with it; earlier ones stay the old actor's.
    from_op: u64,
    /// The number of changes replayed so far.
    seq: u64,
}

impl Document {
    /// Returns the change of this document that has the same actor and sequence number as the given
    /// one, which is not in it.
    pub(crate) fn rival_of(&self, hash: ChangeHash, chunk: &[u8]) -> Option<ChangeHash> {
        let change = read_change(hash, chunk).ok()?;
        let (actor, seq) = change.author();
        let metas = self.0.get_changes_meta(&[]);
        let rival = |meta: &&ChangeMetadata<'_>| meta.seq == seq && *meta.actor == *actor;
        metas.iter().find(rival).map(|meta| meta.hash)
    }

    /// Replays `first` and every change that depends on it. The new actors follow from the replayed
    /// changes, so that two phones that replay the same ones make the same document.
    ///
    /// # Errors
    /// Errors of Automerge.
    pub(crate) fn replay(&self, first: ChangeHash, actor: &ActorId) -> Result<Self, DocumentError> {
        let mut new_hashes: HashMap<ChangeHash, ChangeHash> = HashMap::new();
        let mut moved: HashMap<ActorId, Moved> = HashMap::new();
        let mut staying: HashSet<ChangeHash> = HashSet::new();
        let mut replayed = Vec::new();
        for change in self.0.get_changes(&[]) {
            let hash = change.hash();
            let depends = change.deps().iter().any(|d| new_hashes.contains_key(d));
            if hash != first && !depends {
                staying.retain(|head| !change.deps().contains(head));
                staying.insert(hash);
                continue;
            }
            let change = rewrite(&change, &new_hashes, &mut moved);
            new_hashes.insert(hash, change.hash());
            replayed.push(change);
        }
        let staying: Vec<ChangeHash> = staying.into_iter().collect();
        let base = self.0.fork_at(&staying)?;
        let mut document = Self(base.with_actor(actor.clone()), OnceCell::new());
        document.apply(replayed)?;
        Ok(document)
    }
}

/// Rewrites one change: its author, its number, what it depends on, and its references to operations of
/// changes rewritten before.
fn rewrite(
    change: &Change,
    new_hashes: &HashMap<ChangeHash, ChangeHash>,
    moved: &mut HashMap<ActorId, Moved>,
) -> Change {
    let mut new = change.decode();
    let author = moved.entry(new.actor_id.clone()).or_insert_with(|| Moved {
        to: actor_for(change.hash()),
        from_op: new.start_op.get(),
        seq: 0,
    });
    author.seq += 1;
    new.seq = author.seq;
    new.actor_id = author.to.clone();
    new.hash = None;
    for dependency in &mut new.deps {
        *dependency = *new_hashes.get(dependency).unwrap_or(dependency);
    }
    new.deps.sort_unstable();
    let follow = |id: &OpId| match moved.get(id.actor()) {
        Some(moved) if id.counter() >= moved.from_op => OpId::new(id.counter(), &moved.to),
        _ => id.clone(),
    };
    for op in &mut new.operations {
        if let ObjectId::Id(id) = &op.obj {
            op.obj = follow(id).into();
        }
        if let Some(id) = op.key.to_opid() {
            op.key = follow(&id).into();
        }
        op.pred = op.pred.iter().map(follow).collect();
    }
    Change::from(new)
}

/// Derives the actor for the changes of an author of which this was the first to be replayed.
fn actor_for(first: ChangeHash) -> ActorId {
    let derived = blake3::derive_key("voorveld 2026 replayed changes v1", &first.0);
    ActorId::from(derived[..16].to_vec())
}
