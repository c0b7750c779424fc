//! Changing an expense where it stands: the amount, what it was for, the day, with whom, and taking it
//! back.

use chrono::NaiveDate;
use dioxus::prelude::*;
use voorveld_core::api::{ChangeExpense, ReadEntry};
use voorveld_core::model::{EntryRef, Purpose};
use voorveld_core::view::ExpenseLine;

use crate::components::{Button, Chip, Chips, ErrorLine, Field};
use crate::hooks::{clock, use_action, use_live, use_unfinished};
use crate::pages::entry_editor::{EntryHistory, TakeBack, Whose, use_move};
use crate::pages::purposes;
use crate::{format, t, text};

/// The form. What was left as it is, is not written.
#[component]
pub fn ExpenseForm(id: String, line: ExpenseLine, onclose: EventHandler<()>) -> Element {
    let language = text::language();
    // Initial values: the fields are uncontrolled and keep their own text from then on.
    let begin = use_hook(|| line.clone());
    let unfinished = use_unfinished(&format!("{id}-note"), &begin.note);
    let first_note = use_hook(|| unfinished.text());
    let mut amount = use_signal(|| format::amount(language, begin.cents));
    let mut purpose = use_signal(|| begin.purpose.clone());
    let mut note = use_signal(|| first_note.clone());
    let mut day = use_signal(|| Some(begin.day));
    let action = use_action();
    let moving = use_move();
    let case = line.case;
    let entry = EntryRef::Expense { case, id: line.of };
    let live = use_live(ReadEntry { entry });
    let typed_on = unfinished.clone();
    let close = use_callback(move |()| {
        unfinished.forget();
        onclose.call(());
    });
    let amount_id = line.id;
    let save = use_callback(move |()| {
        let change = ChangeExpense {
            case,
            id: amount_id,
            amount: amount.peek().clone(),
            purpose: purpose.peek().clone(),
            note: note.peek().clone(),
            day: *day.peek(),
        };
        action.send_then(change, move |()| moving.carry_out(entry, move || close(())));
    });
    rsx! {
        div { class: "editor",
            Field {
                id: "{id}-amount",
                label: t!("expense-amount"),
                initial: format::amount(language, begin.cents),
                oninput: move |typed| amount.set(typed),
                onenter: save,
            }
            p { class: "second group__label", {t!("expense-purpose")} }
            Chips { label: t!("expense-purpose"),
                for each in Purpose::ALL {
                    Chip {
                        key: "{purposes::id(each)}",
                        id: "{id}-{purposes::id(each)}",
                        label: purposes::label(language, each),
                        chosen: purpose() == each.word(),
                        onpress: move |()| {
                            let same = *purpose.peek() == each.word();
                            purpose.set(if same { String::new() } else { each.word().to_owned() });
                        },
                    }
                }
            }
            Field {
                id: "{id}-note",
                label: t!("expense-note"),
                initial: first_note,
                oninput: move |typed: String| {
                    typed_on.set(&typed);
                    note.set(typed);
                },
                onenter: save,
            }
            Day { id: "{id}-day", first: begin.day, onchoose: move |to| day.set(to) }
            Whose { id: id.clone(), entry, name: line.case_name.clone(), moving }
            if let Some(view) = live.value() {
                EntryHistory { view }
            }
            TakeBack { id: id.clone(), entry, onclose: close }
            if let Some(error) = action.problem().or(moving.action.problem()) {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button { label: t!("cancel"), small: true, onpress: close }
                Button {
                    id: "{id}-save",
                    label: t!("save"),
                    main: true,
                    small: true,
                    busy: action.busy() || moving.action.busy(),
                    onpress: save,
                }
            }
        }
    }
}

/// The day on which it was spent.
#[component]
fn Day(id: String, first: NaiveDate, onchoose: EventHandler<Option<NaiveDate>>) -> Element {
    rsx! {
        div { class: "field",
            label { class: "field__label", r#for: "{id}", {t!("expense-day")} }
            div { class: "field__box",
                input {
                    class: "field__input",
                    id: "{id}",
                    r#type: "date",
                    autocomplete: "off",
                    max: "{clock().today()}",
                    initial_value: "{first}",
                    oninput: move |event| onchoose.call(event.value().parse().ok()),
                }
            }
        }
    }
}
