//! Changing an entry where it stands: its text, when and how it was, with whom, and taking it back.

mod history;
mod take_back;
mod whose;

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::api::{EditEncounter, MoveEntry, ReadEntry};
use voorveld_core::model::{Channel, EntryRef, Who};

pub use take_back::TakeBack;
pub use whose::{Whose, said_moved};

use crate::components::{Chip, Chips, Editor};
use crate::hooks::{clock, use_action, use_live, use_saved};
use crate::pages::capture::{CHANNELS, When};
use crate::{format, t, text};
use history::EntryHistory;

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
    let moving = use_action();
    let saved = use_saved();
    let mut when = use_signal(|| None::<DateTime<Utc>>);
    let mut how = use_signal(|| None::<Channel>);
    let to = use_signal(|| None::<(Who, String)>);
    let live = use_live(ReadEntry { entry });
    let clock = clock();
    let language = text::language();
    let view = live.value();
    let EntryRef::Encounter { who, id: encounter } = entry else {
        return rsx! {};
    };
    let interview = matches!(who, Who::Study(_));
    rsx! {
        Editor {
            id: id.clone(),
            label: t!("timeline-edit"),
            initial: text,
            lines: true,
            busy: action.busy() || moving.busy(),
            error: action.problem().or(moving.problem()),
            onsave: move |text: String| {
                let edit = EditEncounter {
                    who,
                    id: encounter,
                    text,
                    at: *when.peek(),
                    channel: *how.peek(),
                };
                let to = to.peek().clone();
                action
                    .send_then(
                        edit,
                        move |()| match to {
                            None => onclose.call(()),
                            Some((to, name)) => {
                                moving
                                    .send_then(
                                        MoveEntry { entry, to },
                                        move |moved| {
                                            saved.say(said_moved(entry, to, &name, moved.reopened));
                                            onclose.call(());
                                        },
                                    );
                            }
                        },
                    );
            },
            oncancel: move |()| {
                action.clear();
                onclose.call(());
            },
            p { class: "second group__label", {t!("capture-when")} }
            Chips { label: t!("entry-when-was"),
                Chip {
                    id: "{id}-when-same",
                    label: format::moment(language, clock.local(at), clock.today()),
                    chosen: when().is_none(),
                    onpress: move |()| when.set(None),
                }
            }
            When {
                at: when().unwrap_or(at),
                id: "{id}-",
                onchoose: move |at| when.set(Some(at)),
            }
            p { class: "second group__label", {t!("capture-channel")} }
            Chips { label: t!("capture-channel"),
                for (name , each) in CHANNELS {
                    Chip {
                        key: "{name}",
                        id: "{id}-{name}",
                        label: format::channel(language, each),
                        chosen: how().unwrap_or(channel) == each,
                        onpress: move |()| how.set(Some(each)),
                    }
                }
            }
            if !interview {
                Whose {
                    id: id.clone(),
                    entry,
                    name: view.as_ref().map(|view| view.name.clone()).unwrap_or_default(),
                    to,
                }
            }
            if let Some(view) = view {
                EntryHistory { view }
            }
            TakeBack { id, entry, onclose: ongone.unwrap_or(onclose) }
        }
    }
}
