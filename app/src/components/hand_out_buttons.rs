//! Buttons that make files and hand them out, and say what became of them.

use dioxus::prelude::*;

use super::{Glyph, Icon, ProblemLine};
use crate::paper::{FileKind, HandOut};
use crate::platform::{self, Handed, NotHanded};
use crate::t;

/// A button a kind of file, side by side. The file is made when its button is pressed.
#[component]
pub fn HandOutButtons(
    /// What their ids begin with.
    id: String,
    kinds: Vec<FileKind>,
    make: Callback<FileKind, Option<HandOut>>,
    /// The first is the page's main button.
    #[props(default)]
    main: bool,
    /// That nobody seals a file stands on the page already.
    #[props(default)]
    told: bool,
) -> Element {
    let out = use_hand_out();
    rsx! {
        div { class: "hand-out",
            for (n , kind) in kinds.into_iter().enumerate() {
                HandOutButton {
                    key: "{kind:?}",
                    id: "{id}-{kind.ending()}",
                    kind,
                    main: main && n == 0,
                    onpress: move |()| {
                        spawn(async move { out.give(make.call(kind)).await });
                    },
                }
            }
        }
        HandedLine { out, told }
    }
}

/// One such button, for files that take some time to make.
#[component]
pub fn HandOutButton(
    id: String,
    kind: FileKind,
    #[props(default)] main: bool,
    #[props(default)] busy: bool,
    onpress: EventHandler<()>,
) -> Element {
    let main = if main { " button--main" } else { "" };
    rsx! {
        button {
            class: "button hand-out__button{main}",
            id,
            r#type: "button",
            aria_busy: busy.then_some("true"),
            onclick: move |_| {
                if !busy {
                    onpress.call(());
                }
            },
            Icon { glyph: glyph(kind) }
            {label(kind)}
        }
    }
}

/// What became of the last file, and that nobody seals it any more.
#[component]
pub fn HandedLine(out: Out, #[props(default)] told: bool) -> Element {
    rsx! {
        if !told {
            p { class: "second hand-out__open", {t!("paper-open")} }
        }
        div { class: "hand-out__outcome", role: "status", dir: "auto",
            match out.outcome() {
                None | Some(Ok(Handed::Kept)) => rsx! {},
                Some(Ok(Handed::Saved(place))) => rsx! {
                    p { class: "second", {t!("paper-saved", place: place)} }
                },
                Some(Ok(Handed::Opened(place))) => rsx! {
                    p { class: "second", {t!("paper-opened", place: place)} }
                },
                Some(Ok(Handed::Given)) => rsx! {
                    p { class: "second", {t!("paper-handed")} }
                },
                Some(Err(NotHanded)) => rsx! {
                    ProblemLine { text: t!("paper-failed") }
                },
            }
        }
    }
}

/// Hands files out and keeps what became of the last one.
#[derive(Clone, Copy, PartialEq)]
pub struct Out(Signal<Option<Result<Handed, NotHanded>>>);

/// An [`Out`] for this component.
pub fn use_hand_out() -> Out {
    Out(use_signal(|| None))
}

impl Out {
    /// Hands a file out; none could not be made.
    pub async fn give(mut self, file: Option<HandOut>) {
        let handed = match file {
            Some(file) => platform::hand_out(&file).await,
            None => Err(NotHanded),
        };
        self.0.set(Some(handed));
    }

    /// Nothing was handed out yet.
    pub fn clear(mut self) {
        self.0.set(None);
    }

    fn outcome(self) -> Option<Result<Handed, NotHanded>> {
        (self.0)()
    }
}

fn glyph(kind: FileKind) -> Glyph {
    match kind {
        FileKind::Page => Glyph::Printer,
        FileKind::Table => Glyph::Table,
        FileKind::Data | FileKind::Automerge => Glyph::Download,
    }
}

fn label(kind: FileKind) -> String {
    match kind {
        FileKind::Page => t!("paper-print"),
        FileKind::Table => t!("paper-table"),
        FileKind::Data => t!("paper-data"),
        FileKind::Automerge => t!("paper-automerge"),
    }
}
