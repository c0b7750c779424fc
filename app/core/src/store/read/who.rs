//! The type-ahead of the capture sheet.

use super::cases::{CASE_LINE, case_line};
use super::matching::Needle;
use super::search::FEW;
use crate::Error;
use crate::store::Store;
use crate::view::{CaseFilter, Who, WhoOption};

impl Store {
    pub(in crate::store) fn find_who(&self, text: &str) -> Result<Vec<WhoOption>, Error> {
        let Some(needle) = Needle::parse(text) else {
            return self.recent_who();
        };
        let cases = self
            .find_cases(&needle, &CaseFilter::default())?
            .into_iter();
        let contacts = self.find_contacts(&needle)?.into_iter();
        let mut options: Vec<WhoOption> = cases
            .map(|hit| WhoOption {
                who: Who::Case(hit.case.id),
                name: hit.case.name,
                about: hit.case.place,
            })
            .chain(contacts.map(|hit| WhoOption {
                who: Who::Contact(hit.contact.id),
                name: hit.contact.name,
                about: hit.contact.about,
            }))
            .chain(self.open_studies(&needle)?)
            .collect();
        // Whose name matches comes before whose street does.
        options.sort_by_key(|option| !needle.is_in(&option.name));
        options.truncate(FEW);
        Ok(options)
    }

    fn recent_who(&self) -> Result<Vec<WhoOption>, Error> {
        let sql = format!(
            "SELECT {CASE_LINE} FROM cases WHERE active
             ORDER BY active DESC, last_contact DESC, key DESC LIMIT 6"
        );
        self.rows(&sql, [], |row| {
            let case = case_line(row)?;
            Ok(WhoOption {
                who: Who::Case(case.id),
                name: case.name,
                about: case.place,
            })
        })
    }
}
