//! Dates, phone numbers, postcodes, statuses, problem types.

use super::super::{date, phone, value};
use super::day;
use crate::model::CaseStatus;

/// Parses a date in the Dutch order.
fn read_day(text: &str) -> Option<chrono::NaiveDate> {
    match date::day(text, date::Order::DayFirst) {
        date::Written::Day(day) => Some(day),
        _ => None,
    }
}

#[test]
fn dutch_dates_are_read_in_every_spelling() {
    let expected = day(2023, 10, 6);
    for text in [
        "6-10-2023",
        "06-10-23",
        "06/10/2023",
        "6.10.2023",
        "2023-10-06",
        "6 oktober 2023",
        "6 okt 23",
        "6 okt. 2023",
        "6-OKT-2023",
        " 06-10-2023 ",
        "06-10-2023 00:00",
        "2023-10-06T14:30:05.000Z",
        "20231006",
        "6–10–2023",
        "6\u{2011}10\u{2011}2023",
        "\u{200e}06-10-2023\u{200f}",
        "6-10-2023 om 14.30 uur",
        "6-10-2023 14u30",
        "6 oktober 2023, 14 uur",
        "Fri, 06 Oct 2023 12:00:00 GMT",
        "Thu, 05 Oct 2023 22:30:00 +0000",
    ] {
        assert_eq!(read_day(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_plainly_a_day_is_none() {
    for text in [
        "31-02-2025",
        "45205",
        "20231306",
        "99991006",
        "10-2023",
        "oktober 2023",
        "13-13-2023",
        "6-10-203",
        "ongeveer 6-10-2023",
        "6-10-2023 of 7-10-2023",
        "0-1-2024",
        "",
        "onbekend",
        "06-10-0023",
    ] {
        assert_eq!(read_day(text), None, "{text}");
    }
}

#[test]
fn years_of_two_digits_turn_over_at_sixty_nine() {
    assert_eq!(read_day("1-1-68"), day(2068, 1, 1));
    assert_eq!(read_day("1-1-69"), day(1969, 1, 1));
}

#[test]
fn phone_numbers_in_every_spelling_are_the_same_number() {
    for text in [
        "0612345678",
        "06 12345678",
        "06-12345678",
        "06 12 34 56 78",
        "+31612345678",
        "+31 (0)6 12345678",
        "0031 6 12345678",
        "tel:+31-6-12345678",
    ] {
        assert_eq!(
            phone::normal(text).as_deref(),
            Some("+31612345678"),
            "{text}"
        );
    }
    assert_eq!(
        phone::normal("035 123 45 67").as_deref(),
        Some("+31351234567")
    );
    assert_eq!(
        phone::normal("+49 30 901820").as_deref(),
        Some("+4930901820")
    );
}

#[test]
fn what_cannot_be_called_is_no_phone_number() {
    for text in [
        "",
        "geen",
        "12345",
        "06 1234",
        "06-1234567x",
        "06 12345678 14",
        "zie zus",
        "+",
        "((((",
        "905-555-1234",
    ] {
        assert_eq!(phone::normal(text), None, "{text}");
    }
}

#[test]
fn postcodes_get_one_spelling_and_odd_ones_none() {
    for text in ["1234AB", "1234 ab", " 1234  aB"] {
        assert_eq!(value::postcode(text).as_deref(), Some("1234 AB"), "{text}");
    }
    for text in [
        "", "1234", "0234 AB", "12345 AB", "1234 A1", "ABCD 12", "1234 é",
    ] {
        assert_eq!(value::postcode(text), None, "{text}");
    }
}

#[test]
fn statuses_are_known_in_the_words_of_others() {
    for (text, status) in [
        ("OPEN", CaseStatus::Open),
        ("loopt", CaseStatus::Open),
        ("", CaseStatus::Open),
        ("In behandeling", CaseStatus::Open),
        ("wacht", CaseStatus::Waiting),
        ("Gesloten ", CaseStatus::Closed),
        ("afgesloten", CaseStatus::Closed),
        ("Beëindigd", CaseStatus::Closed),
        ("overgedragen", CaseStatus::HandedOver),
    ] {
        assert_eq!(value::status(text), Some(status), "{text}");
    }
    assert_eq!(value::status("misschien"), None);
}

#[test]
fn problem_types_are_split_and_named_as_in_the_practice() {
    let found =
        value::problems("Overlast, LVB-problematiek; Dak- en Thuisloos / Eenzaam,overlast,");
    assert_eq!(found, ["overlast", "LVB", "dak- en thuisloos", "Eenzaam"]);
    assert_eq!(value::problems("alcohol/drugs"), ["alcohol/drugs"]);
}

#[test]
fn a_number_in_scientific_notation_is_written_out_if_no_digit_is_lost() {
    let phone = |text: &str| {
        let list = format!("Naam;Telefoon\nPoedel;{text}\n");
        super::cases_of(list.as_bytes()).0[0].phone.clone()
    };
    for text in ["6,12345678E+08", "6.12345678E8"] {
        assert_eq!(phone(text), "+31612345678", "{text}");
    }
    for text in ["6,12E+08", "6,123456789E+08", "E8", "6E8"] {
        assert_eq!(phone(text), text);
    }
}
