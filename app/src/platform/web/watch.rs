//! App-wide notices in a browser: a new version is waiting.

use dioxus::prelude::*;
use futures::StreamExt as _;
use futures::channel::mpsc;
use voorveld_core::api::{ReadTeam, ReadTeams};

use super::{listen, sync_memory};
use crate::components::Button;
use crate::hooks::use_live;
use crate::t;

/// The global through which the page's script exposes a waiting version; also the event's name.
const UPDATE: &str = "voorveldUpdate";

/// Shows a line when a new version is waiting. Also keeps the record of the store's state up to date.
#[component]
pub(crate) fn Watch() -> Element {
    let team = use_live(ReadTeam);
    let teams = use_live(ReadTeams);
    use_effect(move || {
        if let (Some(team), Some(teams)) = (team.value(), teams.value()) {
            // All teams count, because they would be evicted together.
            let only_here = teams.iter().map(|team| team.only_here).sum();
            sync_memory::note(&team.sync, only_here);
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
