//! The lock screen, without a store.

use dioxus::prelude::*;
use voorveld::pages::{Entry, UnlockScreen};
use voorveld_core::Error;

/// The lock screen: `unlock [first|wrong|damaged|newer|busy] [dark]`.
#[component]
pub fn Locked() -> Element {
    let variants: Vec<String> = std::env::args().skip(2).collect();
    let is = |variant: &str| variants.iter().any(|each| each == variant);
    let mut entry = use_signal(|| {
        let mut entry = Entry::new(!is("first"));
        let digits = if is("busy") { 6 } else { 3 };
        for _ in 0..digits {
            entry.press('1');
        }
        if is("wrong") {
            entry.failed(Error::WrongPin);
        } else if is("damaged") {
            entry.failed(Error::StoreDamaged {
                set_aside: "oosterhage-2025-11-18.damaged".into(),
            });
        } else if is("newer") {
            entry.failed(Error::StoreNewer { found: 9, known: 1 });
        }
        entry
    });
    rsx! {
        div { class: "app", "data-appearance": is("dark").then_some("dark"),
            UnlockScreen {
                entry: entry(),
                ondigit: move |digit| {
                    entry.write().press(digit);
                },
                onback: move |()| entry.write().back(),
                onbegin: move |()| entry.set(Entry::new(false)),
            }
        }
    }
}
