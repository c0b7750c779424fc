//! The words on the screen, in the chosen language: `t!("key")` or `t!("key", name: value)`.

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
        // The isolating marks would end up in labels that people search for. Names stand in elements
        // of their own with dir="auto"; those in a sentence that need the marks get them in `say_in`.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const DUTCH: LanguageIdentifier = langid!("nl");
const ENGLISH: LanguageIdentifier = langid!("en");

/// The chosen language, in the context of all pages.
#[derive(Clone, Copy)]
pub struct ChosenLanguage(pub Signal<Language>);

/// The language to show; Dutch before anything was chosen.
pub fn language() -> Language {
    try_consume_context::<ChosenLanguage>().map_or_else(Language::default, |chosen| (chosen.0)())
}

/// The language's code, for `lang`.
pub fn code(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl",
        Language::English => "en",
    }
}

/// A text in the chosen language. Use `t!`, whose keys are checked by a test.
pub fn say(key: &str, values: &[(&'static str, FluentValue<'static>)]) -> String {
    say_in(language(), key, values)
}

/// A text in this language.
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

/// What stands in a sentence cannot turn the words around it, whatever marks it has.
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

/// The same in a given language, for what is no component.
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
