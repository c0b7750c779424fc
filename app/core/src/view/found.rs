//! A list of which only the beginning is shown.

use serde::{Deserialize, Serialize};

/// How many there are, as far as they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Total {
    /// So many.
    pub number: u32,
    /// Or more than that: it takes too long to count them while somebody types.
    pub or_more: bool,
}

impl Total {
    /// Exactly so many.
    pub(crate) fn of(number: usize) -> Self {
        Self {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            or_more: false,
        }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            number: self.number.saturating_add(other.number),
            or_more: self.or_more || other.or_more,
        }
    }

    pub(crate) fn without(self, gone: u32) -> Self {
        Self {
            number: self.number.saturating_sub(gone),
            ..self
        }
    }
}

impl From<u32> for Total {
    fn from(number: u32) -> Self {
        Self {
            number,
            or_more: false,
        }
    }
}

/// The first of what was found, and how many there are; read like a list of those first ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found<T> {
    /// As many as were asked for.
    pub hits: Vec<T>,
    /// How many there are with those.
    pub total: Total,
}

impl<T> Found<T> {
    /// There are more than these.
    pub fn is_cut(&self) -> bool {
        self.total.or_more || self.total.number as usize > self.hits.len()
    }
}

impl<T> std::ops::Deref for Found<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.hits
    }
}

impl<T> IntoIterator for Found<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.hits.into_iter()
    }
}

impl<T> Default for Found<T> {
    fn default() -> Self {
        Self {
            hits: Vec::new(),
            total: Total::default(),
        }
    }
}

/// These are all there are.
impl<T> From<Vec<T>> for Found<T> {
    fn from(hits: Vec<T>) -> Self {
        let total = Total::of(hits.len());
        Self { hits, total }
    }
}
