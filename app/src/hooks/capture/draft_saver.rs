//! Handles the sheet's events one at a time, so that an older text never reaches the disk after a newer
//! one, nor after *Bewaar* has dropped the draft.

use std::time::Duration;

use dioxus::prelude::*;
use futures::StreamExt;
use futures::channel::mpsc::UnboundedReceiver;
use futures::future::{self, Either};
use uuid::Uuid;
use voorveld_core::api::{Draft, ReadDrafts, SaveDraft, SaveEncounter, SaveInterview};
use voorveld_core::model::{Channel, EntryRef, Who};
use voorveld_core::view::{InterviewChoice, Saved};
use voorveld_core::{EncounterId, Error, InterviewId, Workspace};
use web_time::Instant;

use super::{Step, Subject};
use crate::hooks::{JustSaved, Lock, SavedState, clock};
use crate::platform;

/// Debounce: time from the last keystroke until the draft is saved.
const PAUSE: Duration = Duration::from_millis(250);

/// Upper bound from the first unsaved keystroke until the draft is saved, for continuous typing.
const AT_MOST: Duration = Duration::from_secs(1);

/// Handles the events.
pub(super) struct DraftSaver {
    pub(super) workspace: Workspace,
    pub(super) open: Signal<bool>,
    pub(super) draft: Signal<Option<Draft>>,
    /// The stored drafts, the last stored first; up to date while the sheet is closed.
    pub(super) drafts: Signal<Vec<Draft>>,
    pub(super) problem: Signal<Option<Error>>,
    pub(super) subject: Signal<Option<Subject>>,
    pub(super) lock: Option<Lock>,
    pub(super) saved: SavedState,
}

impl DraftSaver {
    pub(super) async fn run(mut self, mut steps: UnboundedReceiver<Step>) {
        match self.workspace.call(ReadDrafts).await {
            Ok(left) => self.drafts.set(left),
            Err(error) => self.problem.set(Some(error)),
        }
        // Since when there are unsaved changes.
        let mut unkept: Option<Instant> = None;
        loop {
            let step = match unkept {
                Some(since) => {
                    let left = PAUSE.min(AT_MOST.saturating_sub(since.elapsed()));
                    let pause = std::pin::pin!(platform::sleep(left));
                    match future::select(steps.next(), pause).await {
                        Either::Left((step, _)) => step,
                        Either::Right(_) => Some(Step::Keep),
                    }
                }
                None => steps.next().await,
            };
            let Some(step) = step else { return };
            match step {
                Step::Typed => {
                    unkept.get_or_insert_with(Instant::now);
                }
                Step::Open => {
                    let subject = self.subject.peek().clone();
                    let of = subject.as_ref().map_or(Who::Unknown, |subject| subject.who);
                    let left = self.left(|draft| draft.who == of);
                    self.start(left.unwrap_or_else(|| begun(subject)));
                }
                Step::GoOnWith(id) => {
                    if let Some(left) = self.left(|draft| draft.id == id) {
                        self.start(left);
                    }
                }
                Step::GoOn => {
                    if let Some(left) = self.left(|_| true) {
                        self.start(left);
                    }
                }
                Step::Keep => {
                    self.kept().await;
                    unkept = None;
                }
                Step::Close => {
                    self.kept().await;
                    unkept = None;
                    self.end();
                }
                Step::ThrowAway => {
                    self.throw_away().await;
                    unkept = None;
                }
                Step::Used(id) => self.used(id).await,
                Step::Save => {
                    self.save().await;
                    unkept = None;
                }
                Step::Leave => {
                    let kept = self.keep().await;
                    unkept = None;
                    if let Some(lock) = self.lock {
                        lock.leave(kept, &self.workspace).await;
                    }
                }
            }
        }
    }

    /// Returns the last stored draft of this kind.
    fn left(&self, of: impl Fn(&Draft) -> bool) -> Option<Draft> {
        self.drafts.peek().iter().find(|draft| of(draft)).cloned()
    }

