//! The report of a study: themes with counts, quotes, and text that the team writes together. It names
//! nobody; text that may identify somebody has a warning beside it.

mod files;

use dioxus::prelude::*;
use voorveld_core::StudyId;
use voorveld_core::api::{ReadStudyReport, SetStudyField};
use voorveld_core::model::StudyField;
use voorveld_core::view::{ReportTheme, StudyReport, Tell};

use crate::components::{
    EditLine, ErrorLine, ExportButtons, Glyph, Head, Icon, NamesFound, NamesGate, Page,
    ProblemLine, Section, TwiceLine, tell_text, use_names_look,
};
use crate::export::FileKind;
use crate::hooks::{back, use_action, use_editing, use_live};
use crate::{format, t, text};

/// The report.
#[component]
pub fn StudyReportPage(study: StudyId) -> Element {
    let live = use_live(ReadStudyReport { study });
    let report = live.value();
    let look = use_names_look(report.as_ref().map(files::texts).unwrap_or_default());
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("study-report"),
                    second: report.as_ref().map(|report| report.name.clone()).unwrap_or_default(),
                    onback: move |()| back(),
                }
            },
            dock_lined: true,
            dock: report
                .clone()
                .map(|report| rsx! {
                    NamesGate { look: look.clone(),
                        p { class: "second core-team__read", {t!("report-check")} }
                        ExportButtons {
                            id: "report",
                            kinds: vec![FileKind::Page],
                            make: move |kind| files::make(text::language(), &report, kind),
                            main: true,
                        }
                    }
                }),
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(report) = report {
                ReportBody { report: report.clone() }
                NamesFound { look: look.clone() }
                if look.is_open() {
                    Section { title: t!("report-files"), rows: false,
                        ExportButtons {
                            id: "report",
                            kinds: vec![FileKind::Table, FileKind::Data],
                            told: true,
                            make: move |kind| files::make(text::language(), &report, kind),
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn ReportBody(report: StudyReport) -> Element {
    let study = report.id;
    let language = text::language();
    let tells = report
        .themes
        .iter()
        .flat_map(|theme| &theme.quotes)
        .filter(|quote| !quote.tells.is_empty())
        .count()
        + usize::from(!report.tells.is_empty());
    rsx! {
        if !report.question.is_empty() {
            p { class: "second", dir: "auto", "{report.question}" }
        }
        p { class: "study__counts", id: "report-counts", {files::counted(language, report.counts)} }
        if tells > 0 {
            p { class: "second", id: "report-tells", role: "status", {t!("report-tells", n: tells)} }
        }
        OwnWords { study, words: report.text.clone() }
        Tells { tells: report.tells.clone() }
        for theme in report.themes {
            Theme { key: "{theme.name}", theme }
        }
    }
}

/// The team's own text of the report.
#[component]
fn OwnWords(study: StudyId, words: String) -> Element {
    let mend = use_action();
    let editing = use_editing();
    rsx! {
        Section { title: t!("report-words"), id: "report-words",
            TwiceLine {
                id: "report-mend",
                text: words.clone(),
                onmend: move |value| {
                    mend.send(SetStudyField { study, field: StudyField::Report, value });
                },
            }
            if let Some(error) = mend.problem() {
                ErrorLine { error }
            }
            EditLine {
                id: "report-text",
                label: t!("report-words-label"),
                value: words,
                lines: true,
                editing,
                onsave: move |value| {
                    editing.save(SetStudyField { study, field: StudyField::Report, value });
                },
            }
        }
    }
}

#[component]
fn Theme(theme: ReportTheme) -> Element {
    let language = text::language();
    let title = match theme.name.as_str() {
        "" => t!("report-other"),
        name => name.to_owned(),
    };
    let total: u32 = theme.counts.iter().sum();
    rsx! {
        Section { title, aside: total.to_string(),
            p { class: "second study__counted", {files::counted(language, theme.counts)} }
            for quote in theme.quotes {
                div { key: "{quote.interview}-{quote.text}", class: "study__quote study__quote--report",
                    Icon { glyph: Glyph::Quote }
                    div { class: "row__words",
                        p { class: "record__text", dir: "auto", "{quote.text}" }
                        p { class: "row__second", {format::interview_role(language, quote.role)} }
                        Tells { tells: quote.tells }
                    }
                }
            }
        }
    }
}

/// The identifying details found in a text, shown beside it.
#[component]
fn Tells(tells: Vec<Tell>) -> Element {
    if tells.is_empty() {
        return rsx! {};
    }
    let found: Vec<String> = tells.iter().map(tell_text).collect();
    rsx! {
        ProblemLine { text: t!("report-tell", found: found.join(", ")) }
    }
}
