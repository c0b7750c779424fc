//! *Controleer dit toestel*: checks this phone's data, and says what was found and done.

use dioxus::prelude::*;
use voorveld_core::api::{CheckPhone, ReadCheckup};
use voorveld_core::view::Checkup;

use crate::components::{Button, ErrorLine, Glyph, Head, Page, Point, Section};
use crate::hooks::{clock, use_action, use_live};
use crate::route::Route;
use crate::{format, t, text};

/// The page.
#[component]
pub fn CheckupPage() -> Element {
    let live = use_live(ReadCheckup);
    let action = use_action();
    let navigator = use_navigator();
    let busy = action.busy();
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("checkup-title"),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: rsx! {
                Button {
                    id: "checkup-go",
                    main: true,
                    busy,
                    label: if busy { t!("checkup-going") } else { t!("checkup-go") },
                    onpress: move |()| action.send(CheckPhone),
                }
            },
            p { class: "page__lead", {t!("checkup-lead")} }
            if let Some(error) = live.problem().or_else(|| action.problem()) {
                ErrorLine { error }
            }
            if let Some(Some(checkup)) = live.value().filter(|_| !busy) {
                Result { checkup }
            }
        }
    }
}

/// When the last check was, and a point for each thing it found.
#[component]
fn Result(checkup: Checkup) -> Element {
    let clock = clock();
    let language = text::language();
    let at = format::moment(language, clock.local(checkup.at), clock.today());
    let well = checkup.findings.is_empty();
    rsx! {
        div { role: "status", id: "checkup-result",
            Section { title: t!("checkup-last", at: at),
                for (index , (title , text)) in text::checkup::lines(language, &checkup).into_iter().enumerate() {
                    Point {
                        key: "{index}",
                        id: "checkup-{index}",
                        glyph: if well {
                            Glyph::ShieldCheck
                        } else if index < checkup.findings.len() {
                            Glyph::CircleAlert
                        } else {
                            Glyph::Check
                        },
                        title,
                        text,
                    }
                }
            }
        }
    }
}
