//! Processes that exit while a store is open, closing or opening.

use std::path::Path;
use std::pin::pin;
use std::process::{Command, Stdio};

use futures::FutureExt as _;
use futures::executor::block_on;

use super::cases;
use crate::api::CreateCase;
use crate::crypto::{PinCost, Vault};
use crate::phone::open_store;
use crate::{Environment, Phone, close_all};

const PIN: &str = "123456";
const RUNS: u32 = 200;
/// Environment variable for the child process: the folder to use.
const FOLDER: &str = "VOORVELD_TEST_ENDS_IN";
/// Environment variable for the child process: which state to exit in.
const HOW: &str = "VOORVELD_TEST_ENDS_HOW";

/// The child process: saves, then exits in the given state.
fn save_and_end(folder: &Path, how: u32) -> ! {
    let phone = Phone::at(folder);
    let opened = block_on(phone.unlock(PIN, Environment::default()));
    let workspace = opened.expect("opens");
    let saved = block_on(workspace.call(CreateCase { name: "G.".into() }));
    saved.expect("saved");
    match how % 3 {
        // Exit with an open store,
        0 => {}
        // with a closing one,
        1 => drop(workspace),
        // or with one being opened.
        _ => {
            drop(workspace);
            let opening = pin!(phone.unlock(PIN, Environment::default()));
            drop(opening.now_or_never());
        }
    }
    close_all();
    std::process::exit(0)
}

#[test]
fn a_process_that_saves_and_ends_ends_well_two_hundred_times_and_loses_nothing() {
    if let (Some(folder), Ok(how)) = (std::env::var_os(FOLDER), std::env::var(HOW)) {
        save_and_end(Path::new(&folder), how.parse().expect("a number"));
    }
    let folder = tempfile::tempdir().expect("a folder");
    Vault::create(folder.path(), PIN, PinCost::TEST).expect("a vault");
    let (_, here) = module_path!().split_once("::").expect("a module");
    let name = "a_process_that_saves_and_ends_ends_well_two_hundred_times_and_loses_nothing";
    let mut ended_badly = Vec::new();
    for run in 0..RUNS {
        let status = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", &format!("{here}::{name}"), "--nocapture"])
            .env(FOLDER, folder.path())
            .env(HOW, run.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("starts");
        if !status.success() {
            ended_badly.push(format!("run {run}: {status}"));
        }
    }
    assert_eq!(ended_badly, [""; 0]);
    let vault = Vault::unlock(folder.path(), PIN).expect("the vault");
    let store = open_store(folder.path(), vault, Environment::default());
    assert_eq!(cases(&mut store.expect("a store")), RUNS);
}
