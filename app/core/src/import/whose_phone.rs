//! Whose phone a column *Telefoon* holds, when it stands beside somebody else.

use super::columns::{Column, Kind, Title};
use super::table::Table;

/// Takes phones that follow somebody else, as in *Naam; Contactpersoon; Telefoon*, for no number of the
/// client: dialled by mistake, it reaches a stranger. They stand in the background, below that person.
pub(super) fn leave_to_others(table: &mut Table) {
    let sections = table.sections.iter_mut();
    sections.for_each(|section| leave(&mut section.columns));
}

fn leave(titles: &mut [Title]) {
    let mut beside_another = false;
    for title in titles {
        match title.column {
            // A contact person is the name where no other column has names.
            Some(Column::Name) => beside_another = false,
            Some(Column::Phone) if title.of_client || title.kind == Kind::Home => {}
            Some(Column::Phone) if beside_another => title.column = None,
            Some(Column::Phone | Column::Email) => {}
            _ => beside_another = title.of_another,
        }
    }
}
