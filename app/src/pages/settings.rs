//! Settings of this phone, and information about the app.

use dioxus::prelude::*;
use voorveld_core::api::{ReadSettings, SetSettings};
use voorveld_core::view::{Appearance, Language, LockAfter, Settings};

use crate::components::{Button, Chip, Chips, ErrorLine, Glyph, Head, Page, Section};
use crate::hooks::{use_action, use_live, use_lock};
use crate::route::Route;
use crate::t;

const LANGUAGES: [(&str, Language); 2] = [("nl", Language::Dutch), ("en", Language::English)];

const APPEARANCES: [(&str, Appearance); 3] = [
    ("system", Appearance::System),
    ("light", Appearance::Light),
    ("dark", Appearance::Dark),
];

const LOCKS: [(&str, LockAfter); 4] = [
    ("at-once", LockAfter::AtOnce),
    ("1", LockAfter::OneMinute),
    ("5", LockAfter::FiveMinutes),
    ("15", LockAfter::FifteenMinutes),
];

/// The settings page.
#[component]
pub fn SettingsPage() -> Element {
    let live = use_live(ReadSettings);
    let action = use_action();
    let lock = use_lock();
    let navigator = use_navigator();
    let set = move |settings: Settings| action.send(SetSettings { settings });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("settings-title"),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: lock
                .map(|lock| rsx! {
                    Button {
                        id: "lock-now",
                        glyph: Glyph::Lock,
                        label: t!("settings-lock-now"),
                        onpress: move |()| lock.ask(),
                    }
                }),
            if let Some(error) = live.problem().or_else(|| action.problem()) {
                ErrorLine { error }
            }
            if let Some(now) = live.value() {
                Section { title: t!("settings-language"), rows: false,
                    Chips { label: t!("settings-language"), class: "settings__chips",
                        for (name , language) in LANGUAGES {
                            Chip {
                                key: "{name}",
                                id: "language-{name}",
                                label: language_name(language),
                                chosen: now.language == language,
                                onpress: move |()| set(Settings { language, ..now }),
                            }
                        }
                    }
                }
                Section { title: t!("settings-lock"), rows: false,
                    p { class: "second quiet", {t!("settings-lock-how")} }
                    Chips { label: t!("settings-lock"), class: "settings__chips",
                        for (name , lock_after) in LOCKS {
                            Chip {
                                key: "{name}",
                                id: "lock-{name}",
                                label: lock_name(lock_after),
                                chosen: now.lock_after == lock_after,
                                onpress: move |()| set(Settings { lock_after, ..now }),
                            }
                        }
                    }
                }
                Section { title: t!("settings-appearance"), rows: false,
                    Chips { label: t!("settings-appearance"), class: "settings__chips",
                        for (name , appearance) in APPEARANCES {
                            Chip {
                                key: "{name}",
                                id: "appearance-{name}",
                                label: appearance_name(appearance),
                                chosen: now.appearance == appearance,
                                onpress: move |()| set(Settings { appearance, ..now }),
                            }
                        }
                    }
                }
            }
            About {}
        }
    }
}

/// Returns the language's own name for itself.
fn language_name(language: Language) -> &'static str {
    match language {
        Language::Dutch => "Nederlands",
        Language::English => "English",
    }
}

fn appearance_name(appearance: Appearance) -> String {
    match appearance {
        Appearance::System => t!("appearance-system"),
        Appearance::Light => t!("appearance-light"),
        Appearance::Dark => t!("appearance-dark"),
    }
}

fn lock_name(after: LockAfter) -> String {
    match after.minutes() {
        0 => t!("lock-at-once"),
        minutes => t!("lock-after", n: minutes),
    }
}

/// Version, licence, and credits for the typeface and the icons.
#[component]
fn About() -> Element {
    rsx! {
        Section { title: t!("about-title"), id: "settings-about", rows: false,
            dl { class: "about",
                dt { {t!("about-version")} }
                dd { id: "settings-version", {env!("CARGO_PKG_VERSION")} }
                dt { {t!("about-licence")} }
                dd { {t!("about-licence-text")} }
                dt { {t!("about-type")} }
                dd { {t!("about-type-text")} }
                dt { {t!("about-icons")} }
                dd { {t!("about-icons-text")} }
                dt { {t!("about-data")} }
                dd { {t!("about-data-text")} }
            }
        }
    }
}
