//! A flood of unreadable records does not fill a phone's storage.

use super::super::duo;
use super::member::Hostile;
use super::meter::{measured, tell};
use crate::api::*;

fn bytes_kept(phone: &super::TestPhone) -> i64 {
    let sql = "SELECT coalesce(sum(length(record)), 0) FROM set_aside";
    let kept = phone.store.connection.query_row(sql, [], |row| row.get(0));
    kept.expect("a number")
}

#[test]
fn what_is_set_aside_takes_little_room_however_much_is_sent() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    let mut sanne = Hostile::of(&mut noor, case, &log);
    // Random, hence incompressible.
    let noise: Vec<u8> = crate::crypto::random::<65_536>().repeat(8);
    for number in 0..24_u8 {
        let mut bytes = [sanne.case.as_bytes(), &[1, 9][..], &noise].concat();
        bytes[18..].iter_mut().enumerate().for_each(|(at, byte)| {
            *byte = byte.wrapping_add(number).wrapping_add((at >> 16) as u8);
        });
        sanne.send(&bytes);
    }
    for _ in 0..600 {
        sanne.send(&[sanne.case.as_bytes(), &[1, 9][..]].concat());
    }
    let first = measured(|| _ = bas.sync(&log));
    let next = measured(|| _ = bas.sync(&log));
    tell(624, sanne.bytes, &first, &next);
    assert!(bytes_kept(&bas) < 5 * 1024 * 1024, "{}", bytes_kept(&bas));
    let rows = "SELECT count(*) FROM set_aside";
    let rows: i64 = bas
        .store
        .connection
        .query_row(rows, [], |row| row.get(0))
        .expect("a number");
    assert!(rows <= 500);
    assert_eq!(bas.call(ReadTeam).sync.quarantined, 624);
}
