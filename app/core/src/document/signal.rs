//! A signal: one thing heard or seen. Linking it to a case sets a flag; nothing is moved.

use automerge::{ROOT, ScalarValue};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::entry::id_text;
use super::read::{all_flags, flag_at};
use super::{Collection, Document, DocumentError, Edit};
use crate::model::Channel;

/// The root fields of a signal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SignalRoot {
    pub(crate) at: DateTime<Utc>,
    /// The clock time recorded by the phone, if that was wrong; `at` is then the corrected time.
    pub(crate) said: Option<DateTime<Utc>>,
    pub(crate) channel: Channel,
    pub(crate) by: Uuid,
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) resting: bool,
    /// The day on which it returns; `None` rests indefinitely.
    pub(crate) resting_until: Option<NaiveDate>,
    pub(crate) links: Vec<Uuid>,
}

impl SignalRoot {
    /// A signal of what was heard or seen, with no source, not at rest and not linked to a case.
    pub(crate) fn heard(at: DateTime<Utc>, channel: Channel, by: Uuid, text: String) -> Self {
        Self {
            at,
            said: None,
            channel,
            by,
            source: String::new(),
            text,
            resting: false,
            resting_until: None,
            links: Vec::new(),
        }
    }
}

/// Derives the id of the case opened for a signal. It is the same on every phone, so that two people
/// who pick up a signal offline open one case. The time part of the id is copied from the signal.
pub(crate) fn picked_up(signal: Uuid) -> Uuid {
    let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 case of a signal");
    hasher.update(signal.as_bytes());
    let hash = hasher.finalize();
    let mut bytes = *signal.as_bytes();
    bytes[6..].copy_from_slice(&hash.as_bytes()[6..16]);
    let version = match signal.get_version_num() {
        7 => 0x70,
        // UUIDv8 when the id of the signal is not UUIDv7.
        _ => 0x80,
    };
    bytes[6] = version | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    Uuid::from_bytes(bytes)
}

impl Edit<'_, '_> {
    /// Writes the fields of a new signal.
    pub(crate) fn write_signal(&mut self, new: &SignalRoot) -> Result<(), DocumentError> {
        self.set("at", ScalarValue::Timestamp(new.at.timestamp_millis()))?;
        self.set("by", id_text(new.by).as_str())?;
        self.set("channel", new.channel.word())?;
        self.set("source", new.source.as_str())?;
        self.set("text", new.text.as_str())?;
        if let Some(until) = new.resting_until {
            self.set("resting_until", until.to_string())?;
        }
        if new.resting {
            self.set("resting", true)?;
        }
        for case in &new.links {
            self.set_in(Collection::Links, &id_text(*case), true)?;
        }
        Ok(())
    }
}

impl Document {
    /// Reads the root of a signal. Concurrent texts or sources are joined. Of concurrent days to rest
    /// until, the earliest counts; a signal that was rested and woken concurrently is awake: showing
    /// it once too often is safer than forgetting it.
    pub(crate) fn signal_root(&self) -> SignalRoot {
        let values = |field| -> Vec<String> {
            let values = self.all_str(&ROOT, field).into_iter();
            values.filter(|value| !value.is_empty()).collect()
        };
        let days = values("resting_until");
        let links = self.map(Collection::Links);
        SignalRoot {
            at: self.placed(&ROOT, "at").unwrap_or_default(),
            said: self.said(&ROOT, "at"),
            channel: Channel::from_word(&self.str("channel")),
            by: Uuid::parse_str(&self.str("by")).unwrap_or_default(),
            source: values("source").join(" / "),
            text: values("text").join("\n———\n"),
            resting: all_flags(self.reader(), &ROOT, "resting"),
            resting_until: days.iter().filter_map(|day| day.parse().ok()).min(),
            links: self
                .ids(Collection::Links)
                .into_iter()
                .filter(|id| {
                    links
                        .as_ref()
                        .is_some_and(|map| flag_at(self.reader(), map, &id_text(*id)))
                })
                .collect(),
        }
    }
}
