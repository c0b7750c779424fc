//! Checks whether changes fit the document they belong to.

mod look_up;

use std::collections::HashMap;

use automerge::{ActorId, Automerge, ChangeHash};

use super::chunk::{Action, Id, Key, Op, Parsed};
use super::{Unfit, limits};
use crate::document::{Collection, Document, Kind};
use look_up::{global, place_of};

/// Validates changes for one document, given in causal order.
pub(crate) struct Judge<'d> {
    document: &'d Automerge,
    kind: Kind,
    /// The last sequence number of each actor.
    seqs: HashMap<ActorId, u64>,
    /// The last operation counter of each known change.
    max_ops: HashMap<ChangeHash, u64>,
    /// The changes accepted so far, their operations, and their indices per author.
    passed: Vec<Parsed>,
    ops: usize,
    by_actor: HashMap<ActorId, Vec<usize>>,
    objects: HashMap<Global, Object>,
    /// Changes of the document that were parsed to look up an operation.
    looked_into: HashMap<ChangeHash, Parsed>,
}

/// An operation id with the actor itself instead of an index into a change's actors.
type Global = (ActorId, u64);

/// What is known of an object.
#[derive(Debug, Clone, Copy)]
struct Object {
    is_text: bool,
    depth: usize,
    place: Place,
}

/// The role of an object in the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Map(Collection),
    Elsewhere,
}

/// The parts of an operation that a later operation must match to overwrite or follow it.
struct Found {
    object: Option<Global>,
    /// The key, for an operation in a map. `element` is its counterpart in a text: the character.
    prop: Option<String>,
    element: Option<Global>,
    insert: bool,
    deletes: bool,
}

impl<'d> Judge<'d> {
    pub(crate) fn of(kind: Kind, document: &'d Document) -> Self {
        let document = document.automerge();
        let mut judge = Self {
            document,
            kind,
            seqs: HashMap::new(),
            max_ops: HashMap::new(),
            passed: Vec::new(),
            ops: 0,
            by_actor: HashMap::new(),
            objects: HashMap::new(),
            looked_into: HashMap::new(),
        };
        for change in document.get_changes_meta(&[]) {
            judge.max_ops.insert(change.hash, change.max_op);
            let seq = judge.seqs.entry(change.actor.into_owned()).or_default();
            *seq = change.seq.max(*seq);
        }
        judge
    }

    /// Returns whether the document contains the change or it was accepted before.
    pub(crate) fn knows(&self, change: &ChangeHash) -> bool {
        self.max_ops.contains_key(change)
    }

    /// Validates the next change.
    ///
    /// # Errors
    /// Any [`Unfit`]; the judge must not be used after an error.
    pub(crate) fn judge(&mut self, change: Parsed) -> Result<(), Unfit> {
        let is_step = self.kind.has_step(&change.hash);
        self.ops += change.ops.len();
        if self.ops > limits::OPS_TOGETHER {
            return Err(Unfit::Size);
        }
        if change.dependencies.is_empty() && !is_step {
            return Err(Unfit::Root);
        }
        let mut before = 0;
        for dependency in &change.dependencies {
            let max_op = self.max_ops.get(dependency);
            before = before.max(*max_op.ok_or(Unfit::Waits(*dependency))?);
        }
        let author = &change.actors[0];
        let seq = self.seqs.get(author).copied().unwrap_or_default();
        if change.seq != seq + 1 || change.start_op != before + 1 {
            return Err(Unfit::Counter);
        }
        for place in 0..change.ops.len() {
            self.judge_op(&change, place, is_step)?;
        }
        self.seqs.insert(author.clone(), change.seq);
        self.max_ops.insert(change.hash, change.max_op());
        let place = self.passed.len();
        let places = self.by_actor.entry(author.clone()).or_default();
        places.push(place);
        self.passed.push(change);
        Ok(())
    }

    fn judge_op(&mut self, change: &Parsed, place: usize, is_step: bool) -> Result<(), Unfit> {
        let op = &change.ops[place];
        let counter = change.start_op + place as u64;
        let object = self.object(change, op.object)?;
        match object.is_text {
            true => self.judge_text_op(change, op, counter)?,
            false => self.judge_map_op(change, op, object, is_step)?,
        }
        let preds = change.preds(op);
        if op.action == Action::Delete && preds.is_empty() {
            // Automerge stores a deletion only with the value it deletes, so this one would be lost on
            // save.
            return Err(Unfit::Reference);
        }
        for pred in preds {
            if pred.counter >= counter || op.insert {
                return Err(Unfit::Reference);
            }
            self.check_overwritten(change, op, *pred)?;
        }
        if matches!(op.action, Action::MakeMap | Action::MakeText) {
            let made = Object {
                is_text: op.action == Action::MakeText,
                depth: object.depth + 1,
                place: match (op.key, object.place) {
                    (Key::Prop(key), Place::Root) => place_of(change.text(key)),
                    _ => Place::Elsewhere,
                },
            };
            if made.depth > limits::DEPTH {
                return Err(Unfit::Depth);
            }
            self.objects
                .insert((change.actors[0].clone(), counter), made);
        }
        Ok(())
    }

    fn judge_map_op(
        &self,
        change: &Parsed,
        op: &Op,
        object: Object,
        is_step: bool,
    ) -> Result<(), Unfit> {
        let Key::Prop(key) = op.key else {
            return Err(Unfit::Reference);
        };
        if op.insert {
            return Err(Unfit::Reference);
        }
        let key = change.text(key);
        match object.place {
            Place::Root if !is_step && self.kind.begins_with(key) => Err(Unfit::Root),
            Place::Map(collection) => {
                let fits = collection.takes_key(key)
                    && match op.action {
                        Action::Delete => true,
                        Action::Set => collection.is_of_flags(),
                        Action::MakeMap => !collection.is_of_flags(),
                        Action::MakeText => false,
                    };
                match fits {
                    true => Ok(()),
                    false => Err(Unfit::Entry),
                }
            }
            _ => Ok(()),
        }
    }

    fn judge_text_op(&mut self, change: &Parsed, op: &Op, counter: u64) -> Result<(), Unfit> {
        let fits = match op.action {
            Action::Set => op.is_string,
            Action::Delete => !op.insert,
            Action::MakeMap | Action::MakeText => return Err(Unfit::Newer),
        };
        let element = match op.key {
            Key::Element(element) if element.counter < counter => element,
            Key::Head if op.insert && fits => return Ok(()),
            _ => return Err(Unfit::Reference),
        };
        let found = self.find(change, element)?;
        let here = op.object.map(|id| global(change, id));
        match fits && found.insert && found.object == here {
            true => Ok(()),
            false => Err(Unfit::Reference),
        }
    }

    /// Checks that an overwritten operation has the same object and the same key or character.
    fn check_overwritten(&mut self, change: &Parsed, op: &Op, pred: Id) -> Result<(), Unfit> {
        if let Key::Prop(key) = op.key
            && self.shows(change, op.object, change.text(key), pred)
        {
            return Ok(());
        }
        let found = self.find(change, pred)?;
        let same = match op.key {
            Key::Prop(key) => found.prop.as_deref() == Some(change.text(key)),
            Key::Head => false,
            Key::Element(element) => found.element == Some(global(change, element)),
        };
        let here = op.object.map(|id| global(change, id));
        match same && found.object == here && !found.deletes {
            true => Ok(()),
            false => Err(Unfit::Reference),
        }
    }
}
