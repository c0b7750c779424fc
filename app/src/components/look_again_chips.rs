//! The day on which a decision is to be reviewed.

use chrono::{Days, NaiveDate};
use dioxus::prelude::*;

use super::{Chip, Chips};
use crate::hooks::clock;
use crate::{format, t, text};

/// In two weeks, in four, or another day; pressing the chosen chip clears it.
#[component]
pub fn LookAgainChips(
    id: String,
    day: Option<NaiveDate>,
    onchoose: EventHandler<Option<NaiveDate>>,
) -> Element {
    let language = text::language();
    let today = clock().today();
    let quick = [
        ("2", today + Days::new(14), t!("decision-look-weeks", n: 2)),
        ("4", today + Days::new(28), t!("decision-look-weeks", n: 4)),
    ];
    let other = day.is_some_and(|day| quick.iter().all(|(_, each, _)| *each != day));
    let mut choosing = use_signal(|| false);
    rsx! {
        div { class: "group",
            p { class: "second group__label",
                {t!("decision-look")}
                if let Some(day) = day {
                    ": "
                    b { {format::relative_day(language, day, today)} }
                }
            }
            Chips { label: t!("decision-look"), fill: true,
                for (n , each , label) in quick {
                    Chip {
                        key: "{n}",
                        id: "{id}-{n}",
                        label,
                        chosen: day == Some(each),
                        onpress: move |()| {
                            choosing.set(false);
                            onchoose.call((day != Some(each)).then_some(each));
                        },
                    }
                }
                Chip {
                    id: "{id}-other",
                    label: t!("commitment-other-day"),
                    chosen: choosing() || other,
                    onpress: move |()| {
                        if other {
                            onchoose.call(None);
                        }
                        choosing.set(!(choosing() || other));
                    },
                }
            }
            if choosing() || other {
                div { class: "field__box group",
                    input {
                        class: "field__input",
                        id: "{id}-day",
                        r#type: "date",
                        autocomplete: "off",
                        min: "{today}",
                        initial_value: day.filter(|_| other).map(|day| day.to_string()),
                        aria_label: t!("commitment-day"),
                        oninput: move |event| {
                            choosing.set(true);
                            onchoose.call(event.value().parse().ok());
                        },
                    }
                }
            }
        }
    }
}
