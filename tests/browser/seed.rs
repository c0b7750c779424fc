//! Creates a team on a server and invites a phone to it: `cargo run --example seed -- SERVER [CASES]`.
//!
//! Without a number of cases it is the sample team, otherwise the large team of `./run bench` with 60
//! encounters per case. Prints the five words of the invitation and discards the inviting phone.

use anyhow::{Context as _, ensure};
use chrono::Utc;
use futures::executor::block_on;
use voorveld_core::api::{Invite, ReadTeam, StartTeam, Sync};
use voorveld_core::sample::{big_team, sample_team};
use voorveld_core::{Environment, Phone, day};

const CODE: &str = "000000";
const ENCOUNTERS: usize = 60;
const CONTACTS: usize = 10_000;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let server = arguments.next().context("which server?")?;
    let cases = arguments.next().map(|cases| cases.parse()).transpose()?;
    let folder = tempfile::tempdir()?;
    let phone = Phone::at(folder.path().join("phone"));
    let today = day::of(Utc::now());
    match cases {
        None => phone.create_sample(CODE, Environment::default(), sample_team(today))?,
        Some(cases) => phone.create_big(
            CODE,
            Environment::default(),
            big_team(1, today, cases, ENCOUNTERS, CONTACTS),
        )?,
    }
    let workspace = block_on(phone.unlock(CODE, Environment::default()))?;
    block_on(workspace.call(StartTeam {
        server,
        token: String::new(),
        team: "Oosterhage".into(),
        me: "Noor".into(),
    }))?;
    block_on(workspace.call(Sync { close_day: true }))?;
    let team = block_on(workspace.call(ReadTeam))?;
    ensure!(
        team.sync.problem.is_none() && team.sync.only_here == 0,
        "not all of it went up: {:?}",
        team.sync
    );
    println!("{}", block_on(workspace.call(Invite))?.words.join(" "));
    Ok(())
}
