//! A phone that checks and repairs itself.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::log::Log;
use super::{Clock, TestPhone, duo};
use crate::api::*;
use crate::document::Kind;
use crate::model::*;
use crate::store::meta::key;
use crate::store::rescue::page_of_chunk;
use crate::store::{Doctor, Next, Store, rescue};
use crate::view::*;
use crate::{CaseId, Error, files};

const KEY: [u8; 32] = [7; 32];

/// Checks a phone to the end. `None`: its file must be replaced.
fn check(phone: &mut TestPhone) -> Option<Checkup> {
    let begun = Doctor::begin(&phone.store);
    if begun.as_ref().err() == Some(&Error::FileDamaged) {
        return None;
    }
    let mut doctor = begun.expect("begins");
    loop {
        match doctor.piece(&mut phone.store).expect("checks") {
            Next::Piece => {}
            Next::Rescue => return None,
            Next::End => return phone.call(ReadCheckup),
        }
    }
}

/// Checks a phone whose file is whole.
pub(super) fn findings(phone: &mut TestPhone) -> Vec<Finding> {
    check(phone).expect("the file is whole").findings
}

fn run(phone: &TestPhone, sql: &str) {
    phone.store.connection.execute_batch(sql).expect(sql);
}

fn timeline(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let read = ReadTimeline {
        case,
        before: None,
        limit: 1000,
    };
    let entries = phone.call(read).entries;
    entries.into_iter().map(|entry| entry.text).collect()
}

/// A phone on its own with a case, a signal, and texts to find.
fn filled() -> (TestPhone, CaseId) {
    let mut noor = TestPhone::in_team("Noor", true);
    let case = noor.case("Karel Duivenman");
    for n in 0..20 {
        noor.log(Who::Case(case), &format!("Zag de reiger {n}."));
    }
    noor.log(Who::Unknown, "Iemand roept op het plein.");
    (noor, case)
}

fn found(phone: &mut TestPhone, text: &str) -> usize {
    let text = text.to_owned();
    let search = Search {
        text,
        filter: CaseFilter::default(),
        shown: Shown::default(),
    };
    phone.call(search).encounters.len()
}

#[test]
fn a_phone_on_which_all_is_well_is_told_so_and_changes_nothing() {
    let (mut noor, case) = filled();
    let words = noor.call(ReadTeam).sync.words;
    let told = check(&mut noor).expect("the file is whole");
    assert_eq!(told.findings, []);
    assert!(!told.asks_team);
    assert_eq!(told.documents, 3, "case, signal and team");
    assert_eq!(noor.call(ReadTeam).sync.words, words);
    assert_eq!(timeline(&mut noor, case).len(), 20);
}

#[test]
fn a_row_that_does_not_follow_from_its_document_is_made_again() {
    for wrong in [
        "UPDATE encounters SET text = 'Verzonnen.' WHERE text LIKE '%reiger 3.'",
        "DELETE FROM encounters WHERE text LIKE '%reiger 3.'",
        "UPDATE cases SET name = 'Iemand anders'",
        "DELETE FROM cases",
        "DELETE FROM name_words",
        "INSERT INTO trust (document, id, step, by, at, rev) SELECT id, x'01', 'trust', x'02', 0, 0 FROM cases",
        "INSERT INTO case_problems SELECT 'debts', key FROM cases",
    ] {
        let (mut noor, case) = filled();
        let before = (noor.call(ReadCase { case }), timeline(&mut noor, case));
        run(&noor, wrong);
        assert_eq!(findings(&mut noor)[0], Finding::Rows(1), "{wrong}");
        let after = (noor.call(ReadCase { case }), timeline(&mut noor, case));
        assert_eq!(after, before, "{wrong}");
        assert_eq!(findings(&mut noor), [], "{wrong}: a second time");
    }
}

#[test]
fn rows_that_are_made_again_stay_only_here() {
    let (mut noor, case) = filled();
    run(&noor, "DELETE FROM cases");
    findings(&mut noor);
    let marks = noor.call(ReadCase { case }).last_three;
    assert!(marks.iter().all(|entry| entry.mark == SyncMark::OnlyHere));
}

