//! Resting a signal.

use chrono::{Days, Months, NaiveDate};
use dioxus::prelude::*;
use voorveld_core::SignalId;
use voorveld_core::api::{RestSignal, WakeSignal};
use voorveld_core::model::SignalState;
use voorveld_core::view::SignalView;

use crate::components::{ErrorLine, Glyph, Invite, Row, Sheet};
use crate::hooks::{Action, clock, use_action};
use crate::{format, t, text};

/// Four durations; one press starts the rest.
#[component]
pub fn RestSheet(signal: SignalId, action: Action, onclose: EventHandler<()>) -> Element {
    let today = clock().today();
    let language = text::language();
    rsx! {
        Sheet { title: t!("signal-rest-until"), onclose,
            div { class: "rows",
                for (id , label , until) in lengths(today) {
                    Row {
                        key: "{id}",
                        id: "rest-{id}",
                        title: rsx! { "{label}" },
                        aside: until
                            .map(|day| format::short_day(language, day, today))
                            .unwrap_or_default(),
                        onpress: move |()| {
                            action.send_then(RestSignal { signal, until }, move |()| onclose.call(()));
                        },
                    }
                }
            }
            p { class: "second quiet", {t!("signal-rest-hint")} }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}

fn lengths(today: NaiveDate) -> [(&'static str, String, Option<NaiveDate>); 4] {
    [
        ("week", t!("rest-week"), Some(today + Days::new(7))),
        ("weeks", t!("rest-weeks"), Some(today + Days::new(28))),
        ("months", t!("rest-months"), Some(today + Months::new(3))),
        ("search", t!("rest-search"), None),
    ]
}

/// Shows how long the signal rests, with a way to wake it; or that it did rest.
#[component]
pub fn Resting(view: SignalView) -> Element {
    let signal = view.id;
    let action = use_action();
    let today = clock().today();
    let day = |day| format::long_day_of_year(text::language(), day, today);
    match (view.state, view.resting_until) {
        (SignalState::Resting, until) => rsx! {
            p { class: "second quiet", id: "signal-resting",
                if let Some(until) = until {
                    {t!("signal-resting-until", day: day(until))}
                } else {
                    {t!("signal-resting")}
                }
            }
            Invite {
                id: "signal-wake",
                glyph: Glyph::Undo,
                label: t!("signal-wake"),
                onpress: move |()| action.send(WakeSignal { signal }),
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        },
        (SignalState::Open, Some(until)) => rsx! {
            p { class: "second quiet", id: "signal-rested",
                {t!("signal-rested", day: day(until))}
            }
        },
        _ => rsx! {},
    }
}
