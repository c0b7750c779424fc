//! Decisions with their proof, expenses, and the core team's agenda items.

use voorveld_core::view::{CaseExport, ExpenseRecord};

use super::{Look, line};
use crate::export::Page;
use crate::pages::purposes;
use crate::{format, t_in};

/// Adds the decisions, oldest first, since each refers to earlier ones.
pub(super) fn decisions(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    if dossier.decisions.is_empty() {
        return;
    }
    page.heading(&t_in!(language, "case-tab-decisions"));
    for each in &dossier.decisions {
        let kind = format::decision_kind(language, each.line.kind);
        let added = each.line.adds_to;
        let added = added.map(|_| t_in!(language, "export-added"));
        page.small_heading(&line([
            kind,
            added.unwrap_or_default(),
            each.line.by.clone(),
            look.at(each.line.at),
        ]));
        let mut fields = format::decision_on_paper(language, &each.line);
        for fault in &each.faults {
            page.text(&format::decision_fault(language, *fault));
        }
        fields.extend([
            (t_in!(language, "proof-hash"), each.hash.clone()),
            (
                t_in!(language, "proof-parents"),
                if each.parents.is_empty() {
                    t_in!(language, "proof-first")
                } else {
                    each.parents.join("\n")
                },
            ),
            (t_in!(language, "proof-key"), each.key.clone()),
            (t_in!(language, "proof-signature"), each.signature.clone()),
        ]);
        page.fields(
            fields
                .iter()
                .map(|(word, value)| (word.as_str(), value.as_str())),
        );
    }
}

/// Adds the expenses, oldest first, with their total.
pub(super) fn expenses(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    if dossier.expenses.is_empty() {
        return;
    }
    page.heading(&t_in!(language, "expenses-title"));
    let head = [
        t_in!(language, "expense-day"),
        t_in!(language, "expense-purpose"),
        t_in!(language, "expenses-by"),
        t_in!(language, "receipt"),
        t_in!(language, "expense-amount"),
    ];
    let sum = dossier.expenses.iter().map(|one| one.cents).sum();
    let rows: Vec<Vec<String>> = dossier
        .expenses
        .iter()
        .map(|one| {
            let what = match one.reverses {
                Some(taken) => taken_back(dossier, taken, look),
                None => line([purposes::shown(language, &one.purpose), one.note.clone()]),
            };
            vec![
                format::numeric_day(one.day),
                what,
                one.by.clone(),
                if one.receipt {
                    t_in!(language, "expenses-yes")
                } else {
                    t_in!(language, "expenses-no")
                },
                format::amount(language, one.cents),
            ]
        })
        .collect();
    let sum = [
        t_in!(language, "expenses-total"),
        String::new(),
        String::new(),
        String::new(),
        format::amount(language, sum),
    ];
    page.table_with_sum(&head, &rows, &sum, &[4]);
}

/// Formats "terugboeking · 12-11-2025": the day and the amount beside it identify the reversed expense.
fn taken_back(dossier: &CaseExport, id: voorveld_core::ExpenseId, look: Look) -> String {
    let taken = dossier.expenses.iter().find(|one| one.id == id);
    let day = taken.map(|one: &ExpenseRecord| format::numeric_day(one.day));
    line([
        t_in!(look.language, "expense-is-reversal"),
        day.unwrap_or_default(),
    ])
}

/// Adds the core team's agenda items. Their decisions appear in the timeline.
pub(super) fn agenda(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    if dossier.agenda.is_empty() {
        return;
    }
    page.heading(&t_in!(language, "core-team-title"));
    for entry in &dossier.agenda {
        let day = entry.meeting.map(format::numeric_day);
        page.small_heading(&line([
            day.unwrap_or_else(|| look.on(entry.at)),
            entry.by.clone(),
        ]));
        page.fields([
            (
                t_in!(language, "core-team-status").as_str(),
                entry.status.as_str(),
            ),
            (&t_in!(language, "core-team-question"), &entry.question),
        ]);
    }
}
