//! The handover page, with only the chosen lines.

use voorveld_core::view::{CaseView, Language, TimelineEntry};

use crate::export::{ExportFile, Page};
use crate::hooks::Clock;
use crate::{format, t_in};

/// A line that can be included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HandoverPart {
    Matters,
    DoDont,
    Safety,
    Commitments,
    Last,
    Around,
    Background,
    Reach,
}

impl HandoverPart {
    const ALL: [Self; 8] = [
        Self::Matters,
        Self::DoDont,
        Self::Commitments,
        Self::Last,
        Self::Around,
        Self::Background,
        Self::Reach,
        Self::Safety,
    ];

    /// Returns the name used in element ids.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Matters => "matters",
            Self::DoDont => "do-dont",
            Self::Safety => "safety",
            Self::Commitments => "commitments",
            Self::Last => "last",
            Self::Around => "around",
            Self::Background => "background",
            Self::Reach => "reach",
        }
    }

    pub(super) fn word(self, language: Language) -> String {
        match self {
            Self::Matters => t_in!(language, "handover-matters"),
            Self::DoDont => t_in!(language, "handover-do-dont"),
            Self::Safety => t_in!(language, "handover-safety"),
            Self::Commitments => t_in!(language, "handover-commitments"),
            Self::Last => t_in!(language, "handover-last"),
            Self::Around => t_in!(language, "handover-around"),
            Self::Background => t_in!(language, "handover-background"),
            Self::Reach => t_in!(language, "handover-reach"),
        }
    }
}

/// Returns the lines that have content.
pub(super) fn lines_of(view: &CaseView, last: &[TimelineEntry]) -> Vec<HandoverPart> {
    let has = |line: &HandoverPart| match line {
        HandoverPart::Matters => !view.what_matters.is_empty(),
        HandoverPart::DoDont => !view.does.is_empty() || !view.donts.is_empty(),
        HandoverPart::Safety => !view.safety.is_empty(),
        HandoverPart::Commitments => !view.commitments.is_empty(),
        HandoverPart::Last => !last.is_empty(),
        HandoverPart::Around => !view.around.is_empty(),
        HandoverPart::Background => !view.background.is_empty(),
        HandoverPart::Reach => !view.phone.is_empty() || !view.address.is_empty(),
    };
    HandoverPart::ALL.into_iter().filter(has).collect()
}

/// Creates the page.
pub(super) fn page(
    language: Language,
    clock: Clock,
    view: &CaseView,
    last: &[TimelineEntry],
    lines: &[HandoverPart],
    receiver: &str,
    ground: &str,
) -> ExportFile {
    let stem = t_in!(language, "handover-title");
    let title = t_in!(language, "handover-paper-title", name: view.name.clone());
    let mut page = Page::about(language, &stem, &stem, &title);
    page.second(&format::numeric_day(clock.today()));
    let words = [
        t_in!(language, "handover-paper-to"),
        t_in!(language, "handover-paper-from"),
        t_in!(language, "decision-ground"),
    ];
    let values = [receiver, &view.lead, ground];
    page.fields(words.iter().map(String::as_str).zip(values));
    for line in lines {
        page.heading(&line.word(language));
        match line {
            HandoverPart::Matters => {
                page.text(&view.what_matters);
            }
            HandoverPart::DoDont => {
                let words = [t_in!(language, "case-do"), t_in!(language, "case-dont")];
                let values = [view.does.as_str(), &view.donts];
                page.fields(words.iter().map(String::as_str).zip(values));
            }
            HandoverPart::Safety => {
                page.list(view.safety.iter().map(|fact| fact.text.as_str()));
            }
            HandoverPart::Commitments => {
                let all: Vec<String> = view
                    .commitments
                    .iter()
                    .map(|promise| {
                        let mut parts = vec![promise.text.clone(), promise.who.clone()];
                        parts.extend(promise.due.map(format::numeric_day));
                        parts.retain(|part| !part.is_empty());
                        parts.join(" · ")
                    })
                    .collect();
                page.list(all.iter().map(String::as_str));
            }
            HandoverPart::Last => {
                for entry in last {
                    let day = format::numeric_day(clock.local(entry.at).date());
                    let channel = format::channel(language, entry.channel);
                    page.second(&format!("{day} · {channel}"));
                    page.text(&entry.text);
                }
            }
            HandoverPart::Around => {
                let all: Vec<String> = view
                    .around
                    .iter()
                    .map(|near| {
                        let mut parts = vec![near.name.clone(), near.note.clone()];
                        parts.retain(|part| !part.is_empty());
                        parts.join(" · ")
                    })
                    .collect();
                page.list(all.iter().map(String::as_str));
            }
            HandoverPart::Background => {
                page.text(&view.background);
            }
            HandoverPart::Reach => {
                page.text(&view.address).text(&format::phone(&view.phone));
            }
        }
    }
    page.finish()
}
