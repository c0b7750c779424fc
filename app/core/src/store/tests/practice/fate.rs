//! Random actions that change what became of an entry: moving, withdrawing and bringing it back.

use super::super::TestPhone;
use super::act::{Step, pick};
use crate::CaseId;
use crate::api::*;
use crate::model::*;
use crate::view::ExpenseLine;

/// Moves or withdraws an entry of a case, or brings one back.
pub(super) fn take_back(phone: &mut TestPhone, step: &Step, case: CaseId, other: CaseId) {
    let who = Who::Case(case);
    let back = pick(&phone.call(ReadGone { who }), step.one);
    if let Some(line) = back.filter(|_| step.word.is_multiple_of(3)) {
        return phone.call(RestoreEntry { entry: line.entry });
    }
    let view = phone.call(ReadCase { case });
    let mut entries: Vec<EntryRef> = Vec::new();
    entries.extend(view.last_three.iter().map(|entry| {
        let id = entry.id;
        let who = match entry.signal {
            Some(_) => Who::Unknown,
            None => who,
        };
        EntryRef::Encounter { who, id }
    }));
    let promises = view.commitments.iter();
    entries.extend(promises.map(|line| EntryRef::Commitment { case, id: line.id }));
    let spent = phone.call(ReadExpenses { case }).lines;
    let spent = spent.iter().filter(|line| line.reverses.is_none());
    entries.extend(spent.map(|line| EntryRef::Expense { case, id: line.id }));
    let Some(entry) = pick(&entries, step.one) else {
        return;
    };
    let mut contacts = phone.call(ListContacts);
    contacts.sort();
    match step.word % 4 {
        0 => phone.call(WithdrawEntry {
            entry,
            why: "vergissing".into(),
        }),
        1 => {
            let to = pick(&contacts, step.other).map_or(Who::Unknown, Who::Contact);
            // Refused for promises and expenses.
            drop(phone.try_call(MoveEntry { entry, to }));
        }
        _ => {
            let to = Who::Case(other);
            phone.call(MoveEntry { entry, to });
        }
    }
}

/// Withdraws or brings back an interview or a signal without a case.
pub(super) fn take_back_elsewhere(phone: &mut TestPhone, step: &Step, who: Who) {
    let back = pick(&phone.call(ReadGone { who }), step.one);
    if let Some(line) = back.filter(|_| step.word.is_multiple_of(3)) {
        return phone.call(RestoreEntry { entry: line.entry });
    }
    let entries: Vec<EntryRef> = match who {
        Who::Study(study) => {
            let talks = phone.call(ReadStudy { study, limit: 100 }).interviews;
            let id = |id: crate::InterviewId| crate::EncounterId(id.0);
            talks
                .iter()
                .map(|talk| EntryRef::Encounter {
                    who,
                    id: id(talk.id),
                })
                .collect()
        }
        _ => {
            let signals = phone.call(ReadToday).signals;
            let id = |id: crate::SignalId| crate::EncounterId(id.0);
            signals
                .iter()
                .map(|line| EntryRef::Encounter {
                    who,
                    id: id(line.id),
                })
                .collect()
        }
    };
    if let Some(entry) = pick(&entries, step.other) {
        phone.call(WithdrawEntry {
            entry,
            why: String::new(),
        });
    }
}

/// Changes an expense, its amount included.
pub(super) fn change_expense(phone: &mut TestPhone, step: &Step, line: &ExpenseLine, word: &str) {
    let change = ChangeExpense {
        case: line.case,
        id: line.id,
        amount: (1 + step.other % 7).to_string(),
        purpose: line.purpose.clone(),
        note: word.to_owned(),
        day: None,
    };
    // Refused for a reversal and for an amount that was reversed.
    drop(phone.try_call(change));
}

/// Joins two cases, takes them apart, or removes one that is empty.
pub(super) fn join_or_remove(phone: &mut TestPhone, step: &Step, case: CaseId, into: CaseId) {
    match step.word % 5 {
        0 | 1 => phone.call(JoinCases { case, into }),
        2 => phone.call(SplitCase { case }),
        // Refused once something was recorded in it.
        3 => drop(phone.try_call(RemoveCase { case })),
        _ => {
            if let Some(removed) = pick(&phone.call(ReadRemovedCases), step.one) {
                phone.call(BringCaseBack { case: removed.case });
            }
        }
    }
}
