//! Recording an expense: the amount, one chip, and optionally a photo.

mod details;
mod writing;

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::ReadCase;
use voorveld_core::model::{EntryRef, MAX_LINE, Purpose, Who};
use voorveld_core::view::ExpenseDraft;

use super::purposes;
use super::receipt::ReceiptPicture;
use crate::components::{
    Button, Chip, Chips, ErrorLine, Glyph, Head, Icon, Keypad, Page, PhotoField, focus,
};
use crate::hooks::{
    JustSaved, Part, Subject, back, clock, use_capture, use_carried, use_live, use_open_part,
    use_saved, use_subject,
};
use crate::{format, t, text};
use details::Details;
use writing::{Writing, use_writing};

/// A new expense for one case.
#[component]
pub fn NewExpensePage(case: CaseId) -> Element {
    let live = use_live(ReadCase { case });
    // A note is one line; a longer sentence waits as a draft.
    let carried = use_carried(Who::Case(case));
    let carried = carried.filter(|draft| fits_a_line(&draft.text));
    let note = carried.as_ref().map(|draft| draft.text.trim().to_owned());
    let capture = use_capture();
    let writing = use_writing(case, note.clone().unwrap_or_default());
    let part = use_open_part();
    let saved = use_saved();
    let save = use_callback(move |()| {
        let name = live.value().map(|view| view.name).unwrap_or_default();
        let noted = writing.draft().map(|draft| draft.note);
        let used = carried.as_ref().filter(|_| noted == note);
        let used = used.map(|draft| draft.id);
        let id = writing.draft().map(|draft| draft.id);
        writing.save(move || {
            if let Some(id) = used {
                capture.used(id);
            }
            // Opens the expenses tab, also when started from the +, so that the new expense is visible.
            part.open(case, Part::Expenses);
            back();
            let entry = id.map(|id| EntryRef::Expense { case, id });
            saved.say(JustSaved {
                text: t!("saved-with", name: name),
                at: Some(clock().now()),
                entry,
                reopened: None,
            });
        });
    });
    let name = live.value().map(|view| view.name);
    use_subject(name.clone().map(|name| Subject {
        who: Who::Case(case),
        name,
    }));
    let clock = clock();
    let now = t!("capture-now", time: format::time(clock.local(clock.now()).time()));
    let when = match writing.draft().and_then(|draft| draft.day) {
        Some(day) => format::relative_day(text::language(), day, clock.today()),
        None => now,
    };
    let second = [name.unwrap_or_default(), when].map(|part| part.trim().to_owned());
    let second = second.join(" · ");
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("expense-title"),
                    second: second.trim_start_matches(" · "),
                    glyph: Glyph::X,
                    onback: move |()| back(),
                }
            },
            dock: rsx! {
                if let Some(error) = writing.problem() {
                    ErrorLine { error }
                }
                Button {
                    id: "expense-save",
                    label: t!("save"),
                    main: true,
                    busy: writing.busy(),
                    onpress: save,
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(draft) = writing.draft() {
                Sheet { draft, writing, save }
            }
        }
    }
}

/// The form.
#[component]
fn Sheet(draft: ExpenseDraft, writing: Writing, save: Callback) -> Element {
    let language = text::language();
    let photo = draft.photo;
    rsx! {
        div {
            class: "expense-sheet",
            // A physical keyboard edits the amount wherever the focus is, except in a text field.
            onkeydown: move |event| match event.key() {
                Key::Character(typed) if plain(event.modifiers()) => writing.typed(&typed),
                Key::Backspace => {
                    event.prevent_default();
                    writing.erase();
                }
                _ => {}
            },
            p {
                class: "expense-sheet__amount",
                class: if draft.amount.is_empty() { "expense-sheet__amount--empty" },
                id: "expense-amount",
                tabindex: "0",
                role: "textbox",
                aria_label: t!("expense-amount"),
                onkeydown: move |event| {
                    if event.key() == Key::Enter {
                        event.prevent_default();
                        save(());
                    }
                },
                onmounted: move |mounted| focus::to(mounted.data()),
                {format::keyed_amount(language, &draft.amount)}
            }
            Chips { label: t!("expense-purpose"), fill: true,
                for purpose in Purpose::ALL {
                    Chip {
                        key: "{purposes::id(purpose)}",
                        id: "purpose-{purposes::id(purpose)}",
                        label: purposes::label(language, purpose),
                        chosen: draft.purpose == purpose.word(),
                        onpress: move |()| writing.choose(purpose.word()),
                    }
                }
            }
            Details { draft: draft.clone(), writing }
            div { class: "expense-sheet__photo",
                PhotoField {
                    id: "expense-photo",
                    title: t!("receipt-add"),
                    second: if writing.developing() {
                        t!("receipt-developing")
                    } else if photo.is_some() {
                        t!("receipt-only-here")
                    } else {
                        t!("receipt-optional")
                    },
                    busy: writing.developing(),
                    picture: photo.map(|receipt| rsx! {
                        ReceiptPicture { key: "{receipt}", receipt, small: true }
                    }),
                    ontake: move |picture| writing.take(picture),
                }
                if photo.is_some() {
                    button {
                        class: "sheet__close",
                        id: "expense-photo-drop",
                        r#type: "button",
                        aria_label: t!("receipt-drop"),
                        onclick: move |_| writing.drop_photo(),
                        Icon { glyph: Glyph::X }
                    }
                }
            }
            Keypad {
                ondigit: move |digit: char| writing.typed(&digit.to_string()),
                oncomma: move |()| writing.typed(","),
                onback: move |()| writing.erase(),
            }
        }
    }
}

fn fits_a_line(text: &str) -> bool {
    let text = text.trim();
    !text.contains('\n') && text.chars().count() <= MAX_LINE as usize
}

/// Tells whether a key press is not a shortcut.
fn plain(modifiers: Modifiers) -> bool {
    !modifiers.intersects(Modifiers::CONTROL | Modifiers::META | Modifiers::ALT)
}
