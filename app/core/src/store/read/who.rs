//! The type-ahead of the capture sheet.

use super::cases::{CASE_LINE, case_line};
use super::matching::Needle;
use crate::Error;
use crate::api::{Among, FindWho};
use crate::store::{Read, Store};
use crate::view::{CaseFilter, Found, Span, Total, Who, WhoOption};

impl Read for FindWho {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.find_who(&self)
    }
}

impl Store {
    pub(in crate::store) fn find_who(&self, call: &FindWho) -> Result<Found<WhoOption>, Error> {
        let Some(needle) = Needle::parse(&call.text) else {
            let hits = match call.among {
                Among::Contacts => Vec::new(),
                Among::All | Among::Cases => self.recent_who()?,
            };
            return Ok(hits.into());
        };
        let mut total = Total::default();
        let mut options: Vec<WhoOption> = Vec::new();
        if call.among != Among::Contacts {
            let cases = self.find_cases(&needle, &CaseFilter::default(), call.limit)?;
            total = total.and(cases.total);
            options.extend(cases.hits.into_iter().map(|hit| WhoOption {
                who: Who::Case(hit.case.id),
                name: hit.case.name,
                about: hit.case.place,
                named: is_matched(&hit.name),
            }));
        }
        if call.among != Among::Cases {
            let contacts = self.find_contacts(&needle, call.limit)?;
            total = total.and(contacts.total);
            options.extend(contacts.hits.into_iter().map(|hit| WhoOption {
                who: Who::Contact(hit.contact.id),
                name: hit.contact.name,
                about: hit.contact.about,
                named: is_matched(&hit.name),
            }));
        }
        if call.among == Among::All {
            let studies = self.open_studies(&needle)?;
            total = total.and(Total::of(studies.len()));
            options.extend(studies);
        }
        // Matches in a name come before matches in other fields.
        options.sort_by_key(|option| !option.named);
        options.truncate(call.limit as usize);
        Ok(Found {
            hits: options,
            total,
        })
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
                named: false,
            })
        })
    }
}

fn is_matched(name: &[Span]) -> bool {
    name.iter().any(|span| span.matched)
}
