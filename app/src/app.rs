//! The root component: locked, or open on a workspace.

use dioxus::history::provide_history_context;
use dioxus::prelude::*;
use voorveld_core::api::{AppResumed, ReadSettings};
use voorveld_core::view::{Appearance, Language, Settings};
use voorveld_core::{Phone, Workspace};

use crate::hooks::{
    Lock, use_capture_provider, use_client_mode_provider, use_covered_provider, use_live, use_lock,
    use_lock_provider, use_looking_provider, use_open_part_provider, use_place_found,
    use_saved_provider, use_unfinished_provider,
};
use crate::pages::UnlockPage;
use crate::platform;
use crate::route::Route;
use crate::text::{self, ChosenLanguage};

/// Minimum width in CSS pixels for a list beside a page; the style sheet has the same breakpoint.
const WIDE_FROM: f64 = 900.0;

/// Whether the window is wide.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Wide(pub Signal<bool>);

/// The app. Expects a [`Phone`] in its context.
#[component]
pub fn App() -> Element {
    let lock = use_lock_provider(|| None);
    platform::use_away(move || lock.left());
    platform::use_front(move || {
        lock.came();
        if let Some(workspace) = lock.peek() {
            // Triggers a sync; news arrives as changes.
            spawn(async move {
                if let Err(error) = workspace.call(AppResumed).await {
                    tracing::warn!(%error, "nobody heard that the app came to the front");
                }
            });
        }
    });
    rsx! {
        Door {}
    }
}

/// The lock screen, or the app behind it. Expects the lock and a [`Phone`] in its context.
#[component]
pub(crate) fn Door() -> Element {
    let phone = use_context::<Phone>();
    let lock = use_context::<Lock>();
    use_chosen_language();
    use_unfinished_provider();
    rsx! {
        match lock.workspace() {
            None => rsx! {
                div {
                    class: "app",
                    lang: text::code(text::language()),
                    "data-appearance": appearance(lock.settings()),
                    UnlockPage { phone, onopen: move |opened| lock.open(opened) }
                }
            },
            Some(workspace) => rsx! {
                // A one-element list, because only there a new key remounts: nothing of the previous
                // team stays.
                for turn in [lock.turn()] {
                    Turn { key: "{turn}", workspace: workspace.clone() }
                }
            },
        }
    }
}

/// The app on one team: after a switch, the history holds no pages of the previous team.
#[component]
fn Turn(workspace: Workspace) -> Element {
    let lock = use_context::<Lock>();
    use_hook(|| {
        if let Some(history) = lock.history() {
            provide_history_context(history);
        }
    });
    rsx! {
        Opened { workspace }
    }
}

/// The app on an open workspace: the settings, the capture sheet's state and the pages.
#[component]
pub fn Opened(workspace: Workspace) -> Element {
    use_context_provider(|| workspace.clone());
    let lock = use_lock();
    let settings = use_live(ReadSettings);
    let chosen = settings
        .value()
        .or_else(|| lock.map(Lock::settings))
        .unwrap_or_default();
    let mut language = use_chosen_language();
    use_effect(move || {
        if let Some(settings) = settings
            .value()
            .filter(|now| *language.0.peek() != now.language)
        {
            language.0.set(settings.language);
        }
    });
    // Screen readers take the document's language from its root element.
    use_effect(move || {
        platform::set_language(text::code((language.0)()));
    });
    use_client_mode_provider();
    use_saved_provider();
    let capture = use_capture_provider();
    use_looking_provider();
    use_open_part_provider();
    use_covered_provider();
    use_effect(move || {
        if let (Some(lock), Some(settings)) = (lock, settings.value()) {
            lock.set_settings(settings);
        }
    });
    use_effect(move || {
        if lock.is_some_and(Lock::wanted) {
            capture.leave();
        }
    });
    let found = use_place_found(capture);
    let mut wide = use_context_provider(|| Wide(Signal::new(false)));
    rsx! {
        div {
            class: "app",
            lang: text::code(language.0()),
            "data-appearance": appearance(chosen),
            onresize: move |size| {
                if let Ok(size) = size.get_border_box_size() {
                    let now = size.width >= WIDE_FROM;
                    if *wide.0.peek() != now {
                        wide.0.set(now);
                    }
                }
            },
            if found {
                Router::<Route> {}
            }
        }
    }
}

/// Provides the chosen language outside the lock, so that it survives locking.
fn use_chosen_language() -> ChosenLanguage {
    use_hook(|| {
        try_consume_context::<ChosenLanguage>()
            .unwrap_or_else(|| provide_context(ChosenLanguage(Signal::new(Language::default()))))
    })
}

/// Returns the theme for the style sheet; `None` follows the system.
fn appearance(settings: Settings) -> Option<&'static str> {
    match settings.appearance {
        Appearance::System => None,
        Appearance::Light => Some("light"),
        Appearance::Dark => Some("dark"),
    }
}
