//! Two phones without windows: the app's core on real files, against the real server process, with a
//! proxy between them that can make the network fail.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use uuid::Uuid;
use voorveld_core::api::{
    CreateCase, Invite, JoinTeam, ReadCases, ReadTeam, ReadTimeline, RequestType, SaveEncounter,
    StartTeam, Sync,
};
use voorveld_core::model::{Channel, Who};
use voorveld_core::view::{CaseFilter, Invitation, SyncReport, SyncState};
use voorveld_core::{CaseId, EncounterId, Environment, Error, Phone, Workspace};

use super::proxy::Proxy;
use super::server::SyncServer;
use super::wait::until;

const CODE: &str = "000000";

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime")
        .block_on(future)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").path())
        .collect()
}

fn in_use(path: &Path) -> bool {
    !path.to_string_lossy().contains("damaged")
}

/// One phone.
pub struct OnePhone {
    /// The phone's owner.
    pub owner: &'static str,
    folder: PathBuf,
    workspace: Option<Workspace>,
}

impl OnePhone {
    /// Creates a new, empty phone.
    pub fn new(owner: &'static str, folder: &Path) -> Self {
        let folder = folder.join(owner);
        let made = block_on(Phone::at(&folder).create(CODE, Environment::default()));
        Self {
            owner,
            folder,
            workspace: Some(made.expect("a new phone")),
        }
    }

    /// Closes the store and opens it again.
    pub fn restart(&mut self) {
        self.workspace = None;
        let opened = block_on(Phone::at(&self.folder).unlock(CODE, Environment::default()));
        self.workspace = Some(opened.expect("it opens again"));
    }

    /// Closes the app and waits until its files are at rest.
    pub fn close(&mut self) {
        self.workspace = None;
        until("the store is closed", || {
            // A file that was set aside keeps its journal.
            let journal = |path: &PathBuf| in_use(path) && path.to_string_lossy().ends_with("-wal");
            !files(&self.folder).iter().any(journal)
        });
    }

    /// Puts a backup of this phone on a second one.
    pub fn copy(&mut self) -> Self {
        self.close();
        let folder = self.folder.with_extension("copy");
        std::fs::create_dir(&folder).expect("a folder");
        for file in files(&self.folder) {
            let name = file.file_name().expect("a name");
            std::fs::copy(&file, folder.join(name)).expect("copies");
        }
        self.restart();
        let mut copy = Self {
            owner: self.owner,
            folder,
            workspace: None,
        };
        copy.restart();
        copy
    }

    /// Damages one page of the database. The app must be closed.
    pub fn damage(&self, page: usize) {
        let database =
            |path: &PathBuf| in_use(path) && path.extension().is_some_and(|it| it == "db");
        let path = files(&self.folder).into_iter().find(database);
        let path = path.expect("a database");
        let mut bytes = std::fs::read(&path).expect("reads");
        let place = page * 4096;
        bytes[place + 64..place + 128].fill(0x5a);
        std::fs::write(&path, bytes).expect("writes");
    }

    /// Runs `voorveld doctor` on this phone, which must be closed, and returns what it says.
    pub fn doctor(&self) -> String {
        self.try_doctor().expect("the app is closed")
    }

    /// Runs `voorveld doctor` on this phone; what it says when it refuses is the error.
    pub fn try_doctor(&self) -> Result<String, String> {
        let ran = std::process::Command::new(super::binaries::app())
            .args(["doctor", "--data"])
            .arg(&self.folder)
            .env("VOORVELD_CODE", CODE)
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        if ran.status.success() {
            Ok(text(ran.stdout))
        } else {
            Err(text(ran.stderr))
        }
    }

    /// Sends a request to the workspace and waits for its response.
    pub fn call<C: RequestType>(&self, call: C) -> Result<C::Response, Error> {
        let workspace = self.workspace.as_ref().expect("the phone is on");
        block_on(workspace.call(call))
    }

    /// Starts a team.
    pub fn start_team(&self, server: &str) -> Result<(), Error> {
        self.call(StartTeam {
            server: server.to_owned(),
            token: String::new(),
            team: "Oosterhage".to_owned(),
            me: self.owner.to_owned(),
        })
    }

