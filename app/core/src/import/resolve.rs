//! Resolves ambiguous titles using the other columns and the values.

use std::collections::HashSet;

use super::columns::{Column, Kind, Title, has};
use super::fold::letters;
use super::phone;
use super::records::Record;
use super::service_number::{self, Share};

/// Fewer numbers may be the same by chance.
const FEW: usize = 4;

/// Determines what each column holds.
pub(super) fn resolve(titles: &mut [Title], records: &[&Record]) {
    let values = |at: usize| -> Vec<&str> {
        let cells = records.iter().filter_map(|record| record.cells.get(at));
        cells
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect()
    };
    for maybe in [Column::Name, Column::Phone, Column::Address] {
        let named = [
            Column::Name,
            Column::Nickname,
            Column::FirstName,
            Column::LastName,
        ];
        let there = if maybe == Column::Name {
            has(titles, &named)
        } else {
            has(titles, &[maybe])
        };
        let title = titles.iter_mut().find(|title| title.maybe == Some(maybe));
        if let (false, Some(title)) = (there, title) {
            title.column = Some(maybe);
        }
    }
    venues_give_way(titles, &values);
    for at in 1..titles.len() {
        // Woonadres straat, Woonadres huisnummer.
        let both = [at - 1, at].map(|at| titles[at].column) == [Some(Column::Address); 2];
        let houses = values(at);
        if both && !houses.is_empty() && houses.iter().all(|value| is_house_number(value)) {
            titles[at].column = Some(Column::HouseNumber);
        }
    }
    for at in 0..titles.len() {
        if titles[at].column == Some(Column::Numbering) {
            titles[at].column = numbering(titles, at, &values);
        }
    }
    for (at, title) in titles.iter_mut().enumerate() {
        let values = values(at);
        let phones = title.column == Some(Column::Phone);
        let titled_otherwise = matches!(
            title.column,
            Some(
                Column::Phone
                    | Column::Born
                    | Column::ReportedOn
                    | Column::FirstContact
                    | Column::LastContact
            )
        );
        if phones && values.iter().all(|value| value.starts_with('6')) {
            continue;
        }
        match service_number::share(&values, titled_otherwise) {
            Share::All => title.column = Some(Column::Bsn),
            Share::Some => title.service_numbers = true,
            Share::None => {}
        }
    }
    for at in 0..titles.len() {
        if titles[at].column == Some(Column::Number) {
            titles[at].column = identifying(titles, at, &values);
        }
    }
    person_or_contact(titles);
    // A column named after the case holds its number if another one holds the name.
    for title in titles {
        if title.column == Some(Column::Number) {
            title.maybe = None;
        }
    }
}

/// Takes a place such as *Locatie* for no address if another column has addresses: it may be where
/// somebody was seen, or an office.
fn venues_give_way<'a>(titles: &mut [Title], values: &impl Fn(usize) -> Vec<&'a str>) {
    let lived_at = |(at, title): (usize, &Title)| {
        title.column == Some(Column::Address) && title.kind <= Kind::Home && !values(at).is_empty()
    };
    if titles.iter().enumerate().any(lived_at) {
        let venues = titles.iter_mut().filter(|title| title.kind == Kind::Venue);
        for title in venues.filter(|title| title.column == Some(Column::Address)) {
            title.column = None;
        }
    }
}

/// Interprets a column Nr: a house number after a street, a row counter, or a case number.
fn numbering<'a>(
    titles: &[Title],
    at: usize,
    values: &impl Fn(usize) -> Vec<&'a str>,
) -> Option<Column> {
    let street = at
        .checked_sub(1)
        .filter(|before| titles[*before].column == Some(Column::Address));
    let of_kind =
        |title: &Title| title.column == Some(Column::HouseNumber) && title.kind == titles[at].kind;
    if let Some(street) = street.filter(|_| !titles.iter().any(of_kind)) {
        let streets = values(street);
        let numbered = streets
            .iter()
            .filter(|street| ends_in_number(street))
            .count();
        if numbered * 2 <= streets.len() && values(at).iter().all(|value| is_house_number(value)) {
            return Some(Column::HouseNumber);
        }
    }
    let values = values(at);
    if counts(&values) {
        return Some(Column::Counter);
    }
    let numbered = titles
        .iter()
        .any(|title| title.column == Some(Column::Number));
    (!numbered && !values.is_empty()).then_some(Column::Number)
}

