//! The team's expenses per month, for accounting.

mod budget;
pub(crate) mod export;
pub(crate) mod form;
pub(crate) mod line;

use chrono::{Datelike, Months, NaiveDate};
use dioxus::prelude::*;
use voorveld_core::Cents;
use voorveld_core::api::ReadExpenseMonth;
use voorveld_core::view::{ExpenseMonth, Total};

use crate::components::{ErrorLine, ExportButtons, Glyph, Head, Icon, More, Name, Page, Section};
use crate::export::FileKind;
use crate::hooks::{clock, use_live};
use crate::route::Route;
use crate::{format, t, text};
use budget::Budget;
use line::ExpenseRow;

/// Lines per page.
const STEP: usize = 200;

/// The page; it starts with the current month.
#[component]
pub fn ExpensesPage() -> Element {
    let today = clock().today();
    let this_month = today.with_day(1).unwrap_or(today);
    let mut month = use_signal(|| this_month);
    let live = use_live(ReadExpenseMonth { month: month() });
    let navigator = use_navigator();
    // While another month loads, the previous one's data is not shown under its name.
    let view = live.value().filter(|view| view.month == month());
    let second = view.as_ref().map_or_else(String::new, counts);
    let made = view.clone();
    let make = use_callback(move |kind| {
        let language = text::language();
        made.as_ref().map(|month| match kind {
            FileKind::Table => export::table(language, month),
            _ => export::page(language, month),
        })
    });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: format::capital(&format::month(text::language(), month())),
                    second,
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                    end: rsx! {
                        div { class: "expenses__months",
                            MonthButton {
                                id: "month-earlier",
                                glyph: Glyph::ChevronLeft,
                                label: t!("expenses-earlier"),
                                onpress: move |()| month.set(shift(month(), -1)),
                            }
                            MonthButton {
                                id: "month-later",
                                glyph: Glyph::ChevronRight,
                                label: t!("expenses-later"),
                                disabled: month() >= this_month,
                                onpress: move |()| month.set(shift(month(), 1)),
                            }
                        }
                    },
                }
            },
            dock_lined: true,
            dock: view
                .as_ref()
                .filter(|view| !view.lines.is_empty())
                .map(|_| rsx! {
                    ExportButtons {
                        id: "expenses",
                        kinds: vec![FileKind::Table, FileKind::Page],
                        make,
                    }
                }),
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(view) = view {
                Month { key: "{view.month}", view }
            }
        }
    }
}

#[component]
fn MonthButton(
    id: String,
    glyph: Glyph,
    label: String,
    #[props(default)] disabled: bool,
    onpress: EventHandler<()>,
) -> Element {
    rsx! {
        button {
            class: "head__button",
            id,
            r#type: "button",
            disabled,
            aria_label: label,
            onclick: move |_| onpress.call(()),
            Icon { glyph }
        }
    }
}

#[component]
fn Month(view: ExpenseMonth) -> Element {
    let mut shown = use_signal(|| STEP);
    let language = text::language();
    let left = view.budget.map(|budget| budget - view.total);
    rsx! {
        div { class: "expenses__sum",
            p { class: "expenses__total", id: "expenses-total", {format::money(language, view.total)} }
            if let Some(left) = left {
                p { class: "second", id: "expenses-left",
                    if left < Cents(0) {
                        {t!("expenses-over", amount: format::money(language, -left))}
                    } else {
                        {t!("expenses-left", amount: format::money(language, left))}
                    }
                }
            }
        }
        if view.lines.is_empty() {
            p { class: "second quiet", {t!("expenses-none")} }
        } else {
            div { class: "expenses__lines rows",
                for line in view.lines.iter().take(shown()) {
                    ExpenseRow { key: "{line.id}", line: line.clone(), named: true }
                }
            }
            More {
                id: "expenses-more",
                shown: view.lines.len().min(shown()),
                total: Total::from(view.lines.len() as u32),
                onpress: move |()| shown += STEP,
            }
            if view.cases.len() > 1 {
                Section { title: t!("expenses-per-case"), id: "expenses-cases",
                    for sum in view.cases.clone() {
                        div { key: "{sum.case}", class: "row",
                            Link {
                                class: "row__main",
                                to: Route::CasePage { case: sum.case },
                                span { class: "row__words",
                                    span { class: "row__title row__title--plain", dir: "auto",
                                        Name { name: sum.name, danger: sum.danger }
                                    }
                                }
                                span { class: "expense__amount", {format::amount(language, sum.total)} }
                            }
                        }
                    }
                }
            }
        }
        Budget { budget: view.budget }
    }
}

/// Formats "6 mensen · 7 uitgaven".
fn counts(view: &ExpenseMonth) -> String {
    match view.lines.len() {
        0 => String::new(),
        lines => [
            t!("expenses-people", n: view.cases.len()),
            t!("expenses-count", n: lines),
        ]
        .join(" · "),
    }
}

/// Returns the first day of the month that is `by` months away.
fn shift(month: NaiveDate, by: i32) -> NaiveDate {
    let months = Months::new(by.unsigned_abs());
    let moved = match by {
        ..0 => month.checked_sub_months(months),
        _ => month.checked_add_months(months),
    };
    moved.unwrap_or(month)
}
