//! *Meelezen*: what the client may read along. Selected here rather than on the screen, so that nothing
//! else ever reaches it.

use super::case::case_view;
use super::{moment, parsed};
use crate::api::ReadClientView;
use crate::document::Kind;
use crate::model::{Channel, PartyState};
use crate::store::{Read, Store};
use crate::view::{ClientContact, ClientView, ClientViewCommitment};
use crate::{CaseId, Error};

/// Maximum number of kept promises.
const KEPT: u32 = 10;
/// Maximum number of contact moments.
const CONTACTS: u32 = 20;

/// Words by which users refer to the team in a promise.
const WE: [&str; 4] = ["wij", "we", "ik", "team"];

impl Read for ReadClientView {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let case = self.case;
        store.project_first(case.0)?;
        let view = case_view(store, case)?;
        let mut ours: Vec<String> = store.rows("SELECT name FROM people", [], |row| row.get(0))?;
        ours.extend(WE.map(str::to_owned));
        ours.push(view.called.clone());
        let ours: Vec<String> = ours.iter().map(|name| crate::folding::fold(name)).collect();
        // Other names are left out: the person may not know of them, or not want them named.
        let who = |name: String| match ours.contains(&crate::folding::fold(&name)) {
            true => name,
            false => String::new(),
        };
        let mut promises: Vec<ClientViewCommitment> = view
            .commitments
            .into_iter()
            .map(|line| ClientViewCommitment {
                text: line.text,
                who: who(line.who),
                due: line.due,
                done: false,
            })
            .collect();
        promises.extend(store.rows(
            "SELECT text, who, due FROM commitments WHERE document = ?1 AND done
             ORDER BY coalesce(due, '') DESC, made DESC, id LIMIT ?2",
            (case.0.as_bytes(), KEPT),
            |row| {
                Ok(ClientViewCommitment {
                    text: row.get("text")?,
                    who: who(row.get("who")?),
                    due: parsed(row, "due")?,
                    done: true,
                })
            },
        )?);
        let needed = view
            .parties
            .into_iter()
            .filter(|party| party.state == PartyState::Needed);
        Ok(ClientView {
            id: case,
            called: view.called,
            what_matters: view.what_matters,
            promises,
            lead: view.lead,
            cover: view.cover,
            parties: needed.map(|party| party.name).collect(),
            contacts: contacts_with(store, case)?,
        })
    }
}

/// Returns the moments of contact with the person, without signals and meetings about them.
fn contacts_with(store: &Store, case: CaseId) -> Result<Vec<ClientContact>, Error> {
    store.rows(
        "SELECT e.at, e.channel, coalesce(p.name, '') AS by_name FROM encounters e
         LEFT JOIN people p ON p.id = e.by
         WHERE e.document = ?1 AND e.kind = ?2 AND e.channel != ?3
         ORDER BY e.at DESC, e.id DESC LIMIT ?4",
        (
            case.0.as_bytes(),
            Kind::Case as u8,
            Channel::Meeting.word(),
            CONTACTS,
        ),
        |row| {
            Ok(ClientContact {
                at: moment(row, "at")?,
                channel: Channel::from_word(&row.get::<_, String>("channel")?),
                by: row.get("by_name")?,
            })
        },
    )
}
