//! Received records are applied in pieces, so that other requests are not held up, and resumed after a
//! crash.

use futures::FutureExt;
use voorveld_protocol::TeamTag;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::{QuarantineReason, Who};
use crate::store::Page;

/// Noor has written in this many cases; Bas has received the page and applied nothing of it.
fn with_a_page(cases: usize) -> (TestPhone, TestPhone) {
    let (mut noor, mut bas, log) = duo();
    for number in 0..cases {
        let case = noor.case(&format!("Dossier {number}"));
        noor.log(Who::Case(case), "Trof hem op het plein.");
    }
    noor.sync(&log);
    let response = bas.ask(&log);
    let page = Page::check(TeamTag([3; 16]), response, || std::future::ready(()));
    let page = page
        .now_or_never()
        .expect("waits for nobody")
        .expect("signed");
    let taken = bas.store.take_page(page).expect("fits");
    assert!(taken.pieces);
    (noor, bas)
}

fn cases(phone: &mut TestPhone) -> u32 {
    let all = ReadCases {
        filter: Default::default(),
        skip: 0,
        limit: 1,
    };
    phone.call(all).total
}

/// Applies the rest, and returns the number of pieces.
fn pieces(phone: &mut TestPhone) -> usize {
    let mut pieces = 0;
    while !phone.store.all_taken_in().expect("reads") {
        phone.store.take_piece().expect("takes in");
        pieces += 1;
    }
    pieces
}

#[test]
fn a_save_between_two_pieces_is_kept_and_so_is_the_rest() {
    let (_, mut bas) = with_a_page(300);
    bas.store.take_piece().expect("takes in");
    let some = cases(&mut bas);
    assert!(some > 0 && some < 300, "{some}");
    bas.case("Tussendoor");
    assert!(pieces(&mut bas) > 1);
    assert_eq!(cases(&mut bas), 301);
}

#[test]
fn the_newest_comes_first() {
    let (_, mut bas) = with_a_page(300);
    bas.store.take_piece().expect("takes in");
    let newest = bas.call(Search {
        text: "Dossier 299".into(),
        filter: Default::default(),
        shown: Shown::default(),
    });
    assert_eq!(newest.cases.len(), 1);
}

#[test]
fn a_phone_that_dies_between_pieces_goes_on_without_the_server() {
    let (_, mut bas) = with_a_page(120);
    bas.store.take_piece().expect("takes in");
    let mut bas = bas.restart();
    pieces(&mut bas);
    assert_eq!(cases(&mut bas), 120);
}

#[test]
fn a_record_the_app_dies_on_however_it_is_tried_is_set_aside() {
    let (_, mut bas) = with_a_page(12);
    // Crashes first in a batch, then when tried alone.
    for _ in 0..3 {
        bas.store.die_on_a_piece().expect("begins");
        bas = bas.restart();
        // All other records are applied meanwhile; here none remain.
    }
    pieces(&mut bas);
    let sync = bas.call(ReadTeam).sync;
    assert_eq!((sync.quarantined, cases(&mut bas)), (1, 11));
    assert_eq!(sync.quarantine[0].why, QuarantineReason::Harmful);
}

#[test]
fn a_phone_that_was_killed_once_with_a_piece_in_hand_sets_nothing_aside() {
    let (_, mut bas) = with_a_page(12);
    bas.store.die_on_a_piece().expect("begins");
    let mut bas = bas.restart();
    assert_eq!(pieces(&mut bas), 12, "each alone");
    assert_eq!(
        (bas.call(ReadTeam).sync.quarantined, cases(&mut bas)),
        (0, 12)
    );
}

#[test]
fn a_phone_with_much_to_take_in_says_how_far_it_is() {
    let (mut noor, mut bas) = with_a_page(300);
    let first = bas.call(ReadTeam).sync.catch_up.expect("far to go");
    assert!(first.total > 300 && first.done < 10, "{first:?}");
    bas.store.take_piece().expect("takes in");
    let then = bas.call(ReadTeam).sync.catch_up.expect("on its way");
    assert!(then.done > first.done && then.total == first.total);
    let mut bas = bas.restart();
    assert_eq!(bas.call(ReadToday).sync.catch_up, Some(then));
    pieces(&mut bas);
    assert_eq!(bas.call(ReadTeam).sync.catch_up, None);
    assert_eq!(noor.call(ReadTeam).sync.catch_up, None);
}