#[test]
fn search_that_lost_words_finds_them_again() {
    for lost in [
        "INSERT INTO search_encounters(search_encounters) VALUES ('delete-all')",
        "INSERT INTO search_cases(search_cases) VALUES ('delete-all')",
        "DELETE FROM search_terms",
    ] {
        let (mut noor, _) = filled();
        assert_eq!(found(&mut noor, "reiger"), 20);
        run(&noor, lost);
        let mut noor = noor.restart();
        assert_eq!(findings(&mut noor), [Finding::Search], "{lost}");
        assert_eq!(found(&mut noor, "reiger"), 20, "{lost}");
        assert_eq!(found(&mut noor, "plein"), 1, "{lost}");
        assert_eq!(findings(&mut noor), [], "{lost}");
    }
}

#[test]
fn wrong_words_and_a_wrong_count_are_computed_again() {
    let (mut noor, _) = filled();
    let before = noor.call(ReadTeam).sync;
    run(
        &noor,
        "UPDATE meta SET value = zeroblob(32) WHERE key = 'digest'",
    );
    assert_eq!(findings(&mut noor), [Finding::Words]);
    for wrong in [
        "UPDATE meta SET value = 3 WHERE key = 'unsent'",
        "DELETE FROM unsent WHERE part = 'encounter'",
        "INSERT INTO unsent VALUES (x'0102', 'encounter', x'03', 9)",
    ] {
        run(&noor, wrong);
        assert_eq!(findings(&mut noor), [Finding::OnlyHere], "{wrong}");
        let after = noor.call(ReadTeam).sync;
        assert_eq!(after.only_here, before.only_here, "{wrong}");
        assert_eq!(after.words, before.words, "{wrong}");
    }
}

#[test]
fn an_outbox_that_disagrees_is_made_again_and_all_of_it_arrives_once() {
    for wrong in [
        "UPDATE outbox SET record = zeroblob(200)",
        "DELETE FROM outbox WHERE dev_seq = (SELECT max(dev_seq) FROM outbox)",
        "UPDATE outbox SET document = x'00000000000000000000000000000001'",
        "UPDATE outbox SET dev_seq = dev_seq + 100",
    ] {
        let (mut noor, mut bas, log) = duo();
        let case = noor.case("Karel");
        noor.log(Who::Case(case), "Nog niet verstuurd.");
        noor.case("Piet");
        noor.store.next_request().expect("a request");
        run(&noor, wrong);
        let told = check(&mut noor).expect("the file is whole");
        assert_eq!(told.findings, [Finding::Outbox], "{wrong}");
        assert!(told.asks_team, "{wrong}");
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
        assert_eq!(timeline(&mut bas, case), ["Nog niet verstuurd."], "{wrong}");
        assert_eq!(noor.call(ReadTeam).sync.only_here, 0, "{wrong}");
        assert_eq!(findings(&mut noor), [], "{wrong}");
    }
}

#[test]
fn a_lost_change_comes_from_the_team_and_one_that_was_not_sent_from_the_outbox() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Karel");
    noor.log(Who::Case(case), "Bij het team.");
    noor.sync(&log);
    noor.log(Who::Case(case), "Nog niet verstuurd.");
    noor.store.next_request().expect("a request");
    run(
        &noor,
        "DELETE FROM chunks WHERE n > 0 AND document = (SELECT id FROM cases)",
    );
    let mut noor = noor.restart();
    let told = check(&mut noor).expect("the file is whole");
    assert!(told.findings.contains(&Finding::Documents(1)), "{told:?}");
    assert!(told.asks_team);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(timeline(phone, case).len(), 2);
        assert!(phone.call(ReadTeam).sync.partners[0].equal);
    }
}

fn closed(phone: TestPhone) -> Closed {
    let (path, TestPhone { clock, folder, .. }) = (phone.path(), phone);
    (path, clock, folder)
}

/// Replaces a phone's file as the app does, and returns what was said.
fn mend(phone: TestPhone) -> (TestPhone, Rescue) {
    mend_closed(closed(phone))
}

fn mend_closed((path, clock, folder): Closed) -> (TestPhone, Rescue) {
    let new = folder.path().join("new.db");
    let told = rescue(&path, &new, &KEY, clock.environment()).expect("reads something");
    files::move_database(&path, &folder.path().join("aside.db")).expect("set aside");
    files::move_database(&new, &path).expect("in its place");
    let store = Store::open(&path, &KEY, clock.environment()).expect("opens");
    let phone = TestPhone {
        store,
        clock,
        folder,
    };
    (phone, told)
}

