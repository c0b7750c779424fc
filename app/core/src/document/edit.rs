//! Precise edits: only what differs is written, so that saving a form twice changes nothing and two
//! people who change different fields never clash.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value};

use super::{Collection, DocumentError, Touched};

/// An edit under way.
pub(crate) struct Edit<'t, 'd> {
    pub(super) transaction: &'t mut Transaction<'d>,
    pub(super) touched: &'t mut Touched,
}

impl<'t, 'd> Edit<'t, 'd> {
    pub(super) fn new(transaction: &'t mut Transaction<'d>, touched: &'t mut Touched) -> Self {
        Self {
            transaction,
            touched,
        }
    }

    /// Sets a scalar at the root. Setting the value that is shown writes only when there are others
    /// beside it: then it settles the clash.
    pub(crate) fn set(
        &mut self,
        field: &str,
        value: impl Into<ScalarValue>,
    ) -> Result<(), DocumentError> {
        if put_field(self.transaction, &ROOT, field, value.into())? {
            self.touched.root();
        }
        Ok(())
    }

    /// Sets a flag or value directly in a map at the root. That the key is there says something by
    /// itself, so an empty text is written too.
    pub(crate) fn set_in(
        &mut self,
        collection: Collection,
        key: &str,
        value: impl Into<ScalarValue>,
    ) -> Result<(), DocumentError> {
        let map = self.map(collection)?;
        if put(self.transaction, &map, key, value.into())? {
            self.touched.entry(collection, key);
        }
        Ok(())
    }

    /// Adds an entry, whole. An entry that is there already is left as it is.
    pub(crate) fn add_entry(
        &mut self,
        collection: Collection,
        key: &str,
        fields: impl IntoIterator<Item = (&'static str, ScalarValue)>,
    ) -> Result<(), DocumentError> {
        let map = self.map(collection)?;
        if self.transaction.get(&map, key)?.is_some() {
            return Ok(());
        }
        let entry = self.transaction.put_object(&map, key, ObjType::Map)?;
        for (name, value) in fields {
            self.transaction.put(&entry, name, value)?;
        }
        self.touched.entry(collection, key);
        Ok(())
    }

    /// Sets a field of an entry. Answers whether there is such an entry.
    pub(crate) fn set_in_entry(
        &mut self,
        collection: Collection,
        key: &str,
        field: &str,
        value: impl Into<ScalarValue>,
    ) -> Result<bool, DocumentError> {
        let map = self.map(collection)?;
        let Some((Value::Object(ObjType::Map), entry)) = self.transaction.get(&map, key)? else {
            return Ok(false);
        };
        if put_field(self.transaction, &entry, field, value.into())? {
            self.touched.entry(collection, key);
        }
        Ok(true)
    }

    /// The flags of a map at the root whose keys are these; up when anyone put them up.
    pub(crate) fn flags(
        &self,
        collection: Collection,
        which: impl Fn(&str) -> bool,
    ) -> Result<Vec<(String, bool)>, DocumentError> {
        let map = self.map(collection)?;
        let keys = self.transaction.keys(&map).filter(|key| which(key));
        Ok(keys
            .map(|key| {
                let up = super::read::any_flag_at(self.transaction, &map, &key);
                (key, up)
            })
            .collect())
    }

    /// What this app never does: takes an entry away.
    #[cfg(test)]
    pub(crate) fn take_entry_away(
        &mut self,
        collection: Collection,
        key: &str,
    ) -> Result<(), DocumentError> {
        let map = self.map(collection)?;
        self.transaction.delete(&map, key)?;
        self.touched.entry(collection, key);
        Ok(())
    }

    fn map(&self, collection: Collection) -> Result<ObjId, DocumentError> {
        match self.transaction.get(ROOT, collection.key())? {
            Some((Value::Object(ObjType::Map), map)) => Ok(map),
            _ => Err(DocumentError::Shape(collection.key())),
        }
    }
}

/// Puts a scalar if it is not the only value already. Answers whether it wrote.
fn put(
    transaction: &mut Transaction<'_>,
    object: &ObjId,
    key: &str,
    value: ScalarValue,
) -> Result<bool, DocumentError> {
    let present = transaction.get_all(object, key)?;
    let same = present.len() == 1
        && matches!(&present[0].0, Value::Scalar(scalar) if scalar.as_ref() == &value);
    if same {
        return Ok(false);
    }
    transaction.put(object, key, value)?;
    Ok(true)
}

/// The same for a field, which reads as empty where it is absent: an empty text need not be written.
fn put_field(
    transaction: &mut Transaction<'_>,
    object: &ObjId,
    key: &str,
    value: ScalarValue,
) -> Result<bool, DocumentError> {
    if value == ScalarValue::Str("".into()) && transaction.get(object, key)?.is_none() {
        return Ok(false);
    }
    put(transaction, object, key, value)
}
