//! Our own parser of change chunks, run before Automerge sees the bytes: Automerge iterates over as
//! many operations as a chunk claims, and a few bytes can claim any number.

mod layout;

use automerge::{ActorId, ChangeHash};

use super::columns::{Bytes, Flags, Runs, Steps, Stretch};
use super::{Unfit, limits};
use layout::Columns;

/// An operation id: an index into the change's actors, and a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id {
    pub(super) actor: u32,
    pub(super) counter: u64,
}

/// What an operation refers to within its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// A key of a map.
    Prop(Stretch),
    /// The start of a text.
    Head,
    /// A character of a text: insert after it, or change it.
    Element(Id),
}

/// What an operation does. This app writes no lists, tables, counters or marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    MakeMap,
    MakeText,
    Set,
    Delete,
}

/// One operation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Op {
    /// The object it applies to; `None` for the root.
    pub(super) object: Option<Id>,
    pub(super) key: Key,
    pub(super) insert: bool,
    pub(super) action: Action,
    /// Whether the value is a string, as for every character of a text.
    pub(super) is_string: bool,
    /// Start and length of its predecessors in `Parsed::preds`.
    preds: (u32, u32),
}

/// A parsed change chunk.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    pub(super) hash: ChangeHash,
    pub(super) dependencies: Vec<ChangeHash>,
    /// The author first.
    pub(super) actors: Vec<ActorId>,
    pub(super) seq: u64,
    pub(super) start_op: u64,
    pub(super) ops: Vec<Op>,
    preds: Vec<Id>,
    /// The raw column of map keys.
    keys: Vec<u8>,
}

impl Parsed {
    /// Parses the data of a change chunk, without its header.
    ///
    /// # Errors
    /// Any [`Unfit`] that can be detected in the change alone.
    pub(super) fn of(hash: ChangeHash, data: &[u8]) -> Result<Self, Unfit> {
        let mut input = Bytes::of(data);
        let count = input.unsigned()?;
        if count > limits::DEPENDENCIES {
            return Err(Unfit::Size);
        }
        let mut dependencies = Vec::new();
        for _ in 0..count {
            let bytes = <[u8; 32]>::try_from(input.take(32)?).map_err(|_| Unfit::Encoding)?;
            if dependencies.contains(&ChangeHash(bytes)) {
                return Err(Unfit::Encoding);
            }
            dependencies.push(ChangeHash(bytes));
        }
        let mut actors = vec![actor(&mut input)?];
        let (seq, start_op) = (input.unsigned()?, input.unsigned()?);
        let time = input.signed()?;
        if seq == 0 || start_op == 0 {
            return Err(Unfit::Counter);
        }
        if !limits::TIME.contains(&time) {
            return Err(Unfit::Time);
        }
        let message = input.prefixed()?;
        if message.len() > limits::MESSAGE {
            return Err(Unfit::Size);
        }
        std::str::from_utf8(message).map_err(|_| Unfit::Encoding)?;
        let others = input.unsigned()?;
        if others > limits::ACTORS {
            return Err(Unfit::Size);
        }
        for _ in 0..others {
            let other = actor(&mut input)?;
            // Automerge re-encodes the actors sorted; another order would change the bytes.
            if other == actors[0] || (actors.len() > 1 && actors.last() >= Some(&other)) {
                return Err(Unfit::Encoding);
            }
            actors.push(other);
        }
        let columns = Columns::of(&mut input)?;
        if !input.is_empty() {
            // Newer versions of Automerge store an author there.
            return Err(Unfit::Newer);
        }
        let mut parsed = Self {
            hash,
            dependencies,
            actors,
            seq,
            start_op,
            ops: Vec::new(),
            preds: Vec::new(),
            keys: columns.key_text.to_vec(),
        };
        parsed.read_ops(&columns, limits::ops(data.len()).min(limits::OPS))?;
        let last = start_op.checked_add(parsed.ops.len() as u64);
        match last {
            Some(last) if last <= limits::COUNTER && seq <= limits::COUNTER => Ok(parsed),
            _ => Err(Unfit::Counter),
        }
    }

    /// Returns the author and the change's number among theirs.
    pub(crate) fn author(&self) -> (&ActorId, u64) {
        (&self.actors[0], self.seq)
    }

    /// Returns the counter of the last operation, or the one before the first if there are none.
    pub(super) fn max_op(&self) -> u64 {
        self.start_op + self.ops.len() as u64 - 1
    }

    pub(super) fn preds(&self, op: &Op) -> &[Id] {
        let (from, count) = (op.preds.0 as usize, op.preds.1 as usize);
        self.preds.get(from..from + count).unwrap_or_default()
    }

    pub(super) fn text(&self, key: Stretch) -> &str {
        let start = key.start as usize;
        let text = self.keys.get(start..start + key.length as usize);
        text.and_then(|text| std::str::from_utf8(text).ok())
            .unwrap_or_default()
    }

