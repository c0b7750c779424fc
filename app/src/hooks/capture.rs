//! The capture sheet's state: one draft for the whole app, kept on disk as it is written.

use std::time::Duration;

use dioxus::prelude::*;
use futures::StreamExt;
use futures::channel::mpsc::UnboundedReceiver;
use futures::future::{self, Either};
use uuid::Uuid;
use voorveld_core::call::{Draft, ReadDraft, SaveDraft, SaveEncounter};
use voorveld_core::view::{Channel, Who};
use voorveld_core::{EncounterId, Error, Workspace};
use web_time::Instant;

use super::{Lock, clock, use_lock, use_workspace};
use crate::platform;

/// How long after the last letter the draft goes to disk.
const PAUSE: Duration = Duration::from_millis(250);

/// How long after the first letter that is not on disk at the latest, for who never pauses.
const AT_MOST: Duration = Duration::from_secs(1);

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

    /// Somebody was chosen.
    pub fn set_who(mut self, who: Who, name: String) {
        if let Some(draft) = self.draft.write().as_mut() {
            draft.who = who;
            draft.who_name = name;
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

/// Takes the steps one after the other, so that an older text never reaches the disk after a newer
/// one, nor after *Bewaar* has dropped the draft.
struct Keeper {
    workspace: Workspace,
    open: Signal<bool>,
    draft: Signal<Option<Draft>>,
    problem: Signal<Option<Error>>,
    subject: Signal<Option<Subject>>,
    lock: Option<Lock>,
}

impl Keeper {
    async fn run(mut self, mut steps: UnboundedReceiver<Step>) {
        match self.workspace.call(ReadDraft).await {
            Ok(left) => self.draft.set(left),
            Err(error) => self.problem.set(Some(error)),
        }
        // Since when there is something that is not on disk.
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
                Step::Open => self.start(),
                Step::Keep => {
                    self.keep().await;
                    unkept = None;
                }
                Step::Close => {
                    self.keep().await;
                    unkept = None;
                    self.open.set(false);
                }
                Step::Save => {
                    self.save().await;
                    unkept = None;
                }
                Step::Leave => {
                    let kept = self.keep().await;
                    unkept = None;
                    if let Some(lock) = self.lock {
                        lock.close(kept);
                    }
                }
            }
        }
    }

    fn start(&mut self) {
        let written = |draft: &Draft| !draft.text.trim().is_empty();
        let left = self.draft.peek().as_ref().is_some_and(written);
        if !left {
            let subject = self.subject.peek().clone();
            let (who, who_name) =
                subject.map_or_else(Default::default, |subject| (subject.who, subject.name));
            self.draft.set(Some(Draft {
                id: EncounterId(Uuid::now_v7()),
                text: String::new(),
                channel: Channel::default(),
                who,
                who_name,
                at: clock().now(),
            }));
        }
        self.problem.set(None);
        self.open.set(true);
    }

    /// Keeps the draft; says whether it is on disk.
    async fn keep(&mut self) -> bool {
        // An empty sheet is no draft; but on the screen it stays as it is.
        let draft = self
            .draft
            .peek()
            .clone()
            .filter(|draft| !draft.text.trim().is_empty());
        let kept = self.workspace.call(SaveDraft { draft }).await;
        let is_kept = kept.is_ok();
        if let Err(error) = kept {
            self.problem.set(Some(error));
        }
        is_kept
    }

    async fn save(&mut self) {
        let Some(draft) = self.draft.peek().clone() else {
            return;
        };
        let saved = self
            .workspace
            .call(SaveEncounter {
                id: draft.id,
                text: draft.text,
                channel: draft.channel,
                who: draft.who,
                at: Some(draft.at),
            })
            .await;
        match saved {
            Ok(()) => {
                self.open.set(false);
                self.draft.set(None);
                self.problem.set(None);
            }
            Err(error) => {
                // Whatever went wrong, what was written is kept and stays on the screen.
                self.keep().await;
                self.problem.set(Some(error));
            }
        }
    }
}
