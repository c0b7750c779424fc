//! The day of a promise, pressed or typed, and the time of that day.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use dioxus::prelude::*;

use crate::components::{Chip, Chips, Field, ProblemLine};
use crate::hooks::clock;
use crate::{format, t, text};

/// The state of choosing an optional day.
#[derive(Clone, Copy, PartialEq)]
pub struct DayChoice {
    pressed: Signal<Option<NaiveDate>>,
    /// Whether the day is typed instead.
    typing: Signal<bool>,
    typed: Signal<String>,
    /// The typed day was not understood; shown when the field loses focus.
    odd: Signal<bool>,
    day: Memo<Option<NaiveDate>>,
}

/// Creates a [`DayChoice`] that begins with a typed day, or without a day where that is empty.
pub fn use_day(begin: &str) -> DayChoice {
    let today = clock().today();
    let pressed = use_signal(|| None::<NaiveDate>);
    let typing = use_signal(|| !begin.is_empty());
    let typed = use_signal(|| begin.to_owned());
    let odd = use_signal(|| false);
    let day = use_memo(move || {
        if typing() {
            format::day_in_words(&typed(), today)
        } else {
            pressed()
        }
    });
    DayChoice {
        pressed,
        typing,
        typed,
        odd,
        day,
    }
}

impl DayChoice {
    /// Returns the day, without rendering the caller again when it changes.
    pub fn chosen(self) -> Option<NaiveDate> {
        *self.day.peek()
    }

    /// Tells whether there is a day.
    pub fn is_chosen(self) -> bool {
        self.day.read().is_some()
    }

    /// Validates the typed day and shows an error if it is not understood. An empty field is valid.
    pub fn is_understood(mut self) -> bool {
        let blank = self.typed.peek().trim().is_empty();
        let odd = *self.typing.peek() && !blank && self.day.peek().is_none();
        self.odd.set(odd);
        !odd
    }

    fn press(mut self, day: NaiveDate) {
        self.typing.set(false);
        let to = (*self.pressed.peek() != Some(day)).then_some(day);
        self.pressed.set(to);
    }

    fn toggle_typing(mut self) {
        self.pressed.set(None);
        self.odd.set(false);
        self.typing.toggle();
    }

    fn type_in(mut self, text: String) {
        self.odd.set(false);
        self.typed.set(text);
    }
}

/// Chips for the usual days, and a field for any other.
#[component]
pub fn DayChooser(
    id: String,
    day: DayChoice,
    /// Whether the field takes the focus when it opens.
    focus: bool,
    onenter: EventHandler<()>,
) -> Element {
    let language = text::language();
    let today = clock().today();
    let typing = (day.typing)();
    rsx! {
        div { class: "group",
            p { class: "second group__label", {t!("commitment-when")} }
            Chips { label: t!("commitment-when"), fill: true,
                for quick in quick_days(today) {
                    Chip {
                        key: "{quick}",
                        label: format::relative_day_ahead(language, quick, today),
                        chosen: (day.pressed)() == Some(quick) && !typing,
                        onpress: move |()| day.press(quick),
                    }
                }
                Chip {
                    id: "{id}-other-day",
                    label: t!("commitment-other-day"),
                    chosen: typing,
                    onpress: move |()| day.toggle_typing(),
                }
            }
            if typing {
                // A text field: date pickers differ between phones and desktops, and take more taps
                // than typing or dictating "27-11" or "volgende week dinsdag".
                Field {
                    id: "{id}-day",
                    label: t!("commitment-day"),
                    initial: day.typed.peek().clone(),
                    focus,
                    oninput: move |text| day.type_in(text),
                    onleave: move |()| {
                        day.is_understood();
                    },
                    onenter,
                }
                if (day.odd)() {
                    ProblemLine { text: t!("commitment-day-odd") }
                }
                p { class: "second quiet", role: "status", id: "{id}-day-is",
                    if let Some(day) = (day.day)() {
                        {format::capital(&format::long_day_of_year(language, day, today))}
                    }
                }
            }
        }
    }
}

/// The time of day, by the platform's own field.
#[component]
pub fn TimeField(
    id: String,
    initial: Option<NaiveTime>,
    onchange: EventHandler<Option<NaiveTime>>,
) -> Element {
    rsx! {
        div { class: "field",
            label { class: "field__label", r#for: "{id}-time", {t!("commitment-time")} }
            div { class: "field__box",
                input {
                    class: "field__input",
                    id: "{id}-time",
                    r#type: "time",
                    initial_value: initial.map(format::time),
                    autocomplete: "off",
                    oninput: move |event| {
                        onchange.call(NaiveTime::parse_from_str(&event.value(), "%H:%M").ok());
                    },
                }
            }
        }
    }
}

/// Returns today, tomorrow, and the first Friday after that.
fn quick_days(today: NaiveDate) -> Vec<NaiveDate> {
    let tomorrow = today + Days::new(1);
    let friday = (2..9)
        .map(|days| today + Days::new(days))
        .find(|day| day.weekday() == Weekday::Fri);
    [today, tomorrow].into_iter().chain(friday).collect()
}

#[cfg(test)]
mod tests {
    use super::quick_days;

    #[track_caller]
    fn check(today: &str, friday: &str) {
        let days = quick_days(today.parse().expect("a date"));
        assert_eq!(
            days.last().map(ToString::to_string).as_deref(),
            Some(friday)
        );
        assert_eq!(days.len(), 3);
    }

    #[test]
    fn the_third_quick_day_is_a_friday_that_is_not_today_or_tomorrow() {
        check("2025-11-18", "2025-11-21");
        check("2025-11-20", "2025-11-28");
        check("2025-11-21", "2025-11-28");
        check("2025-11-22", "2025-11-28");
    }
}
