//! Faults: lost connections, restored servers, corrupted records, full disks, wrong keys.

use chrono::Duration;
use voorveld_protocol::{DocumentTag, PushedRecord, RecordKind, Signer, TeamTag};

use super::{Clock, TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::store::{Read, Store, SyncNote, rescue, schema};
use crate::view::*;
use crate::{Error, SyncProblem};

#[test]
fn a_lost_answer_sends_the_same_bytes_again_and_nothing_twice() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.log(Who::Case(case), "Een.");
    let before = log.borrow().records();
    let request = noor.store.next_request().expect("a request");
    let device = noor
        .store
        .membership()
        .expect("reads")
        .expect("in team")
        .signer
        .device();
    let lost = log.borrow_mut().answer(device, request.clone());
    lost.expect("kept");
    // The response was lost, more was written, and the app was killed.
    noor.log(Who::Case(case), "Twee.");
    let mut noor = noor.restart();
    assert_eq!(
        noor.store.next_request().expect("again").pushes,
        request.pushes
    );
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(log.borrow().records(), before + 2);
    assert_eq!(bas.call(ReadCase { case }).encounters, 2);
}

#[test]
fn a_server_restored_from_a_backup_gets_what_it_missed() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    let backup = log.borrow().records();
    noor.log(Who::Case(case), "Van na de back-up.");
    noor.sync(&log);
    bas.sync(&log);
    bas.log(Who::Case(case), "Ook van na de back-up.");
    bas.sync(&log);
    // Sealed and numbered for the log that was lost.
    noor.log(Who::Case(case), "Onderweg.");
    noor.store.next_request().expect("a request");
    log.borrow_mut().restore_backup_of(backup);

    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let mut carla = TestPhone::in_team("Carla", false);
    carla.sync(&log);
    assert_eq!(carla.call(ReadCase { case }).encounters, 3);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(phone.call(ReadTeam).sync.only_here, 0);
    }
}

#[test]
fn a_damaged_record_is_refused_and_nothing_of_the_answer_is_taken() {
    let (mut noor, mut bas, log) = duo();
    noor.case("G.");
    noor.sync(&log);
    let last = log.borrow().records() - 1;
    log.borrow_mut().record_mut(last).sealed[40] ^= 1;
    let response = bas.ask(&log);
    let refused = bas.take_in(response);
    assert_eq!(refused, Err(Error::Sync(SyncProblem::Nonsense)));
    assert_eq!(
        bas.call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 9
        })
        .total,
        0
    );
    log.borrow_mut().record_mut(last).sealed[40] ^= 1;
    bas.sync(&log);
    assert_eq!(
        bas.call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 9
        })
        .total,
        1
    );
}

#[test]
fn a_server_that_withholds_a_record_is_noticed() {
    let (mut noor, mut bas, log) = duo();
    noor.case("Een");
    noor.case("Twee");
    noor.sync(&log);
    let mut response = bas.ask(&log);
    response.entries.remove(0);
    assert_eq!(
        bas.take_in(response),
        Err(Error::Sync(SyncProblem::Nonsense))
    );
}

#[test]
fn a_full_disk_refuses_the_save_and_leaves_everything_as_it_was() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    let pages: i64 = phone
        .store
        .connection
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .expect("counts");
    phone
        .store
        .connection
        .pragma_update(None, "max_page_count", pages)
        .expect("limits");
    let draft = Draft {
        id: crate::EncounterId(uuid::Uuid::from_u128(3)),
        text: "woord ".repeat(3000),
        channel: Channel::Street,
        who: Who::Case(case),
        who_name: "G.".into(),
        at: phone.clock.now(),
        interview: InterviewChoice::default(),
    };
    let save = SaveEncounter {
        id: draft.id,
        text: draft.text.clone(),
        channel: draft.channel,
        who: draft.who,
        at: None,
    };
    assert_eq!(phone.try_call(save.clone()), Err(Error::DiskFull));
    assert_eq!(phone.call(ReadCase { case }).encounters, 0);
    phone
        .store
        .connection
        .pragma_update(None, "max_page_count", pages + 1000)
        .expect("room");
    phone.call(save);
    assert_eq!(phone.call(ReadCase { case }).encounters, 1);
}