    /// Makes an invitation.
    pub fn invite(&self) -> Result<Invitation, Error> {
        self.call(Invite)
    }

    /// Joins a team.
    pub fn join(&self, server: &str, words: &[String]) -> Result<(), Error> {
        self.call(JoinTeam {
            server: server.to_owned(),
            words: words.join(" "),
            me: self.owner.to_owned(),
        })
    }

    /// Closes the day.
    pub fn close_day(&self) -> Result<SyncReport, Error> {
        self.call(Sync { close_day: true })
    }

    /// Creates a case.
    pub fn open_case(&self, name: &str) -> CaseId {
        let name = name.to_owned();
        self.call(CreateCase { name }).expect("a new case")
    }

    /// Logs an encounter.
    pub fn log(&self, who: Who, text: &str) {
        let encounter = SaveEncounter {
            id: EncounterId(Uuid::now_v7()),
            text: text.to_owned(),
            channel: Channel::Street,
            who,
            at: None,
        };
        self.call(encounter).expect("logged");
    }

    /// Returns the texts of a case's timeline, newest first.
    pub fn timeline(&self, case: CaseId) -> Vec<String> {
        let read = ReadTimeline {
            case,
            before: None,
            limit: 1000,
        };
        let timeline = self.call(read).expect("a timeline");
        timeline.entries.into_iter().map(|e| e.text).collect()
    }

    /// Returns the number of cases.
    pub fn cases(&self) -> u32 {
        let list = self.call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 1,
        });
        list.expect("a list").total
    }

    /// Returns the sync state.
    pub fn sync_state(&self) -> SyncState {
        self.call(ReadTeam).expect("the team").sync
    }
}

/// Two phones of one team, with one case that both have.
pub struct Pair {
    /// The server.
    pub server: SyncServer,
    /// The proxy in front of the server.
    pub proxy: Proxy,
    /// The phone that started the team.
    pub noor: OnePhone,
    /// The phone that joined it.
    pub bas: OnePhone,
    /// The case that both have.
    pub case: CaseId,
    /// Holds all files.
    pub folder: TempDir,
}

impl Pair {
    /// Creates two phones in one team and syncs them until they are equal.
    pub fn in_a_team() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let server = SyncServer::start(&folder.path().join("server"), &[]);
        let proxy = Proxy::to(server.address());
        let noor = OnePhone::new("Noor", folder.path());
        let bas = OnePhone::new("Bas", folder.path());
        let case = noor.open_case("Bruggenman");
        let url = proxy.url();
        noor.start_team(&url).expect("the team starts");
        let invitation = noor.invite().expect("an invitation");
        bas.join(&url, &invitation.words).expect("Bas joins");
        let pair = Self {
            server,
            proxy,
            noor,
            bas,
            case,
            folder,
        };
        pair.become_equal();
        pair
    }

    /// Closes the day on both phones until each knows that the other is equal.
    ///
    /// # Panics
    /// If they are not provably equal afterwards.
    pub fn become_equal(&self) {
        // Noor's records reach Bas, his reach her, and then each learns how far the other has read.
        for phone in [&self.noor, &self.bas, &self.noor, &self.bas] {
            let closed = phone.close_day();
            assert!(closed.is_ok(), "{} could not: {closed:?}", phone.owner);
        }
        let (noor, bas) = (self.noor.sync_state(), self.bas.sync_state());
        assert_eq!(noor.words, bas.words, "the four words");
        assert_eq!(noor.words.len(), 4);
        for (owner, state) in [("Noor", &noor), ("Bas", &bas)] {
            assert_eq!(state.only_here, 0, "{owner} has unsent work");
            assert_eq!(state.problem, None, "{owner}");
            assert_eq!(state.partners.len(), 1, "{owner}: {:?}", state.partners);
            assert!(state.partners[0].equal, "{owner}: {:?}", state.partners);
        }
        let timelines = (self.noor.timeline(self.case), self.bas.timeline(self.case));
        assert_eq!(timelines.0, timelines.1, "the timelines");
    }

    /// Logs one encounter on each phone in the same case, without syncing in between.
    pub fn both_write(&self, round: &str) {
        for phone in [&self.noor, &self.bas] {
            phone.log(Who::Case(self.case), &format!("{}: {round}", phone.owner));
        }
    }
}
