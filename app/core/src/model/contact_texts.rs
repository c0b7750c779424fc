//! The texts of a contact.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Index, IndexMut};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::{Serialize, Serializer};

use super::ContactField;

/// A text for each field of a contact; a field that was not filled in is empty. In JSON a map by
/// [`ContactField::key`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactTexts(BTreeMap<ContactField, String>);

impl Index<ContactField> for ContactTexts {
    type Output = String;

    fn index(&self, field: ContactField) -> &String {
        static EMPTY: String = String::new();
        self.0.get(&field).unwrap_or(&EMPTY)
    }
}

impl IndexMut<ContactField> for ContactTexts {
    fn index_mut(&mut self, field: ContactField) -> &mut String {
        self.0.entry(field).or_default()
    }
}

impl FromIterator<(ContactField, String)> for ContactTexts {
    fn from_iter<T: IntoIterator<Item = (ContactField, String)>>(texts: T) -> Self {
        Self(texts.into_iter().collect())
    }
}

impl Serialize for ContactTexts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(ContactField::ALL.map(|field| (field.key(), &self[field])))
    }
}

impl<'de> Deserialize<'de> for ContactTexts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Texts)
    }
}

struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = ContactTexts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the texts of a contact")
    }

    /// Skips unknown keys, such as those of a newer app.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ContactTexts, A::Error> {
        let mut texts = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            match ContactField::ALL
                .into_iter()
                .find(|field| field.key() == key)
            {
                Some(field) => {
                    texts.insert(field, map.next_value()?);
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(ContactTexts(texts))
    }
}