    fn read_ops(&mut self, columns: &Columns<'_>, most: usize) -> Result<(), Unfit> {
        let mut object_actor = Runs::<u64>::of(columns.object_actor);
        let mut object_counter = Runs::<u64>::of(columns.object_counter);
        let mut key_actor = Runs::<u64>::of(columns.key_actor);
        let mut key_counter = Steps::of(columns.key_counter);
        let mut key_text = Runs::<Stretch>::of(columns.key_text);
        let mut insert = Flags::of(columns.insert);
        let mut action = Runs::<u64>::of(columns.action);
        let mut value_meta = Runs::<u64>::of(columns.value_meta);
        let mut values = Bytes::of(columns.value);
        let mut pred_count = Runs::<u64>::of(columns.pred_count);
        let mut pred_actor = Runs::<u64>::of(columns.pred_actor);
        let mut pred_counter = Steps::of(columns.pred_counter);
        if object_actor.is_absent() != object_counter.is_absent() {
            return Err(Unfit::Encoding);
        }
        while !action.is_done() {
            if self.ops.len() == most {
                return Err(Unfit::Size);
            }
            let object = match (object_actor.next()?, object_counter.next()?) {
                (None, None) => None,
                (Some(actor), Some(counter)) => Some(self.id(actor, counter)?),
                _ => return Err(Unfit::Encoding),
            };
            let key = match (key_actor.next()?, key_counter.next()?, key_text.next()?) {
                (None, None, Some(text)) if text.length > 0 => Key::Prop(text),
                (None, Some(0), None) => Key::Head,
                (Some(actor), Some(counter), None) => Key::Element(self.id(actor, counter)?),
                _ => return Err(Unfit::Encoding),
            };
            let insert = insert.next()?;
            let action = match action.some()? {
                0 => Action::MakeMap,
                1 => Action::Set,
                3 => Action::Delete,
                4 => Action::MakeText,
                _ => return Err(Unfit::Newer),
            };
            let meta = value_meta.some()?;
            if meta >> 4 > limits::VALUE {
                return Err(Unfit::Size);
            }
            let is_string = value(meta, values.take(meta >> 4)?)?;
            if action != Action::Set && meta != 0 {
                return Err(Unfit::Encoding);
            }
            let count = pred_count.some()?;
            if count > limits::PREDS || self.preds.len() > 2 * most {
                return Err(Unfit::Size);
            }
            let from = self.preds.len();
            for _ in 0..count {
                let (actor, counter) = (pred_actor.some()?, pred_counter.next()?);
                let pred = self.id(actor, counter.ok_or(Unfit::Encoding)?)?;
                if self.preds.len() > from
                    && !self.is_before(self.preds[self.preds.len() - 1], pred)
                {
                    return Err(Unfit::Encoding);
                }
                self.preds.push(pred);
            }
            self.ops.push(Op {
                object,
                key,
                insert,
                action,
                is_string,
                preds: (from as u32, count as u32),
            });
        }
        let all_read = (object_actor.is_done() && object_counter.is_done())
            && (key_actor.is_done() && key_counter.is_done() && key_text.is_done())
            && (insert.is_done() && value_meta.is_done() && values.is_empty())
            && (pred_count.is_done() && pred_actor.is_done() && pred_counter.is_done());
        match all_read {
            true => Ok(()),
            false => Err(Unfit::Encoding),
        }
    }

    fn id(&self, actor: u64, counter: u64) -> Result<Id, Unfit> {
        let known = usize::try_from(actor).is_ok_and(|place| place < self.actors.len());
        if !known || counter == 0 || counter > limits::COUNTER {
            return Err(Unfit::Reference);
        }
        Ok(Id {
            actor: actor as u32,
            counter,
        })
    }

    fn is_before(&self, one: Id, other: Id) -> bool {
        let place = |id: Id| (id.counter, &self.actors[id.actor as usize]);
        place(one) < place(other)
    }
}

fn actor(input: &mut Bytes<'_>) -> Result<ActorId, Unfit> {
    let bytes = input.prefixed()?;
    match bytes.len() {
        1..=limits::ACTOR => Ok(ActorId::from(bytes)),
        _ => Err(Unfit::Encoding),
    }
}

/// Validates a scalar value. Returns whether it is a string.
fn value(meta: u64, raw: &[u8]) -> Result<bool, Unfit> {
    let mut number = Bytes::of(raw);
    let fits = match meta & 0xf {
        // Null, false, true.
        0..=2 => raw.is_empty(),
        3 => number.unsigned().is_ok() && number.is_empty(),
        // Signed integer, timestamp.
        4 | 9 => number.signed().is_ok() && number.is_empty(),
        5 => raw.len() == 8,
        6 => {
            return std::str::from_utf8(raw)
                .map(|_| true)
                .map_err(|_| Unfit::Encoding);
        }
        7 => true,
        // Counters and types that are not defined yet.
        _ => return Err(Unfit::Newer),
    };
    match fits {
        true => Ok(false),
        false => Err(Unfit::Encoding),
    }
}
