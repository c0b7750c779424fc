//! When it happened, for records made afterwards. Collapsed by default, because it is usually now.

use chrono::{DateTime, Days, NaiveTime, Utc};
use dioxus::prelude::*;
use voorveld_core::day;

use crate::components::{Chip, Chips};
use crate::hooks::{Clock, clock};
use crate::t;

/// Now, or an approximate earlier moment: nobody remembers exact minutes.
#[component]
pub fn When(
    at: DateTime<Utc>,
    /// Before the ids of the choices.
    #[props(default)]
    id: String,
    onchoose: EventHandler<DateTime<Utc>>,
) -> Element {
    let clock = clock();
    rsx! {
        Chips { label: t!("capture-when"),
            for (name , label , moment) in moments(clock) {
                Chip {
                    key: "{name}",
                    id: "{id}when-{name}",
                    label,
                    chosen: (at - moment).num_seconds().abs() < 60,
                    onpress: move |()| onchoose.call(moment),
                }
            }
        }
    }
}

/// Returns the choices that are not in the future.
fn moments(clock: Clock) -> Vec<(&'static str, String, DateTime<Utc>)> {
    let now = clock.now();
    let on = |days: u64, hour: u32| {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        day::at(clock.today() - Days::new(days), time)
    };
    let mut moments = vec![("now", t!("when-now"), now)];
    for (id, label, then) in [
        ("morning", t!("when-morning"), on(0, 9)),
        ("afternoon", t!("when-afternoon"), on(0, 14)),
        ("yesterday", t!("when-yesterday"), on(1, 12)),
        ("before", t!("when-before"), on(2, 12)),
    ] {
        if then < now {
            moments.push((id, label, then));
        }
    }
    moments
}
