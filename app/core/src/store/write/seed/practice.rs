//! Writes everything beside encounters into a case of a large sample team.

use uuid::Uuid;

use super::{Writing, entry_id};
use crate::crypto::PersonSigner;
use crate::document::{Closing, Decision, ExpenseEntry, ExpenseWhat, PartyChange, Relation};
use crate::model::{AgendaField, ClosingWhat, PartyState, Who};
use crate::seed::{SeedDecision, SeedOther, SeedParty, SeedPractice};
use crate::store::Store;
use crate::store::write::decision::{decision, person_signer, seal};
use crate::{CaseId, ContactId, Error};

/// Decisions to be signed in sequence, with their signer.
pub(super) struct Signed {
    signer: PersonSigner,
    decisions: Vec<(Uuid, Decision)>,
}

/// Prepares the decisions of a case, to be signed when they are written.
pub(super) fn decisions_to_sign(
    store: &mut Store,
    seeds: &[SeedDecision],
) -> Result<Option<Signed>, Error> {
    if seeds.is_empty() {
        return Ok(None);
    }
    let decisions = seeds.iter().map(|seed| {
        let decision = Decision {
            at: seed.at,
            look_again: seed.look_again,
            ..decision(store, &seed.text, None)?
        };
        Ok((seed.id, decision))
    });
    let decisions = decisions.collect::<Result<_, Error>>()?;
    let signer = person_signer(store)?;
    Ok(Some(Signed { signer, decisions }))
}

impl Writing {
    pub(super) fn decisions(&mut self, case: Uuid, signed: Signed) -> Result<(), Error> {
        for (id, mut decision) in signed.decisions {
            decision.parents = self.document.decision_heads();
            let seal = seal(&signed.signer, case, id, &decision);
            self.aside(|edit| Ok(edit.add_decision(id, &decision, &seal)?))?;
        }
        Ok(())
    }

    /// Writes all practice entries except the decisions.
    pub(super) fn practice(
        &mut self,
        people: &[Uuid; 2],
        (contacts, cases): (&[Uuid], &[Uuid]),
        seed: &SeedPractice,
    ) -> Result<(), Error> {
        for spent in &seed.expenses {
            let entry = ExpenseEntry {
                by: people[spent.by],
                at: spent.at,
                what: ExpenseWhat::Spent {
                    cents: spent.cents,
                    purpose: spent.purpose.clone(),
                    note: spent.note.clone(),
                    day: spent.day,
                    receipt: None,
                    instead: None,
                },
            };
            self.aside(|edit| Ok(edit.add_expense(spent.id, &entry)?))?;
        }
        for party in &seed.parties {
            self.party(people, party)?;
        }
        for tie in &seed.relations {
            let other = match tie.other {
                SeedOther::Case(at) => cases.get(at).map(|id| Who::Case(CaseId(*id))),
                SeedOther::Contact(at) => contacts.get(at).map(|id| Who::Contact(ContactId(*id))),
            };
            let relation = Relation {
                kind: tie.kind,
                other: other.unwrap_or_default(),
                note: tie.note.clone(),
                by: people[tie.by],
                at: tie.at,
                ended: false,
            };
            self.aside(|edit| Ok(edit.add_relation(entry_id(), &relation)?))?;
        }
        if let Some(item) = &seed.agenda {
            let (key, by) = (entry_id(), people[item.by]);
            self.aside(|edit| {
                edit.add_to_agenda(key, by, item.at)?;
                edit.write_agenda(key, AgendaField::Status, &item.status, item.at)?;
                Ok(edit.write_agenda(key, AgendaField::Question, &item.question, item.at)?)
            })?;
        }
        if let Some(end) = &seed.closing {
            let closing = Closing {
                at: end.at,
                by: people[end.by],
                what: ClosingWhat::Closed,
                outcome: end.outcome,
                text: end.text.clone(),
            };
            self.aside(|edit| Ok(edit.add_closing(entry_id(), &closing)?))?;
        }
        Ok(())
    }

    fn party(&mut self, people: &[Uuid; 2], party: &SeedParty) -> Result<(), Error> {
        let (key, by) = (entry_id(), people[party.by]);
        self.aside(|edit| Ok(edit.add_party(key, &party.name, by, party.at)?))?;
        if let Some(at) = party.scrapped {
            let change = PartyChange {
                party: key,
                state: PartyState::Scrapped,
                by,
                at,
            };
            self.aside(|edit| Ok(edit.set_party_state(entry_id(), &change).map(|_| ())?))?;
        }
        Ok(())
    }
}
