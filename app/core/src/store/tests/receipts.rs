//! Syncing receipt photos: sent after texts, at any size, and rejected when they do not match their
//! id.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::Duration;
use image::{Rgb, RgbImage};
use uuid::Uuid;
use voorveld_protocol::{RecordKind, Signer};

use super::TestPhone;
use super::expenses::{attach, expense, photo, take_back, with_expense};
use super::log::Log;
use crate::api::*;
use crate::crypto::{Aad, document_tag, random, seal};
use crate::document::Kind;
use crate::model::*;
use crate::store::documents::blob_name;
use crate::store::payload::Payload;
use crate::{Cents, ReceiptId};

/// Returns a photo that does not compress well.
fn noise(seed: u32) -> Vec<u8> {
    let mut state = seed;
    let noise = RgbImage::from_fn(1000, 800, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    });
    let mut png = std::io::Cursor::new(Vec::new());
    noise
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a PNG");
    png.into_inner()
}

#[test]
fn what_was_written_goes_before_its_photo_and_the_photo_comes_later() {
    let (mut noor, mut bas, log, case, _) = with_expense();
    noor.clock.pass(Duration::hours(1));
    attach(&mut noor, case, None, noise(7));
    noor.call(SaveExpense {
        photo: true,
        ..expense(case, "5810", "ID-kaart")
    });
    noor.log(Who::Case(case), "Samen naar het gemeentehuis.");
    let mark = noor.call(ReadExpenses { case }).lines[0].mark;
    assert_eq!(mark, SyncMark::OnlyHere);
    let names: Vec<String> = noor
        .call(ReadTeam)
        .only_here
        .into_iter()
        .map(|line| line.name)
        .collect();
    assert_eq!(names, ["G."], "the photo is work on her case");

    let first = noor.ask(&log);
    noor.take_in(first).expect("fits");
    let line = noor.call(ReadExpenses { case }).lines.remove(0);
    assert_eq!(
        line.mark,
        SyncMark::OnlyHere,
        "its photo is not with the team"
    );
    bas.sync(&log);
    let line = bas.call(ReadExpenses { case }).lines.remove(0);
    assert_eq!(line.cents, Cents(5810));
    assert!(!line.receipts[0].here, "the photo is still to come");
    let receipt = line.receipts[0].id;
    assert_eq!(bas.call(ReadReceipt { receipt }), None);

    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    assert!(bas.call(ReadExpenses { case }).lines[0].receipts[0].here);
    let shown = bas.call(ReadReceipt { receipt });
    assert!(shown.is_some());
    assert_eq!(shown, noor.call(ReadReceipt { receipt }));
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
    assert!(noor.call(ReadTeam).sync.partners[0].equal);
}

#[test]
fn photos_larger_than_one_push_all_arrive() {
    let (mut noor, mut bas, log, case, id) = with_expense();
    for seed in 1..=4 {
        let receipt = attach(&mut noor, case, Some(id), noise(seed));
        let size = noor.call(ReadReceipt { receipt }).expect("kept").len();
        assert!(size > 150 * 1024, "{size} bytes");
    }
    noor.sync(&log);
    bas.sync(&log);
    let line = bas.call(ReadExpenses { case }).lines.remove(0);
    assert_eq!(line.receipts.len(), 4);
    assert!(line.receipts.iter().all(|receipt| receipt.here));
}

#[test]
fn a_new_phone_gets_the_photos_and_a_restored_server_gets_them_back() {
    let (mut noor, mut bas, log, case, id) = with_expense();
    let backup = log.borrow().records();
    let receipt = attach(&mut noor, case, Some(id), photo(10));
    noor.sync(&log);
    bas.sync(&log);
    log.borrow_mut().restore_backup_of(backup);
    bas.sync(&log);
    noor.sync(&log);
    let mut carla = TestPhone::in_team("Carla", false);
    carla.sync(&log);
    assert!(carla.call(ReadReceipt { receipt }).is_some());
    for phone in [&mut noor, &mut bas] {
        phone.sync(&log);
        assert_eq!(phone.call(ReadTeam).sync.only_here, 0);
    }
}

/// Pushes a record with this photo under this id, as if from a colleague's phone.
fn forge(log: &Rc<RefCell<Log>>, phone: &TestPhone, kind: Kind, id: Uuid, bytes: &[u8]) {
    let member = phone.store.membership().expect("reads").expect("in team");
    let signer = Signer::from_seed(random());
    let (tag, changes) = (document_tag(&member.key, id), RecordKind::CHANGES);
    let aad = Aad::record(member.team, signer.device(), 1, changes, tag, member.epoch);
    let payload = Payload::pack_blob(id, kind as u8, bytes);
    let sealed = seal(&member.key, &aad, &payload);
    let record = voorveld_protocol::PushedRecord::sign(
        member.team,
        &signer,
        1,
        changes,
        tag,
        member.epoch,
        sealed,
    );
    log.borrow_mut().push(signer.device(), record);
}

#[test]
fn a_photo_that_is_not_what_its_number_says_is_set_aside() {
    let (mut noor, _, log, case, id) = with_expense();
    let photo = photo(10);
    let (right, _) = blob_name(&photo);
    let other = Uuid::from_bytes(random());
    forge(&log, &noor, Kind::Receipt, other, &photo);
    forge(&log, &noor, Kind::Case, right, &photo);
    forge(&log, &noor, Kind::Receipt, case.0, &photo);
    let page = b"<html>";
    forge(&log, &noor, Kind::Receipt, blob_name(page).0, page);
    noor.sync(&log);
    assert_eq!(noor.call(ReadTeam).sync.quarantined, 4);
    assert_eq!(noor.call(ReadCase { case }).name, "G.");
    for receipt in [other, right, case.0].map(ReceiptId) {
        assert_eq!(noor.call(ReadReceipt { receipt }), None);
    }
    forge(&log, &noor, Kind::Receipt, right, &photo);
    noor.sync(&log);
    assert_eq!(noor.call(ReadTeam).sync.quarantined, 4);
    let receipt = ReceiptId(right);
    assert!(noor.call(ReadReceipt { receipt }).is_some());
    take_back(&mut noor, case, id);
}
