//! The draft of a decision, saved while it is written; also when the page is closed before the write has
//! finished.

use std::cell::RefCell;
use std::rc::Rc;

use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use uuid::Uuid;
use voorveld_core::api::{DecisionDraft, DecisionText, SaveDecisionDraft};
use voorveld_core::{CaseId, DecisionId, Error, Workspace};

use super::use_workspace;

/// The newest unsaved draft, and whether a write is in progress.
#[derive(Default)]
struct Pending {
    newest: Option<Option<DecisionDraft>>,
    under_way: bool,
}

/// The decision being written.
#[derive(Clone)]
pub struct DecisionWriting {
    workspace: Workspace,
    case: CaseId,
    id: DecisionId,
    text: Signal<DecisionText>,
    problem: Signal<Option<Error>>,
    pending: Rc<RefCell<Pending>>,
}

impl PartialEq for DecisionWriting {
    fn eq(&self, other: &Self) -> bool {
        (self.case, self.id) == (other.case, other.id)
    }
}

/// Resumes a saved draft, or starts with this text.
pub fn use_decision_draft(
    case: CaseId,
    left: Option<DecisionDraft>,
    begin: DecisionText,
) -> DecisionWriting {
    let workspace = use_workspace();
    use_hook(|| {
        let draft = left.unwrap_or(DecisionDraft {
            id: DecisionId(Uuid::now_v7()),
            text: begin,
        });
        DecisionWriting {
            workspace,
            case,
            id: draft.id,
            text: Signal::new(draft.text),
            problem: Signal::new(None),
            pending: Rc::default(),
        }
    })
}

impl DecisionWriting {
    /// Returns the decision's id.
    pub fn id(&self) -> DecisionId {
        self.id
    }

    /// Returns the text so far.
    pub fn text(&self) -> DecisionText {
        (self.text)()
    }

    /// Returns the text so far, without subscribing to changes.
    pub fn peek(&self) -> DecisionText {
        self.text.peek().clone()
    }

    /// Returns why the draft could not be saved.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }

    /// Changes the text and saves the draft.
    pub fn change(&self, change: impl FnOnce(&mut DecisionText)) {
        let mut text = self.text;
        change(&mut text.write());
        self.keep();
    }

    /// Drops the unsaved draft, because the text now becomes a decision.
    pub fn hand_in(&self) {
        self.pending.borrow_mut().newest = None;
    }

    /// Saves the newest draft; edits made during a write are saved together after it. The page may be
    /// gone before the write ends.
    pub fn keep(&self) {
        let text = self.peek();
        // A chosen chip without text is not a draft.
        let fields = [
            &text.goal,
            &text.ethical,
            &text.law,
            &text.why,
            &text.backs,
            &text.shared_with,
            &text.ground,
        ];
        let written = fields.iter().any(|field| !field.trim().is_empty());
        let adds_to = text.adds_to;
        let draft = written.then_some(DecisionDraft { id: self.id, text });
        let mut pending = self.pending.borrow_mut();
        pending.newest = Some(draft);
        if std::mem::replace(&mut pending.under_way, true) {
            return;
        }
        drop(pending);
        let (workspace, case, pending) =
            (self.workspace.clone(), self.case, Rc::clone(&self.pending));
        let problem = self.problem;
        spawn_forever(async move {
            loop {
                let newest = pending.borrow_mut().newest.take();
                let Some(draft) = newest else { break };
                let request = SaveDecisionDraft {
                    case,
                    adds_to,
                    draft,
                };
                if let Err(error) = workspace.call(request).await {
                    tell(problem, error);
                }
            }
            pending.borrow_mut().under_way = false;
        });
    }
}

/// Shows the error on the page if it still exists, and logs it otherwise.
fn tell(mut problem: Signal<Option<Error>>, error: Error) {
    match problem.try_write() {
        Ok(mut shown) => *shown = Some(error),
        Err(_) => tracing::warn!(%error, "a draft was not kept"),
    }
}
