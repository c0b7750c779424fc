//! `./run demo`: a sync server and two phones with a sample team on this machine. With a display it
//! opens two windows to try. Otherwise (or with `--headless`) it plays the day of two colleagues on a
//! virtual display, with real clicks and keys, and saves a screenshot of every page.

#[path = "../support/mod.rs"]
mod support;

mod by_hand;
mod tour;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Utc;
use clap::Parser;
use support::scenario::{CODE, Day, SECRET, TEAM};
use support::teller::Teller;
use support::wire;
use voorveld_core::{Environment, Phone, day, sample};

/// A sync server and two phones with a sample team.
#[derive(Debug, Parser)]
struct Options {
    /// Folder for the screenshots
    #[arg(long, value_name = "DIR", default_value = "target/demo")]
    out: PathBuf,

    /// Play the day on a virtual display, even if there is a real one
    #[arg(long)]
    headless: bool,
}

fn main() -> ExitCode {
    let options = Options::parse();
    // A failure is reported in one sentence, without a source location.
    std::panic::set_hook(Box::new(|why| {
        let why = why.payload_as_str().unwrap_or("something unexpected");
        eprintln!("\nThe demo stopped: {why}");
    }));
    let played = std::panic::catch_unwind(move || {
        if !options.headless && by_hand::has_screen() {
            by_hand::run();
        } else {
            play(options.out);
        }
    });
    match played {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Plays the whole day.
fn play(out: PathBuf) {
    println!("No screen to show windows on: the day is played on one of its own.");
    let mut day = Day::new(Teller::with_pictures(out.clone()));
    day.watch_the_way();
    prepare_sample(&Phone::at(day.folder_of("Noor")));
    day.bas_opens();
    day.on_the_street();
    day.battery_dies();
    day.locks();
    day.noor_opens();
    day.a_case();
    day.at_the_door();
    day.wrong_code();
    day.team();
    day.apart();
    day.closing_fails();
    day.day_end();
    let [noor, bas] = day.settled();
    tour::rest(&mut day);
    tour::dark(&mut day);
    nothing_to_read(&mut day);
    let (seconds, pictures) = day.teller.end();
    assert_eq!(noor, bas, "both phones ended with the same four words");
    println!(
        "\nBoth phones are equal: {}. {seconds:.0} s, {pictures} pictures in {}.",
        noor.join(" · "),
        out.display()
    );
}

/// Creates a phone with the sample team.
fn prepare_sample(phone: &Phone) {
    let team = sample::sample_team(day::of(Utc::now()));
    phone
        .create_sample(CODE, Environment::default(), team)
        .expect("the sample team fits on a phone");
}

/// Checks that typed text is on both phones, and neither on the server nor in the traffic.
fn nothing_to_read(day: &mut Day) {
    day.teller
        .chapter("What the server and the network got to see");
    let mut noor = day.noor.take().expect("Noor has her phone");
    noor.look_for(SECRET);
    day.teller.picture(&mut noor.window, "word-found");
    day.noor = Some(noor);
    day.teller.fact(&format!(
        "“{SECRET}”, typed on Bas's phone, is found on Noor's."
    ));
    let words = [SECRET, TEAM, "Duivenman"];
    for (name, bytes) in day.server.files() {
        for word in words {
            assert!(!wire::holds(&bytes, word), "“{word}” stands in {name}");
        }
        day.teller
            .fact(&format!("{name}: {} bytes, no readable word.", bytes.len()));
    }
    let proxy = day.proxy.as_ref().expect("the way is watched");
    let (capture, requests) = (proxy.capture(), proxy.requests().len());
    assert!(
        wire::holds(&capture, "POST /v1/teams"),
        "the wire was not watched"
    );
    for word in words {
        assert!(!wire::holds(&capture, word), "“{word}” went over the wire");
    }
    day.teller.fact(&format!(
        "The wire: {requests} requests, {} bytes, no readable word.",
        capture.len()
    ));
}
