//! How far the phone is with what the team wrote before.

use dioxus::prelude::*;
use voorveld_core::view::CatchUp;

use super::ProgressBar;
use crate::t;

/// Shows how many of the team's records are here, while many are still to come.
#[component]
pub fn CatchingUp(catch_up: Option<CatchUp>) -> Element {
    let Some(CatchUp { done, total }) = catch_up else {
        return rsx! {};
    };
    rsx! {
        div { id: "catching-up",
            ProgressBar { part: f64::from(done) / f64::from(total.max(1)) }
            p { {t!("catching-up", done: done, total: total)} }
            p { class: "second", {t!("catching-up-how")} }
        }
    }
}
