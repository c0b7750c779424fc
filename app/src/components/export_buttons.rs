//! Buttons that create and hand out files, and report the result.

use dioxus::prelude::*;

use super::{Glyph, Icon, ProblemLine};
use crate::export::{ExportFile, FileKind};
use crate::platform::{self, Handed, NotHanded};
use crate::t;

/// One button per kind of file, side by side. A file is made only when its button is pressed.
#[component]
pub fn ExportButtons(
    /// Prefix of the buttons' ids.
    id: String,
    kinds: Vec<FileKind>,
    make: Callback<FileKind, Option<ExportFile>>,
    /// Styles the first button as the page's primary one.
    #[props(default)]
    main: bool,
    /// The page itself already says that the file is unencrypted.
    #[props(default)]
    told: bool,
) -> Element {
    let out = use_export();
    rsx! {
        div { class: "hand-out",
            for (n , kind) in kinds.into_iter().enumerate() {
                ExportButton {
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

/// A single such button, for files that take a while to make.
#[component]
pub fn ExportButton(
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

/// Reports what happened to the last file, and that the file is unencrypted.
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

/// Hands out files and holds the result of the last one.
#[derive(Clone, Copy, PartialEq)]
pub struct Out(Signal<Option<Result<Handed, NotHanded>>>);

/// Creates an [`Out`] for the current component.
pub fn use_export() -> Out {
    Out(use_signal(|| None))
}

impl Out {
    /// Hands out a file; `None` means that the file could not be made.
    pub async fn give(mut self, file: Option<ExportFile>) {
        let handed = match file {
            Some(file) => platform::export(&file).await,
            None => Err(NotHanded),
        };
        self.0.set(Some(handed));
    }

    /// Clears the last result.
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
