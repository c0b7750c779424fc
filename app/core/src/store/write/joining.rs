//! Joining cases of one person, and removing one that was made by mistake.

use uuid::Uuid;

use super::taking_back::bring_back;
use crate::api::{BringCaseBack, JoinCases, RemoveCase, SplitCase};
use crate::document::Kind;
use crate::store::{Store, Write};
use crate::{BadValue, CaseId, Error};

impl Write for JoinCases {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        bring_back(store, Kind::Case, self.case.0)?;
        bring_back(store, Kind::Case, self.into.0)?;
        let into = store.standing(self.into.0)?;
        // Joined already, by whichever of them: a circle would not say which one is meant.
        if into == store.standing(self.case.0)? {
            return Ok(());
        }
        store.edit(Kind::Case, self.case.0, |edit| {
            Ok(edit.join_case(Some(CaseId(into)))?)
        })
    }
}

impl Write for SplitCase {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let mut apart = vec![self.case.0];
        // In a circle each of them has to let go, or the next would take over.
        let mut at = self.case.0;
        while let Some(next) = store.joined_ends(at)? {
            if apart.contains(&next) {
                break;
            }
            apart.push(next);
            at = next;
        }
        let is_circle = store.joined_ends(at)? == Some(self.case.0);
        if !is_circle {
            apart.truncate(1);
        }
        for case in apart {
            part(store, case)?;
        }
        Ok(())
    }
}

fn part(store: &mut Store, case: Uuid) -> Result<(), Error> {
    store.edit(Kind::Case, case, |edit| Ok(edit.join_case(None)?))
}

impl Write for RemoveCase {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        match store.document_row(self.case.0)? {
            Some(row) if row.kind == Kind::Case => {}
            _ => return Err(Error::NotFound),
        }
        if store.is_hidden(self.case.0)? {
            return Ok(());
        }
        if !store.is_empty_case(self.case)? {
            return Err(Error::Value(BadValue::NotEmpty));
        }
        let (by, at) = (store.me.0, store.environment.now());
        store.edit(Kind::Case, self.case.0, |edit| {
            edit.note_removal(by, at)?;
            Ok(edit.withdraw()?)
        })
    }
}

impl Write for BringCaseBack {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        bring_back(store, Kind::Case, self.case.0).map(drop)
    }
}
