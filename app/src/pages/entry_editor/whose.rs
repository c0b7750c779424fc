//! With whom an entry is, and choosing somebody else.

use dioxus::prelude::*;
use voorveld_core::api::MoveEntry;
use voorveld_core::model::{EntryRef, Who};
use voorveld_core::view::WhoOption;

use crate::components::{Chip, Chips, Glyph};
use crate::hooks::{Action, JustSaved, SavedState, use_action, use_saved};
use crate::pages::find_who::{Among, FindWhoField};
use crate::t;

/// Whose an entry is to become, chosen in [`Whose`] and carried out when the entry is saved.
#[derive(Clone, Copy, PartialEq)]
pub struct Move {
    /// With the person's name; `None` leaves the entry where it is.
    to: Signal<Option<(Who, String)>>,
    /// Sends the request.
    pub action: Action,
    saved: SavedState,
}

/// Creates a [`Move`] for the current component.
pub fn use_move() -> Move {
    Move {
        to: use_signal(|| None),
        action: use_action(),
        saved: use_saved(),
    }
}

impl Move {
    /// Moves a saved entry if somebody else was chosen, says so, and calls `then`.
    pub fn carry_out(self, entry: EntryRef, then: impl FnOnce() + 'static) {
        let Some((to, name)) = self.to.peek().clone() else {
            return then();
        };
        self.action
            .send_then(MoveEntry { entry, to }, move |moved| {
                self.saved.say(said_moved(entry, to, &name, moved.reopened));
                then();
            });
    }
}

/// The person, and *zoek wie* for another.
#[component]
pub fn Whose(
    id: String,
    entry: EntryRef,
    /// Whose it is now; empty for a signal without a case.
    name: String,
    moving: Move,
) -> Element {
    let mut to = moving.to;
    let mut searching = use_signal(|| false);
    let encounter = matches!(entry, EntryRef::Encounter { .. });
    let signal = matches!(
        entry,
        EntryRef::Encounter {
            who: Who::Unknown,
            ..
        }
    );
    let now = if name.is_empty() {
        t!("capture-unknown")
    } else {
        name.clone()
    };
    let chosen = to();
    let among = if encounter && !signal {
        Among::All
    } else {
        Among::Cases
    };
    rsx! {
        p { class: "second group__label", {t!("capture-who")} }
        if searching() {
            FindWhoField {
                id: "{id}-find",
                label: t!("capture-find-field"),
                nobody: t!("entry-nobody"),
                among,
                onchoose: move |found: WhoOption| {
                    searching.set(false);
                    // An encounter does not become an interview.
                    if !matches!(found.who, Who::Study(_)) {
                        to.set(Some((found.who, found.name)));
                    }
                },
                oncancel: move |()| searching.set(false),
            }
        } else {
            Chips { label: t!("capture-who"),
                Chip {
                    id: "{id}-who-same",
                    label: now,
                    chosen: chosen.is_none(),
                    onpress: move |()| to.set(None),
                }
                if let Some((_, name)) = chosen.clone().filter(|(who, _)| *who != Who::Unknown) {
                    Chip {
                        id: "{id}-who-other",
                        label: name,
                        glyph: Glyph::Check,
                        chosen: true,
                        onpress: move |()| {},
                    }
                }
                if encounter && !name.is_empty() {
                    Chip {
                        id: "{id}-unknown",
                        label: t!("capture-unknown"),
                        chosen: matches!(chosen, Some((Who::Unknown, _))),
                        onpress: move |()| to.set(Some((Who::Unknown, String::new()))),
                    }
                }
                Chip {
                    id: "{id}-who",
                    label: t!("capture-find"),
                    glyph: Glyph::Search,
                    chosen: false,
                    onpress: move |()| searching.set(true),
                }
            }
        }
    }
}

/// What is said after an entry was moved: from there it can be changed again.
fn said_moved(entry: EntryRef, to: Who, name: &str, reopened: bool) -> JustSaved {
    let entry = match (entry, to) {
        (EntryRef::Encounter { who, id }, to) => EntryRef::Encounter {
            // A signal stays one, and what is with nobody known becomes one.
            who: if who == Who::Unknown { who } else { to },
            id,
        },
        (EntryRef::Commitment { id, .. }, Who::Case(case)) => EntryRef::Commitment { case, id },
        (EntryRef::Expense { id, .. }, Who::Case(case)) => EntryRef::Expense { case, id },
        (EntryRef::Commitment { .. } | EntryRef::Expense { .. }, _) => entry,
    };
    JustSaved {
        text: match to {
            Who::Unknown => t!("saved-as-signal"),
            _ => t!("saved-moved", name: name.to_owned()),
        },
        at: None,
        entry: (!matches!(entry, EntryRef::Commitment { .. })).then_some(entry),
        reopened: match to {
            Who::Case(case) if reopened => Some(case),
            _ => None,
        },
    }
}
