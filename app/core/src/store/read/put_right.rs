//! How an expense was put right.

use uuid::Uuid;

use super::name_of;
use crate::document::{ExpenseWhat, Money, Spending};
use crate::store::Store;
use crate::view::{EntryChange, EntryWas};
use crate::{Error, PersonId};

/// Tells how the amount of an expense was put right.
pub(super) fn corrections(store: &Store, of: &Spending) -> Result<Vec<EntryChange>, Error> {
    let mut changes = Vec::new();
    let mut tell = |line: &Money, what| -> Result<(), Error> {
        let by = name_of(store, PersonId(line.entry.by))?;
        let at = line.entry.at;
        changes.push(EntryChange { by, at, what });
        Ok(())
    };
    let line = |id: Uuid| of.lines.iter().find(|line| line.id == id);
    for right in of.lines.iter().filter(|line| line.reverses.is_none()) {
        let ExpenseWhat::Spent {
            instead: Some(reversal),
            ..
        } = right.entry.what
        else {
            continue;
        };
        let Some(was) = line(reversal).and_then(|line| line.reverses).and_then(line) else {
            continue;
        };
        match right.counts {
            false => tell(right, EntryWas::NotCounted(right.cents))?,
            true if right.cents != was.cents => tell(right, EntryWas::Amount(was.cents))?,
            true if right.day != was.day => tell(right, EntryWas::Day(was.day))?,
            true => tell(right, EntryWas::Restored)?,
        }
    }
    for reversal in of.lines.iter().filter(|line| line.reverses.is_some()) {
        let replaced = of.lines.iter().any(|line| {
            matches!(line.entry.what, ExpenseWhat::Spent { instead, .. } if instead == Some(reversal.id))
                && line.entry.at == reversal.entry.at
        });
        if reversal.counts && !replaced {
            let why = reversal.entry.why().to_owned();
            tell(reversal, EntryWas::Withdrawn(why))?;
        }
    }
    Ok(changes)
}