    /// Opens the sheet with a draft, unless it is open.
    fn start(&mut self, draft: Draft) {
        if *self.open.peek() {
            return;
        }
        self.draft.set(Some(draft));
        self.problem.set(None);
        self.open.set(true);
    }

    /// Closes the sheet. What was written waits.
    fn end(&mut self) {
        self.open.set(false);
        let Some(draft) = self.draft.take() else {
            return;
        };
        let mut drafts = self.drafts.write();
        drafts.retain(|other| other.id != draft.id);
        if draft.is_written() {
            drafts.insert(0, draft);
        }
    }

    /// Drops the waiting draft of a sentence that was saved elsewhere.
    async fn used(&mut self, id: EncounterId) {
        let Some(mut draft) = self.left(|draft| draft.id == id) else {
            return;
        };
        draft.text.clear();
        match self.workspace.call(SaveDraft { draft }).await {
            Ok(()) => self.drafts.write().retain(|draft| draft.id != id),
            Err(error) => tracing::warn!(%error, "a draft that was used stays"),
        }
    }

    async fn throw_away(&mut self) {
        let kept = self.draft.peek().clone();
        if let Some(draft) = self.draft.write().as_mut() {
            draft.text.clear();
        }
        match self.keep().await {
            Ok(()) => self.end(),
            Err(_) => self.draft.set(kept),
        }
    }

    /// Saves the draft and returns whether that succeeded.
    async fn keep(&mut self) -> Result<(), Error> {
        // Of an empty sheet nothing is stored, but it stays open as it is.
        let Some(draft) = self.draft.peek().clone() else {
            return Ok(());
        };
        let kept = self.workspace.call(SaveDraft { draft }).await;
        if let Err(error) = &kept {
            self.problem.set(Some(error.clone()));
        }
        kept
    }

    /// Like [`Self::keep`], with the error only shown on the sheet.
    async fn kept(&mut self) {
        drop(self.keep().await);
    }

    async fn save(&mut self) {
        let Some(draft) = self.draft.peek().clone() else {
            return;
        };
        // The phone's clock may have been corrected since the sheet was opened.
        let at = Some(draft.at).filter(|at| *at <= clock().now());
        let (id, who, name) = (draft.id, draft.who, draft.who_name.clone());
        let saved = match draft.who {
            Who::Study(study) => {
                let request = SaveInterview {
                    id: InterviewId(draft.id.0),
                    study,
                    text: draft.text,
                    channel: draft.channel,
                    role: draft.interview.role,
                    themes: draft.interview.themes,
                    at,
                    help: draft.interview.help,
                };
                let saved = self.workspace.call(request).await;
                saved.map(|()| Saved::default())
            }
            who => {
                let request = SaveEncounter {
                    id: draft.id,
                    text: draft.text,
                    channel: draft.channel,
                    who,
                    at,
                };
                self.workspace.call(request).await
            }
        };
        match saved {
            Ok(saved) => {
                if let Some(draft) = self.draft.write().as_mut() {
                    draft.text.clear();
                }
                self.end();
                self.problem.set(None);
                let said = JustSaved::with(who, &name, EntryRef::Encounter { who, id });
                self.saved.say(JustSaved {
                    at: at.or_else(|| Some(clock().now())),
                    reopened: match who {
                        Who::Case(case) if saved.reopened => Some(case),
                        _ => None,
                    },
                    ..said
                });
            }
            Err(error) => {
                // Whatever the error, the text is saved as a draft and stays on the screen.
                self.kept().await;
                self.problem.set(Some(error));
            }
        }
    }
}

/// Returns an empty draft about whom the page is about.
fn begun(subject: Option<Subject>) -> Draft {
    let (who, who_name) =
        subject.map_or_else(Default::default, |subject| (subject.who, subject.name));
    Draft {
        id: EncounterId(Uuid::now_v7()),
        text: String::new(),
        channel: Channel::default(),
        who,
        who_name,
        at: clock().now(),
        interview: InterviewChoice::default(),
    }
}
