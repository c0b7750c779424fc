//! Phone numbers in Dutch notation.

use voorveld_core::phone_number::{self, Call};

/// Formats a phone field for display: a single Dutch number as `06 12345678`, anything else as it was
/// written.
pub fn display(stored: &str) -> String {
    match phone_number::normal(stored) {
        // Foreign numbers stay as written: their grouping is not known here.
        Some(dial) if !dial.starts_with('+') || dial.starts_with("+31") => {
            phone_number::spoken(&dial)
        }
        _ => stored.trim().to_owned(),
    }
}

/// Returns the `tel:` link.
pub fn tel_link(call: &Call) -> String {
    format!("tel:{}", call.dial)
}

/// Returns the `sms:` link; `None` for short and service numbers, which accept no messages.
pub fn sms_link(call: &Call) -> Option<String> {
    call.dial
        .starts_with('+')
        .then(|| format!("sms:{}", call.dial))
}

/// Formats a number with its label: `06 12345678 · zus`.
pub fn call(call: &Call) -> String {
    let number = phone_number::spoken(&call.dial);
    if call.label.is_empty() {
        number
    } else {
        format!("{number} · {}", call.label)
    }
}

#[cfg(test)]
mod tests {
    use voorveld_core::phone_number::calls;

    use super::{call, display, sms_link, tel_link};

    #[test]
    fn a_dutch_number_is_written_with_its_area_apart() {
        for (stored, shown) in [
            ("+31612345678", "06 12345678"),
            ("0612345678", "06 12345678"),
            ("06-12 34 56 78", "06 12345678"),
            ("0031201234567", "020 1234567"),
            ("+31 (0)79 123 45 67", "079 1234567"),
            ("0162123456", "0162 123456"),
            ("+319008844", "0900 8844"),
            ("112", "112"),
        ] {
            assert_eq!(display(stored), shown, "{stored}");
        }
    }

    #[test]
    fn another_text_stays_as_it_was_written() {
        for text in [
            "+32 470 12 34 56",
            "0032 470 12 34 56",
            "via zijn zus",
            "06-12345678 / 06-87654321",
            "035-1234567 tst 12",
        ] {
            assert_eq!(display(text), text);
        }
    }

    #[test]
    fn a_number_is_dialled_whole_and_a_service_takes_no_messages() {
        let one = |text: &str| calls(text).remove(0);
        let abroad = one("0032 470 12 34 56 (broer)");
        assert_eq!(tel_link(&abroad), "tel:+32470123456");
        assert_eq!(sms_link(&abroad).as_deref(), Some("sms:+32470123456"));
        assert_eq!(call(&abroad), "+32470123456 · broer");
        let service = one("0900-8844");
        assert_eq!(tel_link(&service), "tel:09008844");
        assert_eq!(sms_link(&service), None);
    }
}
