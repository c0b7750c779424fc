//! A sync server in memory, for tests, whose connection can be cut.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use voorveld_protocol::{
    Chain, CreateTeam, DeviceKey, DeviceStatus, Endpoint, Head, LogEntry, LogId, MailboxContents,
    MailboxId, OpenMailbox, PushedRecord, PutMailbox, Refusal, RefusalCode, Signed, Status,
    SyncRequest, SyncResponse, TeamTag, encode,
};

use super::{Arrived, Failure, Route, Transport};
use crate::SyncProblem;
use crate::sync::Address;

/// When the connection is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sync) enum Cut {
    /// The request is lost.
    Before,
    /// The request is handled, but its response is lost.
    After,
}

/// Handle to the server; clones share it.
#[derive(Clone, Default)]
pub(in crate::sync) struct Memory(Arc<Mutex<Server>>);

#[derive(Default)]
pub(in crate::sync) struct Server {
    /// Cuts for the next requests; after these, requests succeed.
    pub(in crate::sync) cuts: VecDeque<Option<Cut>>,
    /// Refusals for the next requests.
    pub(in crate::sync) refusals: VecDeque<RefusalCode>,
    /// Bytes of bodies sent, up and down.
    pub(in crate::sync) bytes: (u64, u64),
    /// The server's clock.
    pub(in crate::sync) time: Option<DateTime<Utc>>,
    /// Requests received, in order.
    pub(in crate::sync) asked: Vec<Route>,
    /// Maximum page size in bytes, if smaller than requested.
    pub(in crate::sync) page: Option<u32>,
    teams: HashMap<TeamTag, Team>,
    mailboxes: HashMap<MailboxId, Mailbox>,
}

#[derive(Default)]
struct Team {
    devices: Vec<DeviceKey>,
    log: Vec<(DeviceKey, PushedRecord)>,
    statuses: Vec<(u64, DeviceKey, Status)>,
    version: u64,
}

struct Mailbox {
    contents: MailboxContents,
    opened_by: Option<DeviceKey>,
}

impl Memory {
    pub(in crate::sync) fn server<T>(&self, with: impl FnOnce(&mut Server) -> T) -> T {
        with(&mut self.0.lock().expect("no panic while held"))
    }

    /// Returns the number of records in a team's log.
    pub(in crate::sync) fn records(&self, team: TeamTag) -> usize {
        self.server(|server| server.teams.get(&team).map_or(0, |team| team.log.len()))
    }
}

impl Transport for Memory {
    async fn post(&self, _: &Address, route: Route, body: Vec<u8>) -> Arrived {
        self.server(|server| {
            server.asked.push(route);
            let cut = server.cuts.pop_front().flatten();
            let outcome = match cut {
                Some(Cut::Before) => Err(Failure::Lost(SyncProblem::NoConnection)),
                _ => server.handle(route, &body).map_err(Failure::Refused),
            };
            let outcome = match cut {
                Some(Cut::After) => Err(Failure::Lost(SyncProblem::NoAnswer)),
                _ => outcome,
            };
            let bytes = outcome.as_ref().map_or(0, |body| body.len() as u64);
            server.bytes.0 += body.len() as u64;
            server.bytes.1 += bytes;
            Arrived {
                outcome,
                bytes,
                server_time: server.time,
            }
        })
    }
}

fn refuse<T>(code: RefusalCode) -> Result<T, Refusal> {
    Err(Refusal::new(code, "in memory"))
}

impl Server {
    fn handle(&mut self, route: Route, body: &[u8]) -> Result<Vec<u8>, Refusal> {
        if let Some(code) = self.refusals.pop_front() {
            return refuse(code);
        }
        match route {
            Route::CreateTeam => {
                let (device, create) = open::<CreateTeam>(Endpoint::CreateTeam, body)?;
                let team = self.teams.entry(create.team).or_default();
                if team.devices.first().is_some_and(|first| *first != device) {
                    return refuse(RefusalCode::Taken);
                }
                team.admit(device);
                Ok(Vec::new())
            }
            Route::PutMailbox(_) => self.put(body),
            Route::OpenMailbox => self.open(body),
            Route::Sync(_) => {
                let (device, request) = open::<SyncRequest>(Endpoint::Sync, body)?;
                let page = self.page.unwrap_or(request.max_bytes);
                let team = self.teams.get_mut(&request.team);
                let team = team.ok_or_else(|| Refusal::new(RefusalCode::UnknownTeam, ""))?;
                team.sync(device, request, page as usize)
            }
        }
    }

