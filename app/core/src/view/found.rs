//! Lists of which only the beginning is returned.

use serde::{Deserialize, Serialize};

/// A total that may be a lower bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Total {
    /// The number counted.
    pub number: u32,
    /// Whether there may be more: counting all takes too long while the user types.
    pub or_more: bool,
}

impl Total {
    /// Creates an exact total.
    pub(crate) fn of(number: usize) -> Self {
        Self {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            or_more: false,
        }
    }

    /// Creates the total of rows of which at most one more than `counted` was read.
    pub(crate) fn up_to(read: usize, counted: u32) -> Self {
        let read = u32::try_from(read).unwrap_or(u32::MAX);
        Self {
            number: read.min(counted),
            or_more: read > counted,
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

/// The first hits of a search, with the total. Dereferences to the hits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The hits, up to the requested number.
    pub hits: Vec<T>,
    /// The total, including these hits.
    pub total: Total,
}

impl<T> Found<T> {
    /// Returns whether there are more hits than these.
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

/// Creates a complete list.
impl<T> From<Vec<T>> for Found<T> {
    fn from(hits: Vec<T>) -> Self {
        let total = Total::of(hits.len());
        Self { hits, total }
    }
}
