//! Checking the store and repairing what can be repaired from the documents.
//!
//! A check goes in pieces, between which the store serves other jobs: saves do not wait for it. It
//! decides nothing about a file that cannot be read: that one is replaced (see [`super::rescue`]).

mod documents;
mod file;
mod outbox;
mod rows;
mod search;
mod unsent;

pub(super) use outbox::open_own;

use uuid::Uuid;

use super::meta::key;
use super::{OutOfStep, Read, Store};
use crate::Error;
use crate::api::{Change, ReadCheckup};
use crate::view::{Checkup, Finding};

/// Milliseconds after which a piece ends.
const PIECE: i64 = 20;

/// What follows after a piece of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Another piece.
    Piece,
    /// Nothing: the check has ended.
    End,
    /// The file or a document in it is damaged and must be replaced.
    Rescue,
}

/// The parts of a check, in order.
#[derive(Debug)]
enum Stage {
    /// The tables that are still to be checked.
    File(Vec<String>),
    /// The documents after this one.
    Documents(Option<Uuid>),
    Outbox,
    Unsent,
    Search,
    /// Search is being filled again.
    Filling,
    Team,
    End,
}

/// A check that is under way.
#[derive(Debug)]
pub(crate) struct Doctor {
    stage: Stage,
    /// Number of documents checked.
    documents: u32,
    /// Documents whose changes or records of them were wrong, and those whose rows were.
    changed: u32,
    projected: u32,
    findings: Vec<Finding>,
    /// Whether the team's log must be read again.
    asks_team: bool,
}

impl Doctor {
    /// Begins a check.
    ///
    /// # Errors
    /// Errors of the store.
    pub(crate) fn begin(store: &Store) -> Result<Self, Error> {
        Ok(Self {
            stage: Stage::File(store.table_names()?),
            documents: 0,
            changed: 0,
            projected: 0,
            findings: Vec::new(),
            asks_team: false,
        })
    }

    /// Does the next piece of the check.
    ///
    /// # Errors
    /// Errors of the store, other than that its file is damaged.
    pub(crate) fn piece(&mut self, store: &mut Store) -> Result<Next, Error> {
        match self.try_piece(store) {
            Err(Error::FileDamaged) => Ok(Next::Rescue),
            other => other,
        }
    }

    fn try_piece(&mut self, store: &mut Store) -> Result<Next, Error> {
        let began = store.environment.now();
        loop {
            match &mut self.stage {
                Stage::End => return Ok(Next::End),
                Stage::File(tables) => match tables.pop() {
                    Some(table) => store.check_table(&table, &mut self.findings)?,
                    None => self.stage = Stage::Documents(None),
                },
                Stage::Documents(last) => match store.document_after(*last)? {
                    Some(id) => {
                        *last = Some(id);
                        self.check_document(store, id)?;
                    }
                    None => {
                        self.count(self.changed, Finding::Documents);
                        self.count(self.projected, Finding::Rows);
                        self.stage = Stage::Outbox;
                    }
                },
                Stage::Outbox => {
                    self.asks_team |= store.check_outbox(&mut self.findings)?;
                    self.stage = Stage::Unsent;
                }
                Stage::Unsent => {
                    store.check_unsent(&mut self.findings)?;
                    store.check_digest(&mut self.findings)?;
                    self.stage = Stage::Search;
                }
                Stage::Search => {
                    store.check_search(&mut self.findings)?;
                    self.stage = Stage::Filling;
                }
                Stage::Filling => {
                    if !store.index_piece()? {
                        self.stage = Stage::Team;
                    }
                }
                Stage::Team => {
                    self.end(store)?;
                    self.stage = Stage::End;
                }
            }
            if (store.environment.now() - began).num_milliseconds() >= PIECE {
                return Ok(Next::Piece);
            }
        }
    }

    fn check_document(&mut self, store: &mut Store, id: Uuid) -> Result<(), Error> {
        let checked = store.check_document(id)?;
        self.documents += 1;
        self.changed += u32::from(checked.changed);
        self.projected += u32::from(checked.projected);
        self.asks_team |= checked.asks_team;
        Ok(())
    }

    fn count(&mut self, wrong: u32, finding: impl Fn(u32) -> Finding) {
        if wrong > 0 {
            self.findings.push(finding(wrong));
        }
    }

    /// Keeps the result, and lets the log be read again if something is missing here.
    fn end(&mut self, store: &mut Store) -> Result<(), Error> {
        self.asks_team &= store.membership()?.is_some();
        if self.asks_team {
            store.restart_log(OutOfStep::Lost, true)?;
        }
        let checkup = Checkup {
            at: store.environment.now(),
            documents: self.documents,
            findings: std::mem::take(&mut self.findings),
            asks_team: self.asks_team,
        };
        store.keep_checkup(&checkup)
    }
}

impl Store {
    /// Keeps the result of a check.
    pub(crate) fn keep_checkup(&mut self, checkup: &Checkup) -> Result<(), Error> {
        self.atomically(|store| {
            store.changes.insert(Change::Everything);
            store.set_meta_json(key::CHECKUP, checkup)
        })
    }

    /// Returns the result of the last check.
    pub(crate) fn checkup(&self) -> Result<Option<Checkup>, Error> {
        self.meta_json(key::CHECKUP)
    }
}

impl Read for ReadCheckup {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.checkup()
    }
}
