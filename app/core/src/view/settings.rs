//! This phone's settings.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The language of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

/// The colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Appearance {
    /// As set on the phone.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How long the app may be in the background before it requires the PIN again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum LockAfter {
    /// Locks immediately.
    AtOnce,
    /// One minute.
    OneMinute,
    /// Five minutes: enough for a call, a message or a look at the map.
    #[default]
    FiveMinutes,
    /// Fifteen minutes.
    FifteenMinutes,
}

impl LockAfter {
    /// Returns the number of minutes.
    pub fn minutes(self) -> u32 {
        match self {
            Self::AtOnce => 0,
            Self::OneMinute => 1,
            Self::FiveMinutes => 5,
            Self::FifteenMinutes => 15,
        }
    }
}

/// This phone's settings, which are not synced. Settings missing from an older version get their
/// default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the app.
    pub language: Language,
    /// The colour scheme.
    pub appearance: Appearance,
    /// When the app locks itself.
    pub lock_after: LockAfter,
}

/// The place in the app at which the user was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The route of the page.
    pub path: String,
    /// Whether the capture sheet was open over it.
    pub sheet: bool,
    /// When it was stored.
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::{Appearance, Language, LockAfter, Settings};

    #[test]
    fn settings_of_an_older_app_keep_what_was_chosen_in_it() {
        let old = r#"{"language":"English","appearance":"Dark"}"#;
        let expected = Settings {
            language: Language::English,
            appearance: Appearance::Dark,
            lock_after: LockAfter::FiveMinutes,
        };
        assert_eq!(serde_json::from_str::<Settings>(old).ok(), Some(expected));
    }
}
