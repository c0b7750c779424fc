//! Questions about a list that need human judgement. All are optional: by default nothing is merged and
//! nothing becomes a safety fact.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use voorveld_core::model::{ColumnChoice, Holds, Likeness, UnsureColumn};
use voorveld_core::view::{ImportPreview, ImportRow};

use crate::components::{Button, Chip, Chips, ChoiceRow, Section};
use crate::t;

/// Rows per page.
const STEP: usize = 50;

/// The user's choices, by row index; dangers also by sentence index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chosen {
    /// Rows to merge with an existing record.
    pub joined: BTreeSet<u32>,
    /// Sentences to keep as safety facts.
    pub dangers: BTreeSet<(u32, u32)>,
    /// How many more sentences are shown than at first.
    pub more_dangers: usize,
}

impl Chosen {
    /// Returns whether anything was chosen, which then can be kept although no row is new.
    pub fn any(&self) -> bool {
        !self.joined.is_empty() || !self.dangers.is_empty()
    }

    /// Returns the sentences that are shown and not chosen.
    pub fn passed_over(&self, preview: &ImportPreview) -> Vec<(u32, u32)> {
        let rows = (0..).zip(&preview.rows);
        let all =
            rows.flat_map(|(place, row)| (0..).zip(&row.danger).map(move |(at, _)| (place, at)));
        all.take(STEP + self.more_dangers)
            .filter(|sentence| !self.dangers.contains(sentence))
            .collect()
    }

    /// Returns the number of records that the import will add: rows merged with one add none.
    pub fn fresh(&self, preview: &ImportPreview) -> u32 {
        let merged = (0..)
            .zip(&preview.rows)
            .filter(|(place, row)| !row.known && self.joined.contains(place));
        preview.fresh.saturating_sub(merged.map(|_| 1).sum())
    }
}

/// All questions, each with a default answer.
#[component]
pub fn Ask(
    preview: ImportPreview,
    chosen: Signal<Chosen>,
    oncolumn: EventHandler<ColumnChoice>,
) -> Element {
    let rows: Vec<(u32, ImportRow)> = (0..).zip(preview.rows).collect();
    let pick = |ask: fn(&ImportRow) -> bool| -> Vec<(u32, ImportRow)> {
        rows.iter().filter(|(_, row)| ask(row)).cloned().collect()
    };
    rsx! {
        Columns { unsure: preview.unsure, oncolumn }
        Dangers { rows: pick(|row| !row.danger.is_empty()), chosen }
        Alike { rows: pick(|row| row.like.is_some()), chosen }
        Unseen { rows: pick(|row| row.known && !row.unseen.is_empty()), chosen }
    }
}

