//! The state of the import page, from a file to what it became.

use dioxus::html::FileData;
use dioxus::prelude::*;
use voorveld_core::api::{ChooseColumn, ConfirmImport, PreviewImport};
use voorveld_core::model::{ColumnChoice, RowProblem};
use voorveld_core::view::{ImportPreview, ImportReport};

use super::ask::Chosen;
use crate::hooks::{Action, use_action};
use crate::platform;
use crate::t;

/// One import: a list is chosen or pasted, previewed, and kept.
#[derive(Clone, Copy, PartialEq)]
pub struct Importing {
    pub action: Action,
    /// The file's name.
    pub name: Signal<String>,
    /// The file could not be read from the phone.
    pub unread: Signal<bool>,
    /// The pasted text, while pasting.
    pub pasted: Signal<Option<String>>,
    pub preview: Signal<Option<ImportPreview>>,
    pub chosen: Signal<Chosen>,
    /// With the remarks of its preview: they still say what was left out once the list is stored.
    pub report: Signal<Option<(ImportReport, Vec<RowProblem>)>>,
}

/// Creates an [`Importing`] that also takes the files that the platform hands over.
pub fn use_importing() -> Importing {
    let importing = Importing {
        action: use_action(),
        name: use_signal(String::new),
        unread: use_signal(|| false),
        pasted: use_signal(|| None),
        preview: use_signal(|| None),
        chosen: use_signal(Chosen::default),
        report: use_signal(|| None),
    };
    platform::use_chosen(move |files| importing.take(files));
    importing
}

impl Importing {
    /// Reads the first of the files and asks for its preview.
    pub fn take(mut self, files: Vec<FileData>) {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        spawn(async move {
            self.name.set(file.name());
            self.preview.set(None);
            self.report.set(None);
            self.pasted.set(None);
            self.action.clear();
            let bytes = file.read_bytes().await;
            self.unread.set(bytes.is_err());
            if let Ok(bytes) = bytes {
                self.read(file.name(), bytes.to_vec());
            }
        });
    }

    /// Asks for the preview of the pasted text.
    pub fn read_pasted(mut self) {
        let text = self.pasted.peek().clone().unwrap_or_default();
        self.name.set(t!("import-pasted"));
        self.unread.set(false);
        self.read(t!("import-pasted"), text.into_bytes());
    }

    fn read(mut self, name: String, bytes: Vec<u8>) {
        self.action
            .send_then(PreviewImport { name, bytes }, move |seen| {
                self.pasted.set(None);
                self.show(seen);
            });
    }

    /// Sets the meaning of a column and shows the updated preview.
    pub fn choose_column(self, choice: ColumnChoice) {
        let Some(token) = self.preview.peek().as_ref().map(|seen| seen.token) else {
            return;
        };
        let request = ChooseColumn { token, choice };
        self.action.send_then(request, move |seen| self.show(seen));
    }

    fn show(mut self, seen: ImportPreview) {
        // With other columns the rows differ, so earlier choices no longer apply.
        self.chosen.set(Chosen::default());
        self.preview.set(Some(seen));
    }

    /// Stores what the preview shows.
    pub fn keep(mut self) {
        let chosen = self.chosen.peek().clone();
        let shown = |seen: &ImportPreview| (seen.token, chosen.passed_over(seen));
        let Some((token, passed_over)) = self.preview.peek().as_ref().map(shown) else {
            return;
        };
        let Chosen {
            joined, dangers, ..
        } = chosen;
        let keep = ConfirmImport {
            token,
            passed_over,
            joined: joined.into_iter().collect(),
            dangers: dangers.into_iter().collect(),
        };
        self.action.send_then(keep, move |done| {
            let problems = self.preview.take().map(|seen| seen.problems);
            self.report.set(Some((done, problems.unwrap_or_default())));
        });
    }
}