#[test]
fn there_is_never_a_plain_word_on_disk() {
    let mut phone = TestPhone::new();
    let case = phone.case("Kanariepiet");
    phone.log(Who::Case(case), "Kanariepiet floot.");
    let folder = phone.path().parent().expect("a folder").to_owned();
    for file in std::fs::read_dir(folder).expect("reads") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("reads");
        assert!(!bytes.windows(6).any(|w| w == b"Kanari" || w == b"SQLite"));
    }
}

#[test]
fn a_store_that_does_not_open_is_left_as_it_is() {
    let mut phone = TestPhone::new();
    phone.case("G.");
    let path = phone.path();
    let environment = Clock::new().environment();
    let TestPhone { store, folder, .. } = phone;
    drop(store);
    let opened = Store::open(&path, &[8; 32], environment.clone());
    assert_eq!(opened.err(), Some(Error::FileDamaged), "with another key");
    let new = folder.path().join("new.db");
    let rescued = rescue(&path, &new, &[8; 32], environment.clone());
    assert_eq!(rescued.err(), Some(Error::FileDamaged));
    let mut store = Store::open(&path, &[7; 32], environment).expect("opens with its own key");
    let read = ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 9,
    };
    assert_eq!(read.run(&mut store).expect("reads").total, 1);
    let left = std::fs::read_dir(folder.path()).expect("reads");
    let left = left.map(|file| file.expect("a file").file_name());
    assert_eq!(
        left.filter(|name| !name.to_string_lossy().starts_with("team.db"))
            .count(),
        0,
        "no copy"
    );
}

#[test]
fn a_store_of_a_newer_app_is_left_as_it_is() {
    let mut phone = TestPhone::new();
    phone.case("G.");
    let newer = schema::SCHEMA + 1;
    phone
        .store
        .connection
        .pragma_update(None, "user_version", newer)
        .expect("writes");
    let path = phone.path();
    let TestPhone { store, folder, .. } = phone;
    drop(store);
    let opened = Store::open(&path, &[7; 32], Clock::new().environment());
    assert_eq!(
        opened.err(),
        Some(Error::StoreNewer {
            found: newer,
            known: schema::SCHEMA
        })
    );
    assert!(folder.path().join("team.db").exists());
}

#[test]
fn a_clock_a_year_off_is_said_and_a_minute_is_not() {
    let (mut noor, _, _) = duo();
    let mut end = |seconds: i64| {
        let server = noor.clock.now() - Duration::seconds(seconds);
        noor.store.note_clock(server).expect("keeps");
        noor.call(ReadToday).sync.clock_off
    };
    assert_eq!(end(-365 * 86_400), Some(-365 * 86_400));
    assert_eq!(end(60), None);
}

#[test]
fn a_clock_that_was_set_right_is_no_longer_said_to_be_off() {
    for ahead in [Duration::hours(3), Duration::hours(-3)] {
        let (mut noor, _, _) = duo();
        let right = noor.clock.now();
        noor.clock.pass(ahead);
        noor.store.note_clock(right).expect("keeps");
        let told = noor.call(ReadToday).sync.clock_off;
        assert_eq!(told, Some(ahead.num_seconds()));

        noor.clock.pass(-ahead);
        noor.store.note_clock(right).expect("keeps");
        assert_eq!(noor.call(ReadToday).sync.clock_off, None);
        let mut noor = noor.restart();
        assert_eq!(noor.call(ReadToday).sync.clock_off, None);
        assert_eq!(noor.store.environment.now(), right);
    }
}

#[test]
fn a_failed_sync_is_told_until_one_works() {
    let (mut noor, _, _) = duo();
    let mut end = |outcome| {
        let note = SyncNote {
            outcome,
            close_day: true,
            doubts: Vec::new(),
        };
        noor.store.note_sync(note).expect("keeps");
        noor.call(ReadTeam).sync.problem
    };
    let down = SyncProblem::NoConnection;
    assert_eq!(end(Err(down)), Some(down));
    assert_eq!(end(Ok(SyncReport::default())), None);
}

