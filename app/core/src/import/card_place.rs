//! Addresses on a card.

use super::card_line::Line;
use super::fold::one_line;

/// Formats an address: street, postcode and place, and the country if it is not the Netherlands.
pub(super) fn address(line: &Line) -> String {
    let parts: Vec<String> = line.parts(b';').iter().map(|part| one_line(part)).collect();
    let part = |at: usize| parts.get(at).map_or("", String::as_str);
    // Order: PO box; extension; street; place; region; postcode; country; more in RFC 9554.
    let place = one_line(&format!("{} {}", part(5), part(3)));
    let country = match part(6).to_lowercase().as_str() {
        "nederland" | "netherlands" | "the netherlands" | "nl" => "",
        _ => part(6),
    };
    let more = parts
        .get(7..)
        .unwrap_or_default()
        .iter()
        .map(String::as_str);
    let all = [part(0), part(2), part(1), &place, part(4), country]
        .into_iter()
        .chain(more);
    let mut filled: Vec<&str> = Vec::new();
    for part in all.filter(|part| !part.is_empty()) {
        if !filled.contains(&part) {
            filled.push(part);
        }
    }
    filled.join(", ")
}
