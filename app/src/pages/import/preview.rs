//! How a file was understood, before anything is stored.

use dioxus::prelude::*;
use voorveld_core::model::{ColumnChoice, ImportKind, RowProblem};
use voorveld_core::view::{ImportPreview, ImportRow};

use super::ask::{Ask, Chosen};
use super::remark::remark;
use crate::components::{Button, Row, Section};
use crate::t;
use crate::text::language;

/// Rows per page.
const STEP: usize = 50;

/// The counts, the remarks and the rows.
#[component]
pub fn Preview(
    preview: ImportPreview,
    chosen: Signal<Chosen>,
    oncolumn: EventHandler<ColumnChoice>,
) -> Element {
    let known = preview.rows.iter().filter(|row| row.known).count();
    let left_out = preview
        .problems
        .iter()
        .filter(|problem| problem.reason.leaves_out())
        .count();
    let count = chosen.read().fresh(&preview);
    let fresh = match (count, preview.kind) {
        (0, _) if preview.fresh > 0 => t!("import-none-fresh-chosen"),
        (0, _) => t!("import-no-fresh"),
        (n, ImportKind::Cases) => t!("import-fresh-cases", n: n),
        (n, ImportKind::Contacts) => t!("import-fresh-contacts", n: n),
        (n, ImportKind::Team) => t!("import-fresh-team", n: n),
    };
    rsx! {
        div { id: "import-counts", role: "status",
            p { class: "import__fresh", "{fresh}" }
            if known > 0 {
                p { class: "second", {t!("import-known", n: known)} }
            }
            if left_out > 0 {
                p { class: "second", {t!("import-will-leave-out", n: left_out)} }
            }
            if preview.fresh > 0 {
                p { class: "second", {t!("import-not-yet")} }
            }
        }
        Ask { preview: preview.clone(), chosen, oncolumn }
        Remarks { problems: preview.problems.clone() }
        Rows { rows: preview.rows.clone() }
    }
}

/// One remark per line: line number, name and reason.
#[component]
pub fn Remarks(problems: Vec<RowProblem>) -> Element {
    let mut shown = use_signal(|| STEP);
    let total = problems.len();
    if total == 0 {
        return rsx! {};
    }
    rsx! {
        Section {
            title: t!("import-remarks"),
            id: "import-remarks",
            aside: total.to_string(),
            for (index , problem) in problems.into_iter().take(shown()).enumerate() {
                Row {
                    key: "{index}",
                    title: rsx! {
                        if !problem.sheet.is_empty() {
                            "{problem.sheet} · "
                        }
                        span { class: "figures", {t!("import-line", n: problem.line)} }
                        if !problem.name.is_empty() {
                            " · {problem.name}"
                        }
                    },
                    second: rsx! {
                        {remark(language(), &problem.reason)}
                        if !problem.text.is_empty() {
                            span { class: "import__said", dir: "auto", "{problem.text}" }
                        }
                    },
                }
            }
            if total > shown() {
                Button {
                    id: "import-more-remarks",
                    label: t!("import-more", n: total - shown()),
                    onpress: move |()| shown += STEP,
                }
            }
        }
    }
}

/// The understood rows; those that exist already are marked.
#[component]
fn Rows(rows: Vec<ImportRow>) -> Element {
    let mut shown = use_signal(|| STEP);
    let total = rows.len();
    if total == 0 {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("import-rows"), id: "import-rows", aside: total.to_string(),
            for (index , row) in rows.into_iter().take(shown()).enumerate() {
                Row {
                    key: "{index}",
                    title: rsx! { "{row.name}" },
                    second: (!row.about.is_empty()).then(|| rsx! { "{row.about}" }),
                    aside: if row.known { t!("import-row-known") } else { String::new() },
                }
            }
            if total > shown() {
                Button {
                    id: "import-more-rows",
                    label: t!("import-more", n: total - shown()),
                    onpress: move |()| shown += STEP,
                }
            }
        }
    }
}