    fn put(&mut self, body: &[u8]) -> Result<Vec<u8>, Refusal> {
        let (inviter, put) = open::<PutMailbox>(Endpoint::PutMailbox, body)?;
        let contents = MailboxContents {
            team: put.team,
            inviter,
            sealed: put.sealed,
        };
        let mailbox = Mailbox {
            contents,
            opened_by: None,
        };
        self.mailboxes.insert(put.mailbox, mailbox);
        Ok(Vec::new())
    }

    fn open(&mut self, body: &[u8]) -> Result<Vec<u8>, Refusal> {
        let (device, wanted) = open::<OpenMailbox>(Endpoint::OpenMailbox, body)?;
        let Some(mailbox) = self.mailboxes.get_mut(&wanted.mailbox) else {
            return refuse(RefusalCode::MailboxUnknown);
        };
        if *mailbox.opened_by.get_or_insert(device) != device {
            return refuse(RefusalCode::MailboxUsed);
        }
        let team = self.teams.entry(mailbox.contents.team).or_default();
        team.admit(device);
        Ok(encode(&mailbox.contents))
    }
}

fn open<T: for<'b> minicbor::Decode<'b, ()>>(
    endpoint: Endpoint,
    body: &[u8],
) -> Result<(DeviceKey, T), Refusal> {
    Signed::open(endpoint, body).or_else(|_| refuse(RefusalCode::Malformed))
}

impl Team {
    fn admit(&mut self, device: DeviceKey) {
        if !self.devices.contains(&device) {
            self.devices.push(device);
        }
    }

    fn sync(&mut self, me: DeviceKey, ask: SyncRequest, page: usize) -> Result<Vec<u8>, Refusal> {
        if !self.devices.contains(&me) {
            return refuse(RefusalCode::UnknownDevice);
        }
        for record in ask.pushes {
            if record.dev_seq == self.kept(me) + 1 {
                self.log.push((me, record));
            }
        }
        if let Some(status) = ask.status {
            self.version += 1;
            self.statuses.retain(|(_, device, _)| *device != me);
            self.statuses.push((self.version, me, status));
        }
        let from = ask.cursor.seq as usize;
        let (mut entries, mut bytes) = (Vec::new(), 0);
        for (device, record) in &self.log[from..] {
            if bytes >= page {
                break;
            }
            bytes += record.sealed.len();
            entries.push(match self.place(*device) {
                _ if *device == me => LogEntry::Own {
                    dev_seq: record.dev_seq,
                    hash: record.hash(ask.team, me),
                },
                device => LogEntry::Record {
                    device,
                    record: record.clone(),
                },
            });
        }
        let statuses = self.statuses.iter();
        Ok(encode(&SyncResponse {
            restarted: false,
            head: self.head(ask.team),
            kept: self.kept(me),
            devices: self.devices.clone(),
            more: from + entries.len() < self.log.len(),
            entries,
            statuses: statuses
                .filter(|(version, device, _)| *version > ask.status_version && *device != me)
                .map(|(_, device, status)| DeviceStatus {
                    device: self.place(*device),
                    status: status.clone(),
                })
                .collect(),
            status_version: self.version,
        }))
    }

    fn kept(&self, device: DeviceKey) -> u64 {
        self.log.iter().filter(|(by, _)| *by == device).count() as u64
    }

    fn place(&self, device: DeviceKey) -> u32 {
        let place = self.devices.iter().position(|known| *known == device);
        place.expect("records are by devices") as u32
    }

    fn head(&self, team: TeamTag) -> Head {
        let log = LogId(team.0);
        let chain = (1..)
            .zip(&self.log)
            .fold(Chain::start(log), |chain, (seq, (by, record))| {
                chain.after(seq, record.hash(team, *by))
            });
        Head {
            log,
            seq: self.log.len() as u64,
            chain,
        }
    }
}