/// A phone's file, while no store has it open.
type Closed = (PathBuf, Clock, tempfile::TempDir);

/// Brings a phone's data into one file, and closes it.
fn close(phone: TestPhone) -> Closed {
    run(&phone, "PRAGMA wal_checkpoint(TRUNCATE)");
    closed(phone)
}

/// Opens a phone's file, or gives it back if it is damaged.
fn open_or_else((path, clock, folder): Closed) -> Result<TestPhone, Closed> {
    match Store::open(&path, &KEY, clock.environment()) {
        Ok(store) => Ok(TestPhone {
            store,
            clock,
            folder,
        }),
        Err(Error::FileDamaged) => Err((path, clock, folder)),
        Err(error) => panic!("{error}"),
    }
}

fn flip_page(path: &Path, page: usize) {
    let mut bytes = std::fs::read(path).expect("reads");
    let start = page * 4096;
    for byte in &mut bytes[start + 100..start + 200] {
        *byte ^= 0xff;
    }
    std::fs::write(path, bytes).expect("writes");
}

#[test]
fn a_chunk_that_does_not_load_costs_nothing_that_the_team_has_or_that_was_not_sent() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Karel");
    noor.log(Who::Case(case), "Bij het team.");
    noor.sync(&log);
    noor.log(Who::Case(case), "Nog niet verstuurd.");
    run(
        &noor,
        "UPDATE chunks SET bytes = zeroblob(60) WHERE n = 1 AND document = (SELECT id FROM cases)",
    );
    let mut noor = noor.restart();
    assert_eq!(check(&mut noor), None, "the file must be replaced");
    let (mut noor, told) = mend(noor);
    assert_eq!((told.partly, told.in_team), (1, true), "{told:?}");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    bas.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let mut shown = timeline(phone, case);
        shown.sort();
        assert_eq!(shown, ["Bij het team.", "Nog niet verstuurd."]);
        let sync = phone.call(ReadTeam).sync;
        assert!(sync.partners[0].equal, "{sync:?}");
        assert_eq!((sync.only_here, sync.quarantined), (0, 0));
    }
    assert_eq!(findings(&mut noor), []);
}

/// Checks the phone at `copy`, whose page `page` is damaged. `None`: nothing was on that page.
fn mended(copy: Closed, page: usize) -> Option<(TestPhone, Rescue)> {
    let phone = match open_or_else(copy) {
        Ok(mut phone) => match check(&mut phone) {
            None => closed(phone),
            Some(told) => {
                assert_eq!(told.findings, [], "page {page}");
                return None;
            }
        },
        Err(damaged) => damaged,
    };
    Some(mend_closed(phone))
}

/// Noor's phone with what its partner has, and what it has not: a text of which the app tried to send it,
/// or not.
fn with_unsent(tried: bool) -> (TestPhone, TestPhone, Rc<RefCell<Log>>, Vec<CaseId>) {
    let (mut noor, mut bas, log) = duo();
    let mut cases = Vec::new();
    for n in 0..5 {
        let case = noor.case(&format!("Dossier {n}"));
        for m in 0..4 {
            noor.log(Who::Case(case), &format!("{n}-{m} {}", "woord ".repeat(30)));
        }
        cases.push(case);
    }
    noor.sync(&log);
    bas.sync(&log);
    noor.log(Who::Case(cases[3]), "Nog niet verstuurd.");
    if tried {
        noor.store.next_request().expect("a request");
    }
    (noor, bas, log, cases)
}

#[test]
fn whichever_page_is_damaged_unsent_work_that_is_in_the_outbox_too_reaches_the_partner() {
    let (noor, bas, log, cases) = with_unsent(true);
    let backup = noor.copy();
    drop(noor);
    let pages = std::fs::metadata(backup.path()).expect("a file").len() as usize / 4096;
    let (mut damaged, mut lost_keys) = (0, 0);
    for page in 0..pages {
        let copy = close(backup.copy());
        flip_page(&copy.0, page);
        let Some((mut phone, told)) = mended(copy, page) else {
            continue;
        };
        damaged += 1;
        if !told.in_team {
            lost_keys += 1;
            phone.joins_with([9; 32], "Noor", false);
        }
        let log = Rc::new(RefCell::new(log.borrow().clone()));
        let mut partner = bas.copy();
        for _ in 0..3 {
            phone.sync(&log);
            partner.sync(&log);
        }
        let arrived = timeline(&mut partner, cases[3]);
        assert_eq!(arrived.len(), 5, "page {page}: {told:?}");
        for case in &cases {
            let shown = timeline(&mut phone, *case);
            assert_eq!(shown, timeline(&mut partner, *case), "page {page}");
        }
        let sync = phone.call(ReadTeam).sync;
        let equal = |partner: &PartnerView| partner.name != "Bas" || partner.equal;
        assert!(sync.partners.iter().all(equal), "page {page}: {sync:?}");
        assert_eq!(findings(&mut phone), [], "page {page}");
    }
    assert!(damaged > 30, "{damaged}");
    assert_eq!(lost_keys, 1, "the one page that the team's keys are on");
}

