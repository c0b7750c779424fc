//! Test support: a phone with more than one team.

use std::path::PathBuf;

use uuid::Uuid;
use voorveld_protocol::TeamTag;

use super::*;
use crate::api::*;
use crate::crypto::TeamKey;
use crate::model::*;
use crate::store::NewMembership;
use crate::view::*;
use crate::{EncounterId, TeamId};

pub(super) const PIN: &str = "123456";
pub(super) const NAMES: [&str; 3] = ["Oosterhage", "Veldhoven", "Eersel"];

/// A phone with a folder of its own.
pub(super) struct Practice {
    pub(super) folder: tempfile::TempDir,
}

impl Practice {
    /// Creates a phone with one empty team.
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Vault::create(folder.path(), PIN, PinCost::TEST).expect("a vault");
        Self { folder }
    }

    /// Unlocks the phone.
    pub(super) fn unlock(&self) -> Result<Workspace, Error> {
        let vault = Vault::unlock(self.folder.path(), PIN)?;
        let environment = Environment::default();
        let ring = Keyring::new(self.folder.path(), vault, environment, Syncing::ByItself)?;
        let (team, store) = ring.open_last()?;
        Session::new(ring, team, store).map(Session::workspace)
    }

    pub(super) fn opened(&self) -> Workspace {
        self.unlock().expect("opens")
    }

    /// Opens a team's store from disk, without any threads.
    pub(super) fn store(&self, team: TeamId) -> Store {
        let vault = Vault::unlock(self.folder.path(), PIN).expect("a vault");
        let key = vault.database_key(team.0).expect("a key");
        Store::open(&self.file(team), &key.0, Environment::default()).expect("a store")
    }

    pub(super) fn file(&self, team: TeamId) -> PathBuf {
        let name = format!("team-{}.db", team.0.simple());
        self.folder.path().join(name)
    }

    /// Closes the app and waits for its threads to end.
    pub(super) fn close(&self, team: Workspace) {
        // SQLite removes its journal when the last connection closes.
        let journal = self.journal(team.team());
        drop(team);
        while journal.exists() {
            std::thread::yield_now();
        }
    }

    pub(super) fn journal(&self, team: TeamId) -> PathBuf {
        let mut name = self.file(team).into_os_string();
        name.push("-wal");
        name.into()
    }

    /// Names the open team and adds one of everything to it.
    pub(super) async fn fill(&self, team: &Workspace, name: &str) -> CaseIds {
        let joined = self.store(team.team()).join(NewMembership {
            // No server listens on this port.
            server: "http://127.0.0.1:9".into(),
            team: TeamTag(
                *blake3::hash(name.as_bytes())
                    .as_bytes()
                    .first_chunk()
                    .expect("16"),
            ),
            team_name: name.into(),
            me: "Noor".into(),
            key: TeamKey([5; 32]),
            epoch: 1,
            device_seed: *blake3::hash(name.as_bytes()).as_bytes(),
            founder: true,
        });
        joined.expect("joins");
        let case = CreateCase {
            name: format!("Duivenman {name}"),
        };
        let case = team.call(case).await.expect("a case");
        log(
            team,
            Who::Case(case),
            &format!("Zei goedemorgen in {name}."),
        )
        .await;
        log(team, Who::Unknown, &format!("Zakken voer in {name}.")).await;
        let contact = SaveContact {
            name: format!("Groenteman {name}"),
            fields: Vec::new(),
        };
        let contact = team.call(contact).await.expect("a contact");
        CaseIds { case, contact }
    }

    /// Creates three teams and leaves the last one open.
    pub(super) async fn three(&self) -> (Workspace, [TeamId; 3]) {
        let mut team = self.opened();
        let mut ids = [team.team(); 3];
        for (place, name) in NAMES.into_iter().enumerate() {
            if place > 0 {
                team = team.switch(TeamChoice::New).await.expect("a new one");
                ids[place] = team.team();
            }
            self.fill(&team, name).await;
        }
        (team, ids)
    }
}

pub(super) struct CaseIds {
    pub(super) case: crate::CaseId,
    pub(super) contact: crate::ContactId,
}

pub(super) async fn log(team: &Workspace, who: Who, text: &str) {
    let encounter = SaveEncounter {
        id: EncounterId(Uuid::now_v7()),
        text: text.into(),
        channel: Channel::Street,
        who,
        at: None,
    };
    team.call(encounter).await.expect("kept");
}

pub(super) async fn all_cases(team: &Workspace) -> Vec<String> {
    let list = team
        .call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 99,
        })
        .await;
    let cases = list.expect("cases").cases.into_iter();
    cases.map(|case| case.name).collect()
}

pub(super) async fn teams(team: &Workspace) -> Vec<TeamEntry> {
    team.call(ReadTeams).await.expect("teams")
}

pub(super) async fn to(team: &Workspace, other: TeamId) -> Workspace {
    let switched = team.switch(TeamChoice::Team(other)).await;
    switched.expect("switches")
}

/// Returns everything that can be read of a team without knowing an id, as text.
pub(super) async fn everything(team: &Workspace) -> String {
    let mut all = String::new();
    for text in [
        "duivenman",
        "groenteman",
        "goedemorgen",
        "zakken",
        "oosterhage",
        "veldhoven",
        "eersel",
    ] {
        let found = team
            .call(Search {
                text: text.into(),
                filter: CaseFilter::default(),
                shown: Shown::default(),
            })
            .await;
        let who = team.call(FindWho::new(text)).await;
        let network = team
            .call(ReadNetwork {
                text: text.into(),
                district: None,
                tags: Vec::new(),
                limit: 99,
            })
            .await;
        all += &format!("{found:?} {who:?} {network:?}");
    }
    let today = team.call(ReadToday).await;
    let cases = team
        .call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 99,
        })
        .await;
    let read = team.call(ReadTeam).await;
    let who = team.call(FindWho::new("")).await;
    all += &format!("{today:?} {cases:?} {read:?} {who:?}");
    all += &format!(
        "{:?} {:?}",
        team.call(ReadDrafts).await,
        team.call(ReadLocation).await
    );
    all
}
