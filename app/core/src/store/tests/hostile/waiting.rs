//! Quarantined changes are applied once their dependencies arrive.

use rusqlite::params;

use super::super::duo;
use super::member::{Hostile, data_of, op, put};
use super::{reasons, root};
use crate::api::*;
use crate::model::{QuarantineReason, Who};

#[test]
fn a_record_that_waits_for_another_comes_in_with_it() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    let mut sanne = Hostile::of(&mut noor, case, &log);
    let mut sent = Vec::new();
    for name in ["G. van het dak", "G. van de brug", "G. van het plein"] {
        let change = sanne.edit(|edit| {
            use automerge::transaction::Transactable as _;
            edit.put(automerge::ROOT, "name", name).expect("puts");
        });
        sent.push(data_of(change.raw_bytes()));
    }
    // The last change is sent first.
    sanne.send_changes(&sent[2..]);
    sanne.send_changes(&sent[1..2]);
    bas.sync(&log);
    let sync = bas.call(ReadTeam).sync;
    assert_eq!(
        (sync.quarantined, sync.quarantine[0].why),
        (2, QuarantineReason::Waits)
    );
    assert_eq!(sync.quarantine[0].about, Some((case, "G.".into())));
    assert_eq!(bas.call(ReadCase { case }).name, "G.");
    sanne.send_changes(&sent[..1]);
    bas.sync(&log);
    assert_eq!(
        bas.call(ReadTeam).sync.quarantined,
        0,
        "{:?}",
        reasons(&bas)
    );
    assert_eq!(bas.call(ReadCase { case }).name, "G. van het plein");
}

#[test]
fn a_newer_app_tries_once_more_what_an_older_one_set_aside() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    let mut sanne = Hostile::of(&mut noor, case, &log);
    let bad = sanne.change(vec![op(root(), "encounters", put("weg"), vec![])], |_| {});
    sanne.send_changes(&[bad]);
    let good = sanne.change(vec![op(root(), "hobby", put("duiven"), vec![])], |_| {});
    sanne.send_changes(&[good]);
    bas.sync(&log);
    assert_eq!(bas.call(ReadTeam).sync.quarantined, 1);
    // As if an older version of the app had quarantined the second change too.
    let mut carla = super::TestPhone::in_team("Carla", false);
    carla.sync(&log);
    let older = "UPDATE set_aside SET app = '0.0.0'";
    bas.store
        .connection
        .execute(older, params![])
        .expect("sets");
    bas.sync(&log);
    let tried: String = bas
        .store
        .connection
        .query_row("SELECT app FROM set_aside", [], |row| row.get(0))
        .expect("a row");
    assert_eq!(tried, env!("CARGO_PKG_VERSION"));
    assert_eq!(bas.call(ReadTeam).sync.quarantined, 1);
    bas.log(Who::Case(case), "Zat op het dak.");
}