/// Columns whose meaning the header leaves open.
#[component]
fn Columns(unsure: Vec<UnsureColumn>, oncolumn: EventHandler<ColumnChoice>) -> Element {
    if unsure.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("import-columns"), id: "import-columns",
            for column in unsure {
                div { key: "{column.title}", class: "group ask",
                    p { dir: "auto",
                        {t!("import-column", title: column.title.clone(), sample: column.sample.clone())}
                    }
                    Chips { label: t!("import-column-what", title: column.title.clone()),
                        for holds in [column.taken_as, column.maybe] {
                            Chip {
                                key: "{holds:?}",
                                label: holds_words(holds),
                                chosen: holds == column.taken_as,
                                onpress: {
                                    let title = column.title.clone();
                                    move |()| {
                                        if holds != column.taken_as {
                                            oncolumn.call(ColumnChoice { title: title.clone(), holds });
                                        }
                                    }
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}

fn holds_words(holds: Holds) -> String {
    match holds {
        Holds::Name => t!("import-holds-name"),
        Holds::Number => t!("import-holds-number"),
        Holds::Address => t!("import-holds-address"),
        Holds::Phone => t!("import-holds-phone"),
        Holds::Else => t!("import-holds-else"),
    }
}

/// Sentences that suggest danger: a tick makes one a safety fact.
#[component]
fn Dangers(rows: Vec<(u32, ImportRow)>, chosen: Signal<Chosen>) -> Element {
    let shown = STEP + chosen.read().more_dangers;
    let all: Vec<((u32, u32), String, String)> = rows
        .into_iter()
        .flat_map(|(place, row)| {
            let name = row.name;
            let sentences = (0..).zip(row.danger);
            sentences.map(move |(at, text)| ((place, at), name.clone(), text))
        })
        .collect();
    let total = all.len();
    if total == 0 {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("import-danger"), id: "import-danger", aside: total.to_string(),
            p { class: "second ask__how", {t!("import-danger-how")} }
            for (place , name , text) in all.into_iter().take(shown) {
                ChoiceRow {
                    key: "{place:?}",
                    id: "import-danger-{place.0}-{place.1}",
                    text,
                    second: name,
                    chosen: chosen.read().dangers.contains(&place),
                    onchoose: move |on| {
                        let mut chosen = chosen;
                        let dangers = &mut chosen.write().dangers;
                        if on {
                            dangers.insert(place);
                        } else {
                            dangers.remove(&place);
                        }
                    },
                }
            }
            More {
                total,
                shown,
                id: "import-more-danger",
                onmore: move |()| {
                    let mut chosen = chosen;
                    chosen.write().more_dangers += STEP;
                },
            }
        }
    }
}

/// Rows that resemble an existing record: both are kept unless the user merges them.
#[component]
fn Alike(rows: Vec<(u32, ImportRow)>, chosen: Signal<Chosen>) -> Element {
    let mut shown = use_signal(|| STEP);
    let total = rows.len();
    if total == 0 {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("import-alike"), id: "import-alike", aside: total.to_string(),
            p { class: "second ask__how", {t!("import-alike-how")} }
            for (place , row) in rows.into_iter().take(shown()) {
                div { key: "{place}", class: "group ask",
                    div {
                        p { class: "row__title", dir: "auto", "{row.name}" }
                        if !row.about.is_empty() {
                            p { class: "row__second", dir: "auto", "{row.about}" }
                        }
                        p { class: "ask__why", dir: "auto", {like_words(&row)} }
                    }
                    Chips { label: row.name.clone(),
                        for same in [false, true] {
                            Chip {
                                key: "{same}",
                                id: if same { format!("import-same-{place}") } else { format!("import-both-{place}") },
                                label: if same { t!("import-same") } else { t!("import-both") },
                                chosen: chosen.read().joined.contains(&place) == same,
                                onpress: move |()| join(chosen, place, same),
                            }
                        }
                    }
                }
            }
            More { total, shown: shown(), id: "import-more-alike", onmore: move |()| shown += STEP }
        }
    }
}

fn like_words(row: &ImportRow) -> String {
    let Some(like) = &row.like else {
        return String::new();
    };
    let name = like.name.clone();
    match like.why {
        Likeness::Number => t!("import-like-number", name: name),
        Likeness::NumberSpelling => t!("import-like-spelling", name: name),
        Likeness::Person => t!("import-like-person", name: name),
        Likeness::Surname => t!("import-like-surname", name: name),
        Likeness::Name => t!("import-like-name", name: name),
        Likeness::Phone => t!("import-like-phone", name: name),
    }
}

/// Additional information in the list about existing records.
#[component]
fn Unseen(rows: Vec<(u32, ImportRow)>, chosen: Signal<Chosen>) -> Element {
    let mut shown = use_signal(|| STEP);
    let total = rows.len();
    if total == 0 {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("import-unseen"), id: "import-unseen", aside: total.to_string(),
            p { class: "second ask__how", {t!("import-unseen-how")} }
            for (place , row) in rows.into_iter().take(shown()) {
                ChoiceRow {
                    key: "{place}",
                    id: "import-unseen-{place}",
                    text: row.unseen,
                    second: row.name,
                    chosen: chosen.read().joined.contains(&place),
                    onchoose: move |on| join(chosen, place, on),
                }
            }
            More { total, shown: shown(), id: "import-more-unseen", onmore: move |()| shown += STEP }
        }
    }
}

fn join(mut chosen: Signal<Chosen>, place: u32, same: bool) {
    let joined = &mut chosen.write().joined;
    if same {
        joined.insert(place)
    } else {
        joined.remove(&place)
    };
}

/// A button that shows more of a truncated list.
#[component]
fn More(total: usize, shown: usize, id: String, onmore: EventHandler<()>) -> Element {
    if total <= shown {
        return rsx! {};
    }
    rsx! {
        Button { id, label: t!("import-more", n: total - shown), onpress: onmore }
    }
}
