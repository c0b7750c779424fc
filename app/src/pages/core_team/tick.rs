//! Putting a case on the agenda from the case itself.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{ReadOnAgenda, SetOnAgenda};

use crate::components::{ErrorLine, Glyph, MenuRow, Section, Switch};
use crate::hooks::{use_action, use_live};
use crate::route::Route;
use crate::t;

/// The switch, and a link to the agenda.
#[component]
pub fn AgendaTick(case: CaseId) -> Element {
    let live = use_live(ReadOnAgenda { case });
    let action = use_action();
    let on = live.value().unwrap_or_default();
    rsx! {
        Section { title: t!("core-team-title"), id: "edit-core-team",
            Switch {
                id: "core-team-on",
                label: t!("core-team-on"),
                on,
                onset: move |on| action.send(SetOnAgenda { case, on }),
            }
            if let Some(error) = live.problem().or_else(|| action.problem()) {
                ErrorLine { error }
            }
            if on {
                MenuRow {
                    id: "core-team-open",
                    glyph: Glyph::Landmark,
                    title: t!("core-team-write"),
                    to: Route::CoreTeamPage {},
                }
            }
        }
    }
}
