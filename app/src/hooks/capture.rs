//! The state of the capture sheet, and its drafts: one for each person, saved to disk while it is written.

mod draft_saver;

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::api::Draft;
use voorveld_core::model::{Channel, Who};
use voorveld_core::view::InterviewChoice;
use voorveld_core::{EncounterId, Error};

use super::{use_lock, use_saved, use_workspace};
use draft_saver::DraftSaver;

/// Whom the current page is about: the sheet preselects them.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The case, contact or study.
    pub who: Who,
    /// The name to show.
    pub name: String,
}

/// The sheet's events, handled in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Open,
    GoOnWith(EncounterId),
    Typed,
    Keep,
    Close,
    Save,
    ThrowAway,
    Used(EncounterId),
    Leave,
    GoOn,
}

/// The capture sheet's state.
#[derive(Clone, Copy)]
pub struct Capture {
    open: Signal<bool>,
    draft: Signal<Option<Draft>>,
    drafts: Signal<Vec<Draft>>,
    /// The sentence that goes along to another form.
    carried: CopyValue<Option<Draft>>,
    problem: Signal<Option<Error>>,
    subject: Signal<Option<Subject>>,
    steps: Coroutine<Step>,
}

/// Returns the capture sheet's state from the context.
pub fn use_capture() -> Capture {
    use_context::<Capture>()
}

/// Returns the sentence that goes along from the sheet to this form about somebody. Once the form is saved,
/// hand it to [`Capture::used`]; until then it waits as a draft.
pub fn use_carried(who: Who) -> Option<Draft> {
    let mut carried = use_capture().carried;
    use_hook(|| {
        carried
            .take()
            .filter(|draft: &Draft| draft.who == who && draft.is_written())
    })
}

/// Declares whom the page is about while it is on the screen.
pub fn use_subject(subject: Option<Subject>) {
    let mut shown = use_capture().subject;
    let mut ours = use_hook(|| CopyValue::new(None::<Subject>));
    // Not in an effect: that could run after a quick press on the +.
    if *ours.peek() != subject {
        ours.set(subject.clone());
        shown.set(subject);
    }
    use_drop(move || {
        // The next page may be mounted already and have set its own subject.
        if *shown.peek() == *ours.peek() {
            shown.set(None);
        }
    });
}

/// Provides the state in the context and restores the saved drafts.
pub fn use_capture_provider() -> Capture {
    let workspace = use_workspace();
    let open = use_signal(|| false);
    let draft = use_signal(|| None::<Draft>);
    let drafts = use_signal(Vec::new);
    let carried = use_hook(|| CopyValue::new(None));
    let problem = use_signal(|| None::<Error>);
    let subject = use_signal(|| None::<Subject>);
    let lock = use_lock();
    let saved = use_saved();
    let steps = use_coroutine(move |steps| {
        let draft_saver = DraftSaver {
            workspace: workspace.clone(),
            open,
            draft,
            drafts,
            problem,
            subject,
            lock,
            saved,
        };
        draft_saver.run(steps)
    });
    use_context_provider(|| Capture {
        open,
        draft,
        drafts,
        carried,
        problem,
        subject,
        steps,
    })
}

impl Capture {
    /// Tells whether the sheet is open.
    pub fn is_open(&self) -> bool {
        (self.open)()
    }

    /// Returns the drafts that wait while the sheet is closed, the last stored first.
    pub fn waiting(&self) -> Vec<Draft> {
        match self.is_open() {
            true => Vec::new(),
            false => (self.drafts)(),
        }
    }

    /// Returns the draft that is open in the sheet. Typing does not trigger a render, see [`Self::typed`].
    pub fn draft(&self) -> Option<Draft> {
        (self.draft)()
    }

    /// Returns why the last step failed.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }

    /// Returns whom the page is about.
    pub fn subject(&self) -> Option<Subject> {
        (self.subject)()
    }

    /// Opens the sheet with the draft that waits for whom the page is about, or empty.
    pub fn open(self) {
        self.steps.send(Step::Open);
    }

    /// Opens the sheet with a waiting draft.
    pub fn go_on_with(self, id: EncounterId) {
        self.steps.send(Step::GoOnWith(id));
    }

    /// Drops the open draft and closes the sheet.
    pub fn throw_away(self) {
        self.steps.send(Step::ThrowAway);
    }

    /// Reopens a draft whose sheet was open when the app was killed.
    pub(crate) fn go_on(self) {
        self.steps.send(Step::GoOn);
    }

    /// Replaces the text.
    pub fn typed(mut self, text: String) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.text = text;
        }
        self.steps.send(Step::Typed);
    }

    /// Saves the draft at once, because the text field loses focus.
    pub fn keep(self) {
        self.steps.send(Step::Keep);
    }

    /// Sets the channel.
    pub fn set_channel(mut self, channel: Channel) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.channel = channel;
        }
        self.keep();
    }

    /// Sets when it happened.
    pub fn set_at(mut self, at: DateTime<Utc>) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.at = at;
        }
        self.keep();
    }

    /// Sets whom it is about.
    pub fn set_who(mut self, who: Who, name: String) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.who = who;
            draft.who_name = name;
        }
        self.keep();
    }

    /// Changes the interview's choices.
    pub fn choose(mut self, change: impl FnOnce(&mut InterviewChoice)) {
        if let Some(draft) = self.draft.write().as_mut() {
            change(&mut draft.interview);
        }
        self.keep();
    }

    /// Closes the sheet and keeps the draft.
    pub fn close(self) {
        self.steps.send(Step::Close);
    }

    /// Closes the sheet for another form, to which the sentence goes along.
    pub fn carry(mut self) {
        let draft = self.draft.peek().clone();
        self.carried.set(draft);
        self.close();
    }

    /// Drops the draft of a sentence that was saved in another form.
    pub fn used(self, id: EncounterId) {
        self.steps.send(Step::Used(id));
    }

    /// Saves the draft as a record.
    pub fn save(self) {
        self.steps.send(Step::Save);
    }

    /// Locks the app or switches teams once the draft is on disk.
    pub(crate) fn leave(self) {
        self.steps.send(Step::Leave);
    }
}
