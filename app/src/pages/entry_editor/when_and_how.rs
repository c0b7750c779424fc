//! When an entry was, and how: what it says now, and the choices to change it.

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::model::Channel;

use crate::components::{Chip, Chips};
use crate::hooks::clock;
use crate::pages::capture::{CHANNELS, When};
use crate::{format, t, text};

/// The moment and the channel of an entry; `when` and `how` hold what is chosen instead.
#[component]
pub fn WhenAndHow(
    id: String,
    at: DateTime<Utc>,
    channel: Channel,
    when: Signal<Option<DateTime<Utc>>>,
    how: Signal<Option<Channel>>,
) -> Element {
    let (mut when, mut how) = (when, how);
    let clock = clock();
    let language = text::language();
    rsx! {
        p { class: "second group__label", {t!("capture-when")} }
        Chips { label: t!("entry-when-was"),
            Chip {
                id: "{id}-when-same",
                label: format::moment(language, clock.local(at), clock.today()),
                chosen: when().is_none(),
                onpress: move |()| when.set(None),
            }
        }
        When {
            at: when().unwrap_or(at),
            id: "{id}-",
            onchoose: move |at| when.set(Some(at)),
        }
        p { class: "second group__label", {t!("capture-channel")} }
        Chips { label: t!("capture-channel"),
            for (name , each) in CHANNELS {
                Chip {
                    key: "{name}",
                    id: "{id}-{name}",
                    label: format::channel(language, each),
                    chosen: how().unwrap_or(channel) == each,
                    onpress: move |()| how.set(Some(each)),
                }
            }
        }
    }
}