#[test]
fn a_phone_put_back_from_a_backup_gets_its_own_lost_work_back() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    let backup = noor.path().with_extension("backup");
    let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
    noor.store
        .connection
        .execute_batch(checkpoint)
        .expect("one file");
    std::fs::copy(noor.path(), &backup).expect("copies");
    noor.log(Who::Case(case), "Van na de back-up.");
    noor.sync(&log);

    let (path, clock) = (noor.path(), noor.clock.clone());
    let TestPhone { store, folder, .. } = noor;
    drop(store);
    std::fs::rename(&backup, &path).expect("puts back");
    for suffix in ["-wal", "-shm"] {
        let beside = path.with_file_name(format!("team.db{suffix}"));
        if beside.exists() {
            std::fs::remove_file(beside).expect("removes");
        }
    }
    let store = Store::open(&path, &[7; 32], clock.environment()).expect("opens");
    let mut noor = TestPhone {
        store,
        clock,
        folder,
    };
    noor.log(Who::Unknown, "Van na het terugzetten.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!(noor.call(ReadCase { case }).encounters, 1);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(phone.call(ReadToday).signal_count, 1);
        assert!(phone.call(ReadTeam).sync.partners[0].equal);
        assert_eq!(phone.call(ReadTeam).sync.only_here, 0);
    }
}

#[test]
fn while_the_log_is_read_anew_nothing_is_called_with_the_team_that_may_be_lost() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.log(Who::Case(case), "Van Noor.");
    noor.sync(&log);
    bas.sync(&log);
    bas.log(Who::Case(case), "Van Bas.");
    bas.sync(&log);
    noor.sync(&log);
    log.borrow_mut().restore_backup_of(1);
    let response = noor.ask(&log);
    assert!(noor.take_in(response).expect("fits").log_restarted);

    // The connection is down again; the screens show this meanwhile.
    assert_eq!(noor.call(ReadTeam).sync.only_here, 2);
    let marks: Vec<SyncMark> = noor
        .call(ReadCase { case })
        .last_three
        .iter()
        .map(|e| e.mark)
        .collect();
    assert!(marks.contains(&SyncMark::OnlyHere));
    noor.sync(&log);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
}

#[test]
fn a_server_that_says_it_keeps_what_was_never_sent_is_not_believed() {
    let (mut noor, _, log) = duo();
    noor.case("G.");
    let honest = noor.ask(&log);
    for kept in [honest.kept + 1, u64::MAX] {
        let mut lie = honest.clone();
        lie.kept = kept;
        assert_eq!(noor.take_in(lie), Err(Error::Sync(SyncProblem::Nonsense)));
        assert_eq!(noor.call(ReadTeam).sync.only_here, 1);
    }
    noor.take_in(honest).expect("fits");
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
}

#[test]
fn keys_that_cannot_be_read_never_count_as_no_team() {
    let (mut noor, _, _) = duo();
    noor.store
        .set_meta("membership", "{\"newer\": true}")
        .expect("writes");
    assert!(matches!(noor.store.membership(), Err(Error::Storage(_))));
    assert!(matches!(noor.try_call(ReadTeam), Err(Error::Storage(_))));
}

#[test]
fn a_record_that_does_not_open_is_set_aside_and_the_rest_goes_on() {
    let (mut noor, mut bas, log) = duo();
    let stranger = Signer::from_seed([9; 32]);
    let (kind, document) = (RecordKind::CHANGES, DocumentTag([0; 16]));
    let team = TeamTag([3; 16]);
    let record = PushedRecord::sign(team, &stranger, 1, kind, document, 1, vec![7; 200]);
    log.borrow_mut().push(stranger.device(), record);
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(bas.call(ReadTeam).sync.quarantined, 1);
    assert_eq!(bas.call(ReadCase { case }).name, "G.");
    // The record is retried at the next sync and still kept.
    noor.log(Who::Case(case), "Nog een.");
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(bas.call(ReadTeam).sync.quarantined, 1);
    assert_eq!(bas.call(ReadCase { case }).encounters, 1);
}
