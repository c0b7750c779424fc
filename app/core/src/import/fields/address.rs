//! The parts of an address, which lists spread over several columns.

use super::{Cell, Fields};
use crate::import::columns::{Column, Kind};
use crate::import::fold::{letters, one_line};
use crate::import::no_value::{self, Of};
use crate::import::table::Section;

impl Fields<'_> {
    /// Keeps the parts of one address; the parts of others become extra. A house number belongs to the
    /// street in the column before it.
    pub(super) fn one_address(&mut self, section: &Section) {
        use Column as C;
        let parts = [
            C::Address,
            C::HouseNumber,
            C::HouseSuffix,
            C::Postcode,
            C::Place,
        ];
        let is_part = |cell: &Cell<'_>| parts.contains(&cell.column);
        let usable =
            |cell: &&Cell<'_>| is_part(cell) && (section.of_contacts || cell.kind != Kind::Another);
        let streets = self.known.iter().filter(|cell| cell.column == C::Address);
        let street = streets
            .filter(usable)
            .min_by_key(|cell| (no_value::is_none(Of::Address, cell.value), cell.kind))
            .copied();
        let any = || self.known.iter().filter(usable).map(|cell| cell.kind).min();
        let Some(kind) = street.map(|cell| cell.kind).or_else(any) else {
            let parts = self.known.extract_if(.., |cell| is_part(cell));
            let extra = parts.map(|cell| (cell.title.to_owned(), cell.value));
            self.extra.extend(extra);
            return;
        };
        let is_street = |at: &usize| {
            let title = section.columns.get(*at);
            title.is_some_and(|title| title.column == Some(C::Address))
        };
        let of_another = |cell: &Cell<'_>| {
            let owner = match cell.column {
                C::Address => Some(cell.at),
                C::HouseNumber | C::HouseSuffix => (0..cell.at).rev().find(is_street),
                _ => None,
            };
            matches!((owner, street), (Some(owner), Some(street)) if owner != street.at)
        };
        let mut seen = Vec::new();
        let mut kept = Vec::new();
        for cell in std::mem::take(&mut self.known) {
            let fits =
                cell.kind == kind || (cell.kind == Kind::Plain && !seen.contains(&cell.column));
            // A house letter and an addition both belong to the number.
            let again = seen.contains(&cell.column) && cell.column != C::HouseSuffix;
            if is_part(&cell) && (!fits || again || of_another(&cell)) {
                self.extra.push((cell.title.to_owned(), cell.value));
                continue;
            }
            seen.push(cell.column);
            kept.push(cell);
        }
        self.known = kept;
    }

    /// Returns street and number, followed by the place if known.
    pub fn address(&mut self) -> String {
        use Column as C;
        let suffixes = self
            .known
            .iter()
            .filter(|cell| cell.column == C::HouseSuffix);
        let suffixes: Vec<&str> = suffixes.map(|cell| cell.value).collect();
        let street = self.joined(&[C::Address, C::HouseNumber]);
        let street = one_line(&format!("{street} {}", suffixes.join(" ")));
        let place = self.line(C::Place);
        if let Some(country) = self.cell(C::Country)
            && !matches!(
                letters(country.value).as_str(),
                "nederland" | "netherlands" | "thenetherlands" | "nl" | "niederlande"
            )
        {
            self.extra.push((country.title.to_owned(), country.value));
        }
        match (street.is_empty(), place.is_empty()) {
            (_, true) => street,
            (true, false) => place,
            (false, false) => format!("{street}, {place}"),
        }
    }
}
