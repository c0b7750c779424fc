//! The digest of this phone's content as words.

use dioxus::prelude::*;

/// Four words to read aloud and compare.
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
