//! The words that stand for all that is on this phone.

use dioxus::prelude::*;

/// Four words to read out loud.
#[component]
pub fn FourWords(words: Vec<String>) -> Element {
    rsx! {
        ol { class: "words-box", id: "four-words",
            for word in words {
                li { key: "{word}", "{word}" }
            }
        }
    }
}