#[test]
fn whichever_page_is_damaged_unsent_work_is_lost_only_with_its_own_page() {
    let (noor, _, _, cases) = with_unsent(false);
    let backup = noor.copy();
    let last = "SELECT rowid FROM chunks WHERE document = ?1 ORDER BY n DESC LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    let unsent: i64 = noor
        .store
        .connection
        .query_row(last, [cases[3].0.as_bytes()], read)
        .expect("a chunk");
    drop(noor);
    let own = page_of_chunk(&backup.path(), &KEY, unsent).expect("a page") as usize - 1;
    let pages = std::fs::metadata(backup.path()).expect("a file").len() as usize / 4096;
    for page in 0..pages {
        let copy = close(backup.copy());
        flip_page(&copy.0, page);
        let Some((mut phone, told)) = mended(copy, page) else {
            continue;
        };
        let waits: Option<String> = phone.store.meta(key::RESCUED).expect("reads");
        let shown = timeline_if_there(&mut phone, cases[3]);
        let rescued = shown.contains(&"Nog niet verstuurd.".to_owned()) || waits.is_some();
        assert_eq!(rescued, page != own, "page {page}: {told:?}");
    }
}

fn timeline_if_there(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let there = phone.store.document_row(case.0).expect("reads").is_some();
    if there {
        timeline(phone, case)
    } else {
        Vec::new()
    }
}

#[test]
fn a_file_that_was_cut_short_gives_what_is_left_of_it() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Karel");
    for n in 0..120 {
        noor.log(Who::Case(case), &format!("{n} {}", "woord ".repeat(80)));
    }
    noor.sync(&log);
    bas.sync(&log);
    let closed = close(noor);
    let bytes = std::fs::read(&closed.0).expect("reads");
    std::fs::write(&closed.0, &bytes[..bytes.len() * 3 / 4 / 4096 * 4096]).expect("cut");
    let (path, clock, folder) = closed;
    let new = folder.path().join("new.db");
    let told = rescue(&path, &new, &KEY, clock.environment()).expect("reads something");
    assert!(told.in_team, "{told:?}");
    let store = Store::open(&new, &KEY, clock.environment()).expect("opens");
    let mut noor = TestPhone {
        store,
        clock,
        folder,
    };
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!(timeline(&mut noor, case), timeline(&mut bas, case));
    assert!(noor.call(ReadTeam).sync.partners[0].equal);
}

#[test]
fn drafts_and_settings_come_along_and_the_numbers_of_the_damaged_file_are_not_used_again() {
    let (mut noor, case) = filled();
    let draft = Draft {
        id: crate::EncounterId(uuid::Uuid::from_u128(3)),
        text: "Nog niet af".into(),
        channel: Channel::Street,
        who: Who::Case(case),
        who_name: "Karel".into(),
        at: noor.clock.now(),
        interview: InterviewChoice::default(),
    };
    noor.call(SaveDraft {
        draft: draft.clone(),
    });
    let actor = noor.store.actor.clone();
    let before = noor.call(ReadTeam).sync.only_here;
    let (mut noor, told) = mend(noor);
    assert_eq!(noor.call(ReadDrafts), [draft]);
    assert_eq!((told.whole, told.partly), (3, 0));
    assert_ne!(noor.store.actor, actor);
    assert_eq!(timeline(&mut noor, case).len(), 20);
    assert_eq!(noor.call(ReadTeam).sync.only_here, before);
    let kind = noor.store.document_row(case.0).expect("reads");
    assert_eq!(kind.map(|row| row.kind), Some(Kind::Case));
}
