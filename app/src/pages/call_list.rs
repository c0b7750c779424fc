//! The escalation call list: whom to call, and in which order.

use dioxus::prelude::*;
use voorveld_core::CallListId;
use voorveld_core::api::{MoveCallLine, ReadCallList, RemoveCallLine, SaveCallLine};
use voorveld_core::model::SyncMark;
use voorveld_core::view::CallListLine;

use crate::components::{
    Button, CallButton, ErrorLine, Field, Glyph, Head, Icon, Invite, Page, Row, SyncMarkLine,
};
use crate::hooks::{back, use_action, use_live};
use crate::{format, t};

/// What is being edited: nothing, a new line, or an existing one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    New,
    Line(CallListId),
}

/// The team's call list.
#[component]
pub fn CallListPage() -> Element {
    let live = use_live(ReadCallList);
    let mut open = use_signal(|| Open::Nothing);
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("call-list-title"),
                    second: t!("call-list-second"),
                    onback: move |()| back(),
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(list) = live.value() {
                section { class: "section",
                    if list.lines.is_empty() {
                        p { class: "second quiet", {t!("call-list-none")} }
                    } else if list.mark == SyncMark::OnlyHere {
                        SyncMarkLine { mark: list.mark }
                    }
                    div { class: "rows",
                        for line in list.lines {
                            if open() == Open::Line(line.id) {
                                LineForm {
                                    key: "{line.id}-form",
                                    line: line.clone(),
                                    onclose: move |()| open.set(Open::Nothing),
                                }
                            } else {
                                CallLine {
                                    key: "{line.id}",
                                    line: line.clone(),
                                    onopen: move |()| open.set(Open::Line(line.id)),
                                }
                            }
                        }
                    }
                    if open() == Open::New {
                        LineForm { onclose: move |()| open.set(Open::Nothing) }
                    } else {
                        Invite {
                            id: "call-line-new",
                            glyph: Glyph::UserPlus,
                            label: t!("call-line-new"),
                            onpress: move |()| open.set(Open::New),
                        }
                    }
                }
            }
        }
    }
}

/// Returns title and second line of an entry: the title is the function, or else the name.
pub(super) fn who(line: &CallListLine) -> (String, String) {
    let mut second = vec![line.name.clone(), format::phone(&line.phone)];
    let title = if line.role.is_empty() {
        second.remove(0)
    } else {
        line.role.clone()
    };
    second.retain(|part| !part.is_empty());
    (title, second.join(" · "))
}

#[component]
fn CallLine(line: CallListLine, onopen: EventHandler<()>) -> Element {
    let (title, second) = who(&line);
    rsx! {
        Row {
            id: "call-line-{line.id}",
            title: rsx! { "{title}" },
            second: (!second.is_empty()).then(|| rsx! { "{second}" }),
            onpress: move |()| onopen.call(()),
            end: rsx! {
                CallButton { phone: line.phone.clone(), name: title.clone() }
            },
        }
    }
}

#[component]
fn LineForm(#[props(default)] line: Option<CallListLine>, onclose: EventHandler<()>) -> Element {
    let begin = use_hook(|| {
        line.clone().unwrap_or(CallListLine {
            id: CallListId(uuid::Uuid::nil()),
            name: String::new(),
            role: String::new(),
            phone: String::new(),
        })
    });
    let mut typed = use_signal(|| begin.clone());
    let action = use_action();
    let id = line.map(|line| line.id);
    let save = move |_| {
        let line = typed.peek().clone();
        let request = SaveCallLine {
            id,
            name: line.name,
            role: line.role,
            phone: line.phone,
        };
        action.send_then(request, move |_| onclose.call(()));
    };
    rsx! {
        div { class: "editor",
            Field {
                id: "call-line-role",
                label: t!("call-line-role"),
                initial: begin.role.clone(),
                focus: true,
                oninput: move |text| typed.write().role = text,
            }
            Field {
                id: "call-line-name",
                label: t!("call-line-name"),
                initial: begin.name.clone(),
                oninput: move |text| typed.write().name = text,
            }
            Field {
                id: "call-line-phone",
                label: t!("field-phone"),
                initial: format::phone(&begin.phone),
                keyboard: "tel",
                oninput: move |text| typed.write().phone = text,
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            if let Some(id) = id {
                div { class: "call-line__tools",
                    button {
                        class: "square",
                        id: "call-line-up",
                        r#type: "button",
                        aria_label: t!("call-line-up"),
                        onclick: move |_| action.send(MoveCallLine { id, up: true }),
                        Icon { glyph: Glyph::ArrowUp }
                    }
                    button {
                        class: "square",
                        id: "call-line-down",
                        r#type: "button",
                        aria_label: t!("call-line-down"),
                        onclick: move |_| action.send(MoveCallLine { id, up: false }),
                        Icon { glyph: Glyph::ArrowDown }
                    }
                    Button {
                        id: "call-line-remove",
                        label: t!("call-line-remove"),
                        small: true,
                        onpress: move |()| {
                            action.send_then(RemoveCallLine { id }, move |()| onclose.call(()));
                        },
                    }
                }
            }
            div { class: "editor__buttons",
                Button {
                    id: "call-line-cancel",
                    label: t!("cancel"),
                    small: true,
                    onpress: move |()| onclose.call(()),
                }
                Button {
                    id: "call-line-save",
                    label: t!("save"),
                    main: true,
                    small: true,
                    busy: action.busy(),
                    onpress: save,
                }
            }
        }
    }
}
