//! Comparison of addresses.

use super::letters;
use crate::import::no_value::{self, Of};
use crate::import::value;

/// Compares two addresses. Returns `None` when either is unknown or no more than a town or street, or
/// when the street matches but the postcode or town differs.
pub(in crate::import) fn same_address(one: (&str, &str), other: (&str, &str)) -> Option<bool> {
    let (a, b) = (address_forms(one.0, one.1), address_forms(other.0, other.1));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let homes = [one.0, other.0].map(no_value::is_a_home);
    if homes == [true; 2] && a.last() == b.last() && a.len() > 1 && b.len() > 1 {
        return Some(true);
    }
    if a[0] != b[0] {
        return (homes[0] == homes[1]).then_some(false);
    }
    if homes != [true; 2] {
        return None;
    }
    let town = |address: &str| address.split_once(',').map(|(_, town)| letters(town));
    let against = |one: Option<String>, other: Option<String>| matches!((one, other), (Some(one), Some(other)) if !one.is_empty() && !other.is_empty() && one != other);
    let apart = against(town(one.0), town(other.0))
        || against(Some(letters(one.1)), Some(letters(other.1)));
    if apart { None } else { Some(true) }
}

/// Returns the street with house number, and the postcode with house number if both are known. Empty
/// when there is no address.
pub(in crate::import) fn address_forms(address: &str, postcode: &str) -> Vec<String> {
    if no_value::is_none(Of::Address, address) {
        return Vec::new();
    }
    // What follows the postcode is the town.
    let postcode_inside = value::postcode_in(address);
    let end = postcode_inside
        .as_ref()
        .map_or(address.len(), |(at, _)| at.start);
    let street = address[..end].split(',').next().unwrap_or_default();
    let street = if street.trim().is_empty() {
        address
    } else {
        street
    };
    let plain = letters(street);
    let postcode = postcode_inside
        .as_ref()
        .map_or(postcode, |(_, found)| found);
    let mut forms = vec![plain.clone()];
    let postcode = letters(postcode);
    let house: String = plain.chars().skip_while(|c| !c.is_ascii_digit()).collect();
    if !postcode.is_empty() && !house.is_empty() {
        forms.push(format!("{postcode} {house}"));
    }
    forms
}
