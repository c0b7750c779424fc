//! UI text in the chosen language: `t!("key")` or `t!("key", name: value)`.

pub mod checkup;
pub mod problem;

use std::borrow::Cow;
use std::collections::HashMap;

use dioxus::prelude::*;
use fluent_templates::Loader;
pub use fluent_templates::fluent_bundle::FluentValue;
use unic_langid::{LanguageIdentifier, langid};
use voorveld_core::isolated;
use voorveld_core::view::Language;

fluent_templates::static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "nl",
        // Isolating marks would end up in labels that people search for. Names are rendered in their own
        // elements with dir="auto"; those within a sentence are isolated by `say_in`.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const DUTCH: LanguageIdentifier = langid!("nl");
const ENGLISH: LanguageIdentifier = langid!("en");

/// The chosen language, in the context of all pages.
#[derive(Clone, Copy)]
pub struct ChosenLanguage(pub Signal<Language>);

/// Returns the language to show; Dutch until one is chosen.
pub fn language() -> Language {
    try_consume_context::<ChosenLanguage>().map_or_else(Language::default, |chosen| (chosen.0)())
}

/// Returns the language code for `lang`.
pub fn code(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl",
        Language::English => "en",
    }
}

/// Returns a text in the chosen language. Prefer `t!`, whose keys are checked by a test.
pub fn say(key: &str, values: &[(&'static str, FluentValue<'static>)]) -> String {
    say_in(language(), key, values)
}

/// Returns a text in the given language.
pub fn say_in(
    language: Language,
    key: &str,
    values: &[(&'static str, FluentValue<'static>)],
) -> String {
    let identifier = match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    };
    if values.is_empty() {
        return LOCALES.lookup(identifier, key);
    }
    let values: HashMap<Cow<'static, str>, FluentValue<'_>> = values
        .iter()
        .map(|(name, value)| (Cow::Borrowed(*name), apart(value)))
        .collect();
    LOCALES.lookup_with_args(identifier, key, &values)
}

/// Isolates a value bidirectionally, so that it cannot reorder the sentence around it.
fn apart(value: &FluentValue<'static>) -> FluentValue<'static> {
    match value {
        FluentValue::String(text) => isolated(text).into(),
        other => other.clone(),
    }
}

/// A text in the chosen language, by key: `t!("save")`, `t!("goes-ahead", name: lead)`.
#[macro_export]
macro_rules! t {
    ($key:literal) => {
        $crate::text::say($key, &[])
    };
    ($key:literal, $($name:ident : $value:expr),+ $(,)?) => {
        $crate::text::say($key, &[$((stringify!($name), $crate::text::FluentValue::from($value))),+])
    };
}

/// Like `t!`, in a given language; for use outside components.
#[macro_export]
macro_rules! t_in {
    ($language:expr, $key:literal) => {
        $crate::text::say_in($language, $key, &[])
    };
    ($language:expr, $key:literal, $($name:ident : $value:expr),+ $(,)?) => {
        $crate::text::say_in(
            $language,
            $key,
            &[$((stringify!($name), $crate::text::FluentValue::from($value))),+],
        )
    };
}
