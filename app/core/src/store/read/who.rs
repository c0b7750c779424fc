//! The type-ahead of the capture sheet.

use super::cases::{CASE_LINE, case_line};
use super::matching::Needle;
use super::search::{find_cases, find_contacts};
use super::study::open_studies;
use crate::Error;
use crate::api::{Among, FindWho};
use crate::model::Who;
use crate::store::{Read, Store};
use crate::view::{CaseFilter, Found, Span, Total, WhoOption};

impl Read for FindWho {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let Some(needle) = Needle::parse(&self.text) else {
            let hits = match self.among {
                Among::Contacts => Vec::new(),
                Among::All | Among::Cases => recent_who(store)?,
            };
            return Ok(hits.into());
        };
        let mut total = Total::default();
        let mut options: Vec<WhoOption> = Vec::new();
        if self.among != Among::Contacts {
            let cases = find_cases(store, &needle, &CaseFilter::default(), self.limit)?;
            total = total.and(cases.total);
            options.extend(cases.hits.into_iter().map(|hit| WhoOption {
                who: Who::Case(hit.case.id),
                name: hit.case.name,
                danger: hit.case.danger,
                about: hit.case.place,
                named: is_matched(&hit.name),
            }));
        }
        if self.among != Among::Cases {
            let contacts = find_contacts(store, &needle, self.limit)?;
            total = total.and(contacts.total);
            options.extend(contacts.hits.into_iter().map(|hit| WhoOption {
                who: Who::Contact(hit.contact.id),
                name: hit.contact.name,
                danger: false,
                about: hit.contact.about,
                named: is_matched(&hit.name),
            }));
        }
        if self.among == Among::All {
            let studies = open_studies(store, &needle)?;
            total = total.and(Total::of(studies.len()));
            options.extend(studies);
        }
        // Matches in a name come before matches in other fields.
        options.sort_by_key(|option| !option.named);
        options.truncate(self.limit as usize);
        Ok(Found {
            hits: options,
            total,
        })
    }
}

fn recent_who(store: &Store) -> Result<Vec<WhoOption>, Error> {
    let sql = format!(
        "SELECT {CASE_LINE} FROM cases WHERE active AND joined IS NULL
         ORDER BY active DESC, last_contact DESC, key DESC LIMIT 6"
    );
    store.rows(&sql, [], |row| {
        let case = case_line(row)?;
        Ok(WhoOption {
            who: Who::Case(case.id),
            name: case.name,
            danger: case.danger,
            about: case.place,
            named: false,
        })
    })
}

fn is_matched(name: &[Span]) -> bool {
    name.iter().any(|span| span.matched)
}