/// Corrects a column of numbers whose values identify nobody: phone numbers, or one code for many people.
fn identifying<'a>(
    titles: &[Title],
    at: usize,
    values: &impl Fn(usize) -> Vec<&'a str>,
) -> Option<Column> {
    let numbers = values(at);
    if !numbers.is_empty() && numbers.iter().all(|value| phone::normal(value).is_some()) {
        return Some(Column::Phone);
    }
    let different = |values: &[&str]| {
        let all: HashSet<String> = values.iter().map(|value| letters(value)).collect();
        all.len()
    };
    let named = [Column::Name, Column::Nickname, Column::LastName];
    let mut names = titles
        .iter()
        .zip(0..)
        .filter(|(title, _)| title.column.is_some_and(|column| named.contains(&column)))
        .map(|(_, at)| different(&values(at)));
    let of_many = different(&numbers) * 2 < names.next().unwrap_or_default();
    (numbers.len() < FEW || !of_many).then_some(Column::Number)
}

/// Returns whether a street comes with its house number. Plein 1945 is a street.
fn ends_in_number(street: &str) -> bool {
    let last = street.split_whitespace().next_back().unwrap_or_default();
    let digits = last.chars().take_while(char::is_ascii_digit).count();
    street.contains(' ') && matches!(digits, 1..=3)
}

fn is_house_number(value: &str) -> bool {
    let value = letters(value);
    value.len() <= 8 && value.starts_with(|c: char| c.is_ascii_digit())
}

/// Returns whether a value of a column Nr, # or Volgnummer can be the number of a row.
pub(super) fn is_row_number(value: &str) -> bool {
    let value = value.trim_end_matches('.');
    let value = value.strip_suffix(".0").unwrap_or(value);
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    digits && matches!(value.len(), 1..=6) && (value.len() == 1 || !value.starts_with('0'))
}

/// Returns whether the values count rows. Most are short whole numbers, which may restart, repeat or
/// have gaps, as in a list that was filtered or put together; or all are unique longer ones with few gaps.
fn counts(values: &[&str]) -> bool {
    let short = |value: &&&str| is_row_number(value) && value.trim_end_matches(".0").len() <= 4;
    let shorts = values.iter().filter(short).count();
    // A list that begins far beyond its length was numbered elsewhere: 1041, 1077.
    let far = |value: &&str| whole(value).is_some_and(|number| number >= 1000);
    if values.iter().all(far) && !are_close(values) {
        return false;
    }
    if shorts * 2 > values.len() {
        return true;
    }
    are_close(values)
}

/// Returns whether the values are unique whole numbers with few gaps.
fn are_close(values: &[&str]) -> bool {
    let numbers: Option<Vec<u64>> = values.iter().map(|value| whole(value)).collect();
    let Some(mut numbers) = numbers else {
        return false;
    };
    let count = numbers.len() as u64;
    numbers.sort_unstable();
    numbers.dedup();
    match (numbers.first(), numbers.last()) {
        (Some(first), Some(last)) => {
            numbers.len() as u64 == count
                && last - first < 2 * count + 3
                && (count > 1 || *last < 1000)
        }
        _ => false,
    }
}

/// Returns the number of a row that a value may be.
fn whole(value: &str) -> Option<u64> {
    let digits = value.trim_end_matches('.');
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    digits.parse().ok().filter(|_| is_row_number(value))
}

/// Uses the contact person as the name if there is no other name.
fn person_or_contact(titles: &mut [Title]) {
    use Column as C;
    let named = has(titles, &[C::Name, C::Nickname, C::FirstName, C::LastName]);
    for title in titles {
        if title.column == Some(C::ContactPerson) {
            title.column = (!named).then_some(C::Name);
        }
    }
}
