//! An expense being written: one draft a case, kept on disk as it is written.

use std::time::Duration;

use chrono::NaiveDate;
use dioxus::prelude::*;
use uuid::Uuid;
use voorveld_core::call::{
    AddReceipt, DropReceipt, ReadExpenseDraft, SaveExpense, SaveExpenseDraft,
};
use voorveld_core::view::ExpenseDraft;
use voorveld_core::{CaseId, Error, ExpenseId, Workspace};

use crate::hooks::use_workspace;
use crate::platform;

/// How long after the last letter of the note the draft goes to disk.
const PAUSE: Duration = Duration::from_millis(250);

/// More than an amount has.
const MOST: usize = 16;

/// The draft and what is under way with it.
#[derive(Clone, Copy, PartialEq)]
pub struct Writing {
    case: CaseId,
    workspace: CopyValue<Workspace>,
    draft: Signal<Option<ExpenseDraft>>,
    problem: Signal<Option<Error>>,
    busy: Signal<bool>,
    developing: Signal<bool>,
    /// How often it changed, and at which change it was last on disk.
    changed: CopyValue<u32>,
    kept: CopyValue<u32>,
}

/// The draft of this case, as it was left.
pub fn use_writing(case: CaseId) -> Writing {
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
    use_future(move || async move {
        let workspace = writing.workspace.peek().clone();
        let left = workspace.call(ReadExpenseDraft { case }).await;
        let left = left.unwrap_or_else(|error| {
            writing.problem.set(Some(error));
            None
        });
        writing.draft.set(Some(left.unwrap_or_else(empty)));
    });
    use_drop(move || writing.leave());
    writing
}

fn empty() -> ExpenseDraft {
    ExpenseDraft {
        id: ExpenseId(Uuid::now_v7()),
        amount: String::new(),
        purpose: String::new(),
        note: String::new(),
        day: None,
        photo: None,
    }
}

impl Writing {
    /// The draft; none until it was read.
    pub fn draft(&self) -> Option<ExpenseDraft> {
        (self.draft)()
    }

    /// Why the last step did not work.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }

    /// It is being saved.
    pub fn busy(&self) -> bool {
        (self.busy)()
    }

    /// A photo is being made ready.
    pub fn developing(&self) -> bool {
        (self.developing)()
    }

    /// A key of the amount. What is no amount is said when it is saved, not swallowed.
    pub fn typed(self, key: &str) {
        self.change(|draft| {
            if draft.amount.chars().count() < MOST {
                draft.amount.push_str(key);
            }
        });
        self.keep();
    }

    /// The last key of the amount is taken back.
    pub fn erase(self) {
        self.change(|draft| {
            draft.amount.pop();
        });
        self.keep();
    }

    /// A chip was pressed; pressed again it is left.
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

    /// The note changed.
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

    /// Another day, or today.
    pub fn on_day(self, day: Option<NaiveDate>) {
        self.change(|draft| draft.day = day);
        self.keep();
    }

    /// A photo was taken.
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

    /// The photo is not wanted.
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

    /// *Bewaar* was pressed: `then` comes when it is kept.
    pub fn save(mut self, then: impl FnOnce() + 'static) {
        let Some(draft) = self.draft.peek().clone() else {
            return;
        };
        // A photo that is not ready would be left behind.
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
                    // From here on there is no draft to keep.
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

    /// Puts the draft on disk.
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

    /// The page is left: what is not on disk goes there, when nobody waits for it any more.
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

/// An empty sheet is no draft.
fn is_written(draft: &ExpenseDraft) -> bool {
    let words = [&draft.amount, &draft.purpose, &draft.note];
    words.iter().any(|text| !text.trim().is_empty()) || draft.photo.is_some()
}
