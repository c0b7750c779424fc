//! A neighbourhood study: its progress, themes and interviews.

mod fields;
mod interview;
mod more;
mod themes;

use chrono::NaiveDate;
use dioxus::prelude::*;
use voorveld_core::StudyId;
use voorveld_core::api::ReadStudy;
use voorveld_core::model::{STUDY_WEEKS, SyncMark, Who};
use voorveld_core::view::StudyView;

use crate::components::{
    Button, DraftLines, ErrorLine, Glyph, Head, Icon, Invite, Page, ProgressBar, Section,
    SyncMarkLine,
};
use crate::hooks::{Subject, back, clock, use_live, use_subject};
use crate::pages::Gone;
use crate::route::Route;
use crate::t;
use fields::StudyFields;
pub(crate) use fields::{StudyClashes, field_name};
use interview::InterviewEntry;
use themes::Themes;

/// Interviews per page.
const PART: u32 = 30;

/// The page of one study.
#[component]
pub fn StudyPage(study: StudyId) -> Element {
    let mut limit = use_signal(|| PART);
    let live = use_live(ReadStudy {
        study,
        limit: limit(),
    });
    let mut editing = use_signal(|| false);
    let view = live.value();
    // The capture sheet preselects this study while it is open.
    let goes_on = view.as_ref().filter(|view| view.ended.is_none());
    use_subject(goes_on.map(|view| Subject {
        who: Who::Study(study),
        name: view.name.clone(),
    }));
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: view.as_ref().map(|view| view.name.clone()).unwrap_or_default(),
                    second: view.as_ref().map(place).unwrap_or_default(),
                    onback: move |()| back(),
                    end: (view.is_some() && !editing())
                        .then(|| rsx! {
                            button {
                                class: "head__button",
                                id: "study-edit",
                                r#type: "button",
                                aria_label: t!("study-edit"),
                                title: t!("study-edit"),
                                onclick: move |_| editing.set(true),
                                Icon { glyph: Glyph::Pencil }
                            }
                        }),
                }
            },
            dock_lined: true,
            dock: if editing() {
                Some(rsx! {
                    Button {
                        id: "study-done",
                        label: t!("contact-done"),
                        main: true,
                        onpress: move |()| editing.set(false),
                    }
                })
            } else {
                Some(rsx! {
                    Button {
                        id: "study-report",
                        label: t!("study-report"),
                        glyph: Glyph::BookOpen,
                        onpress: move |()| {
                            navigator().push(Route::StudyReportPage { study });
                        },
                    }
                })
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            match view {
                Some(view) if editing() => rsx! {
                    StudyFields { view }
                },
                Some(view) => rsx! {
                    DraftLines { who: Who::Study(study) }
                    StudyBody { view, onmore: move |()| limit += PART }
                },
                None => rsx! {},
            }
        }
    }
}

#[component]
fn StudyBody(view: StudyView, onmore: EventHandler<()>) -> Element {
    let study = view.id;
    let shown = view.interviews.len() as u32;
    let themes: Vec<String> = view.themes.iter().map(|theme| theme.name.clone()).collect();
    rsx! {
        StudyClashes { study, clashes: view.clashes.clone() }
        if !view.question.is_empty() {
            div { class: "matters",
                p { class: "matters__text", id: "study-question", dir: "auto", "{view.question}" }
            }
        }
        Weeks { begun: view.begun, ended: view.ended }
        if view.mark == SyncMark::OnlyHere {
            p { SyncMarkLine { mark: view.mark } }
        }
        Themes { study, themes: view.themes.clone() }
        Section {
            title: t!("study-said"),
            id: "study-said",
            rows: false,
            aside: if view.total == 0 { String::new() } else { view.total.to_string() },
            if view.total == 0 {
                p { class: "second quiet", {t!("study-nothing-said")} }
            }
            for interview in view.interviews {
                InterviewEntry {
                    key: "{interview.id}",
                    study,
                    study_name: view.name.clone(),
                    themes: themes.clone(),
                    interview,
                }
            }
            Gone { who: Who::Study(study) }
            if shown < view.total {
                Invite {
                    id: "study-more",
                    glyph: Glyph::ArrowDown,
                    label: t!("study-more"),
                    onpress: onmore,
                }
            }
        }
    }
}

/// Returns the neighbourhood, unless the study is named after it.
fn place(view: &StudyView) -> String {
    if view.district == view.name {
        String::new()
    } else {
        view.district.clone()
    }
}

/// The progress of a study: a thin bar and text.
#[component]
fn Weeks(begun: Option<NaiveDate>, ended: Option<NaiveDate>) -> Element {
    let today = clock().today();
    let Some(begun) = begun else {
        return rsx! {};
    };
    let part = f64::from(week_number(begun, ended.unwrap_or(today)).min(STUDY_WEEKS))
        / f64::from(STUDY_WEEKS);
    rsx! {
        div { class: "study-weeks", id: "study-weeks",
            ProgressBar { part }
            p { class: "second",
                match ended {
                    Some(ended) => t!(
                        "study-period",
                        from: crate::format::numeric_day(begun),
                        to: crate::format::numeric_day(ended)
                    ),
                    None => week(begun, today),
                }
            }
        }
    }
}

/// Formats "week 5 van 16"; after those weeks only the week, and before the first day when it begins.
pub(super) fn week(begun: NaiveDate, today: NaiveDate) -> String {
    match week_number(begun, today) {
        0 => t!("study-to-begin", day: crate::format::numeric_day(begun)),
        week if week <= STUDY_WEEKS => t!("study-week", week: week, weeks: STUDY_WEEKS),
        week => t!("study-week-late", week: week, weeks: STUDY_WEEKS),
    }
}

/// Returns the week of a study that began on this day, counted from 1; 0 before it.
fn week_number(begun: NaiveDate, today: NaiveDate) -> u32 {
    let days = (today - begun).num_days();
    u32::try_from(days).map_or(0, |days| days / 7 + 1)
}

#[cfg(test)]
mod tests {
    use super::week_number;

    #[test]
    fn the_first_seven_days_are_week_one() {
        let day = |day: &str| day.parse().expect("a day");
        let begun = day("2025-10-20");
        assert_eq!(week_number(begun, day("2025-10-19")), 0);
        assert_eq!(week_number(begun, begun), 1);
        assert_eq!(week_number(begun, day("2025-10-26")), 1);
        assert_eq!(week_number(begun, day("2025-10-27")), 2);
        assert_eq!(week_number(begun, day("2026-02-08")), 16);
        assert_eq!(week_number(begun, day("2026-02-09")), 17);
    }
}
