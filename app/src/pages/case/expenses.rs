//! The expenses of a case: the total, each expense with its receipts, and changing one.

use dioxus::prelude::*;
use voorveld_core::api::{AddReceipt, ReadExpenses};
use voorveld_core::model::Who;
use voorveld_core::view::ExpenseLine;
use voorveld_core::{CaseId, ExpenseId};

use crate::components::{ErrorLine, Glyph, Icon, Invite, PhotoField};
use crate::hooks::{use_action, use_live};
use crate::pages::Gone;
use crate::pages::expenses::form::ExpenseForm;
use crate::pages::expenses::line::ExpenseRow;
use crate::pages::receipt::ReceiptPicture;
use crate::route::Route;
use crate::{format, t, text};

/// The tab.
#[component]
pub fn ExpensesTab(case: CaseId) -> Element {
    let live = use_live(ReadExpenses { case });
    let mut open = use_signal(|| None::<ExpenseId>);
    rsx! {
        div { class: "facts",
            Link { class: "invite", id: "expense-new", to: Route::NewExpensePage { case },
                Icon { glyph: Glyph::Plus }
                {t!("expense-new")}
            }
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(view) = live.value().filter(|view| !view.lines.is_empty()) {
                p { class: "expenses__of-case",
                    span { class: "second", {t!("expenses-total")} }
                    span { class: "expense__amount", id: "expenses-total",
                        {format::money(text::language(), view.total)}
                    }
                }
                div { class: "rows",
                    for (number , line) in view.lines.into_iter().enumerate() {
                        div { key: "{line.id}",
                            ExpenseRow {
                                line: line.clone(),
                                id: "expense-{number}",
                                open: open() == Some(line.id),
                                onpress: {
                                    let id = line.id;
                                    move |()| open.set((open() != Some(id)).then_some(id))
                                },
                            }
                            if open() == Some(line.id) {
                                OpenExpense { line }
                            }
                        }
                    }
                }
            }
            Gone { who: Who::Case(case), expenses: true }
        }
    }
}

/// The details of an expense, and what can be done with it.
#[component]
fn OpenExpense(line: ExpenseLine) -> Element {
    let developing = use_action();
    let mut changing = use_signal(|| false);
    let (case, id) = (line.case, line.id);
    let is_reversal = line.reverses.is_some();
    let form = line.clone();
    rsx! {
        div { class: "expense-open",
            for receipt in line.receipts {
                ReceiptPicture { key: "{receipt.id}", receipt: receipt.id }
            }
            if !is_reversal {
                PhotoField {
                    id: "expense-receipt",
                    title: t!("receipt-add"),
                    second: if developing.busy() { t!("receipt-developing") } else { String::new() },
                    busy: developing.busy(),
                    ontake: move |picture| developing.send(AddReceipt { case, expense: Some(id), picture }),
                }
                if line.reversed {
                } else if changing() {
                    ExpenseForm {
                        id: "expense-edit",
                        line: form,
                        onclose: move |()| changing.set(false),
                    }
                } else {
                    Invite {
                        id: "expense-change",
                        label: t!("saved-change"),
                        glyph: Glyph::Pencil,
                        onpress: move |()| changing.set(true),
                    }
                }
            }
            if let Some(error) = developing.problem() {
                ErrorLine { error }
            }
        }
    }
}
