//! Choosing a file.

use dioxus::html::FileData;
use dioxus::prelude::*;

use crate::components::{Glyph, Icon};
use crate::t;

/// A file field styled as a button.
#[component]
pub fn Choose(again: bool, busy: bool, ontake: EventHandler<Vec<FileData>>) -> Element {
    let main = if again { "" } else { " button--main" };
    rsx! {
        label { class: "button file{main}", r#for: "import-file", aria_busy: busy.then_some("true"),
            Icon { glyph: Glyph::Upload }
            if busy {
                {t!("import-reading")}
            } else if again {
                {t!("import-other")}
            } else {
                {t!("import-choose")}
            }
            input {
                class: "file__input",
                id: "import-file",
                r#type: "file",
                // Without a title, the web view shows its own "no file chosen".
                title: t!("import-choose"),
                // Spreadsheets also where they cannot be read: the answer then says how to save as CSV.
                accept: ".csv,.tsv,.txt,.xlsx,.xls,.xlsb,.ods,.vcf,.vcard,.json,text/csv,text/vcard,application/json",
                onchange: move |event| ontake.call(event.files()),
            }
        }
    }
}
