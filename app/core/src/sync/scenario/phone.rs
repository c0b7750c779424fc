//! A phone in a scenario test.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use voorveld_protocol::{
    Cursor, DocumentTag, Endpoint, LogEntry, PushedRecord, RecordKind, Signed, Signer, Status,
    SyncRequest, SyncResponse, TeamTag, VERSION,
};

use crate::Error;
use crate::store::{IntakeResult, NewMembership};
use crate::sync::Address;
use crate::sync::machine::{Answer, Effect, Event, Machine, Outgoing};
use crate::sync::transport::{Memory, Route, Transport};
use crate::view::SyncReport;

/// A minimal store: sentences, an outbox, a cursor, and the content that others report.
pub(super) struct Notes {
    pub(super) team: TeamTag,
    pub(super) signer: Signer,
    pub(super) known: BTreeSet<String>,
    /// Own sentences by device number; those above `kept` are unsent.
    own: Vec<String>,
    pub(super) kept: u64,
    seq: u64,
    /// Content of the last status sent.
    said: Option<BTreeSet<String>>,
    others: Option<BTreeSet<String>>,
    status_version: u64,
}

impl Notes {
    fn next_request(&self) -> SyncRequest {
        let pushes = (1..)
            .zip(&self.own)
            .filter(|(dev_seq, _)| *dev_seq > self.kept);
        let sign = |(dev_seq, text): (u64, &String)| {
            let (kind, document) = (RecordKind::CHANGES, DocumentTag([0; 16]));
            let sealed = text.clone().into_bytes();
            PushedRecord::sign(self.team, &self.signer, dev_seq, kind, document, 1, sealed)
        };
        let status = (self.said.as_ref() != Some(&self.known)).then(|| {
            let all: Vec<_> = self.known.iter().cloned().collect();
            Status::sign(self.team, &self.signer, 1, all.join("\n").into_bytes())
        });
        SyncRequest {
            version: VERSION,
            team: self.team,
            cursor: Cursor {
                log: None,
                seq: self.seq,
                chain: None,
            },
            pushes: pushes.map(sign).collect(),
            status,
            status_version: self.status_version,
            max_bytes: 4096,
            include_own: false,
        }
    }

    /// A colleague who has not reported yet does not count as equal.
    pub(super) fn is_equal(&self) -> bool {
        self.others.as_ref() == Some(&self.known)
    }

    fn take_in(&mut self, response: SyncResponse) -> IntakeResult {
        let kept_before = std::mem::replace(&mut self.kept, response.kept);
        self.said = Some(self.known.clone());
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a sentence");
        let mut records = 0;
        for entry in &response.entries {
            self.seq += 1;
            if let LogEntry::Record { record, .. } = entry {
                records += 1;
                self.known.insert(text(&record.sealed));
            }
        }
        for status in &response.statuses {
            let all = text(&status.status.sealed);
            self.others = Some(all.lines().map(str::to_owned).collect());
        }
        self.status_version = response.status_version;
        IntakeResult {
            records,
            acknowledged: (self.kept - kept_before) as u32,
            again: response.more || self.said.as_ref() != Some(&self.known),
            equal: self.is_equal(),
            progress: true,
            ..IntakeResult::default()
        }
    }
}

pub(super) struct Phone {
    server: Memory,
    address: Address,
    pub(super) notes: Notes,
    machine: Machine,
    now: DateTime<Utc>,
    ticket: u64,
    told: Vec<Result<SyncReport, Error>>,
}

impl Phone {
    pub(super) fn of(server: &Memory, member: &NewMembership) -> Self {
        Self {
            server: server.clone(),
            address: Address::parse(&member.server).expect("an address"),
            notes: Notes {
                team: member.team,
                signer: Signer::from_seed(member.device_seed),
                known: BTreeSet::new(),
                own: Vec::new(),
                kept: 0,
                seq: 0,
                said: None,
                others: None,
                status_version: 0,
            },
            machine: Machine::new(|| 0.5),
            now: DateTime::from_timestamp(1_800_000_000, 0).expect("a time"),
            ticket: 0,
            told: Vec::new(),
        }
    }

    pub(super) fn writes(&mut self, text: &str) {
        self.notes.own.push(text.to_owned());
        self.notes.known.insert(text.to_owned());
        self.happens(Event::Saved);
    }

    pub(super) fn closes_the_day(&mut self) -> Result<SyncReport, Error> {
        self.ticket += 1;
        self.happens(Event::Asked {
            ticket: self.ticket,
            close_day: true,
        });
        self.told.pop().expect("told")
    }

    /// Advances the clock to the next wake-up and handles it. Returns `false` when none is due in
    /// time.
    pub(super) fn wakes_within(&mut self, seconds: i64) -> bool {
        let until = self.now + TimeDelta::seconds(seconds);
        match self.machine.wake_at() {
            Some(at) if at <= until => {
                self.now = at;
                self.happens(Event::Woke);
                true
            }
            _ => false,
        }
    }

    /// Handles an event and all events that follow from it.
    fn happens(&mut self, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.machine.handle(self.now, event) {
                events.extend(self.does(effect));
            }
        }
    }

    fn does(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Prepare => {
                let request = self.notes.next_request();
                Some(Event::Prepared(Ok(Outgoing {
                    records: request.pushes.len() as u32,
                    body: Signed::seal(&self.notes.signer, Endpoint::Sync, &request),
                })))
            }
            Effect::Send(body) => {
                let route = Route::Sync(self.notes.team);
                let arrived = block_on(self.server.post(&self.address, route, body));
                let outcome = arrived.outcome.map_err(|failure| failure.problem());
                Some(Event::Answered(Answer {
                    outcome: outcome.map(|body| voorveld_protocol::decode(&body).expect("whole")),
                    bytes: arrived.bytes,
                    out_of_step: None,
                }))
            }
            Effect::Reread { why, .. } => panic!("the memory server never forgets: {why:?}"),
            Effect::TakeIn(response) => Some(Event::TookIn(Ok(self.notes.take_in(*response)))),
            Effect::Answer(_, told) => {
                self.told.push(told);
                None
            }
            Effect::Note(_) | Effect::Tell(_) => None,
        }
    }
}

pub(super) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(future)
}
