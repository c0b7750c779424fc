//! The capture sheet's state: one draft for the whole app, kept on disk as it is written.

mod keeper;

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::Error;
use voorveld_core::call::Draft;
use voorveld_core::view::{Channel, InterviewChoice, Who};

use super::{use_lock, use_workspace};
use keeper::Keeper;

/// Whom the page on the screen is about: the sheet starts with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Who.
    pub who: Who,
    /// Their name.
    pub name: String,
}

/// What happens to the sheet, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Open,
    Typed,
    Keep,
    Close,
    Save,
    Leave,
    GoOn,
}

/// The capture sheet's state.
#[derive(Clone, Copy)]
pub struct Capture {
    open: Signal<bool>,
    draft: Signal<Option<Draft>>,
    problem: Signal<Option<Error>>,
    subject: Signal<Option<Subject>>,
    steps: Coroutine<Step>,
}

/// The capture sheet's state, from the context.
pub fn use_capture() -> Capture {
    use_context::<Capture>()
}

/// Says whom the page is about, for as long as it is on the screen.
pub fn use_subject(subject: Option<Subject>) {
    let mut shown = use_capture().subject;
    let mut ours = use_hook(|| CopyValue::new(None::<Subject>));
    // Not in an effect, which could come after a quick press on the +.
    if *ours.peek() != subject {
        ours.set(subject.clone());
        shown.set(subject);
    }
    use_drop(move || {
        // The next page may be there already, and have said its own.
        if *shown.peek() == *ours.peek() {
            shown.set(None);
        }
    });
}

/// Puts the state in the context and restores the draft that was left.
pub fn use_capture_provider() -> Capture {
    let workspace = use_workspace();
    let open = use_signal(|| false);
    let draft = use_signal(|| None::<Draft>);
    let problem = use_signal(|| None::<Error>);
    let subject = use_signal(|| None::<Subject>);
    let lock = use_lock();
    let steps = use_coroutine(move |steps| {
        let keeper = Keeper {
            workspace: workspace.clone(),
            open,
            draft,
            problem,
            subject,
            lock,
        };
        keeper.run(steps)
    });
    use_context_provider(|| Capture {
        open,
        draft,
        problem,
        subject,
        steps,
    })
}

impl Capture {
    /// The sheet is up.
    pub fn is_open(&self) -> bool {
        (self.open)()
    }

    /// The draft as it stands; the text changes without drawing again, see [`Self::typed`].
    pub fn draft(&self) -> Option<Draft> {
        (self.draft)()
    }

    /// Why the last step did not work.
    pub fn problem(&self) -> Option<Error> {
        (self.problem)()
    }

    /// Whom the page is about.
    pub fn subject(&self) -> Option<Subject> {
        (self.subject)()
    }

    /// The + was pressed.
    pub fn open(self) {
        self.steps.send(Step::Open);
    }

    /// The sheet was open with a draft when the app was killed.
    pub(crate) fn go_on(self) {
        self.steps.send(Step::GoOn);
    }

    /// The sentence changed.
    pub fn typed(mut self, text: String) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.text = text;
        }
        self.steps.send(Step::Typed);
    }

    /// The sentence is left for something else: nothing may be lost from here.
    pub fn keep(self) {
        self.steps.send(Step::Keep);
    }

    /// Another chip was pressed.
    pub fn set_channel(mut self, channel: Channel) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.channel = channel;
        }
        self.keep();
    }

    /// It happened at another moment.
    pub fn set_at(mut self, at: DateTime<Utc>) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.at = at;
        }
        self.keep();
    }

    /// Somebody was chosen.
    pub fn set_who(mut self, who: Who, name: String) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.who = who;
            draft.who_name = name;
        }
        self.keep();
    }

    /// Another chip of an interview was pressed.
    pub fn choose(mut self, change: impl FnOnce(&mut InterviewChoice)) {
        if let Some(draft) = self.draft.write().as_mut() {
            change(&mut draft.interview);
        }
        self.keep();
    }

    /// X was pressed: the draft stays.
    pub fn close(self) {
        self.steps.send(Step::Close);
    }

    /// *Bewaar* was pressed.
    pub fn save(self) {
        self.steps.send(Step::Save);
    }

    /// The app is to be locked: once nothing is lost by it, it is.
    pub(crate) fn leave(self) {
        self.steps.send(Step::Leave);
    }
}
