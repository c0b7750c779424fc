//! Settings of this phone.

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

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Appearance {
    /// As the phone has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How long the app may be away before it asks the code again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum LockAfter {
    /// Not at all.
    AtOnce,
    /// A minute.
    OneMinute,
    /// Five minutes: a call, a message, a look at the map.
    #[default]
    FiveMinutes,
    /// A quarter of an hour.
    FifteenMinutes,
}

impl LockAfter {
    /// In minutes.
    pub fn minutes(self) -> u32 {
        match self {
            Self::AtOnce => 0,
            Self::OneMinute => 1,
            Self::FiveMinutes => 5,
            Self::FifteenMinutes => 15,
        }
    }
}

/// Settings of this phone; they are not synced. What an older app kept has not all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the app.
    pub language: Language,
    /// Light or dark.
    pub appearance: Appearance,
    /// When the app locks itself.
    pub lock_after: LockAfter,
}

/// Where the app was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The page's address.
    pub path: String,
    /// The capture sheet was open over it.
    pub sheet: bool,
    /// When that was kept.
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
