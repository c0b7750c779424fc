//! Values of a row that need a remark when they are not what their title says.

use chrono::NaiveDate;

use super::columns::Column;
use super::date::Written;
use super::fields::Fields;
use super::judge::numbers;
use super::value::too_long;
use super::{no_value, phone, service_number, value};
use crate::model::ImportReason;

/// Returns the case number, without the `.0` that spreadsheets append to whole numbers.
pub(super) fn number_of(fields: &Fields<'_>) -> String {
    let number = fields.line(Column::Number);
    match number.strip_suffix(".0") {
        Some(whole) if whole.chars().all(|c| c.is_ascii_digit()) => whole.to_owned(),
        _ => number,
    }
}

/// Removes the citizen service numbers that the text identifies as such, and adds remarks on those and
/// on other numbers that look like one.
pub(super) fn without_service_numbers(text: &str, reasons: &mut Vec<ImportReason>) -> String {
    // What the row has in a column for it was taken out before.
    let before = text.contains(service_number::LEFT_OUT);
    let (text, called, looks) = service_number::taken_out(text);
    let found = [
        (called || before, ImportReason::ServiceNumberTakenOut),
        (looks, ImportReason::ServiceNumberInText),
    ];
    for (found, reason) in found {
        if found && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    text
}

/// Removes from a field what the field itself calls a citizen service number, and empties one of which
/// nothing but that is left.
pub(super) fn without_called_number(field: &mut String, reasons: &mut Vec<ImportReason>) {
    let (text, called, _) = service_number::taken_out(field);
    let nothing_left = text == service_number::LEFT_OUT;
    if called || nothing_left {
        *field = if nothing_left { String::new() } else { text };
        if !reasons.contains(&ImportReason::ServiceNumberTakenOut) {
            reasons.push(ImportReason::ServiceNumberTakenOut);
        }
    }
}

/// Adds a remark if a case number may be a citizen service number, or was shortened by a spreadsheet.
pub(super) fn check_number(number: &str, reasons: &mut Vec<ImportReason>) {
    if service_number::is_one(number) && !reasons.contains(&ImportReason::ServiceNumberInText) {
        reasons.push(ImportReason::ServiceNumberInText);
    }
    if no_value::is_shortened(number) {
        let text = number.to_owned();
        reasons.push(ImportReason::ShortenedNumber { text });
    }
}

pub(super) fn date_of(
    fields: &mut Fields<'_>,
    column: Column,
    today: NaiveDate,
    reasons: &mut Vec<ImportReason>,
) -> Option<NaiveDate> {
    let text = fields.line(column);
    match fields.day(column)? {
        Written::Day(day) if day <= today => return Some(day),
        Written::Day(_) => reasons.push(ImportReason::FutureDate { text }),
        Written::Unsure => reasons.push(ImportReason::UnsureDate { text }),
        Written::Nothing => reasons.push(ImportReason::BadDate { text }),
    }
    fields.set_aside(column);
    None
}

pub(super) fn postcode_of(fields: &Fields<'_>, reasons: &mut Vec<ImportReason>) -> String {
    let text = fields.line(Column::Postcode);
    value::postcode(&text).unwrap_or_else(|| {
        if !text.is_empty() {
            reasons.push(ImportReason::OddPostcode { text: text.clone() });
        }
        text
    })
}

/// Writes out a number that a spreadsheet shortened without losing a digit: 6,12345678E+08.
fn in_full(text: String) -> String {
    let whole = || {
        let (digits, zeros) = text.split_once(['E', 'e'])?;
        let (first, rest) = digits.split_once(['.', ','])?;
        let places: usize = zeros.strip_prefix('+').unwrap_or(zeros).parse().ok()?;
        let plain = [first, rest]
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        // Fewer decimals than places: the digits that are missing are unknown, not zero.
        (plain && first.len() == 1 && rest.len() == places).then(|| format!("{first}{rest}"))
    };
    whole().unwrap_or(text)
}

/// Returns the phone number, or the text as written with a remark if it contains none.
pub(super) fn phone_of(
    fields: &mut Fields<'_>,
    of_anybody: bool,
    reasons: &mut Vec<ImportReason>,
) -> String {
    let mut text = in_full(fields.phone(of_anybody));
    if too_long(&[&text], &[]) {
        // Left out for its length; to look for numbers would take long.
        return text;
    }
    without_called_number(&mut text, reasons);
    if !text.is_empty() && numbers(&text).is_empty() {
        reasons.push(ImportReason::OddPhone { text: text.clone() });
    }
    phone::kept(&text)
}
