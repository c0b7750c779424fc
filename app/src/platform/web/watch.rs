//! What a browser asks attention for while the app is open: a new version that waits.

use dioxus::prelude::*;
use futures::StreamExt as _;
use futures::channel::mpsc;
use voorveld_core::call::{ReadTeam, ReadTeams};

use super::{kept, listen};
use crate::components::Button;
use crate::hooks::use_live;
use crate::t;

/// The name under which the page's script keeps the way to a waiting version; also its event.
const UPDATE: &str = "voorveldUpdate";

/// A line with the new version, when there is one. Keeps the note of how it stands with the store.
#[component]
pub(crate) fn Watch() -> Element {
    let team = use_live(ReadTeam);
    let teams = use_live(ReadTeams);
    use_effect(move || {
        if let (Some(team), Some(teams)) = (team.value(), teams.value()) {
            // They would be thrown away together.
            let only_here = teams.iter().map(|team| team.only_here).sum();
            kept::note(&team.sync, only_here);
        }
    });
    let mut waits = use_signal(|| update().is_some());
    use_hook(move || {
        let (teller, mut told) = mpsc::unbounded();
        if let Some(window) = web_sys::window() {
            listen::on(&window, UPDATE, teller);
        }
        spawn(async move {
            while told.next().await.is_some() {
                waits.set(update().is_some());
            }
        });
    });
    rsx! {
        if waits() {
            div { class: "update", id: "update", role: "status",
                p { {t!("update-waits")} }
                Button {
                    id: "update-go",
                    small: true,
                    label: t!("update-go"),
                    onpress: move |()| {
                        if let Some(Err(error)) = update().map(|go| go.call0(&go)) {
                            tracing::error!(?error, "the new version does not start");
                        }
                    },
                }
            }
        }
    }
}

fn update() -> Option<js_sys::Function> {
    super::global(UPDATE)
}
