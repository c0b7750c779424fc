//! Amounts of money.

use voorveld_core::Cents;
use voorveld_core::view::Language;

/// With the euro sign: "€ 1.234,56" (non-breaking space), in English "€1,234.56".
pub fn money(language: Language, cents: Cents) -> String {
    let minus = if cents < Cents(0) { "−" } else { "" };
    let number = digits(language, cents);
    match language {
        Language::Dutch => format!("€\u{a0}{minus}{number}"),
        Language::English => format!("{minus}€{number}"),
    }
}

/// Without the sign, for a column whose header says the unit: "1.234,56".
pub fn amount(language: Language, cents: Cents) -> String {
    let minus = if cents < Cents(0) { "−" } else { "" };
    format!("{minus}{}", digits(language, cents))
}

/// For a spreadsheet: "-1234,56".
pub fn plain_amount(cents: Cents) -> String {
    let minus = if cents < Cents(0) { "-" } else { "" };
    let cents = cents.0.unsigned_abs();
    format!("{minus}{},{:02}", cents / 100, cents % 100)
}

/// Formats an amount while it is keyed in: bare digits are cents, anything else is shown as typed.
pub fn keyed_amount(language: Language, typed: &str) -> String {
    let bare = typed.len() <= 12 && typed.bytes().all(|byte| byte.is_ascii_digit());
    match bare.then(|| typed.parse().unwrap_or_default()) {
        Some(cents) => money(language, Cents(cents)),
        None if typed.contains('€') => typed.to_owned(),
        None => format!("€\u{a0}{typed}"),
    }
}

fn digits(language: Language, cents: Cents) -> String {
    let (thousand, decimal) = match language {
        Language::Dutch => ('.', ','),
        Language::English => (',', '.'),
    };
    let cents = cents.0.unsigned_abs();
    let euros = (cents / 100).to_string();
    let mut apart = String::new();
    for (place, digit) in euros.chars().enumerate() {
        if place > 0 && (euros.len() - place).is_multiple_of(3) {
            apart.push(thousand);
        }
        apart.push(digit);
    }
    format!("{apart}{decimal}{:02}", cents % 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(cents: i64, dutch: &str, english: &str, plain: &str) {
        let cents = Cents(cents);
        assert_eq!(money(Language::Dutch, cents).replace('\u{a0}', " "), dutch);
        assert_eq!(money(Language::English, cents), english);
        assert_eq!(plain_amount(cents), plain);
    }

    #[test]
    fn an_amount_is_written_as_the_language_does() {
        check(123_456, "€ 1.234,56", "€1,234.56", "1234,56");
        check(5, "€ 0,05", "€0.05", "0,05");
        check(-5_810, "€ −58,10", "−€58.10", "-58,10");
        check(123_456_700, "€ 1.234.567,00", "€1,234,567.00", "1234567,00");
    }

    #[test]
    fn an_amount_grows_as_it_is_keyed_in() {
        let steps = ["", "3", "38", "382", "3820", "38,", "38,2", "-5"];
        let shown = steps.map(|typed| keyed_amount(Language::Dutch, typed).replace('\u{a0}', " "));
        let wanted = [
            "€ 0,00",
            "€ 0,03",
            "€ 0,38",
            "€ 3,82",
            "€ 38,20",
            "€ 38,",
            "€ 38,2",
            "€ -5",
        ];
        assert_eq!(shown, wanted);
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back_as_the_same_amount(cents in 1..=10_000_000_i64) {
            let cents = Cents(cents);
            for language in [Language::Dutch, Language::English] {
                prop_assert_eq!(Cents::written(&money(language, cents)), Ok(cents));
                prop_assert_eq!(Cents::keyed(&amount(language, cents)), Ok(cents));
            }
            prop_assert_eq!(Cents::keyed(&plain_amount(cents)), Ok(cents));
        }
    }
}
