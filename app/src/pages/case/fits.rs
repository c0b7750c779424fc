//! From a case to contacts who may help.

use dioxus::prelude::*;

use crate::components::{Glyph, Invite};
use crate::hooks::use_network_looking;
use crate::route::Route;
use crate::t;

/// Opens the network, filtered by the case's neighbourhood.
#[component]
pub fn WhoFits(district: String) -> Element {
    let looking = use_network_looking();
    rsx! {
        Invite {
            id: "case-fits",
            glyph: Glyph::Users,
            label: t!("case-fits"),
            onpress: move |()| {
                looking.only(&district);
                navigator().push(Route::NetworkPage {});
            },
        }
    }
}
