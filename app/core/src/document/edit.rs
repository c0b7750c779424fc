//! Minimal edits: only values that differ are written, so that saving a form twice is a no-op and
//! edits of different fields never conflict.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value};

use super::{Collection, DocumentError, Touched};

/// An edit in progress.
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

    /// Sets a root scalar. Writing the value that is shown already has an effect only when the field
    /// is in conflict: it then resolves the conflict.
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

    /// Sets a flag or value in a map at the root. The presence of the key is meaningful, so an empty
    /// string is written too.
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

    /// Adds a complete entry. An existing entry is left unchanged.
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

    /// Sets a field of an entry. Returns whether the entry exists.
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

    /// Returns the flags in a map at the root whose keys match. A flag in conflict is set if any of
    /// its values is.
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

    /// Deletes an entry, which the app itself never does.
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

/// Puts a scalar unless it is the only value already. Returns whether it wrote.
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

/// Like [`put`], for a field that reads as empty when absent: an empty string is not written to an
/// absent field.
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
