//! Looks up the operations and objects that a change refers to, in the document or in changes accepted
//! before it.

use automerge::{ObjId, ObjType, Prop, ReadDoc};

use super::super::chunk::{Action, Id, Key, Parsed};
use super::super::{Unfit, limits, read};
use super::{Found, Global, Judge, Object, Place};
use crate::document::Collection;

impl Judge<'_> {
    /// Returns whether the document currently shows this value under this key: the common case, and
    /// cheap.
    pub(super) fn shows(&self, change: &Parsed, object: Option<Id>, key: &str, pred: Id) -> bool {
        let object = object.map_or(ObjId::Root, |id| ex_id(&global(change, id)));
        let values = self.document.get_all(&object, key).unwrap_or_default();
        let author = &change.actors[pred.actor as usize];
        values.iter().any(|(_, id)| {
            matches!(id, ObjId::Id(counter, actor, _) if *counter == pred.counter && actor == author)
        })
    }

    /// Finds an operation by id.
    pub(super) fn find(&mut self, change: &Parsed, id: Id) -> Result<Found, Unfit> {
        if id.actor == 0 && id.counter >= change.start_op {
            return found(change, id.counter);
        }
        let (actor, counter) = global(change, id);
        for place in self.by_actor.get(&actor).into_iter().flatten() {
            let one = &self.passed[*place];
            if (one.start_op..=one.max_op()).contains(&counter) {
                return found(one, counter);
            }
        }
        let hash = self.document.hash_for_opid(&ex_id(&(actor, counter)));
        let hash = hash.ok_or(Unfit::Reference)?;
        if !self.looked_into.contains_key(&hash) {
            let there = self.document.get_change_by_hash(&hash);
            let there = there.ok_or(Unfit::Reference)?;
            let parsed = read(hash, there.raw_bytes())?;
            self.looked_into.insert(hash, parsed);
        }
        found(&self.looked_into[&hash], counter)
    }

    pub(super) fn object(&mut self, change: &Parsed, id: Option<Id>) -> Result<Object, Unfit> {
        let Some(id) = id else {
            return Ok(Object {
                is_text: false,
                depth: 0,
                place: Place::Root,
            });
        };
        let id = global(change, id);
        if let Some(known) = self.objects.get(&id) {
            return Ok(*known);
        }
        let object = self.object_there(&ex_id(&id))?;
        self.objects.insert(id, object);
        Ok(object)
    }

    fn object_there(&self, id: &ObjId) -> Result<Object, Unfit> {
        let is_text = match self.document.object_type(id) {
            Ok(ObjType::Map) => false,
            Ok(ObjType::Text) => true,
            Ok(_) => return Err(Unfit::Newer),
            Err(_) => return Err(Unfit::Reference),
        };
        let parents = self.document.parents(id).map_err(|_| Unfit::Reference)?;
        let mut depth = 0;
        let mut place = Place::Elsewhere;
        for parent in parents.take(limits::DEPTH + 1) {
            if depth == 0
                && let (ObjId::Root, Prop::Map(key)) = (&parent.obj, &parent.prop)
            {
                place = place_of(key);
            }
            depth += 1;
        }
        Ok(Object {
            is_text,
            depth,
            place,
        })
    }
}

pub(super) fn place_of(key: &str) -> Place {
    Collection::from_key(key).map_or(Place::Elsewhere, Place::Map)
}

pub(super) fn global(change: &Parsed, id: Id) -> Global {
    (change.actors[id.actor as usize].clone(), id.counter)
}

/// Builds an Automerge object id. Automerge looks up the actor itself when the index is invalid.
fn ex_id((actor, counter): &Global) -> ObjId {
    ObjId::Id(*counter, actor.clone(), usize::MAX)
}

fn found(change: &Parsed, counter: u64) -> Result<Found, Unfit> {
    let place = usize::try_from(counter - change.start_op).map_err(|_| Unfit::Reference)?;
    let op = change.ops.get(place).ok_or(Unfit::Reference)?;
    Ok(Found {
        object: op.object.map(|id| global(change, id)),
        prop: match op.key {
            Key::Prop(key) => Some(change.text(key).to_owned()),
            _ => None,
        },
        element: match (op.insert, op.key) {
            (true, _) => Some((change.actors[0].clone(), counter)),
            (false, Key::Element(element)) => Some(global(change, element)),
            _ => None,
        },
        insert: op.insert,
        deletes: op.action == Action::Delete,
    })
}
