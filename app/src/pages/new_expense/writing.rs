//! The expense being written: one draft per case, saved while it is written.

use std::time::Duration;

use chrono::NaiveDate;
use dioxus::prelude::*;
use uuid::Uuid;
use voorveld_core::api::{
    AddReceipt, DropReceipt, ReadExpenseDraft, SaveExpense, SaveExpenseDraft,
};
use voorveld_core::view::ExpenseDraft;
use voorveld_core::{CaseId, Error, ExpenseId, Workspace};

use crate::hooks::use_workspace;
use crate::platform;

/// Debounce: time from the last keystroke in the note until the draft is saved.
const PAUSE: Duration = Duration::from_millis(250);

/// The maximum length of the typed amount in characters.
const MOST: usize = 16;

/// The draft and its pending operations.
#[derive(Clone, Copy, PartialEq)]
pub struct Writing {
    case: CaseId,
    workspace: CopyValue<Workspace>,
    draft: Signal<Option<ExpenseDraft>>,
    problem: Signal<Option<Error>>,
    busy: Signal<bool>,
    developing: Signal<bool>,
    /// The number of changes, and the number at the last save.
    changed: CopyValue<u32>,
    kept: CopyValue<u32>,
}

/// Restores the saved draft of this case, or starts with this note.
pub fn use_writing(case: CaseId, note: String) -> Writing {
    let workspace = use_workspace();
    let mut writing = use_hook(|| Writing {
        case,
        workspace: CopyValue::new(workspace),
        draft: Signal::new(None),
        problem: Signal::new(None),
        busy: Signal::new(false),
        developing: Signal::new(false),
        changed: CopyValue::new(0),
        kept: CopyValue::new(0),
    });
    use_future(move || {
        let note = note.clone();
        async move {
            let workspace = writing.workspace.peek().clone();
            let left = workspace.call(ReadExpenseDraft { case }).await;
            let left = left.unwrap_or_else(|error| {
                writing.problem.set(Some(error));
                None
            });
            writing.draft.set(Some(left.unwrap_or_else(|| begun(note))));
        }
    });
    use_drop(move || writing.leave());
    writing
}

fn begun(note: String) -> ExpenseDraft {
    ExpenseDraft {
        id: ExpenseId(Uuid::now_v7()),
        amount: String::new(),
        purpose: String::new(),
        note,
        day: None,
        photo: None,
    }
}

impl Writing {
    /// Returns the draft; `None` until it is loaded.
    pub fn draft(&self) -> Option<ExpenseDraft> {
        (self.draft)()
    }

    /// Returns why the last step failed.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }

    /// Tells whether it is being saved.
    pub fn busy(&self) -> bool {
        (self.busy)()
    }

    /// Tells whether a photo is being processed.
    pub fn developing(&self) -> bool {
        (self.developing)()
    }

    /// Appends a key to the amount. An invalid amount is reported on saving, not silently dropped.
    pub fn typed(self, key: &str) {
        self.change(|draft| {
            if draft.amount.chars().count() < MOST {
                draft.amount.push_str(key);
            }
        });
        self.keep();
    }

    /// Removes the last key of the amount.
    pub fn erase(self) {
        self.change(|draft| {
            draft.amount.pop();
        });
        self.keep();
    }

    /// Toggles a purpose chip.
    pub fn choose(self, purpose: &str) {
        self.change(|draft| {
            if draft.purpose == purpose {
                draft.purpose.clear();
            } else {
                purpose.clone_into(&mut draft.purpose);
            }
        });
        self.keep();
    }

    /// Changes the note.
    pub fn note(self, note: String) {
        self.change(|draft| draft.note = note);
        let now = *self.changed.peek();
        spawn(async move {
            platform::sleep(PAUSE).await;
            if *self.changed.peek() == now {
                self.keep();
            }
        });
    }

    /// Sets the day; `None` is today.
    pub fn on_day(self, day: Option<NaiveDate>) {
        self.change(|draft| draft.day = day);
        self.keep();
    }

    /// Stores a photo with the draft.
    pub fn take(mut self, picture: Vec<u8>) {
        self.developing.set(true);
        self.problem.set(None);
        let workspace = self.workspace.peek().clone();
        let case = self.case;
        spawn(async move {
            let expense = None;
            let taken = workspace.call(AddReceipt {
                case,
                expense,
                picture,
            });
            match taken.await {
                Ok(photo) => {
                    self.change(|draft| draft.photo = Some(photo));
                    self.keep();
                }
                Err(error) => self.problem.set(Some(error)),
            }
            self.developing.set(false);
        });
    }

    /// Removes the photo.
    pub fn drop_photo(mut self) {
        let workspace = self.workspace.peek().clone();
        let case = self.case;
        spawn(async move {
            match workspace.call(DropReceipt { case }).await {
                Ok(()) => {
                    self.change(|draft| draft.photo = None);
                    self.keep();
                }
                Err(error) => self.problem.set(Some(error)),
            }
        });
    }

    /// Saves the expense and calls `then` on success.
    pub fn save(mut self, then: impl FnOnce() + 'static) {
        let Some(draft) = self.draft.peek().clone() else {
            return;
        };
        // A photo still being processed would be lost.
        if *self.busy.peek() || *self.developing.peek() {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        let workspace = self.workspace.peek().clone();
        let save = SaveExpense {
            case: self.case,
            id: draft.id,
            amount: draft.amount,
            purpose: draft.purpose,
            note: draft.note,
            day: draft.day,
            photo: draft.photo.is_some(),
        };
        spawn(async move {
            match workspace.call(save).await {
                Ok(()) => {
                    // The draft is gone, so there is nothing left to save.
                    let changed = *self.changed.peek();
                    self.kept.set(changed);
                    then();
                }
                Err(error) => {
                    self.busy.set(false);
                    self.problem.set(Some(error));
                }
            }
        });
    }

    /// Saves the draft.
    pub fn keep(mut self) {
        if *self.busy.peek() {
            return;
        }
        let now = *self.changed.peek();
        let workspace = self.workspace.peek().clone();
        let keep = self.as_it_stands();
        spawn(async move {
            match workspace.call(keep).await {
                Ok(()) => self.kept.set(now),
                Err(error) => self.problem.set(Some(error)),
            }
        });
    }

    /// Saves unsaved changes when the page is closed; the task outlives the component.
    fn leave(self) {
        if *self.changed.peek() == *self.kept.peek() {
            return;
        }
        let workspace = self.workspace.peek().clone();
        let keep = self.as_it_stands();
        dioxus::core::spawn_forever(async move {
            if let Err(error) = workspace.call(keep).await {
                tracing::warn!("the draft of an expense was not kept: {error}");
            }
        });
    }

    fn as_it_stands(&self) -> SaveExpenseDraft {
        SaveExpenseDraft {
            case: self.case,
            draft: self.draft.peek().clone().filter(is_written),
        }
    }

    fn change(mut self, change: impl FnOnce(&mut ExpenseDraft)) {
        if let Some(draft) = self.draft.write().as_mut() {
            change(draft);
        }
        *self.changed.write() += 1;
    }
}

/// Tells whether the draft has content; an empty form is not saved as a draft.
fn is_written(draft: &ExpenseDraft) -> bool {
    let words = [&draft.amount, &draft.purpose, &draft.note];
    words.iter().any(|text| !text.trim().is_empty()) || draft.photo.is_some()
}
