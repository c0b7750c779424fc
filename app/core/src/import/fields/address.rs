//! The parts of an address, which lists spread over several columns.

use super::{Cell, Fields};
use crate::import::columns::{Column, Kind};
use crate::import::fold::{letters, one_line};

impl Fields<'_> {
    /// Keeps the parts of one address; the parts of others become extra.
    pub(super) fn one_address(&mut self) {
        use Column as C;
        let parts = [
            C::Address,
            C::HouseNumber,
            C::HouseSuffix,
            C::Postcode,
            C::Place,
        ];
        let is_part = |cell: &Cell<'_>| parts.contains(&cell.column);
        let streets = self.known.iter().filter(|cell| cell.column == C::Address);
        let of = streets.min_by_key(|cell| cell.kind).map(|cell| cell.kind);
        let any = || {
            self.known
                .iter()
                .filter(|cell| is_part(cell))
                .map(|cell| cell.kind)
                .min()
        };
        let Some(kind) = of.or_else(any) else {
            return;
        };
        let mut seen = Vec::new();
        let mut kept = Vec::new();
        for cell in std::mem::take(&mut self.known) {
            let fits =
                cell.kind == kind || (cell.kind == Kind::Plain && !seen.contains(&cell.column));
            // A house letter and an addition both belong to the number.
            let again = seen.contains(&cell.column) && cell.column != C::HouseSuffix;
            if is_part(&cell) && (!fits || again) {
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
