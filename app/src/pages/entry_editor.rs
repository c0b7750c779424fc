//! Changing an entry where it stands: its text, when and how it was, with whom, and taking it back.

mod history;
mod take_back;
mod when_and_how;
mod whose;

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::api::{EditEncounter, ReadEntry};
use voorveld_core::model::{Channel, EntryRef};

pub use history::EntryHistory;
pub use take_back::TakeBack;
pub use whose::{Whose, use_move};

use crate::components::Editor;
use crate::hooks::{use_action, use_live};
use crate::t;
use when_and_how::WhenAndHow;

/// The editor of an encounter, a signal or an interview. Unchanged values are not written.
#[component]
pub fn EntryEditor(
    /// The id of its text field.
    id: String,
    entry: EntryRef,
    text: String,
    at: DateTime<Utc>,
    channel: Channel,
    onclose: EventHandler<()>,
    /// Called instead of `onclose` once the entry is withdrawn.
    #[props(default)]
    ongone: Option<EventHandler<()>>,
) -> Element {
    let action = use_action();
    let moving = use_move();
    let when = use_signal(|| None::<DateTime<Utc>>);
    let how = use_signal(|| None::<Channel>);
    let live = use_live(ReadEntry { entry });
    let view = live.value();
    let EntryRef::Encounter { who, id: encounter } = entry else {
        return rsx! {};
    };
    rsx! {
        Editor {
            id: id.clone(),
            label: t!("timeline-edit"),
            initial: text,
            lines: true,
            busy: action.busy() || moving.action.busy(),
            error: action.problem().or(moving.action.problem()),
            onsave: move |text: String| {
                let edit = EditEncounter {
                    who,
                    id: encounter,
                    text,
                    at: *when.peek(),
                    channel: *how.peek(),
                };
                action.send_then(edit, move |()| moving.carry_out(entry, move || onclose.call(())));
            },
            oncancel: move |()| {
                action.clear();
                onclose.call(());
            },
            WhenAndHow { id: id.clone(), at, channel, when, how }
            Whose {
                id: id.clone(),
                entry,
                name: view.as_ref().map(|view| view.name.clone()).unwrap_or_default(),
                moving,
            }
            if let Some(view) = view {
                EntryHistory { view }
            }
            TakeBack { id, entry, onclose: ongone.unwrap_or(onclose) }
        }
    }
}
