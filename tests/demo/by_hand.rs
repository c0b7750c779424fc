//! Two windows for a person to try.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use voorveld_core::api::{Invite, JoinTeam, StartTeam, Sync};
use voorveld_core::{Environment, Phone, Workspace};

use crate::support::binaries;
use crate::support::scenario::{CODE, TEAM};
use crate::support::server::SyncServer;

/// Returns whether there is a display on which windows can be seen.
pub fn has_screen() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    // DISPLAY may be left over from an ended session.
    let answers = || {
        let asked = Command::new("xdotool")
            .arg("getdisplaygeometry")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        asked.is_ok_and(|asked| asked.success())
    };
    set("WAYLAND_DISPLAY") || set("DISPLAY") && answers()
}

/// Runs server, team and two windows until both are closed.
pub fn run() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = SyncServer::start(&folder.path().join("server"), &[]);
    let (noor, bas) = (folder.path().join("Noor"), folder.path().join("Bas"));
    println!("Preparing a sample team on two phones…");
    tokio::runtime::Runtime::new()
        .expect("a runtime")
        .block_on(prepare(&noor, &bas, &server.url()));
    let mut windows = [open(&noor), open(&bas)];
    place(&windows);
    println!(
        "\nTwo phones: Noor's on the left, Bas's on the right. The code of both is {CODE}.\n\n\
         Try:\n\
         - On the street: press +, write one sentence, press Bewaar. Link it to somebody later.\n\
         - At the door: Dossiers, type “duiv”, open Duivenman. What counts is on one screen.\n\
         - At day's end: Team, Dag sluiten, on both. Both show the same four words.\n\
         - Start with the other phone closed, or write in the same case on both.\n\n\
         The server keeps its data in {}; what you write here is gone when both windows are closed.",
        folder.path().join("server").display()
    );
    for window in &mut windows {
        window.wait().expect("the window was closed");
    }
}

async fn prepare(noor: &Path, bas: &Path, url: &str) {
    crate::prepare_sample(&Phone::at(noor));
    let noor = Phone::at(noor);
    let noor = noor.unlock(CODE, Environment::default()).await;
    let noor = noor.expect("Noor's phone opens");
    let bas = Phone::at(bas).create(CODE, Environment::default()).await;
    let bas = bas.expect("Bas's phone opens");
    let start = StartTeam {
        server: url.to_owned(),
        token: String::new(),
        team: TEAM.to_owned(),
        me: "Noor".to_owned(),
    };
    noor.call(start).await.expect("the team starts");
    let invitation = noor.call(Invite).await.expect("an invitation");
    let join = JoinTeam {
        server: url.to_owned(),
        words: invitation.words.join(" "),
        me: "Bas".to_owned(),
    };
    bas.call(join).await.expect("Bas joins");
    for phone in [&noor, &bas, &noor] {
        close_day(phone).await;
    }
}

async fn close_day(phone: &Workspace) {
    let closed = phone.call(Sync { close_day: true }).await;
    closed.expect("the day closes");
}

fn open(folder: &Path) -> Child {
    Command::new(binaries::app())
        .arg("--data")
        .arg(folder)
        .env("XDG_DATA_HOME", folder.join("browser"))
        .spawn()
        .expect("the app starts")
}

/// Puts the windows side by side, where the display allows it.
fn place(windows: &[Child; 2]) {
    for (window, left) in windows.iter().zip(["40", "460"]) {
        let moved = Command::new("xdotool")
            .args(["search", "--sync", "--onlyvisible", "--all", "--pid"])
            .arg(window.id().to_string())
            .args(["--name", "^Voorveld$", "windowmove", left, "40"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        // Where that fails, the person can move them.
        drop(moved);
    }
}
